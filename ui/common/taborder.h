#pragma once

class QWidget;

namespace consent::ui {

/// Makes Tab follow the eye: whatever takes the focus, in the order in which the layouts place it. Qt's own order is
/// that of creation, so that a box that came later would come last. Call it again whenever parts were added.
void tabInReadingOrder(QWidget &form);

} // namespace consent::ui

#pragma once

#include "desk/session/desksession.h"

#include <QString>

namespace consent::ui::syncwords {

/// Where things stand, in a few words: the head of the page and the status line's explanation.
QString headline(const desk::SyncView &view);
/// What that means for the one who works here, and what to do.
QString explanation(const desk::SyncView &view);

} // namespace consent::ui::syncwords

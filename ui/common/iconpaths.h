#pragma once

#include "ui/common/icons.h"

#include <QPainterPath>

namespace consent::ui {

/// The lines of an icon on a grid of 24 by 24.
const QPainterPath &iconPath(Icon which);

} // namespace consent::ui

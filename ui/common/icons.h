#pragma once

#include <QColor>
#include <QIcon>

class QPainter;
class QRectF;

namespace consent::ui {

/// Our own drawings, on a grid of 24, in lines of the colour of the text beside them.
enum class Icon {
    Blank,
    Call,
    Person,
    Log,
    Counter,
    Requests,
    Review,
    Settings,
    Search,
    Lock,
    Check,
    Cross,
    Dash,
    Undo,
    OptOut,
    Snowflake,
    Hourglass,
    Clock,
    Void,
    Microphone,
    MicrophoneOff,
    Warning,
    Info,
    Error,
    Eye,
    EyeOff,
    Keyboard,
    KeyChain,
    Folder,
    Note,
    Guardian,
    Plus,
    ArrowRight,
    ArrowLeft,
    Play,
    Desktop,
    Server,
    Receipt,
    Online,
    Offline
};

/// Follows the palette and the screen's resolution by itself.
QIcon icon(Icon which);

/// Draws one in a given ink.
void paintIcon(QPainter &painter, Icon which, const QRectF &rect, const QColor &ink);

} // namespace consent::ui

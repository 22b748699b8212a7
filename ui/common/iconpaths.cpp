#include "ui/common/iconpaths.h"

#include <QLatin1StringView>
#include <QList>

#include <array>
#include <cstddef>

namespace consent::ui {

namespace {

/// Letters: M move, L line, C cubic, Z close, O circle (centre, radius), R rounded rectangle (x, y, w, h, radius).
constexpr const char *drawing(Icon which)
{
    switch (which) {
    case Icon::Blank:
        return "";
    case Icon::Call:
        return "M6 4 L9.5 4 L11 8.5 L8.8 10.3 C10 12.8 11.4 14.2 13.8 15.3 L15.6 13 L20 14.6 L20 18 "
               "C20 19.2 19.1 20 18 20 C10.5 19.6 4.5 13.5 4 6 C4 4.9 4.9 4 6 4 Z";
    case Icon::Person:
        return "O12 8 3.8 M4.8 20 C5.2 16 8 14.2 12 14.2 C16 14.2 18.8 16 19.2 20";
    case Icon::Log:
        return "R5 3.5 14 17 2 M8.5 8 L15.5 8 M8.5 12 L15.5 12 M8.5 16 L12.5 16";
    case Icon::Counter:
        return "R3.5 5 17 10.5 1.5 M9 20 L15 20 M12 15.5 L12 20 M8 11.5 C9.5 8.5 10.5 8.5 11 11 C11.4 12.6 13 11.6 "
               "16 9";
    case Icon::Requests:
        return "M4 13 L7 5 L17 5 L20 13 L20 19 L4 19 Z M4 13 L8.5 13 L9.5 15.5 L14.5 15.5 L15.5 13 L20 13";
    case Icon::Review:
        return "M4 12 L6 12 M8 8 L8 16 M11 5 L11 19 M14 9 L14 15 M17 6.5 L17 17.5 M20 11 L20 13";
    case Icon::Settings:
        return "M4 7 L13 7 M18 7 L20 7 O15.5 7 2.2 M4 17 L6 17 M11 17 L20 17 O8.5 17 2.2";
    case Icon::Search:
        return "O10.5 10.5 6 M15 15 L20 20";
    case Icon::Lock:
        return "R5.5 10.5 13 9.5 2 M8.5 10.5 L8.5 7.5 C8.5 3 15.5 3 15.5 7.5 L15.5 10.5 M12 14 L12 16.5";
    case Icon::Check:
        return "M5 12.5 L10 17.5 L19.5 7";
    case Icon::Cross:
        return "M6.5 6.5 L17.5 17.5 M17.5 6.5 L6.5 17.5";
    case Icon::Dash:
        return "M7 12 L17 12";
    case Icon::Undo:
        return "M8.5 5 L4.5 9 L8.5 13 M4.5 9 L14 9 C21 9 21 19 14 19 L10 19";
    case Icon::OptOut:
        return "O12 12 8 M6.4 6.4 L17.6 17.6";
    case Icon::Snowflake:
        return "M12 3.5 L12 20.5 M4.6 7.75 L19.4 16.25 M19.4 7.75 L4.6 16.25 M9.8 5 L12 7 L14.2 5 M9.8 19 L12 17 "
               "L14.2 19";
    case Icon::Hourglass:
        return "M7 4 L17 4 M7 20 L17 20 M8 4 C8 9 11 10.5 12 12 C13 10.5 16 9 16 4 M8 20 C8 15 11 13.5 12 12 C13 "
               "13.5 16 15 16 20";
    case Icon::Clock:
        return "O12 12 8 M12 7.5 L12 12 L15.5 14";
    case Icon::Void:
        return "R4.5 4.5 15 15 2 M9 9 L15 15 M15 9 L9 15";
    case Icon::Microphone:
        return "R9 3.5 6 10.5 3 M5.5 11.5 C5.5 19.5 18.5 19.5 18.5 11.5 M12 17.5 L12 20.5";
    case Icon::MicrophoneOff:
        return "R9 3.5 6 10.5 3 M5.5 11.5 C5.5 19.5 18.5 19.5 18.5 11.5 M12 17.5 L12 20.5 M4 4 L20 20";
    case Icon::Warning:
        return "M12 4 L21 19.5 L3 19.5 Z M12 10 L12 14 M12 16.6 L12 16.8";
    case Icon::Info:
        return "O12 12 8.5 M12 11 L12 16.5 M12 7.6 L12 7.8";
    case Icon::Error:
        return "M8.3 3.5 L15.7 3.5 L20.5 8.3 L20.5 15.7 L15.7 20.5 L8.3 20.5 L3.5 15.7 L3.5 8.3 Z M12 8 L12 13 M12 "
               "16 L12 16.2";
    case Icon::Eye:
        return "M2.5 12 C6 5.5 18 5.5 21.5 12 C18 18.5 6 18.5 2.5 12 Z O12 12 2.8";
    case Icon::EyeOff:
        return "M2.5 12 C6 5.5 18 5.5 21.5 12 C18 18.5 6 18.5 2.5 12 Z O12 12 2.8 M5 19.5 L19 4.5";
    case Icon::Keyboard:
        return "R2.5 6 19 12 2 M6 10 L6.2 10 M10 10 L10.2 10 M14 10 L14.2 10 M18 10 L18.2 10 M8 14.2 L16 14.2";
    case Icon::KeyChain:
        return "O8 15.5 4 M11 12.5 L19.5 4 M16 7.5 L19 10.5";
    case Icon::Folder:
        return "M3.5 7.5 C3.5 6 4 5.5 5.5 5.5 L9.5 5.5 L11.5 8 L19 8 C20 8 20.5 8.5 20.5 9.5 L20.5 17 C20.5 18 20 "
               "18.5 19 18.5 L5 18.5 C4 18.5 3.5 18 3.5 17 Z";
    case Icon::Note:
        return "M5 4.5 L19 4.5 L19 14.5 L14 19.5 L5 19.5 Z M14 19.5 L14 14.5 L19 14.5 M8.5 9 L15.5 9 M8.5 12.5 L12 "
               "12.5";
    case Icon::Guardian:
        return "O9 8 3.4 M2.8 19.5 C3 16 5.4 14 9 14 C11 14 12.6 14.6 13.7 15.7 O17.5 12 2.3 M13.4 20 C13.6 17.6 15 "
               "16.4 17.5 16.4 C20 16.4 21.4 17.6 21.6 20";
    case Icon::Plus:
        return "M12 5 L12 19 M5 12 L19 12";
    case Icon::ArrowRight:
        return "M4.5 12 L19 12 M13 6 L19 12 L13 18";
    case Icon::ArrowLeft:
        return "M19.5 12 L5 12 M11 6 L5 12 L11 18";
    case Icon::Play:
        return "M7.5 4.5 L19 12 L7.5 19.5 Z";
    case Icon::Desktop:
        return "R3 4.5 18 11.5 1.5 M9 20 L15 20 M12 16 L12 20";
    case Icon::Server:
        return "R4 4 16 7 1.5 R4 13 16 7 1.5 M7.5 7.5 L7.7 7.5 M7.5 16.5 L7.7 16.5 M12 7.5 L16.5 7.5 M12 16.5 L16.5 "
               "16.5";
    case Icon::Receipt:
        return "M6 3.5 L18 3.5 L18 20.5 L15 18.5 L12 20.5 L9 18.5 L6 20.5 Z M9 8 L15 8 M9 12 L15 12";
    case Icon::Online:
        return "O12 12 4.5 O12 12 8.5";
    case Icon::Offline:
        return "O12 12 8.5 M8 12 L16 12";
    }
    Q_UNREACHABLE();
}

QPainterPath parsed(QLatin1StringView text)
{
    QPainterPath path;
    qsizetype at = 0;
    const auto number = [&] {
        while (at < text.size() && text[at] == QLatin1Char(' '))
            ++at;
        const qsizetype start = at;
        while (at < text.size() && (QChar(text[at]).isDigit() || text[at] == QLatin1Char('.')))
            ++at;
        return QString(text.sliced(start, at - start)).toDouble();
    };
    const auto numbers = [&](auto &values) {
        for (double &value : values)
            value = number();
    };
    while (at < text.size()) {
        const char letter = text[at++].toLatin1();
        std::array<double, 2> two{};
        std::array<double, 3> three{};
        std::array<double, 5> five{};
        std::array<double, 6> six{};
        switch (letter) {
        case 'M':
            numbers(two);
            path.moveTo(two[0], two[1]);
            break;
        case 'L':
            numbers(two);
            path.lineTo(two[0], two[1]);
            break;
        case 'C':
            numbers(six);
            path.cubicTo(six[0], six[1], six[2], six[3], six[4], six[5]);
            break;
        case 'O':
            numbers(three);
            path.addEllipse(QPointF(three[0], three[1]), three[2], three[2]);
            break;
        case 'R':
            numbers(five);
            path.addRoundedRect(five[0], five[1], five[2], five[3], five[4], five[4]);
            break;
        case 'Z':
            path.closeSubpath();
            break;
        default: // A space between the letters.
            break;
        }
    }
    return path;
}

} // namespace

const QPainterPath &iconPath(Icon which)
{
    constexpr auto count = static_cast<std::size_t>(Icon::Offline) + 1;
    static const std::array<QPainterPath, count> paths = [] {
        std::array<QPainterPath, count> all;
        for (std::size_t i = 0; i < count; ++i)
            all[i] = parsed(QLatin1StringView(drawing(static_cast<Icon>(i))));
        return all;
    }();
    return paths[static_cast<std::size_t>(which)];
}

} // namespace consent::ui

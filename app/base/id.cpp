#include "base/id.h"

#include <QRandomGenerator>

#include <array>
#include <chrono>
#include <cstdint>

namespace consent {

QString newUuid()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    const auto ms = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(
                                                   std::chrono::system_clock::now().time_since_epoch())
                                                   .count());
    words[0] = static_cast<quint32>(ms >> 16U);
    words[1] = static_cast<quint32>((ms & 0xffffU) << 16U) | 0x7000U | (words[1] & 0x0fffU);
    words[2] = (words[2] & 0x3fffffffU) | 0x80000000U;
    const QString hex = QStringLiteral("%1%2%3%4")
                            .arg(words[0], 8, 16, QLatin1Char('0'))
                            .arg(words[1], 8, 16, QLatin1Char('0'))
                            .arg(words[2], 8, 16, QLatin1Char('0'))
                            .arg(words[3], 8, 16, QLatin1Char('0'));
    return hex.mid(0, 8) + u'-' + hex.mid(8, 4) + u'-' + hex.mid(12, 4) + u'-' + hex.mid(16, 4) + u'-' + hex.mid(20);
}

bool isUuid(QStringView text)
{
    if (text.size() != 36)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? c != u'-' : !((c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f')))
            return false;
    }
    return true;
}

} // namespace consent

#include "domain/receiptnumber.h"

#include "domain/invalid.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ReceiptNumber)
};

// 31 characters that are not taken for one another when read aloud or written by hand. That 31 is a prime makes the
// check complete for single errors and swaps.
constexpr QLatin1String alphabet("0123456789ABCDEFGHJKMNPQRTVWXYZ");
constexpr qsizetype radix = 31;
constexpr qsizetype dateLength = 6;
constexpr qsizetype deviceLength = 5;
constexpr qsizetype shortestSequence = 4;
constexpr qsizetype longestSequence = 6;
static_assert(alphabet.size() == radix);

QChar checkCharacter(QStringView body)
{
    qsizetype sum = 0;
    for (qsizetype i = 0; i < body.size(); ++i)
        sum += (i + 1) * alphabet.indexOf(body[i]);
    return alphabet[sum % radix];
}

QString devicePart(const DeviceId &device)
{
    const QByteArray hash = QCryptographicHash::hash(device.toString().toLatin1(), QCryptographicHash::Sha256);
    quint64 number = 0;
    for (qsizetype i = 0; i < 7; ++i)
        number = number << 8U | static_cast<quint8>(hash[i]);
    QString part;
    for (qsizetype i = 0; i < deviceLength; ++i) {
        part += alphabet[static_cast<qsizetype>(number % static_cast<quint64>(radix))];
        number /= static_cast<quint64>(radix);
    }
    return part;
}

QString punctuated(const QString &body)
{
    const qsizetype afterDevice = dateLength + deviceLength;
    return body.left(dateLength) + u'-' + body.mid(dateLength, deviceLength) + u'-' + body.mid(afterDevice) + u'-' +
           checkCharacter(body);
}

QChar folded(QChar c)
{
    switch (c.toUpper().unicode()) {
    case u'O':
        return u'0';
    case u'I':
    case u'L':
        return u'1';
    case u'S':
        return u'5';
    default:
        return c.toUpper();
    }
}

} // namespace

ReceiptNumber ReceiptNumber::make(QDate date, const DeviceId &device, int sequence)
{
    Q_ASSERT(date.isValid() && sequence >= 1 && sequence <= maxSequence);
    const QString day = date.toString(QStringLiteral("yyMMdd"));
    const QString running = QStringLiteral("%1").arg(sequence, shortestSequence, 10, QLatin1Char('0'));
    return ReceiptNumber(punctuated(day + devicePart(device) + running));
}

Result<ReceiptNumber> ReceiptNumber::parse(QStringView text)
{
    const Error shape = invalid(Text::tr("This is no receipt number. One looks like 261123-7K3QX-0042-M."), "shape");
    if (text.size() > 64)
        return shape;
    QString body;
    const QString wide = text.toString().normalized(QString::NormalizationForm_KC);
    for (const QChar c : wide) {
        if (c.isSpace() || c.category() == QChar::Punctuation_Dash)
            continue;
        const QChar character = folded(c);
        if (!alphabet.contains(character))
            return shape;
        body += character;
    }
    const qsizetype sequenceLength = body.size() - dateLength - deviceLength - 1;
    if (sequenceLength < shortestSequence || sequenceLength > longestSequence)
        return shape;
    const QChar check = body.back();
    body.chop(1);
    if (checkCharacter(body) != check)
        return invalid(Text::tr("A character of this receipt number is wrong or swapped. Compare it again."), "check");
    for (qsizetype i = 0; i < body.size(); ++i) {
        const bool inDevice = i >= dateLength && i < dateLength + deviceLength;
        if (!inDevice && !body[i].isDigit())
            return shape;
    }
    if (!QDate(2000 + body.mid(0, 2).toInt(), body.mid(2, 2).toInt(), body.mid(4, 2).toInt()).isValid())
        return shape;
    return ReceiptNumber(punctuated(body));
}

} // namespace consent::domain

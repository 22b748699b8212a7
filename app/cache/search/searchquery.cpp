#include "cache/search/searchquery.h"

#include "cache/log/consentlogstore.h"
#include "cache/search/searchterms.h"

#include <QDate>

namespace consent::cache {

namespace {

constexpr int shortestReceipt = 8; // date and two letters of the device
constexpr int dateDigits = 6;

QString classOf(QChar character)
{
    constexpr char16_t firstSyllable = u'가';
    constexpr int syllablesPerInitial = 21 * 28;
    const QChar letter = searchterms::initialLetter(character);
    if (letter.isNull())
        return QString(character); // a letter or mark: nothing that GLOB reads as a sign
    const int first = firstSyllable + (letter.unicode() - u'A') * syllablesPerInitial;
    return u'[' + QString(character) + QChar(static_cast<char16_t>(first)) + u'-' +
           QChar(static_cast<char16_t>(first + syllablesPerInitial - 1)) + u']';
}

bool startsWithDate(const QString &receipt)
{
    const QString date = QStringLiteral("20") + receipt.left(dateDigits);
    return QDate::fromString(date, QStringLiteral("yyyyMMdd")).isValid();
}

} // namespace

SearchQuery SearchQuery::of(const QString &text)
{
    SearchQuery query;
    QString name;
    for (const QChar c : text.normalized(QString::NormalizationForm_C)) {
        if (const int digit = c.digitValue(); digit >= 0)
            query.digits += QChar(static_cast<char16_t>(u'0' + digit));
        else if (c.isLetter() || c.isMark())
            name += c;
    }
    query.name = searchterms::nameKey(name);
    query.letters = searchterms::initialsOf(query.name);
    for (const QChar c : query.name) {
        query.glob += classOf(c);
        query.literal = query.literal && searchterms::initialLetter(c).isNull();
    }
    if (const QString receipt = receiptKey(text); receipt.size() >= shortestReceipt && startsWithDate(receipt))
        query.receipt = receipt;
    return query;
}

} // namespace consent::cache

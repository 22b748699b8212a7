#include "ledger/blindindex.h"

#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "ledger/organisationkey.h"

namespace consent::ledger {

namespace {

/// Digits of any script as ASCII, nothing else.
QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (const int value = c.digitValue(); value >= 0)
            digits.append(QChar(u'0' + static_cast<char16_t>(value)));
    }
    return digits;
}

/// Letters alone, composed and in one case, so that "Kim, A." and "kim a" are one.
QString nameOf(const QString &text)
{
    QString letters;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC).toCaseFolded()) {
        if (c.isLetterOrNumber() || c.isSurrogate() || c.isMark())
            letters.append(c);
    }
    return letters;
}

} // namespace

Result<BlindIndex> BlindIndex::create(const OrganisationKey &organisation)
{
    auto key = organisation.derive("consentdesk blind index v1");
    if (!key)
        return key.error();
    return BlindIndex(organisation.epoch(), *std::move(key));
}

QByteArray BlindIndex::phone(const QString &phone) const
{
    return token("phone", digitsOf(phone));
}

QByteArray BlindIndex::phoneLastFour(const QString &phone) const
{
    return token("phone4", digitsOf(phone).right(4));
}

QByteArray BlindIndex::name(const QString &name) const
{
    return token("name", nameOf(name));
}

QByteArray BlindIndex::nameAndBirthDate(const QString &name, QDate birthDate) const
{
    return token("name+birth", nameOf(name) + u'|' + birthDate.toString(Qt::ISODate));
}

QByteArray BlindIndex::token(const char *kind, const QString &value) const
{
    const QByteArray text = QByteArray(kind) + '\0' + value.toUtf8();
    return crypto::toByteArray(crypto::hmacSha256(m_key.span(), crypto::bytesOf(text))).first(TokenBytes);
}

} // namespace consent::ledger

#include "desk/exchange/centralquestion.h"

#include "domain/phone.h"
#include "ledger/blindindex.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consent::desk {

namespace {

constexpr qsizetype shortestName = 2;

QString lettersIn(QStringView text)
{
    QString letters;
    for (const QChar c : text) {
        if (!c.isDigit() && !(c.isPunct() || c.isSymbol()))
            letters.append(c);
    }
    return letters.simplified();
}

/// Initial consonants alone find people on this PC; to the store they are no name.
bool isWholeName(const QString &name)
{
    const bool fragments = std::ranges::any_of(name, [](QChar c) { return c >= u'\u3131' && c <= u'\u318e'; });
    return name.size() >= shortestName && !fragments;
}

QDate birthDateOf(const QString &digits, QDate today)
{
    if (digits.size() == 8)
        return QDate::fromString(digits, u"yyyyMMdd"_s);
    const QDate late = QDate::fromString(u"20"_s + digits, u"yyyyMMdd"_s);
    return late.isValid() && late <= today ? late : QDate::fromString(u"19"_s + digits, u"yyyyMMdd"_s);
}

} // namespace

std::optional<CentralQuestion> CentralQuestion::fromText(QStringView text, QDate today)
{
    CentralQuestion question;
    question.m_digits = domain::digitsIn(text);
    question.m_name = lettersIn(text);
    if (question.m_name.isEmpty()) {
        const auto phone = domain::PhoneNumber::parse(text);
        if (!phone)
            return std::nullopt;
        question.m_digits = phone->digits();
        return question;
    }
    if (!isWholeName(question.m_name))
        return std::nullopt;
    if (question.m_digits.size() == 4) {
        question.m_kind = Kind::NameAndLastFour;
        return question;
    }
    if (question.m_digits.size() != 6 && question.m_digits.size() != 8)
        return std::nullopt;
    question.m_kind = Kind::NameAndBirthDate;
    question.m_birthDate = birthDateOf(question.m_digits, today);
    if (!question.m_birthDate.isValid() || question.m_birthDate > today)
        return std::nullopt;
    return question;
}

central::LookUp CentralQuestion::tokens(const ledger::BlindIndex &index) const
{
    central::LookUp question;
    switch (m_kind) {
    case Kind::Phone:
        question.kind = central::TokenKind::Phone;
        question.token = index.phone(m_digits);
        break;
    case Kind::NameAndLastFour:
        question.kind = central::TokenKind::PhoneLastFour;
        question.token = index.phoneLastFour(m_digits);
        question.also = std::pair(central::TokenKind::Name, index.name(m_name));
        break;
    case Kind::NameAndBirthDate:
        question.kind = central::TokenKind::NameAndBirthDate;
        question.token = index.nameAndBirthDate(m_name, m_birthDate);
        break;
    }
    return question;
}

} // namespace consent::desk

#include "domain/subject.h"

#include "domain/birthdate.h"
#include "domain/invalid.h"
#include "domain/phone.h"
#include "domain/values.h"

#include <QCoreApplication>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Subject)
};

constexpr qsizetype maxRelation = 20;

template <typename T> void take(std::vector<FieldFault> &faults, SubjectField field, const Result<T> &outcome)
{
    if (!outcome)
        faults.push_back({field, outcome.error().message});
}

bool isPlainWord(const QString &text)
{
    for (const QChar c : text) {
        if (!c.isLetter() && c != u' ')
            return false;
    }
    return text.size() <= maxRelation;
}

} // namespace

QString label(SubjectField value)
{
    switch (value) {
    case SubjectField::Name:
        return Text::tr("Name");
    case SubjectField::Phone:
        return Text::tr("Phone");
    case SubjectField::BirthDate:
        return Text::tr("Birth date");
    case SubjectField::Email:
        return Text::tr("E-mail");
    case SubjectField::GuardianName:
        return Text::tr("Guardian's name");
    case SubjectField::GuardianPhone:
        return Text::tr("Guardian's phone");
    case SubjectField::GuardianRelation:
        return Text::tr("Guardian's relation");
    }
    Q_UNREACHABLE();
}

std::vector<FieldFault> Subject::check(const Fields &fields, QDate today)
{
    std::vector<FieldFault> faults;
    take(faults, SubjectField::Name, PersonName::parse(fields.name));
    take(faults, SubjectField::Phone, PhoneNumber::parse(fields.phone));
    take(faults, SubjectField::BirthDate, parseBirthDate(fields.birthDate, today));
    if (!fields.email.trimmed().isEmpty())
        take(faults, SubjectField::Email, EmailAddress::parse(fields.email));
    if (fields.guardian) {
        take(faults, SubjectField::GuardianName, PersonName::parse(fields.guardian->name));
        take(faults, SubjectField::GuardianPhone, PhoneNumber::parse(fields.guardian->phone));
        if (!isPlainWord(fields.guardian->relation.simplified()))
            faults.push_back({SubjectField::GuardianRelation,
                              Text::tr("Enter the relation in one word of at most %1 letters.").arg(maxRelation)});
    }
    return faults;
}

Result<Subject> Subject::create(const Fields &fields, QDate today)
{
    const std::vector<FieldFault> faults = check(fields, today);
    if (!faults.empty())
        return invalid(faults.front().message, "subject field");
    Subject subject;
    subject.id = SubjectId::create();
    subject.name = PersonName::parse(fields.name)->toString();
    subject.phone = PhoneNumber::parse(fields.phone)->digits();
    subject.birthDate = parseBirthDate(fields.birthDate, today).value();
    if (!fields.email.trimmed().isEmpty())
        subject.email = EmailAddress::parse(fields.email)->toString();
    if (fields.guardian)
        subject.guardian = Guardian{PersonName::parse(fields.guardian->name)->toString(),
                                    PhoneNumber::parse(fields.guardian->phone)->digits(),
                                    fields.guardian->relation.normalized(QString::NormalizationForm_C).simplified()};
    return subject;
}

QString maskedName(const QString &name)
{
    QString masked = name;
    const bool manyWords = name.contains(u' ');
    qsizetype wordStart = 0;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i] == u' ') {
            wordStart = i + 1;
            continue;
        }
        const bool first = i == wordStart;
        // "홍길동" keeps its last syllable, as is usual in Korea; several words or more syllables keep their first
        // letters.
        const bool lastOfThree = !manyWords && name.size() == 3 && i == 2;
        if (!first && !lastOfThree)
            masked[i] = u'*';
    }
    return masked;
}

} // namespace consent::domain

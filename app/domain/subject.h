#pragma once

#include "base/id.h"
#include "base/result.h"
#include "domain/codes.h"
#include "domain/consent.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace consent::domain {

/// Who consents for a child under 14. From the child only these two facts are taken (PIPA 22-2).
struct Guardian
{
    QString name;
    QString phone;       ///< digits
    QString relation;    ///< as the person says it: "모", "부"; may be empty
    QString method = {}; ///< how verified: code of Organisation::guardianMethods; empty where it was not noted

    friend bool operator==(const Guardian &, const Guardian &) = default;
};

enum class SubjectField { Name, Phone, BirthDate, Email, GuardianName, GuardianPhone, GuardianRelation };
template <>
inline constexpr auto
    codesOf<SubjectField> = codes<SubjectField>({{SubjectField::Name, "name"},
                                                 {SubjectField::Phone, "phone"},
                                                 {SubjectField::BirthDate, "birthDate"},
                                                 {SubjectField::Email, "email"},
                                                 {SubjectField::GuardianName, "guardianName"},
                                                 {SubjectField::GuardianPhone, "guardianPhone"},
                                                 {SubjectField::GuardianRelation, "guardianRelation"}});
QString label(SubjectField value); ///< For people, in the language of the program.

/// One field that can't be taken as typed, with the sentence to show beside it.
struct FieldFault
{
    SubjectField field;
    QString message;
};

/// A person whose data this is. Made by create(); the plain members serve those that read it back from storage.
struct Subject
{
    SubjectId id;
    QString name;
    QString phone; ///< digits, national form
    QDate birthDate;
    QString email; ///< may be empty
    MembershipState state = MembershipState::Prospect;
    std::optional<Guardian> guardian;

    /// As typed.
    struct Fields
    {
        QString name;
        QString phone;
        QString birthDate;
        QString email;
        std::optional<Guardian> guardian;
    };

    /// Every fault, in the order of the fields. A child under 14 may still lack its guardian here: the call asks for
    /// it.
    static std::vector<FieldFault> check(const Fields &fields, QDate today);

    /// @param today the date in Korea (koreanDate()).
    /// @return a prospect with a new id, everything normalised; InvalidArgument with the first fault.
    static Result<Subject> create(const Fields &fields, QDate today);

    friend bool operator==(const Subject &, const Subject &) = default;
};

/// "홍*동", "김*", "남궁**", "A*** B***": the form for lists and titles that need no full name.
QString maskedName(const QString &name);

} // namespace consent::domain

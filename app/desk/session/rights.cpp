#include "desk/session/rights.h"

#include <QStringList>

#include <array>
#include <utility>

namespace consent::desk {

namespace {

constexpr std::array roleCodes{
    std::pair{Role::Agent, u"agent"},
    std::pair{Role::Counter, u"counter"},
    std::pair{Role::Supervisor, u"supervisor"},
    std::pair{Role::PrivacyOfficer, u"privacyOfficer"},
    std::pair{Role::Administrator, u"administrator"},
};

constexpr std::array storeRoleCodes{
    std::pair{Role::Agent, u"agent"},           std::pair{Role::Counter, u"counter"},
    std::pair{Role::Supervisor, u"supervisor"}, std::pair{Role::PrivacyOfficer, u"privacy_officer"},
    std::pair{Role::Administrator, u"admin"},
};

Roles holders(Right right)
{
    switch (right) {
    case Right::CaptureConsent:
        return Role::Agent | Role::Counter | Role::PrivacyOfficer;
    case Right::ViewSubjects:
        return Role::Agent | Role::Counter | Role::Supervisor | Role::PrivacyOfficer;
    case Right::ViewRequests:
    case Right::ViewConsentLog:
        return Role::Agent | Role::Counter | Role::Supervisor | Role::PrivacyOfficer;
    case Right::PublishDocuments:
        return Role::PrivacyOfficer;
    case Right::VerifyLedger:
        return Role::Supervisor | Role::PrivacyOfficer | Role::Administrator;
    case Right::CheckVault:
        return Role::PrivacyOfficer | Role::Administrator;
    case Right::ManageStaff:
        return Role::PrivacyOfficer | Role::Administrator;
    case Right::AttachEvidence:
        return Role::Agent | Role::Counter | Role::PrivacyOfficer;
    case Right::ViewEvidence:
        return Role::Counter | Role::Supervisor | Role::PrivacyOfficer;
    case Right::MergeSubjects:
        return Role::Counter | Role::Supervisor | Role::PrivacyOfficer;
    case Right::ExportPlainVault:
        return Role::PrivacyOfficer;
    case Right::IssuePapers:
        return Role::Agent | Role::Counter | Role::PrivacyOfficer;
    case Right::EndConsent:
        return Role::Agent | Role::Counter | Role::Supervisor | Role::PrivacyOfficer;
    case Right::FollowConsent:
        return Role::Agent | Role::Counter | Role::Supervisor | Role::PrivacyOfficer;
    case Right::CheckContacts:
        return Role::Supervisor | Role::PrivacyOfficer;
    }
    return {};
}

} // namespace

bool may(Roles roles, Right right)
{
    return (roles & holders(right)) != Roles();
}

QString toCode(Roles roles)
{
    QStringList codes;
    for (const auto &[role, code] : roleCodes) {
        if (roles.testFlag(role))
            codes.append(QString::fromUtf16(code));
    }
    return codes.join(u',');
}

std::optional<Roles> rolesFromCode(QStringView code)
{
    Roles roles;
    for (const QStringView part : code.split(u',', Qt::SkipEmptyParts)) {
        bool known = false;
        for (const auto &[role, text] : roleCodes) {
            if (part == QStringView(text)) {
                roles |= role;
                known = true;
            }
        }
        if (!known)
            return std::nullopt;
    }
    return roles;
}

QStringList toStoreRoles(Roles roles)
{
    QStringList codes;
    for (const auto &[role, code] : storeRoleCodes) {
        if (roles.testFlag(role))
            codes.append(QString::fromUtf16(code));
    }
    return codes;
}

Roles rolesFromStore(const QStringList &codes)
{
    Roles roles;
    for (const auto &[role, code] : storeRoleCodes)
        roles.setFlag(role, codes.contains(QString::fromUtf16(code)));
    return roles;
}

} // namespace consent::desk

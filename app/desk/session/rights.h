#pragma once

#include <QFlags>
#include <QString>
#include <QStringList>

#include <optional>

namespace consent::desk {

/// What a user may be (PRODUCT.md, who uses it). A user may hold several roles.
enum class Role : unsigned {
    Agent = 1U,          ///< 상담원
    Counter = 2U,        ///< 창구 직원
    Supervisor = 4U,     ///< 관리자
    PrivacyOfficer = 8U, ///< 개인정보보호책임자/담당자
    Administrator = 16U  ///< 전산
};
Q_DECLARE_FLAGS(Roles, Role)
Q_DECLARE_OPERATORS_FOR_FLAGS(Roles)

/// One thing that not everybody may do.
enum class Right {
    CaptureConsent,
    ViewSubjects,
    ViewConsentLog,
    ViewRequests,     ///< Requests of data subjects; who may take which step: domain::requestmachine.
    PublishDocuments, ///< Notices and scripts.
    VerifyLedger,
    CheckVault,
    ManageStaff,      ///< Users and PCs of the shared central store.
    AttachEvidence,   ///< Papers of a person.
    ViewEvidence,     ///< Open them: copies of identity documents are among them.
    MergeSubjects,    ///< Two registrations are one person, or are not.
    ExportPlainVault, ///< A copy of everything in the clear.
    IssuePapers,      ///< Certificates, answers and notices for people.
    EndConsent,       ///< Takes opt-outs and withdrawals: whoever a person may reach.
    FollowConsent,    ///< Tells results, asks again, links guardians.
    CheckContacts     ///< Asks for many numbers at once who may be contacted.
};

/// Least privilege (policy chapter 10): the administrator runs the machine and sees no customer.
bool may(Roles roles, Right right);

QString toCode(Roles roles);                          ///< "agent,supervisor": stable, for events and files.
std::optional<Roles> rolesFromCode(QStringView code); ///< Nothing when a role is unknown.

/// The same roles as the central store names them: "agent", "privacy_officer", "admin", ...
QStringList toStoreRoles(Roles roles);
/// Roles of the store that no person at a desk has are left out.
Roles rolesFromStore(const QStringList &codes);

} // namespace consent::desk

#pragma once

#include "base/result.h"
#include "desk/session/deskprofile.h"
#include "desk/session/staff.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace consent {
class Clock;
}
namespace consent::central {
class StoreGate;
}
namespace consent::vault {
class Keychain;
}

namespace consent::desk {

class CacheThread;
class DeskSession;

/// What the first-run form asks for.
struct SetUpForm
{
    QByteArray organisationJson; ///< Empty for the organisation file that ships with the program.
    QString branch;              ///< Code of a branch in the organisation file.
    QString name;                ///< Of the first user, who gets every role.
    QString login;
    QString password;
    QByteArray noticeBytes; ///< The company's privacy policy, if it is at hand; calls need one in force.
    QString noticeName;     ///< Its file name.
};

/// What the page for joining a shared central store asks for.
struct JoinForm
{
    QByteArray file; ///< The enrolment file.
    QString code;    ///< As typed.
    QString login;
    QString password;    ///< One-time, or the user's own.
    QString newPassword; ///< Empty until it is wanted (DeskEntrance::wantsNewPassword()).
};

/// The first user of the sample desk: shown on the sign-in page, since there is nothing to protect.
struct SampleSignIn
{
    QString login;
    QString password;
};

/// What the sign-in page says about a desk before anybody signs in.
struct EntranceStatus
{
    bool sampleExists = false;
    bool workExists = false;
    bool keychainReachable = false;
    bool mayWorkWithoutKeychain = false; ///< The organisation file of the desk to be entered allows it.
    QString organisationName;            ///< Of the desk to be entered; empty when there is none.
    int offlineLeaseHours = 0;
    bool sharedStore = false; ///< The desk to be entered belongs to a central store that others use too.
};

/// The door of the program: which desks there are on this PC, setting one up, signing in. UI thread; the slow parts
/// (scrypt, keychain, disk) run beside it.
class DeskEntrance : public QObject
{
    Q_OBJECT

public:
    using Progress = std::function<void(int done, int total)>; ///< Called on the worker thread.

    /// @param keychain, clock outlive this
    DeskEntrance(DeskFolders folders, vault::Keychain &keychain, const Clock &clock, QObject *parent = nullptr);
    /// @param gate to shared central stores
    DeskEntrance(DeskFolders folders, vault::Keychain &keychain, const Clock &clock,
                 std::shared_ptr<central::StoreGate> gate, QObject *parent = nullptr);
    ~DeskEntrance() override;

    static SampleSignIn sampleSignIn();
    /// Faults of the form as sentences beside their fields ("name", "login", "password", "branch"); empty when it can
    /// be set up.
    std::vector<std::pair<QString, QString>> check(const SetUpForm &form) const;

    QFuture<Result<EntranceStatus>> status(DeskProfile::Purpose purpose);
    /// AlreadyExists when there is such a desk. Nothing is left behind when it fails.
    QFuture<Result<void>> setUp(SetUpForm form);
    /// Makes this PC a desk of a shared central store; see DeskJoining::join(). Nothing is left behind when it fails.
    QFuture<Result<void>> join(JoinForm form);
    /// Whether it failed only because a one-time password has to be changed: ask for a new one and try again.
    static bool wantsNewPassword(const Error &error);
    /// Destroys a work desk that the shared store withdrew. Nobody may be signed in. Nothing to do for another one.
    QFuture<Result<void>> takeDownWithdrawn();
    /// The sample desk with fictitious people, the shipped notice summary and script, and some days of events.
    QFuture<Result<void>> setUpSample(int people, Progress progress);
    /// @return the open desk; WrongPassword, Unavailable (keychain), NotFound (lost device secret), Damaged, Busy...:
    /// each with its own sentence.
    /// On a desk of a shared store also NotAllowed: wantsNewPassword(), lease over, user or device refused.
    /// @param newPassword empty until it is wanted
    QFuture<Result<std::shared_ptr<DeskSession>>> signIn(DeskProfile::Purpose purpose, const QString &login,
                                                         const QString &password, const QString &newPassword = {});

    /// The password of the signed-in user for another one; see PasswordChange::run(). A wrong one counts as a failed
    /// sign-in. When it succeeds, the session is to be ended: its user signs in with the new one.
    QFuture<Result<void>> changePassword(const DeskSession &session, const QString &password, const QString &fresh);

    /// Moves the desk's sealed databases under a fresh key. Nobody may be signed in; see DeskRekeying.
    /// @param progress pages done and in all; called on the worker thread, false stops
    QFuture<Result<void>> rekey(DeskProfile::Purpose purpose, const QString &login, const QString &password,
                                std::function<bool(qint64 done, qint64 total)> progress);

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    /// Threads on which desks are being opened: owned here, so that none is ever ended by itself.
    std::vector<std::unique_ptr<CacheThread>> m_opening;
};

} // namespace consent::desk

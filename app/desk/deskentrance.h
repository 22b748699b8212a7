#pragma once

#include "base/result.h"
#include "desk/deskprofile.h"
#include "desk/staff.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace consent {
class Clock;
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
    ~DeskEntrance() override;

    static SampleSignIn sampleSignIn();
    /// Faults of the form as sentences beside their fields ("name", "login", "password", "branch"); empty when it can
    /// be set up.
    std::vector<std::pair<QString, QString>> check(const SetUpForm &form) const;

    QFuture<Result<EntranceStatus>> status(DeskProfile::Purpose purpose);
    /// AlreadyExists when there is such a desk. Nothing is left behind when it fails.
    QFuture<Result<void>> setUp(SetUpForm form);
    /// The sample desk with fictitious people, the shipped notice summary and script, and some days of events.
    QFuture<Result<void>> setUpSample(int people, Progress progress);
    /// @return the open desk; WrongPassword, Unavailable (keychain), NotFound (lost device secret), Damaged, Busy...:
    /// each with its own sentence.
    QFuture<Result<std::shared_ptr<DeskSession>>> signIn(DeskProfile::Purpose purpose, const QString &login,
                                                         const QString &password);

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

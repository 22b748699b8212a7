#pragma once

#include "base/result.h"
#include "cli/console.h"
#include "cli/exitcode.h"

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace CLI {
class App;
}
namespace consent {
class Clock;
}
namespace consent::vault {
class Keychain;
}
namespace consent::desk {
class DeskSession;
}

namespace consent::cli {

/// Lets the program's thread turn until the future is there.
template <typename T> T waitFor(QFuture<T> future)
{
    if (!future.isFinished()) {
        QEventLoop loop;
        QFutureWatcher<T> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        watcher.setFuture(future);
        if (!future.isFinished())
            loop.exec();
    }
    return future.result();
}

/// What every command works with: the console, and the desk, signed in to when a command first asks for it.
class Workplace
{
public:
    /// All of them outlive this.
    Workplace(Console &console, vault::Keychain &keychain, const Clock &clock);
    ~Workplace();
    Workplace(const Workplace &) = delete;
    Workplace &operator=(const Workplace &) = delete;

    /// Options that say which desk is meant and who signs in.
    void declareOptions(CLI::App &root);

    Console &console() { return m_console; }
    Result<std::shared_ptr<desk::DeskSession>> session();
    /// Whatever the options say: the desk with sample people, made first where there is none.
    Result<std::shared_ptr<desk::DeskSession>> sampleSession();

    /// Moves the databases of the desk under a fresh key: without signing in, since nobody may be.
    Result<void> rekey(std::function<bool(qint64 done, qint64 total)> progress);

    /// Says what is wrong; @return the exit code for it.
    ExitCode fail(const Error &error);
    /// The same for what stood on the command line.
    ExitCode misused(const Error &error);

private:
    struct Credentials
    {
        bool sample = false;
        QString login;
        QString password;
    };
    Result<Credentials> credentials() const;
    Result<std::shared_ptr<desk::DeskSession>> signIn();

    Console &m_console;
    vault::Keychain &m_keychain;
    const Clock &m_clock;
    bool m_sample = false;
    std::string m_login;
    std::string m_dataFolder;
    std::optional<int> m_passwordDescriptor;
    std::shared_ptr<desk::DeskSession> m_session;
};

} // namespace consent::cli

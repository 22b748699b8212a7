#pragma once

#include "desk/calls/calldesk.h"
#include "desk/entrance/deskentrance.h"
#include "desk/session/desksession.h"
#include "support/fakekeychain.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTemporaryDir>

#include <atomic>
#include <memory>

namespace consent::test {

/// A clock that one sets; any thread may read it.
class SettableClock : public Clock
{
public:
    UtcTime now() const override { return fromMs(m_ms.load()); }
    Milliseconds elapsed() const override { return Milliseconds(m_ms.load()); }
    void advance(Milliseconds by) { m_ms += by.count(); }

private:
    std::atomic<qint64> m_ms{1'795'400'000'000}; // 2026-11-23 in Korea
};

/// Waits for a result with the event loop running, as in the program: continuations on this thread arrive.
template <typename T> T await(QFuture<T> future, std::chrono::seconds atMost = std::chrono::seconds(60))
{
    QDeadlineTimer deadline(atMost);
    while (!future.isFinished() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    if (!future.isFinished())
        qFatal("a result did not come");
    return future.result();
}

/// A sample desk in a folder of its own.
class DeskFixture
{
public:
    explicit DeskFixture(int people = 3)
        : entrance(desk::DeskFolders(dir.path()), keychain, clock)
    {
        const auto made = await(entrance.setUpSample(people, {}));
        if (!made)
            qFatal("%s (%s)", qPrintable(made.error().message), qPrintable(made.error().detail));
    }

    Result<std::shared_ptr<desk::DeskSession>> trySignIn(const QString &password)
    {
        return await(
            entrance.signIn(desk::DeskProfile::Purpose::Sample, desk::DeskEntrance::sampleSignIn().login, password));
    }
    void signIn()
    {
        auto opened = trySignIn(desk::DeskEntrance::sampleSignIn().password);
        if (!opened)
            qFatal("%s (%s)", qPrintable(opened.error().message), qPrintable(opened.error().detail));
        session = *opened;
    }
    void signOut() { session.reset(); }
    QString folder() const { return dir.path() + QStringLiteral("/sample"); }

    QTemporaryDir dir;
    FakeKeychain keychain;
    SettableClock clock;
    desk::DeskEntrance entrance;
    std::shared_ptr<desk::DeskSession> session;
};

/// Goes through the script at a pace at which it can be spoken: yes to what `yes` says yes to.
template <typename Yes> Result<void> walkToSummary(desk::CallDesk &calls, SettableClock &clock, Yes yes)
{
    for (int step = 0; step < 200 && calls.state().stage == desk::CallState::Stage::Script; ++step) {
        clock.advance(std::chrono::seconds(120));
        const desk::CurrentClause clause = calls.state().current;
        const Result<void> went =
            clause.asks ? calls.answer(yes(clause) ? domain::Decision::Granted : domain::Decision::Refused)
                        : calls.next();
        if (!went)
            return went;
    }
    return {};
}

} // namespace consent::test

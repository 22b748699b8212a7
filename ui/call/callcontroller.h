#pragma once

#include "base/clock.h"
#include "desk/calls/callviews.h"
#include "domain/callrequest.h"
#include "domain/subject.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <optional>

namespace consent::desk {
class CallDesk;
class LogDesk;
} // namespace consent::desk

namespace consent::ui {

class CallPage;

/// Connects the call page to the desk. What the page shows is what the desk says; "saved" is said when the desk's
/// promise that it is on disk has come true, not before.
class CallController : public QObject
{
    Q_OBJECT

public:
    CallController(CallPage &page, desk::CallDesk &calls, desk::LogDesk &log, const Clock &clock,
                   QObject *parent); // page, calls, log and clock outlive this

    /// Somebody is on the line. During a call it waits, and is shown.
    void take(const domain::CallRequest &request);
    /// Begins a call with a person who was found otherwise.
    void callSubject(const SubjectId &subject);
    bool isCallGoingOn() const;

private:
    void connectPage();
    void connectScript();
    void connectEnd();
    void lookForInterrupted();
    void identify(const QString &number);
    void checkNew(const domain::Subject::Fields &fields);
    /// Whether a call may begin: one that was interrupted has to be ended first, or it would be lost.
    bool mayBegin();
    void beginKnown(const SubjectId &subject);
    void beginNew(const domain::Subject::Fields &fields);
    void resume();
    void begin(QFuture<Result<void>> beginning);
    void offerGuardianMethods();
    void enterGuardian(const domain::Guardian &guardian);
    void optOut(const QStringList &codes);
    void save();
    void discard();
    void nextCall();
    void writeFile(const QString &path, Result<void> (*write)(const desk::ReceiptDocument &, const QString &));

    desk::CallOptions options() const;
    void stateChanged();
    void tick();
    void showWaitingCaller();
    /// Says why a step was not taken, or falls silent.
    void report(const Result<void> &result);

    CallPage &m_page;
    desk::CallDesk &m_calls;
    desk::LogDesk &m_log;
    const Clock &m_clock;
    QTimer m_second;
    std::optional<domain::PhoneNumber> m_number;     ///< Of the caller who is being identified.
    QString m_callId;                                ///< The telephone system's id of the call that is being taken.
    std::optional<domain::CallRequest> m_nextCaller; ///< Rang during a call.
    EventId m_saved;                                 ///< The record whose receipt is shown.
    quint64 m_question = 0;                          ///< Answers to an older look-up are dropped.
    bool m_beginning = false;
    bool m_interrupted = false;
};

} // namespace consent::ui

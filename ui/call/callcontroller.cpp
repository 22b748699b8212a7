#include "ui/call/callcontroller.h"

#include "base/continuation.h"
#include "desk/calls/calldesk.h"
#include "desk/log/logdesk.h"
#include "domain/phone.h"
#include "ui/call/callpage.h"
#include "ui/call/guardianpanel.h"
#include "ui/call/numberview.h"
#include "ui/call/optoutpanel.h"
#include "ui/call/personview.h"
#include "ui/call/receiptpdf.h"
#include "ui/call/receiptview.h"
#include "ui/call/scriptview.h"

#include <QStandardPaths>
#include <QtConcurrentRun>

namespace consent::ui {

using namespace Qt::StringLiterals;
using Stage = desk::CallState::Stage;

CallController::CallController(CallPage &page, desk::CallDesk &calls, desk::LogDesk &log, const Clock &clock,
                               QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_calls(calls)
    , m_log(log)
    , m_clock(clock)
{
    connectPage();
    connectScript();
    connectEnd();
    connect(&calls, &desk::CallDesk::stateChanged, this, &CallController::stateChanged);
    connect(&calls, &desk::CallDesk::draftFailed, this, [this](const Error &error) { m_page.sayError(error.message); });
    m_second.setInterval(Milliseconds(1000));
    connect(&m_second, &QTimer::timeout, this, &CallController::tick);
    lookForInterrupted();
}

void CallController::connectPage()
{
    connect(&m_page, &CallPage::numberEntered, this, &CallController::identify);
    connect(&m_page, &CallPage::resumeRequested, this, &CallController::resume);
    connect(&m_page, &CallPage::personChosen, this, &CallController::beginKnown);
    connect(&m_page, &CallPage::newPersonEdited, this, &CallController::checkNew);
    connect(&m_page, &CallPage::newPersonSubmitted, this, &CallController::beginNew);
    connect(&m_page, &CallPage::callerDismissed, this, &CallController::nextCall);
}

void CallController::connectScript()
{
    connect(&m_page, &CallPage::nextPressed, this, [this] { report(m_calls.next()); });
    connect(&m_page, &CallPage::answered, this,
            [this](domain::Decision decision) { report(m_calls.answer(decision)); });
    connect(&m_page, &CallPage::backPressed, this, [this] { report(m_calls.back()); });
    connect(&m_page, &CallPage::endPressed, this, [this] { report(m_calls.end()); });
    connect(&m_page, &CallPage::noteChanged, this, [this](const QString &note) {
        if (isCallGoingOn())
            report(m_calls.setNote(note));
    });
    connect(&m_page, &CallPage::languageToggled, this, [this] {
        const bool korean = m_calls.state().language == domain::Language::Korean;
        report(m_calls.setLanguage(korean ? domain::Language::English : domain::Language::Korean));
    });
    connect(&m_page, &CallPage::guardianEntered, this, &CallController::enterGuardian);
    offerGuardianMethods();
    connect(&m_page, &CallPage::optOutConfirmed, this, &CallController::optOut);
}

void CallController::connectEnd()
{
    connect(&m_page, &CallPage::saveRequested, this, &CallController::save);
    connect(&m_page, &CallPage::backToScriptRequested, this, [this] { report(m_calls.backToScript()); });
    connect(&m_page, &CallPage::discardRequested, this, &CallController::discard);
    connect(&m_page, &CallPage::nextCallRequested, this, &CallController::nextCall);
    connect(&m_page, &CallPage::pdfRequested, this, [this](const QString &path) { writeFile(path, &writeReceiptPdf); });
    connect(&m_page, &CallPage::jwsRequested, this, [this](const QString &path) { writeFile(path, &writeReceiptJws); });
}

bool CallController::isCallGoingOn() const
{
    return m_calls.state().stage != Stage::Idle;
}

void CallController::report(const Result<void> &result)
{
    if (result)
        m_page.saySilence();
    else
        m_page.sayError(result.error().message);
}

void CallController::lookForInterrupted()
{
    continueOn(m_calls.interrupted(), this, [this](const Result<std::optional<desk::InterruptedCall>> &found) {
        if (!found) {
            m_page.sayError(found.error().message);
            return;
        }
        const auto &call = *found;
        m_interrupted = call.has_value();
        m_page.number().offerInterrupted(
            call ? tr("The call with %1 of %2 was interrupted at “%3”. Nothing is lost.")
                       .arg(call->subjectName, koreanTimestamp(call->startedAt), call->clauseHeading)
                 : QString());
        Q_EMIT m_page.hintsChanged();
    });
}

void CallController::take(const domain::CallRequest &request)
{
    if (isCallGoingOn() || m_beginning) {
        m_nextCaller = request;
        showWaitingCaller();
        return;
    }
    m_nextCaller.reset();
    m_callId = request.id;
    m_page.showWaiting();
    if (!request.from)
        return; // the number is withheld: the agent asks for it
    m_page.number().setNumber(request.from->grouped());
    identify(request.from->digits());
}

void CallController::showWaitingCaller()
{
    const QString number = m_nextCaller && m_nextCaller->from ? m_nextCaller->from->masked() : tr("number withheld");
    m_page.setCallerWarning(m_nextCaller ? tr("Another caller: %1").arg(number) : QString());
}

void CallController::callSubject(const SubjectId &subject)
{
    m_callId.clear();
    beginKnown(subject);
}

desk::CallOptions CallController::options() const
{
    desk::CallOptions options = m_page.person().options();
    options.callId = m_callId;
    return options;
}

void CallController::identify(const QString &number)
{
    const auto parsed = domain::PhoneNumber::parse(number);
    if (!parsed) {
        m_page.number().setFault(parsed.error().message);
        return;
    }
    m_number = *parsed;
    m_page.number().setFault({});
    m_page.number().setBusy(true);
    const quint64 question = ++m_question;
    continueOn(m_calls.identify(parsed->digits()), this, [this, question](const Result<desk::CallerMatches> &matches) {
        if (question != m_question)
            return;
        m_page.number().setBusy(false);
        if (matches)
            m_page.showMatches(*matches);
        else
            m_page.number().setFault(matches.error().message);
    });
}

void CallController::checkNew(const domain::Subject::Fields &fields)
{
    m_page.person().setFaults(m_calls.check(fields));
    const quint64 question = ++m_question;
    continueOn(m_calls.similar(fields), this,
               [this, question](const Result<std::vector<desk::SubjectSummary>> &people) {
                   if (question == m_question && people)
                       m_page.person().setSimilar(*people);
               });
}

bool CallController::mayBegin()
{
    if (m_interrupted)
        m_page.sayError(
            tr("Another call was interrupted and is not saved yet. Go on with it first (F9): this caller comes "
               "back when it is saved or closed."));
    return !m_interrupted && !m_beginning;
}

void CallController::beginKnown(const SubjectId &subject)
{
    if (mayBegin())
        begin(m_calls.begin(subject, options()));
}

void CallController::beginNew(const domain::Subject::Fields &fields)
{
    const auto faults = m_calls.check(fields);
    m_page.person().setFaults(faults);
    if (faults.empty() && mayBegin())
        begin(m_calls.beginNew(fields, options()));
}

void CallController::resume()
{
    if (!m_interrupted || m_beginning)
        return;
    if (m_number && !m_nextCaller)
        m_nextCaller = domain::CallRequest{m_number, m_callId};
    m_interrupted = false;
    m_page.number().offerInterrupted({});
    begin(m_calls.resume());
}

void CallController::begin(QFuture<Result<void>> beginning)
{
    m_beginning = true;
    ++m_question; // what is still looked up is no longer wanted
    continueOn(beginning, this, [this](const Result<void> &begun) {
        m_beginning = false;
        m_number.reset();
        if (begun)
            return;
        m_page.sayError(begun.error().message);
        lookForInterrupted();
    });
}

void CallController::offerGuardianMethods()
{
    m_page.script().guardian().offerMethods(m_calls.guardianMethods());
}

void CallController::enterGuardian(const domain::Guardian &guardian)
{
    GuardianPanel &panel = m_page.script().guardian();
    const auto phone = domain::PhoneNumber::parse(guardian.phone);
    if (!phone)
        panel.setFieldFault(domain::SubjectField::GuardianPhone, phone.error().message);
    const auto set = m_calls.setGuardian(guardian);
    if (set) {
        m_page.script().closePanel();
    } else if (guardian.name.trimmed().isEmpty()) {
        panel.setFieldFault(domain::SubjectField::GuardianName, set.error().message);
    } else if (phone) {
        panel.setFault(set.error().message);
    }
}

void CallController::optOut(const QStringList &codes)
{
    OptOutPanel &panel = m_page.script().optOut();
    panel.setFault({});
    panel.setBusy(true);
    continueOn(m_calls.optOut(codes), this, [this, &panel](const Result<void> &written) {
        panel.setBusy(false);
        if (!written) {
            panel.setFault(written.error().message);
            return;
        }
        m_page.script().closePanel();
        m_page.sayDone(tr("The opt-out is saved."));
    });
}

void CallController::save()
{
    m_page.script().flushNote();
    continueOn(m_calls.save(), this, [this](const Result<desk::SavedCall> &saved) {
        if (!saved) {
            m_page.sayError(saved.error().message);
            if (isCallGoingOn())
                m_page.showCall(m_calls.state());
            return;
        }
        m_saved = saved->event;
        m_page.showReceipt(*saved, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        m_second.stop();
    });
}

void CallController::discard()
{
    continueOn(m_calls.discard(), this, [this](const Result<void> &dropped) {
        if (dropped)
            nextCall();
        else
            m_page.sayError(dropped.error().message);
    });
}

void CallController::nextCall()
{
    ++m_question;
    m_second.stop();
    m_callId.clear();
    m_number.reset();
    m_page.saySilence();
    m_page.showWaiting();
    lookForInterrupted();
    if (const auto waiting = std::exchange(m_nextCaller, std::nullopt))
        take(*waiting);
}

/// The desk hands the receipt out again, so that the access log has it; then the file is written beside the UI thread.
void CallController::writeFile(const QString &path,
                               Result<void> (*write)(const desk::ReceiptDocument &, const QString &))
{
    continueOn(m_log.receipt(m_saved), this, [this, path, write](const Result<desk::ReceiptDocument> &receipt) {
        if (!receipt) {
            m_page.receipt().sayFailed(receipt.error().message);
            return;
        }
        continueOn(QtConcurrent::run([receipt = *receipt, path, write] { return write(receipt, path); }), this,
                   [this, path](const Result<void> &written) {
                       if (written)
                           m_page.receipt().sayWritten(path);
                       else
                           m_page.receipt().sayFailed(written.error().message);
                   });
    });
}

void CallController::stateChanged()
{
    const desk::CallState &state = m_calls.state();
    if (state.stage == Stage::Idle)
        return; // the receipt or the next call is shown by what ended it
    m_page.showCall(state);
    showWaitingCaller();
    if (!m_second.isActive())
        m_second.start();
    tick();
}

void CallController::tick()
{
    const Milliseconds gone = m_clock.now() - m_calls.state().startedAt;
    m_page.setElapsed(static_cast<int>(std::max<qint64>(0, gone.count()) / 1000));
}

} // namespace consent::ui

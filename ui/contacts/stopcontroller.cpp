#include "ui/contacts/stopcontroller.h"

#include "base/continuation.h"
#include "desk/contacts/contactdesk.h"
#include "ui/contacts/stoppanel.h"

namespace consent::ui {

StopController::StopController(StopPanel &panel, desk::ContactDesk &desk, QObject *parent)
    : QObject(parent)
    , m_panel(panel)
    , m_desk(desk)
{
    connect(&panel, &StopPanel::numberEntered, this, &StopController::find);
    connect(&panel, &StopPanel::endRequested, this, &StopController::end);
    connect(&panel, &StopPanel::takeBackRequested, this, &StopController::takeBack);
}

void StopController::offer(const Result<desk::StopTargets> &targets)
{
    if (targets)
        m_panel.offer(*targets);
    else
        m_panel.showError(targets.error().message);
}

void StopController::openFor(const SubjectId &subject)
{
    m_panel.open();
    continueOn(m_desk.whoIs(subject), this, [this](const Result<desk::StopTargets> &targets) { offer(targets); });
}

void StopController::find(const QString &number)
{
    continueOn(m_desk.whoHas(number), this, [this](const Result<desk::StopTargets> &targets) { offer(targets); });
}

void StopController::end(const desk::Ending &ending)
{
    const auto person = m_panel.chosen();
    const auto recording = person ? m_desk.end(*person, ending) : m_desk.endForNumber(m_panel.number(), ending);
    continueOn(recording, this, [this](const Result<desk::RecordedEnding> &ended) {
        if (!ended)
            return m_panel.showError(ended.error().message);
        m_ended = *ended;
        m_panel.showEnded(*ended);
        Q_EMIT changed(ended->subject);
    });
}

void StopController::takeBack(domain::MistakeReason reason)
{
    if (!m_ended)
        return;
    continueOn(m_desk.takeBack(*m_ended, reason), this, [this](const Result<void> &taken) {
        if (!taken)
            return m_panel.showError(taken.error().message);
        m_panel.showTakenBack();
        Q_EMIT changed(m_ended->subject);
    });
}

} // namespace consent::ui

#include "ui/shell/workspace.h"

#include "desk/calls/calldesk.h"
#include "desk/contacts/contactdesk.h"
#include "desk/log/logdesk.h"
#include "desk/papers/paperdesk.h"
#include "desk/people/subjectdesk.h"
#include "desk/requests/requestdesk.h"
#include "desk/session/deskprofile.h"
#include "desk/session/desksession.h"
#include "desk/session/rights.h"
#include "domain/organisation.h"
#include "ui/call/callcontroller.h"
#include "ui/call/callpage.h"
#include "ui/contacts/followcontroller.h"
#include "ui/contacts/followpage.h"
#include "ui/contacts/persontasks.h"
#include "ui/contacts/stopcontroller.h"
#include "ui/contacts/stoppanel.h"
#include "ui/log/desklogsource.h"
#include "ui/log/logpage.h"
#include "ui/requests/deskrequestsource.h"
#include "ui/requests/requestspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/requestlinks.h"
#include "ui/shell/settingspage.h"
#include "ui/subjects/cardtasks.h"
#include "ui/subjects/mergecontroller.h"
#include "ui/subjects/subjectinspector.h"
#include "ui/subjects/subjectscontroller.h"
#include "ui/subjects/subjectspage.h"
#include "ui/sync/synccontroller.h"
#include "ui/sync/syncpage.h"

#include <QCoreApplication>
#include <QTimer>

#include <chrono>

namespace consent::ui {

using desk::Right;

Workspace::Workspace(MainWindow &window, std::shared_ptr<desk::DeskSession> session, const Clock &clock)
    : m_window(window)
    , m_session(std::move(session))
    , m_clock(clock)
{
    addPages();
    const domain::Organisation &organisation = m_session->organisation();
    const desk::StaffMember &user = m_session->user();
    const auto *branch = organisation.branch(m_session->profile().branch());
    m_window.setOrganisation(organisation.company.ko);
    m_window.setUser(user.name);
    m_settings->offerPassword(m_session->profile().purpose() == desk::DeskProfile::Purpose::Work);
    m_settings->setDesk({organisation.company.ko, branch ? branch->name : m_session->profile().branch(), user.name,
                         QCoreApplication::applicationVersion(), m_session->profile().folder()});
    const auto showSync = [this] { m_window.setSync(m_session->syncView()); };
    connect(m_session.get(), &desk::DeskSession::syncChanged, this, showSync);
    showSync();
    auto *minute = new QTimer(this);
    connect(minute, &QTimer::timeout, this, &Workspace::tellDate);
    minute->start(std::chrono::minutes(1));
    tellDate();
}

Workspace::~Workspace()
{
    // What asks the desk goes first, then what shows its answers, then the desk.
    m_window.setPagesAwake(true); // a panel may have been open
    m_tasks.reset();
    m_stopping.reset();
    m_stop.reset();
    m_following.reset();
    m_requestLinks.reset();
    m_calls.reset();
    m_merges.reset();
    m_people.reset();
    m_sending.reset();
    m_window.clearPages();
    m_window.setOrganisation({});
}

/// A page that its user has no right to is not on the rail at all.
void Workspace::addPages()
{
    const desk::Roles roles = m_session->user().roles;
    if (desk::may(roles, Right::CaptureConsent)) {
        m_call = new CallPage;
        m_window.addPage(m_call);
        m_calls = std::make_unique<CallController>(*m_call, m_session->calls(), m_session->log(), m_clock, nullptr);
    }
    if (desk::may(roles, Right::ViewSubjects)) {
        m_subjects = new SubjectsPage;
        m_window.addPage(m_subjects);
        m_people =
            std::make_unique<SubjectsController>(*m_subjects, m_session->subjects(), &m_session->sync(), nullptr);
        m_merges = std::make_unique<MergeController>(*m_subjects, m_session->merges(), nullptr);
        connect(m_session.get(), &desk::DeskSession::recorded, m_merges.get(), &MergeController::lookAgain);
        connect(m_subjects, &SubjectsPage::callRequested, this, &Workspace::callSubject);
    }
    if (desk::may(roles, Right::ViewRequests)) {
        m_requestSource = std::make_unique<DeskRequestSource>(m_session->requests(), m_session->subjects(),
                                                              m_session->papers(), nullptr);
        m_requests = new RequestsPage(*m_requestSource);
        m_window.addPage(m_requests);
        connect(m_session.get(), &desk::DeskSession::recorded, m_requests, &RequestsPage::recorded);
        m_requestLinks = std::make_unique<RequestLinks>(
            RequestLinks::Ends{*m_session, *m_requests, m_subjects, m_call,
                               [this](Page *page) { m_window.showPage(page); },
                               [this](const SubjectId &subject) { m_people->open(subject); }},
            nullptr);
        m_requests->recorded(); // what is late is said in the rail from the start
    }
    if (desk::may(roles, Right::ViewConsentLog)) {
        m_logSource = std::make_unique<DeskLogSource>(m_session->log());
        m_log = new LogPage(*m_logSource);
        m_window.addPage(m_log);
        connect(m_session.get(), &desk::DeskSession::recorded, m_log, &LogPage::recorded);
    }
    if (desk::may(roles, Right::FollowConsent)) {
        m_follow = new FollowPage;
        m_window.addPage(m_follow);
        m_following = std::make_unique<FollowController>(*m_follow, m_session->contacts(), m_clock, nullptr);
    }
    if (desk::may(roles, Right::EndConsent))
        addStopPanel();
    if (m_subjects)
        addPersonTasks();
    m_sync = new SyncPage;
    m_window.addPage(m_sync);
    m_sending = std::make_unique<SyncController>(*m_sync, *m_session, nullptr);
    m_settings = new SettingsPage;
    m_window.addPage(m_settings);
}

void Workspace::addStopPanel()
{
    m_stop = std::make_unique<StopPanel>(&m_window.pageArea());
    m_stopping = std::make_unique<StopController>(*m_stop, m_session->contacts(), nullptr);
    connect(&m_window, &MainWindow::stopRequested, this, &Workspace::openStopPanel);
    connect(m_stop.get(), &StopPanel::closed, this, [this] { m_window.setPagesAwake(true); });
    m_stop->setLeavingOffered(m_requests != nullptr);
    connect(m_stop.get(), &StopPanel::leavingRequested, this, [this](const desk::SubjectSummary &person) {
        m_window.showPage(m_requests);
        m_requests->begin(person, domain::RequestChannel::Phone, domain::RequestKind::Leaving);
    });
    connect(m_stopping.get(), &StopController::changed, this, [this](const SubjectId &subject) {
        if (m_people)
            m_people->lookAgain(subject);
    });
}

/// For the person whom the page shows, or for any number. In a call the panel of the call knows what was answered.
void Workspace::openStopPanel()
{
    const Page *page = m_window.currentPage();
    if (m_call && page == m_call && m_call->openOptOut())
        return;
    std::optional<SubjectId> person;
    if (m_subjects && page == m_subjects)
        person = m_subjects->currentPerson();
    else if (m_requests && page == m_requests)
        person = m_requests->currentPerson();
    m_stop->open();
    m_window.setPagesAwake(false); // after open(), which remembers where the focus was
    if (person)
        m_stopping->openFor(*person);
}

void Workspace::addPersonTasks()
{
    m_tasks = std::make_unique<PersonTasks>(*m_session, m_window.pageArea());
    CardTasks &card = m_subjects->inspector().tasks();
    card.setRights(m_tasks->mayLinkGuardian(), m_tasks->mayRecordProvision());
    connect(&card, &CardTasks::guardianRequested, m_tasks.get(), &PersonTasks::linkGuardian);
    connect(&card, &CardTasks::provisionRequested, m_tasks.get(), &PersonTasks::recordProvision);
    connect(m_tasks.get(), &PersonTasks::opened, this, [this] { m_window.setPagesAwake(false); });
    connect(m_tasks.get(), &PersonTasks::closed, this, [this] { m_window.setPagesAwake(true); });
    connect(m_tasks.get(), &PersonTasks::recorded, this,
            [this, &card](const SubjectId &subject, const QString &sentence) {
                card.sayDone(sentence);
                m_people->lookAgain(subject);
            });
}

/// A desk may stay open over midnight.
void Workspace::tellDate()
{
    const QDate today = koreanDate(m_clock.now());
    if (m_log && today != m_today)
        m_log->setToday(today);
    m_today = today;
}

void Workspace::callSubject(const SubjectId &subject)
{
    if (!m_calls)
        return;
    m_window.showPage(m_call);
    m_calls->callSubject(subject);
}

void Workspace::take(const domain::CallRequest &request)
{
    if (!m_calls)
        return;
    m_window.showPage(m_call);
    m_calls->take(request);
}

bool Workspace::isCallGoingOn() const
{
    return m_calls && m_calls->isCallGoingOn();
}

} // namespace consent::ui

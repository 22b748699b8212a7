#include "ui/shell/requestlinks.h"

#include "base/continuation.h"
#include "desk/calls/calldesk.h"
#include "desk/requests/requestdesk.h"
#include "desk/session/desksession.h"
#include "ui/call/callpage.h"
#include "ui/requests/requestspage.h"
#include "ui/requests/requestwords.h"
#include "ui/subjects/subjectspage.h"

namespace consent::ui {

RequestLinks::RequestLinks(Ends ends, QObject *parent)
    : QObject(parent)
    , m_ends(std::move(ends))
{
    connect(&m_ends.session.requests(), &desk::RequestDesk::changed, this, &RequestLinks::look);
    connect(&m_ends.requests, &RequestsPage::personRequested, this, [this](const SubjectId &subject) {
        if (!m_ends.subjects)
            return;
        m_ends.show(m_ends.subjects);
        m_ends.openPerson(subject);
    });
    if (m_ends.subjects) {
        connect(m_ends.subjects, &SubjectsPage::cardShown, this,
                [this](const desk::SubjectSummary &person) { follow(person, false); });
        connect(m_ends.subjects, &SubjectsPage::requestsPressed, this,
                [this] { go(m_card, domain::RequestChannel::Visit); });
    }
    if (m_ends.call) {
        connect(&m_ends.session.calls(), &desk::CallDesk::stateChanged, this, [this] {
            const desk::CallState &state = m_ends.session.calls().state();
            const bool known = state.stage != desk::CallState::Stage::Idle && !state.newSubject;
            const bool same = m_caller.who && m_caller.who->id == state.subject.id;
            if (known && !same) {
                follow(state.subject, true);
            } else if (!known && m_caller.who) {
                m_caller = {};
                m_ends.call->setRequests({}, false);
            }
        });
        connect(m_ends.call, &CallPage::requestsPressed, this, [this] { go(m_caller, domain::RequestChannel::Phone); });
    }
}

void RequestLinks::look()
{
    if (m_card.who)
        follow(*m_card.who, false);
    if (m_caller.who)
        follow(*m_caller.who, true);
}

void RequestLinks::follow(const desk::SubjectSummary &person, bool inCall)
{
    Person &kept = inCall ? m_caller : m_card;
    if (!kept.who || kept.who->id != person.id)
        kept = {person, {}};
    continueOn(m_ends.session.requests().ofSubject(person.id), this,
               [this, inCall, id = person.id](const Result<std::vector<desk::RequestSummary>> &requests) {
                   Person &asked = inCall ? m_caller : m_card;
                   if (!requests || !asked.who || asked.who->id != id)
                       return;
                   asked.requests = *requests;
                   const QString words = openRequestsWords(*requests);
                   const bool late = !requests->empty() && requests->front().clock.overdue;
                   if (inCall)
                       m_ends.call->setRequests(words, late);
                   else
                       m_ends.subjects->setRequests(id, words, late);
               });
}

/// To the request that presses most, or to a new one.
void RequestLinks::go(const Person &person, domain::RequestChannel channel)
{
    if (!person.who)
        return;
    m_ends.show(&m_ends.requests);
    if (person.requests.empty())
        m_ends.requests.begin(person.who, channel);
    else
        m_ends.requests.open(person.requests.front().id);
}

} // namespace consent::ui

#include "ui/subjects/subjectscontroller.h"

#include "base/continuation.h"
#include "desk/exchange/syncdesk.h"
#include "desk/people/subjectdesk.h"
#include "ui/subjects/centrallookup.h"
#include "ui/subjects/subjectinspector.h"
#include "ui/subjects/subjectspage.h"

namespace consent::ui {

SubjectsController::SubjectsController(SubjectsPage &page, desk::SubjectDesk &desk, desk::SyncDesk *central,
                                       QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_desk(desk)
    , m_central(central)
{
    connect(&page, &SubjectsPage::searchRequested, this, &SubjectsController::search);
    connect(&page, &SubjectsPage::openRequested, this, &SubjectsController::open);
    connect(&page.centralLookUp(), &CentralLookUp::asked, this, &SubjectsController::askCentral);
    connect(&page.inspector(), &SubjectInspector::revealRequested, this, &SubjectsController::reveal);
}

void SubjectsController::search(const QString &text, quint64 ticket)
{
    continueOn(m_desk.search(text), this, [this, ticket](const Result<std::vector<desk::SubjectSummary>> &found) {
        if (found) {
            m_page.showResults(ticket, *found);
            if (m_page.searchText() == m_answeredFor)
                return; // what the central store said of this stays
            m_answeredFor.clear();
            m_page.centralLookUp().offer(m_central != nullptr && m_central->question(m_page.searchText()).has_value());
        } else if (found.error().kind != ErrorKind::Cancelled) // A newer search has taken its place.
            m_page.showSearchError(ticket, found.error().message);
    });
}

void SubjectsController::askCentral(desk::LookUpReason reason)
{
    const auto question = m_central ? m_central->question(m_page.searchText()) : std::nullopt;
    if (!question)
        return;
    m_page.centralLookUp().showAsking();
    continueOn(m_central->lookUp(*question, reason), this, [this](const Result<desk::LookUpView> &answer) {
        if (!answer)
            return m_page.centralLookUp().showError(answer.error().message);
        m_page.centralLookUp().showAnswer(*answer);
        m_answeredFor = m_page.searchText();
        if (!answer->people.empty())
            m_page.searchAgain();
    });
}

void SubjectsController::open(const SubjectId &subject)
{
    const quint64 opening = ++m_opening;
    continueOn(m_desk.open(subject), this, [this, opening](const Result<desk::SubjectCard> &card) {
        if (opening != m_opening)
            return;
        if (card)
            m_page.showCard(*card);
        else
            m_page.showError(card.error().message);
    });
}

void SubjectsController::lookAgain(const SubjectId &subject)
{
    const auto &card = m_page.inspector().card();
    if (card && card->summary.id == subject)
        open(subject);
}

void SubjectsController::reveal(const SubjectId &subject, const QString &reason)
{
    continueOn(m_desk.reveal(subject, reason), this, [this, subject](const Result<desk::SubjectDetails> &details) {
        if (details)
            m_page.inspector().reveal(subject, *details);
        else
            m_page.inspector().refuseReveal(details.error().message);
    });
}

} // namespace consent::ui

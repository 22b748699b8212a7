#include "ui/subjects/subjectscontroller.h"

#include "base/continuation.h"
#include "desk/subjectdesk.h"
#include "ui/subjects/subjectinspector.h"
#include "ui/subjects/subjectspage.h"

namespace consent::ui {

SubjectsController::SubjectsController(SubjectsPage &page, desk::SubjectDesk &desk, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_desk(desk)
{
    connect(&page, &SubjectsPage::searchRequested, this, &SubjectsController::search);
    connect(&page, &SubjectsPage::openRequested, this, &SubjectsController::open);
    connect(&page.inspector(), &SubjectInspector::revealRequested, this, &SubjectsController::reveal);
}

void SubjectsController::search(const QString &text, quint64 ticket)
{
    continueOn(m_desk.search(text), this, [this, ticket](const Result<std::vector<desk::SubjectSummary>> &found) {
        if (found)
            m_page.showResults(ticket, *found);
        else if (found.error().kind != ErrorKind::Cancelled) // A newer search has taken its place.
            m_page.showSearchError(ticket, found.error().message);
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

#include "ui/subjects/mergecontroller.h"

#include "base/continuation.h"
#include "desk/people/mergedesk.h"
#include "ui/subjects/mergepanel.h"
#include "ui/subjects/subjectspage.h"

#include <chrono>

namespace consent::ui {

using namespace std::chrono_literals;

MergeController::MergeController(SubjectsPage &page, desk::MergeDesk &desk, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_desk(desk)
{
    page.setMayMerge(desk.mayDecide());
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms); // a page of others' events is looked at once
    connect(&m_soon, &QTimer::timeout, this, &MergeController::count);
    MergePanel &panel = page.mergePanel();
    connect(&page, &SubjectsPage::mergesRequested, this, &MergeController::refresh);
    connect(&page, &SubjectsPage::separateRequested, this, &MergeController::separateLast);
    connect(&panel, &MergePanel::comparisonRequested, this, &MergeController::compare);
    connect(&panel, &MergePanel::mergeRequested, this, &MergeController::merge);
    connect(&panel, &MergePanel::keepApartRequested, this, &MergeController::keepApart);
    connect(&panel, &MergePanel::separateRequested, this, &MergeController::separate);
    count();
}

/// What is being decided on is not changed under somebody's hands: only the figure in the rail is.
void MergeController::count()
{
    if (!m_desk.mayDecide())
        return;
    continueOn(m_desk.openCount(), this, [this](const Result<qint64> &pairs) {
        if (!pairs)
            return m_page.showError(pairs.error().message);
        m_page.setPairs(*pairs);
        if (*pairs > 0 && m_page.mergePanel().isVisible() && !m_page.mergePanel().hasChoice())
            refresh();
    });
}

void MergeController::refresh()
{
    continueOn(m_desk.offers(), this, [this](const Result<desk::MergeOffers> &offers) {
        if (!offers)
            return m_page.mergePanel().showError(offers.error().message);
        m_page.mergePanel().showOffers(*offers);
        m_page.setPairs(offers->total);
    });
}

void MergeController::compare(const SubjectId &one, const SubjectId &other)
{
    continueOn(m_desk.compare(one, other), this, [this](const Result<desk::MergeComparison> &comparison) {
        if (comparison)
            m_page.mergePanel().showComparison(*comparison);
        else
            m_page.mergePanel().showError(comparison.error().message);
    });
}

void MergeController::merge(const SubjectId &into, const SubjectId &from)
{
    continueOn(m_desk.merge(into, from), this, [this, into](const Result<MergeId> &merged) {
        if (!merged)
            return m_page.mergePanel().showError(merged.error().message);
        continueOn(m_desk.mergesOf(into), this,
                   [this, id = *merged](const Result<std::vector<desk::MergeView>> &merges) {
                       if (!merges)
                           return m_page.mergePanel().showError(merges.error().message);
                       for (const desk::MergeView &merge : *merges) {
                           if (merge.id == id)
                               m_page.mergePanel().sayMerged(merge);
                       }
                   });
        refresh();
    });
}

void MergeController::keepApart(const SubjectId &one, const SubjectId &other, const QString &name)
{
    continueOn(m_desk.keepApart(one, other), this, [this, name](const Result<void> &kept) {
        if (!kept)
            return m_page.mergePanel().showError(kept.error().message);
        m_page.mergePanel().sayKeptApart(name);
        refresh();
    });
}

void MergeController::separate(const SubjectId &subject, const MergeId &merge, const QString &name)
{
    continueOn(m_desk.separate(subject, merge), this, [this, name](const Result<void> &separated) {
        if (!separated)
            return m_page.mergePanel().showError(separated.error().message);
        m_page.mergePanel().saySeparated(name);
        refresh();
    });
}

/// The latest of the merges of a person whose card is open.
void MergeController::separateLast(const SubjectId &subject)
{
    continueOn(m_desk.mergesOf(subject), this, [this, subject](const Result<std::vector<desk::MergeView>> &merges) {
        if (!merges)
            return m_page.showError(merges.error().message);
        if (merges->empty())
            return;
        continueOn(m_desk.separate(subject, merges->back().id), this, [this, subject](const Result<void> &separated) {
            if (separated)
                Q_EMIT m_page.openRequested(subject);
            else
                m_page.showError(separated.error().message);
        });
    });
}

} // namespace consent::ui

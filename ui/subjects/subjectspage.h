#pragma once

#include "desk/people/subjectviews.h"
#include "ui/common/page.h"

#include <optional>
#include <vector>

class QLabel;
class QStackedWidget;
class QTableView;

namespace consent::ui {

class CentralLookUp;
class EmptyState;
class InlineNotice;
class MergePanel;
class QuietBusyBar;
class SearchField;
class SubjectInspector;
class SubjectListModel;

/// 고객: find a person as one types, open one, start a call. Searching and opening happen elsewhere.
class SubjectsPage : public Page
{
    Q_OBJECT

public:
    explicit SubjectsPage(QWidget *parent = nullptr);

    QString title() const override;
    Icon icon() const override { return Icon::Person; }
    KeyHints keys() const override;
    void activated() override;

    /// @param ticket of the search; an answer to an older search than the latest shown or asked is ignored
    void showResults(quint64 ticket, std::vector<desk::SubjectSummary> people);
    void showSearchError(quint64 ticket, const QString &sentence);
    void showCard(const desk::SubjectCard &card);
    void showError(const QString &sentence);
    /// The person who is open, unless another one is being chosen in the list.
    std::optional<SubjectId> currentPerson() const;
    /// The person's open requests in a few words; empty where there are none.
    void setRequests(const SubjectId &subject, const QString &words, bool overdue);
    SubjectInspector &inspector() { return *m_inspector; }
    CentralLookUp &centralLookUp() { return *m_central; }
    QString searchText() const;
    /// Searches again for what is typed: somebody new is on this PC.
    void searchAgain();
    MergePanel &mergePanel() { return *m_merges; }
    /// Whether the person at the desk decides on double registrations; else the card says only that there may be one.
    void setMayMerge(bool may);
    /// How many pairs wait for a decision: said in the rail to who may decide.
    void setPairs(qint64 pairs);

Q_SIGNALS:
    void searchRequested(const QString &text, quint64 ticket);
    void openRequested(const consent::SubjectId &subject);
    void callRequested(const consent::SubjectId &subject);
    void cardShown(const consent::desk::SubjectSummary &person);
    void requestsPressed();
    /// The pairs that look like one person are to be shown.
    void mergesRequested();
    /// The last merge of the person who is open was a mistake.
    void separateRequested(const consent::SubjectId &subject);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void search(const QString &text);
    void openCurrent();
    void callCurrent();
    void toSearch();
    void toMerges();
    void leaveMerges();
    bool atMerges() const;
    bool mayTakeApart() const;
    void retranslate();
    void describe();

    QLabel *m_title;
    SearchField *m_search;
    QLabel *m_count;
    QuietBusyBar *m_busy;
    InlineNotice *m_notice;
    CentralLookUp *m_central;
    SubjectListModel *m_model;
    QTableView *m_list;
    EmptyState *m_nobody;
    QStackedWidget *m_left;
    EmptyState *m_nothingOpen;
    SubjectInspector *m_inspector;
    MergePanel *m_merges;
    QStackedWidget *m_right;
    bool m_mayMerge = false;
    qint64 m_pairs = 0;
    quint64 m_ticket = 0;
    bool m_answered = false;
};

} // namespace consent::ui

#pragma once

#include "desk/people/mergeviews.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace consent::ui {

class EmptyState;
class InlineNotice;
class MergeItemsModel;
class MergeOffersModel;

/// 중복 등록: pairs that look like one person, the chosen pair beside each other, and the decision. Decides nothing
/// itself: it says what the person at the desk wants.
class MergePanel : public QWidget
{
    Q_OBJECT

public:
    explicit MergePanel(QWidget *parent = nullptr);

    void showOffers(const desk::MergeOffers &offers);
    /// Ignored unless it is of the pair that is chosen.
    void showComparison(const desk::MergeComparison &comparison);
    void showError(const QString &sentence);
    /// They are one now; it can be taken back at once.
    void sayMerged(const desk::MergeView &merge);
    void sayKeptApart(const QString &name);
    void saySeparated(const QString &name);
    bool hasChoice() const;
    bool canUndo() const { return m_merged.has_value(); }
    /// The next offers that are shown begin with a pair of this person, where there is one.
    void beginWith(const std::optional<SubjectId> &subject) { m_first = subject; }

    void mergeChosen();
    void keepChosenApart();
    /// Takes the last merge back, as long as it is offered.
    void undo();
    void takeFocus();

Q_SIGNALS:
    void comparisonRequested(const consent::SubjectId &one, const consent::SubjectId &other);
    void mergeRequested(const consent::SubjectId &into, const consent::SubjectId &from);
    void keepApartRequested(const consent::SubjectId &one, const consent::SubjectId &other, const QString &name);
    void separateRequested(const consent::SubjectId &subject, const consent::MergeId &merge, const QString &name);
    void choiceChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void choose();
    int rowToChoose(const desk::MergeOffers &offers) const;
    void describe();
    void retranslate();

    qint64 m_total = 0;
    std::optional<desk::MergeComparison> m_comparison;
    std::optional<desk::MergeView> m_merged;
    std::optional<SubjectId> m_first;
    QLabel *m_title;
    QLabel *m_count;
    InlineNotice *m_notice;
    MergeOffersModel *m_offersModel;
    QTableView *m_offers;
    EmptyState *m_none;
    QStackedWidget *m_stack;
    QLabel *m_one;
    QLabel *m_other;
    MergeItemsModel *m_itemsModel;
    QTableView *m_items;
    QLabel *m_rule;
    QPushButton *m_merge;
    QPushButton *m_apart;
};

} // namespace consent::ui

#pragma once

#include "desk/contactviews.h"
#include "ui/common/page.h"

#include <vector>

class QLabel;
class QTableView;

namespace consent::ui {

class InlineNotice;
class ReconfirmModel;
class ResultsModel;

/// 후속: outcomes to tell within 14 days, and consents to advertising to ask about again within two years. Both lists
/// by keyboard: a letter says what came of the chosen line.
class FollowPage : public Page
{
    Q_OBJECT

public:
    explicit FollowPage(QWidget *parent = nullptr);

    QString title() const override;
    Icon icon() const override;
    KeyHints keys() const override;
    void activated() override;

    void showResults(std::vector<desk::ResultNoticeRow> rows);
    void showReconfirmations(desk::ReconfirmationList list);
    void showDone(const QString &sentence);
    void showError(const QString &sentence);

Q_SIGNALS:
    /// Both lists are wanted afresh.
    void refreshWanted();
    void told(const consent::EventId &about, consent::domain::ToldBy channel);
    void reconfirmed(const consent::desk::ReconfirmationRow &row, consent::domain::Reconfirmation outcome);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takeResultKey(int key);
    bool takeReconfirmKey(int key);
    void retranslate();

    QLabel *m_resultsTitle;
    ResultsModel *m_resultsModel;
    QTableView *m_results;
    QLabel *m_reconfirmTitle;
    ReconfirmModel *m_reconfirmModel;
    QTableView *m_reconfirm;
    InlineNotice *m_notice;
    bool m_more = false;
};

} // namespace consent::ui

#pragma once

#include "desk/contacts/contactviews.h"
#include "ui/common/page.h"

#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTableView;

namespace consent::ui {

class InlineNotice;
class ReconfirmModel;
class ResultsModel;

/// 후속: outcomes to tell within 14 days, and consents to advertising to ask about again within two years. Both lists
/// by keyboard: a letter, or its button, says what came of the chosen lines.
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
    /// While a panel lies over the page, its keys sleep.
    void setAwake(bool awake);
    void showDone(const QString &sentence);
    void showError(const QString &sentence);

Q_SIGNALS:
    /// Both lists are wanted afresh.
    void refreshWanted();
    void told(const std::vector<consent::EventId> &about, consent::domain::ToldBy channel);
    void reconfirmed(const std::vector<consent::desk::ReconfirmationRow> &rows,
                     consent::domain::Reconfirmation outcome);
    /// The people to ask again are wanted as a file.
    void batchWanted();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Act
    {
        int key;
        QPushButton *button;
    };

    void addActs();
    void addList(QLabel &heading, QTableView &view, const std::vector<Act> &acts);
    void tell(domain::ToldBy channel);
    void answer(domain::Reconfirmation outcome);
    void enableActs();
    void retranslate();

    QWidget *m_content;
    QLabel *m_resultsTitle;
    ResultsModel *m_resultsModel;
    QTableView *m_results;
    QLabel *m_reconfirmTitle;
    ReconfirmModel *m_reconfirmModel;
    QTableView *m_reconfirm;
    QPushButton *m_batch;
    std::vector<Act> m_tellings;
    std::vector<Act> m_answers;
    InlineNotice *m_notice;
    bool m_more = false;
};

} // namespace consent::ui

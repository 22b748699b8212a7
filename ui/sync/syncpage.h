#pragma once

#include "desk/exchange/syncviews.h"
#include "desk/session/desksession.h"
#include "ui/common/page.h"

class QAbstractItemModel;
class QLabel;
class QStackedWidget;
class QTableView;

namespace consent::ui {

class EmptyState;
class InlineNotice;
class QueueModel;
class TroubleModel;

/// 전송: whether the central store is reached, what waits for it, and what went wrong, in words. Asks nobody itself.
class SyncPage : public Page
{
    Q_OBJECT

public:
    explicit SyncPage(QWidget *parent = nullptr);

    QString title() const override;
    Icon icon() const override { return Icon::Server; }
    KeyHints keys() const override;
    void activated() override;

    void setState(const desk::SyncView &view);
    void setOverview(const desk::SyncOverview &overview);
    void showError(const QString &sentence);

Q_SIGNALS:
    void refreshRequested();
    void tryRequested();
    void seenRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QTableView *table(QAbstractItemModel *model, int stretched) const;
    void retranslate();
    void describe();

    QLabel *m_title;
    QLabel *m_light;
    QLabel *m_headline;
    QLabel *m_explanation;
    QLabel *m_facts;
    InlineNotice *m_notice;
    QueueModel *m_queue;
    QTableView *m_queueTable;
    QLabel *m_queueTitle;
    EmptyState *m_nothingWaits;
    QStackedWidget *m_queueStack;
    TroubleModel *m_troubles;
    QTableView *m_troubleTable;
    QLabel *m_troubleTitle;
    EmptyState *m_noTrouble;
    QStackedWidget *m_troubleStack;
    desk::SyncView m_view;
    desk::SyncOverview m_overview;
};

} // namespace consent::ui

#pragma once

#include "desk/calls/callviews.h"

#include <QWidget>

class QLabel;
class QStandardItemModel;
class QTableView;

namespace consent::ui {

/// What stands for the caller now, item by item, with this call's answers over what was known before.
class ConsentPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ConsentPanel(QWidget *parent = nullptr);

    void showItems(const std::vector<desk::ItemState> &items);
    QTableView &table() { return *m_table; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QStandardItemModel *m_model;
    QTableView *m_table;
};

} // namespace consent::ui

#pragma once

#include "ui/log/logsource.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QGridLayout;
class QLabel;

namespace consent::ui {

/// The one line above the consent log in which it is narrowed.
class LogFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit LogFilterBar(QWidget *parent = nullptr);

    desk::LogFilter filter() const;
    /// Keeps what is chosen where it is still offered.
    void setChoices(const desk::LogChoices &choices);
    /// The date in Korea, by which "today" and "last 7 days" count.
    void setToday(QDate today);
    void clear();
    void focusFirst();

Q_SIGNALS:
    void filterChanged(const consent::desk::LogFilter &filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Period { AllTime, Today, LastWeek, LastMonth, Between };

    void addField(QWidget *field);
    void name(QWidget *field, const QString &text);
    void retranslate();
    void offerDecisions();
    void offerMethods();
    void applyPeriod();
    void changed();

    QGridLayout *m_grid = nullptr;
    QHash<QWidget *, QLabel *> m_labels;
    QComboBox *m_period;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QComboBox *m_agent;
    QComboBox *m_item;
    QComboBox *m_decision;
    QComboBox *m_method;
    desk::LogChoices m_choices;
    QDate m_today;
};

} // namespace consent::ui

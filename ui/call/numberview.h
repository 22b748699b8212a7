#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace consent::ui {

class FormField;
class InlineNotice;
class QuietBusyBar;

/// Between two calls: the number of the next caller, and the call that a crash broke off.
class NumberView : public QWidget
{
    Q_OBJECT

public:
    explicit NumberView(QWidget *parent = nullptr);

    void setNumber(const QString &number);
    void setFault(const QString &fault);
    void setBusy(bool busy);
    /// Offers to go on with an interrupted call; an empty sentence takes the offer away.
    void offerInterrupted(const QString &sentence);
    bool offersInterrupted() const;
    void focusNumber();

Q_SIGNALS:
    void numberEntered(const QString &number);
    void resumeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void enter();

    InlineNotice *m_interrupted;
    QLabel *m_title;
    QLabel *m_hint;
    QLineEdit *m_number;
    FormField *m_field;
    QPushButton *m_find;
    QuietBusyBar *m_busy;
    bool m_offers = false;
};

} // namespace consent::ui

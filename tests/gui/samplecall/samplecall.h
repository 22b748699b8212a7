#pragma once

#include "base/result.h"

#include <QKeySequence>
#include <QString>

#include <functional>

class QWidget;

/// Takes one call in the real window, by keyboard alone, as a person does: first run, sample desk, a caller by number,
/// the whole script, save, receipt, consent log. What is not on screen in time ends it with a sentence that names the
/// step.
class SampleCall
{
public:
    /// Whoever calls; fictitious.
    struct Caller
    {
        QString number;
        QString name;
        QString birth; ///< As typed.
        QString email;
    };

    /// @param window the program's main window, shown
    /// @param pictures folder for the screenshots, made when it does not exist; none are kept when it is empty
    SampleCall(QWidget &window, QString pictures);

    /// @return the receipt's number as the window shows it
    consent::Result<QString> run();
    /// One call alone, on the page of calls of a desk that is open. @return as run()
    consent::Result<QString> hold(const Caller &caller);

private:
    consent::Result<QString> attempt(const std::function<void()> &steps);
    void enterSampleDesk();
    void takeCaller();
    void readScript();
    void save();
    void openLog();

    /// Waits until the condition holds. @param step what is waited for, for the error
    void await(const std::function<bool()> &condition, const QString &step, int timeoutMs = 30000);
    void awaitVisible(const QString &name, int timeoutMs = 30000);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    /// Tab until the named control has the focus.
    void tabTo(const QString &name);
    void keepPicture(const QString &name);
    QWidget *visible(const QString &name) const;
    QString text(const QString &name) const;

    QWidget &m_window;
    QString m_pictures;
    Caller m_caller;
    int m_pictureCount = 0;
    QString m_receipt;
};

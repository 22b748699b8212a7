#include "samplecall.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPixmap>
#include <QScreen>
#include <QTest>
#include <QTextEdit>
#include <QWindow>

using namespace consent;
using namespace Qt::StringLiterals;

namespace {

/// Fictitious: names like this are in no register, numbers from 010-0 are assigned to nobody.
const SampleCall::Caller sampleCaller{u"01000009876"_s, u"보기손님"_s, u"19850505"_s, u"sample@example.com"_s};

constexpr int mostClauses = 60; // a script that does not end is a fault

/// The step that was not reached; stays inside this file.
struct Stuck
{
    QString step;
};

} // namespace

SampleCall::SampleCall(QWidget &window, QString pictures)
    : m_window(window)
    , m_pictures(std::move(pictures))
{
}

Result<QString> SampleCall::run()
{
    m_caller = sampleCaller;
    return attempt([this] {
        enterSampleDesk();
        takeCaller();
        readScript();
        save();
        openLog();
    });
}

Result<QString> SampleCall::hold(const Caller &caller)
{
    m_caller = caller;
    return attempt([this] {
        takeCaller();
        readScript();
        save();
    });
}

Result<QString> SampleCall::attempt(const std::function<void()> &steps)
{
    try {
        if (!m_pictures.isEmpty() && !QDir().mkpath(m_pictures))
            throw Stuck{u"a folder for the pictures"_s};
        await([this] { return m_window.windowHandle() && m_window.windowHandle()->isExposed(); },
              u"the window is on the screen"_s);
        m_window.activateWindow(); // a virtual screen has no window manager that would do it
        await([this] { return m_window.isActiveWindow(); }, u"the window has the keyboard"_s);
        steps();
        return m_receipt;
    } catch (const Stuck &stuck) {
        keepPicture(u"stuck"_s);
        return Error{ErrorKind::Unavailable, u"Not reached in time: "_s + stuck.step, {}};
    }
}

void SampleCall::enterSampleDesk()
{
    await([this] { return visible(u"firstRunView"_s) || visible(u"signInView"_s); }, u"the first page"_s);
    if (visible(u"signInView"_s)) {
        // A desk with sample people is there already; its page offers what it takes to sign in.
        keepPicture(u"sign-in"_s);
        tabTo(u"signInSubmit"_s);
        press(Qt::Key_Space);
        awaitVisible(u"callerNumber"_s, 60000);
        return;
    }
    keepPicture(u"first-run"_s);
    tabTo(u"chooseSample"_s);
    press(Qt::Key_Space);
    // Three hundred fictitious people with what they said are written, and it signs in by itself.
    awaitVisible(u"callerNumber"_s, 150000);
}

void SampleCall::takeCaller()
{
    await([] { return QApplication::focusWidget() && QApplication::focusWidget()->objectName() == u"callerNumber"; },
          u"the cursor stands in the caller's number"_s);
    type(m_caller.number);
    keepPicture(u"number"_s);
    press(Qt::Key_Return);
    awaitVisible(u"personView"_s);
    tabTo(u"newName"_s);
    type(m_caller.name);
    tabTo(u"newBirthDate"_s);
    type(m_caller.birth);
    tabTo(u"newEmail"_s);
    type(m_caller.email);
    keepPicture(u"new-person"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    awaitVisible(u"scriptView"_s);
}

void SampleCall::readScript()
{
    const QString optional = QCoreApplication::translate("consent::ui::ClauseView", "Optional");
    int optionalItems = 0;
    for (int clause = 0; visible(u"scriptView"_s); ++clause) {
        if (clause == mostClauses)
            throw Stuck{u"the end of the script"_s};
        const QString before = text(u"clauseHeading"_s) + text(u"clauseText"_s);
        if (clause == 0)
            keepPicture(u"greeting"_s);
        if (visible(u"answerYes"_s)) {
            // Yes to what joining needs; yes and no in turn to what is optional, so that both are in the record.
            const bool isOptional = text(u"clauseKind"_s) == optional;
            if (isOptional && ++optionalItems == 3)
                keepPicture(u"question"_s);
            press(isOptional && optionalItems % 2 == 0 ? Qt::Key_N : Qt::Key_Y);
        } else {
            press(Qt::Key_Space);
        }
        await([&] { return !visible(u"scriptView"_s) || text(u"clauseHeading"_s) + text(u"clauseText"_s) != before; },
              u"the clause after: "_s + before.left(60));
    }
}

void SampleCall::save()
{
    awaitVisible(u"saveCall"_s);
    keepPicture(u"summary"_s);
    tabTo(u"saveCall"_s);
    press(Qt::Key_Return);
    awaitVisible(u"receiptView"_s);
    await([this] { return !text(u"receiptNumber"_s).isEmpty(); }, u"the receipt's number"_s);
    m_receipt = text(u"receiptNumber"_s);
    keepPicture(u"receipt"_s);
}

void SampleCall::openLog()
{
    for (int page = 0; page < 9 && !visible(u"logTable"_s); ++page) {
        press(static_cast<Qt::Key>(Qt::Key_1 + page), Qt::ControlModifier);
        QTest::qWait(50); // whether this key leads to the log shows only afterwards
    }
    awaitVisible(u"logTable"_s);
    const auto *table = qobject_cast<QAbstractItemView *>(visible(u"logTable"_s));
    await(
        [table] {
            const QAbstractItemModel *model = table ? table->model() : nullptr;
            return model && model->rowCount() > 0 && !model->index(0, 0).data().toString().isEmpty();
        },
        u"the consent log shows its first row"_s);
    keepPicture(u"log"_s);
}

void SampleCall::await(const std::function<bool()> &condition, const QString &step, int timeoutMs)
{
    if (!QTest::qWaitFor(condition, timeoutMs))
        throw Stuck{step};
}

void SampleCall::awaitVisible(const QString &name, int timeoutMs)
{
    await([this, &name] { return visible(name) != nullptr; }, name, timeoutMs);
}

void SampleCall::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget();
    QTest::keyClick(target ? target : &m_window, key, modifiers);
}

/// Latin and digits as keys; Hangul as an input method commits it, syllable by syllable.
void SampleCall::type(const QString &text)
{
    for (const QChar c : text) {
        QWidget *target = QApplication::focusWidget();
        if (!target)
            throw Stuck{u"a field to type into"_s};
        if (c.unicode() < 0x80) {
            QTest::keyClick(target, c.toLatin1());
            continue;
        }
        QInputMethodEvent composing(QString(c), {});
        QCoreApplication::sendEvent(target, &composing);
        QInputMethodEvent committed;
        committed.setCommitString(c);
        QCoreApplication::sendEvent(target, &committed);
    }
}

void SampleCall::tabTo(const QString &name)
{
    constexpr int mostControls = 60;
    for (int i = 0; i < mostControls; ++i) {
        const QWidget *focus = QApplication::focusWidget();
        if (focus && focus->objectName() == name)
            return;
        press(Qt::Key_Tab);
    }
    throw Stuck{u"the keyboard reaches "_s + name};
}

void SampleCall::keepPicture(const QString &name)
{
    if (m_pictures.isEmpty())
        return;
    QTest::qWait(100); // what was just shown is drawn
    const QPixmap picture = m_window.screen()->grabWindow(m_window.winId());
    picture.save(u"%1/%2-%3.png"_s.arg(m_pictures).arg(++m_pictureCount, 2, 10, QLatin1Char('0')).arg(name));
}

QWidget *SampleCall::visible(const QString &name) const
{
    const auto widgets = m_window.findChildren<QWidget *>(name);
    for (QWidget *widget : widgets) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

QString SampleCall::text(const QString &name) const
{
    QWidget *widget = visible(name);
    if (const auto *label = qobject_cast<QLabel *>(widget))
        return label->text();
    const auto *edit = qobject_cast<QTextEdit *>(widget);
    return edit ? edit->toPlainText() : QString();
}

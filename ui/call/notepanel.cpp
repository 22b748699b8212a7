#include "ui/call/notepanel.h"

#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int restMs = 400;

} // namespace

NotePanel::NotePanel(QWidget *parent)
    : SidePanel(u"notePanel"_s, parent)
    , m_edit(new QPlainTextEdit(this))
{
    m_edit->setObjectName(u"note"_s);
    m_edit->setTabChangesFocus(true);
    body().addWidget(m_edit, 1);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, [this] { Q_EMIT noteChanged(m_edit->toPlainText()); });
    connect(m_edit, &QPlainTextEdit::textChanged, this, &NotePanel::typed);
    retranslate();
}

void NotePanel::typed()
{
    const bool tooLong = m_edit->toPlainText().size() > longestNote;
    if (tooLong) {
        const QSignalBlocker quiet(m_edit);
        m_edit->setPlainText(m_edit->toPlainText().left(longestNote));
        m_edit->moveCursor(QTextCursor::End);
        setFault(tr("A note holds at most %1 characters; the rest was cut off.").arg(longestNote));
    }
    m_rest.start();
}

void NotePanel::setNote(const QString &note)
{
    if (m_rest.isActive() || m_edit->toPlainText() == note)
        return;
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(note);
    m_edit->moveCursor(QTextCursor::End);
}

void NotePanel::flush()
{
    if (!m_rest.isActive())
        return;
    m_rest.stop();
    Q_EMIT noteChanged(m_edit->toPlainText());
}

void NotePanel::open()
{
    setFault({});
    m_edit->setFocus(Qt::OtherFocusReason);
}

void NotePanel::submit()
{
    flush();
    Q_EMIT closed();
}

void NotePanel::retranslate()
{
    setWords(tr("Note"), tr("Saved with the call, sealed, and shown only to those who may see it."),
             tr("Keep the note (Ctrl+Enter)"));
    m_edit->setAccessibleName(tr("Note"));
}

} // namespace consent::ui

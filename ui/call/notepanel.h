#pragma once

#include "ui/call/sidepanel.h"

#include <QTimer>

class QPlainTextEdit;

namespace consent::ui {

/// The note of the call. Nothing is lost: what is typed goes out whenever typing rests, and before anything else acts.
class NotePanel : public SidePanel
{
    Q_OBJECT

public:
    static constexpr int longestNote = 4000; ///< Characters; more was pasted by mistake.

    explicit NotePanel(QWidget *parent = nullptr);

    /// Shows a note that came from elsewhere (a resumed call); does not disturb one that is being typed.
    void setNote(const QString &note);
    /// Sends out what was typed since the last rest.
    void flush();
    void open() override;
    void submit() override;

Q_SIGNALS:
    void noteChanged(const QString &note);

protected:
    void retranslate() override;

private:
    void typed();

    QPlainTextEdit *m_edit;
    QTimer m_rest;
};

} // namespace consent::ui

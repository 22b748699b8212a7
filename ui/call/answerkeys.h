#pragma once

#include <QObject>

class QWidget;

namespace consent::ui {

/// Hears Y and N on the widgets it watches while the keyboard writes Hangul: their keys then say ㅛ and ㅜ (two-set
/// layout), as a key or through an input method. Y and N of a Latin keyboard are ordinary shortcuts of the page.
class AnswerKeys : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void watch(QWidget &widget);
    void setEnabled(bool enabled) { m_enabled = enabled; }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void yes();
    void no();

private:
    bool take(const QString &text, bool repeated);
    bool takeComposed(const QString &composing, const QString &committed);

    bool m_enabled = false;
    bool m_taken = false; ///< The letter was taken while it was composed; its commit must not answer again.
};

} // namespace consent::ui

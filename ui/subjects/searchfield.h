#pragma once

#include <QLineEdit>

namespace consent::ui {

/// A search box that tells what is in it as one types, the syllable under composition included: a name is found before
/// its last syllable is finished.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    /// Text together with what is being composed.
    QString typedText() const;

Q_SIGNALS:
    void typed(const QString &text);

protected:
    void inputMethodEvent(QInputMethodEvent *event) override;

private:
    void tell();

    QString m_composing;
    QString m_told;
};

} // namespace consent::ui

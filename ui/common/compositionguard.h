#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class QApplication;
class QWidget;

namespace consent::ui {

/// Writes the syllable that is still being composed into its field before a key, a shortcut or a click acts, so that
/// "saved" never misses the last Hangul syllable. Works with input methods that commit late or not at all.
class CompositionGuard : public QObject
{
    Q_OBJECT

public:
    explicit CompositionGuard(QApplication &application);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void commit();

    QPointer<QObject> m_field;
    QString m_composing;
};

} // namespace consent::ui

#pragma once

#include "desk/session/language.h"
#include "ui/common/theme.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace consent::ui {

/// Language and colours of the program.
class LookChoice : public QWidget
{
    Q_OBJECT

public:
    enum class Direction { Row, Column };

    explicit LookChoice(Direction direction, QWidget *parent = nullptr);

    void present(domain::Language language, ColourScheme scheme);

Q_SIGNALS:
    void languageChosen(consent::domain::Language language);
    void schemeChosen(consent::ui::ColourScheme scheme);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_languageLabel;
    QComboBox *m_language;
    QLabel *m_schemeLabel;
    QComboBox *m_scheme;
};

} // namespace consent::ui

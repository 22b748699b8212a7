#pragma once

#include "desk/session/language.h"

#include <QObject>
#include <QTranslator>

#include <optional>

class QCoreApplication;

namespace consent::ui {

/// Changes the language while the program runs, as desk::speak() sets it once. Views follow by QEvent::LanguageChange.
class Languages : public QObject
{
    Q_OBJECT

public:
    explicit Languages(QCoreApplication &application);

    void use(domain::Language language);

private:
    std::optional<domain::Language> m_current;
    QTranslator m_ours;
    QTranslator m_qts;
};

} // namespace consent::ui

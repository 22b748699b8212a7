#pragma once

#include "desk/contacts/contactviews.h"

#include <QObject>

#include <optional>

namespace consent::desk {
class ContactDesk;
}

namespace consent::ui {

class StopPanel;

/// Connects the panel to the use case. UI thread.
class StopController : public QObject
{
    Q_OBJECT

public:
    /// @param panel, desk outlive this
    StopController(StopPanel &panel, desk::ContactDesk &desk, QObject *parent);

    void openFor(const SubjectId &subject);

Q_SIGNALS:
    /// Something was ended or taken back: what shows this person looks again.
    void changed(const consent::SubjectId &subject);

private:
    void find(const QString &number);
    void end(const desk::Ending &ending);
    void takeBack(domain::MistakeReason reason);
    void offer(const Result<desk::StopTargets> &targets);

    StopPanel &m_panel;
    desk::ContactDesk &m_desk;
    std::optional<desk::RecordedEnding> m_ended;
};

} // namespace consent::ui

#pragma once

#include "ui/common/keyhint.h"
#include "ui/requests/requestsource.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListView;
class QStackedWidget;

namespace consent::ui {

class AuthenticityPanel;
class IdentityPanel;
class InlineNotice;
class MilestoneStrip;
class PapersPanel;
class RequestClockView;
class RequestFacts;
class RequestPanel;
class StatusChip;
class StepPanel;
class TellPanel;
class TimelineModel;

/// One request, opened as a timeline. What is missing stands at the top with the key that mends it; every step is taken
/// in the panel beside the timeline, never in a dialog.
class RequestDetail : public QWidget
{
    Q_OBJECT

public:
    explicit RequestDetail(RequestSource &source, QWidget *parent = nullptr); // source outlives this

    void open(const RequestId &request);
    void show(const desk::RequestView &request);
    const std::optional<desk::RequestView> &request() const { return m_request; }
    /// Looks again, without disturbing what is being typed.
    void refresh();
    KeyHints keys() const;
    void focusFirst();
    /// Leaves the panel that is open. @return false when there was none.
    bool leavePanel();

Q_SIGNALS:
    void hintsChanged();
    /// It has moved: lists may look again.
    void moved();
    void personRequested(const consent::SubjectId &subject);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void addKeys();
    void addKey(const QKeySequence &key, std::vector<domain::RequestStep> steps);
    const desk::RequestAction *action(domain::RequestStep step) const;
    bool allowed(domain::RequestStep step) const;
    bool mayLift() const;
    void addPanelKey(const QKeySequence &key, void (RequestDetail::*act)());
    void openPapers();
    void openAuthenticity();
    void openLift();
    void toPerson();
    /// Opens the panel of the first of these steps that can be taken now, or says why none can.
    void take(const std::vector<domain::RequestStep> &steps);
    void openPanel(RequestPanel *panel);
    void send(const RequestMove &move, RequestPanel *panel);
    void sayNext();
    void retranslate();
    void describe();

    RequestSource &m_source;
    std::optional<desk::RequestView> m_request;
    QLabel *m_title;
    QLabel *m_who;
    StatusChip *m_state;
    StatusChip *m_frozen;
    StatusChip *m_conflict;
    RequestClockView *m_clock;
    InlineNotice *m_next;
    std::optional<domain::RequestStep> m_nextStep; ///< What the notice's button does.
    MilestoneStrip *m_way;
    TimelineModel *m_entries;
    QListView *m_timeline;
    QStackedWidget *m_side;
    RequestFacts *m_facts;
    IdentityPanel *m_identity;
    StepPanel *m_step;
    PapersPanel *m_papers;
    TellPanel *m_tell;
    AuthenticityPanel *m_authenticity;
    quint64 m_opening = 0; ///< Answers about a request that is no longer wanted are dropped.
};

} // namespace consent::ui

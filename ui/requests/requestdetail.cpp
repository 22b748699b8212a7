#include "ui/requests/requestdetail.h"

#include "base/continuation.h"
#include "ui/common/card.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/statuschip.h"
#include "ui/common/typography.h"
#include "ui/requests/authenticitypanel.h"
#include "ui/requests/identitypanel.h"
#include "ui/requests/milestonestrip.h"
#include "ui/requests/nextstep.h"
#include "ui/requests/paperspanel.h"
#include "ui/requests/requestclockview.h"
#include "ui/requests/requestfacts.h"
#include "ui/requests/requestwords.h"
#include "ui/requests/steppanel.h"
#include "ui/requests/tellpanel.h"
#include "ui/requests/timelinemodel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace consent::ui {

using namespace Qt::StringLiterals;
using domain::RequestStep;

RequestDetail::RequestDetail(RequestSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_title(new QLabel(this))
    , m_who(new QLabel(this))
    , m_state(new StatusChip(Status::None, this))
    , m_frozen(new StatusChip(Status::Frozen, this))
    , m_conflict(new StatusChip(Status::Invalidated, this))
    , m_clock(new RequestClockView(this))
    , m_next(new InlineNotice(this))
    , m_way(new MilestoneStrip(this))
    , m_entries(new TimelineModel(this))
    , m_timeline(new QListView(this))
    , m_side(new QStackedWidget(this))
    , m_facts(new RequestFacts)
    , m_identity(new IdentityPanel(source))
    , m_step(new StepPanel)
    , m_papers(new PapersPanel(source))
    , m_tell(new TellPanel)
    , m_authenticity(new AuthenticityPanel(source))
{
    setObjectName(u"requestDetail"_s);
    m_title->setObjectName(u"requestTitle"_s);
    m_title->setFont(titleFont());
    m_title->setTextFormat(Qt::PlainText);
    m_who->setObjectName(u"requestWho"_s);
    m_who->setTextFormat(Qt::PlainText);
    m_who->setForegroundRole(QPalette::PlaceholderText);
    m_state->setObjectName(u"requestState"_s);
    m_frozen->setObjectName(u"requestFrozen"_s);
    m_conflict->setObjectName(u"requestConflict"_s);
    m_next->setObjectName(u"requestNext"_s);
    m_timeline->setObjectName(u"requestTimeline"_s);
    m_timeline->setModel(m_entries);
    m_timeline->setItemDelegate(new TimelineDelegate(m_timeline));
    m_timeline->setFrameShape(QFrame::NoFrame);
    m_timeline->setResizeMode(QListView::Adjust);
    m_timeline->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_timeline->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_timeline->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    build();
    addKeys();
    connect(m_next, &InlineNotice::actionTriggered, this, [this] {
        if (m_nextStep)
            take({*m_nextStep});
    });
    for (RequestPanel *panel : {static_cast<RequestPanel *>(m_identity), static_cast<RequestPanel *>(m_step),
                                static_cast<RequestPanel *>(m_papers), static_cast<RequestPanel *>(m_tell),
                                static_cast<RequestPanel *>(m_authenticity)})
        connect(panel, &RequestPanel::closed, this, [this] { leavePanel(); });
    connect(m_identity, &RequestPanel::submitted, this, [this] { send(m_identity->move(), m_identity); });
    connect(m_step, &RequestPanel::submitted, this, [this] { send(m_step->move(), m_step); });
    connect(m_authenticity, &AuthenticityPanel::asked, this, [this] { Q_EMIT moved(); });
    connect(m_tell, &RequestPanel::submitted, this, [this] { send(m_tell->move(), m_tell); });
    retranslate();
}

void RequestDetail::build()
{
    auto *chips = new QHBoxLayout;
    chips->setSpacing(spacing);
    chips->addWidget(m_title);
    chips->addWidget(m_state);
    chips->addWidget(m_frozen);
    chips->addWidget(m_conflict);
    chips->addStretch();
    auto *names = new QVBoxLayout;
    names->setSpacing(spacing / 2);
    names->addLayout(chips);
    names->addWidget(m_who);
    names->addStretch();
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * spacing);
    top->addLayout(names, 1);
    top->addWidget(m_clock, 0, Qt::AlignTop);

    auto *left = new Card(this);
    auto *story = new QVBoxLayout(left);
    story->setContentsMargins(spacing, 2 * spacing, spacing, spacing);
    story->setSpacing(spacing);
    story->addWidget(m_way);
    story->addWidget(m_timeline, 1);
    auto *right = new Card(this);
    auto *side = new QVBoxLayout(right);
    side->setContentsMargins(1, 1, 1, 1);
    side->addWidget(m_side);
    for (QWidget *view :
         {static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_identity), static_cast<QWidget *>(m_step),
          static_cast<QWidget *>(m_papers), static_cast<QWidget *>(m_tell), static_cast<QWidget *>(m_authenticity)})
        m_side->addWidget(view);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * spacing);
    row->addWidget(left, 1);
    row->addWidget(right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addLayout(top);
    column->addWidget(m_next);
    column->addLayout(row, 1);
}

void RequestDetail::addKey(const QKeySequence &key, std::vector<RequestStep> steps)
{
    auto *shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [this, steps = std::move(steps)] { take(steps); });
}

void RequestDetail::addKeys()
{
    addKey(Qt::Key_F2, {RequestStep::VerifyIdentity});
    addKey(Qt::Key_F3, {RequestStep::PapersCame, RequestStep::AskPapers});
    addKey(Qt::Key_F4, {RequestStep::Complete});
    addKey(Qt::Key_F6, {RequestStep::Resume, RequestStep::Pause});
    addKey(Qt::Key_F7, {RequestStep::Extend});
    addKey(Qt::Key_F8, {RequestStep::Refuse});
    addKey(Qt::Key_F10, {RequestStep::TellResult});
    addKey(Qt::CTRL | Qt::Key_R, {RequestStep::RecipientTold});
    addKey(Qt::CTRL | Qt::Key_D, {RequestStep::Cancel});
    addKey(Qt::CTRL | Qt::Key_E, {RequestStep::Expire});
    addKey(Qt::CTRL | Qt::Key_B, {RequestStep::Object});
    addPanelKey(Qt::Key_F9, &RequestDetail::openPapers);
    addPanelKey(Qt::CTRL | Qt::Key_G, &RequestDetail::openAuthenticity);
    addPanelKey(Qt::Key_F11, &RequestDetail::openLift);
    addPanelKey(Qt::CTRL | Qt::Key_O, &RequestDetail::toPerson);
}

void RequestDetail::addPanelKey(const QKeySequence &key, void (RequestDetail::*act)())
{
    auto *shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [this, act] {
        if (m_request)
            (this->*act)();
    });
}

void RequestDetail::openPapers()
{
    m_papers->prepare(*m_request);
    openPanel(m_papers);
    m_papers->focusFirst();
}

void RequestDetail::openAuthenticity()
{
    openPanel(m_authenticity);
    m_authenticity->prepare(*m_request);
}

void RequestDetail::openLift()
{
    if (!mayLift())
        return;
    openPanel(m_step);
    m_step->prepareLift(*m_request);
}

void RequestDetail::toPerson()
{
    Q_EMIT personRequested(m_request->subject.id);
}

/// A suspension that was carried out lasts until the person ends it.
bool RequestDetail::mayLift() const
{
    return m_request && m_request->summary.kind == domain::RequestKind::Suspension && m_request->personFrozen &&
           !domain::isUndecided(m_request->summary.state);
}

KeyHints RequestDetail::keys() const
{
    const bool open = m_request.has_value();
    const bool panel = m_side->currentWidget() != m_facts;
    const bool resume = allowed(RequestStep::Resume);
    return {{u"Esc"_s, panel ? tr("Leave") : tr("Back")},
            {u"Ctrl+Enter"_s, tr("Record"), panel},
            {u"F2"_s, tr("Identity"), allowed(RequestStep::VerifyIdentity)},
            {u"F3"_s, allowed(RequestStep::PapersCame) ? tr("Papers came") : tr("Ask for papers"),
             allowed(RequestStep::PapersCame) || allowed(RequestStep::AskPapers)},
            {u"F4"_s, tr("Carry out"), allowed(RequestStep::Complete)},
            {u"F10"_s, tr("Told"), allowed(RequestStep::TellResult)},
            {u"F9"_s, tr("Papers"), open},
            {u"F6"_s, resume ? tr("Go on") : tr("Pause"), resume || allowed(RequestStep::Pause)},
            {u"F7"_s, tr("Extend"), allowed(RequestStep::Extend)},
            {u"F8"_s, tr("Refuse"), allowed(RequestStep::Refuse)},
            {u"Ctrl+G"_s, tr("Genuine?"), open && domain::isUndecided(m_request->summary.state)},
            {u"F11"_s, tr("Lift the suspension"), mayLift()},
            {u"Ctrl+R"_s, tr("Recipient told"), allowed(RequestStep::RecipientTold)},
            {u"Alt+↑↓"_s, tr("Previous, next"), open && !panel},
            {u"Ctrl+O"_s, tr("Customer"), open},
            {u"Ctrl+D"_s, tr("Taken back"), allowed(RequestStep::Cancel)},
            {u"Ctrl+E"_s, tr("Expire"), allowed(RequestStep::Expire)},
            {u"Ctrl+B"_s, tr("Objection"), allowed(RequestStep::Object)}};
}

void RequestDetail::open(const RequestId &request)
{
    const quint64 opening = ++m_opening;
    continueOn(m_source.open(request), this, [this, opening](const Result<desk::RequestView> &view) {
        if (opening != m_opening)
            return;
        if (view)
            show(*view);
        else
            m_next->say(InlineNotice::Level::Error, view.error().message);
    });
}

void RequestDetail::refresh()
{
    if (m_request && m_side->currentWidget() == m_facts)
        open(m_request->summary.id);
}

void RequestDetail::show(const desk::RequestView &request)
{
    const bool another = !m_request || m_request->summary.id != request.summary.id;
    m_request = request;
    m_entries->setEntries(request.timeline);
    if (another)
        m_side->setCurrentWidget(m_facts);
    describe();
    m_papers->prepare(request);
    Q_EMIT hintsChanged();
}

void RequestDetail::describe()
{
    if (!m_request)
        return;
    const desk::RequestSummary &summary = m_request->summary;
    m_title->setText(u"%1  %2"_s.arg(domain::label(summary.kind), summary.number));
    m_who->setText(u"%1  %2 · %3 · %4"_s.arg(m_request->subject.name, m_request->subject.maskedPhone,
                                             domain::label(summary.requester), domain::label(summary.channel)));
    m_state->setStatus(statusOf(summary.state), domain::label(summary.state));
    m_frozen->setStatus(Status::Frozen, tr("Frozen: not used, not provided"));
    m_frozen->setVisible(m_request->personFrozen);
    m_conflict->setStatus(Status::Invalidated, tr("Two desks moved it"));
    m_conflict->setVisible(summary.conflict);
    m_clock->setRequest(summary);
    m_way->setRequest(*m_request);
    m_facts->setRequest(*m_request);
    m_timeline->setAccessibleName(tr("What happened"));
    sayNext();
}

void RequestDetail::sayNext()
{
    const auto next = nextStepOf(*m_request);
    m_nextStep.reset();
    if (!next)
        return m_next->dismiss();
    m_nextStep = next->step;
    m_next->say(next->missing ? InlineNotice::Level::Warning : InlineNotice::Level::Info, next->sentence,
                domain::label(next->step) + u"  "_s + next->key);
}

const desk::RequestAction *RequestDetail::action(RequestStep step) const
{
    if (!m_request)
        return nullptr;
    const auto found = std::ranges::find(m_request->actions, step, &desk::RequestAction::step);
    return found == m_request->actions.end() ? nullptr : &*found;
}

bool RequestDetail::allowed(RequestStep step) const
{
    const desk::RequestAction *found = action(step);
    return found != nullptr && found->allowed;
}

void RequestDetail::take(const std::vector<RequestStep> &steps)
{
    if (!m_request)
        return;
    const auto step = std::ranges::find_if(steps, [this](RequestStep one) { return allowed(one); });
    if (step == steps.end()) {
        const desk::RequestAction *refused = action(steps.back());
        if (refused != nullptr && !refused->why.isEmpty())
            m_next->say(InlineNotice::Level::Warning, refused->why);
        return;
    }
    if (*step == RequestStep::VerifyIdentity) {
        openPanel(m_identity);
        m_identity->prepare(*m_request);
    } else if (*step == RequestStep::TellResult) {
        openPanel(m_tell);
        m_tell->prepare(*m_request, m_papers->papers());
    } else {
        openPanel(m_step);
        m_step->prepare(*step, *m_request);
    }
}

void RequestDetail::openPanel(RequestPanel *panel)
{
    m_side->setCurrentWidget(panel);
    Q_EMIT hintsChanged();
}

bool RequestDetail::leavePanel()
{
    if (m_side->currentWidget() == m_facts)
        return false;
    m_side->setCurrentWidget(m_facts);
    focusFirst();
    Q_EMIT hintsChanged();
    return true;
}

void RequestDetail::send(const RequestMove &move, RequestPanel *panel)
{
    panel->setBusy(true);
    const RequestId request = m_request->summary.id;
    continueOn(m_source.move(request, move), this, [this, request, panel](const Result<desk::RequestView> &view) {
        panel->setBusy(false);
        if (!m_request || m_request->summary.id != request)
            return;
        if (!view)
            return panel->setFault(view.error().message);
        if (m_side->currentWidget() == panel)
            leavePanel();
        show(*view);
        Q_EMIT moved();
    });
}

void RequestDetail::focusFirst()
{
    m_timeline->setFocus(Qt::OtherFocusReason);
    if (m_entries->rowCount() > 0 && !m_timeline->currentIndex().isValid())
        m_timeline->setCurrentIndex(m_entries->index(0, 0));
}

void RequestDetail::retranslate()
{
    setAccessibleName(tr("Request"));
    describe();
}

void RequestDetail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui

#include "ui/call/callpage.h"

#include "domain/phone.h"
#include "ui/call/callerline.h"
#include "ui/call/guardianpanel.h"
#include "ui/call/numberview.h"
#include "ui/call/optoutpanel.h"
#include "ui/call/personview.h"
#include "ui/call/receiptview.h"
#include "ui/call/scriptview.h"
#include "ui/call/summaryview.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/typography.h"

#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace consent::ui {

using namespace Qt::StringLiterals;
using Stage = desk::CallState::Stage;

CallPage::CallPage(QWidget *parent)
    : Page(parent)
    , m_caller(new CallerLine(this))
    , m_notice(new InlineNotice(this))
    , m_stack(new QStackedWidget(this))
    , m_number(new NumberView(this))
    , m_person(new PersonView(this))
    , m_script(new ScriptView(this))
    , m_summary(new SummaryView(this))
    , m_receipt(new ReceiptView(this))
{
    setObjectName(u"callPage"_s);
    build();
    connectViews();
    addKeys();
    showWaiting();
}

void CallPage::build()
{
    m_notice->setObjectName(u"callNotice"_s);
    for (QWidget *view :
         {static_cast<QWidget *>(m_number), static_cast<QWidget *>(m_person), static_cast<QWidget *>(m_script),
          static_cast<QWidget *>(m_summary), static_cast<QWidget *>(m_receipt)})
        m_stack->addWidget(view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_caller);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
}

void CallPage::connectViews()
{
    connect(m_number, &NumberView::numberEntered, this, &CallPage::numberEntered);
    connect(m_number, &NumberView::resumeRequested, this, &CallPage::resumeRequested);
    connect(m_person, &PersonView::personChosen, this, &CallPage::personChosen);
    connect(m_person, &PersonView::newPersonEdited, this, &CallPage::newPersonEdited);
    connect(m_person, &PersonView::newPersonSubmitted, this, &CallPage::newPersonSubmitted);
    connect(m_script, &ScriptView::answered, this, [this](domain::Decision decision) {
        if (m_asks)
            Q_EMIT answered(decision);
    });
    connect(m_script, &ScriptView::nextRequested, this, &CallPage::nextPressed);
    connect(m_script, &ScriptView::noteChanged, this, &CallPage::noteChanged);
    connect(m_script, &ScriptView::panelChanged, this, &CallPage::faceChanged);
    connect(&m_script->optOut(), &OptOutPanel::optOutConfirmed, this, &CallPage::optOutConfirmed);
    connect(&m_script->guardian(), &GuardianPanel::guardianEntered, this, &CallPage::guardianEntered);
    connect(m_summary, &SummaryView::saveRequested, this, &CallPage::saveRequested);
    connect(m_summary, &SummaryView::backRequested, this, &CallPage::backToScriptRequested);
    connect(m_summary, &SummaryView::discardRequested, this, &CallPage::discardRequested);
    connect(m_receipt, &ReceiptView::pdfRequested, this, &CallPage::pdfRequested);
    connect(m_receipt, &ReceiptView::jwsRequested, this, &CallPage::jwsRequested);
    connect(m_receipt, &ReceiptView::nextCallRequested, this, &CallPage::nextCallRequested);
}

void CallPage::addKeys()
{
    const auto script = {Face::Script};
    addKey(Qt::Key_Space, script, [this] { Q_EMIT nextPressed(); });
    addKey(Qt::Key_Y, script, [this] { Q_EMIT m_script->answered(domain::Decision::Granted); });
    addKey(Qt::Key_N, script, [this] { Q_EMIT m_script->answered(domain::Decision::Refused); });
    addKey(Qt::Key_Backspace, script, [this] {
        if (m_canGoBack)
            Q_EMIT backPressed();
    });
    addKey(Qt::Key_F2, {Face::Script, Face::Panel}, [this] { m_script->openOptOut(); });
    addKey(Qt::Key_F3, {Face::Script, Face::Panel}, [this] { m_script->openGuardian(); });
    addKey(Qt::Key_F4, {Face::Script, Face::Panel}, [this] { m_script->openNote(); });
    addKey(Qt::Key_F6, {Face::Script}, [this] { Q_EMIT languageToggled(); });
    addKey(Qt::Key_F7, {Face::Script, Face::Panel, Face::Summary}, [this] { Q_EMIT requestsPressed(); });
    addKey(Qt::Key_F10, {Face::Script, Face::Panel}, [this] {
        m_script->closePanel(); // what stands in the note goes out first
        Q_EMIT endPressed();
    });
    addKey(Qt::CTRL | Qt::Key_Return, {Face::Panel}, [this] { m_script->submitPanel(); });
    addKey(Qt::CTRL | Qt::Key_Return, {Face::Person}, [this] { m_person->submitNew(); });
    addKey(Qt::Key_F5, {Face::Person}, [this] { m_person->focusNew(); });
    addKey(Qt::Key_F6, {Face::Person}, [this] { m_person->toggleLanguage(); });
    addKey(Qt::Key_F7, {Face::Person}, [this] { m_person->nextMethod(); });
    addKey(Qt::Key_F8, {Face::Person}, [this] { m_person->toggleIdentifiers(); });
    addKey(Qt::Key_F12, {Face::Person}, [this] { m_person->takeSimilar(); });
    addKey(Qt::Key_F9, {Face::Waiting, Face::Person}, [this] {
        if (m_number->offersInterrupted())
            Q_EMIT resumeRequested();
    });
    addKey(Qt::Key_Backspace, {Face::Summary}, [this] { Q_EMIT backToScriptRequested(); });
    addKey(QKeySequence::Save, {Face::Summary}, [this] { Q_EMIT saveRequested(); });
    addKey(Qt::CTRL | Qt::Key_D, {Face::Summary}, [this] {
        if (m_canDiscard)
            Q_EMIT discardRequested();
    });
    addKey(Qt::Key_F2, {Face::Receipt}, [this] { m_receipt->requestPdf(); });
    addKey(Qt::Key_F3, {Face::Receipt}, [this] { m_receipt->requestJws(); });
    addKey(Qt::Key_Escape, {Face::Person, Face::Panel, Face::Summary, Face::Receipt}, [this] { escape(); });
}

/// Holding a key down acts once: a clause that nobody read must not be passed.
void CallPage::addKey(const QKeySequence &key, std::vector<Face> faces, std::function<void()> act)
{
    auto *shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, std::move(act));
    m_keys.push_back({shortcut, std::move(faces)});
}

QString CallPage::title() const
{
    return tr("Call");
}
Icon CallPage::icon() const
{
    return Icon::Call;
}

bool CallPage::openOptOut()
{
    const bool scripted = face() == Face::Script || face() == Face::Panel;
    if (scripted)
        m_script->openOptOut();
    return scripted;
}

CallPage::Face CallPage::face() const
{
    const QWidget *view = m_stack->currentWidget();
    if (view == m_number)
        return Face::Waiting;
    if (view == m_person)
        return Face::Person;
    if (view == m_receipt)
        return Face::Receipt;
    if (view == m_summary)
        return m_saving ? Face::Saving : Face::Summary;
    return m_script->panelIsOpen() ? Face::Panel : Face::Script;
}

KeyHints CallPage::keys() const
{
    const Face now = face();
    const auto on = [now](Face wanted) { return now == wanted; };
    const bool inScript = on(Face::Script) || on(Face::Panel);
    return {{u"Enter"_s, tr("Find the caller"), on(Face::Waiting)},
            {u"F9"_s, tr("Go on with the interrupted call"),
             (on(Face::Waiting) || on(Face::Person)) && m_number->offersInterrupted()},
            {u"Enter"_s, tr("Choose"), on(Face::Person)},
            {u"F5"_s, tr("New customer"), on(Face::Person)},
            {u"Ctrl+Enter"_s, tr("Start"), on(Face::Person)},
            {u"F6"_s, tr("Language"), on(Face::Person)},
            {u"F7"_s, tr("Method"), on(Face::Person)},
            {u"F8"_s, tr("ID number"), on(Face::Person)},
            {u"F12"_s, tr("Known person"), on(Face::Person) && m_person->hasSimilar()},
            {u"Space"_s, tr("Next"), on(Face::Script) && !m_asks},
            {u"Y/N"_s, tr("Answer"), on(Face::Script) && m_asks},
            {u"⌫"_s, tr("Back"), on(Face::Script) && m_canGoBack},
            {u"Enter"_s, tr("Confirm"), on(Face::Panel)},
            {u"F2"_s, tr("Opt-out"), inScript},
            {u"F3"_s, tr("Guardian"), inScript},
            {u"F4"_s, tr("Note"), inScript},
            {u"F6"_s, tr("Language"), on(Face::Script)},
            {u"F7"_s, tr("Requests"), inScript || on(Face::Summary)},
            {u"F10"_s, tr("End"), inScript},
            {u"Enter"_s, tr("Save"), on(Face::Summary)},
            {u"⌫"_s, tr("Back to the script"), on(Face::Summary)},
            {u"Ctrl+D"_s, tr("Close without a record"), on(Face::Summary) && m_canDiscard},
            {u"Enter"_s, tr("Next call"), on(Face::Receipt)},
            {u"F2"_s, tr("PDF"), on(Face::Receipt)},
            {u"F3"_s, tr("Signed record"), on(Face::Receipt)},
            {u"Esc"_s, tr("Back"), on(Face::Person) || on(Face::Panel)}};
}

void CallPage::activated()
{
    switch (face()) {
    case Face::Waiting:
        m_number->focusNumber();
        break;
    case Face::Person:
        m_person->focusFirst();
        break;
    case Face::Script:
        m_script->focusClause();
        break;
    case Face::Panel:
        break; // the field that is being typed in keeps it
    case Face::Summary:
    case Face::Saving:
        m_summary->focusSave();
        break;
    case Face::Receipt:
        m_receipt->focusNext();
        break;
    }
}

void CallPage::faceChanged()
{
    const Face now = face();
    for (const Key &key : m_keys)
        key.shortcut->setEnabled(std::ranges::find(key.faces, now) != key.faces.end());
    m_script->setAnswerable(now == Face::Script);
    Q_EMIT hintsChanged();
}

void CallPage::turnTo(QWidget *view)
{
    const bool another = m_stack->currentWidget() != view;
    m_stack->setCurrentWidget(view);
    faceChanged();
    if (another)
        activated();
}

void CallPage::showWaiting()
{
    m_caller->clear();
    m_caller->hide();
    m_number->setNumber({});
    m_number->setFault({});
    turnTo(m_number);
}

void CallPage::showMatches(const desk::CallerMatches &matches)
{
    saySilence();
    m_caller->showNumber(domain::groupedPhone(matches.number));
    m_caller->show();
    m_person->showMatches(matches);
    turnTo(m_person);
}

void CallPage::showCall(const desk::CallState &state)
{
    if (state.stage == Stage::Idle)
        return;
    m_saving = state.stage == Stage::Saving;
    m_asks = state.current.asks;
    m_canDiscard = state.answers.empty();
    m_canGoBack = !state.clauses.empty() && state.clauses.front().position != desk::ClauseRow::Position::Current;
    m_caller->showCall(state);
    m_caller->show();
    const bool begins = m_stack->currentWidget() == m_number || m_stack->currentWidget() == m_person;
    if (begins) {
        saySilence();
        m_script->beginCall();
    }
    m_script->showCall(state);
    m_summary->showCall(state);
    turnTo(state.stage == Stage::Script ? static_cast<QWidget *>(m_script) : m_summary);
    if (state.stage == Stage::Script && state.current.needsGuardian && !m_script->panelIsOpen())
        m_script->openGuardian();
}

void CallPage::showReceipt(const desk::SavedCall &saved, const QString &folder)
{
    saySilence();
    m_saving = false;
    m_receipt->showReceipt(saved.receipt, folder);
    turnTo(m_receipt);
}

void CallPage::setElapsed(int seconds)
{
    m_caller->setElapsed(seconds);
}
void CallPage::setRequests(const QString &words, bool overdue)
{
    m_caller->setRequests(words, overdue);
}

void CallPage::setCallerWarning(const QString &warning)
{
    m_caller->setWarning(warning);
}
void CallPage::sayError(const QString &message)
{
    m_notice->say(InlineNotice::Level::Error, message);
}
void CallPage::sayDone(const QString &message)
{
    m_notice->say(InlineNotice::Level::Success, message);
}
void CallPage::saySilence()
{
    m_notice->dismiss();
}

void CallPage::escape()
{
    switch (face()) {
    case Face::Person:
        Q_EMIT callerDismissed();
        break;
    case Face::Panel:
        m_script->closePanel();
        break;
    case Face::Summary:
        Q_EMIT backToScriptRequested();
        break;
    case Face::Receipt:
        Q_EMIT nextCallRequested();
        break;
    case Face::Waiting:
    case Face::Script:
    case Face::Saving:
        break;
    }
}

} // namespace consent::ui

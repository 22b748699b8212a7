#include "ui/contacts/stoppanel.h"

#include "ui/common/formfield.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/typography.h"
#include "ui/contacts/stopchoices.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 440;

} // namespace

StopPanel::StopPanel(QWidget *over)
    : QFrame(over)
    , m_over(over)
    , m_title(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_number(new QLineEdit)
    , m_numberField(new FormField(m_number, this))
    , m_who(new QLabel(this))
    , m_people(new QListWidget(this))
    , m_choices(new StopChoices(this))
    , m_notice(new InlineNotice(this))
    , m_slip(new QLabel(this))
    , m_leaving(new QPushButton(this))
    , m_action(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(u"stopPanel"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::StrongFocus);
    m_number->setObjectName(u"stopNumber"_s);
    m_number->setMaxLength(40);
    m_people->setObjectName(u"stopPeople"_s);
    m_people->setMaximumHeight(3 * minimumTarget);
    m_notice->setObjectName(u"stopNotice"_s);
    m_leaving->setObjectName(u"stopLeaving"_s);
    m_action->setObjectName(u"stopAction"_s);
    m_close->setObjectName(u"stopClose"_s);
    m_who->setObjectName(u"stopWho"_s);
    m_slip->setObjectName(u"stopSlip"_s);
    m_title->setFont(titleFont());
    m_who->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_explanation, m_who, m_slip})
        label->setWordWrap(true);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacing, 2 * spacing, 2 * spacing, 2 * spacing);
    column->setSpacing(spacing);
    for (QWidget *part :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_explanation), static_cast<QWidget *>(m_numberField),
          static_cast<QWidget *>(m_who), static_cast<QWidget *>(m_people), static_cast<QWidget *>(m_choices),
          static_cast<QWidget *>(m_leaving)})
        column->addWidget(part);
    column->addStretch();
    for (QWidget *part : {static_cast<QWidget *>(m_notice), static_cast<QWidget *>(m_slip),
                          static_cast<QWidget *>(m_action), static_cast<QWidget *>(m_close)})
        column->addWidget(part);
    connect(m_action, &QPushButton::clicked, this, &StopPanel::submit);
    connect(m_leaving, &QPushButton::clicked, this, &StopPanel::requestLeaving);
    connect(m_close, &QPushButton::clicked, this, &StopPanel::close);
    connect(m_people, &QListWidget::currentRowChanged, this, &StopPanel::choosePerson);
    connect(m_choices, &StopChoices::changed, m_notice, &InlineNotice::dismiss);
    over->installEventFilter(this);
    for (QWidget *key : {static_cast<QWidget *>(m_number), static_cast<QWidget *>(m_people)})
        key->installEventFilter(this);
    hide();
    retranslate();
}

void StopPanel::open()
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_targets = {};
    m_canTakeBack = false;
    m_number->clear();
    m_numberField->setFault({});
    m_notice->dismiss();
    setStage(Stage::Number);
    place();
    raise();
    show();
    m_number->setFocus(Qt::OtherFocusReason);
}

void StopPanel::offer(const desk::StopTargets &targets)
{
    if (!isVisible())
        open();
    m_targets = targets;
    m_notice->dismiss();
    m_people->clear();
    for (const desk::StopTarget &target : targets.people)
        m_people->addItem(u"%1   %2   %3"_s.arg(target.person.name, target.person.maskedPhone,
                                                target.person.birthDate.toString(Qt::ISODate)));
    setStage(Stage::Choices);
    if (targets.people.empty())
        m_choices->offer({});
    else
        m_people->setCurrentRow(0);
    m_choices->takeFocus();
}

void StopPanel::choosePerson(int row)
{
    if (row < 0 || row >= int(m_targets.people.size()))
        return;
    const desk::StopTarget &target = m_targets.people[size_t(row)];
    m_who->setText(u"%1   %2"_s.arg(target.person.name, target.person.maskedPhone));
    m_choices->offer(target.items);
    retranslate();
}

const desk::StopTarget *StopPanel::target() const
{
    return m_targets.people.empty() ? nullptr : &m_targets.people[size_t(std::max(0, m_people->currentRow()))];
}

std::optional<SubjectId> StopPanel::chosen() const
{
    return target() != nullptr ? std::optional(target()->person.id) : std::nullopt;
}

void StopPanel::setLeavingOffered(bool offered)
{
    m_leavingOffered = offered;
    retranslate();
}

/// Whoever has left has nothing to leave.
bool StopPanel::offersLeaving() const
{
    return m_leavingOffered && m_stage == Stage::Choices && target() != nullptr &&
           target()->person.membership == domain::MembershipState::Joined;
}

void StopPanel::requestLeaving()
{
    if (!offersLeaving())
        return;
    const desk::SubjectSummary person = target()->person;
    close();
    Q_EMIT leavingRequested(person);
}

void StopPanel::showEnded(const desk::RecordedEnding &ending)
{
    m_canTakeBack = true;
    setStage(Stage::Ended);
    m_notice->say(
        InlineNotice::Level::Success,
        tr("Saved on this PC at %1. It counts from now on. The person is to be told by %2.")
            .arg(koreanTimestamp(ending.at).right(8), QLocale().toString(ending.tellBy, QLocale::ShortFormat)));
    setFocus(Qt::OtherFocusReason);
}

void StopPanel::showTakenBack()
{
    m_canTakeBack = false;
    setStage(Stage::Ended);
    m_notice->say(InlineNotice::Level::Success,
                  tr("Noted as keyed by mistake: it does not count. Both stay in the log."));
    setFocus(Qt::OtherFocusReason);
}

void StopPanel::showError(const QString &sentence)
{
    m_action->setEnabled(true);
    if (m_stage == Stage::Number)
        m_numberField->setFault(sentence);
    else
        m_notice->say(InlineNotice::Level::Error, sentence);
}

void StopPanel::close()
{
    hide();
    Q_EMIT closed(); // wakes what had the focus
    if (m_before != nullptr && m_over->isAncestorOf(m_before))
        m_before->setFocus();
    m_before = nullptr;
}

void StopPanel::setStage(Stage stage)
{
    m_stage = stage;
    m_action->setEnabled(true);
    retranslate();
}

void StopPanel::submit()
{
    if (!m_action->isEnabled())
        return;
    switch (m_stage) {
    case Stage::Number:
        m_numberField->setFault({});
        Q_EMIT numberEntered(m_number->text());
        return;
    case Stage::Choices:
        if (m_choices->isEmpty())
            return m_notice->say(InlineNotice::Level::Warning, tr("Choose with the keys what is to end."));
        m_action->setEnabled(false);
        Q_EMIT endRequested(m_choices->ending());
        return;
    case Stage::Ended:
        return close();
    }
}

bool StopPanel::takeKey(int key)
{
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        return submit(), true;
    if (key == Qt::Key_Escape)
        return close(), true;
    if (m_stage == Stage::Choices) {
        if (key == Qt::Key_F6 && offersLeaving())
            return requestLeaving(), true;
        if ((key == Qt::Key_Down || key == Qt::Key_Up) && m_people->count() > 1 && !m_people->hasFocus()) {
            const int row = m_people->currentRow() + (key == Qt::Key_Down ? 1 : -1);
            m_people->setCurrentRow(std::clamp(row, 0, m_people->count() - 1));
            m_choices->takeFocus();
            return true;
        }
        return m_choices->takeKey(key);
    }
    if (m_stage == Stage::Ended && m_canTakeBack) {
        const auto reason = domain::MistakeReason(key - Qt::Key_1);
        if (key >= Qt::Key_1 && key <= Qt::Key_3) {
            Q_EMIT takeBackRequested(reason);
            return true;
        }
    }
    return false;
}

void StopPanel::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(event->key()))
        QFrame::keyPressEvent(event);
}

bool StopPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_over && event->type() == QEvent::Resize)
        place();
    if (event->type() == QEvent::KeyPress && watched != m_over) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool mine = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape ||
                          (watched == m_people && key != Qt::Key_Up && key != Qt::Key_Down);
        if (mine && takeKey(key))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

void StopPanel::place()
{
    const QRect all = m_over->rect();
    const int width = std::min(panelWidth, all.width());
    setGeometry(all.right() + 1 - width, all.top(), width, all.height());
}

void StopPanel::retranslate()
{
    const bool unknown = m_stage != Stage::Number && m_targets.people.empty();
    setAccessibleName(tr("Opt-out and withdrawal"));
    m_title->setText(tr("Opt-out and withdrawal"));
    m_numberField->setLabel(tr("Whose number?"));
    m_numberField->setHint(tr("Any form will do. It need not be known to us."));
    m_people->setAccessibleName(tr("People with this number"));
    m_numberField->setVisible(m_stage == Stage::Number);
    m_people->setVisible(m_stage == Stage::Choices && m_targets.people.size() > 1);
    m_choices->setVisible(m_stage == Stage::Choices);
    m_who->setVisible(m_stage != Stage::Number);
    m_leaving->setVisible(offersLeaving());
    m_leaving->setText(tr("Take a request to leave (F6)"));
    m_slip->setVisible(m_stage == Stage::Ended && m_canTakeBack);
    if (unknown)
        m_who->setText(
            tr("%1   Nobody is known by this number here. It is opted out all the same.").arg(m_targets.maskedNumber));
    m_explanation->setText(tr("Written at once and sent first. Only a new consent brings it back."));
    m_explanation->setVisible(m_stage != Stage::Ended);
    m_slip->setText(tr("Keyed by mistake? Within ten minutes:\n1  another item was meant\n2  another person was "
                       "meant\n3  the person said no such thing"));
    switch (m_stage) {
    case Stage::Number:
        m_action->setText(tr("Find (Enter)"));
        break;
    case Stage::Choices:
        m_action->setText(tr("End it now (Enter)"));
        break;
    case Stage::Ended:
        m_action->setText(tr("Done (Enter)"));
        break;
    }
    m_close->setText(tr("Close (Esc)"));
}

void StopPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui

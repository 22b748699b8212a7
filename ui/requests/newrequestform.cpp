#include "ui/requests/newrequestform.h"

#include "base/continuation.h"
#include "ui/common/card.h"
#include "ui/common/formfield.h"
#include "ui/common/taborder.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"
#include "ui/requests/personfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace consent::ui {

using namespace Qt::StringLiterals;
using domain::RequestChannel;
using domain::Requester;
using domain::RequestKind;
using domain::SubjectField;

namespace {

template <typename E> E chosen(const QComboBox &box)
{
    return static_cast<E>(box.currentData().toInt());
}

template <typename E> void offer(QComboBox &box, std::initializer_list<E> values)
{
    const int before = std::max(box.currentIndex(), 0);
    box.clear();
    for (const E value : values)
        box.addItem(domain::label(value), static_cast<int>(value));
    box.setCurrentIndex(before);
}

} // namespace

NewRequestForm::NewRequestForm(RequestSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_title(new QLabel(this))
    , m_person(new PersonField(source, this))
    , m_kind(new QComboBox)
    , m_kindField(new FormField(m_kind, this))
    , m_channel(new QComboBox)
    , m_channelField(new FormField(m_channel, this))
    , m_requester(new QComboBox)
    , m_requesterField(new FormField(m_requester, this))
    , m_name(new QLineEdit)
    , m_nameField(new FormField(m_name, this))
    , m_contact(new QLineEdit)
    , m_contactField(new FormField(m_contact, this))
    , m_relation(new QLineEdit)
    , m_relationField(new FormField(m_relation, this))
    , m_changes(new QWidget(this))
    , m_items(new QWidget(this))
    , m_details(new QPlainTextEdit)
    , m_detailsField(new FormField(m_details, this))
    , m_clockTitle(new QLabel(this))
    , m_clock(new QLabel(this))
    , m_clockLine(new QLabel(this))
    , m_papersTitle(new QLabel(this))
    , m_papers(new QLabel(this))
    , m_fault(new QLabel(this))
    , m_save(new QPushButton(this))
    , m_leave(new QPushButton(this))
{
    setObjectName(u"newRequestForm"_s);
    build();
    connect(m_person, &PersonField::chosen, this, &NewRequestForm::follow);
    for (QComboBox *box : {m_kind, m_channel, m_requester})
        connect(box, &QComboBox::currentIndexChanged, this, &NewRequestForm::adapt);
    connect(m_save, &QPushButton::clicked, this, &NewRequestForm::submit);
    connect(m_leave, &QPushButton::clicked, this, &NewRequestForm::left);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *send = new QShortcut(Qt::CTRL | key, this);
        send->setContext(Qt::WidgetWithChildrenShortcut);
        connect(send, &QShortcut::activated, this, &NewRequestForm::submit);
    }
    retranslate();
}

void NewRequestForm::buildLeft(QVBoxLayout &column)
{
    auto *kinds = new QHBoxLayout;
    kinds->setSpacing(2 * spacing);
    for (FormField *field : {m_kindField, m_channelField, m_requesterField})
        kinds->addWidget(field, 1);
    auto *who = new QHBoxLayout;
    who->setSpacing(2 * spacing);
    for (FormField *field : {m_nameField, m_contactField, m_relationField})
        who->addWidget(field, 1);
    auto *wanted = new QGridLayout(m_changes);
    wanted->setContentsMargins(0, 0, 0, 0);
    wanted->setHorizontalSpacing(2 * spacing);
    for (const SubjectField field :
         {SubjectField::Name, SubjectField::Phone, SubjectField::BirthDate, SubjectField::Email}) {
        auto *edit = new QLineEdit;
        edit->setObjectName(u"wanted%1"_s.arg(static_cast<int>(field)));
        edit->setMaxLength(254);
        const int at = static_cast<int>(m_wanted.size());
        m_wanted.emplace_back(field, edit);
        m_wantedFields.push_back(new FormField(edit, m_changes));
        wanted->addWidget(m_wantedFields.back(), at / 2, at % 2);
    }
    new QVBoxLayout(m_items);
    m_items->layout()->setContentsMargins(0, 0, 0, 0);
    m_items->layout()->setSpacing(0);
    m_details->setFixedHeight(10 * spacing);
    m_details->setTabChangesFocus(true);
    column.setContentsMargins(3 * spacing, 2 * spacing, 3 * spacing, 2 * spacing);
    column.setSpacing(spacing);
    column.addWidget(m_title);
    column.addWidget(m_person);
    column.addLayout(kinds);
    column.addLayout(who);
    column.addWidget(m_changes);
    column.addWidget(m_items);
    column.addWidget(m_detailsField);
    column.addWidget(m_fault);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing);
    buttons->addWidget(m_save);
    buttons->addWidget(m_leave);
    buttons->addStretch();
    column.addLayout(buttons);
    column.addStretch();
}

void NewRequestForm::build()
{
    m_title->setFont(titleFont());
    m_kind->setObjectName(u"newKind"_s);
    m_channel->setObjectName(u"newChannel"_s);
    m_requester->setObjectName(u"newRequester"_s);
    m_name->setObjectName(u"newRequesterName"_s);
    m_contact->setObjectName(u"newRequesterContact"_s);
    m_relation->setObjectName(u"newRequesterRelation"_s);
    for (QLineEdit *edit : {m_name, m_contact, m_relation})
        edit->setMaxLength(120);
    m_details->setObjectName(u"newDetails"_s);
    m_save->setObjectName(u"newSave"_s);
    m_save->setDefault(true);
    m_leave->setObjectName(u"newLeave"_s);
    for (QPushButton *button : {m_save, m_leave})
        button->setMinimumHeight(minimumTarget);
    m_clock->setObjectName(u"newClock"_s);
    m_clock->setFont(figureFont());
    m_papers->setObjectName(u"newPapers"_s);
    m_papers->setWordWrap(true);
    m_papers->setTextFormat(Qt::PlainText);
    m_clockLine->setWordWrap(true);
    m_fault->setObjectName(u"newFault"_s);
    m_fault->setWordWrap(true);
    m_fault->hide();
    for (QLabel *quiet : {m_clockTitle, m_clockLine, m_papersTitle})
        quiet->setForegroundRole(QPalette::PlaceholderText);
    auto *left = new Card(this);
    buildLeft(*new QVBoxLayout(left));
    auto *right = new Card(this);
    auto *help = new QVBoxLayout(right);
    help->setContentsMargins(3 * spacing, 2 * spacing, 3 * spacing, 2 * spacing);
    help->setSpacing(spacing);
    help->addWidget(m_clockTitle);
    help->addWidget(m_clock);
    help->addWidget(m_clockLine);
    help->addSpacing(2 * spacing);
    help->addWidget(m_papersTitle);
    help->addWidget(m_papers);
    help->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * spacing);
    row->addWidget(left, 5);
    row->addWidget(right, 3);
}

void NewRequestForm::start(const std::optional<desk::SubjectSummary> &person, RequestChannel channel, RequestKind kind)
{
    ++m_ticket;
    m_person->clear();
    fault({});
    m_save->setEnabled(true);
    for (QLineEdit *edit : {m_name, m_contact, m_relation})
        edit->clear();
    for (const auto &[field, edit] : m_wanted)
        edit->clear();
    for (const auto &[code, box] : m_itemBoxes)
        delete box;
    m_itemBoxes.clear();
    m_details->clear();
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(kind)));
    m_requester->setCurrentIndex(0);
    m_channel->setCurrentIndex(m_channel->findData(static_cast<int>(channel)));
    if (person)
        m_person->choose(*person);
    else
        m_person->setFocus();
    adapt();
    tabInReadingOrder(*this);
}

/// What the person has consented to is what can be withdrawn; for a child a guardian asks.
void NewRequestForm::follow(const desk::SubjectSummary &person)
{
    m_kind->setFocus();
    const quint64 ticket = ++m_ticket;
    continueOn(m_source.person(person.id), this, [this, ticket](const Result<desk::SubjectCard> &card) {
        if (ticket == m_ticket && card)
            offerItems(*card);
    });
}

void NewRequestForm::offerItems(const desk::SubjectCard &card)
{
    for (const auto &[code, box] : m_itemBoxes)
        delete box;
    m_itemBoxes.clear();
    for (const desk::ItemState &item : card.items) {
        if (item.mandatory || item.status != domain::ConsentStatus::Granted)
            continue;
        auto *box = new QCheckBox(item.title, m_items);
        box->setObjectName(u"withdraw_"_s + item.code);
        box->setMinimumHeight(minimumTarget);
        m_items->layout()->addWidget(box);
        m_itemBoxes.emplace_back(item.code, box);
    }
    tabInReadingOrder(*this);
    if (card.under14)
        m_requester->setCurrentIndex(m_requester->findData(static_cast<int>(Requester::Guardian)));
}

RequestKind NewRequestForm::kind() const
{
    return chosen<RequestKind>(*m_kind);
}
Requester NewRequestForm::requester() const
{
    return chosen<Requester>(*m_requester);
}
RequestChannel NewRequestForm::channel() const
{
    return chosen<RequestChannel>(*m_channel);
}

void NewRequestForm::offerChoices()
{
    offer(*m_kind, {RequestKind::Access, RequestKind::ProofOfAccess, RequestKind::Correction, RequestKind::Erasure,
                    RequestKind::Suspension, RequestKind::Withdrawal, RequestKind::Leaving});
    offer(*m_channel, {RequestChannel::Phone, RequestChannel::Visit, RequestChannel::Email});
    offer(*m_requester, {Requester::Self, Requester::Guardian, Requester::Agent});
}

/// What is asked for follows the choices; so does what has to be shown, and by when.
void NewRequestForm::adapt()
{
    if (m_kind->currentIndex() < 0 || m_channel->currentIndex() < 0 || m_requester->currentIndex() < 0)
        return;
    const bool other = requester() != Requester::Self;
    for (FormField *field : {m_nameField, m_contactField, m_relationField})
        field->setVisible(other);
    m_changes->setVisible(kind() == RequestKind::Correction);
    m_items->setVisible(kind() == RequestKind::Withdrawal);
    const desk::RequestClock clock = m_source.clockFor(kind());
    m_clock->setText(clock.text);
    m_clockLine->setText(
        clock.estimate
            ? tr("Answer by %1; holidays of that year are not known yet").arg(clock.due.toString(Qt::ISODate))
            : tr("Answer by %1").arg(clock.due.toString(Qt::ISODate)));
    QStringList needs;
    for (const domain::PaperNeed &need : m_source.papersFor(kind(), requester(), channel()))
        needs += u"□ %1\n    %2"_s.arg(domain::paperList(need), domain::paperHelp(need.anyOf.front()));
    m_papers->setText(needs.isEmpty() ? tr("Nothing") : needs.join(u'\n'));
}

desk::NewRequest NewRequestForm::request() const
{
    desk::NewRequest request;
    if (m_person->person())
        request.subject = m_person->person()->id;
    request.kind = kind();
    request.channel = channel();
    request.requester = requester();
    if (request.requester != Requester::Self) {
        request.requesterName = m_name->text().trimmed();
        request.requesterContact = m_contact->text().trimmed();
        request.requesterRelation = m_relation->text().trimmed();
    }
    request.details = m_details->toPlainText().trimmed();
    if (request.kind == RequestKind::Correction) {
        for (const auto &[field, edit] : m_wanted) {
            if (!edit->text().trimmed().isEmpty())
                request.changes.push_back({field, {}, edit->text().trimmed()});
        }
    }
    if (request.kind == RequestKind::Withdrawal) {
        for (const auto &[code, box] : m_itemBoxes) {
            if (box->isChecked())
                request.items += code;
        }
    }
    return request;
}

void NewRequestForm::submit()
{
    if (!m_save->isEnabled())
        return;
    fault({});
    if (!m_person->person())
        return m_person->demand();
    m_save->setEnabled(false);
    continueOn(m_source.receive(request()), this, [this](const Result<desk::RequestView> &view) {
        m_save->setEnabled(true);
        if (view)
            Q_EMIT received(*view);
        else
            fault(view.error().message);
    });
}

void NewRequestForm::fault(const QString &sentence)
{
    m_fault->setText(sentence.isEmpty() ? QString() : u"⚠ "_s + sentence);
    m_fault->setVisible(!sentence.isEmpty());
    QPalette tint = m_fault->palette();
    tint.setColor(QPalette::WindowText, Tones::of(palette()).danger.ink);
    m_fault->setPalette(tint);
}

void NewRequestForm::retranslate()
{
    setAccessibleName(tr("New request"));
    m_title->setText(tr("New request"));
    m_kindField->setLabel(tr("What is asked for"));
    m_channelField->setLabel(tr("How it came"));
    m_requesterField->setLabel(tr("Who asks"));
    m_nameField->setLabel(tr("Requester's name"));
    m_contactField->setLabel(tr("Requester's phone or e-mail"));
    m_relationField->setLabel(tr("Relation"));
    const QStringList wanted{tr("Correct name"), tr("Correct phone"), tr("Correct birth date"), tr("Correct e-mail")};
    for (std::size_t at = 0; at < m_wantedFields.size(); ++at)
        m_wantedFields[at]->setLabel(wanted.value(static_cast<qsizetype>(at)));
    m_detailsField->setLabel(tr("In their words"));
    m_clockTitle->setText(tr("Time to answer"));
    m_papersTitle->setText(tr("What has to be shown"));
    m_save->setText(tr("Take it down  Ctrl+Enter"));
    m_save->setAccessibleName(tr("Take it down"));
    m_leave->setText(tr("Leave  Esc"));
    m_leave->setAccessibleName(tr("Leave"));
    offerChoices();
    adapt();
}

void NewRequestForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui

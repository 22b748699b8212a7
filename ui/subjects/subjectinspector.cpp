#include "ui/subjects/subjectinspector.h"

#include "ui/common/formfield.h"
#include "ui/common/icons.h"
#include "ui/common/maskedlabel.h"
#include "ui/common/statuschip.h"
#include "ui/common/statusdelegate.h"
#include "ui/common/typography.h"
#include "ui/subjects/cardtasks.h"
#include "ui/subjects/consentitemsmodel.h"
#include "ui/subjects/contactsmodel.h"
#include "ui/subjects/provisionsmodel.h"

#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

QTableView *quietTable(const QString &name, QAbstractItemModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(name);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(minimumTarget);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return table;
}

QFont boldFont()
{
    QFont font = baseFont();
    font.setWeight(QFont::Bold);
    return font;
}

} // namespace

SubjectInspector::SubjectInspector(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_minor(new StatusChip(Status::Waiting, this))
    , m_tasks(new CardTasks(this))
    , m_phoneLabel(new QLabel(this))
    , m_phone(new MaskedLabel(this))
    , m_emailLabel(new QLabel(this))
    , m_email(new MaskedLabel(this))
    , m_guardianLabel(new QLabel(this))
    , m_guardian(new MaskedLabel(this))
    , m_reason(new QLineEdit)
    , m_reasonField(new FormField(m_reason, this))
    , m_reasonShow(new QPushButton)
    , m_reasonCancel(new QPushButton)
    , m_more(new QLabel(this))
    , m_itemsTitle(new QLabel(this))
    , m_itemsModel(new ConsentItemsModel(this))
    , m_items(quietTable(u"subjectItems"_s, m_itemsModel, this))
    , m_why(new QLabel(this))
    , m_provisionsTitle(new QLabel(this))
    , m_provisionsModel(new ProvisionsModel(this))
    , m_provisions(quietTable(u"subjectProvisions"_s, m_provisionsModel, this))
    , m_contactsTitle(new QLabel(this))
    , m_contactsModel(new ContactsModel(this))
    , m_contacts(quietTable(u"subjectContacts"_s, m_contactsModel, this))
    , m_call(new QPushButton(this))
    , m_requests(new QPushButton(this))
    , m_hint(new QLabel(this))
    , m_separate(new QPushButton(this))
{
    setObjectName(u"subjectInspector"_s);
    m_name->setObjectName(u"subjectName"_s);
    m_name->setFont(titleFont());
    m_name->setTextFormat(Qt::PlainText);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_itemsTitle->setFont(boldFont());
    m_contactsTitle->setFont(boldFont());
    m_provisionsTitle->setFont(boldFont());
    m_more->setObjectName(u"subjectMore"_s);
    m_why->setObjectName(u"subjectWhy"_s);
    for (QLabel *label : {m_more, m_why}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_provisions->horizontalHeader()->setSectionResizeMode(ProvisionsModel::ItemsColumn, QHeaderView::Stretch);
    connect(m_items->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SubjectInspector::explain);
    m_phone->setObjectName(u"subjectPhone"_s);
    m_email->setObjectName(u"subjectEmail"_s);
    m_guardian->setObjectName(u"subjectGuardian"_s);
    m_reason->setObjectName(u"subjectReason"_s);
    m_reason->setMaxLength(200);
    m_reasonShow->setObjectName(u"subjectReasonShow"_s);
    m_reasonCancel->setObjectName(u"subjectReasonCancel"_s);
    m_call->setObjectName(u"subjectCall"_s);
    m_call->setDefault(true);
    m_requests->setObjectName(u"subjectRequests"_s);
    connect(m_requests, &QPushButton::clicked, this, &SubjectInspector::requestsPressed);
    m_hint->setObjectName(u"subjectHint"_s);
    m_hint->setWordWrap(true);
    m_separate->setObjectName(u"subjectSeparate"_s);
    m_items->setItemDelegateForColumn(ConsentItemsModel::StatusColumn,
                                      new StatusDelegate(ConsentItemsModel::StatusRole, m_items));
    m_items->horizontalHeader()->setSectionResizeMode(ConsentItemsModel::ItemColumn, QHeaderView::Stretch);
    m_contacts->horizontalHeader()->setSectionResizeMode(ContactsModel::MethodColumn, QHeaderView::Stretch);
    build();
    for (MaskedLabel *label : {m_phone, m_email, m_guardian})
        connect(label, &MaskedLabel::revealRequested, this, &SubjectInspector::askReason);
    connect(m_reason, &QLineEdit::returnPressed, this, &SubjectInspector::submitReason);
    connect(m_reasonShow, &QPushButton::clicked, this, &SubjectInspector::submitReason);
    connect(m_reasonCancel, &QPushButton::clicked, this, &SubjectInspector::closeReason);
    connect(m_call, &QPushButton::clicked, this, [this] {
        if (m_card)
            Q_EMIT callRequested(m_card->summary.id);
    });
    connect(m_separate, &QPushButton::clicked, this, [this] {
        if (m_card)
            Q_EMIT separateRequested(m_card->summary.id);
    });
    m_reasonField->hide();
    retranslate();
}

void SubjectInspector::setMayMerge(bool may)
{
    m_mayMerge = may;
    retranslate();
}

void SubjectInspector::describeRegistrations()
{
    m_separate->setText(tr("Take apart  Ctrl+D"));
    m_separate->setAccessibleName(tr("Take apart"));
    const int registrations = m_card ? m_card->registrations : 1;
    const int alike = m_card ? m_card->lookAlikes : 0;
    QStringList words;
    if (registrations > 1)
        words += tr("One person under %n registrations", nullptr, registrations);
    if (alike > 0)
        words += m_mayMerge ? tr("%n registration(s) look like this person: F4 to compare", nullptr, alike)
                            : tr("%n registration(s) look like this person. Tell your supervisor.", nullptr, alike);
    m_hint->setText(words.join(u"\n"_s));
    m_hint->setVisible(!words.isEmpty());
    m_separate->setVisible(registrations > 1 && m_mayMerge);
}

void SubjectInspector::build()
{
    auto *top = new QHBoxLayout;
    top->addWidget(m_name);
    top->addWidget(m_minor);
    top->addStretch();
    top->addWidget(m_requests);
    top->addWidget(m_call);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * spacing);
    form->setVerticalSpacing(0);
    form->addRow(m_phoneLabel, m_phone);
    form->addRow(m_emailLabel, m_email);
    form->addRow(m_guardianLabel, m_guardian);
    for (QLabel *label : {m_phoneLabel, m_emailLabel, m_guardianLabel})
        label->setForegroundRole(QPalette::PlaceholderText);
    m_reasonField->addBeside(m_reasonShow);
    m_reasonField->addBeside(m_reasonCancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * spacing, 2 * spacing, 3 * spacing, 2 * spacing);
    column->setSpacing(spacing);
    column->addLayout(top);
    column->addWidget(m_facts);
    auto *registrations = new QHBoxLayout;
    registrations->addWidget(m_hint, 1);
    registrations->addWidget(m_separate);
    column->addLayout(registrations);
    column->addWidget(m_tasks);
    column->addLayout(form);
    column->addWidget(m_reasonField);
    column->addWidget(m_more);
    column->addSpacing(spacing);
    column->addWidget(m_itemsTitle);
    column->addWidget(m_items, 5);
    column->addWidget(m_why);
    column->addWidget(m_provisionsTitle);
    column->addWidget(m_provisions, 1);
    column->addSpacing(spacing);
    column->addWidget(m_contactsTitle);
    column->addWidget(m_contacts, 2);
}

void SubjectInspector::setRequests(const SubjectId &subject, const QString &words, bool overdue)
{
    if (!m_card || m_card->summary.id != subject)
        return;
    m_requestWords = words;
    m_requestsLate = overdue;
    retranslate();
}

void SubjectInspector::setCard(const desk::SubjectCard &card)
{
    if (!m_card || m_card->summary.id != card.summary.id)
        m_requestWords.clear();
    m_card = card;
    m_reasonField->hide();
    m_reason->clear();
    m_reasonField->setFault({});
    m_tasks->setCard(card);
    m_itemsModel->setItems(card.items);
    m_contactsModel->setContacts(card.contacts);
    m_provisionsModel->setProvisions(card.provisions);
    retranslate();
}

void SubjectInspector::explain()
{
    const int row = m_items->currentIndex().row();
    const bool any = m_card && row >= 0 && row < int(m_card->items.size());
    const QString why = any ? m_card->items[size_t(row)].why : QString();
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
}

QString SubjectInspector::moreInWords() const
{
    QStringList lines;
    const domain::GuardianAuthority &authority = m_card->guardianAuthority;
    for (const desk::GuardianRow &guardian : m_card->guardians) {
        QStringList parts{guardian.maskedName, guardian.relation, guardian.method,
                          koreanDate(guardian.at).toString(Qt::ISODate)};
        parts.removeAll(QString());
        lines.append(tr("Guardian: %1").arg(parts.join(u" · "_s)));
    }
    if (authority.inForce)
        lines.append(
            tr("A guardian decides until the 14th birthday on %1.").arg(authority.endsOn.toString(Qt::ISODate)));
    else if (!m_card->guardians.empty() || m_card->hasGuardian)
        lines.append(tr("14 since %1: the guardian's authority has ended, the person alone decides.")
                         .arg(authority.endsOn.toString(Qt::ISODate)));
    if (m_card->resultsToTell > 0)
        lines.append(
            tr("%n outcomes of answers about advertising are still to be told.", nullptr, m_card->resultsToTell));
    return lines.join(u'\n');
}

void SubjectInspector::reveal(const SubjectId &subject, const desk::SubjectDetails &details)
{
    if (!m_card || m_card->summary.id != subject)
        return;
    closeReason();
    m_phone->reveal(details.phone);
    if (!details.email.isEmpty())
        m_email->reveal(details.email);
    if (!details.guardianName.isEmpty())
        m_guardian->reveal(details.guardianName + u"  "_s + details.guardianPhone);
}

void SubjectInspector::refuseReveal(const QString &sentence)
{
    m_reasonField->setFault(sentence);
    m_reason->setFocus();
}

void SubjectInspector::askReason()
{
    if (!m_card)
        return;
    m_reasonField->show();
    m_reason->setFocus();
}

bool SubjectInspector::isAskingReason() const
{
    return !m_reasonField->isHidden();
}

void SubjectInspector::closeReason()
{
    if (!isAskingReason())
        return;
    m_reasonField->hide();
    m_reason->clear();
    m_reasonField->setFault({});
    m_items->setFocus();
    Q_EMIT reasonClosed();
}

void SubjectInspector::submitReason()
{
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty())
        return refuseReveal(tr("Please say what it is needed for. It is kept in the access log."));
    Q_EMIT revealRequested(m_card->summary.id, reason);
}

void SubjectInspector::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isAskingReason())
        return closeReason();
    QWidget::keyPressEvent(event);
}

void SubjectInspector::retranslate()
{
    m_phoneLabel->setText(tr("Phone"));
    m_emailLabel->setText(tr("E-mail"));
    m_guardianLabel->setText(tr("Guardian"));
    m_reasonField->setLabel(tr("What is it needed for?"));
    m_reasonShow->setText(tr("Show"));
    m_reasonCancel->setText(tr("Cancel"));
    m_itemsTitle->setText(tr("Consent"));
    m_items->setAccessibleName(tr("Consent"));
    m_contactsTitle->setText(tr("Contacts so far"));
    m_contacts->setAccessibleName(tr("Contacts so far"));
    m_requests->setText((m_requestWords.isEmpty() ? tr("Take a request down") : m_requestWords) + u"  F8"_s);
    m_requests->setAccessibleName(m_requestWords.isEmpty() ? tr("Take a request down") : m_requestWords);
    m_requests->setIcon(icon(m_requestsLate && !m_requestWords.isEmpty() ? Icon::Warning : Icon::Requests));
    m_call->setText(tr("Start a call  F9"));
    m_call->setAccessibleName(tr("Start a call"));
    m_minor->setStatus(Status::Waiting, tr("Under 14: a guardian consents"));
    m_provisionsTitle->setText(tr("Provided to third parties"));
    m_provisions->setAccessibleName(tr("Provided to third parties"));
    m_itemsModel->retranslate();
    m_provisionsModel->retranslate();
    m_contactsModel->retranslate();
    describeRegistrations();
    if (!m_card)
        return;
    const desk::SubjectSummary &who = m_card->summary;
    m_name->setText(who.name);
    m_minor->setVisible(m_card->under14);
    const QString more = moreInWords();
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    for (QWidget *part : {static_cast<QWidget *>(m_provisionsTitle), static_cast<QWidget *>(m_provisions)})
        part->setVisible(!m_card->provisions.empty());
    explain();
    m_facts->setText(tr("Born %1 · %2").arg(who.birthDate.toString(Qt::ISODate), domain::label(who.membership)));
    m_phone->setMasked(tr("Phone"), who.maskedPhone);
    m_email->setMasked(tr("E-mail"), m_card->hasEmail ? u"••••••"_s : QString());
    m_guardian->setMasked(tr("Guardian"), m_card->hasGuardian ? u"••••••"_s : QString());
    for (QWidget *part : {static_cast<QWidget *>(m_emailLabel), static_cast<QWidget *>(m_email)})
        part->setVisible(m_card->hasEmail);
    for (QWidget *part : {static_cast<QWidget *>(m_guardianLabel), static_cast<QWidget *>(m_guardian)})
        part->setVisible(m_card->hasGuardian);
}

void SubjectInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui

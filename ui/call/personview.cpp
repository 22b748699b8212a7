#include "ui/call/personview.h"

#include "ui/call/newpersonform.h"
#include "ui/common/card.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/typography.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QRadioButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

enum Column { NameColumn, PhoneColumn, BirthColumn, MembershipColumn };
/// The ways of phone consent (Decree 17(2)): read now; told where to read; read there, and called again.
enum Method { ReadNow, TellAddress, ReadBefore };

constexpr int formWidth = 48 * spacing;

QString named(const desk::SubjectSummary &person)
{
    return u"%1 %2 %3"_s.arg(person.name, person.maskedPhone, person.birthDate.toString(Qt::ISODate));
}

} // namespace

PersonView::PersonView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_none(new QLabel(this))
    , m_model(new QStandardItemModel(0, MembershipColumn + 1, this))
    , m_table(new QTableView(this))
    , m_form(new NewPersonForm(this))
    , m_duplicate(new InlineNotice(this))
    , m_languageTitle(new QLabel(this))
    , m_languages(new QButtonGroup(this))
    , m_methodTitle(new QLabel(this))
    , m_methods(new QButtonGroup(this))
    , m_identifiers(new QCheckBox(this))
{
    setObjectName(u"personView"_s);
    m_duplicate->setObjectName(u"duplicatePerson"_s);
    auto *formCard = new Card(this);
    formCard->setFixedWidth(formWidth);
    auto *formColumn = new QVBoxLayout(formCard);
    formColumn->setContentsMargins(3 * spacing, 2 * spacing, 3 * spacing, 2 * spacing);
    formColumn->addWidget(m_form);
    auto *left = new QVBoxLayout;
    left->setSpacing(2 * spacing);
    left->addWidget(makeKnown(), 1);
    left->addWidget(makeOptions());
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * spacing);
    row->addLayout(left, 1);
    row->addWidget(formCard);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * spacing, 2 * spacing, 3 * spacing, 2 * spacing);
    column->setSpacing(spacing);
    column->addWidget(m_duplicate);
    column->addLayout(row, 1);

    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_form, &NewPersonForm::edited, this, &PersonView::newPersonEdited);
    connect(m_form, &NewPersonForm::submitted, this, &PersonView::newPersonSubmitted);
    connect(m_duplicate, &InlineNotice::actionTriggered, this, &PersonView::takeSimilar);
    retranslate();
}

QWidget *PersonView::makeKnown()
{
    m_title->setFont(titleFont());
    m_none->setObjectName(u"nobodyKnown"_s);
    m_none->setWordWrap(true);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_table->setObjectName(u"knownPeople"_s);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(minimumTarget + spacing);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto *card = new Card(this);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(3 * spacing, 2 * spacing, 3 * spacing, 2 * spacing);
    column->setSpacing(spacing);
    column->addWidget(m_title);
    column->addWidget(m_none);
    column->addWidget(m_table, 1);
    column->addStretch();
    return card;
}

QWidget *PersonView::makeOptions()
{
    auto *card = new Card(this);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(3 * spacing, 2 * spacing, 3 * spacing, 2 * spacing);
    column->setSpacing(spacing);
    const auto addGroup = [&](QLabel *title, QButtonGroup *group, const QStringList &names) {
        auto *row = new QHBoxLayout;
        row->setSpacing(2 * spacing);
        title->setFixedWidth(14 * spacing);
        row->addWidget(title);
        for (qsizetype at = 0; at < names.size(); ++at) {
            auto *button = new QRadioButton(card);
            button->setObjectName(names.at(at));
            group->addButton(button, static_cast<int>(at));
            row->addWidget(button);
        }
        row->addStretch();
        group->button(0)->setChecked(true);
        column->addLayout(row);
    };
    addGroup(m_languageTitle, m_languages, {u"languageKorean"_s, u"languageEnglish"_s});
    addGroup(m_methodTitle, m_methods, {u"methodRead"_s, u"methodAddress"_s, u"methodSecondCall"_s});
    m_identifiers->setObjectName(u"identifiers"_s);
    column->addWidget(m_identifiers);
    return card;
}

void PersonView::showMatches(const desk::CallerMatches &matches)
{
    m_people = matches.people;
    setSimilar({});
    m_form->reset(matches.number);
    fill();
}

void PersonView::fill()
{
    m_model->setRowCount(0);
    for (const desk::SubjectSummary &person : m_people) {
        QList<QStandardItem *> cells{new QStandardItem(person.name), new QStandardItem(person.maskedPhone),
                                     new QStandardItem(person.birthDate.toString(Qt::ISODate)),
                                     new QStandardItem(domain::label(person.membership))};
        m_model->appendRow(cells);
    }
    m_table->setVisible(!m_people.empty());
    m_none->setVisible(m_people.empty());
    if (!m_people.empty())
        m_table->selectRow(0);
}

void PersonView::setSimilar(const std::vector<desk::SubjectSummary> &people)
{
    m_similar = people;
    if (people.empty()) {
        m_duplicate->dismiss();
        return;
    }
    const QString text = people.size() == 1
                             ? tr("This may be somebody who is already known: %1").arg(named(people.front()))
                             : tr("Already known and similar: %1 and %2 more")
                                   .arg(named(people.front()))
                                   .arg(static_cast<int>(people.size()) - 1);
    m_duplicate->say(InlineNotice::Level::Warning, text, tr("It is this person (F12)"));
}

void PersonView::setFaults(const std::vector<domain::FieldFault> &faults)
{
    m_form->setFaults(faults);
}

desk::CallOptions PersonView::options() const
{
    desk::CallOptions options;
    options.language = m_languages->checkedId() == 0 ? domain::Language::Korean : domain::Language::English;
    options.method =
        m_methods->checkedId() == ReadNow ? domain::CaptureMethod::PhoneRead : domain::CaptureMethod::PhoneWeb;
    options.secondCall = m_methods->checkedId() == ReadBefore;
    options.identifiers = m_identifiers->isChecked();
    return options;
}

void PersonView::focusFirst()
{
    if (m_people.empty())
        focusNew();
    else
        m_table->setFocus(Qt::OtherFocusReason);
}

void PersonView::focusNew()
{
    m_form->focusFirst();
}
void PersonView::submitNew()
{
    m_form->submit();
}

void PersonView::toggleLanguage()
{
    m_languages->button(1 - m_languages->checkedId())->setChecked(true);
}

void PersonView::nextMethod()
{
    m_methods->button((m_methods->checkedId() + 1) % (ReadBefore + 1))->setChecked(true);
}

void PersonView::toggleIdentifiers()
{
    m_identifiers->toggle();
}

void PersonView::takeSimilar()
{
    if (!m_similar.empty())
        Q_EMIT personChosen(m_similar.front().id);
}

void PersonView::choose(int row)
{
    if (row >= 0 && row < static_cast<int>(m_people.size()))
        Q_EMIT personChosen(m_people[static_cast<size_t>(row)].id);
}

void PersonView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PersonView::retranslate()
{
    m_title->setText(tr("Known under this number"));
    m_none->setText(tr("Nobody is known under this number yet. Enter the new customer on the right."));
    m_table->setAccessibleName(tr("Known under this number"));
    m_model->setHorizontalHeaderLabels({tr("Name"), tr("Phone number"), tr("Birth date"), tr("Membership")});
    m_languageTitle->setText(tr("Script in (F6)"));
    m_languages->button(0)->setText(tr("Korean"));
    m_languages->button(1)->setText(tr("English"));
    m_methodTitle->setText(tr("Method (F7)"));
    m_methods->button(ReadNow)->setText(tr("Read now and agreed by phone"));
    m_methods->button(TellAddress)->setText(tr("Tell where to read it"));
    m_methods->button(ReadBefore)->setText(tr("Read on the site, second call"));
    m_identifiers->setText(tr("A passport, licence or alien number is taken in this call (F8)"));
    setSimilar(std::vector<desk::SubjectSummary>(m_similar));
    fill();
}

} // namespace consent::ui

#include "ui/requests/personfield.h"

#include "base/continuation.h"
#include "ui/common/formfield.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace consent::ui {

using namespace Qt::StringLiterals;

PersonField::PersonField(RequestSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_search(new QLineEdit)
    , m_field(new FormField(m_search, this))
    , m_matches(new QListWidget(this))
{
    m_search->setObjectName(u"requestPerson"_s);
    m_matches->setObjectName(u"requestPeople"_s);
    m_matches->setFixedHeight(4 * minimumTarget);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing / 2);
    column->addWidget(m_field);
    column->addWidget(m_matches);
    setFocusProxy(m_search);
    connect(m_search, &QLineEdit::textEdited, this, &PersonField::search);
    connect(m_matches, &QListWidget::itemActivated, this,
            [this] { choose(m_people.at(static_cast<std::size_t>(m_matches->currentRow()))); });
    m_search->installEventFilter(this);
    showPeople({});
    retranslate();
}

void PersonField::clear()
{
    ++m_ticket;
    m_person.reset();
    m_search->clear();
    m_field->setFault({});
    m_field->setHint({});
    showPeople({});
}

void PersonField::demand()
{
    m_field->setFault(tr("Choose whose data it is about."));
    m_search->setFocus();
}

void PersonField::search()
{
    m_person.reset();
    m_field->setFault({});
    m_field->setHint({});
    const quint64 ticket = ++m_ticket;
    continueOn(m_source.search(m_search->text()), this,
               [this, ticket](const Result<std::vector<desk::SubjectSummary>> &people) {
                   if (ticket != m_ticket)
                       return;
                   if (people)
                       showPeople(*people);
                   else if (people.error().kind != ErrorKind::Cancelled) // a newer search has taken its place
                       m_field->setFault(people.error().message);
               });
}

void PersonField::showPeople(std::vector<desk::SubjectSummary> people)
{
    m_people = std::move(people);
    m_matches->clear();
    for (const desk::SubjectSummary &person : m_people)
        m_matches->addItem(
            u"%1   %2   %3"_s.arg(person.name, person.maskedPhone, person.birthDate.toString(Qt::ISODate)));
    m_matches->setVisible(!m_people.empty());
    if (!m_people.empty())
        m_matches->setCurrentRow(0);
}

void PersonField::choose(const desk::SubjectSummary &chosenPerson)
{
    const desk::SubjectSummary person = chosenPerson; // it may be one of those that go now
    ++m_ticket;
    m_person = person;
    m_search->setText(person.name);
    m_field->setFault({});
    m_field->setHint(u"✓ %1 · %2"_s.arg(person.maskedPhone, person.birthDate.toString(Qt::ISODate)));
    showPeople({});
    Q_EMIT chosen(person);
}

/// The arrows choose among the people found while the hand stays in the field.
bool PersonField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress || m_people.empty())
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
        const int row = m_matches->currentRow() + (key->key() == Qt::Key_Down ? 1 : -1);
        m_matches->setCurrentRow(std::clamp(row, 0, m_matches->count() - 1));
        return true;
    }
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier) {
        choose(m_people.at(static_cast<std::size_t>(m_matches->currentRow())));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PersonField::retranslate()
{
    m_field->setLabel(tr("Customer"));
    m_search->setPlaceholderText(tr("Name, initials, phone, birth date, receipt"));
    m_matches->setAccessibleName(tr("People found"));
}

void PersonField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui

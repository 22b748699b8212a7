#include "ui/call/newpersonform.h"

#include "ui/common/formfield.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int restMs = 200;
constexpr int longestField = 200; // far above any name or address; what is longer was pasted by mistake

} // namespace

NewPersonForm::NewPersonForm(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_start(new QPushButton(this))
{
    setObjectName(u"newPerson"_s);
    m_title->setFont(titleFont());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing + spacing / 2);
    column->addWidget(m_title);
    addRow(domain::SubjectField::Name, u"newName"_s);
    addRow(domain::SubjectField::Phone, u"newPhone"_s);
    addRow(domain::SubjectField::BirthDate, u"newBirthDate"_s);
    addRow(domain::SubjectField::Email, u"newEmail"_s);
    m_start->setObjectName(u"newStart"_s);
    m_start->setAutoDefault(true);
    m_start->setMinimumHeight(minimumTarget);
    column->addSpacing(spacing);
    column->addWidget(m_start);
    column->addStretch();
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, [this] { Q_EMIT edited(fields()); });
    connect(m_start, &QPushButton::clicked, this, &NewPersonForm::submit);
    retranslate();
}

void NewPersonForm::addRow(domain::SubjectField field, const QString &name)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setMaxLength(longestField);
    edit->setMinimumHeight(minimumTarget);
    auto *frame = new FormField(edit, this);
    layout()->addWidget(frame);
    m_rows.push_back({field, edit, frame});
    connect(edit, &QLineEdit::textChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(edit, &QLineEdit::returnPressed, this, &NewPersonForm::goOn);
}

void NewPersonForm::reset(const QString &phone)
{
    m_submitted = false;
    for (const Row &row : m_rows) {
        row.edit->setText(row.field == domain::SubjectField::Phone ? phone : QString());
        row.frame->setFault({});
    }
    m_rest.stop();
}

QString NewPersonForm::textOf(domain::SubjectField field) const
{
    const auto row = std::ranges::find(m_rows, field, &Row::field);
    return row == m_rows.end() ? QString() : row->edit->text();
}

domain::Subject::Fields NewPersonForm::fields() const
{
    return {textOf(domain::SubjectField::Name), textOf(domain::SubjectField::Phone),
            textOf(domain::SubjectField::BirthDate), textOf(domain::SubjectField::Email), std::nullopt};
}

void NewPersonForm::setFaults(const std::vector<domain::FieldFault> &faults)
{
    for (const Row &row : m_rows) {
        const auto fault = std::ranges::find(faults, row.field, &domain::FieldFault::field);
        const bool shown = fault != faults.end() && (m_submitted || !row.edit->text().isEmpty());
        row.frame->setFault(shown ? fault->message : QString());
    }
}

void NewPersonForm::focusFirst()
{
    m_rows.front().edit->setFocus(Qt::OtherFocusReason);
}

void NewPersonForm::goOn()
{
    const auto row = std::ranges::find(m_rows, sender(), &Row::edit);
    if (row == m_rows.end() || std::next(row) == m_rows.end())
        submit();
    else
        std::next(row)->edit->setFocus(Qt::TabFocusReason);
}

void NewPersonForm::submit()
{
    m_submitted = true;
    m_rest.stop();
    Q_EMIT submitted(fields());
    const auto faulty = std::ranges::find_if(m_rows, [](const Row &row) { return row.frame->hasFault(); });
    if (faulty != m_rows.end())
        faulty->edit->setFocus(Qt::OtherFocusReason);
}

void NewPersonForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void NewPersonForm::retranslate()
{
    m_title->setText(tr("New customer"));
    for (const Row &row : m_rows) {
        switch (row.field) {
        case domain::SubjectField::Name:
            row.frame->setLabel(tr("Name"));
            break;
        case domain::SubjectField::Phone:
            row.frame->setLabel(tr("Phone number"));
            break;
        case domain::SubjectField::BirthDate:
            row.frame->setLabel(tr("Birth date"));
            row.frame->setHint(tr("For example 850505 or 1985-05-05"));
            break;
        case domain::SubjectField::Email:
            row.frame->setLabel(tr("E-mail (may stay empty)"));
            break;
        case domain::SubjectField::GuardianName:
        case domain::SubjectField::GuardianPhone:
        case domain::SubjectField::GuardianRelation:
            break; // asked in the call
        }
    }
    m_start->setText(tr("Start with this new customer (Ctrl+Enter)"));
}

} // namespace consent::ui

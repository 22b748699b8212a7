#include "ui/requests/requestfacts.h"

#include "ui/common/typography.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

/// A mark and a word, so that it needs no colour.
QString ticked(bool there, const QString &title)
{
    return (there ? u"✓ "_s : u"✗ "_s) + title;
}

} // namespace

RequestFacts::RequestFacts(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(u"requestFacts"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("About the request"));
}

void RequestFacts::setRequest(const desk::RequestView &request)
{
    m_request = request;
    rebuild();
}

void RequestFacts::rebuild()
{
    m_sheet = new QWidget;
    m_sheet->setAutoFillBackground(false);
    m_grid = new QGridLayout(m_sheet);
    m_grid->setContentsMargins(2 * spacing, spacing, 2 * spacing, spacing);
    m_grid->setHorizontalSpacing(2 * spacing);
    m_grid->setVerticalSpacing(spacing - 2);
    m_grid->setColumnStretch(1, 1);
    addWish();
    addPapers();
    addPeople();
    addOutcome();
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    setWidget(m_sheet); // the one before goes
    m_sheet->setAutoFillBackground(false);
    setAccessibleName(tr("About the request"));
}

void RequestFacts::heading(const QString &text)
{
    auto *label = new QLabel(text, m_sheet);
    QFont bold = baseFont();
    bold.setWeight(QFont::Bold);
    label->setFont(bold);
    const int row = m_grid->rowCount();
    if (row > 1)
        m_grid->setRowMinimumHeight(row, minimumTarget);
    m_grid->addWidget(label, row, 0, 1, 2, Qt::AlignBottom);
}

void RequestFacts::line(const QString &name, const QString &value)
{
    if (value.trimmed().isEmpty())
        return;
    const int row = m_grid->rowCount();
    auto *label = new QLabel(name, m_sheet);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto *text = new QLabel(value, m_sheet);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setAccessibleName(name);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addWidget(text, row, 1);
}

void RequestFacts::addWish()
{
    heading(tr("What is wanted"));
    line(tr("Request"), domain::label(m_request.summary.kind));
    line(tr("In their words"), m_request.details);
    line(tr("Items"), m_request.items.join(u", "_s));
    for (const desk::WantedChange &change : m_request.changes)
        line(domain::label(change.field), tr("%1  →  %2")
                                              .arg(change.before.isEmpty() ? tr("(empty)") : change.before,
                                                   change.after.isEmpty() ? tr("(empty)") : change.after));
    line(tr("Channel"), domain::label(m_request.summary.channel));
    line(tr("Counting"), m_request.countingLine);
}

void RequestFacts::addPapers()
{
    heading(tr("Papers and identity"));
    QStringList papers;
    for (const desk::PaperRow &row : m_request.papers)
        papers += ticked(row.present, row.optional ? tr("%1 (one of several ways)").arg(row.title) : row.title);
    line(tr("Papers"), papers.join(u'\n'));
    for (const desk::IdentityCheckRow &check : m_request.checks) {
        QStringList parts{domain::label(check.outcome), domain::label(check.method)};
        if (!check.kept.isEmpty())
            parts += check.kept;
        parts += check.actorName;
        line(koreanTimestamp(check.at).left(16), parts.join(u" · "_s));
    }
    if (m_request.checks.empty())
        line(tr("Checked"), tr("Not yet"));
}

void RequestFacts::addPeople()
{
    heading(tr("People"));
    line(tr("Customer"), u"%1  %2"_s.arg(m_request.subject.name, m_request.subject.maskedPhone));
    QStringList requester{domain::label(m_request.summary.requester)};
    for (const QString &part : {m_request.requesterName, m_request.requesterRelation, m_request.requesterContact}) {
        if (!part.isEmpty())
            requester += part;
    }
    line(tr("Requested by"), requester.join(u" · "_s));
    QStringList recipients;
    for (const desk::RecipientTask &task : m_request.recipients)
        recipients += ticked(
            task.told, tr("%1, provided %2").arg(task.recipient, koreanDate(task.providedAt).toString(Qt::ISODate)));
    line(tr("To be told of it"), recipients.join(u'\n'));
}

void RequestFacts::addOutcome()
{
    if (!m_request.refusalGround && m_request.documentNumber.isEmpty())
        return;
    heading(tr("Outcome"));
    if (m_request.refusalGround)
        line(tr("Ground"), domain::label(*m_request.refusalGround));
    line(tr("Reason"), m_request.refusalReason);
    line(tr("How to object"), m_request.objectionRoute);
    line(tr("Paper"), m_request.documentNumber);
}

void RequestFacts::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && !m_request.summary.id.isEmpty())
        rebuild();
}

} // namespace consent::ui

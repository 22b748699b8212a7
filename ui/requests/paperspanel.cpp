#include "ui/requests/paperspanel.h"

#include "base/continuation.h"
#include "base/jsonfile.h"
#include "desk/papers/paperchoices.h"
#include "ui/common/formfield.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/typography.h"
#include "ui/requests/paperpdf.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QShortcut>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace consent::ui {

using namespace Qt::StringLiterals;
using desk::PaperUse;

PapersPanel::PapersPanel(RequestSource &source, QWidget *parent)
    : RequestPanel(u"papersPanel"_s, parent)
    , m_source(source)
    , m_kind(new QComboBox)
    , m_kindField(new FormField(m_kind, this))
    , m_list(new QListWidget)
    , m_listField(new FormField(m_list, this))
    , m_folder(new QLineEdit)
    , m_folderField(new FormField(m_folder, this))
    , m_print(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_copy(new QPushButton(this))
    , m_notice(new InlineNotice(this))
{
    m_kind->setObjectName(u"paperKind"_s);
    m_list->setObjectName(u"paperList"_s);
    m_list->setFixedHeight(12 * spacing);
    m_folder->setObjectName(u"paperFolder"_s);
    m_folder->setText(QDir::toNativeSeparators(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)));
    m_notice->setObjectName(u"paperNotice"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing);
    const auto button = [this, row](QPushButton *one, const QString &name, const QKeySequence &key, PaperUse use) {
        one->setObjectName(name);
        one->setMinimumHeight(minimumTarget);
        row->addWidget(one);
        connect(one, &QPushButton::clicked, this, [this, use] { this->use(use); });
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, use] { this->use(use); });
    };
    button(m_print, u"paperPrint"_s, QKeySequence::Print, PaperUse::Print);
    button(m_save, u"paperSave"_s, QKeySequence::Save, PaperUse::Save);
    button(m_copy, u"paperCopy"_s, Qt::CTRL | Qt::Key_M, PaperUse::CopyText);
    row->addStretch();
    body().addWidget(m_kindField);
    body().addWidget(m_listField);
    body().addWidget(m_folderField);
    body().addLayout(row);
    body().addWidget(m_notice);
    connect(this, &RequestPanel::submitted, this, &PapersPanel::makeOut);
    PapersPanel::retranslate();
}

void PapersPanel::prepare(const desk::RequestView &request)
{
    const bool another = m_request.summary.id != request.summary.id;
    m_request = request;
    if (another) {
        m_notice->dismiss();
        setFault({});
        showPapers({});
    }
    offerKinds();
    const quint64 asked = ++m_asked;
    continueOn(m_source.papers(request.subject.id, request.summary.id), this,
               [this, asked](const Result<std::vector<desk::PaperSummary>> &papers) {
                   if (asked != m_asked)
                       return;
                   if (papers)
                       showPapers(*papers);
                   else
                       setFault(papers.error().message);
               });
}

void PapersPanel::focusFirst()
{
    if (m_kind->isEnabled())
        m_kind->setFocus();
    else
        m_list->setFocus();
}

/// All kinds the request can call for; those that it does not call for now say why.
void PapersPanel::offerKinds()
{
    m_kind->clear();
    int first = -1;
    QStringList why;
    for (const desk::PaperChoice &choice : desk::paperChoices(m_request)) {
        if (choice.allowed) {
            m_kind->addItem(desk::label(choice.kind), static_cast<int>(choice.kind));
            first = std::max(first, 0);
        } else if (!why.contains(choice.why)) {
            why += choice.why;
        }
    }
    m_kind->setCurrentIndex(first);
    m_kind->setEnabled(first >= 0);
    m_kindField->setHint(first >= 0 ? QString() : why.join(u'\n'));
    setBusy(first < 0);
}

void PapersPanel::showPapers(std::vector<desk::PaperSummary> papers)
{
    m_papers = std::move(papers);
    m_list->clear();
    for (const desk::PaperSummary &paper : m_papers)
        m_list->addItem(
            u"%1\n%2 · %3"_s.arg(desk::label(paper.kind), paper.number, koreanTimestamp(paper.at).left(16)));
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    for (QPushButton *button : {m_print, m_save, m_copy})
        button->setEnabled(!m_papers.empty());
    Q_EMIT papersChanged();
}

void PapersPanel::makeOut()
{
    if (m_kind->currentIndex() < 0)
        return;
    setBusy(true);
    const auto kind = static_cast<desk::PaperKind>(m_kind->currentData().toInt());
    const RequestId request = m_request.summary.id;
    continueOn(m_source.issue(request, kind), this, [this, request](const Result<desk::IssuedPaper> &issued) {
        if (request != m_request.summary.id)
            return;
        setBusy(false);
        if (!issued)
            return setFault(issued.error().message);
        m_notice->say(InlineNotice::Level::Success,
                      tr("Made out: no. %1. Print it, save it or copy its words.").arg(issued->summary.number));
        std::vector<desk::PaperSummary> papers = m_papers;
        papers.insert(papers.begin(), issued->summary);
        showPapers(std::move(papers));
        m_list->setFocus();
    });
}

std::optional<desk::PaperSummary> PapersPanel::chosen() const
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(m_papers.size()))
        return std::nullopt;
    return m_papers[static_cast<std::size_t>(row)];
}

/// The access log first, then the deed.
void PapersPanel::use(PaperUse use)
{
    const auto paper = chosen();
    if (!paper)
        return;
    continueOn(m_source.used(paper->event, use), this, [this, use, event = paper->event](const Result<void> &logged) {
        if (!logged)
            return m_notice->say(InlineNotice::Level::Error, logged.error().message);
        continueOn(m_source.again(event), this, [this, use](const Result<desk::IssuedPaper> &copy) {
            if (copy)
                this->use(use, *copy);
            else
                m_notice->say(InlineNotice::Level::Error, copy.error().message);
        });
    });
}

void PapersPanel::use(PaperUse use, const desk::IssuedPaper &paper)
{
    switch (use) {
    case PaperUse::Print:
        return print(paper);
    case PaperUse::Save:
        return save(paper);
    case PaperUse::CopyText:
        QGuiApplication::clipboard()->setText(desk::emailText(paper.paper));
        return m_notice->say(InlineNotice::Level::Success, tr("The words are copied. Paste them into the e-mail."));
    }
}

QString PapersPanel::pathFor(const desk::PaperSummary &paper) const
{
    return QDir(m_folder->text().trimmed()).filePath(u"%1 %2.pdf"_s.arg(desk::label(paper.kind), paper.number));
}

void PapersPanel::save(const desk::IssuedPaper &paper)
{
    m_folderField->setFault({});
    const QString folder = m_folder->text().trimmed();
    if (folder.isEmpty() || !QDir().mkpath(folder)) {
        m_folderField->setFault(tr("This folder can't be made. The paper is safe; choose another folder."));
        return m_folder->setFocus();
    }
    const QString path = pathFor(paper.summary);
    if (const auto written = writeFileDurably(path, paper.pdf); !written)
        return m_notice->say(InlineNotice::Level::Error, written.error().message);
    const QString saved = tr("Saved: %1").arg(QDir::toNativeSeparators(path));
    m_notice->say(InlineNotice::Level::Success,
                  paper.identical ? saved
                                  : saved + u'\n' +
                                        tr("This PC has other fonts, so the file differs from the one that went out; "
                                           "its words are the same."));
}

void PapersPanel::print(const desk::IssuedPaper &paper)
{
    auto *printer = new QPrinter(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer, paper] {
        if (const auto printed = printPaper(paper.paper, *printer); !printed)
            m_notice->say(InlineNotice::Level::Error, printed.error().message);
        else
            m_notice->say(InlineNotice::Level::Success, tr("Sent to the printer."));
    });
    connect(dialog, &QObject::destroyed, [printer] { delete printer; });
    dialog->open();
}

void PapersPanel::retranslate()
{
    RequestPanel::retranslate();
    setTitle(tr("Papers"), tr("Make it out"));
    setHelp(tr("Each paper gets a number; its words and its hash are signed into the ledger."));
    m_kindField->setLabel(tr("Paper"));
    m_listField->setLabel(tr("Made out so far"));
    m_folderField->setLabel(tr("Folder"));
    m_print->setText(tr("Print  Ctrl+P"));
    m_print->setAccessibleName(tr("Print"));
    m_save->setText(tr("Save  Ctrl+S"));
    m_save->setAccessibleName(tr("Save"));
    m_copy->setText(tr("Copy text  Ctrl+M"));
    m_copy->setAccessibleName(tr("Copy text"));
    if (!m_request.summary.id.isEmpty())
        offerKinds();
}

} // namespace consent::ui

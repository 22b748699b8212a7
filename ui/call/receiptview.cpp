#include "ui/call/receiptview.h"

#include "ui/common/card.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/statusdelegate.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QDir>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int statusRole = Qt::UserRole;
constexpr int cardWidth = 104 * spacing;

} // namespace

ReceiptView::ReceiptView(QWidget *parent)
    : QWidget(parent)
    , m_saved(new InlineNotice(this))
    , m_numberTitle(new QLabel(this))
    , m_number(new QLabel(this))
    , m_facts(new QFormLayout)
    , m_model(new QStandardItemModel(0, 2, this))
    , m_items(new QTableView(this))
    , m_withdrawal(new QLabel(this))
    , m_folderTitle(new QLabel(this))
    , m_folder(new QLineEdit(this))
    , m_pdf(new QPushButton(this))
    , m_jws(new QPushButton(this))
    , m_written(new InlineNotice(this))
    , m_next(new QPushButton(this))
{
    setObjectName(u"receiptView"_s);
    m_saved->setObjectName(u"savedNotice"_s);
    m_number->setObjectName(u"receiptNumber"_s);
    m_number->setFont(figureFont());
    m_numberTitle->setForegroundRole(QPalette::PlaceholderText);
    m_withdrawal->setObjectName(u"receiptWithdrawal"_s);
    m_withdrawal->setWordWrap(true);
    m_withdrawal->setForegroundRole(QPalette::PlaceholderText);
    m_items->setObjectName(u"receiptItems"_s);
    m_items->setModel(m_model);
    m_items->setItemDelegateForColumn(1, new StatusDelegate(statusRole, m_items));
    m_items->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_items->setSelectionMode(QAbstractItemView::SingleSelection);
    m_items->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_items->setMinimumHeight(2 * minimumTarget); // scrolls where the window is low
    m_items->setTabKeyNavigation(false);
    m_items->setShowGrid(false);
    m_items->horizontalHeader()->hide();
    m_items->verticalHeader()->hide();
    m_items->verticalHeader()->setDefaultSectionSize(minimumTarget);
    m_items->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_items->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_written->setObjectName(u"fileNotice"_s);
    m_next->setObjectName(u"nextCall"_s);

    auto *card = new Card(this);
    card->setMaximumWidth(cardWidth);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(4 * spacing, 2 * spacing, 4 * spacing, 2 * spacing);
    column->setSpacing(spacing);
    column->addWidget(m_saved);
    column->addSpacing(spacing);
    column->addWidget(m_numberTitle);
    column->addWidget(m_number);
    m_facts->setHorizontalSpacing(2 * spacing);
    column->addLayout(m_facts);
    column->addWidget(m_items, 1);
    column->addWidget(m_withdrawal);
    column->addWidget(makeFiles());
    column->addWidget(m_written);
    column->addWidget(m_next, 0, Qt::AlignLeft);
    m_next->setMinimumHeight(6 * spacing);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * spacing, 2 * spacing, 2 * spacing, 2 * spacing);
    row->addStretch(1);
    row->addWidget(card, 100);
    row->addStretch(1);

    setTabOrder(m_items, m_folder);
    connect(m_pdf, &QPushButton::clicked, this, &ReceiptView::requestPdf);
    connect(m_jws, &QPushButton::clicked, this, &ReceiptView::requestJws);
    connect(m_folder, &QLineEdit::returnPressed, this, &ReceiptView::requestPdf);
    connect(m_next, &QPushButton::clicked, this, &ReceiptView::nextCallRequested);
    retranslate();
}

QWidget *ReceiptView::makeFiles()
{
    auto *files = new QWidget(this);
    auto *row = new QHBoxLayout(files);
    row->setContentsMargins(0, spacing, 0, spacing);
    row->setSpacing(spacing);
    m_folder->setObjectName(u"receiptFolder"_s);
    m_folder->setMinimumHeight(minimumTarget);
    m_folderTitle->setBuddy(m_folder);
    m_pdf->setObjectName(u"receiptPdf"_s);
    m_jws->setObjectName(u"receiptJws"_s);
    for (QPushButton *button : {m_pdf, m_jws, m_next}) {
        button->setMinimumHeight(minimumTarget);
        button->setAutoDefault(true); // Enter presses the one that has the focus
    }
    row->addWidget(m_folderTitle);
    row->addWidget(m_folder, 1);
    row->addWidget(m_pdf);
    row->addWidget(m_jws);
    return files;
}

void ReceiptView::showReceipt(const desk::ReceiptDocument &receipt, const QString &folder)
{
    m_receipt = receipt;
    m_folder->setText(QDir::toNativeSeparators(folder));
    m_written->dismiss();
    fill();
}

void ReceiptView::fill()
{
    m_saved->say(InlineNotice::Level::Success, tr("Saved. The record is on this PC's encrypted disk."));
    m_number->setText(m_receipt.number);
    m_number->setAccessibleName(tr("Receipt number %1").arg(m_receipt.number));
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    const auto add = [this](const QString &name, const QString &value) {
        if (value.isEmpty())
            return;
        auto *label = new QLabel(name, this);
        label->setForegroundRole(QPalette::PlaceholderText);
        auto *text = new QLabel(value, this);
        text->setTextFormat(Qt::PlainText);
        m_facts->addRow(label, text);
    };
    add(tr("Customer"), u"%1  %2"_s.arg(m_receipt.subjectName, m_receipt.maskedPhone).trimmed());
    add(tr("Time"), koreanTimestamp(m_receipt.at));
    add(tr("Method"), m_receipt.method);
    add(tr("Notice"), m_receipt.noticeLine);
    m_model->setRowCount(0);
    for (const desk::ReceiptDocument::Item &item : m_receipt.items) {
        auto *decision = new QStandardItem(domain::label(item.decision));
        decision->setData(
            static_cast<int>(item.decision == domain::Decision::Granted ? Status::Granted : Status::Refused),
            statusRole);
        m_model->appendRow(
            {new QStandardItem(item.mandatory ? tr("%1 (mandatory)").arg(item.title) : item.title), decision});
    }
    if (!m_receipt.items.empty())
        m_items->selectRow(0);
    m_withdrawal->setText(m_receipt.withdrawalLine);
}

void ReceiptView::sayWritten(const QString &path)
{
    m_written->say(InlineNotice::Level::Success, tr("Written: %1").arg(QDir::toNativeSeparators(path)));
}

void ReceiptView::sayFailed(const QString &message)
{
    m_written->say(InlineNotice::Level::Error, message);
}

void ReceiptView::focusNext()
{
    m_next->setFocus(Qt::OtherFocusReason);
}

QString ReceiptView::pathWith(const QString &suffix) const
{
    return QDir(QDir::fromNativeSeparators(m_folder->text().trimmed())).filePath(m_receipt.number + suffix);
}

void ReceiptView::requestPdf()
{
    Q_EMIT pdfRequested(pathWith(u".pdf"_s));
}
void ReceiptView::requestJws()
{
    Q_EMIT jwsRequested(pathWith(u".jws"_s));
}

void ReceiptView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ReceiptView::retranslate()
{
    m_numberTitle->setText(tr("Receipt number"));
    m_items->setAccessibleName(tr("Answers"));
    m_folderTitle->setText(tr("Folder"));
    m_folder->setAccessibleName(tr("Folder for files"));
    m_pdf->setText(tr("Save as PDF (F2)"));
    m_jws->setText(tr("Save as signed record (F3)"));
    m_next->setText(tr("Next call (Enter)"));
    fill();
}

} // namespace consent::ui

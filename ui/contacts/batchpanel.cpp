#include "ui/contacts/batchpanel.h"

#include "ui/common/formfield.h"
#include "ui/common/typography.h"

#include <QDateEdit>
#include <QDir>
#include <QLineEdit>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

BatchPanel::BatchPanel(QWidget *over)
    : TaskPanel(u"batchPanel"_s, over)
    , m_before(new QDateEdit)
    , m_beforeField(new FormField(m_before, this))
    , m_path(new QLineEdit)
    , m_pathField(new FormField(m_path, this))
    , m_purpose(new QLineEdit)
    , m_purposeField(new FormField(m_purpose, this))
{
    m_before->setObjectName(u"batchBefore"_s);
    m_before->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_before->setMinimumHeight(minimumTarget);
    m_path->setObjectName(u"batchPath"_s);
    m_purpose->setObjectName(u"batchPurpose"_s);
    m_purpose->setMaxLength(200);
    for (FormField *field : {m_beforeField, m_pathField, m_purposeField})
        body().addWidget(field);
    connect(m_purpose, &QLineEdit::textEdited, m_purposeField, [this] { m_purposeField->setFault({}); });
    BatchPanel::retranslate();
}

void BatchPanel::openFor(QDate today, QDate before)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    m_before->setDate(before);
    m_path->setText(QDir::toNativeSeparators(folder.filePath(tr("ask-again-%1.csv").arg(today.toString(Qt::ISODate)))));
    m_purpose->clear();
    m_purposeField->setFault({});
    openAt(*m_purpose);
}

void BatchPanel::submit()
{
    Q_EMIT exportRequested(QDir::fromNativeSeparators(m_path->text().trimmed()), m_before->date(),
                           m_purpose->text().trimmed());
}

void BatchPanel::retranslate()
{
    setWords(
        tr("Write the list to a file"), {},
        tr("Names and numbers leave this program: keep the file only as long as it is needed. Whose data went out, "
           "and what for, stands in the access log."),
        tr("Write"));
    m_beforeField->setLabel(tr("Everybody whose consent counts no longer before"));
    m_pathField->setLabel(tr("File"));
    m_purposeField->setLabel(tr("What is it needed for?"));
}

} // namespace consent::ui

#pragma once

#include "desk/calls/callviews.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QStandardItemModel;

namespace consent::ui {

class InlineNotice;

/// After saving: the receipt with its number, and its two forms to hand over.
class ReceiptView : public QWidget
{
    Q_OBJECT

public:
    explicit ReceiptView(QWidget *parent = nullptr);

    /// @param folder where files are proposed to go
    void showReceipt(const desk::ReceiptDocument &receipt, const QString &folder);
    const desk::ReceiptDocument &receipt() const { return m_receipt; }
    void sayWritten(const QString &path);
    void sayFailed(const QString &message);
    void focusNext();
    void requestPdf();
    void requestJws();

Q_SIGNALS:
    void pdfRequested(const QString &path);
    void jwsRequested(const QString &path);
    void nextCallRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeFiles();
    QString pathWith(const QString &suffix) const;
    void fill();
    void retranslate();

    desk::ReceiptDocument m_receipt;
    InlineNotice *m_saved;
    QLabel *m_numberTitle;
    QLabel *m_number;
    QFormLayout *m_facts;
    QStandardItemModel *m_model;
    QTableView *m_items;
    QLabel *m_withdrawal;
    QLabel *m_folderTitle;
    QLineEdit *m_folder;
    QPushButton *m_pdf;
    QPushButton *m_jws;
    InlineNotice *m_written;
    QPushButton *m_next;
};

} // namespace consent::ui

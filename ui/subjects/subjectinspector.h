#pragma once

#include "desk/people/subjectviews.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace consent::ui {

class CardTasks;
class ConsentItemsModel;
class ContactsModel;
class FormField;
class InlineNotice;
class MaskedLabel;
class ProvisionsModel;
class StatusChip;

/// One person, opened: masked until somebody says why.
class SubjectInspector : public QWidget
{
    Q_OBJECT

public:
    explicit SubjectInspector(QWidget *parent = nullptr);

    void setCard(const desk::SubjectCard &card);
    const std::optional<desk::SubjectCard> &card() const { return m_card; }
    /// Uncovers for half a minute. Ignored when it isn't of the person shown.
    void reveal(const SubjectId &subject, const desk::SubjectDetails &details);
    void refuseReveal(const QString &sentence);
    /// Opens the line that asks for the reason.
    void askReason();
    /// The person's open requests in a few words; empty where there are none. Ignored when it isn't of the person
    /// shown.
    void setRequests(const SubjectId &subject, const QString &words, bool overdue);
    bool isAskingReason() const;
    CardTasks &tasks() { return *m_tasks; }
    /// Whether merges may be decided on here, or only hinted at.
    void setMayMerge(bool may);

Q_SIGNALS:
    void revealRequested(const consent::SubjectId &subject, const QString &reason);
    void callRequested(const consent::SubjectId &subject);
    void requestsPressed();
    void reasonClosed();
    void separateRequested(const consent::SubjectId &subject);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void closeReason();
    void submitReason();
    void retranslate();
    void explain();
    QString moreInWords() const;
    void describeRegistrations();

    std::optional<desk::SubjectCard> m_card;
    QLabel *m_name;
    QLabel *m_facts;
    StatusChip *m_minor;
    CardTasks *m_tasks;
    QLabel *m_phoneLabel;
    MaskedLabel *m_phone;
    QLabel *m_emailLabel;
    MaskedLabel *m_email;
    QLabel *m_guardianLabel;
    MaskedLabel *m_guardian;
    QLineEdit *m_reason;
    FormField *m_reasonField;
    QPushButton *m_reasonShow;
    QPushButton *m_reasonCancel;
    QLabel *m_more; ///< Guardians, and what waits.
    QLabel *m_itemsTitle;
    ConsentItemsModel *m_itemsModel;
    QTableView *m_items;
    QLabel *m_why; ///< Why the chosen item does not count.
    QLabel *m_provisionsTitle;
    ProvisionsModel *m_provisionsModel;
    QTableView *m_provisions;
    QLabel *m_contactsTitle;
    ContactsModel *m_contactsModel;
    QTableView *m_contacts;
    QPushButton *m_call;
    QPushButton *m_requests;
    QString m_requestWords;
    bool m_requestsLate = false;
    QLabel *m_hint;
    QPushButton *m_separate;
    bool m_mayMerge = false;
};

} // namespace consent::ui

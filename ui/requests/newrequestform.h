#pragma once

#include "ui/requests/requestsource.h"

#include <QWidget>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace consent::ui {

class FormField;
class PersonField;

/// Writing a request down: whose data, what, by whom, on which way; beside it what has to be shown and by when it has
/// to be answered.
class NewRequestForm : public QWidget
{
    Q_OBJECT

public:
    explicit NewRequestForm(RequestSource &source, QWidget *parent = nullptr); // source outlives this

    /// Empties it. @param person whose data; nothing: it is looked for here
    void start(const std::optional<desk::SubjectSummary> &person, domain::RequestChannel channel,
               domain::RequestKind kind);
    void submit();

Q_SIGNALS:
    void received(const consent::desk::RequestView &request);
    void left();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildLeft(QVBoxLayout &column);
    void follow(const desk::SubjectSummary &person);
    void offerChoices();
    void offerItems(const desk::SubjectCard &card);
    void adapt();
    desk::NewRequest request() const;
    domain::RequestKind kind() const;
    domain::Requester requester() const;
    domain::RequestChannel channel() const;
    void fault(const QString &sentence);
    void retranslate();

    RequestSource &m_source;
    QLabel *m_title;
    PersonField *m_person;
    QComboBox *m_kind;
    FormField *m_kindField;
    QComboBox *m_channel;
    FormField *m_channelField;
    QComboBox *m_requester;
    FormField *m_requesterField;
    QLineEdit *m_name;
    FormField *m_nameField;
    QLineEdit *m_contact;
    FormField *m_contactField;
    QLineEdit *m_relation;
    FormField *m_relationField;
    QWidget *m_changes;
    std::vector<std::pair<domain::SubjectField, QLineEdit *>> m_wanted;
    std::vector<FormField *> m_wantedFields;
    QWidget *m_items;
    std::vector<std::pair<QString, QCheckBox *>> m_itemBoxes;
    QPlainTextEdit *m_details;
    FormField *m_detailsField;
    QLabel *m_clockTitle;
    QLabel *m_clock;
    QLabel *m_clockLine;
    QLabel *m_papersTitle;
    QLabel *m_papers;
    QLabel *m_fault;
    QPushButton *m_save;
    QPushButton *m_leave;
    quint64 m_ticket = 0; ///< Answers to older questions are dropped.
};

} // namespace consent::ui

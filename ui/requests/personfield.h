#pragma once

#include "ui/requests/requestsource.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace consent::ui {

class FormField;

/// Finding the person whom something is about: type, choose with the arrows, Enter.
class PersonField : public QWidget
{
    Q_OBJECT

public:
    explicit PersonField(RequestSource &source, QWidget *parent = nullptr); // source outlives this

    void clear();
    void choose(const desk::SubjectSummary &person);
    const std::optional<desk::SubjectSummary> &person() const { return m_person; }
    /// Says that nobody is chosen and takes the focus.
    void demand();

Q_SIGNALS:
    void chosen(const consent::desk::SubjectSummary &person);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void showPeople(std::vector<desk::SubjectSummary> people);
    void retranslate();

    RequestSource &m_source;
    std::optional<desk::SubjectSummary> m_person;
    std::vector<desk::SubjectSummary> m_people;
    QLineEdit *m_search;
    FormField *m_field;
    QListWidget *m_matches;
    quint64 m_ticket = 0; ///< Answers to older questions are dropped.
};

} // namespace consent::ui

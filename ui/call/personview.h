#pragma once

#include "desk/calls/callviews.h"
#include "domain/subject.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QStandardItemModel;
class QTableView;

namespace consent::ui {

class InlineNotice;
class NewPersonForm;

/// Who is calling: the people known under the number, or a new one; and how the script is to be held.
class PersonView : public QWidget
{
    Q_OBJECT

public:
    explicit PersonView(QWidget *parent = nullptr);

    void showMatches(const desk::CallerMatches &matches);
    /// People already known who may be the one that is being typed in.
    void setSimilar(const std::vector<desk::SubjectSummary> &people);
    void setFaults(const std::vector<domain::FieldFault> &faults);
    /// Method, language and what goes with them, as chosen; the telephone system's id is not known here.
    desk::CallOptions options() const;

    void focusFirst();
    void focusNew();
    void submitNew();
    void toggleLanguage();
    void nextMethod();
    void toggleIdentifiers();
    /// The one that is known is meant, not a new person.
    void takeSimilar();
    bool hasSimilar() const { return !m_similar.empty(); }

Q_SIGNALS:
    void personChosen(const consent::SubjectId &subject);
    void newPersonEdited(const consent::domain::Subject::Fields &fields);
    void newPersonSubmitted(const consent::domain::Subject::Fields &fields);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeKnown();
    QWidget *makeOptions();
    void fill();
    void choose(int row);
    void retranslate();

    std::vector<desk::SubjectSummary> m_people;
    std::vector<desk::SubjectSummary> m_similar;
    QLabel *m_title;
    QLabel *m_none;
    QStandardItemModel *m_model;
    QTableView *m_table;
    NewPersonForm *m_form;
    InlineNotice *m_duplicate;
    QLabel *m_languageTitle;
    QButtonGroup *m_languages;
    QLabel *m_methodTitle;
    QButtonGroup *m_methods;
    QCheckBox *m_identifiers;
};

} // namespace consent::ui

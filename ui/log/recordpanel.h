#pragma once

#include "desk/log/logviews.h"

#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QStandardItemModel;
class QTableView;

namespace consent::ui {

/// One opened record of the consent log: who answered what when, as it was read, and what proves it.
class RecordPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RecordPanel(QWidget *parent = nullptr);

    void showRecord(const desk::RecordView &record);
    void showLoading();
    void showError(const QString &message);
    void focusFirst();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Fact
    {
        const char *name; ///< Untranslated.
        QLabel *label;
        QLabel *value;
    };

    void addFact(const char *name);
    void arrange();
    void retranslate();
    void retint();
    void fillFacts(const desk::RecordView &record);
    void fillAnswers(const desk::RecordView &record);
    void fillClauses(const desk::RecordView &record);

    QGridLayout *m_facts;
    QLabel *m_title;
    QLabel *m_proof;
    QLabel *m_remarks;
    QLabel *m_answersTitle;
    QLabel *m_clausesTitle;
    QStandardItemModel *m_answerModel;
    QStandardItemModel *m_clauseModel;
    QTableView *m_answers;
    QTableView *m_clauses;
    std::vector<Fact> m_rows;
    std::optional<desk::RecordView> m_record;
};

} // namespace consent::ui

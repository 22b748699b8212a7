#pragma once

#include "desk/requests/requestviews.h"

#include <QScrollArea>

class QGridLayout;

namespace consent::ui {

/// What is known of a request: who, what exactly, which papers and checks, whom it concerns besides. Read only.
class RequestFacts : public QScrollArea
{
    Q_OBJECT

public:
    explicit RequestFacts(QWidget *parent = nullptr);

    void setRequest(const desk::RequestView &request);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void heading(const QString &text);
    void line(const QString &name, const QString &value);
    void addPeople();
    void addWish();
    void addPapers();
    void addOutcome();

    desk::RequestView m_request;
    QWidget *m_sheet = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace consent::ui

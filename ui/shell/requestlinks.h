#pragma once

#include "base/id.h"
#include "desk/requests/requestviews.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace consent::desk {
class DeskSession;
}

namespace consent::ui {

class CallPage;
class Page;
class RequestsPage;
class SubjectsPage;

/// The ways to a person's requests from their card and from a call with them, and back to the card.
class RequestLinks : public QObject
{
    Q_OBJECT

public:
    /// What it connects; all outlive this. A page that the user has no right to is null.
    struct Ends
    {
        desk::DeskSession &session;
        RequestsPage &requests;
        SubjectsPage *subjects = nullptr;
        CallPage *call = nullptr;
        std::function<void(Page *)> show;
        std::function<void(const SubjectId &)> openPerson;
    };

    RequestLinks(Ends ends, QObject *parent);

private:
    struct Person
    {
        std::optional<desk::SubjectSummary> who;
        std::vector<desk::RequestSummary> requests; ///< Open ones, the most urgent first.
    };

    void look();
    void follow(const desk::SubjectSummary &person, bool inCall);
    void go(const Person &person, domain::RequestChannel channel);

    Ends m_ends;
    Person m_card;   ///< Opened on the page of people.
    Person m_caller; ///< On the line.
};

} // namespace consent::ui

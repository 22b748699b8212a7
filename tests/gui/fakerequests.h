#pragma once

#include "ui/requests/requestsource.h"

#include <QPromise>

#include <map>
#include <vector>

/// Requests about people who do not live, kept in memory, that move in the simplest way; counts what was asked.
class FakeRequests : public consent::ui::RequestSource
{
public:
    FakeRequests();

    QFuture<consent::Result<consent::desk::RequestCounts>> counts() override;
    QFuture<consent::Result<std::vector<consent::desk::RequestSummary>>>
    list(const consent::desk::RequestFilter &filter) override;
    QFuture<consent::Result<consent::desk::RequestView>> open(const consent::RequestId &request) override;
    QFuture<consent::Result<consent::desk::RequestView>> receive(const consent::desk::NewRequest &request) override;
    QFuture<consent::Result<consent::desk::RequestView>> move(const consent::RequestId &request,
                                                              const consent::ui::RequestMove &move) override;
    QFuture<consent::Result<consent::desk::AuthenticityOutcome>>
    checkAuthenticity(const consent::RequestId &request, const consent::desk::AuthenticityInput &input) override;
    QFuture<consent::Result<std::vector<consent::desk::SubjectSummary>>> search(const QString &text) override;
    QFuture<consent::Result<consent::desk::SubjectCard>> person(const consent::SubjectId &subject) override;
    QFuture<consent::Result<std::vector<consent::desk::PaperSummary>>>
    papers(const consent::SubjectId &subject, const consent::RequestId &request) override;
    QFuture<consent::Result<consent::desk::IssuedPaper>> issue(const consent::RequestId &request,
                                                               consent::desk::PaperKind kind) override;
    QFuture<consent::Result<consent::desk::IssuedPaper>> again(const consent::EventId &paper) override;
    QFuture<consent::Result<void>> used(const consent::EventId &paper, consent::desk::PaperUse use) override;
    std::vector<consent::domain::PaperNeed> papersFor(consent::domain::RequestKind kind,
                                                      consent::domain::Requester requester,
                                                      consent::domain::RequestChannel channel) const override;
    consent::desk::DocumentHelp documentHelp(consent::domain::DocumentKind kind, const QString &number) const override;
    consent::desk::RequestClock clockFor(consent::domain::RequestKind kind) const override;
    bool hasAuthenticityService() const override { return false; }

    /// @param daysLeft negative: late
    consent::RequestId add(consent::domain::RequestKind kind, consent::domain::Requester requester,
                           consent::domain::RequestState state, int daysLeft, const QString &name);
    consent::desk::RequestView &view(const consent::RequestId &request);
    void failNext(const consent::Error &error) { m_failure = error; }

    std::vector<consent::ui::RequestMove> moves; ///< Every step that was asked for.
    std::vector<consent::desk::NewRequest> received;
    std::vector<consent::desk::PaperUse> uses;
    std::vector<consent::desk::AuthenticityInput> authenticity;
    std::optional<consent::Error> listFailure; ///< Of the next list.
    int opened = 0;

private:
    template <typename T> QFuture<consent::Result<T>> reply(T value);
    void allow(consent::desk::RequestView &request) const;
    void note(consent::desk::RequestView &request, const QString &what, const QString &reason);

    std::vector<consent::desk::RequestView> m_requests;
    std::vector<consent::desk::SubjectSummary> m_people;
    std::map<QString, std::vector<consent::desk::IssuedPaper>> m_papers; ///< By request.
    std::optional<consent::Error> m_failure;
};

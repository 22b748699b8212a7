#pragma once

#include "ui/requests/requestsource.h"

#include <QObject>

namespace consent::desk {
class RequestDesk;
class SubjectDesk;
} // namespace consent::desk

namespace consent::ui {

/// The requests of the signed-in desk, its papers printed as PDF.
class DeskRequestSource : public QObject, public RequestSource
{
    Q_OBJECT

public:
    /// All outlive this.
    DeskRequestSource(desk::RequestDesk &requests, desk::SubjectDesk &subjects, desk::PaperDesk &papers,
                      QObject *parent);

    QFuture<Result<desk::RequestCounts>> counts() override;
    QFuture<Result<std::vector<desk::RequestSummary>>> list(const desk::RequestFilter &filter) override;
    QFuture<Result<desk::RequestView>> open(const RequestId &request) override;
    QFuture<Result<desk::RequestView>> receive(const desk::NewRequest &request) override;
    QFuture<Result<desk::RequestView>> move(const RequestId &request, const RequestMove &move) override;
    QFuture<Result<desk::AuthenticityOutcome>> checkAuthenticity(const RequestId &request,
                                                                 const desk::AuthenticityInput &input) override;
    QFuture<Result<std::vector<desk::SubjectSummary>>> search(const QString &text) override;
    QFuture<Result<desk::SubjectCard>> person(const SubjectId &subject) override;
    QFuture<Result<std::vector<desk::PaperSummary>>> papers(const SubjectId &subject,
                                                            const RequestId &request) override;
    QFuture<Result<desk::IssuedPaper>> issue(const RequestId &request, desk::PaperKind kind) override;
    QFuture<Result<desk::IssuedPaper>> again(const EventId &paper) override;
    QFuture<Result<void>> used(const EventId &paper, desk::PaperUse use) override;
    std::vector<domain::PaperNeed> papersFor(domain::RequestKind kind, domain::Requester requester,
                                             domain::RequestChannel channel) const override;
    desk::DocumentHelp documentHelp(domain::DocumentKind kind, const QString &number) const override;
    desk::RequestClock clockFor(domain::RequestKind kind) const override;
    bool hasAuthenticityService() const override;

private:
    desk::RequestDesk &m_requests;
    desk::SubjectDesk &m_subjects;
    desk::PaperDesk &m_papers;
    desk::PaperDesk::Printer m_printer;
};

} // namespace consent::ui

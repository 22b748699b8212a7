#include "desk/papers/paperwriting.h"

#include "domain/phone.h"

#include <QCoreApplication>

namespace consent::desk::paperwriting {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("PaperWriting", text);
}

QString dateText(QDate date)
{
    return say(QT_TRANSLATE_NOOP("PaperWriting", "%1-%2-%3"))
        .arg(date.year())
        .arg(date.month(), 2, 10, QChar(u'0'))
        .arg(date.day(), 2, 10, QChar(u'0'));
}

Paper begin(PaperKind kind, const Head &head)
{
    const domain::Organisation &company = head.organisation;
    Paper paper;
    paper.kind = kind;
    paper.number = head.number;
    paper.issued = head.issued;
    paper.title = label(kind);
    paper.addressee = say(QT_TRANSLATE_NOOP("PaperWriting", "Dear %1")).arg(head.subjectName);
    paper.sender = company.company.in(head.language);
    paper.contact = {
        {say(QT_TRANSLATE_NOOP("PaperWriting", "Privacy officer")),
         u"%1 %2 (%3)"_s.arg(company.officer.name, company.officer.position, company.officer.department)},
        {say(QT_TRANSLATE_NOOP("PaperWriting", "Handled by")),
         u"%1 %2 (%3)"_s.arg(company.handler.name, company.handler.position, company.handler.department)},
        {say(QT_TRANSLATE_NOOP("PaperWriting", "Telephone")), domain::groupedPhone(company.centrePhone)},
        {say(QT_TRANSLATE_NOOP("PaperWriting", "E-mail")), company.email},
    };
    return paper;
}

/// What was asked, by whom and when: the same lines on every paper that answers a request.
PaperPart requestPart(const Head &head, const Case &request)
{
    PaperPart part;
    part.heading = say(QT_TRANSLATE_NOOP("PaperWriting", "The request"));
    part.rows = {
        {say(QT_TRANSLATE_NOOP("PaperWriting", "Customer")), u"%1 (%2)"_s.arg(head.subjectName, head.maskedPhone)},
        {say(QT_TRANSLATE_NOOP("PaperWriting", "Requested by")), request.requester},
        {say(QT_TRANSLATE_NOOP("PaperWriting", "Request")), request.kind},
        {say(QT_TRANSLATE_NOOP("PaperWriting", "Received")),
         u"%1 (%2)"_s.arg(dateText(request.received), request.channel)},
    };
    if (!request.identity.isEmpty())
        part.rows.push_back({say(QT_TRANSLATE_NOOP("PaperWriting", "Identity checked by")), request.identity});
    return part;
}

/// PIPA 38(5): whoever refuses or restricts says how to object; outside bodies are those of the organisation file.
PaperPart objectionPart(const Head &head)
{
    const domain::Organisation &company = head.organisation;
    PaperPart part;
    part.heading = say(QT_TRANSLATE_NOOP("PaperWriting", "If you do not agree"));
    part.paragraphs = {say(QT_TRANSLATE_NOOP(
        "PaperWriting", "You may object by telephone, e-mail or visit at the address below; no form is needed. "
                        "The privacy officer looks at it again and tells you the outcome with its reasons."))};
    part.rows = {{say(QT_TRANSLATE_NOOP("PaperWriting", "Object to")),
                  u"%1 %2\n%3 · %4"_s.arg(company.officer.name, company.officer.position,
                                          domain::groupedPhone(company.officer.phone), company.officer.email)}};
    for (const domain::Organisation::Body &body : company.bodies)
        part.rows.push_back({body.name, u"%1 · %2"_s.arg(body.phone, body.url)});
    part.remarks = {
        say(QT_TRANSLATE_NOOP("PaperWriting", "The bodies named above are independent of the company and free."))};
    return part;
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? u"-"_s : text;
}

} // namespace

Paper accessAnswer(const Head &head, const Case &request, const Access &access)
{
    Paper paper = begin(PaperKind::AccessAnswer, head);
    paper.opening = {say(QT_TRANSLATE_NOOP(
        "PaperWriting", "You asked to see your personal data. As the Personal Information Protection Act (article 35) "
                        "and its Enforcement Decree (article 41) provide, this is what the company holds."))};
    paper.parts.push_back(requestPart(head, request));

    PaperPart data{
        say(QT_TRANSLATE_NOOP("PaperWriting", "1. Items of personal data and their content")), {}, {}, {}, {}};
    data.rows = access.data;
    if (data.rows.empty())
        data.paragraphs = {say(QT_TRANSLATE_NOOP("PaperWriting", "The company holds no personal data about you."))};
    paper.parts.push_back(std::move(data));

    PaperPart purposes{say(QT_TRANSLATE_NOOP("PaperWriting", "2. Purpose of collection and use")), {}, {}, {}, {}};
    PaperPart periods{say(QT_TRANSLATE_NOOP("PaperWriting", "3. How long it is kept and used")), {}, {}, {}, {}};
    for (const Use &use : access.uses) {
        purposes.rows.push_back({use.title, use.purpose});
        periods.rows.push_back({use.title, use.period});
    }
    if (access.uses.empty()) {
        const QString none = say(QT_TRANSLATE_NOOP(
            "PaperWriting", "No consent stands at present, so the data is used for nothing that needs consent."));
        purposes.paragraphs = {none};
        periods.paragraphs = {none};
    }
    paper.parts.push_back(std::move(purposes));
    paper.parts.push_back(std::move(periods));

    PaperPart provided{say(QT_TRANSLATE_NOOP("PaperWriting", "4. Provision to third parties")), {}, {}, {}, {}};
    if (access.provisions.empty())
        provided.paragraphs = {
            say(QT_TRANSLATE_NOOP("PaperWriting", "Your data has not been provided to any third party."))};
    else
        provided.table.header = {
            say(QT_TRANSLATE_NOOP("PaperWriting", "Date")), say(QT_TRANSLATE_NOOP("PaperWriting", "Recipient")),
            say(QT_TRANSLATE_NOOP("PaperWriting", "Purpose")), say(QT_TRANSLATE_NOOP("PaperWriting", "Items"))};
    for (const Provision &provision : access.provisions)
        provided.table.rows.push_back(
            {dateText(provision.at), provision.recipient, provision.purpose, provision.items});
    paper.parts.push_back(std::move(provided));

    PaperPart consents{say(QT_TRANSLATE_NOOP("PaperWriting", "5. Fact and content of consent")), {}, {}, {}, {}};
    consents.table.header = {
        say(QT_TRANSLATE_NOOP("PaperWriting", "Consent item")), say(QT_TRANSLATE_NOOP("PaperWriting", "State")),
        say(QT_TRANSLATE_NOOP("PaperWriting", "Since")), say(QT_TRANSLATE_NOOP("PaperWriting", "Method")),
        say(QT_TRANSLATE_NOOP("PaperWriting", "Receipt no."))};
    for (const Consent &consent : access.consents)
        consents.table.rows.push_back(
            {consent.title, consent.status, orNone(consent.since), orNone(consent.how), orNone(consent.receipt)});
    if (access.consents.empty())
        consents = {consents.heading,
                    {say(QT_TRANSLATE_NOOP("PaperWriting", "You have not been asked for any consent so far."))},
                    {},
                    {},
                    {}};
    if (!access.notice.isEmpty())
        consents.remarks = {
            say(QT_TRANSLATE_NOOP("PaperWriting", "Consent was asked by this notice: %1")).arg(access.notice)};
    paper.parts.push_back(std::move(consents));
    paper.closing = {say(QT_TRANSLATE_NOOP(
        "PaperWriting", "You may at any time ask for correction, erasure or suspension, or withdraw consent, by "
                        "telephone, e-mail or visit, free of charge."))};
    return paper;
}

Paper proofOfAccess(const Head &head, const Case &request, QDate shown, const QString &answer, const QStringList &items)
{
    Paper paper = begin(PaperKind::ProofOfAccess, head);
    paper.parts.push_back(requestPart(head, request));
    PaperPart part;
    part.heading = say(QT_TRANSLATE_NOOP("PaperWriting", "What was shown"));
    part.rows = {{say(QT_TRANSLATE_NOOP("PaperWriting", "Shown on")), dateText(shown)},
                 {say(QT_TRANSLATE_NOOP("PaperWriting", "Items")), items.join(u", "_s)}};
    if (!answer.isEmpty())
        part.rows.push_back({say(QT_TRANSLATE_NOOP("PaperWriting", "Answer no.")), answer});
    paper.parts.push_back(std::move(part));
    paper.closing = {say(QT_TRANSLATE_NOOP(
        "PaperWriting",
        "The company certifies that the personal data of the customer named above was shown as stated."))};
    return paper;
}

Paper refusal(const Head &head, const Case &request, const QString &reason, const QString &basis)
{
    Paper paper = begin(PaperKind::Refusal, head);
    paper.opening = {say(QT_TRANSLATE_NOOP(
        "PaperWriting", "We looked carefully at your request and regret that it can't be fulfilled for the following "
                        "reason."))};
    paper.parts.push_back(requestPart(head, request));
    PaperPart part;
    part.heading = say(QT_TRANSLATE_NOOP("PaperWriting", "Why it can't be fulfilled"));
    part.rows = {{say(QT_TRANSLATE_NOOP("PaperWriting", "Reason")), reason}};
    if (!basis.isEmpty())
        part.rows.push_back({say(QT_TRANSLATE_NOOP("PaperWriting", "Provision of law")), basis});
    part.rows.push_back({say(QT_TRANSLATE_NOOP("PaperWriting", "Decided on")), dateText(head.issued)});
    paper.parts.push_back(std::move(part));
    paper.parts.push_back(objectionPart(head));
    return paper;
}

Paper deferral(const Head &head, const Case &request, const QString &reason, QDate until)
{
    Paper paper = begin(PaperKind::Deferral, head);
    paper.opening = {say(QT_TRANSLATE_NOOP(
        "PaperWriting", "Your request can't be answered in the usual time. We tell you why, and until when."))};
    paper.parts.push_back(requestPart(head, request));
    PaperPart part;
    part.heading = say(QT_TRANSLATE_NOOP("PaperWriting", "Why it takes longer"));
    part.rows = {{say(QT_TRANSLATE_NOOP("PaperWriting", "Reason")), reason},
                 {say(QT_TRANSLATE_NOOP("PaperWriting", "Answer by")), dateText(until)}};
    part.paragraphs = {say(QT_TRANSLATE_NOOP(
        "PaperWriting", "As soon as the reason is gone the request goes on, and you are told without asking again."))};
    paper.parts.push_back(std::move(part));
    paper.parts.push_back(objectionPart(head));
    return paper;
}

Paper resultNotice(const Head &head, const Case &request, const Done &done)
{
    Paper paper = begin(PaperKind::ResultNotice, head);
    paper.opening = {say(QT_TRANSLATE_NOOP("PaperWriting", "Your request has been carried out as follows."))};
    paper.parts.push_back(requestPart(head, request));
    PaperPart part;
    part.heading = say(QT_TRANSLATE_NOOP("PaperWriting", "What was done"));
    part.rows = {{say(QT_TRANSLATE_NOOP("PaperWriting", "Done on")), dateText(done.at)}};
    part.paragraphs = done.what;
    part.table = done.changes;
    paper.parts.push_back(std::move(part));
    if (!done.recipientsTold.isEmpty())
        paper.parts.push_back(
            {say(QT_TRANSLATE_NOOP("PaperWriting", "Who was told")),
             {say(QT_TRANSLATE_NOOP("PaperWriting", "Those who had received the data before were told of this: %1"))
                  .arg(done.recipientsTold.join(u", "_s))},
             {},
             {},
             {}});
    if (!done.kept.isEmpty())
        paper.parts.push_back(
            {say(QT_TRANSLATE_NOOP("PaperWriting", "What the law still keeps")), {done.kept}, {}, {}, {}});
    paper.closing = {say(QT_TRANSLATE_NOOP(
        "PaperWriting", "If something in this is not right, please call; it is looked at again free of charge."))};
    return paper;
}

Paper advertisingResult(const Head &head, const std::vector<Advertising> &declared)
{
    Paper paper = begin(PaperKind::AdvertisingResult, head);
    paper.opening = {say(QT_TRANSLATE_NOOP(
        "PaperWriting", "This tells you, as the Network Act (article 50) provides, how your wish about advertising was "
                        "dealt with."))};
    PaperPart part;
    part.heading = say(QT_TRANSLATE_NOOP("PaperWriting", "Your wish"));
    part.rows = {
        {say(QT_TRANSLATE_NOOP("PaperWriting", "Sender")), paper.sender},
        {say(QT_TRANSLATE_NOOP("PaperWriting", "Customer")), u"%1 (%2)"_s.arg(head.subjectName, head.maskedPhone)},
    };
    part.table.header = {
        say(QT_TRANSLATE_NOOP("PaperWriting", "Wish")), say(QT_TRANSLATE_NOOP("PaperWriting", "Channel")),
        say(QT_TRANSLATE_NOOP("PaperWriting", "Declared on")), say(QT_TRANSLATE_NOOP("PaperWriting", "Outcome"))};
    bool granted = false;
    for (const Advertising &wish : declared) {
        part.table.rows.push_back({wish.fact, wish.scope, dateText(wish.declared), wish.outcome});
        granted = granted || wish.granted;
    }
    paper.parts.push_back(std::move(part));
    if (granted)
        paper.closing = {say(QT_TRANSLATE_NOOP("PaperWriting", "Where you agreed, you may refuse again at any time and "
                                                               "free of charge by calling the number below."))};
    return paper;
}

} // namespace consent::desk::paperwriting

#include "desk/papers/papersaving.h"

#include "cache/store/accesslogstore.h"
#include "cache/store/devicestore.h"
#include "cache/store/eventstore.h"
#include "crypto/hash.h"
#include "desk/log/publishing.h"
#include "desk/papers/paperchoices.h"
#include "desk/people/subjectcards.h"
#include "desk/requests/freezeguard.h"
#include "desk/session/personalopener.h"
#include "desk/session/staffnames.h"
#include "domain/phone.h"
#include "domain/receiptnumber.h"
#include "ledger/consentfacts.h"
#include "ledger/eventtypes.h"

#include <QCoreApplication>

#include <algorithm>

namespace consent::desk::papersaving {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PaperSaving)
};

QString sha256Of(const QByteArray &bytes)
{
    const crypto::Digest digest = crypto::sha256(crypto::bytesOf({bytes.constData(), size_t(bytes.size())}));
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(digest.data()), qsizetype(digest.size())).toHex());
}

PaperSummary summaryOf(const ledger::SignedEvent &event, const ledger::PaperIssued &facts, StaffNames &names)
{
    const auto kind = domain::fromCode<PaperKind>(facts.kind);
    return {event.event.id,
            facts.number,
            kind.value_or(PaperKind::ResultNotice),
            event.event.at,
            names.of(event.event.actor),
            facts.sha256};
}

using Wish = paperwriting::Advertising;

Wish wish(const QString &scope, QDate declared, bool granted, bool withdrawn)
{
    const QString fact = granted     ? Words::tr("Agreed to receive")
                         : withdrawn ? Words::tr("Withdrew the agreement")
                                     : Words::tr("Refused to receive");
    return {fact, scope, declared, Words::tr("Done as declared"), granted};
}

Result<std::vector<paperwriting::Advertising>> captured(const ledger::Event &event)
{
    const auto facts = ledger::ConsentCaptured::fromFacts(event.facts);
    if (!facts)
        return facts.error();
    const QDate declared = koreanDate(facts->endedAt);
    std::vector<paperwriting::Advertising> wishes;
    for (const ledger::CapturedItem &item : facts->items) {
        if (item.channel == domain::Channel::None)
            continue;
        const QString channel = domain::label(item.channel);
        wishes.push_back(wish(item.night ? Words::tr("%1 (21:00-08:00)").arg(channel) : channel, declared,
                              item.decision == domain::Decision::Granted, false));
    }
    return wishes;
}

Result<std::vector<paperwriting::Advertising>> ended(OpenDesk &open, const ledger::Event &event)
{
    const auto facts = ledger::ConsentEnded::fromFacts(event.facts);
    if (!facts)
        return facts.error();
    const bool withdrawn = event.type == ledger::eventtypes::consentWithdrawn;
    const QDate declared = koreanDate(event.at);
    std::vector<paperwriting::Advertising> wishes;
    if (facts->allOptional)
        wishes.push_back(wish(Words::tr("All advertising"), declared, false, withdrawn));
    for (const domain::Channel channel : facts->channels)
        wishes.push_back(wish(domain::label(channel), declared, false, withdrawn));
    const auto script = publishing::newestScript(open);
    for (const QString &code : facts->items) {
        const domain::ConsentItem *item = script ? script->item(code) : nullptr;
        if (item == nullptr || item->channel == domain::Channel::None)
            continue;
        const QString channel = domain::label(item->channel);
        wishes.push_back(
            wish(item->night ? Words::tr("%1 (21:00-08:00)").arg(channel) : channel, declared, false, withdrawn));
    }
    return wishes;
}

} // namespace

Result<void> log(DeskCore &core, OpenDesk &open, const SubjectId &subject, const QString &action, const QString &number)
{
    return open.cache->accessLog().append(
        {core.clock().now(), core.user().id, core.profile().device(), subject, action, number});
}

Result<IssuedPaper> issue(DeskCore &core, OpenDesk &open, EventRecorder &recorder, const About &about,
                          const std::function<Paper(const paperwriting::Head &)> &write, const PaperPrinter &printer)
{
    const auto person = subjectcards::find(open, about.subject);
    if (!person)
        return person.error();
    const QDate today = koreanDate(core.clock().now());
    const auto sequence = open.cache->device().nextReceipt(today);
    if (!sequence)
        return sequence.error();
    const QString number = domain::ReceiptNumber::make(today, core.profile().device(), *sequence).toString();
    IssuedPaper issued;
    issued.paper = write({core.organisation(), subjectcards::screenLanguage(), number, today, person->subject.name,
                          domain::maskedPhone(person->subject.phone)});
    auto pdf = printer.print(issued.paper);
    if (!pdf)
        return pdf.error();
    issued.pdf = std::move(*pdf);
    const ledger::PaperIssued facts{number, domain::toCode(issued.paper.kind), sha256Of(issued.pdf), about.request,
                                    about.event};
    const auto event = recorder.record(ledger::eventtypes::paperIssued, about.subject, facts.toFacts(),
                                       {{u"paper"_s, issued.paper.toJson()}});
    if (!event)
        return event.error();
    if (auto logged = log(core, open, about.subject, u"issue.paper"_s, number); !logged)
        return logged.error();
    StaffNames names(open);
    issued.summary = summaryOf(*event, facts, names);
    return issued;
}

Result<std::vector<PaperSummary>> ofRequest(OpenDesk &open, const SubjectId &subject, const RequestId &request)
{
    const auto events = open.cache->events().ofSubject(subject);
    if (!events)
        return events.error();
    StaffNames names(open);
    std::vector<PaperSummary> papers;
    for (const cache::StoredEvent &stored : *events) {
        if (stored.event.event.type != ledger::eventtypes::paperIssued)
            continue;
        const auto facts = ledger::PaperIssued::fromFacts(stored.event.event.facts);
        if (facts && facts->request == request)
            papers.push_back(summaryOf(stored.event, *facts, names));
    }
    std::ranges::reverse(papers);
    return papers;
}

Result<IssuedPaper> again(OpenDesk &open, const EventId &event, const PaperPrinter &printer)
{
    const auto stored = open.cache->events().find(event);
    if (!stored)
        return stored.error();
    const ledger::SignedEvent &record = stored->event;
    if (record.event.type != ledger::eventtypes::paperIssued)
        return Error{ErrorKind::NotFound, Words::tr("This record is no paper."), u"not paper.issued"_s};
    const auto facts = ledger::PaperIssued::fromFacts(record.event.facts);
    if (!facts)
        return facts.error();
    const auto kind = domain::fromCode<PaperKind>(facts->kind);
    if (record.event.subject && kind && needsAnswer(*kind)) {
        if (auto free = freezeguard::require(open, *record.event.subject); !free)
            return free.error();
    }
    const auto personal = personalOpener(open)(record);
    if (!personal)
        return personal.error();
    if (!personal->has_value())
        return Error{ErrorKind::NotFound, Words::tr("The words of this paper were destroyed with the person's data."),
                     u"paper can't be opened"_s};
    auto paper = Paper::fromJson((**personal)["paper"_L1].toObject());
    if (!paper)
        return paper.error();
    auto pdf = printer.print(*paper);
    if (!pdf)
        return pdf.error();
    StaffNames names(open);
    IssuedPaper issued{summaryOf(record, *facts, names), std::move(*paper), std::move(*pdf), true};
    issued.identical = sha256Of(issued.pdf) == facts->sha256;
    return issued;
}

Result<std::vector<paperwriting::Advertising>> advertisingOf(OpenDesk &open, const ledger::Event &event)
{
    if (event.type == ledger::eventtypes::consentCaptured)
        return captured(event);
    if (event.type == ledger::eventtypes::consentWithdrawn || event.type == ledger::eventtypes::consentOptedOut)
        return ended(open, event);
    return std::vector<paperwriting::Advertising>();
}

} // namespace consent::desk::papersaving

#pragma once

#include "ledger/consentfacts.h"
#include "ledger/event.h"
#include "ledger/eventtypes.h"

/// Fictitious events for tests; unsigned, with the fields that projections read.
namespace samples {

using namespace Qt::StringLiterals;
namespace ledger = consent::ledger;
namespace domain = consent::domain;

inline ledger::CapturedItem item(const QString &code, domain::Decision decision, bool mandatory = false,
                                 domain::Channel channel = domain::Channel::None)
{
    ledger::CapturedItem item;
    item.code = code;
    item.category = mandatory ? domain::ItemCategory::CollectionAndUse : domain::ItemCategory::Marketing;
    item.mandatory = mandatory;
    item.channel = channel;
    item.decision = decision;
    item.clause = u"clause."_s + code;
    item.clauseStartMs = 1000;
    item.clauseEndMs = 9000;
    item.answerMs = 9500;
    return item;
}

inline ledger::ConsentCaptured captured(std::vector<ledger::CapturedItem> items)
{
    ledger::ConsentCaptured captured;
    captured.contact = consent::ContactId::create();
    captured.receipt = u"20261123-0001"_s;
    captured.notice = {u"2017-11-14"_s, {}, QString(64, u'a')};
    captured.script = {u"join"_s, u"1"_s, QString(64, u'b')};
    captured.startedAt = consent::fromMs(1'764'000'000'000);
    captured.endedAt = consent::fromMs(1'764'000'300'000);
    captured.items = std::move(items);
    captured.telephonyId = u"cti-1"_s;
    captured.questions = {{u"identity"_s, true, u"identify"_s, 3900}};
    captured.clauses = {{u"greeting"_s, 0, 4000, false}, {u"purpose"_s, 4000, 4100, true}};
    captured.consequenceStated = {u"marketing"_s};
    captured.joined = true;
    captured.flags = {u"noRecording"_s};
    return captured;
}

inline ledger::ConsentEnded ended(const QStringList &items, std::vector<domain::Channel> channels = {},
                                  bool allOptional = false)
{
    ledger::ConsentEnded ended;
    ended.contact = consent::ContactId::create();
    ended.items = items;
    ended.channels = std::move(channels);
    ended.allOptional = allOptional;
    return ended;
}

inline ledger::Event unsignedEvent(QLatin1StringView type, const consent::SubjectId &subject, const QJsonObject &facts,
                                   qint64 atMs, const consent::DeviceId &device, qint64 seq, qint64 skewMs = 0)
{
    ledger::Event event;
    event.id = consent::EventId::create();
    event.device = device;
    event.seq = seq;
    event.prev = seq == 1 ? QByteArray() : QByteArray(32, 'p');
    event.at = consent::fromMs(atMs);
    event.skewMs = skewMs;
    event.actor = consent::UserId::create();
    event.branch = u"center"_s;
    event.subject = subject;
    event.type = type;
    event.facts = facts;
    return event;
}

} // namespace samples

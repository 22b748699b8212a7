#include "ledger/event.h"

#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "ledger/eventformat_p.h"
#include "ledger/json_p.h"

#include <QJsonDocument>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace consent::ledger {

namespace {

constexpr qint64 largestSeq = 9'007'199'254'740'991; // 2^53 - 1: exact in every JSON reader
constexpr qsizetype fieldsOfThisVersion = 13;

bool isBase64UrlText(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

/// Five parts, the second (the encrypted key) empty: a JWE with algorithm "dir".
bool looksSealed(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split('.');
    return parts.size() == 5 && parts[1].isEmpty() && !parts[0].isEmpty() &&
           std::all_of(parts.begin(), parts.end(), [](const QByteArray &part) { return isBase64UrlText(part); });
}

bool isTypeName(const QString &type)
{
    return !type.isEmpty() && type[0] >= u'a' && type[0] <= u'z' && std::all_of(type.begin(), type.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.';
    });
}

bool hasControlCharacter(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

std::optional<QByteArray> readHash(const QJsonObject &object, QLatin1StringView name)
{
    const auto text = readString(object, name, 43);
    if (!text)
        return std::nullopt;
    if (text->isEmpty())
        return QByteArray();
    auto hash = crypto::base64UrlDecode(text->toLatin1());
    return hash && hash->size() == 32 ? hash : std::nullopt;
}

/// The fields of an event, or the name of the first that is wrong.
struct FieldReader
{
    const QJsonObject &object;
    QString wrong;

    template <typename T> T take(std::optional<T> value, QLatin1StringView name)
    {
        if (!value && wrong.isEmpty())
            wrong = name;
        return value ? *std::move(value) : T();
    }
};

Result<Event> readEvent(const QJsonObject &object)
{
    FieldReader in{object, {}};
    Event event;
    event.v = static_cast<int>(in.take(readInteger(object, "v"_L1, 1, 1'000'000), "v"_L1));
    event.id = in.take(readId<EventId>(object, "id"_L1), "id"_L1);
    event.device = in.take(readId<DeviceId>(object, "device"_L1), "device"_L1);
    event.seq = in.take(readInteger(object, "seq"_L1, 1, largestSeq), "seq"_L1);
    event.prev = in.take(readHash(object, "prev"_L1), "prev"_L1);
    event.at = fromMs(in.take(readInteger(object, "at"_L1, 0, latestMs), "at"_L1));
    event.skewMs = in.take(readInteger(object, "skewMs"_L1, -latestMs, latestMs), "skewMs"_L1);
    event.actor = in.take(readId<UserId>(object, "actor"_L1), "actor"_L1);
    event.branch = in.take(readString(object, "branch"_L1, EventLimits::branchCharacters), "branch"_L1);
    event.type = in.take(readString(object, "type"_L1, EventLimits::typeCharacters), "type"_L1);
    event.sealed = in.take(readString(object, "sealed"_L1, EventLimits::compactBytes), "sealed"_L1).toUtf8();
    if (!object.value("subject"_L1).isNull())
        event.subject = in.take(readId<SubjectId>(object, "subject"_L1), "subject"_L1);
    if (object.value("facts"_L1).isObject())
        event.facts = object.value("facts"_L1).toObject();
    else if (in.wrong.isEmpty())
        in.wrong = u"facts"_s;
    if (!in.wrong.isEmpty())
        return damagedEvent(u"field %1 is missing, of another type or out of range"_s.arg(in.wrong));
    if (const QString fault = eventFault(event); !fault.isEmpty())
        return damagedEvent(fault);
    return event;
}

} // namespace

QString eventFault(const Event &event)
{
    if ((event.seq == 1) != event.prev.isEmpty())
        return u"prev is empty exactly on the first event of a device"_s;
    if (!isTypeName(event.type) || event.type.size() > EventLimits::typeCharacters)
        return u"field type is not a type name"_s;
    if (event.branch.size() > EventLimits::branchCharacters || hasControlCharacter(event.branch))
        return u"field branch is too long or holds control characters"_s;
    if (!event.sealed.isEmpty() && !event.subject)
        return u"a sealed part without a subject"_s;
    if (!event.sealed.isEmpty() && !looksSealed(event.sealed))
        return u"field sealed is no compact JWE of algorithm dir"_s;
    return {};
}

QByteArray eventHeader(const QString &kid)
{
    return R"({"alg":"ES256","kid":")" + kid.toLatin1() + R"(","typ":"consent-event+jws"})";
}

QByteArray eventPayload(const Event &event)
{
    QJsonObject object{
        {u"id"_s, event.id.toString()},
        {u"device"_s, event.device.toString()},
        {u"seq"_s, event.seq},
        {u"prev"_s, QString::fromLatin1(crypto::base64UrlEncode(crypto::bytesOf(event.prev)))},
        {u"at"_s, toMs(event.at)},
        {u"skewMs"_s, event.skewMs},
        {u"actor"_s, event.actor.toString()},
        {u"branch"_s, event.branch},
        {u"type"_s, event.type},
        {u"v"_s, event.v},
        {u"facts"_s, event.facts},
        {u"sealed"_s, QString::fromLatin1(event.sealed)},
    };
    object.insert(u"subject"_s, event.subject ? QJsonValue(event.subject->toString()) : QJsonValue(QJsonValue::Null));
    return compactJson(object);
}

Result<SignedEvent> parseEvent(const QByteArray &compactJws)
{
    if (compactJws.size() > EventLimits::compactBytes)
        return damagedEvent(u"longer than %1 bytes"_s.arg(EventLimits::compactBytes));
    const qsizetype firstDot = compactJws.indexOf('.');
    const qsizetype secondDot = compactJws.indexOf('.', firstDot + 1);
    if (firstDot < 0 || secondDot < 0)
        return damagedEvent(u"not three parts"_s);
    const QByteArrayView text(compactJws);
    const auto header = crypto::base64UrlDecode(text.first(firstDot));
    const auto payload = crypto::base64UrlDecode(text.sliced(firstDot + 1, secondDot - firstDot - 1));
    const auto signature = crypto::base64UrlDecode(text.sliced(secondDot + 1));
    if (!header || !payload || !signature)
        return damagedEvent(u"a part is not base64url"_s);
    if (signature->size() != 64)
        return damagedEvent(u"the signature is not 64 bytes"_s);

    constexpr qsizetype kidAt = 22; // {"alg":"ES256","kid":"
    constexpr qsizetype kidCharacters = 43;
    const QByteArray kid = header->mid(kidAt, kidCharacters);
    if (!isBase64UrlText(kid) || *header != eventHeader(QString::fromLatin1(kid)) || kid.size() != kidCharacters)
        return damagedEvent(u"the header is not exactly alg ES256, kid, typ"_s);

    if (jsonDepth(*payload) > EventLimits::jsonDepth)
        return damagedEvent(u"the payload is nested too deep"_s);
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(*payload, &fault);
    if (fault.error != QJsonParseError::NoError || !document.isObject())
        return damagedEvent(u"the payload is no JSON object"_s);
    if (document.toJson(QJsonDocument::Compact) != *payload)
        return damagedEvent(u"the payload is not in canonical form"_s);

    auto event = readEvent(document.object());
    if (!event)
        return event.error();
    if (event->v <= currentEventVersion && document.object().size() != fieldsOfThisVersion)
        return damagedEvent(u"the payload has fields that version %1 does not know"_s.arg(event->v));
    return SignedEvent{*std::move(event), compactJws, eventHash(compactJws), QString::fromLatin1(kid)};
}

SignatureParts signatureParts(const QByteArray &compactJws)
{
    const qsizetype dot = compactJws.lastIndexOf('.');
    const auto signature = crypto::base64UrlDecode(QByteArrayView(compactJws).sliced(dot + 1));
    return {compactJws.first(dot), signature.value_or(QByteArray())};
}

QByteArray eventHash(const QByteArray &compactJws)
{
    return crypto::toByteArray(crypto::sha256(crypto::bytesOf(compactJws)));
}

UtcTime orderTime(const Event &event)
{
    const UtcTime corrected = event.at - Milliseconds(event.skewMs);
    const auto after = readInteger(event.facts, "after"_L1, -latestMs, latestMs);
    return after ? std::max(corrected, fromMs(*after) + Milliseconds(1)) : corrected;
}

bool orderedBefore(const Event &a, const Event &b)
{
    return std::make_tuple(orderTime(a), a.device.toString(), a.seq) <
           std::make_tuple(orderTime(b), b.device.toString(), b.seq);
}

} // namespace consent::ledger

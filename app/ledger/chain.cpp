#include "ledger/chain.h"

#include "crypto/base64url.h"
#include "crypto/jwe.h"
#include "crypto/jws.h"
#include "crypto/p256.h"
#include "ledger/eventformat_p.h"
#include "ledger/eventtypes.h"
#include "ledger/json_p.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace consent::ledger {

namespace {

Error unfitDraft(const QString &detail)
{
    return {ErrorKind::InvalidArgument,
            QCoreApplication::translate("Ledger",
                                        "This can't be recorded as it is. Nothing was saved. Note what you did and "
                                        "call the administrator."),
            detail};
}

Error unopenedPart(ErrorKind kind, const QString &detail)
{
    return {kind,
            QCoreApplication::translate("Ledger",
                                        "The personal part of a record can't be opened. The record itself stands. If "
                                        "the data was destroyed this is as it should be; otherwise call the "
                                        "administrator."),
            detail};
}

} // namespace

DeviceChain::DeviceChain(DeviceId device, const crypto::P256PrivateKey &key, const Clock &clock, ChainHead head,
                         qint64 skewMs)
    : m_device(std::move(device))
    , m_key(key)
    , m_clock(clock)
    , m_head(std::move(head))
    , m_skewMs(skewMs)
    , m_kid(key.publicKey().thumbprint())
{
}

Result<SignedEvent> DeviceChain::append(const EventDraft &draft, const DataKey *dataKey)
{
    if (draft.personal.isEmpty() != (dataKey == nullptr))
        return unfitDraft(u"a data key is needed exactly where there is a personal part"_s);
    if (dataKey != nullptr && (!draft.subject || dataKey->subject != *draft.subject))
        return unfitDraft(u"the data key is not the subject's"_s);
    if (draft.actor.isEmpty())
        return unfitDraft(u"no actor"_s);

    Event event;
    event.id = EventId::create();
    event.device = m_device;
    event.seq = m_head.seq + 1;
    event.prev = m_head.hash;
    event.at = m_clock.now();
    event.skewMs = m_skewMs;
    event.actor = draft.actor;
    event.branch = draft.branch;
    event.subject = draft.subject;
    event.type = draft.type;
    event.facts = draft.facts;
    if (dataKey != nullptr) {
        const QByteArray personal = compactJson(draft.personal);
        auto sealed = crypto::encryptDirect(crypto::bytesOf(personal), dataKey->secret->span(), dataKey->id.toString());
        if (!sealed)
            return sealed.error();
        event.sealed = *std::move(sealed);
    }
    auto jws = crypto::signCompact(eventPayload(event), m_key, m_kid, u"consent-event+jws"_s);
    if (!jws)
        return jws.error();
    // What we write we must be able to read: so that a draft beyond a limit is refused now and not found later.
    auto written = parseEvent(*jws);
    if (!written)
        return unfitDraft(written.error().detail);
    m_head = {written->event.seq, written->hash};
    return written;
}

Result<SignedEvent> DeviceChain::enrol(const UserId &actor, const QString &branch, const QString &name)
{
    if (m_head.seq != 0)
        return unfitDraft(u"a device is enrolled by its first event only"_s);
    return append({eventtypes::deviceEnrolled,
                   actor,
                   branch,
                   std::nullopt,
                   {{u"publicKey"_s, m_key.publicKey().toJwk()}, {u"name"_s, name}},
                   {}});
}

Result<QJsonObject> openPersonal(const Event &event, const DataKey &dataKey)
{
    if (event.sealed.isEmpty())
        return unopenedPart(ErrorKind::NotFound, u"no sealed part"_s);
    if (dataKeyOf(event) != dataKey.id)
        return unopenedPart(ErrorKind::WrongKey, u"sealed under another data key"_s);
    const auto plain = crypto::decryptDirect(event.sealed, dataKey.secret->span());
    if (!plain)
        return unopenedPart(ErrorKind::Damaged, plain.error().detail);
    const QJsonDocument document = QJsonDocument::fromJson(*plain);
    if (!document.isObject())
        return unopenedPart(ErrorKind::Damaged, u"the sealed part is no JSON object"_s);
    return document.object();
}

std::optional<DataKeyId> dataKeyOf(const Event &event)
{
    if (event.sealed.isEmpty())
        return std::nullopt;
    const auto header = crypto::readJweHeader(event.sealed);
    if (!header || header->algorithm != crypto::JweAlgorithm::Direct)
        return std::nullopt;
    return DataKeyId::fromString(header->kid);
}

} // namespace consent::ledger

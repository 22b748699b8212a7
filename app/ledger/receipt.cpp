#include "ledger/receipt.h"

#include "crypto/base64url.h"
#include "crypto/jws.h"
#include "ledger/consentfacts.h"
#include "ledger/eventtypes.h"
#include "ledger/json_p.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace consent::ledger {

namespace {

constexpr std::array receiptFieldTable{
    // Receipt metadata (6.4.5)
    ReceiptField{"receipt", "schema_version", "fixed: ISO/IEC TS 27560:2023"},
    ReceiptField{"receipt", "receipt_id", "fact receipt: the number that people are told"},
    ReceiptField{"receipt", "receipt_time", "when the receipt was made out, RFC 3339 UTC"},
    // Consent record header (6.3.3)
    ReceiptField{"record", "schema_version", "fixed: ISO/IEC TS 27560:2023"},
    ReceiptField{"record", "record_id", "id of the event"},
    ReceiptField{"record", "pii_principal_id", "subject id of the event; no name, no number"},
    // PII processing (6.3.4)
    ReceiptField{"record", "pii_processing", "section"},
    ReceiptField{"record.pii_processing", "privacy_notice", "fact notice: the version that was in force"},
    ReceiptField{"record.pii_processing.privacy_notice", "notice_id", "number of the notice"},
    ReceiptField{"record.pii_processing.privacy_notice", "sha256", "hash of the notice's source", false},
    ReceiptField{"record.pii_processing.privacy_notice", "url", "organisation file: consent page", true, false},
    ReceiptField{"record.pii_processing", "language", "fact language (BCP 47)"},
    ReceiptField{"record.pii_processing", "purposes", "fact items, one each, with the script's texts"},
    ReceiptField{"record.pii_processing.purposes[]", "purpose", "script: purpose of the item"},
    ReceiptField{"record.pii_processing.purposes[]", "purpose_id", "code of the item", false},
    ReceiptField{"record.pii_processing.purposes[]", "purpose_type", "category of the item (PIPA 22(1))"},
    ReceiptField{"record.pii_processing.purposes[]", "lawful_basis", "the provision of Korean law for the category"},
    ReceiptField{"record.pii_processing.purposes[]", "pii_information", "script: data of the item"},
    ReceiptField{"record.pii_processing.purposes[].pii_information[]", "pii_type", "script: data of the item"},
    ReceiptField{"record.pii_processing.purposes[].pii_information[]", "pii_optional", "whether the item is optional"},
    ReceiptField{"record.pii_processing.purposes[].pii_information[]", "sensitive_pii_category",
                 "category: unique identifier or sensitive data", true, false},
    ReceiptField{"record.pii_processing.purposes[]", "pii_controllers", "party id of the company"},
    ReceiptField{"record.pii_processing.purposes[]", "collection_method", "fact method (Decree 17(2))"},
    ReceiptField{"record.pii_processing.purposes[]", "processing_method", "channel of advertising, or internal use"},
    ReceiptField{"record.pii_processing.purposes[]", "storage_locations", "KR"},
    ReceiptField{"record.pii_processing.purposes[]", "retention_period", "script: period of the item"},
    ReceiptField{"record.pii_processing.purposes[]", "jurisdictions", "KR"},
    ReceiptField{"record.pii_processing.purposes[]", "recipient_third_parties", "script: recipient, purpose, period",
                 true, false},
    ReceiptField{"record.pii_processing.purposes[].recipient_third_parties[]", "name", "script: recipient", true,
                 false},
    ReceiptField{"record.pii_processing.purposes[].recipient_third_parties[]", "purpose", "script: recipient's purpose",
                 true, false},
    ReceiptField{"record.pii_processing.purposes[].recipient_third_parties[]", "retention_period",
                 "script: recipient's period", true, false},
    ReceiptField{"record.pii_processing.purposes[]", "withdrawal_method", "organisation file: centre, e-mail, site"},
    ReceiptField{"record.pii_processing.purposes[]", "privacy_rights", "script: the right to refuse", true, false},
    ReceiptField{"record.pii_processing.purposes[]", "refusal_consequence", "script: what refusing means", false,
                 false},
    ReceiptField{"record.pii_processing.purposes[]", "authority_party", "organisation file: outside bodies"},
    // Party identification (6.3.6)
    ReceiptField{"record", "party_identification", "organisation file"},
    ReceiptField{"record.party_identification[]", "party_id", "controller, officer, authority-N"},
    ReceiptField{"record.party_identification[]", "party_name", "name of the company or body"},
    ReceiptField{"record.party_identification[]", "party_role", "PII controller, officer or supervisory body"},
    ReceiptField{"record.party_identification[]", "party_type", "organisation or person"},
    ReceiptField{"record.party_identification[]", "party_phone", "telephone, digits", true, false},
    ReceiptField{"record.party_identification[]", "party_email", "e-mail", true, false},
    ReceiptField{"record.party_identification[]", "party_url", "web address", true, false},
    ReceiptField{"record.party_identification[]", "party_contact", "department and position", true, false},
    // Events (6.3.7)
    ReceiptField{"record", "event", "one for each answer"},
    ReceiptField{"record.event[]", "event_time", "start of the contact plus the time of the answer"},
    ReceiptField{"record.event[]", "validity_duration", "organisation file: reconfirmation, advertising only", true,
                 false},
    ReceiptField{"record.event[]", "entity_id", "subject id: who answered"},
    ReceiptField{"record.event[]", "event_type", "explicit: asked and answered item by item"},
    ReceiptField{"record.event[]", "event_state", "consent given or consent refused"},
    ReceiptField{"record.event[]", "purpose_id", "code of the item that was answered", false},
    // What ties the receipt to the ledger
    ReceiptField{"evidence", "event_sha256", "SHA-256 of the signed event, hex", false},
    ReceiptField{"evidence", "event_device", "device id and", false},
    ReceiptField{"evidence", "event_seq", "number of the event", false},
    ReceiptField{"evidence", "script_code", "fact script", false},
    ReceiptField{"evidence", "script_version", "fact script", false},
    ReceiptField{"evidence", "script_sha256", "fact script", false},
};

const QString schemaVersion = u"ISO/IEC TS 27560:2023"_s;
const QString receiptType = u"consent-receipt+jws"_s;
constexpr qsizetype receiptLimitBytes = 1024 * 1024;

QString lawfulBasis(domain::ItemCategory category)
{
    switch (category) {
    case domain::ItemCategory::CollectionAndUse:
        return u"consent: PIPA 15(1)1"_s;
    case domain::ItemCategory::ThirdPartyProvision:
        return u"consent: PIPA 17(1)1"_s;
    case domain::ItemCategory::Marketing:
        return u"consent: PIPA 15(1)1, 22(1); Network Act 50(1)"_s;
    case domain::ItemCategory::UniqueIdentifier:
        return u"consent: PIPA 24(1)1"_s;
    case domain::ItemCategory::SensitiveData:
        return u"consent: PIPA 23(1)1"_s;
    }
    return {};
}

void insertIfAny(QJsonObject &object, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

QJsonObject party(const QString &id, const QString &name, const QString &role, const QString &type)
{
    return {{u"party_id"_s, id}, {u"party_name"_s, name}, {u"party_role"_s, role}, {u"party_type"_s, type}};
}

class RecordBuilder
{
public:
    RecordBuilder(const SignedEvent &event, const ConsentCaptured &facts, const ReceiptContext &context)
        : m_event(event)
        , m_facts(facts)
        , m_context(context)
    {
    }

    /// @return nothing when an item is not the script's
    std::optional<QJsonObject> build() const
    {
        QJsonArray purposes;
        QJsonArray events;
        for (const CapturedItem &item : m_facts.items) {
            const auto script = std::find_if(m_context.items.begin(), m_context.items.end(),
                                             [&item](const domain::ConsentItem &i) { return i.code == item.code; });
            if (script == m_context.items.end())
                return std::nullopt;
            purposes.append(purpose(item, *script));
            events.append(answer(item));
        }
        QJsonObject notice{{u"notice_id"_s, m_facts.notice.code}, {u"sha256"_s, m_facts.notice.sha256}};
        insertIfAny(notice, u"url"_s, m_context.organisation.consentPageUrl);
        const QJsonObject processing{{u"privacy_notice"_s, notice},
                                     {u"language"_s, domain::toCode(m_facts.language)},
                                     {u"purposes"_s, purposes}};
        const QJsonObject record{{u"schema_version"_s, schemaVersion},
                                 {u"record_id"_s, m_event.event.id.toString()},
                                 {u"pii_principal_id"_s, m_event.event.subject->toString()},
                                 {u"pii_processing"_s, processing},
                                 {u"party_identification"_s, parties()},
                                 {u"event"_s, events}};
        const QJsonObject receipt{{u"schema_version"_s, schemaVersion},
                                  {u"receipt_id"_s, m_facts.receipt},
                                  {u"receipt_time"_s, isoUtc(m_context.issuedAt)}};
        return QJsonObject{{u"receipt"_s, receipt}, {u"record"_s, record}, {u"evidence"_s, evidence()}};
    }

private:
    QJsonObject purpose(const CapturedItem &item, const domain::ConsentItem &script) const
    {
        const auto text = [this](const domain::LocalText &local) { return local.in(m_facts.language); };
        QJsonObject data{{u"pii_type"_s, text(script.data)}, {u"pii_optional"_s, !item.mandatory}};
        if (item.category == domain::ItemCategory::UniqueIdentifier ||
            item.category == domain::ItemCategory::SensitiveData)
            data.insert(u"sensitive_pii_category"_s, domain::toCode(item.category));
        const bool advertising = item.channel != domain::Channel::None;
        QJsonObject purpose{
            {u"purpose"_s, text(script.purpose)},
            {u"purpose_id"_s, item.code},
            {u"purpose_type"_s, domain::toCode(item.category)},
            {u"lawful_basis"_s, lawfulBasis(item.category)},
            {u"pii_information"_s, QJsonArray{data}},
            {u"pii_controllers"_s, QJsonArray{u"controller"_s}},
            {u"collection_method"_s, domain::toCode(m_facts.method)},
            {u"processing_method"_s,
             advertising ? u"advertising by "_s + domain::toCode(item.channel) : u"use by the controller"_s},
            {u"storage_locations"_s, QJsonArray{u"KR"_s}},
            {u"retention_period"_s, text(script.period)},
            {u"jurisdictions"_s, QJsonArray{u"KR"_s}},
            {u"withdrawal_method"_s, withdrawalMethods()},
            {u"authority_party"_s, authorities()},
        };
        if (!script.recipient.isEmpty())
            purpose.insert(u"recipient_third_parties"_s,
                           QJsonArray{QJsonObject{{u"name"_s, text(script.recipient)},
                                                  {u"purpose"_s, text(script.recipientPurpose)},
                                                  {u"retention_period"_s, text(script.recipientPeriod)}}});
        insertIfAny(purpose, u"privacy_rights"_s, text(script.right));
        insertIfAny(purpose, u"refusal_consequence"_s, text(script.consequence));
        return purpose;
    }

    QJsonObject answer(const CapturedItem &item) const
    {
        const bool granted = item.decision == domain::Decision::Granted;
        QJsonObject event{
            {u"event_time"_s, isoUtc(m_facts.startedAt + Milliseconds(item.answerMs))},
            {u"entity_id"_s, m_event.event.subject->toString()},
            {u"event_type"_s, u"explicit"_s},
            {u"event_state"_s, granted ? u"consent given"_s : u"consent refused"_s},
            {u"purpose_id"_s, item.code},
        };
        // Network Act 50: an advertising consent is to be reconfirmed.
        if (granted && item.channel != domain::Channel::None && m_context.organisation.reconfirmMonths > 0)
            event.insert(u"validity_duration"_s, u"P%1M"_s.arg(m_context.organisation.reconfirmMonths));
        return event;
    }

    QJsonArray withdrawalMethods() const
    {
        QJsonArray methods;
        for (const QString &way :
             {m_context.organisation.centrePhone, m_context.organisation.email, m_context.organisation.site})
            if (!way.isEmpty())
                methods.append(way);
        return methods;
    }

    QJsonArray authorities() const
    {
        QJsonArray ids;
        for (std::size_t i = 1; i <= m_context.organisation.bodies.size(); ++i)
            ids.append(u"authority-%1"_s.arg(i));
        return ids;
    }

    QJsonArray parties() const
    {
        const domain::Organisation &organisation = m_context.organisation;
        QJsonObject controller =
            party(u"controller"_s, organisation.company.in(m_facts.language), u"PII controller"_s, u"organisation"_s);
        insertIfAny(controller, u"party_phone"_s, organisation.centrePhone);
        insertIfAny(controller, u"party_email"_s, organisation.email);
        insertIfAny(controller, u"party_url"_s, organisation.siteUrl);
        QJsonObject officer = party(u"officer"_s, organisation.officer.name, u"privacy officer"_s, u"person"_s);
        insertIfAny(officer, u"party_phone"_s, organisation.officer.phone);
        insertIfAny(officer, u"party_email"_s, organisation.officer.email);
        insertIfAny(officer, u"party_contact"_s,
                    QString(organisation.officer.department + u' ' + organisation.officer.position).trimmed());
        QJsonArray parties{controller, officer};
        int number = 0;
        for (const domain::Organisation::Body &body : organisation.bodies) {
            QJsonObject authority =
                party(u"authority-%1"_s.arg(++number), body.name, u"supervisory body"_s, u"organisation"_s);
            insertIfAny(authority, u"party_phone"_s, body.phone);
            insertIfAny(authority, u"party_url"_s, body.url);
            parties.append(authority);
        }
        return parties;
    }

    QJsonObject evidence() const
    {
        return {{u"event_sha256"_s, QString::fromLatin1(m_event.hash.toHex())},
                {u"event_device"_s, m_event.event.device.toString()},
                {u"event_seq"_s, m_event.event.seq},
                {u"script_code"_s, m_facts.script.code},
                {u"script_version"_s, m_facts.script.version},
                {u"script_sha256"_s, m_facts.script.sha256}};
    }

    const SignedEvent &m_event;
    const ConsentCaptured &m_facts;
    const ReceiptContext &m_context;
};

Error noReceipt(const QString &detail)
{
    return {ErrorKind::InvalidArgument,
            QCoreApplication::translate("Ledger",
                                        "No receipt can be made out for this record. The record itself is saved. Call "
                                        "the administrator."),
            detail};
}

} // namespace

std::span<const ReceiptField> receiptFields()
{
    return receiptFieldTable;
}

Result<QJsonObject> receiptRecord(const SignedEvent &captured, const ReceiptContext &context)
{
    if (captured.event.type != eventtypes::consentCaptured || !captured.event.subject)
        return noReceipt(u"event %1 captures no consent"_s.arg(captured.event.id.toString()));
    const auto facts = ConsentCaptured::fromFacts(captured.event.facts);
    if (!facts)
        return facts.error();
    const auto record = RecordBuilder(captured, *facts, context).build();
    if (!record)
        return noReceipt(u"event %1 has an item that is not the script's"_s.arg(captured.event.id.toString()));
    return *record;
}

Result<QByteArray> signReceipt(const QJsonObject &record, const crypto::P256PrivateKey &key)
{
    return crypto::signCompact(compactJson(record), key, key.publicKey().thumbprint(), receiptType);
}

Result<QJsonObject> verifyReceipt(const QByteArray &compactJws, const crypto::P256PublicKey &key)
{
    const auto verified = crypto::verifyCompact(compactJws, key, receiptLimitBytes);
    if (!verified || verified->typ != receiptType)
        return Error{ErrorKind::Damaged,
                     QCoreApplication::translate(
                         "Ledger", "The receipt is not one that this organisation signed, or was altered. "
                                   "Ask for it to be made out again."),
                     verified ? u"another kind of document"_s : verified.error().detail};
    return QJsonDocument::fromJson(verified->payload).object();
}

} // namespace consent::ledger

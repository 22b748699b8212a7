#include "cache/projection/projector.h"

#include "cache/log/consentlogstore.h"
#include "cache/projection/consentstatestore.h"
#include "cache/store/documentstore.h"
#include "cache/store/eventorder.h"
#include "ledger/consentfacts.h"
#include "ledger/consentprojection.h"
#include "ledger/contactfacts.h"
#include "ledger/eventtypes.h"
#include "vault/database/sqlconnection.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace {

namespace types = ledger::eventtypes;

std::optional<domain::Guardian> guardianOf(const QJsonObject &personal)
{
    const QJsonObject object = personal.value("guardian"_L1).toObject();
    if (object.isEmpty())
        return std::nullopt;
    return domain::Guardian{object.value("name"_L1).toString(), object.value("phone"_L1).toString(),
                            object.value("relation"_L1).toString()};
}

void setField(domain::Subject &subject, const QString &field, const QJsonObject &personal)
{
    if (field == "name"_L1)
        subject.name = personal.value(field).toString();
    else if (field == "phone"_L1)
        subject.phone = personal.value(field).toString();
    else if (field == "birthDate"_L1)
        subject.birthDate = QDate::fromString(personal.value(field).toString(), Qt::ISODate);
    else if (field == "email"_L1)
        subject.email = personal.value(field).toString();
    else
        subject.guardian = guardianOf(personal);
}

const QStringList &subjectFields()
{
    static const QStringList fields{u"name"_s, u"phone"_s, u"birthDate"_s, u"email"_s, u"guardian"_s};
    return fields;
}

/// A captured or ended contact moves these, whatever came before or after it.
void touch(SubjectRecord &record, UtcTime time)
{
    if (!record.lastContact || *record.lastContact < time)
        record.lastContact = time;
}

} // namespace

Projector::Projector(vault::SqlConnection &connection, EventStore &events, SubjectStore &subjects,
                     ConsentStateStore &states, ConsentLogStore &log, DocumentStore &documents)
    : m_connection(connection)
    , m_events(events)
    , m_subjects(subjects)
    , m_states(states)
    , m_log(log)
    , m_documents(documents)
    , m_evidence(connection)
    , m_merges(connection)
    , m_candidates(connection)
    , m_numbers(connection)
    , m_contacts(connection, events, states)
    , m_requests(connection, events)
{
}

Result<void> Projector::apply(const StoredEvent &stored, const std::optional<QJsonObject> &personal)
{
    const ledger::Event &event = stored.event.event;
    if (event.v > ledger::currentEventVersion)
        return {}; // kept and passed on, shown once the program knows what it means
    const QString &type = event.type;
    if (type == types::noticePublished || type == types::scriptPublished || type == types::userAdded ||
        type == types::deviceEnrolled)
        return published(stored);
    if (!event.subject)
        return {};
    if (const auto erased = isErased(*event.subject); !erased)
        return erased.error();
    else if (*erased)
        return {};
    if (type == types::subjectRegistered)
        return registered(stored, personal);
    if (type == types::subjectCorrected)
        return corrected(stored, personal);
    if (type == types::consentCaptured)
        return captured(stored, personal);
    if (type == types::consentWithdrawn || type == types::consentOptedOut)
        return ended(stored);
    if (type == types::evidenceAttached)
        return m_evidence.apply(stored);
    if (type == types::subjectMerged)
        return m_merges.merged(stored);
    if (type == types::subjectSeparated)
        return m_merges.separated(stored);
    if (type == types::subjectDistinct)
        return m_merges.distinct(stored);
    if (type == types::consentMistaken)
        return mistaken(stored, personal);
    if (type == types::guardianLinked) {
        if (auto taken = corrected(stored, personal); !taken)
            return taken;
    }
    if (auto taken = m_requests.apply(stored, personal); !taken)
        return taken;
    return m_contacts.apply(stored, personal);
}

/// A person's row, and who looks like this person.
Result<void> Projector::keep(const SubjectRecord &record)
{
    if (auto put = m_subjects.put(record); !put || m_subjects.termsDeferred())
        return put;
    return m_candidates.refresh(record);
}

Result<bool> Projector::isErased(const SubjectId &subject) const
{
    const auto rows = m_connection.number(
        u"SELECT count(*) FROM erased_person WHERE person=(SELECT number FROM person WHERE id=?)"_s, idBytes(subject));
    return rows ? Result<bool>(*rows > 0) : rows.error();
}

Result<SubjectRecord> Projector::record(const SubjectId &subject)
{
    auto known = m_subjects.find(subject);
    if (!known)
        return known.error();
    if (*known)
        return **std::move(known);
    const auto number = m_numbers.of(subject);
    if (!number)
        return number.error();
    SubjectRecord fresh;
    fresh.number = *number;
    fresh.subject.id = subject;
    return fresh;
}

/// Each field that the event carries, unless it stands there from a later event.
Result<void> Projector::takeFields(SubjectRecord &record, const StoredEvent &stored, const QJsonObject &personal)
{
    for (const QString &field : subjectFields()) {
        if (!personal.contains(field))
            continue;
        const auto holder = record.stamps.holder(field, record.registration);
        if (holder && *holder != stored.number) {
            const auto later = EventOrder::of(m_connection, *holder);
            if (!later)
                return later.error();
            if (EventOrder::of(stored.event.event) < *later)
                continue;
        }
        setField(record.subject, field, personal);
        if (stored.number != record.registration)
            record.stamps.set(field, stored.number);
    }
    return {};
}

/// Joining and leaving: the later one stands.
Result<void> Projector::takeMembership(SubjectRecord &record, const StoredEvent &stored, domain::MembershipState state)
{
    const QString field = u"membership"_s;
    const auto holder = record.stamps.holder(field, std::nullopt);
    if (holder && *holder != stored.number) {
        const auto later = EventOrder::of(m_connection, *holder);
        if (!later)
            return later.error();
        if (EventOrder::of(stored.event.event) < *later)
            return {};
    }
    record.subject.state = state;
    record.stamps.set(field, stored.number);
    return {};
}

Result<void> Projector::registered(const StoredEvent &stored, const std::optional<QJsonObject> &personal)
{
    auto subject = record(*stored.event.event.subject);
    if (!subject)
        return subject.error();
    if (!subject->registration)
        subject->registration = stored.number;
    if (auto taken = takeFields(*subject, stored, personal.value_or(QJsonObject())); !taken)
        return taken;
    return keep(*subject);
}

Result<void> Projector::corrected(const StoredEvent &stored, const std::optional<QJsonObject> &personal)
{
    auto subject = record(*stored.event.event.subject);
    if (!subject)
        return subject.error();
    if (auto taken = takeFields(*subject, stored, personal.value_or(QJsonObject())); !taken)
        return taken;
    return keep(*subject);
}

Result<void> Projector::captured(const StoredEvent &stored, const std::optional<QJsonObject> &personal)
{
    const ledger::Event &event = stored.event.event;
    const auto facts = ledger::ConsentCaptured::fromFacts(event.facts);
    if (!facts)
        return {}; // not as this program writes it: stays in the ledger, verified, and shows nothing
    auto subject = record(*event.subject);
    if (!subject)
        return subject.error();
    touch(*subject, ledger::orderTime(event));
    if (facts->joined) {
        if (auto taken = takeMembership(*subject, stored, domain::MembershipState::Joined); !taken)
            return taken;
    }
    if (personal && personal->value("guardian"_L1).isObject()) {
        const QJsonObject guardian{{u"guardian"_s, personal->value("guardian"_L1)}};
        if (auto taken = takeFields(*subject, stored, guardian); !taken)
            return taken;
    }
    if (auto put = m_subjects.put(*subject); !put)
        return put;
    for (const ledger::ConsentStatement &statement : ledger::consentStatements(event)) {
        if (auto applied = m_states.apply(statement, stored.number); !applied)
            return applied;
    }
    ConsentLogEntry entry;
    entry.event = stored.number;
    entry.eventId = event.id;
    entry.at = ledger::orderTime(event);
    entry.subject = event.subject;
    entry.agent = event.actor;
    entry.method = facts->method;
    entry.outcome = facts->outcome;
    for (const ledger::CapturedItem &item : facts->items)
        (item.decision == domain::Decision::Granted ? entry.granted : entry.refused) += item.code;
    entry.flagged = !facts->flags.isEmpty();
    entry.receipt = facts->receipt;
    if (auto removed = m_log.remove(stored.number); !removed)
        return removed;
    if (auto appended = m_log.append(entry); !appended)
        return appended;
    return m_contacts.captured(stored, *facts, personal);
}

Result<void> Projector::ended(const StoredEvent &stored)
{
    const ledger::Event &event = stored.event.event;
    const auto facts = ledger::ConsentEnded::fromFacts(event.facts);
    if (!facts)
        return {};
    auto subject = record(*event.subject);
    if (!subject)
        return subject.error();
    touch(*subject, ledger::orderTime(event));
    if (facts->left) {
        if (auto taken = takeMembership(*subject, stored, domain::MembershipState::Left); !taken)
            return taken;
    }
    if (auto put = m_subjects.put(*subject); !put)
        return put;
    const auto slip = m_contacts.isMistaken(stored);
    if (!slip)
        return slip.error();
    ConsentLogEntry entry;
    for (const ledger::ConsentStatement &statement : ledger::consentStatements(event)) {
        entry.ended += statement.scope;
        if (*slip)
            continue;
        if (auto applied = m_states.apply(statement, stored.number); !applied)
            return applied;
    }
    entry.event = stored.number;
    entry.eventId = event.id;
    entry.at = ledger::orderTime(event);
    entry.subject = event.subject;
    entry.agent = event.actor;
    entry.kind = event.type == types::consentOptedOut ? LogKind::OptedOut : LogKind::Withdrawn;
    entry.method = facts->method;
    entry.receipt = facts->receipt;
    if (auto removed = m_log.remove(stored.number); !removed)
        return removed;
    if (auto appended = m_log.append(entry); !appended || *slip)
        return appended;
    return m_contacts.ended(stored);
}

/// The log keeps the ending and shows beside it that it was a slip.
Result<void> Projector::mistaken(const StoredEvent &stored, const std::optional<QJsonObject> &personal)
{
    const ledger::Event &event = stored.event.event;
    if (!ledger::ConsentMistaken::fromFacts(event.facts))
        return {};
    ConsentLogEntry entry;
    entry.event = stored.number;
    entry.eventId = event.id;
    entry.at = ledger::orderTime(event);
    entry.subject = event.subject;
    entry.agent = event.actor;
    entry.kind = LogKind::Mistaken;
    if (auto removed = m_log.remove(stored.number); !removed)
        return removed;
    if (auto appended = m_log.append(entry); !appended)
        return appended;
    return m_contacts.apply(stored, personal);
}

Result<void> Projector::published(const StoredEvent &stored)
{
    const ledger::Event &event = stored.event.event;
    Document document;
    document.facts = event.facts;
    document.event = stored.number;
    bool latestStands = false;
    if (event.type == types::noticePublished) {
        document.kind = documentkinds::notice;
        document.id = event.facts.value("number"_L1).toVariant().toString();
    } else if (event.type == types::scriptPublished) {
        document.kind = documentkinds::script;
        document.id =
            event.facts.value("code"_L1).toString() + u'/' + event.facts.value("version"_L1).toVariant().toString();
    } else if (event.type == types::userAdded) {
        document.kind = documentkinds::user;
        document.id = event.facts.value("user"_L1).toString();
        latestStands = true;
    } else {
        document.kind = documentkinds::device;
        document.id = event.device.toString();
    }
    if (const QJsonValue source = document.facts.take("source"_L1); source.isString())
        document.bytes = QByteArray::fromBase64(source.toString().toLatin1(), QByteArray::Base64UrlEncoding);

    const auto present = m_documents.find(document.kind, document.id);
    if (!present)
        return present.error();
    if (*present && (*present)->event && *(*present)->event != stored.number) {
        const auto standing = EventOrder::of(m_connection, *(*present)->event);
        if (!standing)
            return standing.error();
        if ((EventOrder::of(event) < *standing) == latestStands)
            return {};
    }
    return m_documents.put(document);
}

} // namespace consent::cache

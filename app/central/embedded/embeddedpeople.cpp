#include "central/embedded/embeddedpeople.h"

#include "central/embedded/embeddedevents.h"
#include "central/embedded/embeddedkeys.h"
#include "central/storeerrors_p.h"
#include "central/storeforms_p.h"
#include "crypto/random.h"
#include "vault/database/sqltransaction.h"

using namespace Qt::StringLiterals;

namespace consent::central {

namespace {

constexpr qint64 msPerHour = 60LL * 60 * 1000;

QString outcomeCode(LookUpAnswer answer)
{
    switch (answer) {
    case LookUpAnswer::Granted:
        return u"granted"_s;
    case LookUpAnswer::OverQuota:
        return u"overQuota"_s;
    case LookUpAnswer::NotPermitted:
        return u"notPermitted"_s;
    }
    return {};
}

template <typename T> std::optional<QString> textOf(const std::optional<T> &id)
{
    return id ? std::optional<QString>(id->toString()) : std::nullopt;
}

} // namespace

Result<LookUpAnswer> EmbeddedPeople::judge(const QString &user)
{
    if (m_session.user && m_session.greeted &&
        !m_session.hasAnyRole({u"agent"_s, u"counter"_s, u"supervisor"_s, u"privacy_officer"_s}))
        return LookUpAnswer::NotPermitted;
    const auto most = m_session.setting(u"lookUpsPerHour"_s);
    if (!most)
        return most.error();
    const auto asked = m_session.connection.number(u"SELECT count(*) FROM access_log WHERE actor = ? AND at > ? "
                                                   "AND outcome = 'granted'"_s,
                                                   user, m_session.now() - msPerHour);
    if (!asked)
        return asked.error();
    return *asked < *most ? LookUpAnswer::Granted : LookUpAnswer::OverQuota;
}

Result<Ticket> EmbeddedPeople::ask(const LookUp &question)
{
    if (const QString fault = lookUpFault(question); !fault.isEmpty())
        return refusedCall(fault);
    auto transaction = vault::SqlTransaction::begin(m_session.connection);
    if (!transaction)
        return transaction.error();
    const QString user = m_session.userText();
    const auto answer = judge(user);
    if (!answer)
        return answer.error();
    AccessEntry entry{newUuid(),
                      fromMs(m_session.now()),
                      m_session.user.value_or(UserId()),
                      question.subject,
                      question.action,
                      question.reason,
                      1};
    if (auto logged = log(entry, outcomeCode(*answer)); !logged)
        return logged.error();
    Ticket ticket{*answer, {}, {}};
    if (*answer == LookUpAnswer::Granted) {
        const auto seconds = m_session.setting(u"ticketSeconds"_s);
        if (!seconds)
            return seconds.error();
        ticket.token.resize(CentralStore::TokenBytes);
        if (!crypto::fillSecretRandom(
                {reinterpret_cast<std::uint8_t *>(ticket.token.data()), static_cast<std::size_t>(ticket.token.size())}))
            return Error{ErrorKind::Internal, refusedCall({}).message, u"no random numbers"_s};
        ticket.expires = fromMs(m_session.now() + *seconds * 1000);
        const auto device = m_session.greeted ? std::optional<qint64>(m_session.deviceNumber) : std::nullopt;
        auto kept = m_session.connection.run(
            u"INSERT INTO ticket(token, device, user, subject, kind, sought, also_kind, also_sought, most, expires) "
            "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            ticket.token, device, user, textOf(question.subject), static_cast<int>(question.kind), question.token,
            question.also ? std::optional<int>(static_cast<int>(question.also->first)) : std::nullopt,
            question.also ? question.also->second : QByteArray(), question.limit, toMs(ticket.expires));
        if (!kept)
            return kept.error();
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return ticket;
}

Result<void> EmbeddedPeople::log(const AccessEntry &entry, const QString &outcome)
{
    const auto device = m_session.greeted ? std::optional<qint64>(m_session.deviceNumber) : std::nullopt;
    return m_session.connection.run(
        u"INSERT OR IGNORE INTO access_log(id, at, actor, device, subject, action, reason, outcome, count) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        entry.id, toMs(entry.at), entry.actor.toString(), device, textOf(entry.subject), entry.action, entry.reason,
        outcome, entry.count);
}

Result<RedeemAnswer> EmbeddedPeople::spend(const QByteArray &token, LookUp &question)
{
    auto rows = m_session.connection.statement(
        u"SELECT subject, kind, sought, most, expires, used, also_kind, also_sought FROM ticket WHERE token = ? AND user = ? AND device IS ?"_s);
    const auto device = m_session.greeted ? std::optional<qint64>(m_session.deviceNumber) : std::nullopt;
    const auto found = rows.bind(token, m_session.userText(), device).next();
    if (!found)
        return found.error();
    if (!*found)
        return RedeemAnswer::Unknown;
    if (rows.integer(5) != 0)
        return RedeemAnswer::Used;
    if (rows.integer(4) <= m_session.now())
        return RedeemAnswer::Expired;
    if (!rows.isNull(0))
        question.subject = SubjectId::fromString(rows.text(0));
    question.kind = static_cast<TokenKind>(rows.integer(1));
    question.token = rows.blob(2);
    question.limit = static_cast<int>(rows.integer(3));
    if (!rows.isNull(6))
        question.also = {static_cast<TokenKind>(rows.integer(6)), rows.blob(7)};
    if (auto spent = m_session.connection.run(u"UPDATE ticket SET used = 1 WHERE token = ?"_s, token); !spent)
        return spent.error();
    return RedeemAnswer::Given;
}

Result<Redeemed> EmbeddedPeople::redeem(const Ticket &ticket)
{
    auto transaction = vault::SqlTransaction::begin(m_session.connection);
    if (!transaction)
        return transaction.error();
    LookUp question;
    const auto answer = spend(ticket.token, question);
    if (!answer)
        return answer.error();
    Redeemed redeemed{*answer, {}};
    if (*answer != RedeemAnswer::Given)
        return redeemed;
    const auto subjects = find(question);
    if (!subjects)
        return subjects.error();
    for (const SubjectId &subject : *subjects) {
        auto whole = file(subject);
        if (!whole)
            return whole.error();
        redeemed.files.push_back(*std::move(whole));
        if (auto held = hold(subject); !held)
            return held.error();
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return redeemed;
}

Result<std::vector<SubjectId>> EmbeddedPeople::find(const LookUp &question)
{
    std::vector<SubjectId> subjects;
    const int also = question.also ? static_cast<int>(question.also->first) : 0; // 0: no second token, kinds begin at 1
    auto rows = m_session.connection.statement(
        question.subject ? u"SELECT subject FROM event WHERE subject = ? LIMIT 1"_s
                         : u"SELECT t.subject FROM subject_token t WHERE t.kind = ? AND substr(t.token, 1, 8) = ? "
                           "AND t.token = ? AND (? = 0 OR EXISTS(SELECT 1 FROM subject_token o "
                           "WHERE o.subject = t.subject AND o.kind = ? AND o.token = ?)) ORDER BY t.subject LIMIT ?"_s);
    if (question.subject)
        rows.bind(question.subject->toString());
    else
        rows.bind(static_cast<int>(question.kind), question.token.first(BlockEntry::PrefixBytes), question.token, also,
                  also, question.also ? question.also->second : QByteArray(), question.limit);
    for (;;) {
        const auto row = rows.next();
        if (!row)
            return row.error();
        if (!*row)
            return subjects;
        const auto subject = SubjectId::fromString(rows.text(0));
        if (!subject)
            return damagedStore(u"subject id"_s);
        subjects.push_back(*subject);
    }
}

Result<SubjectFile> EmbeddedPeople::file(const SubjectId &subject)
{
    auto events = m_events.ofSubject(subject);
    if (!events)
        return events.error();
    auto keys = m_keys.ofSubject(subject);
    if (!keys)
        return keys.error();
    const auto erased = m_keys.isErased(subject);
    if (!erased)
        return erased.error();
    return SubjectFile{subject, *std::move(events), *std::move(keys), *erased};
}

Result<void> EmbeddedPeople::hold(const SubjectId &subject)
{
    if (!m_session.greeted)
        return {};
    auto linked = m_session.connection.run(u"INSERT INTO subject_branch(subject, branch, touched) VALUES(?, ?, ?) "
                                           "ON CONFLICT(subject, branch) DO UPDATE SET touched = excluded.touched"_s,
                                           subject.toString(), m_session.branch, m_session.now());
    if (!linked)
        return linked;
    return m_session.connection.run(u"INSERT OR IGNORE INTO held(subject, device, since) VALUES(?, ?, ?)"_s,
                                    subject.toString(), m_session.deviceNumber, m_session.now());
}

Result<void> EmbeddedPeople::release(const std::vector<SubjectId> &subjects)
{
    auto transaction = vault::SqlTransaction::begin(m_session.connection);
    if (!transaction)
        return transaction.error();
    for (const SubjectId &subject : subjects) {
        auto released = m_session.connection.run(u"DELETE FROM held WHERE subject = ? AND device = ?"_s,
                                                 subject.toString(), m_session.deviceNumber);
        if (!released)
            return released;
    }
    return transaction->commit();
}

Result<void> EmbeddedPeople::logAccess(const std::vector<AccessEntry> &entries)
{
    if (const QString fault = accessFault(entries); !fault.isEmpty())
        return refusedCall(fault);
    auto transaction = vault::SqlTransaction::begin(m_session.connection);
    if (!transaction)
        return transaction.error();
    for (const AccessEntry &entry : entries) {
        if (auto logged = log(entry, u"reported"_s); !logged)
            return logged;
    }
    return transaction->commit();
}

} // namespace consent::central

#include "central/postgres/postgresstore.h"

#include "central/postgres/postgresrows_p.h"
#include "central/storeerrors_p.h"
#include "central/storeforms_p.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace consent::central {

namespace {

namespace values = postgresvalues;
using Row = PostgresConnection::Row;

template <typename E, std::size_t N>
std::optional<E> named(const std::array<std::pair<QLatin1StringView, E>, N> &names, const QString &code)
{
    for (const auto &[name, value] : names) {
        if (name == code)
            return value;
    }
    return std::nullopt;
}

constexpr std::array<std::pair<QLatin1StringView, LookUpAnswer>, 3> lookUpAnswers{
    {{QLatin1StringView("granted"), LookUpAnswer::Granted},
     {QLatin1StringView("overQuota"), LookUpAnswer::OverQuota},
     {QLatin1StringView("notPermitted"), LookUpAnswer::NotPermitted}}};
constexpr std::array<std::pair<QLatin1StringView, RedeemAnswer>, 4> redeemAnswers{
    {{QLatin1StringView("given"), RedeemAnswer::Given},
     {QLatin1StringView("used"), RedeemAnswer::Used},
     {QLatin1StringView("expired"), RedeemAnswer::Expired},
     {QLatin1StringView("unknown"), RedeemAnswer::Unknown}}};
constexpr std::array<std::pair<QLatin1StringView, EvidenceStatus>, 5> evidenceStatuses{
    {{QLatin1StringView("missing"), EvidenceStatus::Missing},
     {QLatin1StringView("partial"), EvidenceStatus::Partial},
     {QLatin1StringView("complete"), EvidenceStatus::Complete},
     {QLatin1StringView("badHash"), EvidenceStatus::BadHash},
     {QLatin1StringView("erased"), EvidenceStatus::Erased}}};

Result<EvidenceState> evidence(const Result<Row> &row)
{
    if (!row)
        return row.error();
    const auto status = named(evidenceStatuses, (*row)[0].toString());
    if (!status)
        return damagedStore(u"state of evidence"_s);
    return EvidenceState{*status, (*row)[1].toLongLong(), (*row)[2].toLongLong()};
}

QJsonObject jwk(const QVariant &text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).object();
}

} // namespace

PostgresStore::PostgresStore(std::shared_ptr<PostgresSession> session)
    : m_session(std::move(session))
{
}

PostgresStore::~PostgresStore() = default;

Result<Welcome> PostgresStore::hello(const DeviceId &device, const crypto::SecretBuffer &deviceSecret,
                                     const QString &clientVersion)
{
    return m_session->hello(device, deviceSecret, clientVersion);
}

Result<void> PostgresStore::putSubjectTokens(const std::vector<SubjectToken> &tokens)
{
    if (const QString fault = tokensFault(tokens); !fault.isEmpty())
        return refusedCall(fault);
    if (tokens.empty())
        return {};
    std::vector<SubjectId> subjects;
    std::vector<qint64> kinds;
    std::vector<QByteArray> bytes;
    std::vector<qint64> since;
    for (const SubjectToken &token : tokens) {
        subjects.push_back(token.subject);
        kinds.push_back(static_cast<int>(token.kind));
        bytes.push_back(token.token);
        since.push_back(toMs(token.since));
    }
    return m_session->run(u"SELECT api_v1.put_subject_tokens(?, ?, ?, ?, ?)"_s,
                          {values::ids(subjects), postgresarray::ofNumbers(kinds), postgresarray::ofBytes(bytes),
                           postgresarray::ofNumbers(since)});
}

Result<Ticket> PostgresStore::ask(const LookUp &question)
{
    if (const QString fault = lookUpFault(question); !fault.isEmpty())
        return refusedCall(fault);
    const auto row = m_session->row(u"SELECT answer, ticket, expires FROM api_v1.ask(?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                                    {static_cast<int>(question.kind), values::bytes(question.token),
                                     question.also ? QVariant(static_cast<int>(question.also->first)) : values::null(),
                                     question.also ? values::bytes(question.also->second) : values::null(),
                                     values::id(question.subject), values::text(question.action),
                                     values::text(question.reason), question.limit});
    if (!row)
        return row.error();
    const auto answer = named(lookUpAnswers, (*row)[0].toString());
    if (!answer)
        return damagedStore(u"answer to ask"_s);
    return Ticket{*answer, (*row)[1].toByteArray(), values::time((*row)[2])};
}

Result<Redeemed> PostgresStore::redeem(const Ticket &ticket)
{
    const auto rows =
        m_session->rows(u"SELECT what, device, seq, hash, body, id, subject, epoch, wrapped FROM api_v1.redeem(?, ?)"_s,
                        {values::bytes(ticket.token)});
    if (!rows)
        return rows.error();
    const auto answer = rows->empty() ? std::nullopt : named(redeemAnswers, rows->front()[0].toString());
    if (!answer)
        return damagedStore(u"answer to redeem"_s);
    std::map<SubjectId, SubjectFile> files;
    for (const Row &row : *rows) {
        const QString what = row[0].toString();
        const auto subject = values::readId<SubjectId>(row[6]);
        if (!subject)
            continue; // the answer itself
        SubjectFile &file = files[*subject];
        file.subject = *subject;
        if (what == "subject"_L1) {
            file.erased = row[4].toString() == "erased"_L1;
        } else if (what == "event"_L1) {
            auto event = postgresrows::event(row);
            if (!event)
                return event.error();
            file.events.push_back(*std::move(event));
        } else if (what == "key"_L1) {
            auto key = postgresrows::key(row);
            if (!key)
                return key.error();
            file.dataKeys.push_back(*std::move(key));
        }
    }
    Redeemed redeemed{*answer, {}};
    for (auto &[subject, file] : files) {
        std::sort(file.events.begin(), file.events.end(), [](const auto &a, const auto &b) {
            return std::pair(a.device.toString(), a.seq) < std::pair(b.device.toString(), b.seq);
        });
        redeemed.files.push_back(std::move(file));
    }
    return redeemed;
}

Result<void> PostgresStore::release(const std::vector<SubjectId> &subjects)
{
    return m_session->run(u"SELECT api_v1.release(?, ?)"_s, {values::ids(subjects)});
}

Result<void> PostgresStore::logAccess(const std::vector<AccessEntry> &entries)
{
    if (const QString fault = accessFault(entries); !fault.isEmpty())
        return refusedCall(fault);
    if (entries.empty())
        return {};
    QStringList ids;
    std::vector<qint64> ats;
    std::vector<UserId> actors;
    std::vector<std::optional<QString>> subjects;
    QStringList actions;
    QStringList reasons;
    std::vector<qint64> counts;
    for (const AccessEntry &entry : entries) {
        ids.append(entry.id);
        ats.push_back(toMs(entry.at));
        actors.push_back(entry.actor);
        subjects.push_back(entry.subject ? std::optional<QString>(entry.subject->toString()) : std::nullopt);
        actions.append(entry.action);
        reasons.append(entry.reason);
        counts.push_back(entry.count);
    }
    return m_session->run(u"SELECT api_v1.log_access(?, ?, ?, ?, ?, ?, ?, ?)"_s,
                          {postgresarray::ofTexts(ids), postgresarray::ofNumbers(ats), values::ids(actors),
                           postgresarray::ofTexts(subjects), postgresarray::ofTexts(actions),
                           postgresarray::ofTexts(reasons), postgresarray::ofNumbers(counts)});
}

Result<void> PostgresStore::putDataKeys(const std::vector<ledger::WrappedDataKey> &keys)
{
    if (keys.empty())
        return {};
    QStringList ids;
    std::vector<SubjectId> subjects;
    std::vector<qint64> epochs;
    std::vector<QByteArray> wrapped;
    for (const ledger::WrappedDataKey &key : keys) {
        ids.append(key.id.toString());
        subjects.push_back(key.subject);
        epochs.push_back(key.epoch);
        wrapped.push_back(key.wrapped);
    }
    return m_session->run(u"SELECT api_v1.put_data_keys(?, ?, ?, ?, ?)"_s,
                          {postgresarray::ofTexts(ids), values::ids(subjects), postgresarray::ofNumbers(epochs),
                           postgresarray::ofBytes(wrapped)});
}

Result<std::vector<ledger::WrappedDataKey>> PostgresStore::dataKeys(const std::vector<SubjectId> &subjects)
{
    // The columns stand where postgresrows::key() looks for them.
    const auto rows = m_session->rows(u"SELECT '', '', '', '', '', id, subject, epoch, wrapped "
                                      "FROM api_v1.data_keys(?, ?) ORDER BY subject, id"_s,
                                      {values::ids(subjects)});
    if (!rows)
        return rows.error();
    std::vector<ledger::WrappedDataKey> keys;
    for (const Row &row : *rows) {
        auto key = postgresrows::key(row);
        if (!key)
            return key.error();
        keys.push_back(*std::move(key));
    }
    return keys;
}

Result<void> PostgresStore::putUserKeys(const UserKeyMaterial &material)
{
    std::vector<qint64> epochs;
    QStringList wrapped;
    for (const auto &[epoch, text] : material.organisationKeys) {
        epochs.push_back(epoch);
        wrapped.append(QString::fromLatin1(text));
    }
    const QByteArray publicKey = QJsonDocument(material.keys.publicKey).toJson(QJsonDocument::Compact);
    return m_session->run(u"SELECT api_v1.put_user_keys(?, ?, ?, ?, ?, ?)"_s,
                          {values::id(material.keys.user), values::text(publicKey),
                           values::text(material.keys.wrappedPrivate), postgresarray::ofNumbers(epochs),
                           postgresarray::ofTexts(wrapped)});
}

Result<UserKeyMaterial> PostgresStore::userKeys(const UserId &user)
{
    const auto rows = m_session->rows(
        u"SELECT public_key, wrapped_private, epoch, wrapped FROM api_v1.user_keys(?, ?)"_s, {values::id(user)});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return noUserKeys(user);
    UserKeyMaterial material;
    material.keys = {user, jwk(rows->front()[0]), rows->front()[1].toString().toLatin1()};
    for (const Row &row : *rows) {
        if (!row[2].isNull())
            material.organisationKeys.emplace(row[2].toInt(), row[3].toString().toLatin1());
    }
    return material;
}

Result<std::vector<StaffRecord>> PostgresStore::roster()
{
    const auto rows =
        m_session->rows(u"SELECT \"user\", login, sealed_profile, roles, enabled, public_key FROM api_v1.roster(?)"_s);
    if (!rows)
        return rows.error();
    std::vector<StaffRecord> staff;
    for (const Row &row : *rows) {
        const auto user = values::readId<UserId>(row[0]);
        auto roles = postgresarray::read(row[3].toString());
        if (!user || !roles)
            return damagedStore(u"roster"_s);
        roles->sort();
        staff.push_back(
            {*user, row[1].toString(), row[2].toString().toLatin1(), *std::move(roles), row[4].toBool(), jwk(row[5])});
    }
    return staff;
}

Result<EvidenceState> PostgresStore::evidenceState(const QByteArray &sha256)
{
    return evidence(
        m_session->row(u"SELECT status, total, received FROM api_v1.evidence_state(?, ?)"_s, {values::bytes(sha256)}));
}

Result<EvidenceState> PostgresStore::putEvidenceChunk(const QByteArray &sha256, const SubjectId &subject, qint64 total,
                                                      qint64 offset, const QByteArray &bytes)
{
    if (const QString fault = chunkFault(sha256, total, offset, bytes); !fault.isEmpty())
        return refusedCall(fault);
    return evidence(m_session->row(u"SELECT status, total, received FROM api_v1.put_evidence_chunk(?, ?, ?, ?, ?, ?)"_s,
                                   {values::bytes(sha256), values::id(subject), total, offset, values::bytes(bytes)}));
}

Result<QByteArray> PostgresStore::evidenceChunk(const QByteArray &sha256, qint64 offset, qint64 length)
{
    if (const QString fault = readFault(sha256, offset, length); !fault.isEmpty())
        return refusedCall(fault);
    const QString sql = u"SELECT api_v1.evidence_chunk(?, ?, ?, ?)"_s;
    const std::vector<QVariant> arguments{values::bytes(sha256), offset, length};
    auto row = m_session->row(sql, arguments);
    if (!row && row.error().detail.startsWith("CD006"_L1)) {
        // Not opened in this session yet; the opening is logged in a transaction of its own.
        const auto opened = m_session->row(u"SELECT api_v1.evidence_open(?, ?, ?)"_s,
                                           {values::bytes(sha256), values::text(u"evidence"_s)});
        if (!opened)
            return opened.error();
        if (!opened->front().toBool())
            return notPermitted(u"evidence of another branch"_s);
        row = m_session->row(sql, arguments);
    }
    if (!row)
        return row.error();
    return row->front().toByteArray();
}

Result<Erased> PostgresStore::eraseSubject(const SubjectId &subject)
{
    const auto row =
        m_session->row(u"SELECT at, keys, newest_epoch FROM api_v1.erase_subject(?, ?)"_s, {values::id(subject)});
    if (!row)
        return row.error();
    return Erased{values::time((*row)[0]), (*row)[1].toLongLong(), (*row)[2].toInt()};
}

} // namespace consent::central

#include "integration/sync/vaultdesk.h"

#include "crypto/base64url.h"
#include "desk/session/personalopener.h"
#include "vault/database/sqlconnection.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace consent::test {

namespace {

const std::atomic<qint64> now{1'790'000'000'000};

QString hexOf(const crypto::SecretBuffer &secret)
{
    const auto bytes = secret.span();
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())).toHex());
}

crypto::SecretBuffer secretOf(const QString &hex)
{
    auto secret = crypto::SecretBuffer::copyOf(crypto::bytesOf(QByteArray::fromHex(hex.toLatin1())));
    if (!secret)
        qFatal("secure heap");
    return *std::move(secret);
}

void exhaust(SimDesk &desk)
{
    desk.look(true);
    for (;;) {
        const auto step = desk.step();
        if (!step)
            qFatal("%s", qPrintable(step.error().detail));
        if (*step == sync::SyncRound::Step::Idle)
            return;
    }
}

} // namespace

QStringList VaultDesk::Secrets::toArguments() const
{
    return {enrolled.user.toString(), hexOf(enrolled.secret), hexOf(organisation)};
}

VaultDesk::Secrets VaultDesk::Secrets::fromArguments(const QStringList &arguments)
{
    return {{*UserId::fromString(arguments.at(0)), secretOf(arguments.at(1))}, secretOf(arguments.at(2))};
}

VaultDesk::Secrets VaultDesk::Secrets::clone() const
{
    return {{enrolled.user, *enrolled.secret.clone()}, *organisation.clone()};
}

SimDesk::Place VaultDesk::place(const QString &folder, const Secrets &secrets, const QString &vfs)
{
    const auto organisation = std::make_shared<crypto::SecretBuffer>(*secrets.organisation.clone());
    const auto keys = [organisation]() -> Result<ledger::OrganisationKeys> {
        auto key = ledger::OrganisationKey::fromSecret(1, *organisation->clone());
        if (!key)
            return key.error();
        ledger::OrganisationKeys all;
        all.add(*std::move(key));
        return all;
    };
    QDir().mkpath(folder);
    return {folder, u"center"_s, keys, now, 0, vfs};
}

VaultDesk::Secrets VaultDesk::prepare(const QString &folder)
{
    QDir().mkpath(folder);
    EmbeddedSimStore store(folder);
    Secrets secrets{{UserId(), *crypto::SecretBuffer::random(32)}, *crypto::SecretBuffer::random(32)};
    SimDesk one(place(folder + u"/one"_s, secrets, u"vault"_s), store);
    SimDesk two(place(folder + u"/two"_s, secrets, {}), store);
    for (quint32 whom = 0; whom < 3; ++whom) {
        one.work(registers, whom);
        two.work(registers, whom + 3);
    }
    for (SimDesk *desk : {&one, &two, &one, &two})
        exhaust(*desk);
    for (quint32 whom = 0; whom < 6; ++whom) {
        two.work(captures + 200 * whom, whom);
        two.work(optsOut + 300 * whom, whom);
    }
    two.work(erases, 1);
    exhaust(two);
    for (quint32 whom = 0; whom < 4; ++whom)
        one.work(captures + 300 * whom, whom);
    one.work(optsOut, 2);
    secrets.enrolled = {one.user(), *one.enrolled().secret.clone()};
    return secrets;
}

void VaultDesk::copy(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    const QDir folder(from);
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile::remove(to + u'/' + name);
        if (!QFile::copy(folder.filePath(name), to + u'/' + name))
            qFatal("no copy of %s", qPrintable(name));
    }
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        copy(folder.filePath(name), to + u'/' + name);
}

VaultDesk::VaultDesk(const QString &folder, Secrets secrets, const QString &vfs)
    : m_folder(folder)
    , m_secrets(std::move(secrets))
    , m_file(folder)
    , m_store(m_file, m_secrets.enrolled)
    , m_desk(std::make_unique<SimDesk>(place(folder + u"/one"_s, m_secrets, vfs), m_store))
{
}

ledger::ChainHead VaultDesk::head()
{
    return m_desk->core().read([](desk::OpenDesk &open) { return open.cache->device().load()->head; }).result();
}

qint64 VaultDesk::waiting()
{
    return m_desk->core().read([](desk::OpenDesk &open) { return *open.cache->outbox().count(); }).result();
}

qint64 VaultDesk::acknowledged()
{
    return desk::DeskOutbox(m_desk->core()).chains()->front().acknowledged;
}

qint64 VaultDesk::people()
{
    return m_desk->core().read([](desk::OpenDesk &open) { return *open.cache->subjects().count(); }).result();
}

ledger::ChainHead VaultDesk::headAtStore()
{
    const auto store = m_file.open(m_desk->user());
    if (!store->hello(m_desk->device(), m_desk->enrolled().secret, u"test"_s))
        qFatal("the store does not answer");
    return *store->head(m_desk->device());
}

qint64 VaultDesk::eventsAtStore()
{
    vault::SqlConnection::Options options;
    options.path = m_folder + u"/store.db"_s;
    const auto store = vault::SqlConnection::open(options);
    return *(*store)->number(u"SELECT count(*) FROM event WHERE device=(SELECT number FROM device WHERE id=?)"_s,
                             m_desk->device().toString());
}

std::optional<Error> VaultDesk::exchange()
{
    m_desk->look(true);
    m_desk->tryAgain();
    for (;;) {
        const auto step = m_desk->step();
        if (!step)
            return step.error();
        if (*step == sync::SyncRound::Step::Idle)
            return m_desk->resting();
    }
}

QString VaultDesk::fault()
{
    const auto own = head();
    if (headAtStore() != own || eventsAtStore() != own.seq)
        return u"the store has %1 events up to seq %2 of %3"_s.arg(eventsAtStore()).arg(headAtStore().seq).arg(own.seq);
    if (waiting() != 0)
        return u"%1 events still wait"_s.arg(waiting());
    const auto aside = m_desk->core().read([](desk::OpenDesk &open) { return *open.cache->setAside().count(); });
    if (aside.result() != 0)
        return u"events were set aside"_s;
    const auto difference = m_desk->core().read(
        [](desk::OpenDesk &open) { return open.cache->projector().compare(desk::personalOpener(open)); });
    const auto found = difference.result();
    if (!found || *found)
        return u"what is shown is not what the events say: "_s + (found ? (*found)->what : found.error().detail);
    const auto whole = m_desk->core().read([](desk::OpenDesk &open) {
        return open.cache->connection().number(
            u"SELECT count(*) FROM pragma_integrity_check WHERE integrity_check<>'ok'"_s);
    });
    const auto broken = whole.result();
    return broken && *broken == 0 ? QString() : u"the file is not whole"_s;
}

} // namespace consent::test

#include "fill.h"

#include "cache/search/termbuilder.h"
#include "ledger/consentfacts.h"
#include "ledger/eventtypes.h"
#include "vault/database/migrations.h"
#include "vault/database/sealeddatabase.h"
#include "vault/database/sqlconnection.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace consent::bench {

namespace {

[[noreturn]] void fail(const Error &error)
{
    std::fprintf(stderr, "%s: %s\n", qPrintable(error.message), qPrintable(error.detail));
    std::exit(1);
}

template <typename T> T must(Result<T> result)
{
    if (!result)
        fail(result.error());
    return *std::move(result);
}

void must(const Result<void> &result)
{
    if (!result)
        fail(result.error());
}

/// A number that looks random and is the same for the same two (splitmix64).
quint64 mixed(qint64 number, quint64 salt)
{
    quint64 z = static_cast<quint64>(number) * 0x9e3779b97f4a7c15 + salt * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

QChar pick(const QString &from, quint64 random)
{
    return from[static_cast<qsizetype>(random % static_cast<quint64>(from.size()))];
}

} // namespace

QString nameOf(qint64 number)
{
    // Families by their share: one in five 김, and so on.
    static const QString families =
        u"김김김김김김이이이이박박박최최정정강조윤장임한오서신권황안송류전홍고문양손배백허남심노하곽성차주우구"_s;
    static const QString first = u"민서지현수영예하도시준은재윤태승유동성정소주나다가혜미경상진선용원희보연인종철규"_s;
    static const QString second = u"준우연서윤호아영희수민진현지은혁빈원경미선훈석환철규식숙자순희나라솔별늘봄결"_s;
    QString name(pick(families, mixed(number, 1)));
    name += pick(first, mixed(number, 2));
    if (mixed(number, 3) % 20 != 0)
        name += pick(second, mixed(number, 4));
    return name;
}

QString phoneOf(qint64 number)
{
    return u"010"_s + QString::number(mixed(number, 5) % 100'000'000).rightJustified(8, u'0');
}

std::unique_ptr<cache::Cache> openCache(const QString &path, bool sealed, int cacheKib)
{
    const auto migrations = must(cache::Cache::migrations());
    if (sealed) {
        const std::array<std::uint8_t, 32> key{1, 2, 3};
        vault::SealedDatabase::Options options;
        options.cacheKib = cacheKib;
        return std::make_unique<cache::Cache>(must(vault::SealedDatabase::open(path, key, migrations, options)));
    }
    vault::SqlConnection::Options options;
    options.path = path;
    options.vfs = u"unix"_s;
    options.cacheKib = cacheKib;
    auto connection = must(vault::SqlConnection::open(options));
    must(migrations.apply(*connection));
    return std::make_unique<cache::Cache>(std::move(connection));
}

void fillPeople(cache::Cache &cache, qint64 people)
{
    cache.subjects().deferTerms(true);
    cache::Numbers numbers(cache.connection());
    for (qint64 number = 0; number < people;) {
        auto transaction = must(cache.begin());
        for (qint64 end = std::min(number + 50'000, people); number < end; ++number) {
            cache::SubjectRecord record;
            record.subject.id = SubjectId::create();
            record.number = must(numbers.of(record.subject.id));
            record.subject.name = nameOf(number);
            record.subject.phone = phoneOf(number);
            record.subject.birthDate = QDate(1940, 1, 1).addDays(static_cast<qint64>(mixed(number, 6) % 25'000));
            record.subject.email = u"person%1@example.com"_s.arg(number);
            must(cache.subjects().put(record));
        }
        must(transaction.commit());
    }
    cache.subjects().deferTerms(false);
    must(cache::TermBuilder(cache.connection()).build());
    must(cache.connection().checkpoint());
}

void fillLog(cache::Cache &cache, qint64 rows)
{
    const qint64 start = 1'730'000'000'000;
    const qint64 span = 2 * 365 * 86'400'000LL;
    const DeviceId device = DeviceId::create();
    const QStringList items{u"collection"_s,      u"marketing"_s,        u"marketing.sms"_s, u"marketing.email"_s,
                            u"marketing.phone"_s, u"provision.police"_s, u"unique"_s};
    std::vector<UserId> agents(50);
    std::generate(agents.begin(), agents.end(), [] { return UserId::create(); });
    cache::Numbers numbers(cache.connection());
    const qint64 people = must(cache.connection().number(u"SELECT count(*) FROM person"_s));
    for (qint64 number = 0; number < rows;) {
        auto transaction = must(cache.begin());
        for (qint64 end = std::min(number + 20'000, rows); number < end; ++number) {
            ledger::SignedEvent event;
            event.event.id = EventId::create();
            event.event.device = device;
            event.event.seq = number + 1;
            event.event.at = fromMs(start + span / rows * number);
            event.event.type = QString(ledger::eventtypes::consentCaptured);
            if (people > 0)
                event.event.subject =
                    must(numbers.person(1 + static_cast<qint64>(mixed(number, 7) % static_cast<quint64>(people))));
            QByteArray payload(900, Qt::Uninitialized); // what a deflated call of seven items takes
            for (qsizetype i = 0; i < payload.size(); ++i)
                payload[i] = static_cast<char>(mixed(number, static_cast<quint64>(i)));
            event.jws =
                "e30." + payload.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".e30";
            cache::ConsentLogEntry entry;
            entry.event = must(cache.events().append(event));
            entry.eventId = event.event.id;
            entry.at = event.event.at;
            entry.subject = event.event.subject;
            entry.agent = agents[mixed(number, 8) % agents.size()];
            entry.method =
                mixed(number, 9) % 10 == 0 ? domain::CaptureMethod::PhoneWeb : domain::CaptureMethod::PhoneRead;
            for (qsizetype i = 0; i < items.size(); ++i)
                (mixed(number, 10 + static_cast<quint64>(i)) % 3 == 0 ? entry.refused : entry.granted) += items[i];
            entry.receipt = u"R%1"_s.arg(number);
            must(cache.log().append(entry));
        }
        must(transaction.commit());
    }
    must(cache.connection().checkpoint());
}

double residentMb()
{
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> lines = status.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("VmRSS:"))
                return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
        }
    }
    return 0;
}

} // namespace consent::bench

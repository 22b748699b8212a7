#include "figures.h"
#include "fill.h"

#include "cache/projection/contactcheck.h"
#include "cli/numberlist.h"
#include "desk/contacts/contactchecking.h"
#include "ledger/blindindex.h"
#include "ledger/organisationkey.h"
#include "vault/database/rowreader.h"
#include "vault/database/sqlconnection.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <cstdio>
#include <random>

using namespace consent;
using namespace consent::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int cacheKib = 64 * 1024;
constexpr std::size_t batchSize = 65'536;

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return *std::move(result);
}
void must(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
}

const std::vector<domain::ContactRules::Item> items{
    {u"collect"_s, domain::ItemCategory::CollectionAndUse, true, domain::Channel::None, false, {}},
    {u"use"_s, domain::ItemCategory::Marketing, false, domain::Channel::None, false, {}},
    {u"phone"_s, domain::ItemCategory::Marketing, false, domain::Channel::Phone, false, u"use"_s},
    {u"phone.night"_s, domain::ItemCategory::Marketing, false, domain::Channel::Phone, true, u"phone"_s},
    {u"sms"_s, domain::ItemCategory::Marketing, false, domain::Channel::Sms, false, u"use"_s},
    {u"sms.night"_s, domain::ItemCategory::Marketing, false, domain::Channel::Sms, true, u"sms"_s},
    {u"email"_s, domain::ItemCategory::Marketing, false, domain::Channel::Email, false, u"use"_s},
    {u"police"_s, domain::ItemCategory::ThirdPartyProvision, false, domain::Channel::None, false, {}},
};

/// Eight answers for each person, as a joining call leaves them; one person in ten opted out of everything. One whole
/// statement: row by row it took longer than everything that is measured.
void fillStates(cache::Cache &cache)
{
    must(cache.connection().runScript("PRAGMA foreign_keys=OFF"));
    cache::Numbers numbers(cache.connection());
    auto transaction = must(cache.begin());
    for (const auto &item : items)
        must(numbers.ofScope(item.code));
    const qint64 all = must(numbers.ofScope(u"optional:*"_s));
    const QString mixed = u"((subject.person*2654435761+scope.number*40503)%104729)"_s;
    must(cache.connection().run(u"INSERT INTO consent_state(person,scope,status,time,event) SELECT subject.person,"
                                "scope.number,iif(%1 % 4=0,2,1),1700000000000+%1*897500,1 FROM subject,scope"
                                " WHERE scope.number<>? ORDER BY 1,2"_s.arg(mixed),
                                all));
    must(cache.connection().run(u"INSERT INTO consent_state(person,scope,status,time,event) SELECT person,?,4,"
                                "1794100000000,1 FROM subject WHERE person%10=3"_s,
                                all));
    must(transaction.commit());
    must(cache.connection().checkpoint());
}

/// The sealed cache gets what the plain one has, table by table.
void copyPeople(cache::Cache &sealed, const QString &plainPath)
{
    must(sealed.connection().runScript("PRAGMA foreign_keys=OFF"));
    must(sealed.connection().run(u"ATTACH ? AS plain"_s, QString(u"file:"_s + plainPath + u"?vfs=unix"_s)));
    for (const char *table : {"person", "scope", "subject", "search_term", "consent_state"}) {
        auto transaction = must(sealed.begin());
        const QByteArray name(table);
        must(sealed.connection().runScript("DELETE FROM main." + name + ";INSERT INTO main." + name +
                                           " SELECT * FROM plain." + name + ";"));
        must(transaction.commit());
    }
    must(sealed.connection().runScript("DETACH plain"));
    must(sealed.connection().checkpoint());
}

/// The same work in bare SQL: the numbers of the list into a temporary table (with the tokens of the block list, made
/// by the same code), one join to everything that is stored about their people, one line a number with a column for
/// each way. What the statuses mean - which expires, which requires which, night, several people of one number - is
/// left to whoever reads it.
void bareJoin(cache::Cache &cache, const ledger::BlindIndex *index, const QString &list, const QString &answers)
{
    vault::SqlConnection &connection = cache.connection();
    QFile in(list);
    QFile out(answers);
    if (!in.open(QIODevice::ReadOnly) || !out.open(QIODevice::WriteOnly | QIODevice::Truncate))
        qFatal("files");
    auto transaction = must(cache.begin());
    must(connection.runScript("DELETE FROM temp.input"));
    {
        auto insert = connection.statement(u"INSERT INTO temp.input(line,term,token) VALUES(?,?,?)"_s);
        cli::NumberList reader(in);
        while (true) {
            const auto entries = must(reader.next(batchSize));
            if (entries.empty())
                break;
            for (const auto &entry : entries) {
                const QByteArray digits = desk::ContactChecking::digitsOf(entry.text);
                const qint64 token =
                    index == nullptr ? 0
                                     : qFromBigEndian<qint64>(index->phone(QString::fromLatin1(digits)).constData());
                must(insert.bind(entry.line, QString(u'#' + QString::fromLatin1(digits)), token).run());
            }
        }
    }
    must(transaction.commit());
    const auto scope = [&cache](const QString &code) {
        return QByteArray::number(must(cache::Numbers(cache.connection()).ofScope(code)));
    };
    const auto column = [&scope](const QString &code) { return "max(iif(scope=" + scope(code) + ",status,0))"; };
    const QByteArray sql =
        "SELECT input.line,substr(input.term,2)," + column(u"phone"_s) + ',' + column(u"sms"_s) + ',' +
        column(u"email"_s) + ',' + column(u"optional:*"_s) + ",max(subject.state)" +
        (index == nullptr ? QByteArray(",0") : ",(SELECT mask FROM contact_block WHERE token=input.token)") +
        " FROM temp.input LEFT JOIN search_term ON search_term.term=input.term"
        " LEFT JOIN subject ON subject.person=search_term.person"
        " LEFT JOIN consent_state ON consent_state.person=subject.person AND input.rowid>?"
        " GROUP BY input.rowid";
    auto join = must(vault::RowReader::prepare(connection, sql));
    join.restart(0);
    QByteArray text;
    while (must(join.next())) {
        for (int i = 0; i < 8; ++i)
            text.append(QByteArray::number(join.integer(i))).append(i < 7 ? ',' : '\n');
        if (text.size() > 1'000'000) {
            out.write(text);
            text.resize(0);
        }
    }
    out.write(text);
}

/// What contact-check does with a list, from file to file.
void check(cache::Cache &cache, const ledger::BlindIndex &index, const QString &list, const QString &answers)
{
    QFile in(list);
    QFile out(answers);
    if (!in.open(QIODevice::ReadOnly) || !out.open(QIODevice::WriteOnly | QIODevice::Truncate))
        qFatal("files");
    auto run = must(cache::ContactCheck::create(
        cache.connection(), cache.contactBlocks(), domain::ContactRules(items, fromMs(1'795'400'000'000), 24), {},
        [&index](const QByteArray &digits) { return index.phone(QString::fromLatin1(digits)); }));
    cli::NumberList reader(in);
    QByteArray text;
    while (true) {
        const auto entries = must(reader.next(batchSize));
        if (entries.empty())
            break;
        std::vector<QByteArray> numbers;
        numbers.reserve(entries.size());
        for (const auto &entry : entries)
            numbers.push_back(desk::ContactChecking::digitsOf(entry.text));
        const auto verdicts = must(run.answer(numbers));
        text.resize(0);
        for (std::size_t i = 0; i < verdicts.size(); ++i) {
            text.append(QByteArray::number(entries[i].line)).append(',').append(numbers[i]);
            for (const domain::ContactAnswer answer : verdicts[i].day) {
                const std::string_view code =
                    domain::codesOf<domain::ContactAnswer>.at(static_cast<std::size_t>(answer)).code;
                text.append(',').append(code.data(), qsizetype(code.size()));
            }
            text.append('\n');
        }
        if (out.write(text) != text.size())
            qFatal("disk");
    }
}

} // namespace

/// bench_contact [people] [numbers] [folder]: contact-check of a list, from file to file, beside a bare SQLite join of
/// the same list, from file to file; each on the sealed cache and on a plain copy of it, without an opt-out list of
/// other branches and with one (where numbers are hashed).
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const qint64 people = argc > 1 ? QString::fromLocal8Bit(argv[1]).toLongLong() : 1'000'000;
    const qint64 count = argc > 2 ? QString::fromLocal8Bit(argv[2]).toLongLong() : 1'000'000;
    const QTemporaryDir temporary(argc > 3 ? QString::fromLocal8Bit(argv[3]) + u"/bench-XXXXXX"_s : QString());
    const QString plainPath = temporary.filePath(u"plain.db"_s);
    const auto sealed = openCache(temporary.filePath(u"sealed.db"_s), true, cacheKib);
    const auto plain = openCache(plainPath, false, cacheKib);
    fillPeople(*plain, people);
    fillStates(*plain);
    copyPeople(*sealed, plainPath);
    const auto key = must(ledger::OrganisationKey::generate(1));
    const auto index = must(ledger::BlindIndex::create(key));
    const QString list = temporary.filePath(u"list.csv"_s);
    {
        QFile file(list);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("list");
        std::mt19937_64 random(5);
        for (qint64 i = 0; i < count; ++i) // Four in five are known.
            file.write(phoneOf(qint64(random() % quint64(people * 5 / 4))).toLatin1() + '\n');
    }
    for (cache::Cache *cache : {sealed.get(), plain.get()})
        must(cache->connection().runScript("CREATE TEMP TABLE input(line INTEGER, term TEXT, token INTEGER)"));
    std::printf("%lld people, %lld numbers; resident before %.0f MB\n", static_cast<long long>(people),
                static_cast<long long>(count), residentMb());
    const QString answers = temporary.filePath(u"answers.csv"_s);
    const auto rate = [count](double ms) { return static_cast<double>(count) / ms; };
    for (const bool blocks : {false, true}) {
        if (blocks) {
            std::vector<cache::ContactBlockStore::Entry> entries;
            for (qint64 i = 0; i < 100'000; ++i)
                entries.push_back({index.phone(phoneOf(i * 7)), {4, false}});
            for (cache::Cache *cache : {sealed.get(), plain.get()}) {
                auto transaction = must(cache->begin());
                must(cache->contactBlocks().put(entries));
                must(transaction.commit());
            }
            Figures hashing;
            hashing.measure([&] {
                for (qint64 i = 0; i < count; ++i)
                    static_cast<void>(index.phone(phoneOf(i)));
            });
            std::printf("hashing alone: %.0f ms for %lld numbers\n", hashing.wall(0.5), static_cast<long long>(count));
        }
        for (cache::Cache *cache : {sealed.get(), plain.get()}) {
            Figures join;
            Figures ours;
            for (int round = 0; round < 3; ++round) {
                join.measure([&] { bareJoin(*cache, blocks ? &index : nullptr, list, answers); });
                ours.measure([&] { check(*cache, index, list, answers); });
            }
            std::printf("%s, %s: bare join %.0f ms (%.0f/ms, cpu %.0f), contact-check %.0f ms (%.0f/ms, cpu %.0f): "
                        "x%.2f of the join by the clock, x%.2f by the processor; resident %.0f MB\n",
                        cache == sealed.get() ? "sealed" : "plain",
                        blocks ? "with the opt-out list" : "no opt-out list", join.wall(0.5), rate(join.wall(0.5)),
                        join.cpu(0.5), ours.wall(0.5), rate(ours.wall(0.5)), ours.cpu(0.5),
                        ratio(join.wall(0.5), ours.wall(0.5)), ratio(join.cpu(0.5), ours.cpu(0.5)), residentMb());
            std::fflush(stdout);
        }
    }
    return 0;
}

#include "figures.h"
#include "fill.h"

#include "cache/contactcheck.h"
#include "cli/numberlist.h"
#include "desk/contactchecking.h"
#include "ledger/blindindex.h"
#include "ledger/organisationkey.h"
#include "vault/rowreader.h"
#include "vault/sqlconnection.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

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

/// Eight answers for each person, as a joining call leaves them; one person in ten opted out of everything.
void fillStates(cache::Cache &cache, qint64 people)
{
    must(cache.connection().runScript("PRAGMA foreign_keys=OFF"));
    cache::Numbers numbers(cache.connection());
    std::vector<qint64> scopes;
    for (const auto &item : items)
        scopes.push_back(must(numbers.ofScope(item.code)));
    const qint64 all = must(numbers.ofScope(u"optional:*"_s));
    std::mt19937_64 random(3);
    for (qint64 person = 1; person <= people;) {
        auto transaction = must(cache.begin());
        for (const qint64 end = std::min(person + 50'000, people + 1); person < end; ++person) {
            const qint64 at = 1'700'000'000'000 + qint64(random() % 94'000'000'000);
            for (const qint64 scope : scopes)
                must(cache.connection().run(
                    u"INSERT INTO consent_state(person,scope,status,time,event) VALUES(?,?,?,?,1)"_s, person, scope,
                    random() % 4 == 0 ? 2 : 1, at));
            if (random() % 10 == 0)
                must(cache.connection().run(
                    u"INSERT INTO consent_state(person,scope,status,time,event) VALUES(?,?,4,?,1)"_s, person, all,
                    at + 1000));
        }
        must(transaction.commit());
    }
    must(cache.connection().checkpoint());
}

/// What nothing can be faster than in SQL: every number joined to all that is stored about its people.
qint64 bareJoin(cache::Cache &plain)
{
    auto join = must(vault::RowReader::prepare(
        plain.connection(),
        "SELECT subject.state,subject.name='',scope,status,time FROM temp.input CROSS JOIN search_term"
        " ON search_term.term=input.term CROSS JOIN subject ON subject.person=search_term.person"
        " CROSS JOIN consent_state ON consent_state.person=subject.person WHERE input.rowid>?"));
    join.restart(0);
    qint64 sum = 0;
    while (must(join.next())) {
        for (int column = 0; column < 5; ++column)
            sum += join.integer(column);
    }
    return sum;
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

/// bench_contact [people] [numbers] [folder]: contact-check of a list on the sealed cache, from file to file, beside a
/// bare SQLite join of the same numbers on a plain one.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const qint64 people = argc > 1 ? QString::fromLocal8Bit(argv[1]).toLongLong() : 1'000'000;
    const qint64 count = argc > 2 ? QString::fromLocal8Bit(argv[2]).toLongLong() : 1'000'000;
    const QTemporaryDir temporary(argc > 3 ? QString::fromLocal8Bit(argv[3]) + u"/bench-XXXXXX"_s : QString());
    const auto sealed = openCache(temporary.filePath(u"sealed.db"_s), true, cacheKib);
    const auto plain = openCache(temporary.filePath(u"plain.db"_s), false, cacheKib);
    for (cache::Cache *cache : {sealed.get(), plain.get()}) {
        fillPeople(*cache, people);
        fillStates(*cache, people);
    }
    const auto key = must(ledger::OrganisationKey::generate(1));
    const auto index = must(ledger::BlindIndex::create(key));
    {
        std::vector<cache::ContactBlockStore::Entry> blocks;
        for (qint64 i = 0; i < 100'000; ++i)
            blocks.push_back({index.phone(phoneOf(i * 7)), {4, false}});
        auto transaction = must(sealed->begin());
        must(sealed->contactBlocks().put(blocks));
        must(transaction.commit());
    }
    const QString list = temporary.filePath(u"list.csv"_s);
    {
        QFile file(list);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("list");
        must(plain->connection().runScript("CREATE TEMP TABLE input(term TEXT)"));
        auto transaction = must(plain->begin());
        std::mt19937_64 random(5);
        for (qint64 i = 0; i < count; ++i) {
            // Four in five are known.
            const QString number = phoneOf(qint64(random() % quint64(people * 5 / 4)));
            file.write(number.toLatin1() + '\n');
            must(plain->connection().run(u"INSERT INTO temp.input VALUES(?)"_s, QString(u'#' + number)));
        }
        must(transaction.commit());
    }
    std::printf("%lld people, %lld numbers; resident before %.0f MB\n", static_cast<long long>(people),
                static_cast<long long>(count), residentMb());
    Figures join;
    Figures ours;
    for (int round = 0; round < 3; ++round) {
        join.measure([&] { static_cast<void>(bareJoin(*plain)); });
        ours.measure([&] { check(*sealed, index, list, temporary.filePath(u"answers.csv"_s)); });
    }
    const auto rate = [count](double ms) { return static_cast<double>(count) / ms; };
    std::printf("bare join     %8.0f ms  %7.1f numbers/ms  cpu %8.0f ms\n", join.wall(0.5), rate(join.wall(0.5)),
                join.cpu(0.5));
    std::printf("contact-check %8.0f ms  %7.1f numbers/ms  cpu %8.0f ms\n", ours.wall(0.5), rate(ours.wall(0.5)),
                ours.cpu(0.5));
    std::printf("rate of the bare join: x%.2f by the clock, x%.2f by the processor; resident %.0f MB\n",
                ratio(join.wall(0.5), ours.wall(0.5)), ratio(join.cpu(0.5), ours.cpu(0.5)), residentMb());
    return 0;
}

#include "cache/salvage/salvage.h"

#include "cache/salvage/salvagework_p.h"
#include "cache/salvage/strayrecords.h"
#include "cache/store/cache.h"
#include "vault/database/heldkey.h"
#include "vault/database/sealeddatabase.h"
#include "vault/database/sealedpages.h"
#include "vault/database/sqlconnection.h"

#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace {

using Key = std::span<const std::uint8_t>;

Result<std::unique_ptr<Cache>> makeFresh(const QString &path, Key key)
{
    const auto migrations = Cache::migrations();
    if (!migrations)
        return migrations.error();
    auto connection = vault::SealedDatabase::open(path, key, *migrations);
    if (!connection)
        return connection.error();
    return std::make_unique<Cache>(std::move(*connection));
}

/// Puts the program's own table of contents in the place of a damaged one: the tables of a cache stand where the schema
/// steps put them. Were they elsewhere, nothing read there would verify.
Result<void> renewSchema(const QString &copy, const QString &fresh, Key key, SalvageReport &report)
{
    constexpr qsizetype sizeAt = 28;
    constexpr qsizetype freeListAt = 32;
    const auto damaged = vault::SealedPages::open(copy, key);
    if (!damaged)
        return damaged.error();
    const auto sound = vault::SealedPages::open(fresh, key);
    if (!sound)
        return sound.error();
    report.pages = (*damaged)->count();
    report.brokenPages = (*damaged)->broken();
    const auto first = (*sound)->page(1);
    if (!first)
        return {};
    const QList<qint64> schema = strayrecords::schemaPages(*first);
    const bool hit = std::ranges::any_of(report.brokenPages, [&](qint64 page) { return schema.contains(page); });
    if (!hit)
        return {};
    report.schemaRenewed = true;
    for (const qint64 number : schema) {
        auto page = (*sound)->page(number);
        if (!page)
            return {};
        if (number == 1) {
            qToBigEndian(static_cast<quint32>((*damaged)->count()), page->data() + sizeAt);
            qToBigEndian(quint64{0}, page->data() + freeListAt);
        }
        if (auto put = (*damaged)->put(number, *page); !put)
            return put;
    }
    return {};
}

Result<std::unique_ptr<vault::SqlConnection>> openCopy(const QString &copy, Key key)
{
    auto held = vault::HeldKey::hold(copy, key, 1);
    if (!held)
        return held.error();
    vault::SqlConnection::Options options;
    options.path = copy;
    options.vfs = vault::HeldKey::vfsName();
    options.keepAlive = *held;
    return vault::SqlConnection::open(options);
}

Result<void> fill(const QString &copy, const QString &fresh, Key key, SalvageReport &report)
{
    const auto damaged = openCopy(copy, key);
    if (!damaged)
        return damaged.error();
    if (!(*damaged)->checkpoint()) // then pages are read as they are in the file; the tables see the log anyway
        report.damagedTables.append(u"log"_s);
    const auto pages = vault::SealedPages::open(copy, key);
    if (!pages)
        return pages.error();
    const auto cache = makeFresh(fresh, key);
    if (!cache)
        return cache.error();
    {
        auto transaction = (*cache)->begin();
        if (!transaction)
            return transaction.error();
        if (auto done = SalvageWork(**damaged, **pages, **cache, report).run(); !done)
            return done;
        if (auto committed = transaction->commit(); !committed)
            return committed;
    }
    return (*cache)->connection().checkpoint();
}

} // namespace

Result<SalvageReport> Salvage::run(const QString &copy, const QString &fresh, std::span<const std::uint8_t> key)
{
    SalvageReport report;
    if (const auto made = makeFresh(fresh, key); !made)
        return made.error(); // closed here: its pages are in the file
    if (auto renewed = renewSchema(copy, fresh, key, report); !renewed)
        return renewed.error();
    const auto filled = fill(copy, fresh, key, report);
    if (filled)
        return report;
    if (filled.error().kind != ErrorKind::NotFound)
        return filled.error();
    return Error{ErrorKind::Damaged,
                 tr("The database on this PC is damaged, and this PC's own key is not among what can be read. Nothing "
                    "was changed or deleted. Ask your administrator to enrol this PC again; what was sent to the "
                    "central store is safe there."),
                 u"own device lost"_s};
}

} // namespace consent::cache

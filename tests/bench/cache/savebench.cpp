#include "figures.h"
#include "fill.h"
#include "testdesk.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace consent;
using namespace consent::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int cacheKib = 64 * 1024;

/// A desk whose next call is signed beforehand: what is measured is what the person waits for at the disk.
struct Desk
{
    explicit Desk(std::unique_ptr<cache::Cache> opened)
        : cache(std::move(opened))
        , device(clock)
    {
        static_cast<void>(cache->device().create(device.id(), device.key()));
    }

    /// Saves a call of a new person, or of the one before; one transaction, on the disk when it returns.
    void save(const std::vector<test::Recorded> &call)
    {
        auto transaction = cache->begin();
        bool whole = transaction.ok();
        for (const test::Recorded &recorded : call)
            whole = whole && cache->record(recorded.event, recorded.personal).ok();
        whole = whole && cache->drafts().remove(device.agent(), device.id()).ok() && transaction->commit().ok();
        if (!whole)
            qFatal("a call could not be saved");
    }

    test::SetClock clock;
    std::unique_ptr<cache::Cache> cache;
    test::TestDevice device;
};

} // namespace

/// bench_save [people] [calls] [folder]: saving one call into a cache with so many people, sealed and plain in turn.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const qint64 people = argc > 1 ? QString::fromLocal8Bit(argv[1]).toLongLong() : 100'000;
    const int calls = argc > 2 ? QString::fromLocal8Bit(argv[2]).toInt() : 500;
    const QTemporaryDir temporary(argc > 3 ? QString::fromLocal8Bit(argv[3]) + u"/bench-XXXXXX"_s : QString());
    Desk sealed(openCache(temporary.filePath(u"sealed.db"_s), true, cacheKib));
    Desk plain(openCache(temporary.filePath(u"plain.db"_s), false, cacheKib));
    for (Desk *desk : {&sealed, &plain})
        fillPeople(*desk->cache, people);

    const QStringList items{u"collection"_s, u"marketing"_s, u"marketing.sms"_s, u"marketing.email"_s, u"unique"_s};
    for (const bool isNew : {false, true}) {
        Figures ofSealed;
        Figures ofPlain;
        test::Person person = test::Person::of(u"김하늘"_s, u"01000001234"_s, QDate(1985, 5, 5));
        for (int i = 0; i < calls; ++i) {
            if (isNew)
                person = test::Person::of(nameOf(people + i), phoneOf(people + i), QDate(1985, 5, 5));
            for (Desk *desk : {i % 2 == 0 ? &sealed : &plain, i % 2 == 0 ? &plain : &sealed}) {
                std::vector<test::Recorded> call;
                if (isNew)
                    call.push_back(desk->device.registered(person));
                call.push_back(desk->device.captured(person, items, {u"provision.police"_s, u"marketing.phone"_s}));
                desk->clock.advance(Milliseconds(60'000));
                (desk == &sealed ? ofSealed : ofPlain).measure([&] { desk->save(call); });
            }
        }
        print(isNew ? "a call of a new person" : "a call of a known person", ofSealed, ofPlain);
    }
    std::printf("resident with both caches: %.0f MB\n", residentMb());
    return 0;
}

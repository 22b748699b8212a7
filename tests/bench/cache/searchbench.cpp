#include "figures.h"
#include "fill.h"

#include "vault/database/sqlconnection.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sys/wait.h>
#include <unistd.h>

using namespace consent;
using namespace consent::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int cacheKib = 64 * 1024; // as SealedDatabase has it
constexpr int rounds = 300;

struct Kind
{
    const char *what;
    std::function<QString(qint64 person)> text;
};

QString initials(const QString &name)
{
    static const QString letters = u"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"_s;
    QString text;
    for (const QChar c : name)
        text += letters[(c.unicode() - u'가') / 588];
    return text;
}

const std::vector<Kind> &kinds()
{
    static const std::vector<Kind> all{
        {"whole number", [](qint64 p) { return phoneOf(p); }},
        {"last four digits", [](qint64 p) { return phoneOf(p).right(4); }},
        {"number as typed, 5 digits", [](qint64 p) { return phoneOf(p).left(5); }},
        {"number as typed, 7 digits", [](qint64 p) { return phoneOf(p).left(7); }},
        {"three digits of the middle", [](qint64 p) { return phoneOf(p).mid(4, 3); }},
        {"name, whole", [](qint64 p) { return nameOf(p); }},
        {"name, two syllables", [](qint64 p) { return nameOf(p).right(2); }},
        {"name, family", [](qint64 p) { return nameOf(p).left(1); }},
        {"initials, three", [](qint64 p) { return initials(nameOf(p)); }},
        {"initials, two", [](qint64 p) { return initials(nameOf(p)).left(2); }},
        {"syllable and initials", [](qint64 p) { return nameOf(p).left(1) + initials(nameOf(p)).mid(1); }},
        {"initial and syllables", [](qint64 p) { return initials(nameOf(p)).left(1) + nameOf(p).mid(1); }},
        {"name and last four", [](qint64 p) { return nameOf(p) + u' ' + phoneOf(p).right(4); }},
        {"family and last four", [](qint64 p) { return nameOf(p).left(1) + phoneOf(p).right(4); }},
        {"nobody", [](qint64 p) { return u"뷁"_s + phoneOf(p).right(3); }},
    };
    return all;
}

} // namespace

/// bench_search [people] [folder]: look-ups among so many people (1,000,000), sealed and plain in turn.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const qint64 people = argc > 1 ? QString::fromLocal8Bit(argv[1]).toLongLong() : 1'000'000;
    const QTemporaryDir temporary(argc > 2 ? QString::fromLocal8Bit(argv[2]) + u"/bench-XXXXXX"_s : QString());
    const QString sealedPath = temporary.filePath(u"sealed.db"_s);
    const QString plainPath = temporary.filePath(u"plain.db"_s);
    // Filled by children, so that their memory is not ours.
    for (const bool sealed : {true, false}) {
        if (const pid_t child = fork(); child == 0) {
            const auto cache = openCache(sealed ? sealedPath : plainPath, sealed, 4 * cacheKib);
            QElapsedTimer timer;
            timer.start();
            fillPeople(*cache, people);
            std::printf("filled %s with %lld people in %.1f s\n", sealed ? "sealed" : "plain",
                        static_cast<long long>(people), static_cast<double>(timer.elapsed()) / 1000);
            std::fflush(stdout);
            _exit(0);
        } else {
            int status = 0;
            waitpid(child, &status, 0);
            if (status != 0)
                return 1;
        }
    }
    std::printf("size: sealed %.0f MB, plain %.0f MB\n", static_cast<double>(QFileInfo(sealedPath).size()) / 1e6,
                static_cast<double>(QFileInfo(plainPath).size()) / 1e6);

    {
        const auto sealed = openCache(sealedPath, true, cacheKib);
        for (const Kind &kind : kinds()) {
            for (qint64 i = 0; i < 100; ++i)
                static_cast<void>(sealed->search().find(kind.text(i * 7919 % people)));
        }
        std::printf("resident with the sealed cache alone, after 1,500 look-ups: %.0f MB\n", residentMb());
    }

    const auto sealed = openCache(sealedPath, true, cacheKib);
    const auto plain = openCache(plainPath, false, cacheKib);
    for (const Kind &kind : kinds()) {
        Figures ofSealed;
        Figures ofPlain;
        for (qint64 i = 0; i < rounds; ++i) {
            const QString text = kind.text(i * 104'729 % people);
            const auto onSealed = [&] { ofSealed.measure([&] { static_cast<void>(sealed->search().find(text)); }); };
            const auto onPlain = [&] { ofPlain.measure([&] { static_cast<void>(plain->search().find(text)); }); };
            if (i % 2 == 0) {
                onSealed();
                onPlain();
            } else {
                onPlain();
                onSealed();
            }
        }
        print(kind.what, ofSealed, ofPlain);
    }
    return 0;
}

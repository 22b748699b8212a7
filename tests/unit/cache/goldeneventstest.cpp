#include "unit/ledger/goldenevents.h"
#include "goldensamples.h"
#include "testdesk.h"

#include "ledger/eventcheck.h"
#include "ledger/eventtypes.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace consent;
using namespace consent::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What was written once can be read for ever: events of every type, signed and sealed long ago, still verify, open,
/// say the same and show the same; and what this program writes today is what stands there. Who changes the format on
/// purpose runs this test with CONSENT_WRITE_GOLDEN_EVENTS=1, which makes tests/data/events/golden.json anew with the
/// keys that are in it, and looks at every line of the difference: events of the old form are in the field.
class GoldenEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTypeHasAVector();
    void everyVectorVerifiesOpensAndSaysTheSame();
    void theyAreOneChain();
    void thisProgramStillWritesThem();
    void whateverTheOrderTheyShowTheSame();

private:
    static void write(const QString &path);
    static QStringList shownAfter(const GoldenEvents &golden, const std::vector<std::size_t> &order);
    static QStringList knownTypes();

    GoldenEvents m_golden;
};

void GoldenEventsTest::initTestCase()
{
    if (qEnvironmentVariableIsSet("CONSENT_WRITE_GOLDEN_EVENTS"))
        write(GoldenEvents::path());
    m_golden = GoldenEvents::load();
}

QStringList GoldenEventsTest::knownTypes()
{
    QFile header(QStringLiteral(CONSENT_SOURCE_DIR "/app/ledger/eventtypes.h"));
    if (!header.open(QIODevice::ReadOnly))
        qFatal("no list of types");
    static const QRegularExpression definition(u"QLatin1StringView \\w+\\(\"([^\"]+)\"\\)"_s);
    QStringList types;
    auto found = definition.globalMatch(QString::fromUtf8(header.readAll()));
    while (found.hasNext())
        types.append(found.next().captured(1));
    return types;
}

void GoldenEventsTest::write(const QString &path)
{
    const GoldenEvents before = GoldenEvents::load();
    const auto key = before.key();
    SetClock clock;
    ledger::DeviceChain chain(before.device, key, clock, {}, 250);
    std::vector<ledger::SignedEvent> events{*chain.enrol(before.actor, u"center"_s, u"견본 PC"_s)};
    const auto idOf = [&events](QLatin1StringView type) {
        const auto event =
            std::ranges::find_if(events, [type](const ledger::SignedEvent &each) { return each.event.type == type; });
        return event == events.end() ? EventId() : event->event.id;
    };
    const std::size_t count = goldenSamples(idOf).size();
    QJsonArray vectors;
    const auto add = [&vectors](const ledger::SignedEvent &event, const QJsonObject &personal) {
        QJsonObject vector{{u"seq"_s, event.event.seq},
                           {u"type"_s, event.event.type},
                           {u"jws"_s, QString::fromLatin1(event.jws)},
                           {u"sha256"_s, QString::fromLatin1(event.hash.toHex())},
                           {u"facts"_s, event.event.facts}};
        if (!personal.isEmpty())
            vector.insert(u"personal"_s, personal);
        vectors.append(vector);
    };
    add(events.front(), {});
    for (std::size_t i = 0; i < count; ++i) {
        clock.advance(1min);
        const GoldenSample sample = goldenSamples(idOf).at(i); // earlier events have their ids by now
        const ledger::DataKey *dataKey = sample.personal.isEmpty() ? nullptr : &before.dataKeys.at(*sample.subject);
        const auto event = chain.append(
            {sample.type, before.actor, u"center"_s, sample.subject, sample.facts, sample.personal}, dataKey);
        if (!event)
            qFatal("%s", qPrintable(event.error().detail));
        events.push_back(*event);
        add(*event, sample.personal);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no golden events");
    QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    all.insert(u"events"_s, vectors);
    const auto save = [&all, &file] {
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(QJsonDocument(all).toJson()) < 0)
            qFatal("the golden events could not be written");
        file.close();
    };
    save();
    const GoldenEvents made = GoldenEvents::load();
    std::vector<std::size_t> order(made.vectors.size());
    std::ranges::generate(order, [n = std::size_t{0}]() mutable { return n++; });
    all.insert(u"shown"_s, QJsonArray::fromStringList(shownAfter(made, order)));
    save();
}

QStringList GoldenEventsTest::shownAfter(const GoldenEvents &golden, const std::vector<std::size_t> &order)
{
    const QTemporaryDir folder;
    const auto cache = openCache(folder.filePath(u"cache.db"_s));
    auto transaction = (*cache)->begin();
    const auto events = golden.events();
    for (const std::size_t number : order) {
        if (!(*cache)->import(events.at(number), golden.vectors.at(number).personal))
            qFatal("an event can't be imported");
    }
    if (!transaction->commit())
        qFatal("no commit");
    return QString::fromUtf8(projectionsAsText(**cache)).split(u'\n', Qt::SkipEmptyParts);
}

void GoldenEventsTest::everyTypeHasAVector()
{
    const QStringList types = knownTypes();
    QVERIFY(types.size() > 20);
    for (const QString &type : types)
        QVERIFY2(m_golden.find(type) != nullptr, qPrintable(type));
}

void GoldenEventsTest::everyVectorVerifiesOpensAndSaysTheSame()
{
    const auto announced = ledger::announcedKey(m_golden.events().front().event);
    QVERIFY(announced.has_value());
    for (const GoldenEvents::Vector &vector : m_golden.vectors) {
        QCOMPARE(ledger::eventHash(vector.stored.jws), vector.stored.hash);
        const auto checked = ledger::checkEvent(vector.stored, &*announced);
        QVERIFY2(!checked.broken, qPrintable(vector.type));
        const ledger::Event &event = checked.event->event;
        QCOMPARE(event.type, vector.type);
        QCOMPARE(event.facts, vector.facts);
        QCOMPARE(readAndWritten(event.type, event.facts), std::optional(vector.facts));
        QCOMPARE(event.sealed.isEmpty(), !vector.personal.has_value());
        if (vector.personal)
            QCOMPARE(*ledger::openPersonal(event, m_golden.dataKeys.at(*event.subject)), *vector.personal);
        // One bit of the signature, and it is nobody's word.
        ledger::StoredEvent altered = vector.stored;
        const qsizetype place = altered.jws.size() - 10;
        altered.jws[place] = altered.jws.at(place) == 'A' ? 'B' : 'A';
        altered.hash = ledger::eventHash(altered.jws);
        QVERIFY2(ledger::checkEvent(altered, &*announced).broken.has_value(), qPrintable(vector.type));
    }
}

void GoldenEventsTest::theyAreOneChain()
{
    QByteArray before;
    qint64 seq = 0;
    for (const ledger::SignedEvent &event : m_golden.events()) {
        QCOMPARE(event.event.seq, ++seq);
        QCOMPARE(event.event.prev, before);
        before = event.hash;
    }
}

void GoldenEventsTest::thisProgramStillWritesThem()
{
    const auto events = m_golden.events();
    const auto samples = goldenSamples([&events](QLatin1StringView type) {
        return std::ranges::find_if(events, [type](const auto &each) { return each.event.type == type; })->event.id;
    });
    QCOMPARE(samples.size() + 1, m_golden.vectors.size());
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const GoldenEvents::Vector &vector = m_golden.vectors.at(i + 1);
        QCOMPARE(samples[i].type, vector.type);
        QCOMPARE(samples[i].facts, vector.facts);
        QCOMPARE(samples[i].personal, vector.personal.value_or(QJsonObject()));
        QCOMPARE(samples[i].subject, events[i + 1].event.subject);
        const QByteArray payload =
            QByteArray::fromBase64(events[i + 1].jws.split('.').at(1), QByteArray::Base64UrlEncoding);
        QCOMPARE(ledger::eventPayload(events[i + 1].event), payload);
    }
}

void GoldenEventsTest::whateverTheOrderTheyShowTheSame()
{
    QVERIFY(m_golden.shown.size() > 40);
    std::vector<std::size_t> order(m_golden.vectors.size());
    std::ranges::generate(order, [n = std::size_t{0}]() mutable { return n++; });
    QCOMPARE(shownAfter(m_golden, order), m_golden.shown);
    std::ranges::reverse(order);
    QCOMPARE(shownAfter(m_golden, order), m_golden.shown);
}

QTEST_GUILESS_MAIN(GoldenEventsTest)
#include "goldeneventstest.moc"

#include "testdesk.h"

#include "crypto/base64url.h"
#include "crypto/jws.h"

#include <QJsonDocument>
#include <QTest>

using namespace consent;
using namespace consent::ledger;
using namespace samples;

class ChainVerifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wholeChainsVerify();
    void everyKindOfDamageIsNamed_data();
    void everyKindOfDamageIsNamed();
    void everyFieldOfAnEventIsProtected();
    void everyByteOfTheTextIsProtected();
    void firstBrokenOfEachDeviceIsNamedAndOthersGoOn();
    void goesOnFromWhatWasVerified();
    void cutOffAndRewrittenTailsAreFoundByARememberedHead();
    void anotherKeyInAnEnrolmentIsFoundByTheExpectedKey();
    void cancelStopsBetweenBatches();
    void failingSourceIsAnError();
    void batchesAndThreadsDoNotChangeTheResult();
    void everyFaultHasASentence();

private:
    static VerificationReport verify(std::vector<StoredEvent> rows, ChainVerifier verifier = ChainVerifier())
    {
        ListSource source(std::move(rows));
        return must(verifier.run(source));
    }
    /// The row again, with another payload signed by the right key: what a thief of the device key could do.
    StoredEvent resigned(const StoredEvent &row, const QString &field, const QJsonValue &value) const
    {
        QJsonObject object = QJsonDocument::fromJson(eventPayload(must(parseEvent(row.jws)).event)).object();
        object[field] = value;
        return signedRow(row, QJsonDocument(object).toJson(QJsonDocument::Compact), m_desk.key());
    }
    static StoredEvent signedRow(const StoredEvent &row, const QByteArray &payload, const crypto::P256PrivateKey &key)
    {
        StoredEvent other = row;
        other.jws = must(crypto::signCompact(payload, key, key.publicKey().thumbprint(), u"consent-event+jws"_s));
        other.hash = eventHash(other.jws);
        return other;
    }

    TestDesk m_desk;
    std::vector<StoredEvent> m_rows;
};

void ChainVerifierTest::initTestCase()
{
    m_desk.enrol();
    for (int i = 0; i < 4; ++i) {
        m_desk.addGrant();
        m_desk.addOptOut();
    }
    m_rows = m_desk.stored();
    QCOMPARE(m_rows.size(), std::size_t(9));
}

void ChainVerifierTest::wholeChainsVerify()
{
    TestDesk second;
    second.enrol();
    second.addGrant();
    std::vector<StoredEvent> rows = m_rows;
    for (const StoredEvent &row : second.stored())
        rows.push_back(row);
    const auto report = verify(rows);
    QVERIFY(report.intact());
    QCOMPARE(report.events, 11);
    QCOMPARE(report.verified.at(m_desk.device()).head, m_desk.head());
    QCOMPARE(report.verified.at(second.device()).head, second.head());
    QVERIFY(verify({}).intact());
}

void ChainVerifierTest::everyKindOfDamageIsNamed_data()
{
    QTest::addColumn<std::vector<StoredEvent>>("rows");
    QTest::addColumn<qint64>("seq");
    QTest::addColumn<ChainFault>("fault");
    const auto change = [this](const auto &with) {
        auto rows = m_rows;
        with(rows);
        return rows;
    };
    using Rows = std::vector<StoredEvent>;
    QTest::newRow("text replaced") << change([](Rows &r) { r[3].jws = "x"; }) << qint64(4) << ChainFault::Unreadable;
    QTest::newRow("hash replaced") << change([](Rows &r) { r[3].hash[5] = char(r[3].hash[5] ^ 1); }) << qint64(4)
                                   << ChainFault::WrongHash;
    QTest::newRow("two swapped") << change([](Rows &r) {
        std::swap(r[3].jws, r[4].jws);
        std::swap(r[3].hash, r[4].hash);
    }) << qint64(4) << ChainFault::Misplaced;
    QTest::newRow("one removed") << change([](Rows &r) { r.erase(r.begin() + 3); }) << qint64(4) << ChainFault::Missing;
    QTest::newRow("enrolment removed") << change([](Rows &r) { r.erase(r.begin()); }) << qint64(1)
                                       << ChainFault::Missing;
    QTest::newRow("one twice") << change([](Rows &r) { r.insert(r.begin() + 4, r[3]); }) << qint64(4)
                               << ChainFault::Fork;
    QTest::newRow("signature of another event") << change([](Rows &r) {
        r[3].jws = r[3].jws.left(r[3].jws.lastIndexOf('.')) + r[5].jws.mid(r[5].jws.lastIndexOf('.'));
        r[3].hash = eventHash(r[3].jws);
    }) << qint64(4) << ChainFault::BadSignature;
    QTest::newRow("signed with a foreign key") << change([this](Rows &r) {
        TestDesk thief;
        r[3] = signedRow(r[3], eventPayload(m_desk.events()[3].event), thief.key());
    }) << qint64(4) << ChainFault::WrongKey;
    QTest::newRow("rewritten by the key's thief")
        << change([this](Rows &r) { r[3] = resigned(r[3], u"branch"_s, u"x"_s); }) << qint64(5)
        << ChainFault::WrongPrev;
    QTest::newRow("prev rewritten by the key's thief") << change([this](Rows &r) {
        r[3] = resigned(r[3], u"prev"_s, QString::fromLatin1(crypto::base64UrlEncode(crypto::bytesOf(r[0].hash))));
    }) << qint64(4) << ChainFault::WrongPrev;
    QTest::newRow("facts out of form") << change([this](Rows &r) { r[3] = resigned(r[3], u"facts"_s, QJsonObject()); })
                                       << qint64(4) << ChainFault::BadContent;
    QTest::newRow("enrolment without key")
        << change([this](Rows &r) { r[0] = resigned(r[0], u"facts"_s, QJsonObject()); }) << qint64(1)
        << ChainFault::UnknownDevice;
    QTest::newRow("second enrolment") << change([this](Rows &r) {
        r[3] = resigned(r[3], u"type"_s, QString(eventtypes::deviceEnrolled));
    }) << qint64(4) << ChainFault::BadContent;
}

void ChainVerifierTest::everyKindOfDamageIsNamed()
{
    QFETCH(const std::vector<StoredEvent>, rows);
    QFETCH(const qint64, seq);
    QFETCH(const ChainFault, fault);
    const auto report = verify(rows);
    QCOMPARE(report.broken.size(), std::size_t(1));
    QCOMPARE(report.broken.front().device, m_desk.device());
    QCOMPARE(report.broken.front().seq, seq);
    QVERIFY2(report.broken.front().fault == fault, qPrintable(describe(report.broken.front())));
    QVERIFY(describe(report.broken.front()).contains(m_desk.device().toString()));
    QCOMPARE(report.events, fault == ChainFault::Fork ? seq : seq - 1); // of two with one number the first verifies
    QVERIFY(!report.intact());
}

void ChainVerifierTest::everyFieldOfAnEventIsProtected()
{
    // Changed in the text, with the stored hash made to fit: the signature must tell.
    const StoredEvent &row = m_rows[3];
    const QByteArray payload = eventPayload(m_desk.events()[3].event);
    const QJsonObject object = QJsonDocument::fromJson(payload).object();
    int tried = 0;
    const std::function<void(const QJsonObject &, const std::function<QJsonObject(const QJsonObject &)> &)> visit =
        [&](const QJsonObject &part, const std::function<QJsonObject(const QJsonObject &)> &whole) {
            for (const QString &name : part.keys()) {
                QJsonObject changed = part;
                const QJsonValue value = part[name];
                if (value.isDouble())
                    changed[name] = value.toInteger() + 1;
                else if (value.isBool())
                    changed[name] = !value.toBool();
                else if (value.isString())
                    changed[name] = value.toString() + u'0';
                else
                    changed.remove(name);
                auto rows = m_rows;
                QList<QByteArray> parts = row.jws.split('.');
                parts[1] = crypto::base64UrlEncode(
                    crypto::bytesOf(QJsonDocument(whole(changed)).toJson(QJsonDocument::Compact)));
                rows[3].jws = parts.join('.');
                rows[3].hash = eventHash(rows[3].jws);
                const auto report = verify(rows);
                QVERIFY2(report.broken.size() == 1 && report.broken.front().seq == 4, qPrintable(name));
                ++tried;
                if (value.isObject())
                    visit(value.toObject(), [&whole, &part, name](const QJsonObject &inner) {
                        QJsonObject outer = part;
                        outer[name] = inner;
                        return whole(outer);
                    });
            }
        };
    visit(object, [](const QJsonObject &whole) { return whole; });
    QVERIFY(tried > 20);
}

void ChainVerifierTest::everyByteOfTheTextIsProtected()
{
    const QByteArray text = m_rows[3].jws;
    const auto before = verify({m_rows.begin(), m_rows.begin() + 3}).verified.at(m_desk.device());
    ChainVerifier verifier({1, 16});
    verifier.resume(m_desk.device(), before);
    QVERIFY(verify({m_rows[3]}, verifier).intact());
    for (qsizetype i = 0; i < text.size(); ++i) {
        for (const char other : {'A', 'B', 'z', '.', '=', '\n'}) {
            if (text[i] == other)
                continue;
            StoredEvent row = m_rows[3];
            row.jws[i] = other;
            row.hash = eventHash(row.jws);
            const auto report = verify({row}, verifier);
            QVERIFY2(report.broken.size() == 1 && report.broken.front().seq == 4, qPrintable(QString::number(i)));
        }
    }
    for (qsizetype cut = 0; cut < text.size(); cut += 7) {
        auto rows = m_rows;
        rows[3].jws.truncate(cut);
        rows[3].hash = eventHash(rows[3].jws);
        QCOMPARE(verify(rows).broken.front().seq, 4);
    }
}

void ChainVerifierTest::firstBrokenOfEachDeviceIsNamedAndOthersGoOn()
{
    TestDesk good;
    good.enrol();
    good.addGrant();
    TestDesk bad;
    bad.enrol();
    bad.addGrant();
    bad.addGrant();
    auto rows = m_rows;
    rows[2].hash[0] = char(rows[2].hash[0] ^ 1);
    rows[5].hash[0] = char(rows[5].hash[0] ^ 1);
    for (const StoredEvent &row : good.stored())
        rows.push_back(row);
    for (const StoredEvent &row : bad.stored())
        rows.push_back(row);
    rows.back().jws.chop(1);
    const auto report = verify(rows);
    QCOMPARE(report.broken.size(), std::size_t(2));
    QCOMPARE(report.broken[0].device, m_desk.device());
    QCOMPARE(report.broken[0].seq, 3);
    QCOMPARE(report.broken[1].device, bad.device());
    QCOMPARE(report.broken[1].seq, 3);
    QCOMPARE(report.events, 2 + 2 + 2);
    QCOMPARE(report.skipped, 6);
    QCOMPARE(report.verified.at(good.device()).head, good.head());
}

void ChainVerifierTest::goesOnFromWhatWasVerified()
{
    const auto first = verify({m_rows.begin(), m_rows.begin() + 4});
    ChainVerifier verifier;
    verifier.resume(m_desk.device(), first.verified.at(m_desk.device()));
    const auto rest = verify({m_rows.begin() + 4, m_rows.end()}, verifier);
    QVERIFY(rest.intact());
    QCOMPARE(rest.events, 5);
    QCOMPARE(rest.verified.at(m_desk.device()).head, m_desk.head());
    const auto gap = verify({m_rows.begin() + 5, m_rows.end()}, verifier);
    QVERIFY(gap.broken.front().fault == ChainFault::Missing);
    QCOMPARE(gap.broken.front().seq, 5);
}

void ChainVerifierTest::cutOffAndRewrittenTailsAreFoundByARememberedHead()
{
    ChainVerifier verifier;
    verifier.expectHead(m_desk.device(), m_desk.head());
    QVERIFY(verify(m_rows, verifier).intact());
    auto cut = m_rows;
    cut.pop_back();
    QVERIFY(verify(cut).intact()); // by itself nobody can see it
    auto report = verify(cut, verifier);
    QVERIFY(report.broken.front().fault == ChainFault::CutOff);
    QCOMPARE(report.broken.front().seq, 9);
    auto rewritten = m_rows;
    rewritten.back() = resigned(rewritten.back(), u"branch"_s, u"x"_s);
    QVERIFY(verify(rewritten).intact());
    report = verify(rewritten, verifier);
    QVERIFY(report.broken.front().fault == ChainFault::Rewritten);
    QVERIFY(verify({}, verifier).broken.front().fault == ChainFault::CutOff);
}

void ChainVerifierTest::anotherKeyInAnEnrolmentIsFoundByTheExpectedKey()
{
    ChainVerifier verifier;
    verifier.expectKey(m_desk.device(), m_desk.key().publicKey().thumbprint());
    QVERIFY(verify(m_rows, verifier).intact());
    // The whole chain written anew under the same device id with a key of the forger's.
    const auto forgerKey = must(crypto::P256PrivateKey::generate());
    DeviceChain forged(m_desk.device(), forgerKey, m_desk.clock(), {});
    const SignedEvent first = must(forged.enrol(m_desk.actor(), u"center"_s, u"desk one"_s));
    const std::vector<StoredEvent> rows{{m_desk.device(), 1, first.jws, first.hash}};
    QVERIFY(verify(rows).intact());
    const auto report = verify(rows, verifier);
    QVERIFY(report.broken.front().fault == ChainFault::UnknownDevice);
}

void ChainVerifierTest::cancelStopsBetweenBatches()
{
    ChainVerifier verifier({2, 2});
    ListSource source(m_rows);
    std::vector<qint64> seen;
    const auto report = must(verifier.run(source, [&seen](qint64 events) {
        seen.push_back(events);
        return events < 4;
    }));
    QVERIFY(!report.complete);
    QVERIFY(!report.intact());
    QCOMPARE(seen, (std::vector<qint64>{2, 4}));
    QCOMPARE(report.events, 4);
}

void ChainVerifierTest::failingSourceIsAnError()
{
    class Failing : public EventSource
    {
    public:
        explicit Failing(ListSource &inner)
            : m_inner(inner)
        {
        }
        Result<std::vector<StoredEvent>> next(std::size_t limit) override
        {
            if (m_calls++ == 1)
                return Error{ErrorKind::Io, u"disk"_s, {}};
            return m_inner.next(limit);
        }

    private:
        ListSource &m_inner;
        int m_calls = 0;
    };
    ListSource inner(m_rows);
    Failing source(inner);
    ChainVerifier verifier({2, 2});
    QCOMPARE(verifier.run(source).error().kind, ErrorKind::Io);
}

void ChainVerifierTest::batchesAndThreadsDoNotChangeTheResult()
{
    auto rows = m_rows;
    rows[6].hash[0] = char(rows[6].hash[0] ^ 1);
    for (const unsigned threads : {1U, 2U, 5U}) {
        for (const std::size_t batch : {1U, 2U, 3U, 100U}) {
            const auto report = verify(rows, ChainVerifier({threads, batch}));
            QCOMPARE(report.events, 6);
            QCOMPARE(report.skipped, 2);
            QCOMPARE(report.broken.front().seq, 7);
        }
    }
}

void ChainVerifierTest::everyFaultHasASentence()
{
    QStringList sentences;
    for (int fault = 0; fault <= static_cast<int>(ChainFault::CutOff); ++fault)
        sentences.append(describe({m_desk.device(), 7, static_cast<ChainFault>(fault), {}}));
    QCOMPARE(sentences.removeDuplicates(), 0);
    for (const QString &sentence : sentences)
        QVERIFY(sentence.contains(u"7"_s) && sentence.size() > 60);
}

QTEST_GUILESS_MAIN(ChainVerifierTest)
#include "chainverifiertest.moc"

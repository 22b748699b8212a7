#include "testdesk.h"

#include "ledger/receipt.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <set>

using namespace consent;
using namespace consent::ledger;
using namespace samples;

class ReceiptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void recordAndMappingNameTheSameFields();
    void recordTellsWhatWasAnswered();
    void advertisingConsentTellsHowLongItIsValid();
    void recordNamesNobody();
    void receiptVerifiesWithTheDeviceKeyOnly();
    void otherEventsHaveNoReceipt();

private:
    ReceiptContext context() const { return {m_organisation, m_items, fromMs(1'764'000'400'000)}; }
    static void collect(const QJsonValue &value, const QString &path, std::set<std::pair<QString, QString>> &found);

    TestDesk m_desk;
    domain::Organisation m_organisation;
    std::vector<domain::ConsentItem> m_items;
    SignedEvent m_captured;
};

void ReceiptTest::initTestCase()
{
    m_organisation.company = {u"주식회사 시험"_s, u"Test Company"_s};
    m_organisation.centrePhone = u"0200000000"_s;
    m_organisation.email = u"info@example.invalid"_s;
    m_organisation.site = u"example.invalid"_s;
    m_organisation.siteUrl = u"https://example.invalid"_s;
    m_organisation.consentPageUrl = u"https://example.invalid/consent"_s;
    m_organisation.officer = {u"홍책임"_s, u"본부장"_s, u"영업부"_s, u"0200000001"_s, u"officer@example.invalid"_s};
    m_organisation.bodies = {{u"침해신고센터"_s, u"118"_s, u"https://privacy.example.invalid"_s}};
    m_organisation.reconfirmMonths = 24;
    for (const QString &code : {u"collect"_s, u"marketing.sms"_s, u"provision"_s, u"identifier"_s}) {
        domain::ConsentItem item;
        item.code = code;
        item.purpose = {u"목적 "_s + code, u"purpose "_s + code};
        item.data = {u"이름, 전화번호"_s, u"name, phone"_s};
        item.period = {u"해지 후 6개월"_s, u"6 months after leaving"_s};
        item.right = {u"거부할 수 있음"_s, u"may refuse"_s};
        item.consequence = {u"서비스는 계속됨"_s, u"service goes on"_s};
        m_items.push_back(item);
    }
    m_items[2].recipient = {u"경찰청"_s, u"police"_s};
    m_items[2].recipientPurpose = {u"진위확인"_s, u"authenticity"_s};
    m_items[2].recipientPeriod = {u"6개월"_s, u"6 months"_s};
    auto facts =
        captured({item(u"collect"_s, domain::Decision::Granted, true),
                  item(u"marketing.sms"_s, domain::Decision::Granted, false, domain::Channel::Sms),
                  item(u"provision"_s, domain::Decision::Refused), item(u"identifier"_s, domain::Decision::Granted)});
    facts.items[2].category = domain::ItemCategory::ThirdPartyProvision;
    facts.items[3].category = domain::ItemCategory::UniqueIdentifier;
    m_desk.enrol();
    m_captured = m_desk.add({eventtypes::consentCaptured, m_desk.actor(), u"center"_s, m_desk.subject(),
                             facts.toFacts(), QJsonObject{{u"name"_s, u"홍시험"_s}}});
}

void ReceiptTest::collect(const QJsonValue &value, const QString &path, std::set<std::pair<QString, QString>> &found)
{
    if (value.isArray()) {
        for (const QJsonValue &element : value.toArray())
            collect(element, path + u"[]"_s, found);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QString &name : object.keys()) {
            if (!path.isEmpty())
                found.insert({path, name});
            collect(object[name], path.isEmpty() ? name : path + u'.' + name, found);
        }
    }
}

void ReceiptTest::recordAndMappingNameTheSameFields()
{
    std::set<std::pair<QString, QString>> found;
    collect(must(receiptRecord(m_captured, context())), {}, found);
    std::set<std::pair<QString, QString>> listed;
    for (const ReceiptField &field : receiptFields()) {
        QVERIFY(listed.insert({QString::fromLatin1(field.section), QString::fromLatin1(field.name)}).second);
        QVERIFY(QByteArray(field.source).size() > 1);
    }
    for (const auto &[section, name] : found)
        QVERIFY2(listed.contains({section, name}), qPrintable(u"not in the mapping: %1 %2"_s.arg(section, name)));
    // This sample has something to say for every field.
    for (const auto &[section, name] : listed)
        QVERIFY2(found.contains({section, name}), qPrintable(u"not in the record: %1 %2"_s.arg(section, name)));

    // The least that can be said still has every field that is always there.
    ReceiptContext least = context();
    const domain::Organisation bare;
    auto facts = captured({item(u"collect"_s, domain::Decision::Granted, true)});
    const SignedEvent event =
        m_desk.add({eventtypes::consentCaptured, m_desk.actor(), u"center"_s, m_desk.subject(), facts.toFacts(), {}});
    domain::ConsentItem poor;
    poor.code = u"collect"_s;
    const std::vector<domain::ConsentItem> poorItems{poor};
    std::set<std::pair<QString, QString>> few;
    collect(must(receiptRecord(event, {bare, poorItems, least.issuedAt})), {}, few);
    for (const ReceiptField &field : receiptFields()) {
        const bool there = few.contains({QString::fromLatin1(field.section), QString::fromLatin1(field.name)});
        QVERIFY2(there == field.always, field.name);
    }
}

void ReceiptTest::recordTellsWhatWasAnswered()
{
    const QJsonObject whole = must(receiptRecord(m_captured, context()));
    const QJsonObject record = whole[u"record"_s].toObject();
    QCOMPARE(record[u"record_id"_s].toString(), m_captured.event.id.toString());
    QCOMPARE(record[u"pii_principal_id"_s].toString(), m_desk.subject().toString());
    QCOMPARE(whole[u"receipt"_s][u"receipt_id"_s].toString(), u"20261123-0001"_s);
    QCOMPARE(whole[u"evidence"_s][u"event_sha256"_s].toString(), QString::fromLatin1(m_captured.hash.toHex()));
    const QJsonArray events = record[u"event"_s].toArray();
    QCOMPARE(events.size(), 4);
    QCOMPARE(events[0][u"event_state"_s].toString(), u"consent given"_s);
    QCOMPARE(events[2][u"event_state"_s].toString(), u"consent refused"_s);
    QCOMPARE(events[0][u"event_time"_s].toString(), isoUtc(fromMs(1'764'000'009'500)));
    const QJsonArray purposes = record[u"pii_processing"_s][u"purposes"_s].toArray();
    QCOMPARE(purposes[0][u"purpose"_s].toString(), u"목적 collect"_s);
    QCOMPARE(purposes[0][u"pii_information"_s].toArray()[0][u"pii_optional"_s].toBool(true), false);
    QCOMPARE(purposes[2][u"recipient_third_parties"_s].toArray()[0][u"name"_s].toString(), u"경찰청"_s);
    QVERIFY(purposes[2][u"lawful_basis"_s].toString().contains(u"17(1)"_s));
    QVERIFY(purposes[3][u"lawful_basis"_s].toString().contains(u"24(1)"_s));
}

void ReceiptTest::advertisingConsentTellsHowLongItIsValid()
{
    const QJsonObject whole = must(receiptRecord(m_captured, context()));
    const QJsonArray events = whole[u"record"_s][u"event"_s].toArray();
    QVERIFY(!events[0].toObject().contains(u"validity_duration"_s));
    QCOMPARE(events[1][u"validity_duration"_s].toString(), u"P24M"_s);
}

void ReceiptTest::recordNamesNobody()
{
    const QByteArray text = QJsonDocument(must(receiptRecord(m_captured, context()))).toJson();
    QVERIFY(!QString::fromUtf8(text).contains(u"홍시험"_s));
}

void ReceiptTest::receiptVerifiesWithTheDeviceKeyOnly()
{
    const QJsonObject record = must(receiptRecord(m_captured, context()));
    const QByteArray jws = must(signReceipt(record, m_desk.key()));
    QCOMPARE(must(verifyReceipt(jws, m_desk.key().publicKey())), record);
    TestDesk other;
    QCOMPARE(verifyReceipt(jws, other.key().publicKey()).error().kind, ErrorKind::Damaged);
    QCOMPARE(verifyReceipt(m_captured.jws, m_desk.key().publicKey()).error().kind, ErrorKind::Damaged);
    for (qsizetype i = 0; i < jws.size(); i += 3) {
        QByteArray changed = jws;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        QVERIFY(!verifyReceipt(changed, m_desk.key().publicKey()).ok());
    }
}

void ReceiptTest::otherEventsHaveNoReceipt()
{
    QCOMPARE(receiptRecord(m_desk.events().front(), context()).error().kind, ErrorKind::InvalidArgument);
    const std::vector<domain::ConsentItem> none;
    QCOMPARE(receiptRecord(m_captured, {m_organisation, none, fromMs(1)}).error().kind, ErrorKind::InvalidArgument);
}

QTEST_GUILESS_MAIN(ReceiptTest)
#include "receipttest.moc"

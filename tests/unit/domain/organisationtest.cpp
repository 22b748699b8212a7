#include "domain/organisation.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace consent;
using namespace consent::domain;
using namespace Qt::StringLiterals;

namespace {

QByteArray shipped()
{
    QFile file(QStringLiteral(CONSENT_SOURCE_DIR "/resources/organisation.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every path of a member in the file, "/desk/idleLockMinutes", with entries of lists by number.
void collectPaths(const QJsonValue &value, const QStringList &path, QList<QStringList> &into)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QString &key : object.keys()) {
            into.append(path + QStringList{key});
            collectPaths(object.value(key), path + QStringList{key}, into);
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            collectPaths(array.at(i), path + QStringList{QString::number(i)}, into);
    }
}

QJsonValue changed(const QJsonValue &value, QStringList path, const QJsonValue &with)
{
    const QString step = path.takeFirst();
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        const qsizetype i = step.toInt();
        array.replace(i, path.isEmpty() ? with : changed(array.at(i), path, with));
        return array;
    }
    QJsonObject object = value.toObject();
    if (!path.isEmpty())
        object.insert(step, changed(object.value(step), path, with));
    else if (with.isUndefined())
        object.remove(step);
    else
        object.insert(step, with);
    return object;
}

QByteArray bytes(const QJsonValue &root)
{
    return QJsonDocument(root.toObject()).toJson();
}

} // namespace

class OrganisationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedFileSaysWhatThePolicySays();
    void everyMemberIsNeededAndOfItsType();
    void theAuthenticityServiceIsReachedBySafeWaysOnly();
    void anUnknownMemberIsNamed();
    void everyFaultIsReportedAtOnce();
    void whatIsNoFileOfOursIsRefused_data();
    void whatIsNoFileOfOursIsRefused();
    void aStatuteIsFoundByItsIdentifier();
    void theRegistersSayWhatThePolicySays();
    void codesOfARegisterDiffer();
};

void OrganisationTest::theShippedFileSaysWhatThePolicySays()
{
    const auto org = Organisation::parse(shipped());
    QVERIFY2(org.ok(), qPrintable(org.ok() ? QString() : org.error().message));
    QCOMPARE(org->company.ko, u"주식회사 이솔루션티지"_s);
    QCOMPARE(org->site, u"thankscrm.com"_s);
    QCOMPARE(org->centrePhone, u"025873235"_s);
    QCOMPARE(org->email, u"info@thankscrm.com"_s);
    QCOMPARE(org->officer.name + u'/' + org->officer.position + u'/' + org->officer.department,
             u"장광선/본부장/영업부"_s);
    QCOMPARE(org->handler.name + u'/' + org->handler.position + u'/' + org->handler.department,
             u"이성경/팀장/전산지원팀"_s);
    QStringList bodies;
    for (const auto &body : org->bodies)
        bodies.append(body.phone);
    QCOMPARE(bodies, (QStringList{u"118"_s, u"1301"_s, u"182"_s}));
    QCOMPARE(org->quietFrom, QTime(21, 0));
    QCOMPARE(org->quietUntil, QTime(8, 0));
    QCOMPARE(org->requestDays, 10);
    QCOMPARE(org->resultNoticeDays, 14);
    QCOMPARE(org->reconfirmMonths, 24);
    QCOMPARE(org->keepAfterLeavingMonths, 6);
    QCOMPARE(org->offlineLeaseHours, 72);
    QVERIFY(org->statutes.empty());
    QVERIFY(org->branch(u"centre") != nullptr);
    QVERIFY(org->branch(u"nowhere") == nullptr);
}

void OrganisationTest::everyMemberIsNeededAndOfItsType()
{
    const QJsonObject root = QJsonDocument::fromJson(shipped()).object();
    QList<QStringList> paths;
    collectPaths(root, {}, paths);
    QVERIFY(paths.size() > 60);
    // A desk that was set up before these were thought of goes on with its file.
    const QStringList cameLater{u"/thirdParties"_s, u"/consignees"_s, u"/reconfirmSilence"_s, u"/requestCounting"_s};
    for (const QStringList &path : paths) {
        if (path.last() == u"$comment")
            continue;
        const QString where = u'/' + path.join(u'/');
        for (const QJsonValue &bad :
             {QJsonValue(QJsonValue::Undefined), QJsonValue(QJsonValue::Null), QJsonValue(-1e9)}) {
            const auto org = Organisation::parse(bytes(changed(root, path, bad)));
            if (cameLater.contains(where) && bad.isUndefined()) {
                QVERIFY2(org.ok(), qPrintable(where));
                continue;
            }
            QVERIFY2(!org.ok(), qPrintable(where));
            // A missing language is reported at the text it belongs to.
            const QString expected = path.size() > 1 && (path.last() == u"ko" || path.last() == u"en") &&
                                             bad.isUndefined() && path.first() != u"speakableCharactersPerSecond"
                                         ? where.section(u'/', 0, -2)
                                         : where;
            QVERIFY2(org.error().message.contains(expected), qPrintable(where + u"\n"_s + org.error().message));
        }
    }
}

void OrganisationTest::theAuthenticityServiceIsReachedBySafeWaysOnly()
{
    QJsonObject root = QJsonDocument::fromJson(shipped()).object();
    QVERIFY(!Organisation::parse(bytes(root))->authenticityService.has_value());
    QJsonObject service{{u"url"_s, u"https://authenticity.example.kr/v1/check"_s}, {u"timeoutSeconds"_s, 10}};
    root[u"authenticityService"_s] = service;
    const auto org = Organisation::parse(bytes(root));
    QVERIFY2(org.ok(), qPrintable(org ? QString() : org.error().message));
    QCOMPARE(org->authenticityService->timeoutSeconds, 10);
    service[u"url"_s] = u"http://authenticity.example.kr/v1/check"_s;
    root[u"authenticityService"_s] = service;
    QVERIFY(Organisation::parse(bytes(root)).error().message.contains(u"/authenticityService/url"_s));
}

void OrganisationTest::anUnknownMemberIsNamed()
{
    QJsonObject root = QJsonDocument::fromJson(shipped()).object();
    root.insert(u"idelLockMinutes"_s, 5);
    const auto org = Organisation::parse(bytes(root));
    QVERIFY(!org.ok());
    QVERIFY(org.error().message.contains(u"/idelLockMinutes"_s));
}

void OrganisationTest::everyFaultIsReportedAtOnce()
{
    QJsonValue root = QJsonDocument::fromJson(shipped()).object();
    root = changed(root, {u"centrePhone"_s}, u"12"_s);
    root = changed(root, {u"email"_s}, u"nobody"_s);
    root = changed(root, {u"siteUrl"_s}, u"ftp://x"_s);
    root = changed(root, {u"quietHours"_s, u"from"_s}, u"25:00"_s);
    root = changed(root, {u"requestDays"_s}, 10.5);
    root = changed(root, {u"branches"_s, u"1"_s, u"code"_s}, u"centre"_s);
    const auto org = Organisation::parse(bytes(root));
    QVERIFY(!org.ok());
    for (const QString &path : {u"/centrePhone:"_s, u"/email:"_s, u"/siteUrl:"_s, u"/quietHours/from:"_s,
                                u"/requestDays:"_s, u"/branches/1/code:"_s})
        QVERIFY2(org.error().message.contains(path), qPrintable(path + u'\n' + org.error().message));
    QVERIFY(!org.error().detail.contains(u"nobody"_s));
}

void OrganisationTest::whatIsNoFileOfOursIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no json") << QByteArray("company: x");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("cut off") << shipped().chopped(10);
    QTest::newRow("too large") << QByteArray(Organisation::maxBytes + 1, ' ');
    QTest::newRow("another format") << shipped().replace("consent-organisation/1", "consent-organisation/2");
}

void OrganisationTest::whatIsNoFileOfOursIsRefused()
{
    QFETCH(QByteArray, bytes);
    const auto org = Organisation::parse(bytes);
    QVERIFY(!org.ok());
    QCOMPARE(org.error().kind, ErrorKind::InvalidArgument);
    QVERIFY(!org.error().message.isEmpty());
}

void OrganisationTest::aStatuteIsFoundByItsIdentifier()
{
    QJsonValue root = QJsonDocument::fromJson(shipped()).object();
    const QJsonObject statute{
        {u"identifier"_s, u"residentNumber"_s}, {u"law"_s, u"소득세법"_s}, {u"article"_s, u"145"_s}};
    root = changed(root, {u"statutes"_s}, QJsonArray{statute});
    const auto org = Organisation::parse(bytes(root));
    QVERIFY(org.ok());
    QVERIFY(org->statuteFor(Identifier::ResidentNumber) != nullptr);
    QVERIFY(org->statuteFor(Identifier::Passport) == nullptr);
}

void OrganisationTest::theRegistersSayWhatThePolicySays()
{
    const auto org = Organisation::parse(shipped());
    QVERIFY(org.ok());
    const Organisation::ThirdParty *police = org->thirdParty(u"police");
    QVERIFY(police != nullptr);
    QCOMPARE(police->name.ko, u"경찰청"_s);
    QVERIFY(police->purpose(u"identityDocument") != nullptr);
    QVERIFY(police->purpose(u"curiosity") == nullptr);
    for (const auto item : {u"name", u"documentContent", u"passportNumber", u"residentNumber"})
        QVERIFY(police->item(item) != nullptr);
    QCOMPARE(police->items.size(), size_t(4));
    QVERIFY(org->thirdParty(u"kftc") == nullptr);
    QCOMPARE(org->consignees.size(), size_t(1));
    QCOMPARE(org->consignees.front().name.ko, u"금융결제원"_s);
    QCOMPARE(org->reconfirmSilence, Organisation::Silence::Keeps);
    QVERIFY(org->guardianMethod(u"phone") != nullptr);
    QVERIFY(org->guardianMethod(u"hearsay") == nullptr);
}

void OrganisationTest::codesOfARegisterDiffer()
{
    QJsonObject root = QJsonDocument::fromJson(shipped()).object();
    QJsonArray parties = root.value(u"thirdParties"_s).toArray();
    parties.append(parties.at(0));
    root.insert(u"thirdParties"_s, parties);
    const auto org = Organisation::parse(bytes(root));
    QVERIFY(!org.ok());
    QVERIFY(org.error().message.contains(u"/thirdParties/1/code"_s));
}

QTEST_APPLESS_MAIN(OrganisationTest)
#include "organisationtest.moc"

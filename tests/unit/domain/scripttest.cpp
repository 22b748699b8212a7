#include "scripttools.h"

#include "domain/publishcheck.h"
#include "domain/script.h"

#include <QTest>

using namespace consent;
using namespace consent::domain;
using namespace scripttools;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(QJsonValue)

namespace {

QString listed(const std::vector<ScriptFault> &faults)
{
    QString text;
    for (const ScriptFault &fault : faults)
        text += fault.path + u": "_s + fault.message + u'\n';
    return text;
}

bool has(const std::vector<ScriptFault> &faults, const QString &path, const QString &words)
{
    return std::any_of(faults.begin(), faults.end(),
                       [&](const ScriptFault &fault) { return fault.path == path && fault.message.contains(words); });
}

QJsonValue local(const QString &ko, const QString &en)
{
    return QJsonObject{{u"ko"_s, ko}, {u"en"_s, en}};
}

} // namespace

class ScriptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedScriptIsWithoutFault();
    void theShippedScriptCoversThePolicy();
    void faultsOfForm_data();
    void faultsOfForm();
    void everyFaultIsFoundInOneGo();
    void whatIsNoScriptIsRefused_data();
    void whatIsNoScriptIsRefused();
    void faultsOfPublishing_data();
    void faultsOfPublishing();
    void everyMissingPartOfEveryItemIsNamed();
    void everyPartMustBeToldBeforeItIsAsked();
    void aResidentNumberNeedsAStatute();
    void removingAnyClauseIsFound();
};

void ScriptTest::theShippedScriptIsWithoutFault()
{
    const auto parsed = Script::read(resource("scripts/phone-join.json"));
    QVERIFY2(parsed.script.has_value(), qPrintable(listed(parsed.faults)));
    const auto faults = publishFaults(*parsed.script, organisation());
    QVERIFY2(faults.empty(), qPrintable(listed(faults)));
    QCOMPARE(parsed.script->code(), u"phone-join"_s);
    QCOMPARE(parsed.script->languages().size(), 2U);
}

void ScriptTest::theShippedScriptCoversThePolicy()
{
    const auto shipped = script(shippedScript());
    QStringList mandatory;
    QStringList channels;
    QStringList night;
    for (const ConsentItem &item : shipped->items()) {
        if (item.mandatory)
            mandatory.append(item.code);
        if (item.channel != Channel::None)
            (item.night ? night : channels).append(toCode(item.channel));
        for (const Identifier identifier : item.identifiers)
            QVERIFY(identifier != Identifier::ResidentNumber);
    }
    QCOMPARE(mandatory, QStringList{u"collect.mandatory"_s});
    QCOMPARE(channels, (QStringList{u"phone"_s, u"sms"_s, u"email"_s, u"post"_s}));
    QCOMPARE(night, (QStringList{u"phone"_s, u"sms"_s}));
    const ConsentItem *provision = shipped->item(u"provision.police");
    QCOMPARE(provision->category, ItemCategory::ThirdPartyProvision);
    QCOMPARE(provision->recipient.ko, u"경찰청"_s);
    QVERIFY(shipped->item(u"collect.mandatory")->period.ko.contains(u"6개월"_s));
    QStringList consignment;
    for (const Clause &clause : shipped->clauses()) {
        if (clause.role == ClauseRole::Consignment)
            consignment.append(clause.ko.back().text);
    }
    QCOMPARE(consignment.size(), 1);
    QVERIFY(consignment.front().contains(u"금융결제원"_s));
}

void ScriptTest::faultsOfForm_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QJsonValue>("with");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    const QJsonValue none(QJsonValue::Undefined);
    const auto row = [](const char *name, const QString &at, const QJsonValue &with, const QString &path,
                        const QString &words) { QTest::newRow(name) << at << with << path << words; };
    row("another format", u"format"_s, u"x"_s, u"/format"_s, u"consent-script/1"_s);
    row("no code", u"code"_s, none, u"/code"_s, u"missing"_s);
    row("a code with blanks", u"code"_s, u"phone join"_s, u"/code"_s, u"small letter"_s);
    row("version nought", u"version"_s, 0, u"/version"_s, u"1 to 999999"_s);
    row("half a version", u"version"_s, 1.5, u"/version"_s, u"whole"_s);
    row("unknown member", u"colour"_s, u"red"_s, u"/colour"_s, u"not known"_s);
    row("no language", u"languages"_s, QJsonArray{}, u"/languages"_s, u"At least one"_s);
    row("unknown language", u"languages/0"_s, u"jp"_s, u"/languages"_s, u"jp"_s);
    row("a language twice", u"languages/1"_s, u"ko"_s, u"/languages"_s, u"twice"_s);
    row("a method that is no call", u"methods/0"_s, u"counter"_s, u"/methods"_s, u"counter"_s);
    row("no start", u"start"_s, u"nowhere"_s, u"/start"_s, u"nowhere"_s);
    row("no items", u"items"_s, QJsonArray{}, u"/items"_s, u"At least 1"_s);
    row("an item that is no object", u"items/0"_s, 7, u"/items/0"_s, u"object"_s);
    row("an item twice", u"items/1/code"_s, u"collect.mandatory"_s, u"/items/1/code"_s, u"Another item"_s);
    row("two categories", u"items/0/category"_s, QJsonArray{u"marketing"_s, u"collectionAndUse"_s},
        u"/items/0/category"_s, u"22(1)"_s);
    row("unknown category", u"items/0/category"_s, u"all"_s, u"/items/0/category"_s, u"all"_s);
    row("unknown channel", u"items/2/channel"_s, u"fax"_s, u"/items/2/channel"_s, u"fax"_s);
    row("unknown identifier", u"items/identifiers.document/identifiers"_s, QJsonArray{u"shoeSize"_s},
        u"/items/identifiers.document/identifiers"_s, u"shoeSize"_s);
    row("requires nothing there", u"items/2/requires"_s, u"x"_s, u"/items/2/requires"_s, u"“x”"_s);
    row("requires itself", u"items/2/requires"_s, u"ads.phone"_s, u"/items/2/requires"_s, u"ads.phone"_s);
    row("a placeholder in an item", u"items/0/purpose/ko"_s, u"{{summary}}"_s, u"/items/0/purpose/ko"_s, u"summary"_s);
    row("a clause twice", u"clauses/1/id"_s, u"greeting"_s, u"/clauses/1/id"_s, u"Another clause"_s);
    row("unknown kind", u"clauses/0/kind"_s, u"shout"_s, u"/clauses/0/kind"_s, u"shout"_s);
    row("unknown role", u"clauses/0/role"_s, u"hero"_s, u"/clauses/0/role"_s, u"hero"_s);
    row("two items in one question", u"clauses/marketing/item"_s, QJsonArray{u"marketing.use"_s, u"ads.phone"_s},
        u"/clauses/marketing/item"_s, u"22(1)"_s);
    row("an item that is not there", u"clauses/marketing/item"_s, u"x"_s, u"/clauses/marketing/item"_s, u"“x”"_s);
    row("item and question", u"clauses/marketing/question"_s, u"q"_s, u"/clauses/marketing"_s, u"either"_s);
    row("a question with an item's code", u"clauses/identify/question"_s, u"ads.phone"_s,
        u"/clauses/identify/question"_s, u"An item has"_s);
    row("a question where nothing is asked", u"clauses/greeting/question"_s, u"q"_s, u"/clauses/greeting/question"_s,
        u"Only a clause"_s);
    row("yes where nothing is asked", u"clauses/greeting/yes"_s, u"identify"_s, u"/clauses/greeting/yes"_s,
        u"Only a clause"_s);
    row("nothing follows", u"clauses/greeting/next"_s, none, u"/clauses/greeting"_s, u"what comes after"_s);
    row("ends and goes on", u"clauses/closing/next"_s, u"summary"_s, u"/clauses/closing/ends"_s, u"leads nowhere"_s);
    row("unknown end", u"clauses/closing/ends"_s, u"happily"_s, u"/clauses/closing/ends"_s, u"happily"_s);
    row("leads nowhere", u"clauses/greeting/next"_s, u"x"_s, u"/clauses/greeting/next"_s, u"“x”"_s);
    row("unknown placeholder", u"clauses/greeting/text/ko/0"_s, u"{{nmae}} 님"_s, u"/clauses/greeting/text/ko/0"_s,
        u"nmae"_s);
    row("open placeholder", u"clauses/greeting/text/ko/0"_s, u"{{name 님"_s, u"/clauses/greeting/text/ko/0"_s,
        u"closed"_s);
    row("unknown particle", u"clauses/greeting/text/ko/0"_s, u"{{name|하하}}"_s, u"/clauses/greeting/text/ko/0"_s,
        u"은는"_s);
    row("an item's part without an item", u"clauses/greeting/text/ko/0"_s, u"{{item.purpose}}"_s,
        u"/clauses/greeting/text/ko/0"_s, u"names no item"_s);
    row("a paragraph that is a number", u"clauses/greeting/text/ko/0"_s, 5, u"/clauses/greeting/text/ko/0"_s,
        u"paragraph"_s);
    row("no paragraphs", u"clauses/greeting/text/ko"_s, QJsonArray{}, u"/clauses/greeting/text/ko"_s, u"1 to 20"_s);
    row("unknown in a condition", u"clauses/intro/next/0/when/weather"_s, u"fine"_s,
        u"/clauses/intro/next/0/when/weather"_s, u"not known"_s);
    row("an empty condition", u"clauses/intro/next/0/when"_s, QJsonObject{}, u"/clauses/intro/next/0/when"_s,
        u"says nothing"_s);
    row("a condition on what nobody asks", u"clauses/intro/next/0/when/yes"_s, u"weather"_s, u"/clauses/intro/next"_s,
        u"weather"_s);
    row("control character", u"clauses/greeting/title/ko"_s, u"인\u0001사"_s, u"/clauses/greeting/title/ko"_s,
        u"control"_s);
    row("a text too long", u"clauses/greeting/text/ko/0"_s, QString(1001, u'가'), u"/clauses/greeting/text/ko/0/say"_s,
        u"1000"_s);
}

void ScriptTest::faultsOfForm()
{
    QFETCH(QString, at);
    QFETCH(QJsonValue, with);
    QFETCH(QString, path);
    QFETCH(QString, words);
    const QJsonObject shipped = shippedScript();
    const QString expected = u'/' + located(shipped, path.mid(1));
    const auto parsed = Script::read(bytes(changed(shipped, located(shipped, at), with)));
    QVERIFY(!parsed.script.has_value());
    QVERIFY2(has(parsed.faults, expected, words), qPrintable(expected + u'\n' + listed(parsed.faults)));
    const auto one = Script::parse(bytes(changed(shipped, located(shipped, at), with)));
    QVERIFY(!one.ok());
    QVERIFY(one.error().message.contains(expected));
}

void ScriptTest::everyFaultIsFoundInOneGo()
{
    QJsonObject spoilt = shippedScript();
    spoilt = changed(spoilt, u"version"_s, -1);
    spoilt = changed(spoilt, u"items/3/category"_s, u"x"_s);
    spoilt = changed(spoilt, u"clauses/2/kind"_s, u"y"_s);
    spoilt = changed(spoilt, u"clauses/5/text/en/0"_s, u"{{z}}"_s);
    const auto parsed = Script::read(bytes(spoilt));
    for (const QString &path : {u"/version"_s, u"/items/3/category"_s, u"/clauses/2/kind"_s, u"/clauses/5/text/en/0"_s})
        QVERIFY2(has(parsed.faults, path, QString()), qPrintable(listed(parsed.faults)));
}

void ScriptTest::whatIsNoScriptIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("cut off") << resource("scripts/phone-join.json").chopped(50);
    QTest::newRow("ten megabytes") << QByteArray(10 * 1024 * 1024, ' ');
    QTest::newRow("deep") << QByteArray(5000, '[');
    QTest::newRow("empty object") << QByteArray("{}");
}

void ScriptTest::whatIsNoScriptIsRefused()
{
    QFETCH(QByteArray, content);
    const auto parsed = Script::read(content);
    QVERIFY(!parsed.script.has_value());
    QVERIFY(!parsed.faults.empty());
}

void ScriptTest::faultsOfPublishing_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QJsonValue>("with");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    const QJsonValue none(QJsonValue::Undefined);
    const auto row = [](const char *name, const QString &at, const QJsonValue &with, const QString &path,
                        const QString &words) { QTest::newRow(name) << at << with << path << words; };
    row("provision bundled into collection", u"items/0/recipient"_s, local(u"경찰청"_s, u"police"_s),
        u"/items/0/recipient"_s, u"22(1)"_s);
    row("identifiers bundled into collection", u"items/0/identifiers"_s, QJsonArray{u"passport"_s},
        u"/items/0/identifiers"_s, u"22(1)"_s);
    row("identifiers that name none", u"items/identifiers.document/identifiers"_s, QJsonArray{},
        u"/items/identifiers.document/identifiers"_s, u"names the identifiers"_s);
    row("advertising as collection", u"items/0/channel"_s, u"phone"_s, u"/items/0/channel"_s, u"Network Act"_s);
    row("mandatory marketing", u"items/1/mandatory"_s, true, u"/items/1/mandatory"_s, u"22(5)"_s);
    row("night for all channels at once", u"items/ads.phone.night/channel"_s, none, u"/items/ads.phone.night/night"_s,
        u"each channel"_s);
    row("night without day", u"items/ads.phone.night/requires"_s, u"ads.sms"_s, u"/items/ads.phone.night/requires"_s,
        u"by day"_s);
    row("one channel twice", u"items/ads.sms/channel"_s, u"phone"_s, u"/items/ads.sms/channel"_s, u"same channel"_s);
    row("a resident number in the data", u"items/0/data/ko"_s, u"이름, 주민등록번호"_s, u"/items/0/data"_s, u"24-2"_s);
    row("a resident number in English", u"items/0/data/en"_s, u"name, Resident Registration Number"_s,
        u"/items/0/data"_s, u"24-2"_s);
    row("a clause without English", u"clauses/summary/text/en"_s, none, u"/clauses/summary/text/en"_s, u"no text"_s);
    row("a title without Korean", u"clauses/summary/title/ko"_s, none, u"/clauses/summary/title/ko"_s, u"no title"_s);
    row("the law in other words", u"clauses/mandatory-data/text/ko/0"_s,
        QJsonObject{{u"say"_s, u"{{item.data}}"_s}, {u"adapt"_s, true}}, u"/clauses/mandatory-data/text/ko/0"_s,
        u"adaptable"_s);
    row("a summary elsewhere", u"clauses/closing/text/ko/0"_s, u"{{summary}}"_s, u"/clauses/closing/text/ko/0"_s,
        u"summary"_s);
    row("a circle", u"clauses/rights/next"_s, u"summary"_s, u"/clauses/summary/next"_s, u"circle"_s);
    row("no way to an end", u"clauses/rights/next"_s, u"not-identified"_s, u"/clauses"_s, u"completed"_s);
    row("an unreachable clause", u"clauses/greeting/next"_s, u"intro"_s, u"/clauses/identify"_s, u"Nothing leads"_s);
    QJsonObject unasked = shippedScript().value(u"items"_s).toArray().at(1).toObject();
    unasked.insert(u"code"_s, u"marketing.other"_s);
    row("an item that nobody asks", u"items/+"_s, unasked, u"/items/10"_s, u"No clause asks"_s);
    row("no branch may hold", u"clauses/intro/next/1/when"_s, QJsonObject{{u"under14"_s, true}},
        u"/clauses/intro/next"_s, u"none of the branches"_s);
    row("nobody identified", u"clauses/identify/role"_s, u"none"_s, u"/clauses/mandatory-ask"_s, u"identified"_s);
    row("identified by a no", u"clauses/identify/no"_s, u"intro"_s, u"/clauses/mandatory-ask"_s, u"identified"_s);
    row("no word that it is a sale", u"clauses/greeting/role"_s, u"none"_s, u"/clauses/mandatory-ask"_s, u"sale"_s);
    row("a child without its guardian", u"clauses/guardian-verify/role"_s, u"none"_s, u"/clauses/mandatory-ask"_s,
        u"22-2"_s);
    row("a guardian that failed the check", u"clauses/guardian-verify/no"_s, u"intro"_s, u"/clauses/mandatory-ask"_s,
        u"22-2"_s);
    row("asked on the first call", u"clauses/web-address/next"_s, u"intro"_s, u"/clauses/mandatory-ask"_s,
        u"second call"_s);
    row("not read on the site", u"clauses/web-confirm/no"_s, u"intro"_s, u"/clauses/mandatory-ask"_s, u"read there"_s);
    row("the address never told", u"clauses/web-address/role"_s, u"none"_s, u"/clauses/web-goodbye"_s, u"address"_s);
    row("the purpose skipped", u"clauses/intro/next/0/to"_s, u"mandatory-data"_s, u"/clauses/mandatory-ask"_s,
        u"purpose"_s);
    row("refusal of the mandatory goes on", u"clauses/mandatory-ask/no"_s, u"consignment"_s, u"/clauses/closing"_s,
        u"without a yes"_s);
    row("refusal without its consequence", u"clauses/mandatory-ask/no"_s, u"refused-goodbye"_s,
        u"/clauses/refused-goodbye"_s, u"item.consequence"_s);
    row("refusal of the mandatory asks on", u"clauses/mandatory-refused/next"_s, u"marketing"_s,
        u"/clauses/marketing"_s, u"nothing more is asked"_s);
    row("refusal of the mandatory as something else", u"clauses/refused-goodbye/ends"_s, u"endedEarly"_s,
        u"/clauses/refused-goodbye"_s, u"completed or as refused"_s);
    row("refusal of the optional ends it", u"clauses/marketing/no"_s, u"refused-goodbye"_s,
        u"/clauses/refused-goodbye"_s, u"16(3)"_s);
    row("refusal of the optional breaks off", u"clauses/marketing/no"_s, u"not-identified"_s,
        u"/clauses/not-identified"_s, u"completed or as refused"_s);
    row("night without the day's consent", u"clauses/ads-phone/no"_s, u"ads-phone-night"_s,
        u"/clauses/ads-phone-night"_s, u"only after"_s);
    row("channels without marketing", u"clauses/marketing/no"_s, u"ads-phone"_s, u"/clauses/ads-phone"_s,
        u"only after"_s);
    row("identifiers that are not taken", u"clauses/ads-post/yes"_s, u"identifiers"_s, u"/clauses/identifiers"_s,
        u"only in a contact"_s);
    row("no read-back", u"clauses/police/yes"_s, u"rights"_s, u"/clauses/closing"_s, u"read back"_s);
    row("no rights", u"clauses/summary/next"_s, u"closing"_s, u"/clauses/closing"_s, u"opt out"_s);
    row("a second call after the second", u"clauses/web-unread/ends"_s, u"secondCallDue"_s, u"/clauses/web-unread"_s,
        u"after the first call"_s);
    row("an item asked twice", u"clauses/police/item"_s, u"identifiers.document"_s, u"/clauses/police"_s, u"twice"_s);
    row("nothing to say", u"clauses/web-unread/text/ko/0"_s,
        QJsonObject{{u"say"_s, u"다음에 뵙겠습니다."_s}, {u"when"_s, QJsonObject{{u"method"_s, u"phoneRead"_s}}}},
        u"/clauses/web-unread/text/ko"_s, u"nothing is said"_s);
    row("a clause too long for the page", u"clauses/greeting/text/ko/+"_s, QString(240, u'가'),
        u"/clauses/greeting/text/ko"_s, u"fit on the page"_s);
    row("an item too long for the page", u"items/0/purpose/ko"_s, QString(320, u'가'),
        u"/clauses/mandatory-purpose/text/ko"_s, u"fit on the page"_s);
}

void ScriptTest::faultsOfPublishing()
{
    QFETCH(QString, at);
    QFETCH(QJsonValue, with);
    QFETCH(QString, path);
    QFETCH(QString, words);
    const QJsonObject shipped = shippedScript();
    const auto parsed = Script::read(bytes(changed(shipped, located(shipped, at), with)));
    QVERIFY2(parsed.script.has_value(), qPrintable(listed(parsed.faults)));
    const QString expected = u'/' + located(shipped, path.mid(1));
    const auto faults = publishFaults(*parsed.script, organisation());
    QVERIFY2(has(faults, expected, words), qPrintable(expected + u'\n' + listed(faults)));
}

void ScriptTest::everyMissingPartOfEveryItemIsNamed()
{
    const QJsonObject shipped = shippedScript();
    const QJsonArray items = shipped.value(u"items"_s).toArray();
    int checked = 0;
    for (qsizetype i = 0; i < items.size(); ++i) {
        for (const char *part : {"purpose", "data", "period", "right", "consequence", "recipient", "recipientPurpose",
                                 "recipientPeriod"}) {
            const QString key = QLatin1String(part);
            if (!items.at(i).toObject().contains(key))
                continue;
            for (const QString &language : {u"ko"_s, u"en"_s}) {
                const QString path = u"items/%1/%2/%3"_s.arg(i).arg(key, language);
                const auto spoilt = script(changed(shipped, path, QJsonValue(QJsonValue::Undefined)));
                QVERIFY(spoilt != nullptr);
                const auto faults = publishFaults(*spoilt, organisation());
                QVERIFY2(has(faults, u'/' + path, u"lacks"_s), qPrintable(path + u'\n' + listed(faults)));
                ++checked;
            }
        }
    }
    QCOMPARE(checked, 2 * (10 * 5 + 3));
}

void ScriptTest::everyPartMustBeToldBeforeItIsAsked()
{
    // Every placeholder of an item's part, taken out of the text one by one, is missed.
    const QJsonObject shipped = shippedScript();
    const QJsonArray clauses = shipped.value(u"clauses"_s).toArray();
    int checked = 0;
    for (qsizetype i = 0; i < clauses.size(); ++i) {
        const QJsonArray text = clauses.at(i).toObject().value(u"text"_s).toObject().value(u"ko"_s).toArray();
        for (qsizetype p = 0; p < text.size(); ++p) {
            const bool object = text.at(p).isObject();
            const QString say = object ? text.at(p).toObject().value(u"say"_s).toString() : text.at(p).toString();
            if (!say.contains(u"{{item."_s))
                continue;
            for (const QString &piece : say.split(u"{{item."_s).mid(1)) {
                QString without = say;
                without.remove(u"{{item."_s + piece.section(u"}}"_s, 0, 0) + u"}}"_s);
                const QString path = u"clauses/%1/text/ko/%2"_s.arg(i).arg(p) + (object ? u"/say"_s : QString());
                const auto spoilt =
                    script(changed(shipped, path, without.trimmed().isEmpty() ? u"그렇습니다."_s : without));
                QVERIFY(spoilt != nullptr);
                QVERIFY2(!publishFaults(*spoilt, organisation()).empty(), qPrintable(path + u' ' + piece));
                ++checked;
            }
        }
    }
    QVERIFY(checked > 50);
}

void ScriptTest::aResidentNumberNeedsAStatute()
{
    const QJsonObject shipped = shippedScript();
    const QString path = located(shipped, u"items/identifiers.document/identifiers"_s);
    const auto asking = script(changed(shipped, path, QJsonArray{u"residentNumber"_s}));
    QVERIFY(asking != nullptr);
    QVERIFY(has(publishFaults(*asking, organisation()), u'/' + path, u"24-2"_s));
    Organisation allowed = organisation();
    allowed.statutes.push_back({Identifier::ResidentNumber, u"보기법"_s, u"1"_s});
    QVERIFY(publishFaults(*asking, allowed).empty());
}

void ScriptTest::removingAnyClauseIsFound()
{
    const QJsonObject shipped = shippedScript();
    const qsizetype count = shipped.value(u"clauses"_s).toArray().size();
    for (qsizetype i = 0; i < count; ++i) {
        const auto parsed =
            Script::read(bytes(changed(shipped, u"clauses/%1"_s.arg(i), QJsonValue(QJsonValue::Undefined))));
        QVERIFY(!parsed.script.has_value());
    }
}

QTEST_APPLESS_MAIN(ScriptTest)
#include "scripttest.moc"

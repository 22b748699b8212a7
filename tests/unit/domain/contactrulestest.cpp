#include "domain/contactrules.h"

#include <QDateTime>
#include <QTest>

using namespace consent;
using namespace consent::domain;
using namespace Qt::StringLiterals;

namespace {

UtcTime korean(const QString &text)
{
    return fromMs(QDateTime::fromString(text + u"+09:00"_s, Qt::ISODate).toMSecsSinceEpoch());
}

const std::vector<ContactRules::Item> items{
    {u"collect"_s, ItemCategory::CollectionAndUse, true, Channel::None, false, {}},
    {u"use"_s, ItemCategory::Marketing, false, Channel::None, false, {}},
    {u"phone"_s, ItemCategory::Marketing, false, Channel::Phone, false, u"use"_s},
    {u"phone.night"_s, ItemCategory::Marketing, false, Channel::Phone, true, u"phone"_s},
    {u"sms"_s, ItemCategory::Marketing, false, Channel::Sms, false, u"use"_s},
    {u"email"_s, ItemCategory::Marketing, false, Channel::Email, false, u"use"_s},
};

/// One statement: "sms granted 2026-01-01T10:00:00", several parted by ";". "kept" sets when it was last kept.
std::vector<ContactRules::Standing> standings(const ContactRules &rules, const QString &said)
{
    std::vector<ContactRules::Standing> all(size_t(rules.slotCount()));
    for (const QString &one : said.split(u';', Qt::SkipEmptyParts)) {
        const QStringList words = one.trimmed().split(u' ');
        Q_ASSERT(words.size() == 3);
        ContactRules::Standing &standing = all[size_t(rules.slotOf(words[0]))];
        if (words[1] == u"kept") {
            standing.keptMs = toMs(korean(words[2]));
        } else {
            standing.status = *fromCode<ConsentStatus>(words[1]);
            standing.timeMs = toMs(korean(words[2]));
        }
    }
    return all;
}

} // namespace

class ContactRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRule_data();
    void everyRule();
    void expiryIsByTheDayInKorea_data();
    void expiryIsByTheDayInKorea();
    void itemsThatRequireEachOtherOpenNothing();
    void ofTwoItemsWithOneCodeTheFirstCounts();
};

void ContactRulesTest::everyRule_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<int>("channel"); // of contactChannels
    QTest::addColumn<ContactAnswer>("day");
    QTest::addColumn<ContactAnswer>("night");
    const QString base = u"use granted 2026-01-01T10:00:00;phone granted 2026-01-01T10:00:00;"
                         "sms granted 2026-01-01T10:00:00;email granted 2026-01-01T10:00:00;"_s;
    const auto row = [](const char *name, const QString &said, int channel, ContactAnswer day, ContactAnswer night) {
        QTest::newRow(name) << said << channel << day << night;
    };
    using A = ContactAnswer;
    row("nothing said", {}, 0, A::NotAsked, A::NotAsked);
    row("phone by day alone", base, 0, A::Allowed, A::Night);
    row("phone with the night", base + u"phone.night granted 2026-01-01T10:00:00"_s, 0, A::Allowed, A::Allowed);
    row("the night refused", base + u"phone.night refused 2026-01-01T10:00:00"_s, 0, A::Allowed, A::Night);
    row("text by day alone", base, 1, A::Allowed, A::Night);
    row("e-mail knows no night", base, 2, A::Allowed, A::Allowed);
    row("no item for post", base, 3, A::NotAsked, A::NotAsked);
    row("refused", u"use granted 2026-01-01T10:00:00;sms refused 2026-01-01T10:00:00"_s, 1, A::Refused, A::Refused);
    row("opted out of the item", base + u"sms optedOut 2026-02-01T10:00:00"_s, 1, A::OptedOut, A::OptedOut);
    row("opted out of another", base + u"sms optedOut 2026-02-01T10:00:00"_s, 0, A::Allowed, A::Night);
    row("what it requires withdrawn", base + u"use withdrawn 2026-02-01T10:00:00"_s, 1, A::OptedOut, A::OptedOut);
    row("the day withdrawn, the night left",
        base + u"phone.night granted 2026-01-01T10:00:00;phone withdrawn 2026-02-01T10:00:00"_s, 0, A::OptedOut,
        A::OptedOut);
    row("the whole way", base + u"channel:sms optedOut 2026-02-01T10:00:00"_s, 1, A::OptedOut, A::OptedOut);
    row("another way", base + u"channel:phone optedOut 2026-02-01T10:00:00"_s, 1, A::Allowed, A::Night);
    row("everything optional", base + u"optional:* optedOut 2026-02-01T10:00:00"_s, 2, A::OptedOut, A::OptedOut);
    row("agreed again after that",
        base.chopped(0).replace(u"2026-01"_s, u"2026-03"_s) + u"optional:* optedOut 2026-02-01T10:00:00"_s, 2,
        A::Allowed, A::Allowed);
    row("at the same moment the opt-out counts", base + u"optional:* optedOut 2026-01-01T10:00:00"_s, 2, A::OptedOut,
        A::OptedOut);
    row("opted out and never asked", u"optional:* optedOut 2026-02-01T10:00:00"_s, 3, A::OptedOut, A::OptedOut);
    row("a way opted out and never asked", u"channel:post optedOut 2026-02-01T10:00:00"_s, 3, A::OptedOut, A::OptedOut);
    row("expired", base + u"sms granted 2024-11-24T10:00:00"_s, 1, A::Expired, A::Expired);
    row("expired, and kept since", base + u"sms granted 2024-11-24T10:00:00;sms kept 2025-06-01T10:00:00"_s, 1,
        A::Allowed, A::Night);
    row("opted out after it was kept", base + u"sms optedOut 2025-07-01T10:00:00;sms kept 2025-06-01T10:00:00"_s, 1,
        A::OptedOut, A::OptedOut);
    row("the night expired", base + u"phone.night granted 2024-11-24T10:00:00"_s, 0, A::Allowed, A::Night);
    row("use for marketing does not expire", u"use granted 2020-01-01T10:00:00;sms granted 2026-01-01T10:00:00"_s, 1,
        A::Allowed, A::Night);
    row("invalidated", base + u"sms invalidated 2026-02-01T10:00:00"_s, 1, A::Refused, A::Refused);
    row("the mandatory item alone opens nothing", u"collect granted 2026-01-01T10:00:00"_s, 0, A::NotAsked,
        A::NotAsked);
}

void ContactRulesTest::everyRule()
{
    QFETCH(QString, said);
    QFETCH(int, channel);
    const ContactRules rules(items, korean(u"2026-11-24T12:00:00"_s), 24);
    const ContactRules::Verdict verdict = rules.judge(standings(rules, said), size_t(channel));
    QTEST(verdict.day, "day");
    QTEST(verdict.night, "night");
}

void ContactRulesTest::expiryIsByTheDayInKorea_data()
{
    QTest::addColumn<QString>("granted");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<ContactAnswer>("answer");
    const auto row = [](const char *name, const QString &granted, const QString &asked, ContactAnswer answer) {
        QTest::newRow(name) << granted << asked << answer;
    };
    using A = ContactAnswer;
    row("the day before", u"2024-11-24T23:59:59"_s, u"2026-11-23T23:59:59"_s, A::Allowed);
    row("the day", u"2024-11-24T23:59:59"_s, u"2026-11-24T00:00:00"_s, A::Expired);
    row("granted after midnight", u"2024-11-25T00:00:00"_s, u"2026-11-24T23:59:59"_s, A::Allowed);
    row("leap day, the day before", u"2024-02-29T12:00:00"_s, u"2026-02-27T23:59:59"_s, A::Allowed);
    row("leap day, the day", u"2024-02-29T12:00:00"_s, u"2026-02-28T00:00:00"_s, A::Expired);
    row("28 February of a leap year", u"2024-02-28T12:00:00"_s, u"2026-02-28T00:00:00"_s, A::Expired);
    row("1 March", u"2024-03-01T00:00:00"_s, u"2026-02-28T23:59:59"_s, A::Allowed);
    row("into a leap year", u"2026-02-28T12:00:00"_s, u"2028-02-27T23:59:59"_s, A::Allowed);
    row("new year", u"2025-01-01T00:00:00"_s, u"2026-12-31T23:59:59"_s, A::Allowed);
    row("new year, the day", u"2025-01-01T00:00:00"_s, u"2027-01-01T00:00:00"_s, A::Expired);
}

void ContactRulesTest::expiryIsByTheDayInKorea()
{
    QFETCH(QString, granted);
    QFETCH(QString, asked);
    const ContactRules rules(items, korean(asked), 24);
    const QString said = u"use granted %1;email granted %1"_s.arg(granted);
    QTEST(rules.judge(standings(rules, said), 2).day, "answer");
}

void ContactRulesTest::itemsThatRequireEachOtherOpenNothing()
{
    const std::vector<ContactRules::Item> circle{
        {u"a"_s, ItemCategory::Marketing, false, Channel::Email, false, u"b"_s},
        {u"b"_s, ItemCategory::Marketing, false, Channel::None, false, u"a"_s}};
    const ContactRules rules(circle, korean(u"2026-11-24T12:00:00"_s), 24);
    const QString said = u"a granted 2026-01-01T10:00:00;b granted 2026-01-01T10:00:00"_s;
    QCOMPARE(rules.judge(standings(rules, said), 2).day, ContactAnswer::Refused);
}

void ContactRulesTest::ofTwoItemsWithOneCodeTheFirstCounts()
{
    std::vector<ContactRules::Item> twice = items;
    twice.push_back({u"email"_s, ItemCategory::CollectionAndUse, true, Channel::None, false, {}});
    const ContactRules rules(twice, korean(u"2026-11-24T12:00:00"_s), 24);
    const QString said = u"use granted 2026-01-01T10:00:00;email granted 2026-01-01T10:00:00"_s;
    QCOMPARE(rules.judge(standings(rules, said), 2).day, ContactAnswer::Allowed);
    QCOMPARE(rules.slotOf(u"no such scope"_s), -1);
}

QTEST_GUILESS_MAIN(ContactRulesTest)
#include "contactrulestest.moc"

#include "contract/blockscontract.h"

#include "ledger/contactfacts.h"

#include <QTest>

using namespace consent;
using namespace consent::central;
using namespace samples;
using domain::Channel;
using domain::Decision;

namespace {

void capture(TestDesk &desk, std::vector<ledger::CapturedItem> items)
{
    desk.add({ledger::eventtypes::consentCaptured,
              desk.actor(),
              u"center"_s,
              desk.subject(),
              captured(std::move(items)).toFacts(),
              {}});
}

void end(TestDesk &desk, const QStringList &items, std::vector<Channel> channels = {}, bool allOptional = false)
{
    desk.add({ledger::eventtypes::consentOptedOut,
              desk.actor(),
              u"center"_s,
              desk.subject(),
              ended(items, std::move(channels), allOptional).toFacts(),
              {}});
}

ledger::CapturedItem sms(Decision decision)
{
    return item(u"marketing.sms"_s, decision, false, Channel::Sms);
}

ledger::CapturedItem phone(Decision decision)
{
    return item(u"marketing.phone"_s, decision, false, Channel::Phone);
}

} // namespace

void BlocksContract::init()
{
    m_fixture.reset();
    m_desks = std::make_unique<ContractDesks>(m_fixture);
    m_reader = std::make_unique<TestDesk>();
    m_desks->join(*m_reader, {u"busan"_s, {u"agent"_s}});
}

void BlocksContract::refresh(List &list, QByteArray &cursor, int limit)
{
    for (bool more = true; more;) {
        const BlockPage page = must(at(*m_reader).pullContactBlocks(cursor, limit));
        for (const BlockEntry &entry : page.entries) {
            const QByteArray prefix(reinterpret_cast<const char *>(entry.prefix.data()),
                                    static_cast<qsizetype>(entry.prefix.size()));
            if (entry.blocks())
                list[prefix] = entry;
            else
                list.erase(prefix);
        }
        cursor = page.cursor;
        more = page.more;
    }
}

BlocksContract::List BlocksContract::wholeList()
{
    List list;
    QByteArray cursor;
    refresh(list, cursor);
    return list;
}

BlockEntry BlocksContract::on(const List &list, char token)
{
    const auto found = list.find(QByteArray(BlockEntry::PrefixBytes, token));
    return found == list.end() ? BlockEntry() : found->second;
}

void BlocksContract::tellPhone(const TestDesk &desk, char token, qint64 since)
{
    if (!at(desk).putSubjectTokens({{desk.subject(), TokenKind::Phone, QByteArray(16, token), fromMs(since)}}))
        qFatal("token not taken");
}

void BlocksContract::optOutOfAChannelIsOnTheListOfEveryBranch()
{
    TestDesk desk;
    desk.enrol();
    tellPhone(desk, 'p');
    capture(desk, {sms(Decision::Granted)});
    m_desks->push(desk);
    QVERIFY(wholeList().empty());
    end(desk, {}, {Channel::Sms});
    m_desks->push(desk);
    const List list = wholeList();
    QCOMPARE(list.size(), std::size_t(1));
    QCOMPARE(on(list, 'p').channels, SmsBit);
    QVERIFY(!on(list, 'p').allOptional);
}

void BlocksContract::changesComeAfterTheCursor()
{
    TestDesk desk;
    desk.enrol();
    tellPhone(desk, 'p');
    m_desks->push(desk);
    List list;
    QByteArray cursor;
    refresh(list, cursor);
    QVERIFY(list.empty());
    end(desk, {}, {Channel::Sms});
    m_desks->push(desk);
    refresh(list, cursor);
    QCOMPARE(on(list, 'p').channels, SmsBit);
    end(desk, {}, {Channel::Phone});
    m_desks->push(desk);
    refresh(list, cursor);
    QCOMPARE(on(list, 'p').channels, SmsBit | PhoneBit);
    QVERIFY(must(at(*m_reader).pullContactBlocks(cursor, 10)).entries.empty());
}

void BlocksContract::endingAnItemBlocksItsChannel()
{
    TestDesk desk;
    desk.enrol();
    tellPhone(desk, 'p');
    capture(desk, {sms(Decision::Granted), phone(Decision::Granted)});
    end(desk, {u"marketing.phone"_s});
    m_desks->push(desk);
    QCOMPARE(on(wholeList(), 'p').channels, PhoneBit);
}

void BlocksContract::everythingOptionalBlocksEveryChannel()
{
    TestDesk desk;
    desk.enrol();
    tellPhone(desk, 'p');
    end(desk, {}, {}, true);
    m_desks->push(desk);
    QCOMPARE(on(wholeList(), 'p').channels, PhoneBit | SmsBit | EmailBit | PostBit);
    QVERIFY(on(wholeList(), 'p').allOptional);
}

void BlocksContract::endingThatWasASlipOfTheHandFreesTheNumberAgain()
{
    TestDesk desk;
    desk.enrol();
    tellPhone(desk, 'p');
    end(desk, {}, {Channel::Sms});
    end(desk, {}, {Channel::Phone});
    const EventId slip = desk.events().back().event.id;
    m_desks->push(desk);
    List list;
    QByteArray cursor;
    refresh(list, cursor);
    QCOMPARE(on(list, 'p').channels, SmsBit | PhoneBit);
    ledger::ConsentMistaken mistake;
    mistake.mistaken = slip;
    desk.add({ledger::eventtypes::consentMistaken, desk.actor(), u"center"_s, desk.subject(), mistake.toFacts(), {}});
    m_desks->push(desk);
    refresh(list, cursor);
    QCOMPARE(on(list, 'p').channels, SmsBit); // what was meant stays
}

void BlocksContract::laterGrantLiftsTheBlockOfItsChannelAlone()
{
    TestDesk desk;
    desk.enrol();
    tellPhone(desk, 'p');
    end(desk, {}, {}, true);
    m_desks->push(desk);
    List list;
    QByteArray cursor;
    refresh(list, cursor);
    capture(desk, {sms(Decision::Granted)});
    m_desks->push(desk);
    refresh(list, cursor);
    QCOMPARE(on(list, 'p').channels, PhoneBit | EmailBit | PostBit);
    QVERIFY(!on(list, 'p').allOptional);
    capture(desk, {phone(Decision::Granted), item(u"marketing.email"_s, Decision::Granted, false, Channel::Email),
                   item(u"marketing.post"_s, Decision::Granted, false, Channel::Post)});
    m_desks->push(desk);
    refresh(list, cursor); // the number is told once more, as one that blocks nothing
    QVERIFY(list.empty());
    QVERIFY(wholeList().empty());
}

void BlocksContract::earlierGrantThatArrivesLateLiftsNothing()
{
    TestDesk early;
    TestDesk late;
    early.enrol();
    const auto subject = early.subject();
    capture(early, {sms(Decision::Granted)}); // recorded first, arrives last
    for (int i = 0; i < 20; ++i)
        static_cast<void>(late.clock().now());
    late.enrol();
    late.add({ledger::eventtypes::consentOptedOut,
              late.actor(),
              u"center"_s,
              subject,
              ended({}, {Channel::Sms}).toFacts(),
              {}});
    QVERIFY(at(late).putSubjectTokens({{subject, TokenKind::Phone, QByteArray(16, 'p'), fromMs(1)}}).ok());
    m_desks->push(late);
    m_desks->push(early);
    QCOMPARE(on(wholeList(), 'p').channels, SmsBit);
}

void BlocksContract::mandatoryAndRefusedItemsBlockNothing()
{
    TestDesk desk;
    desk.enrol();
    tellPhone(desk, 'p');
    capture(desk, {item(u"service"_s, Decision::Granted, true, Channel::Phone), sms(Decision::Refused)});
    m_desks->push(desk);
    QVERIFY(wholeList().empty());
    end(desk, {}, {Channel::Phone});
    m_desks->push(desk);
    QCOMPARE(on(wholeList(), 'p').channels, PhoneBit); // the mandatory grant does not lift it
}

void BlocksContract::numberOfTwoPeopleIsBlockedWhileOneOfThemBlocksIt()
{
    TestDesk one;
    TestDesk two;
    one.enrol();
    two.enrol();
    tellPhone(one, 'p');
    tellPhone(two, 'p');
    end(one, {}, {Channel::Sms});
    end(two, {}, {Channel::Phone});
    m_desks->push(one);
    m_desks->push(two);
    QCOMPARE(on(wholeList(), 'p').channels, SmsBit | PhoneBit);
    capture(two, {phone(Decision::Granted)});
    m_desks->push(two);
    QCOMPARE(on(wholeList(), 'p').channels, SmsBit);
}

void BlocksContract::correctedNumberMovesTheBlock()
{
    TestDesk desk;
    desk.enrol();
    tellPhone(desk, 'o', 100);
    end(desk, {}, {Channel::Sms});
    m_desks->push(desk);
    List list;
    QByteArray cursor;
    refresh(list, cursor);
    QCOMPARE(on(list, 'o').channels, SmsBit);
    tellPhone(desk, 'n', 200);
    desk.add({ledger::eventtypes::subjectCorrected, desk.actor(), u"center"_s, desk.subject(), {}, {}});
    m_desks->push(desk);
    refresh(list, cursor);
    QCOMPARE(list.size(), std::size_t(1));
    QCOMPARE(on(list, 'n').channels, SmsBit);
    QCOMPARE(wholeList(), list);
}

void BlocksContract::tokenMayComeBeforeOrAfterTheEvent()
{
    TestDesk desk;
    desk.enrol();
    end(desk, {}, {Channel::Sms});
    m_desks->push(desk);
    List list;
    QByteArray cursor;
    refresh(list, cursor);
    QVERIFY(list.empty());
    tellPhone(desk, 'p');
    // Tokens go before the events of their batch: the change is seen with the batch at the latest.
    desk.addGrant(u"other"_s);
    m_desks->push(desk);
    refresh(list, cursor);
    QCOMPARE(on(list, 'p').channels, SmsBit);
}

void BlocksContract::longListComesInPagesWithoutLoss()
{
    TestDesk desk;
    desk.enrol();
    std::vector<SubjectToken> tokens;
    for (int i = 0; i < 60; ++i) {
        const auto subject = SubjectId::create();
        tokens.push_back({subject, TokenKind::Phone, QByteArray(16, char(i + 1)), fromMs(1)});
        desk.add({ledger::eventtypes::consentOptedOut,
                  desk.actor(),
                  u"center"_s,
                  subject,
                  ended({}, {Channel::Sms}).toFacts(),
                  {}});
    }
    QVERIFY(at(desk).putSubjectTokens(tokens).ok());
    const std::vector<ledger::SignedEvent> first(desk.events().begin(), desk.events().begin() + 31);
    QVERIFY(at(desk).append(desk.device(), first).ok());
    // The second half arrives while the list is being read.
    const BlockPage page = must(at(*m_reader).pullContactBlocks({}, 7));
    QCOMPARE(page.entries.size(), std::size_t(7));
    QVERIFY(page.more);
    m_desks->push(desk);
    List list;
    QByteArray cursor = page.cursor;
    for (const BlockEntry &entry : page.entries)
        list[QByteArray(BlockEntry::PrefixBytes, char(entry.prefix[0]))] = entry;
    refresh(list, cursor, 7);
    refresh(list, cursor, 7);
    QCOMPARE(list.size(), std::size_t(60));
    QCOMPARE(wholeList(), list);
}

void BlocksContract::foreignCursorsAreRefused()
{
    for (const QByteArray &cursor : {QByteArray("x"), QByteArray("all:"), QByteArray("all:AA:"), QByteArray("since:!"),
                                     QByteArray("b1:-1"), QByteArray("b1:x"), QByteArray(":::")})
        QCOMPARE(at(*m_reader).pullContactBlocks(cursor, 10).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(at(*m_reader).pullContactBlocks({}, 0).error().kind, ErrorKind::InvalidArgument);
}

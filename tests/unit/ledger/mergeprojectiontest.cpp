#include "ledger/mergeprojection.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace consent;
using namespace consent::ledger;
using namespace Qt::StringLiterals;
using domain::ConsentStatus;

/// Who is one person, and what counts for them.
class MergeProjectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOneThatIsMergedIntoStands();
    void aChainStandsUnderItsLastWhicheverLinkCameFirst();
    void ofTwoOppositeMergesTheFirstStands();
    void aCircleIsOnePersonUnderTheFirst();
    void everyOrderGivesTheSame();
    void anOptOutOfEitherCountsForBoth();
    void aLaterYesOfTheOtherDoesNotUndoIt();
    void aBlanketOptOutReachesTheOthersItems();
    void aYesAfterTheMergeCountsAgain();
    void withoutAYesOnTheOtherSideNothingMoves();
    void aMergeNeverTurnsANoIntoAYes();

private:
    UtcTime at(qint64 minute) const { return fromMs(1'790'000'000'000 + minute * 60'000); }
    Merge merge(int into, int from, qint64 minute) const
    {
        return {MergeId::create(), m_people.at(std::size_t(into)), m_people.at(std::size_t(from)), at(minute)};
    }
    ConsentStatement said(int who, const QString &scope, ConsentStatus status, qint64 minute) const
    {
        return {m_people.at(std::size_t(who)), scope, status, at(minute), m_device, ++m_seq, EventId::create(), {}};
    }
    ConsentStatus status(const std::vector<Merge> &merges, const std::vector<ConsentStatement> &all,
                         const QString &scope, ItemTraits traits = {}) const
    {
        std::map<SubjectId, std::vector<ConsentStatement>> own;
        for (const ConsentStatement &statement : all)
            own[statement.subject].push_back(statement);
        const auto folded = foldMerged(mergeGroups(merges).front(), own);
        std::vector<ConsentStatement> blankets;
        const ConsentStatement *item = nullptr;
        for (const ConsentStatement &statement : folded) {
            if (statement.scope == scope)
                item = &statement;
            else if (statement.scope.contains(u':'))
                blankets.push_back(statement);
        }
        return effectiveStatus(item, traits, blankets);
    }

    const std::vector<SubjectId> m_people = [] {
        std::vector<SubjectId> people;
        for (int i = 0; i < 6; ++i)
            people.push_back(SubjectId::create());
        return people;
    }();
    const DeviceId m_device = DeviceId::create();
    mutable qint64 m_seq = 0;
};

void MergeProjectionTest::theOneThatIsMergedIntoStands()
{
    const auto groups = mergeGroups({merge(0, 1, 5)});
    QCOMPARE(groups.size(), 1U);
    QCOMPARE(groups.front().standing, m_people[0]);
    QCOMPARE(groups.front().members, (std::vector{m_people[0], m_people[1]}));
    QVERIFY(mergeGroups({}).empty());
}

void MergeProjectionTest::aChainStandsUnderItsLastWhicheverLinkCameFirst()
{
    QCOMPARE(mergeGroups({merge(1, 0, 1), merge(2, 1, 2)}).front().standing, m_people[2]);
    QCOMPARE(mergeGroups({merge(1, 0, 2), merge(2, 1, 1)}).front().standing, m_people[2]);
    QCOMPARE(mergeGroups({merge(1, 0, 2), merge(2, 1, 1)}).front().members.size(), 3U);
}

void MergeProjectionTest::ofTwoOppositeMergesTheFirstStands()
{
    const auto groups = mergeGroups({merge(1, 0, 7), merge(0, 1, 3)});
    QCOMPARE(groups.size(), 1U);
    QCOMPARE(groups.front().standing, m_people[0]);
    QCOMPARE(groups.front().steps.size(), 1U);
}

void MergeProjectionTest::aCircleIsOnePersonUnderTheFirst()
{
    const auto groups = mergeGroups({merge(0, 1, 1), merge(1, 2, 2), merge(2, 0, 3)});
    QCOMPARE(groups.size(), 1U);
    QCOMPARE(groups.front().standing, m_people[0]);
    QCOMPARE(groups.front().members.size(), 3U);
}

void MergeProjectionTest::everyOrderGivesTheSame()
{
    const unsigned seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 200; ++round) {
        std::vector<Merge> merges;
        for (int i = 0; i < 6; ++i) {
            const int into = int(random() % 6);
            const int from = int(random() % 6);
            if (into != from)
                merges.push_back(merge(into, from, qint64(random() % 4))); // some at the same moment
        }
        const auto expected = mergeGroups(merges);
        std::map<SubjectId, std::vector<ConsentStatement>> own;
        for (int i = 0; i < 20; ++i) {
            const int who = int(random() % 6);
            own[m_people[std::size_t(who)]].push_back(
                said(who, i % 3 == 0 ? u"channel:sms"_s : u"marketing.sms"_s,
                     random() % 2 == 0 ? ConsentStatus::Granted : ConsentStatus::OptedOut, qint64(random() % 6)));
        }
        std::vector<std::vector<ConsentStatement>> folds;
        for (const MergeGroup &group : expected)
            folds.push_back(foldMerged(group, own));
        for (int shuffle = 0; shuffle < 5; ++shuffle) {
            std::shuffle(merges.begin(), merges.end(), random);
            for (auto &[who, statements] : own)
                std::shuffle(statements.begin(), statements.end(), random);
            QCOMPARE(mergeGroups(merges), expected);
            for (std::size_t i = 0; i < expected.size(); ++i)
                QCOMPARE(foldMerged(expected[i], own), folds[i]);
        }
    }
}

void MergeProjectionTest::anOptOutOfEitherCountsForBoth()
{
    const QString item = u"marketing.sms"_s;
    for (const int who : {0, 1}) {
        const std::vector all{said(who, item, ConsentStatus::OptedOut, 3),
                              said(1 - who, item, ConsentStatus::Granted, 1)};
        QCOMPARE(status({merge(0, 1, 9)}, all, item), ConsentStatus::OptedOut);
        QCOMPARE(status({merge(1, 0, 9)}, all, item), ConsentStatus::OptedOut);
    }
}

void MergeProjectionTest::aLaterYesOfTheOtherDoesNotUndoIt()
{
    const QString item = u"marketing.sms"_s;
    for (const ConsentStatus no : {ConsentStatus::OptedOut, ConsentStatus::Withdrawn, ConsentStatus::Refused})
        QCOMPARE(status({merge(0, 1, 9)}, {said(0, item, no, 1), said(1, item, ConsentStatus::Granted, 5)}, item), no);
}

void MergeProjectionTest::aBlanketOptOutReachesTheOthersItems()
{
    const ItemTraits sms{false, domain::Channel::Sms};
    QCOMPARE(status({merge(0, 1, 9)},
                    {said(0, u"channel:sms"_s, ConsentStatus::OptedOut, 1),
                     said(1, u"marketing.sms"_s, ConsentStatus::Granted, 5)},
                    u"marketing.sms"_s, sms),
             ConsentStatus::OptedOut);
    // What is mandatory ends by leaving only.
    QCOMPARE(
        status({merge(0, 1, 9)},
               {said(0, u"optional:*"_s, ConsentStatus::OptedOut, 1), said(1, u"join"_s, ConsentStatus::Granted, 5)},
               u"join"_s, {true, domain::Channel::None}),
        ConsentStatus::Granted);
}

void MergeProjectionTest::aYesAfterTheMergeCountsAgain()
{
    const QString item = u"marketing.sms"_s;
    QCOMPARE(status({merge(0, 1, 9)},
                    {said(0, item, ConsentStatus::OptedOut, 1), said(1, item, ConsentStatus::Granted, 10)}, item),
             ConsentStatus::Granted);
    // Also across a third registration that joins later and says nothing.
    QCOMPARE(status({merge(0, 1, 9), merge(0, 2, 20)},
                    {said(0, item, ConsentStatus::OptedOut, 1), said(1, item, ConsentStatus::Granted, 10)}, item),
             ConsentStatus::Granted);
}

void MergeProjectionTest::withoutAYesOnTheOtherSideNothingMoves()
{
    const std::vector all{said(0, u"channel:sms"_s, ConsentStatus::OptedOut, 1),
                          said(0, u"marketing.sms"_s, ConsentStatus::Granted, 5)};
    QCOMPARE(status({merge(0, 1, 9)}, all, u"marketing.sms"_s, {false, domain::Channel::Sms}), ConsentStatus::Granted);
}

void MergeProjectionTest::aMergeNeverTurnsANoIntoAYes()
{
    const unsigned seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const std::vector<ConsentStatus> statuses{ConsentStatus::Granted, ConsentStatus::Refused, ConsentStatus::Withdrawn,
                                              ConsentStatus::OptedOut};
    const ItemTraits sms{false, domain::Channel::Sms};
    for (int round = 0; round < 3000; ++round) {
        std::vector<ConsentStatement> all;
        for (int i = 0; i < 8; ++i) {
            const auto scope = random() % 3;
            all.push_back(said(int(random() % 2),
                               scope == 0   ? u"marketing.sms"_s
                               : scope == 1 ? u"channel:sms"_s
                                            : u"optional:*"_s,
                               scope == 0 ? statuses[random() % 4] : statuses[2 + random() % 2], qint64(random() % 9)));
        }
        const auto alone = [&](int who) {
            ConsentProjection projection;
            for (const ConsentStatement &statement : all) {
                if (statement.subject == m_people[std::size_t(who)])
                    projection.apply(statement);
            }
            std::vector<ConsentStatement> blankets;
            for (const QString &scope : {u"channel:sms"_s, u"optional:*"_s}) {
                if (const auto *found = projection.find(m_people[std::size_t(who)], scope))
                    blankets.push_back(*found);
            }
            return effectiveStatus(projection.find(m_people[std::size_t(who)], u"marketing.sms"_s), sms, blankets);
        };
        const auto isNo = [](ConsentStatus one) { return one != ConsentStatus::Granted && one != ConsentStatus::None; };
        const ConsentStatus merged = status({merge(0, 1, 20)}, all, u"marketing.sms"_s, sms);
        if (isNo(alone(0)) || isNo(alone(1)))
            QVERIFY(isNo(merged));
        else if (alone(0) == ConsentStatus::None && alone(1) == ConsentStatus::None)
            QCOMPARE(merged, ConsentStatus::None);
    }
}

QTEST_GUILESS_MAIN(MergeProjectionTest)
#include "mergeprojectiontest.moc"

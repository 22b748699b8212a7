#pragma once

#include "contract/contractdesks.h"

#include <QObject>

#include <memory>

/// What every adapter of CentralStore promises; run once for each.
class CentralStoreContract : public QObject
{
    Q_OBJECT

public:
    explicit CentralStoreContract(StoreFixture &fixture)
        : m_fixture(fixture)
    {
    }

private Q_SLOTS:
    void init();
    void cleanup() { m_desks.reset(); }

    void newEventsAreAcceptedAndKept();
    void sameBatchAgainIsAReplay();
    void overlappingBatchAddsOnlyWhatIsNew();
    void batchBeyondTheHeadIsAGapAndAddsNothing();
    void otherEventAtTheSamePlaceIsAFork();
    void otherHistoryBehindTheHeadIsAFork();
    void wrongHashOrTextIsRefusedAndAddsNothing();
    void whatIsSaidBesideTheTextGetsNowhere();
    void brokenLinkInsideABatchIsRefusedAndAddsNothing();
    void batchesInAnotherFormAreRefused();
    void devicesDoNotDisturbEachOther();
    void whatIsAcceptedIsThereForOtherConnections();
    void pullGivesEverythingOnceInOrder();
    void pullSeesDevicesThatCommitLate();
    void pullRefusesForeignCursors();
    void pulledEventsVerify();
    void goldenEventsComeOutAsTheyWentIn();
    void dataKeysAreKeptBySubject();
    void newerEpochOfADataKeyReplacesTheOlderOnly();
    void dataKeyOfAnotherSubjectIsAConflict();
    void userKeysComeBackWhole();
    void unknownUserHasNoKeys();

private:
    consent::central::CentralStore &at(const samples::TestDesk &desk) { return m_desks->at(desk); }

    StoreFixture &m_fixture;
    std::unique_ptr<ContractDesks> m_desks;
};

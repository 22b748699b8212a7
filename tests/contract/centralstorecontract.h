#pragma once

#include "central/centralstore.h"

#include <QObject>

#include <memory>

/// One store that several connections can be opened to.
class StoreFixture
{
public:
    virtual ~StoreFixture() = default;
    StoreFixture(const StoreFixture &) = delete;
    StoreFixture &operator=(const StoreFixture &) = delete;

    /// A fresh, empty store. What was opened before is gone.
    virtual void reset() = 0;
    virtual std::unique_ptr<consent::central::CentralStore> open() = 0;

protected:
    StoreFixture() = default;
};

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
    void cleanup() { m_store.reset(); }

    void newEventsAreAcceptedAndKept();
    void sameBatchAgainIsAReplay();
    void overlappingBatchAddsOnlyWhatIsNew();
    void batchBeyondTheHeadIsAGapAndAddsNothing();
    void otherEventAtTheSamePlaceIsAFork();
    void otherHistoryBehindTheHeadIsAFork();
    void wrongHashOrTextIsRefusedAndAddsNothing();
    void brokenLinkInsideABatchIsRefusedAndAddsNothing();
    void batchesInAnotherFormAreRefused();
    void devicesDoNotDisturbEachOther();
    void whatIsAcceptedIsThereForOtherConnections();
    void pullGivesEverythingOnceInOrder();
    void pullSeesDevicesThatCommitLate();
    void pullRefusesForeignCursors();
    void pulledEventsVerify();
    void dataKeysAreKeptBySubject();
    void newerEpochOfADataKeyReplacesTheOlderOnly();
    void dataKeyOfAnotherSubjectIsAConflict();
    void userKeysComeBackWhole();
    void unknownUserHasNoKeys();

private:
    StoreFixture &m_fixture;
    std::unique_ptr<consent::central::CentralStore> m_store;
};

#pragma once

#include "contract/contractdesks.h"

#include <QObject>

/// Who is let in, and what of the others' work a desk gets to see.
class SessionContract : public QObject
{
    Q_OBJECT

public:
    explicit SessionContract(StoreFixture &fixture)
        : m_fixture(fixture)
    {
    }

private Q_SLOTS:
    void init();
    void cleanup() { m_desks.reset(); }

    void helloTellsWhoAndWhere();
    void storeKeepsItsIdAcrossConnections();
    void unknownDeviceOrWrongSecretIsTold();
    void revokedDeviceIsToldAndWorksNoMore();
    void disabledUserIsToldAndWorksNoMore();
    void refusedConnectionCanGreetAgain();
    void chainOfAnotherDeviceIsNotAppendedTo();
    void rosterNamesEverybodyByLogin();
    void latestCheckpointComesWithGreetingAndPull();
    void eventsWithoutSubjectAreForEveryBranch();
    void subjectsOfAnotherBranchAreNotPulled();
    void ownEventsAreAlwaysPulled();
    void eventOfABranchLinksTheSubjectToIt();
    void untouchedSubjectsAreLeftOutAfterCacheDays();
    void pullCarriesTheDataKeysOfItsSubjects();
    void dataKeysOfAnotherBranchAreNotGiven();
    void writersAndReadersAtOnceLoseNothing();

private:
    consent::central::CentralStore &at(const samples::TestDesk &desk) { return m_desks->at(desk); }
    std::vector<consent::ledger::StoredEvent> pulled(const samples::TestDesk &desk);

    StoreFixture &m_fixture;
    std::unique_ptr<ContractDesks> m_desks;
};

#pragma once

#include "contract/contractdesks.h"

#include <QObject>

/// Finding people in two steps, logged, within a quota.
class PeopleContract : public QObject
{
    Q_OBJECT

public:
    explicit PeopleContract(StoreFixture &fixture)
        : m_fixture(fixture)
    {
    }

private Q_SLOTS:
    void init();
    void cleanup() { m_desks.reset(); }

    void personIsFoundByTokenWithEverything();
    void personIsFoundById();
    void nobodyFoundIsAnEmptyAnswer();
    void secondTokenMustFitToo();
    void limitIsKept();
    void laterTokenReplacesTheEarlierWhateverTheOrder();
    void redeemedPersonBelongsToTheBranchFromThenOn();
    void ticketIsGoodOnce();
    void ticketOfAnotherDeviceIsUnknown();
    void ticketEnds();
    void quotaRefusesAndLogs();
    void roleWithoutLookUpsIsRefusedAndLogged();
    void everyQuestionIsLogged();
    void accessLogOfADeskIsKeptOnce();
    void questionsInAnotherFormAreRefused();
    void releasedPeopleMayBeAskedForAgain();

private:
    consent::central::CentralStore &at(const samples::TestDesk &desk) { return m_desks->at(desk); }
    consent::central::Redeemed lookUp(const samples::TestDesk &desk, const consent::central::LookUp &question);
    void tellPhone(const samples::TestDesk &desk, const consent::SubjectId &subject, char token, qint64 since = 1);

    StoreFixture &m_fixture;
    std::unique_ptr<ContractDesks> m_desks;
};

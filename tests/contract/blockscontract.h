#pragma once

#include "contract/contractdesks.h"

#include <QObject>

#include <map>

/// The opt-out list of all branches, as it is pulled.
class BlocksContract : public QObject
{
    Q_OBJECT

public:
    explicit BlocksContract(StoreFixture &fixture)
        : m_fixture(fixture)
    {
    }

private Q_SLOTS:
    void init();
    void cleanup() { m_desks.reset(); }

    void optOutOfAChannelIsOnTheListOfEveryBranch();
    void changesComeAfterTheCursor();
    void endingAnItemBlocksItsChannel();
    void everythingOptionalBlocksEveryChannel();
    void endingThatWasASlipOfTheHandFreesTheNumberAgain();
    void laterGrantLiftsTheBlockOfItsChannelAlone();
    void earlierGrantThatArrivesLateLiftsNothing();
    void mandatoryAndRefusedItemsBlockNothing();
    void numberOfTwoPeopleIsBlockedWhileOneOfThemBlocksIt();
    void correctedNumberMovesTheBlock();
    void tokenMayComeBeforeOrAfterTheEvent();
    void longListComesInPagesWithoutLoss();
    void foreignCursorsAreRefused();

private:
    using List = std::map<QByteArray, consent::central::BlockEntry>;

    consent::central::CentralStore &at(const samples::TestDesk &desk) { return m_desks->at(desk); }
    /// Takes what changed into the list as a desk does.
    void refresh(List &list, QByteArray &cursor, int limit = 100);
    List wholeList();
    static consent::central::BlockEntry on(const List &list, char token);
    void tellPhone(const samples::TestDesk &desk, char token, qint64 since = 1);

    StoreFixture &m_fixture;
    std::unique_ptr<ContractDesks> m_desks;
    std::unique_ptr<samples::TestDesk> m_reader; ///< Of another branch.
};

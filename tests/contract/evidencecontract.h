#pragma once

#include "contract/contractdesks.h"

#include <QObject>

/// Evidence in pieces, and erasure.
class EvidenceContract : public QObject
{
    Q_OBJECT

public:
    explicit EvidenceContract(StoreFixture &fixture)
        : m_fixture(fixture)
    {
    }

private Q_SLOTS:
    void init();
    void cleanup() { m_desks.reset(); }

    void evidenceGoesUpAndDownInPieces();
    void uploadGoesOnWhereItWasCut();
    void pieceAgainOrOutOfTurnChangesNothing();
    void wrongHashIsFoundAtTheEndAndDropped();
    void otherTotalOrSubjectIsAConflict();
    void incompleteEvidenceIsNotGiven();
    void piecesInAnotherFormAreRefused();
    void erasureTakesKeysTokensAndEvidence();
    void erasedSubjectIsNotBroughtBack();
    void erasureIsForPrivacyOfficers();
    void erasureTellsTheNewestEpoch();
    void chainOfAnErasedSubjectStaysWhole();

private:
    consent::central::CentralStore &at(const samples::TestDesk &desk) { return m_desks->at(desk); }
    /// A person registered by a desk of a privacy officer.
    void makePerson(samples::TestDesk &desk);

    StoreFixture &m_fixture;
    std::unique_ptr<ContractDesks> m_desks;
};

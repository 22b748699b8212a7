#include "contract/evidencecontract.h"

#include <QTest>

using namespace consent;
using namespace consent::central;
using namespace samples;

namespace {

constexpr qsizetype chunk = CentralStore::EvidenceChunkBytes;

QByteArray sealedBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 2463534242U;
    for (char &byte : bytes) {
        state ^= state << 13U;
        state ^= state >> 17U;
        state ^= state << 5U;
        byte = static_cast<char>(state);
    }
    return bytes;
}

QByteArray hashOf(const QByteArray &bytes)
{
    return crypto::toByteArray(crypto::sha256(crypto::bytesOf(bytes)));
}

EvidenceState put(CentralStore &store, const SubjectId &subject, const QByteArray &bytes, qsizetype from)
{
    return must(store.putEvidenceChunk(hashOf(bytes), subject, bytes.size(), from, bytes.mid(from, chunk)));
}

} // namespace

void EvidenceContract::init()
{
    m_fixture.reset();
    m_desks = std::make_unique<ContractDesks>(m_fixture);
}

void EvidenceContract::makePerson(TestDesk &desk)
{
    m_desks->join(desk, {u"center"_s, {u"agent"_s, u"privacy_officer"_s}});
    desk.enrol();
    desk.addGrant();
    QVERIFY(at(desk).putDataKeys({desk.dataKey().wrapped}).ok());
    QVERIFY(at(desk).putSubjectTokens({{desk.subject(), TokenKind::Phone, QByteArray(16, 'p'), fromMs(1)}}).ok());
    m_desks->push(desk);
}

void EvidenceContract::evidenceGoesUpAndDownInPieces()
{
    TestDesk desk;
    makePerson(desk);
    const QByteArray bytes = sealedBytes(2 * chunk + 1234);
    QCOMPARE(must(at(desk).evidenceState(hashOf(bytes))), (EvidenceState{EvidenceStatus::Missing, 0, 0}));
    QCOMPARE(put(at(desk), desk.subject(), bytes, 0), (EvidenceState{EvidenceStatus::Partial, bytes.size(), chunk}));
    QCOMPARE(put(at(desk), desk.subject(), bytes, chunk),
             (EvidenceState{EvidenceStatus::Partial, bytes.size(), 2 * chunk}));
    const EvidenceState whole{EvidenceStatus::Complete, bytes.size(), bytes.size()};
    QCOMPARE(put(at(desk), desk.subject(), bytes, 2 * chunk), whole);
    QCOMPARE(must(at(desk).evidenceState(hashOf(bytes))), whole);
    QByteArray back;
    while (back.size() < bytes.size())
        back += must(at(desk).evidenceChunk(hashOf(bytes), back.size(), chunk));
    QCOMPARE(back, bytes);
    QCOMPARE(must(at(desk).evidenceChunk(hashOf(bytes), 5, 10)), bytes.mid(5, 10));
    QCOMPARE(must(at(desk).evidenceChunk(hashOf(bytes), chunk - 5, 10)), bytes.mid(chunk - 5, 10));
    QVERIFY(must(at(desk).evidenceChunk(hashOf(bytes), bytes.size(), 10)).isEmpty());
    const QByteArray tiny("x");
    QCOMPARE(put(at(desk), desk.subject(), tiny, 0), (EvidenceState{EvidenceStatus::Complete, 1, 1}));
}

void EvidenceContract::uploadGoesOnWhereItWasCut()
{
    TestDesk desk;
    makePerson(desk);
    const QByteArray bytes = sealedBytes(3 * chunk);
    put(at(desk), desk.subject(), bytes, 0);
    m_desks->disconnect(desk);
    EvidenceState state = must(at(desk).evidenceState(hashOf(bytes)));
    QCOMPARE(state, (EvidenceState{EvidenceStatus::Partial, bytes.size(), chunk}));
    while (state.status == EvidenceStatus::Partial)
        state = put(at(desk), desk.subject(), bytes, static_cast<qsizetype>(state.stored));
    QCOMPARE(state.status, EvidenceStatus::Complete);
}

void EvidenceContract::pieceAgainOrOutOfTurnChangesNothing()
{
    TestDesk desk;
    makePerson(desk);
    const QByteArray bytes = sealedBytes(3 * chunk + 7);
    QCOMPARE(put(at(desk), desk.subject(), bytes, chunk).stored, 0);
    const EvidenceState one{EvidenceStatus::Partial, bytes.size(), chunk};
    QCOMPARE(put(at(desk), desk.subject(), bytes, 0), one);
    QCOMPARE(put(at(desk), desk.subject(), bytes, 0), one);         // again
    QCOMPARE(put(at(desk), desk.subject(), bytes, 2 * chunk), one); // after a hole
    put(at(desk), desk.subject(), bytes, chunk);
    put(at(desk), desk.subject(), bytes, 2 * chunk);
    QCOMPARE(put(at(desk), desk.subject(), bytes, 3 * chunk).status, EvidenceStatus::Complete);
    QCOMPARE(put(at(desk), desk.subject(), bytes, 3 * chunk).status, EvidenceStatus::Complete);
    QCOMPARE(put(at(desk), desk.subject(), bytes, 0).status, EvidenceStatus::Complete);
}

void EvidenceContract::wrongHashIsFoundAtTheEndAndDropped()
{
    TestDesk desk;
    makePerson(desk);
    const QByteArray bytes = sealedBytes(chunk + 10);
    QByteArray damaged = bytes;
    damaged[3] = static_cast<char>(damaged[3] ^ 1);
    const QByteArray sha256 = hashOf(bytes);
    QVERIFY(at(desk).putEvidenceChunk(sha256, desk.subject(), bytes.size(), 0, damaged.first(chunk)).ok());
    QCOMPARE(must(at(desk).putEvidenceChunk(sha256, desk.subject(), bytes.size(), chunk, bytes.mid(chunk))).status,
             EvidenceStatus::BadHash);
    QCOMPARE(must(at(desk).evidenceState(sha256)).status, EvidenceStatus::Missing);
    put(at(desk), desk.subject(), bytes, 0);
    QCOMPARE(put(at(desk), desk.subject(), bytes, chunk).status, EvidenceStatus::Complete);
}

void EvidenceContract::otherTotalOrSubjectIsAConflict()
{
    TestDesk desk;
    makePerson(desk);
    const QByteArray bytes = sealedBytes(2 * chunk);
    const QByteArray sha256 = hashOf(bytes);
    put(at(desk), desk.subject(), bytes, 0);
    QCOMPARE(at(desk).putEvidenceChunk(sha256, desk.subject(), 3 * chunk, chunk, bytes.mid(chunk)).error().kind,
             ErrorKind::Conflict);
    const auto other = SubjectId::create();
    desk.add({ledger::eventtypes::subjectRegistered, desk.actor(), u"center"_s, other, {}, {}});
    m_desks->push(desk);
    QCOMPARE(at(desk).putEvidenceChunk(sha256, other, bytes.size(), chunk, bytes.mid(chunk)).error().kind,
             ErrorKind::Conflict);
    QCOMPARE(put(at(desk), desk.subject(), bytes, chunk).status, EvidenceStatus::Complete);
}

void EvidenceContract::incompleteEvidenceIsNotGiven()
{
    TestDesk desk;
    makePerson(desk);
    const QByteArray bytes = sealedBytes(2 * chunk);
    QCOMPARE(at(desk).evidenceChunk(hashOf(bytes), 0, chunk).error().kind, ErrorKind::NotFound);
    put(at(desk), desk.subject(), bytes, 0);
    QCOMPARE(at(desk).evidenceChunk(hashOf(bytes), 0, chunk).error().kind, ErrorKind::NotFound);
}

void EvidenceContract::piecesInAnotherFormAreRefused()
{
    TestDesk desk;
    makePerson(desk);
    const QByteArray bytes = sealedBytes(chunk + 10);
    const QByteArray sha256 = hashOf(bytes);
    const auto refused = [&](const QByteArray &hash, qint64 total, qint64 offset, const QByteArray &piece) {
        const auto answer = at(desk).putEvidenceChunk(hash, desk.subject(), total, offset, piece);
        return !answer && answer.error().kind == ErrorKind::InvalidArgument;
    };
    QVERIFY(refused(sha256.first(31), bytes.size(), 0, bytes.first(chunk)));
    QVERIFY(refused(sha256, 0, 0, {}));
    QVERIFY(refused(sha256, 2LL * 1024 * 1024 * 1024, 0, bytes.first(chunk)));
    QVERIFY(refused(sha256, bytes.size(), 1, bytes.mid(1, chunk)));
    QVERIFY(refused(sha256, bytes.size(), -chunk, bytes.first(chunk)));
    QVERIFY(refused(sha256, bytes.size(), 0, bytes.first(chunk - 1)));
    QVERIFY(refused(sha256, bytes.size(), 0, bytes));
    QVERIFY(refused(sha256, bytes.size(), chunk, bytes.mid(chunk, 9)));
    QVERIFY(refused(sha256, bytes.size(), 2 * chunk, {}));
    QCOMPARE(at(desk).evidenceChunk(sha256, 0, chunk + 1).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(at(desk).evidenceChunk(sha256, -1, 1).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(must(at(desk).evidenceState(sha256)).status, EvidenceStatus::Missing);
}

void EvidenceContract::erasureTakesKeysTokensAndEvidence()
{
    TestDesk desk;
    makePerson(desk);
    const QByteArray bytes = sealedBytes(100);
    put(at(desk), desk.subject(), bytes, 0);
    const Erased erased = must(at(desk).eraseSubject(desk.subject()));
    QCOMPARE(erased.keys, 1);
    QVERIFY(must(at(desk).dataKeys({desk.subject()})).empty());
    QCOMPARE(at(desk).evidenceChunk(hashOf(bytes), 0, 10).error().kind, ErrorKind::NotFound);
    LookUp byPhone;
    byPhone.token = QByteArray(16, 'p');
    byPhone.action = u"search"_s;
    QVERIFY(must(at(desk).redeem(must(at(desk).ask(byPhone)))).files.empty());
    QVERIFY(must(at(desk).pull({}, 100)).dataKeys.empty());
    // Again is the same erasure.
    const Erased again = must(at(desk).eraseSubject(desk.subject()));
    QCOMPARE(again.at, erased.at);
    QCOMPARE(again.keys, 0);
    QCOMPARE(again.newestEpoch, erased.newestEpoch);
}

void EvidenceContract::erasedSubjectIsNotBroughtBack()
{
    TestDesk desk;
    makePerson(desk);
    QVERIFY(at(desk).eraseSubject(desk.subject()).ok());
    QVERIFY(at(desk).putDataKeys({desk.dataKey().wrapped}).ok()); // a desk that was away
    QVERIFY(at(desk).putSubjectTokens({{desk.subject(), TokenKind::Phone, QByteArray(16, 'p'), fromMs(9)}}).ok());
    desk.addGrant();
    m_desks->push(desk); // its events are part of the chain and are taken
    QCOMPARE(put(at(desk), desk.subject(), sealedBytes(100), 0).status, EvidenceStatus::Erased);
    QVERIFY(must(at(desk).dataKeys({desk.subject()})).empty());
    LookUp byId;
    byId.subject = desk.subject();
    byId.action = u"sync"_s;
    const Redeemed redeemed = must(at(desk).redeem(must(at(desk).ask(byId))));
    for (const SubjectFile &file : redeemed.files) {
        QVERIFY(file.erased);
        QVERIFY(file.dataKeys.empty());
    }
}

void EvidenceContract::erasureIsForPrivacyOfficers()
{
    TestDesk officer;
    const TestDesk agent;
    makePerson(officer);
    m_desks->join(agent, {u"center"_s, {u"agent"_s, u"supervisor"_s, u"counter"_s}});
    QCOMPARE(at(agent).eraseSubject(officer.subject()).error().kind, ErrorKind::NotAllowed);
    QCOMPARE(must(at(officer).dataKeys({officer.subject()})).size(), std::size_t(1));
}

void EvidenceContract::erasureTellsTheNewestEpoch()
{
    TestDesk desk;
    makePerson(desk);
    desk.organisation().add(must(ledger::OrganisationKey::generate(3)));
    QVERIFY(at(desk).putDataKeys({must(desk.dataKeys().create(desk.subject())).wrapped}).ok());
    const Erased erased = must(at(desk).eraseSubject(desk.subject()));
    QCOMPARE(erased.keys, 2);
    QCOMPARE(erased.newestEpoch, 3);
}

void EvidenceContract::chainOfAnErasedSubjectStaysWhole()
{
    TestDesk desk;
    makePerson(desk);
    QVERIFY(at(desk).eraseSubject(desk.subject()).ok());
    ListSource source(must(at(desk).pull({}, 100)).events);
    ledger::ChainVerifier verifier;
    verifier.expectHead(desk.device(), desk.head());
    QVERIFY(must(verifier.run(source)).intact());
}

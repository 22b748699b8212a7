// Papers of a person: attached and read on one desk, carried sealed through the store, fetched and read on another.
#include "support/sync/twodesks.h"

#include "desk/evidence/deskevidence.h"
#include "desk/evidence/evidencedesk.h"
#include "desk/people/mergedesk.h"

#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace consent;
using namespace consent::desk;
using namespace consent::test;
using namespace Qt::StringLiterals;
using domain::EvidenceKind;

namespace types = ledger::eventtypes;

namespace {

const QByteArray plainMark("mandate of a fictitious person");

/// Longer than one chunk of the store, so that carrying it takes several steps.
QByteArray paper()
{
    QByteArray noise(600'000, Qt::Uninitialized);
    QRandomGenerator random(20261124);
    random.fillRange(reinterpret_cast<quint32 *>(noise.data()), noise.size() / 4);
    return "%PDF-1.7\n" + plainMark + noise + "\n%%EOF\n";
}

} // namespace

class EvidenceDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aPaperIsReadAsItWasAttachedAndTheReadingIsLogged();
    void nothingOfItIsOnTheDiskInTheClear();
    void whatIsNoPaperOrNobodysIsRefused_data();
    void whatIsNoPaperOrNobodysIsRefused();
    void papersAreFoundByPersonAndByWhatTheyBelongTo();
    void papersOfBothRegistrationsAreOnePersons();
    void anotherDeskFetchesAndReadsIt();
    void fetchingGoesOnWhereItWasCut();
    void spoiledBytesAreFoundAndFetchedAnew();
    void aSealedFileThatWasAlteredIsNotShown();
    void whatTheStoreDoesNotGiveIsSaidAndAskedForAgain();
    void theStoreGetsItAfterTheEventThatNamesIt();
    void whatNobodyUsedLeavesThisPcAndComesBack();
    void aPaperThatACrashCutShortLeavesNothing();

private:
    struct Desk
    {
        explicit Desk(SimDesk &desk)
            : sim(desk)
            , evidence(desk.core(), nullptr)
            , carried(desk.core())
        {
        }
        SimDesk &sim;
        EvidenceDesk evidence;
        DeskEvidence carried;
    };

    EvidenceView attach(Desk &desk, const ledger::EvidenceSubject &about = {})
    {
        const auto view =
            desk.evidence.attach({m_person, EvidenceKind::Mandate, paper(), u"위임장.pdf"_s, about}).result();
        if (!view)
            qFatal("%s", qPrintable(view.error().detail));
        m_desks->advance(std::chrono::minutes(1));
        return *view;
    }
    /// Lets a desk exchange everything, evidence too. @param steps at most
    static int carry(Desk &desk, int steps = 500)
    {
        sync::SyncParts parts = desk.sim.parts();
        parts.evidence = &desk.carried;
        sync::SyncRound round(parts, desk.sim.clock(), 100, {});
        round.look({true, true});
        int done = 0;
        while (done < steps) {
            const auto step = round.step();
            if (!step)
                qFatal("%s", qPrintable(step.error().detail));
            ++done;
            if (*step == sync::SyncRound::Step::Idle)
                break;
        }
        return done;
    }
    static cache::EvidenceState stateOf(Desk &desk, const EvidenceView &view)
    {
        const QByteArray address = QByteArray::fromHex(view.sha256.toLatin1());
        const auto file =
            desk.sim.core().read([&](OpenDesk &open) { return open.cache->evidenceFiles().find(address); }).result();
        if (!file || !*file)
            qFatal("no such file");
        return (*file)->state;
    }
    static QString fileOf(Desk &desk, const EvidenceView &view)
    {
        QDirIterator files(EvidenceDesk::folderOf(desk.sim.core().profile().folder()), QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.contains(view.sha256))
                return path;
        }
        return {};
    }
    static qint64 logged(Desk &desk, const QString &action)
    {
        const auto count =
            desk.sim.core()
                .read([&](OpenDesk &open) {
                    return open.cache->connection().number(u"SELECT count(*) FROM access_log WHERE action=?"_s, action);
                })
                .result();
        return count ? *count : -1;
    }

    std::unique_ptr<TwoDesks> m_desks;
    std::unique_ptr<Desk> m_here;
    std::unique_ptr<Desk> m_there;
    SubjectId m_person;
};

void EvidenceDeskTest::init()
{
    m_desks = std::make_unique<TwoDesks>();
    m_here = std::make_unique<Desk>(m_desks->one());
    m_there = std::make_unique<Desk>(m_desks->other());
    m_person = m_desks->registered(m_desks->one(), u"김하나"_s, u"01000004321"_s, u"1985-05-05"_s);
}

void EvidenceDeskTest::cleanup()
{
    m_here.reset();
    m_there.reset();
    m_desks.reset();
}

void EvidenceDeskTest::aPaperIsReadAsItWasAttachedAndTheReadingIsLogged()
{
    const EvidenceView view = attach(*m_here);
    QCOMPARE(view.kind, EvidenceKind::Mandate);
    QCOMPARE(view.place, EvidencePlace::Here);
    QCOMPARE(view.sha256.size(), 64);
    QVERIFY(!view.interrupted);
    QCOMPARE(logged(*m_here, u"view.evidence"_s), qint64(0));
    const auto content = m_here->evidence.read(view.sha256).result();
    QVERIFY2(content.ok(), content.ok() ? "" : qPrintable(content.error().detail));
    QCOMPARE(content->bytes, paper());
    QCOMPARE(content->fileName, u"위임장.pdf"_s);
    QCOMPARE(content->mediaType, domain::EvidenceMedia::Pdf);
    QCOMPARE(logged(*m_here, u"view.evidence"_s), qint64(1));
    QCOMPARE(m_here->evidence.read(QString(64, u'a')).result().error().kind, ErrorKind::NotFound);
    QCOMPARE(logged(*m_here, u"view.evidence"_s), qint64(1));
}

void EvidenceDeskTest::nothingOfItIsOnTheDiskInTheClear()
{
    attach(*m_here);
    // The cache of a simulated desk is not sealed: its evidence is by itself.
    QDirIterator files(EvidenceDesk::folderOf(m_here->sim.core().profile().folder()), QDir::Files,
                       QDirIterator::Subdirectories);
    int seen = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains(plainMark));
        QVERIFY(!bytes.contains("%PDF"));
        QVERIFY(!file.fileName().contains(u"위임장"_s));
        ++seen;
    }
    QCOMPARE(seen, 1);
}

void EvidenceDeskTest::whatIsNoPaperOrNobodysIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("known");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("a program") << QByteArray("MZ\x90 this is no paper") << true << ErrorKind::InvalidArgument;
    QTest::newRow("nothing") << QByteArray() << true << ErrorKind::InvalidArgument;
    QTest::newRow("cut off") << paper().left(1000) << true << ErrorKind::InvalidArgument;
    QTest::newRow("too large") << QByteArray(paper() + QByteArray(domain::AttachmentLimits::bytes, ' ')) << true
                               << ErrorKind::InvalidArgument;
    QTest::newRow("of somebody who is not here") << paper() << false << ErrorKind::NotFound;
}

void EvidenceDeskTest::whatIsNoPaperOrNobodysIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, known);
    const auto refused =
        m_here->evidence.attach({known ? m_person : SubjectId::create(), EvidenceKind::Form, bytes, {}, {}}).result();
    QVERIFY(!refused.ok());
    QTEST(refused.error().kind, "kind");
    QVERIFY(!refused.error().message.isEmpty());
    QVERIFY(m_here->evidence.list(m_person).result()->empty());
    QVERIFY(!QDirIterator(EvidenceDesk::folderOf(m_here->sim.core().profile().folder()), QDir::Files).hasNext());
}

void EvidenceDeskTest::papersAreFoundByPersonAndByWhatTheyBelongTo()
{
    const RequestId request = RequestId::create();
    const EvidenceView mandate = attach(*m_here, request);
    const EvidenceView other = attach(*m_here);
    QVERIFY(mandate.sha256 != other.sha256); // the same paper, sealed anew
    const auto all = m_here->evidence.list(m_person).result();
    QCOMPARE(all->size(), std::size_t(2));
    QCOMPARE(all->front().sha256, mandate.sha256); // the oldest first
    const auto about = m_here->evidence.about(request).result();
    QCOMPARE(about->size(), std::size_t(1));
    QCOMPARE(about->front().sha256, mandate.sha256);
    QVERIFY(m_here->evidence.about(RequestId::create()).result()->empty());
}

void EvidenceDeskTest::papersOfBothRegistrationsAreOnePersons()
{
    const EvidenceView view = attach(*m_here);
    const SubjectId again = m_desks->registered(m_desks->one(), u"김하나"_s, u"01000004321"_s, u"1985-05-05"_s);
    QVERIFY(m_here->evidence.list(again).result()->empty());
    QVERIFY(MergeDesk(m_desks->one().core(), nullptr).merge(again, m_person).result().ok());
    const auto all = m_here->evidence.list(again).result();
    QCOMPARE(all->size(), std::size_t(1));
    QCOMPARE(all->front().sha256, view.sha256);
    QCOMPARE(m_here->evidence.read(view.sha256).result()->bytes, paper());
}

void EvidenceDeskTest::anotherDeskFetchesAndReadsIt()
{
    const EvidenceView view = attach(*m_here);
    carry(*m_here);
    QCOMPARE(stateOf(*m_here, view), cache::EvidenceState::Uploaded);
    carry(*m_there);
    const auto known = m_there->evidence.list(m_person).result();
    QCOMPARE(known->size(), std::size_t(1));
    QCOMPARE(known->front().place, EvidencePlace::Centre); // known, and not carried about without need
    QVERIFY(fileOf(*m_there, view).isEmpty());

    QSignalSpy wanted(&m_there->evidence, &EvidenceDesk::wanted);
    const auto notYet = m_there->evidence.read(view.sha256).result();
    QCOMPARE(notYet.error().kind, ErrorKind::NotFound);
    QVERIFY(!notYet.error().message.isEmpty());
    QTRY_COMPARE(wanted.count(), 1);
    QCOMPARE(logged(*m_there, u"view.evidence"_s), qint64(0)); // nobody saw anything
    QCOMPARE(m_there->evidence.list(m_person).result()->front().place, EvidencePlace::Fetching);
    carry(*m_there);
    const auto content = m_there->evidence.read(view.sha256).result();
    QVERIFY2(content.ok(), content.ok() ? "" : qPrintable(content.error().detail));
    QCOMPARE(content->bytes, paper());
    QCOMPARE(content->fileName, u"위임장.pdf"_s);
    QCOMPARE(logged(*m_there, u"view.evidence"_s), qint64(1));
}

void EvidenceDeskTest::fetchingGoesOnWhereItWasCut()
{
    const EvidenceView view = attach(*m_here);
    carry(*m_here);
    carry(*m_there);
    const QByteArray address = QByteArray::fromHex(view.sha256.toLatin1());
    QVERIFY(!m_there->evidence.read(view.sha256).result().ok());
    for (int steps = 1; steps < 40 && *m_there->carried.received(address) == 0; ++steps)
        carry(*m_there, steps); // the line is cut after so many
    const qint64 first = *m_there->carried.received(address);
    QVERIFY(first > 0 && first < view.bytes);
    m_there.reset(); // out of power
    m_desks->other().restart();
    m_there = std::make_unique<Desk>(m_desks->other());
    QCOMPARE(*m_there->carried.received(address), first);
    carry(*m_there);
    QCOMPARE(m_there->evidence.read(view.sha256).result()->bytes, paper());
}

void EvidenceDeskTest::spoiledBytesAreFoundAndFetchedAnew()
{
    const EvidenceView view = attach(*m_here);
    carry(*m_here);
    carry(*m_there);
    const QByteArray address = QByteArray::fromHex(view.sha256.toLatin1());
    QVERIFY(!m_there->evidence.read(view.sha256).result().ok());
    QByteArray sealed = *m_here->carried.read(address, 0, view.bytes);
    QCOMPARE(sealed.size(), view.bytes);
    sealed[sealed.size() / 2] = static_cast<char>(sealed.at(sealed.size() / 2) ^ 1);
    QVERIFY(m_there->carried.write(address, 0, sealed).ok());
    QCOMPARE(m_there->carried.fetched(address).error().kind, ErrorKind::Damaged);
    QVERIFY(!m_there->evidence.read(view.sha256).result().ok());
    carry(*m_there);
    QCOMPARE(m_there->evidence.read(view.sha256).result()->bytes, paper());
}

void EvidenceDeskTest::aSealedFileThatWasAlteredIsNotShown()
{
    const EvidenceView view = attach(*m_here);
    QFile file(fileOf(*m_here, view));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() / 2));
    char byte = 0;
    QVERIFY(file.getChar(&byte));
    QVERIFY(file.seek(file.size() / 2));
    QVERIFY(file.putChar(static_cast<char>(byte ^ 1)));
    file.close();
    const auto refused = m_here->evidence.read(view.sha256).result();
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::Damaged);
    QCOMPARE(logged(*m_here, u"view.evidence"_s), qint64(0));
}

void EvidenceDeskTest::whatTheStoreDoesNotGiveIsSaidAndAskedForAgain()
{
    const EvidenceView view = attach(*m_here);
    m_desks->exchange(); // the event without its bytes
    QVERIFY(!m_there->evidence.read(view.sha256).result().ok());
    const QByteArray address = QByteArray::fromHex(view.sha256.toLatin1());
    QVERIFY(m_there->carried.failed(address, Error{ErrorKind::NotFound, u"none"_s, u"not there"_s}).ok());
    QCOMPARE(m_there->evidence.list(m_person).result()->front().place, EvidencePlace::Nowhere);
    QVERIFY(!m_there->carried.nextToFetch()->has_value()); // nobody is asked again and again
    carry(*m_here);
    QVERIFY(!m_there->evidence.read(view.sha256).result().ok()); // somebody asks again
    carry(*m_there);
    QCOMPARE(m_there->evidence.read(view.sha256).result()->bytes, paper());
}

void EvidenceDeskTest::theStoreGetsItAfterTheEventThatNamesIt()
{
    const EvidenceView view = attach(*m_here);
    QVERIFY(!m_here->carried.nextToSend()->has_value()); // the store could not know whose it is
    m_desks->exchange();
    const auto next = m_here->carried.nextToSend();
    QVERIFY(next.ok() && next->has_value());
    QCOMPARE((*next)->sha256.toHex(), view.sha256.toLatin1());
    QCOMPARE((*next)->subject, m_person);
    QCOMPARE((*next)->total, view.bytes);
    // What the store refuses is left out, and still read here.
    QVERIFY(m_here->carried.failed((*next)->sha256, Error{ErrorKind::NotAllowed, u"no"_s, u"refused"_s}).ok());
    QVERIFY(!m_here->carried.nextToSend()->has_value());
    QCOMPARE(stateOf(*m_here, view), cache::EvidenceState::Refused);
    QCOMPARE(m_here->evidence.read(view.sha256).result()->bytes, paper());
}

void EvidenceDeskTest::whatNobodyUsedLeavesThisPcAndComesBack()
{
    const EvidenceView kept = attach(*m_here);
    carry(*m_here);
    const EvidenceView unsent = attach(*m_here);
    m_desks->advance(std::chrono::hours(24 * (m_here->sim.core().organisation().cacheDays + 1)));
    QVERIFY(m_here->evidence.tidy().result().ok());
    QCOMPARE(stateOf(*m_here, kept), cache::EvidenceState::Evicted);
    QVERIFY(fileOf(*m_here, kept).isEmpty());
    QCOMPARE(m_here->evidence.list(m_person).result()->front().place, EvidencePlace::Centre);
    QCOMPARE(stateOf(*m_here, unsent), cache::EvidenceState::Local); // the only copy never goes
    QVERIFY(!fileOf(*m_here, unsent).isEmpty());
    QVERIFY(!m_here->evidence.read(kept.sha256).result().ok());
    carry(*m_here);
    QCOMPARE(m_here->evidence.read(kept.sha256).result()->bytes, paper());
}

void EvidenceDeskTest::aPaperThatACrashCutShortLeavesNothing()
{
    // As it stands when the power goes between the two transactions of attach(), with some of the file written.
    const auto begun =
        m_here->sim.core()
            .write([this](OpenDesk &open, EventRecorder &recorder) -> Result<void> {
                static evidence::RealDisk disk(EvidenceDesk::folderOf(m_here->sim.core().profile().folder()));
                const auto key = recorder.dataKeyOf(m_person);
                if (!key)
                    return key.error();
                evidence::EvidenceStore store(*open.cache, disk, m_here->sim.clock());
                const auto header = store.announce(*key, false, {});
                if (!header)
                    return header.error();
                auto file = store.start(*header, *key);
                if (!file)
                    return file.error();
                if (auto written = file->append(paper()); !written)
                    return written;
                return file->flush();
            })
            .result();
    QVERIFY2(begun.ok(), begun.ok() ? "" : qPrintable(begun.error().detail));
    QDirIterator before(EvidenceDesk::folderOf(m_here->sim.core().profile().folder()), QDir::Files);
    QVERIFY(before.hasNext());
    m_here.reset();
    m_desks->one().restart();
    m_here = std::make_unique<Desk>(m_desks->one());
    QVERIFY(m_here->evidence.tidy().result().ok());
    QDirIterator after(EvidenceDesk::folderOf(m_here->sim.core().profile().folder()), QDir::Files);
    QVERIFY(!after.hasNext());
    QVERIFY(m_here->evidence.list(m_person).result()->empty());
    attach(*m_here); // and another try is as good as the first
    QCOMPARE(m_here->evidence.list(m_person).result()->size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(EvidenceDeskTest)
#include "evidencedesktest.moc"

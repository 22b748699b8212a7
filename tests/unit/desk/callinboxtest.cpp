#include "desk/calls/callinbox.h"

#include "desk/calls/callhandover.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace consent;
using namespace consent::desk;
using namespace std::chrono_literals;

namespace {

domain::CallRequest callFrom(const char *number, const QString &id = {})
{
    domain::CallRequest request;
    request.from = domain::PhoneNumber::parse(QString::fromLatin1(number)).value();
    request.id = id;
    return request;
}

/// The telephone system.
class Peer
{
public:
    explicit Peer(const QString &address)
    {
        m_socket.connectToServer(address);
        m_connected = m_socket.waitForConnected(5000);
    }

    bool isConnected() const { return m_connected && m_socket.state() == QLocalSocket::ConnectedState; }
    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    /// The next answer; empty when none comes.
    QJsonObject answer()
    {
        if (!QTest::qWaitFor([this] { return m_socket.canReadLine(); }, 5000))
            return {};
        return QJsonDocument::fromJson(m_socket.readLine()).object();
    }
    bool isClosed()
    {
        return QTest::qWaitFor([this] { return m_socket.state() == QLocalSocket::UnconnectedState; }, 5000);
    }

private:
    QLocalSocket m_socket;
    bool m_connected = false;
};

bool isOk(const QJsonObject &answer)
{
    return answer == QJsonObject{{QStringLiteral("ok"), true}};
}

bool isRefusal(const QJsonObject &answer)
{
    return answer.value(QStringLiteral("ok")) == QJsonValue(false) &&
           !answer.value(QStringLiteral("error")).toString().isEmpty();
}

} // namespace

/// Real sockets throughout. The same program, started with "hold ADDRESS", plays the desktop that runs already.
class CallInboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_address = m_folder->filePath(QStringLiteral("inbox"));
    }

    void aCallReachesTheDesktopAndIsAnswered()
    {
        CallInbox inbox(m_address);
        QVERIFY(inbox.start({}).ok());
        QSignalSpy called(&inbox, &CallInbox::called);
        QSignalSpy shown(&inbox, &CallInbox::showRequested);

        Peer peer(m_address);
        peer.send("{\"from\":\"010-0000-1234\",\"id\":\"line-7\"}\n");

        QVERIFY(isOk(peer.answer()));
        QCOMPARE(called.size(), 1);
        QCOMPARE(shown.size(), 1);
        const auto request = called.first().first().value<domain::CallRequest>();
        QCOMPARE(request.from->digits(), QStringLiteral("01000001234"));
        QCOMPARE(request.id, QStringLiteral("line-7"));
    }

    void onlyTheOwnerMayOpenTheSocket()
    {
        CallInbox inbox(m_address);
        QVERIFY(inbox.start({}).ok());
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(m_address) & others));
    }

    void severalLinesInOnePieceAndOneLineInSeveralPiecesAreTheSame()
    {
        CallInbox inbox(m_address);
        QVERIFY(inbox.start({}).ok());
        QSignalSpy called(&inbox, &CallInbox::called);

        Peer peer(m_address);
        peer.send("{\"from\":\"01000000001\"}\n\r\n{\"from\":\"01000000002\"}\r\n{\"fr");
        QVERIFY(isOk(peer.answer()));
        QVERIFY(isOk(peer.answer()));
        peer.send("om\":\"01000000003\"}");
        peer.send("\n");
        QVERIFY(isOk(peer.answer()));
        QCOMPARE(called.size(), 3);
    }

    void garbageIsRefusedInASentenceAndTheNextLineStillCounts_data()
    {
        QTest::addColumn<QByteArray>("garbage");
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("an array") << QByteArray("[1,2]");
        QTest::newRow("bytes that are no text") << QByteArray("\xff\xfe\x80\x00\x01", 5);
        QTest::newRow("a number that is none") << QByteArray("{\"from\":\"abc\"}");
        QTest::newRow("the wrong type") << QByteArray("{\"from\":1012345678}");
        QTest::newRow("show that isn't true") << QByteArray("{\"show\":false}");
        QTest::newRow("deep nesting") << QByteArray("{\"from\":") + QByteArray(2000, '[') + QByteArray(2000, ']') + '}';
    }

    void garbageIsRefusedInASentenceAndTheNextLineStillCounts()
    {
        QFETCH(QByteArray, garbage);
        CallInbox inbox(m_address);
        QVERIFY(inbox.start({}).ok());
        QSignalSpy called(&inbox, &CallInbox::called);

        Peer peer(m_address);
        peer.send(garbage + '\n');
        QVERIFY(isRefusal(peer.answer()));
        QCOMPARE(called.size(), 0);
        peer.send("{\"from\":\"01000001234\"}\n");
        QVERIFY(isOk(peer.answer()));
        QCOMPARE(called.size(), 1);
    }

    void aLineOfTheLongestLengthIsReadAndOneByteMoreClosesTheConnection()
    {
        CallInbox inbox(m_address);
        QVERIFY(inbox.start({}).ok());
        QSignalSpy called(&inbox, &CallInbox::called);

        const QByteArray start = "{\"from\":\"01000001234\"";
        const QByteArray longest = start + QByteArray(domain::CallRequest::maxLineBytes - start.size() - 1, ' ') + '}';
        Peer fits(m_address);
        fits.send(longest + '\n');
        QVERIFY(isOk(fits.answer()));

        Peer tooLong(m_address);
        tooLong.send(' ' + longest + '\n');
        QVERIFY(isRefusal(tooLong.answer()));
        QVERIFY(tooLong.isClosed());
        QCOMPARE(called.size(), 1);
    }

    void anEndlessLineIsCutOffWithoutGatheringIt()
    {
        CallInbox inbox(m_address);
        QVERIFY(inbox.start({}).ok());
        Peer peer(m_address);
        peer.send(QByteArray(10 * 1024 * 1024, 'x'));
        QVERIFY(peer.isClosed());
        Peer next(m_address);
        next.send("{\"show\":true}\n");
        QVERIFY(isOk(next.answer()));
    }

    void aSlowLineIsRefusedButASilentConnectionIsKept()
    {
        CallInbox inbox(m_address, {.lineTime = 150ms});
        QVERIFY(inbox.start({}).ok());

        Peer silent(m_address);
        Peer slow(m_address);
        slow.send("{\"from\":");
        QVERIFY(isRefusal(slow.answer()));
        QVERIFY(slow.isClosed());

        QVERIFY(silent.isConnected());
        silent.send("{\"from\":\"01000001234\"}\n");
        QVERIFY(isOk(silent.answer()));
    }

    void aSlowPeerDoesNotHoldUpAnother()
    {
        CallInbox inbox(m_address);
        QVERIFY(inbox.start({}).ok());
        Peer slow(m_address);
        slow.send("{\"from\":");
        Peer quick(m_address);
        quick.send("{\"from\":\"01000000002\"}\n");
        QVERIFY(isOk(quick.answer()));
        slow.send("\"01000000001\"}\n");
        QVERIFY(isOk(slow.answer()));
    }

    void aPeerThatReadsNoAnswersIsCutOff()
    {
        CallInbox inbox(m_address, {.unreadAnswerBytes = 4096});
        QVERIFY(inbox.start({}).ok());
        QLocalSocket deaf;
        deaf.setReadBufferSize(1); // so that the answers pile up on the other side
        deaf.connectToServer(m_address);
        QVERIFY(deaf.waitForConnected());
        const QByteArray lines = QByteArray("{}\n").repeated(20000);
        deaf.write(lines);
        QTRY_COMPARE_WITH_TIMEOUT(deaf.state(), QLocalSocket::UnconnectedState, 20000);

        Peer next(m_address);
        next.send("{\"show\":true}\n");
        QVERIFY(isOk(next.answer()));
    }

    void theConnectionSilentLongestMakesRoom()
    {
        CallInbox inbox(m_address, {.connections = 2});
        QVERIFY(inbox.start({}).ok());
        Peer first(m_address);
        first.send("{\"show\":true}\n");
        QVERIFY(isOk(first.answer()));
        Peer second(m_address);
        second.send("{\"show\":true}\n");
        QVERIFY(isOk(second.answer()));
        first.send("{\"show\":true}\n"); // now the second is the silent one
        QVERIFY(isOk(first.answer()));

        Peer third(m_address);
        third.send("{\"show\":true}\n");
        QVERIFY(isOk(third.answer()));
        QVERIFY(isRefusal(second.answer()));
        QVERIFY(second.isClosed());
        QVERIFY(first.isConnected());
    }

    void aPeerThatLeavesInTheMiddleOfALineLeavesNothing()
    {
        CallInbox inbox(m_address);
        QVERIFY(inbox.start({}).ok());
        QSignalSpy called(&inbox, &CallInbox::called);
        {
            Peer peer(m_address);
            peer.send("{\"from\":\"01000001234\"}");
        }
        Peer next(m_address); // accepted after the first
        next.send("{\"show\":true}\n");
        QVERIFY(isOk(next.answer()));
        QTRY_COMPARE(inbox.findChildren<InboxConnection *>().size(), 1);
        QCOMPARE(called.size(), 0);
    }

    void aSecondStartHandsItsCallOver()
    {
        CallInbox first(m_address);
        const auto start = first.start({});
        QVERIFY(start.ok());
        QVERIFY(*start == CallInbox::Start::First);
        QSignalSpy called(&first, &CallInbox::called);

        QVERIFY(startAgain(callFrom("01000001234", QStringLiteral("a"))) == CallInbox::Start::HandedOver);
        QCOMPARE(called.size(), 1);
        QCOMPARE(called.first().first().value<domain::CallRequest>().from->digits(), QStringLiteral("01000001234"));
    }

    void aSecondStartWithoutACallShowsTheWindow()
    {
        CallInbox first(m_address);
        QVERIFY(first.start({}).ok());
        QSignalSpy called(&first, &CallInbox::called);
        QSignalSpy shown(&first, &CallInbox::showRequested);
        QVERIFY(startAgain({}) == CallInbox::Start::HandedOver);
        QCOMPARE(shown.size(), 1);
        QCOMPARE(called.size(), 0);
    }

    void aWithheldNumberIsHandedOverToo()
    {
        CallInbox first(m_address);
        QVERIFY(first.start({}).ok());
        QSignalSpy called(&first, &CallInbox::called);
        domain::CallRequest withheld;
        withheld.id = QStringLiteral("line-3");
        QVERIFY(startAgain(withheld) == CallInbox::Start::HandedOver);
        QCOMPARE(called.size(), 1);
        QVERIFY(!called.first().first().value<domain::CallRequest>().from);
    }

    void aDesktopThatDoesNotAnswerIsReportedInTime()
    {
        CallInbox busy(m_address);
        QVERIFY(busy.start({}).ok()); // and then its event loop never turns
        QElapsedTimer timer;
        timer.start();
        CallInbox second(m_address);
        const auto outcome = second.start({}, 300ms);
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().kind, ErrorKind::Unavailable);
        QVERIFY(!outcome.error().message.isEmpty());
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }

    void whatAKilledDesktopLeftBehindDoesNotHinder()
    {
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("hold"), m_address});
        QVERIFY(other.waitForReadyRead(10000));
        QCOMPARE(other.readLine().trimmed(), QByteArray("listening"));

        CallInbox second(m_address);
        const auto handed = second.start({});
        QVERIFY(handed.ok());
        QVERIFY(*handed == CallInbox::Start::HandedOver);

        other.kill(); // SIGKILL: its socket and its lock stay on the disk
        QVERIFY(other.waitForFinished(10000));
        QVERIFY(QFile::exists(m_address));
        QVERIFY(QFile::exists(m_address + QStringLiteral(".lock")));

        CallInbox third(m_address);
        const auto start = third.start({});
        QVERIFY2(start.ok(), start.ok() ? "" : qPrintable(start.error().message));
        QVERIFY(*start == CallInbox::Start::First);
        Peer peer(m_address);
        peer.send("{\"show\":true}\n");
        QVERIFY(isOk(peer.answer()));
    }

    void ofTwoThatStartAtOnceExactlyOneIsFirst()
    {
        for (int round = 0; round < 5; ++round) {
            const QString address = m_folder->filePath(QStringLiteral("race%1").arg(round));
            std::vector<std::unique_ptr<QProcess>> starts;
            for (int i = 0; i < 4; ++i) {
                starts.push_back(std::make_unique<QProcess>());
                starts.back()->start(QCoreApplication::applicationFilePath(), {QStringLiteral("hold"), address});
            }
            int first = 0;
            int handedOver = 0;
            for (const auto &start : starts) {
                QVERIFY(start->waitForReadyRead(20000));
                const QByteArray word = start->readLine().trimmed();
                first += word == "listening";
                handedOver += word == "handed over";
            }
            QCOMPARE(first, 1);
            QCOMPARE(handedOver, 3);
            for (const auto &start : starts) {
                start->kill();
                start->waitForFinished(10000);
            }
        }
    }

    void noPlaceForTheSocketIsSaidAndNothingElseHappens()
    {
        CallInbox inbox(m_folder->filePath(QStringLiteral("no/such/folder/inbox")));
        const auto outcome = inbox.start({});
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().kind, ErrorKind::Io);
        CallInbox nowhere{QString()};
        QVERIFY(!nowhere.start({}).ok());
    }

    void handingOverToNobodySaysSo()
    {
        const auto outcome = handOver(m_address, {}, 500ms);
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().kind, ErrorKind::NotFound);
    }

    void theDefaultAddressFitsIntoASocketAddress()
    {
        const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
        QTemporaryDir deep(m_folder->filePath(QString(120, QLatin1Char('d')) + QStringLiteral("XXXXXX")));
        QVERIFY(deep.isValid());
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(deep.path()));
        const QString address = CallInbox::defaultAddress();
        qputenv("XDG_RUNTIME_DIR", runtime);
        QVERIFY(!address.isEmpty());
        QVERIFY(QFile::encodeName(address).size() < 100);
        QVERIFY(!address.startsWith(deep.path()));
    }

private:
    /// Another start of the program, in a thread of its own because it waits for the answer.
    CallInbox::Start startAgain(const std::optional<domain::CallRequest> &request)
    {
        std::optional<Result<CallInbox::Start>> outcome;
        std::atomic_bool done = false;
        std::thread other([&] {
            CallInbox second(m_address);
            outcome.emplace(second.start(request));
            done = true;
        });
        const bool inTime = QTest::qWaitFor([&done] { return done.load(); }, 10000);
        other.join();
        return inTime && outcome->ok() ? **outcome : CallInbox::Start::First;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_address;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == QStringLiteral("hold")) {
        CallInbox inbox(arguments.at(2));
        const auto start = inbox.start({}, 20s);
        std::puts(!start.ok() ? "failed" : *start == CallInbox::Start::First ? "listening" : "handed over");
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    CallInboxTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "callinboxtest.moc"

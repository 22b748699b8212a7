#include "cli/passwordsource.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <pty.h>
#include <termios.h>
#include <thread>
#include <unistd.h>

using namespace consent;
using namespace consent::cli;

namespace {

/// A pipe that holds the bytes and is closed behind them.
class Pipe
{
public:
    explicit Pipe(const QByteArray &bytes)
    {
        if (::pipe(m_ends.data()) == 0) {
            m_written = ::write(m_ends[1], bytes.constData(), static_cast<std::size_t>(bytes.size())) == bytes.size();
            ::close(m_ends[1]);
        }
    }
    ~Pipe() { ::close(m_ends[0]); }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    int readEnd() const { return m_ends[0]; }
    bool isReady() const { return m_written; }

private:
    std::array<int, 2> m_ends{-1, -1};
    bool m_written = false;
};

/// What a terminal shows until nothing comes for a while or the words are there.
QByteArray shown(int terminal, const QByteArray &until)
{
    QByteArray all;
    pollfd waiting{terminal, POLLIN, 0};
    while (!all.contains(until) && ::poll(&waiting, 1, 5000) > 0) {
        std::array<char, 256> buffer;
        const ssize_t count = ::read(terminal, buffer.data(), buffer.size());
        if (count <= 0)
            break;
        all.append(buffer.data(), count);
    }
    return all;
}

} // namespace

class PasswordSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDescriptorGoesBeforeTheFileAndGivesItsFirstLine()
    {
        const Pipe pipe("correct horse\nsecond line\n");
        QVERIFY(pipe.isReady());
        const auto password = PasswordSource(pipe.readEnd(), QStringLiteral("/no/such/file")).read({});
        QVERIFY(password.ok());
        QCOMPARE(*password, QStringLiteral("correct horse"));
        char rest = 0; // what follows the line is left for others
        QCOMPARE(::read(pipe.readEnd(), &rest, 1), ssize_t(1));
        QCOMPARE(rest, 's');
    }

    void lineEndsAreNotPartOfThePassword_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << QByteArray("abc") << QStringLiteral("abc");
        QTest::newRow("Unix") << QByteArray("abc\n") << QStringLiteral("abc");
        QTest::newRow("Windows") << QByteArray("abc\r\n") << QStringLiteral("abc");
        QTest::newRow("blanks stay") << QByteArray(" a c \n") << QStringLiteral(" a c ");
        QTest::newRow("Hangul") << QStringLiteral("비밀번호\n").toUtf8() << QStringLiteral("비밀번호");
    }

    void lineEndsAreNotPartOfThePassword()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        const Pipe pipe(bytes);
        const auto password = PasswordSource(pipe.readEnd(), {}).read({});
        QVERIFY(password.ok());
        QCOMPARE(*password, expected);
    }

    void anEmptyAndAnOverlongPasswordAreRefused()
    {
        for (const QByteArray &bytes : {QByteArray(), QByteArray("\n"), QByteArray(1025, 'x') + '\n'}) {
            const Pipe pipe(bytes);
            const auto password = PasswordSource(pipe.readEnd(), {}).read({});
            QVERIFY(!password.ok());
            QCOMPARE(password.error().kind, ErrorKind::InvalidArgument);
        }
        const Pipe longest(QByteArray(1024, 'x') + '\n');
        QVERIFY(PasswordSource(longest.readEnd(), {}).read({}).ok());
    }

    void aClosedDescriptorIsAnErrorInASentence()
    {
        const auto password = PasswordSource(987, {}).read({});
        QVERIFY(!password.ok());
        QCOMPARE(password.error().kind, ErrorKind::Io);
        QVERIFY(!password.error().message.isEmpty());
    }

    void aFileOfItsOwnerIsReadAndOneThatOthersMayReadIsRefused()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("password"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("from a file\n");
        file.close();

        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        const auto own = PasswordSource({}, path).read({});
        QVERIFY(own.ok());
        QCOMPARE(*own, QStringLiteral("from a file"));

        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        const auto open = PasswordSource({}, path).read({});
        QVERIFY(!open.ok());
        QCOMPARE(open.error().kind, ErrorKind::NotAllowed);
    }

    void aMissingFileAndAMissingTerminalAreSaid()
    {
        const auto file = PasswordSource({}, QStringLiteral("/no/such/file")).read({});
        QVERIFY(!file.ok());
        QCOMPARE(file.error().kind, ErrorKind::NotFound);
        const auto terminal = PasswordSource({}, {}, QStringLiteral("/no/such/terminal")).read({});
        QVERIFY(!terminal.ok());
        QCOMPARE(terminal.error().kind, ErrorKind::NotFound);
    }

    void theTerminalAsksWithoutShowingWhatIsTypedAndIsAsBeforeAfterwards()
    {
        int person = -1;
        int program = -1;
        std::array<char, 128> name;
        QVERIFY(::openpty(&person, &program, name.data(), nullptr, nullptr) == 0);
        const QString terminal = QString::fromLocal8Bit(name.data());

        std::optional<Result<QString>> password;
        std::thread asking([&] { password.emplace(PasswordSource({}, {}, terminal).read(QStringLiteral("암호: "))); });
        const QByteArray question = shown(person, QStringLiteral("암호: ").toUtf8());
        QVERIFY(question.contains(QStringLiteral("암호: ").toUtf8()));
        QCOMPARE(::write(person, "hidden\n", 7), ssize_t(7));
        asking.join();

        QVERIFY(password->ok());
        QCOMPARE(**password, QStringLiteral("hidden"));
        const QByteArray after = shown(person, "\n");
        QVERIFY(!after.contains("hidden"));
        termios state{};
        QVERIFY(::tcgetattr(program, &state) == 0);
        QVERIFY(state.c_lflag & static_cast<tcflag_t>(ECHO));
        ::close(person);
        ::close(program);
    }

    void somethingThatIsNoTerminalIsNotAsked()
    {
        const auto password = PasswordSource({}, {}, QStringLiteral("/dev/null")).read(QStringLiteral("?"));
        QVERIFY(!password.ok());
        QCOMPARE(password.error().kind, ErrorKind::Io);
    }
};

QTEST_GUILESS_MAIN(PasswordSourceTest)
#include "passwordsourcetest.moc"

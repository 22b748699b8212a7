#include "desk/requests/httpsauthenticityservice.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTest>

#include <functional>

using namespace consent;
using namespace consent::desk;
using namespace Qt::StringLiterals;

namespace {

QString tls(const QString &file)
{
    return QStringLiteral(CONSENT_SOURCE_DIR "/tests/data/tls/") + file;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A real HTTPS server on this PC that answers every request by a function.
class Server : public QObject
{
public:
    using Answer = std::function<QByteArray(const QByteArray &request)>; // empty: never answers

    Server(const QString &certificate, Answer answer)
        : m_answer(std::move(answer))
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(contentOf(tls(certificate + u".pem"_s)), QSsl::Pem));
        configuration.setPrivateKey(QSslKey(contentOf(tls(certificate + u".key"_s)), QSsl::Ec, QSsl::Pem));
        m_server.setSslConfiguration(configuration);
        connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(socket); });
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    QString url() const { return u"https://localhost:%1/v1/check"_s.arg(m_server.serverPort()); }
    const QByteArray &request() const { return m_request; }
    int requests() const { return m_requests; }

private:
    void serve(QTcpSocket *socket)
    {
        m_request += socket->readAll();
        const qsizetype head = m_request.indexOf("\r\n\r\n");
        if (head < 0)
            return;
        const qsizetype at = m_request.toLower().indexOf("content-length:");
        const qsizetype length = m_request.mid(at + 15, m_request.indexOf("\r\n", at) - at - 15).trimmed().toLongLong();
        if (m_request.size() < head + 4 + length)
            return;
        ++m_requests;
        const QByteArray answer = m_answer(m_request.mid(head + 4));
        if (answer.isEmpty())
            return;
        socket->write(answer);
        socket->disconnectFromHost();
    }

    QSslServer m_server;
    Answer m_answer;
    QByteArray m_request;
    int m_requests = 0;
};

QByteArray http(int status, const QByteArray &body, const QByteArray &more = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) +
           " X\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
           more + "Connection: close\r\n\r\n" + body;
}

QByteArray answerBody(const QString &request, const QString &verdict = u"genuine"_s)
{
    return QJsonDocument(QJsonObject{{u"format"_s, u"consent-authenticity-answer/1"_s},
                                     {u"request"_s, request},
                                     {u"verdict"_s, verdict},
                                     {u"reference"_s, u"182-77"_s}})
        .toJson(QJsonDocument::Compact);
}

const AuthenticityQuestion question{u"01a20a0f-59af-7cb4-b4b3-bab049805387"_s, domain::DocumentKind::Passport,
                                    u"김하늘"_s, u"M12345678"_s, QDate(2022, 3, 4)};

} // namespace

class HttpsAuthenticityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGenuineDocumentIsGenuine();
    void whatIsAskedIsTheDocumentedContract();
    void anotherCertificateGetsNothing_data();
    void anotherCertificateGetsNothing();
    void whatIsNoAnswerIsRefused_data();
    void whatIsNoAnswerIsRefused();
    void aServiceThatNeverAnswersIsGivenUp();
    void aServiceThatIsNotThereIsUnavailable();
    void anAuthorityThatCannotBeReadIsSaid();

private:
    static Result<AuthenticityAnswer> ask(const QString &url, const QString &authority = u"ca.pem"_s, int seconds = 20)
    {
        auto service = HttpsAuthenticityService::create({url, seconds, tls(authority)});
        if (!service)
            return service.error();
        const auto future = (*service)->ask(question);
        const QDeadlineTimer deadline(std::chrono::seconds(40));
        while (!future.isFinished() && !deadline.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
        if (!future.isFinished())
            qFatal("no result");
        return future.result();
    }
};

void HttpsAuthenticityTest::aGenuineDocumentIsGenuine()
{
    Server server(u"server"_s, [](const QByteArray &) { return http(200, answerBody(question.request)); });
    const auto answer = ask(server.url());
    QVERIFY2(answer.ok(), qPrintable(answer ? QString() : answer.error().message + answer.error().detail));
    QCOMPARE(answer->verdict, Authenticity::Genuine);
    QCOMPARE(answer->reference, u"182-77"_s);
}

void HttpsAuthenticityTest::whatIsAskedIsTheDocumentedContract()
{
    QByteArray body;
    Server server(u"server"_s, [&body](const QByteArray &asked) {
        body = asked;
        return http(200, answerBody(question.request, u"notGenuine"_s));
    });
    QCOMPARE(ask(server.url())->verdict, Authenticity::NotGenuine);
    QVERIFY(server.request().startsWith("POST /v1/check HTTP/1.1\r\n"));
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    QCOMPARE(object.keys(),
             (QStringList{u"document"_s, u"format"_s, u"issued"_s, u"name"_s, u"number"_s, u"request"_s}));
    QCOMPARE(object.value(u"document"_s).toString(), u"passport"_s);
    QCOMPARE(object.value(u"issued"_s).toString(), u"2022-03-04"_s);
}

void HttpsAuthenticityTest::anotherCertificateGetsNothing_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("authority");
    QTest::newRow("of another host") << u"otherhost"_s << u"ca.pem"_s;
    QTest::newRow("signed by itself") << u"selfsigned"_s << u"ca.pem"_s;
    QTest::newRow("of another authority") << u"server"_s << u"selfsigned.pem"_s;
}

void HttpsAuthenticityTest::anotherCertificateGetsNothing()
{
    QFETCH(QString, certificate);
    QFETCH(QString, authority);
    Server server(certificate, [](const QByteArray &) { return http(200, answerBody(question.request)); });
    const auto answer = ask(server.url(), authority);
    QCOMPARE(answer.error().kind, ErrorKind::Unavailable);
    QCOMPARE(answer.error().detail, u"tls"_s);
    QCOMPARE(server.requests(), 0);
    QVERIFY(server.request().isEmpty()); // not a byte of the person went out
}

void HttpsAuthenticityTest::whatIsNoAnswerIsRefused_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("damaged"); // otherwise unavailable
    const QByteArray good = answerBody(question.request);
    QTest::newRow("an error of the service") << http(500, good) << false;
    QTest::newRow("not found") << http(404, good) << false;
    QTest::newRow("a redirect") << http(302, {}, "Location: https://localhost:1/\r\n") << false;
    QTest::newRow("cut off") << http(200, good).chopped(5) << false;
    QTest::newRow("garbage") << http(200, "\xff\xfe{{{{") << true;
    QTest::newRow("nothing") << http(200, {}) << true;
    QTest::newRow("an array") << http(200, "[]") << true;
    QTest::newRow("to another question") << http(200, answerBody(u"01a20a0f-59b1-7811-876a-c162a3b79f41"_s)) << true;
    QTest::newRow("no such verdict") << http(200, answerBody(question.request, u"maybe"_s)) << true;
    QTest::newRow("larger than an answer")
        << http(200, QByteArray(AuthenticityAnswer::maxBytes + 1, ' ') + good) << true;
}

void HttpsAuthenticityTest::whatIsNoAnswerIsRefused()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, damaged);
    Server server(u"server"_s, [&answer](const QByteArray &) { return answer; });
    const auto taken = ask(server.url());
    QVERIFY(!taken.ok());
    QCOMPARE(taken.error().kind, damaged ? ErrorKind::Damaged : ErrorKind::Unavailable);
    QVERIFY(!taken.error().message.contains(question.name));
    QVERIFY(!taken.error().detail.contains(question.number));
}

void HttpsAuthenticityTest::aServiceThatNeverAnswersIsGivenUp()
{
    Server server(u"server"_s, [](const QByteArray &) { return QByteArray(); });
    const auto answer = ask(server.url(), u"ca.pem"_s, 1);
    QCOMPARE(answer.error().kind, ErrorKind::Unavailable);
    QCOMPARE(answer.error().detail, u"timeout"_s);
}

void HttpsAuthenticityTest::aServiceThatIsNotThereIsUnavailable()
{
    QCOMPARE(ask(u"https://localhost:1/"_s).error().kind, ErrorKind::Unavailable);
}

void HttpsAuthenticityTest::anAuthorityThatCannotBeReadIsSaid()
{
    QCOMPARE(ask(u"https://localhost:1/"_s, u"nothing.pem"_s).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(ask(u"https://localhost:1/"_s, u"README.md"_s).error().kind, ErrorKind::InvalidArgument);
}

QTEST_GUILESS_MAIN(HttpsAuthenticityTest)
#include "httpsauthenticitytest.moc"

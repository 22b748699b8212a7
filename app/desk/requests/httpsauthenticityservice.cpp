#include "desk/requests/httpsauthenticityservice.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPromise>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrl>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestAuthorityFile = 256LL * 1024;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(HttpsAuthenticityService)
};

Error unavailable(const QString &message, const QString &detail)
{
    return Error{ErrorKind::Unavailable, message, detail};
}

Error failureOf(const QNetworkReply &reply, bool late)
{
    if (late)
        return unavailable(Text::tr("The authenticity service did not answer in time. Ask by other means and enter the "
                                    "reference, or try again later."),
                           u"timeout"_s);
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        return unavailable(Text::tr("The authenticity service could not prove that it is the right one, so nothing was "
                                    "sent. Tell your administrator."),
                           u"tls"_s);
    return unavailable(
        Text::tr("The authenticity service can't be reached. Ask by other means and enter the reference, "
                 "or try again later."),
        u"network %1, status %2"_s.arg(int(reply.error()))
            .arg(reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()));
}

QByteArray bodyOf(const AuthenticityQuestion &question)
{
    QJsonObject object{{u"format"_s, u"consent-authenticity-question/1"_s},
                       {u"request"_s, question.request},
                       {u"document"_s, domain::toCode(question.document)},
                       {u"name"_s, question.name},
                       {u"number"_s, question.number}};
    if (question.issued.isValid())
        object.insert(u"issued"_s, question.issued.toString(Qt::ISODate));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// One exchange: lives as long as its reply.
class Exchange : public QObject
{
public:
    Exchange(QNetworkReply *reply, QString request, std::chrono::seconds patience)
        : QObject(reply)
        , m_reply(*reply)
        , m_request(std::move(request))
    {
        m_promise.start();
        connect(reply, &QNetworkReply::readyRead, this, [this] { take(); });
        connect(reply, &QNetworkReply::finished, this, [this] { finish(); });
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_late = true;
            m_reply.abort();
        });
        m_timer.start(patience);
    }
    QFuture<Result<AuthenticityAnswer>> future() { return m_promise.future(); }

private:
    /// Never holds more than an answer may measure.
    void take()
    {
        m_body += m_reply.read(AuthenticityAnswer::maxBytes + 1 - m_body.size());
        if (m_body.size() > AuthenticityAnswer::maxBytes)
            m_reply.abort();
    }
    void finish()
    {
        m_timer.stop();
        if (m_reply.isOpen())
            take();
        const int status = m_reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool tooLarge = m_body.size() > AuthenticityAnswer::maxBytes;
        if (!tooLarge && (m_late || m_reply.error() != QNetworkReply::NoError || status != 200))
            m_promise.addResult(failureOf(m_reply, m_late));
        else
            m_promise.addResult(AuthenticityAnswer::parse(m_body, m_request));
        m_promise.finish();
        m_reply.deleteLater();
    }

    QNetworkReply &m_reply;
    QString m_request;
    QByteArray m_body;
    QTimer m_timer;
    bool m_late = false;
    QPromise<Result<AuthenticityAnswer>> m_promise;
};

} // namespace

Result<std::unique_ptr<AuthenticityService>>
HttpsAuthenticityService::create(const domain::Organisation::AuthenticityEndpoint &endpoint)
{
    QList<QSslCertificate> authorities;
    if (!endpoint.caFile.isEmpty()) {
        QFile file(endpoint.caFile);
        if (file.open(QIODevice::ReadOnly) && file.size() <= largestAuthorityFile)
            authorities = QSslCertificate::fromData(file.readAll(), QSsl::Pem);
        if (authorities.isEmpty()) {
            return Error{
                ErrorKind::InvalidArgument,
                Text::tr("The file of the authority that is trusted for the authenticity service can't be read "
                         "or holds no certificate. Correct caFile in the organisation file."),
                u"caFile"_s};
        }
    }
    return std::unique_ptr<AuthenticityService>(new HttpsAuthenticityService(endpoint, std::move(authorities)));
}

HttpsAuthenticityService::HttpsAuthenticityService(domain::Organisation::AuthenticityEndpoint endpoint,
                                                   QList<QSslCertificate> authorities)
    : m_endpoint(std::move(endpoint))
    , m_authorities(std::move(authorities))
{
}

HttpsAuthenticityService::~HttpsAuthenticityService() = default;

QFuture<Result<AuthenticityAnswer>> HttpsAuthenticityService::ask(const AuthenticityQuestion &question)
{
    QNetworkRequest request{QUrl(m_endpoint.url)};
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!m_authorities.isEmpty())
        tls.setCaCertificates(m_authorities);
    request.setSslConfiguration(tls);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Accept", "application/json");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    auto *exchange = new Exchange(m_network.post(request, bodyOf(question)), question.request,
                                  std::chrono::seconds(m_endpoint.timeoutSeconds)); // the reply owns it
    return exchange->future();
}

} // namespace consent::desk

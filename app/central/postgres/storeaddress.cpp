#include "central/postgres/storeaddress.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace consent::central {

namespace {

QString inWords(const char *text)
{
    return QCoreApplication::translate("StoreAddress", text);
}

Error fault(const QString &sentence, const QString &detail)
{
    return {ErrorKind::InvalidArgument, sentence, detail};
}

bool isLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

/// RFC 1123: labels of letters, digits and inner hyphens.
bool isDnsName(const QString &name)
{
    if (name.isEmpty() || name.size() > 253)
        return false;
    const QStringList labels = name.split(u'.');
    return std::all_of(labels.begin(), labels.end(), [](const QString &label) {
        return !label.isEmpty() && label.size() <= 63 && isLetterOrDigit(label.front()) &&
               isLetterOrDigit(label.back()) &&
               std::all_of(label.begin(), label.end(), [](QChar c) { return isLetterOrDigit(c) || c == u'-'; });
    });
}

/// A name that stands in SQL without quotes.
bool isIdentifier(const QString &name, bool dots)
{
    return !name.isEmpty() && name.size() <= 63 &&
           (name.front() == u'_' || (name.front() >= u'a' && name.front() <= u'z')) &&
           std::all_of(name.begin(), name.end(), [dots](QChar c) {
               return isLetterOrDigit(c) || c == u'_' || (dots && (c == u'.' || c == u'-'));
           });
}

/// Qt's driver turns ';' into a space, and libpq reads quotes and backslashes: such paths are refused, not escaped.
bool isUsablePath(const QString &path)
{
    constexpr QStringView refused = u";'\"\\";
    return path.startsWith(u'/') && path.size() <= 1024 && std::none_of(path.begin(), path.end(), [&](QChar c) {
               return refused.contains(c) || c.category() == QChar::Other_Control || c == QChar::ReplacementCharacter;
           });
}

std::optional<quint16> readPort(QStringView text)
{
    if (text.isEmpty() || text.size() > 5 || text.front() == u'0' ||
        !std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    const int port = text.toInt();
    return port <= 65535 ? std::optional(static_cast<quint16>(port)) : std::nullopt;
}

std::optional<StoreAddress::Host> readHost(QString text)
{
    StoreAddress::Host host;
    QString port;
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        QHostAddress address;
        if (end < 0 || !address.setAddress(text.mid(1, end - 1)) ||
            address.protocol() != QAbstractSocket::IPv6Protocol || !address.scopeId().isEmpty())
            return std::nullopt;
        host.name = address.toString();
        port = text.mid(end + 1);
    } else {
        const qsizetype colon = text.indexOf(u':');
        host.name = text.left(colon).toLower();
        port = colon < 0 ? QString() : text.mid(colon);
        if (!isDnsName(host.name))
            return std::nullopt;
    }
    if (port.isEmpty())
        return host;
    const auto number = port.startsWith(u':') ? readPort(QStringView(port).mid(1)) : std::nullopt;
    if (!number)
        return std::nullopt;
    host.port = *number;
    return host;
}

/// Percent signs decoded as UTF-8; nothing when a sequence is broken.
std::optional<QString> decoded(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto isHex = [&](qsizetype at) {
            return at < text.size() && text[at].unicode() < 128 && std::isxdigit(text[at].unicode());
        };
        if (text[i] == u'%' && (!isHex(i + 1) || !isHex(i + 2)))
            return std::nullopt;
    }
    return QUrl::fromPercentEncoding(text.toUtf8());
}

QString encoded(const QString &path)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
}

std::optional<Error> readParameter(QStringView pair, StoreAddress::Certificates &certificates)
{
    const qsizetype equals = pair.indexOf(u'=');
    const QString name = pair.left(equals < 0 ? pair.size() : equals).toString();
    const auto value = equals < 0 ? std::nullopt : decoded(pair.mid(equals + 1));
    if (name == "sslmode"_L1 && value == u"verify-full"_s)
        return std::nullopt;
    if (name == "sslmode"_L1)
        return fault(inWords(QT_TRANSLATE_NOOP(
                         "StoreAddress",
                         "The connection to the central store is always encrypted and checked. Take sslmode out of the "
                         "address.")),
                     u"sslmode"_s);
    QString *path = name == "sslrootcert"_L1 ? &certificates.authority
                    : name == "sslcert"_L1   ? &certificates.client
                    : name == "sslkey"_L1    ? &certificates.privateKey
                                             : nullptr;
    if (path == nullptr || !path->isEmpty())
        return fault(inWords(QT_TRANSLATE_NOOP(
                         "StoreAddress",
                         "The address of the central store has a part after “?” that is not known or stands twice. "
                         "Only sslrootcert, sslcert and sslkey belong there.")),
                     u"parameter"_s);
    if (!value || !isUsablePath(*value))
        return fault(
            inWords(QT_TRANSLATE_NOOP(
                "StoreAddress",
                "The address of the central store names a certificate file that can't be used. Write the whole "
                "path, without quotes, semicolons and backslashes.")),
            name);
    *path = *value;
    return std::nullopt;
}

std::optional<Error> certificateFault(const StoreAddress::Certificates &certificates)
{
    if (certificates.client.isEmpty() != certificates.privateKey.isEmpty())
        return fault(
            inWords(QT_TRANSLATE_NOOP(
                "StoreAddress", "A client certificate and its private key belong together: name both, or neither.")),
            u"sslcert without sslkey or the reverse"_s);
    return std::nullopt;
}

} // namespace

Result<StoreAddress> StoreAddress::parse(const QString &uri)
{
    static const QString scheme = u"postgresql://"_s;
    if (!uri.startsWith(scheme) || uri.size() > LongestUri || uri.contains(u'#') || uri.contains(u' '))
        return fault(inWords(QT_TRANSLATE_NOOP("StoreAddress",
                                               "The address of the central store looks like "
                                               "postgresql://server.example/consentdesk. Check what was typed.")),
                     u"scheme, length or characters"_s);
    StoreAddress address;
    const QStringView rest = QStringView(uri).mid(scheme.size());
    const qsizetype question = rest.indexOf(u'?');
    const QStringView place = question < 0 ? rest : rest.left(question);
    const qsizetype slash = place.indexOf(u'/');
    QStringView authority = slash < 0 ? place : place.left(slash);
    const qsizetype at = authority.indexOf(u'@');
    if (at >= 0) {
        address.m_user = authority.left(at).toString();
        authority = authority.mid(at + 1);
        if (address.m_user.contains(u':'))
            return fault(inWords(QT_TRANSLATE_NOOP(
                             "StoreAddress",
                             "A password does not belong in the address of the central store. Take it out; it is asked "
                             "for.")),
                         u"password in the address"_s);
        if (!isIdentifier(address.m_user, true))
            return fault(inWords(QT_TRANSLATE_NOOP("StoreAddress",
                                                   "The user name in the address of the central store is not valid.")),
                         u"user"_s);
    }
    const auto hosts = authority.toString().split(u',');
    if (hosts.size() > MostHosts)
        return fault(
            inWords(QT_TRANSLATE_NOOP("StoreAddress", "The address of the central store names too many servers.")),
            u"hosts"_s);
    for (const QString &text : hosts) {
        auto host = readHost(text);
        if (!host)
            return fault(inWords(QT_TRANSLATE_NOOP(
                             "StoreAddress",
                             "The address of the central store names a server that can't be one. Write its name, and "
                             "after a colon its port if it is not 5432.")),
                         u"host"_s);
        address.m_hosts.push_back(*std::move(host));
    }
    address.m_database = slash < 0 ? QString() : place.mid(slash + 1).toString();
    if (!isIdentifier(address.m_database, false))
        return fault(
            inWords(QT_TRANSLATE_NOOP(
                "StoreAddress", "The address of the central store ends with the name of the database, for example "
                                "/consentdesk.")),
            u"database"_s);
    if (question >= 0) {
        for (const QStringView pair : rest.mid(question + 1).split(u'&')) {
            if (auto wrong = readParameter(pair, address.m_certificates))
                return *std::move(wrong);
        }
    }
    if (auto wrong = certificateFault(address.m_certificates))
        return *std::move(wrong);
    return address;
}

QString StoreAddress::toUri() const
{
    QStringList hosts;
    for (const Host &host : m_hosts) {
        QString text = host.name.contains(u':') ? u'[' + host.name + u']' : host.name;
        if (host.port != DefaultPort)
            text += u':' + QString::number(host.port);
        hosts.append(text);
    }
    QStringList parameters;
    const auto add = [&parameters](const QString &name, const QString &path) {
        if (!path.isEmpty())
            parameters.append(name + u'=' + encoded(path));
    };
    add(u"sslrootcert"_s, m_certificates.authority);
    add(u"sslcert"_s, m_certificates.client);
    add(u"sslkey"_s, m_certificates.privateKey);
    return u"postgresql://"_s + (m_user.isEmpty() ? QString() : m_user + u'@') + hosts.join(u',') + u'/' + m_database +
           (parameters.isEmpty() ? QString() : u'?' + parameters.join(u'&'));
}

StoreAddress StoreAddress::withUser(const QString &user) const
{
    StoreAddress changed = *this;
    changed.m_user = user;
    return changed;
}

StoreAddress StoreAddress::withDatabase(const QString &database) const
{
    StoreAddress changed = *this;
    changed.m_database = database;
    return changed;
}

Result<StoreAddress> StoreAddress::withCertificates(Certificates certificates) const
{
    for (const QString &path : {certificates.authority, certificates.client, certificates.privateKey}) {
        if (!path.isEmpty() && !isUsablePath(path))
            return fault(inWords(QT_TRANSLATE_NOOP(
                             "StoreAddress",
                             "The folder of this desk has a name that the connection to the central store can't use: "
                             "quotes, semicolons and backslashes are not possible.")),
                         u"path of a certificate"_s);
    }
    if (auto wrong = certificateFault(certificates))
        return *std::move(wrong);
    StoreAddress changed = *this;
    changed.m_certificates = std::move(certificates);
    return changed;
}

} // namespace consent::central

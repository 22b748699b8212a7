#include "support/postgres/certificates.h"

#include "support/postgres/postgresprogram.h"

#include <QDate>
#include <QFile>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace postgrestesting {

namespace {

void openssl(const QStringList &arguments)
{
    const Outcome outcome = run(u"openssl"_s, arguments);
    if (!outcome.ok())
        qFatal("openssl %s: %s", qPrintable(arguments.join(u' ')), outcome.error.constData());
}

void write(const QString &path, const QString &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("%s can't be written", qPrintable(path));
}

} // namespace

Certificates::Certificates(const QString &folder, const QString &name)
    : m_folder(folder)
    , m_authority{folder + u'/' + name + u".crt"_s, folder + u'/' + name + u".key"_s}
{
    openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s,
             u"-sha256"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=Consent Desk test "_s + name, u"-keyout"_s,
             m_authority.key, u"-out"_s, m_authority.certificate});
}

Certificates::Pair Certificates::server(const QString &name, int daysFromNow) const
{
    return serverFor(name, u"IP:127.0.0.1,DNS:localhost"_s, daysFromNow);
}

Certificates::Pair Certificates::serverFor(const QString &name, const QString &subjectAltNames, int daysFromNow) const
{
    return issue(name, name, u"subjectAltName="_s + subjectAltNames + u"\nextendedKeyUsage=serverAuth\n"_s,
                 daysFromNow);
}

Certificates::Pair Certificates::serverOfTheFuture(const QString &name) const
{
    const QString base = m_folder + u'/' + name;
    const Pair pair =
        request(name, name, u"subjectAltName=IP:127.0.0.1,DNS:localhost\nextendedKeyUsage=serverAuth\n"_s);
    // Only "openssl ca" can set the first day, and it wants a register.
    write(base + u".index"_s, {});
    write(base + u".cnf"_s, u"[ca]\ndefault_ca=own\n[own]\ndatabase=%1.index\nnew_certs_dir=%2\nserial=%1.serial\n"
                            "default_md=sha256\npolicy=any\n[any]\ncommonName=supplied\n"_s.arg(base, m_folder));
    const QDate from = QDate::currentDate().addYears(1);
    const auto day = [](QDate date) { return date.toString(u"yyyyMMdd"_s) + u"000000Z"_s; };
    openssl({u"ca"_s,          u"-batch"_s,           u"-notext"_s,    u"-config"_s,
             base + u".cnf"_s, u"-rand_serial"_s,     u"-startdate"_s, day(from),
             u"-enddate"_s,    day(from.addYears(1)), u"-cert"_s,      m_authority.certificate,
             u"-keyfile"_s,    m_authority.key,       u"-extfile"_s,   base + u".ext"_s,
             u"-in"_s,         base + u".csr"_s,      u"-out"_s,       pair.certificate});
    return pair;
}

Certificates::Pair Certificates::client(const QString &commonName) const
{
    return issue(u"client-"_s + commonName, commonName, u"extendedKeyUsage=clientAuth\n"_s, 1);
}

Certificates::Pair Certificates::request(const QString &name, const QString &commonName,
                                         const QString &extensions) const
{
    const QString base = m_folder + u'/' + name;
    write(base + u".ext"_s, extensions);
    const Pair pair{base + u".crt"_s, base + u".key"_s};
    openssl({u"req"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s,
             u"-sha256"_s, u"-subj"_s, u"/CN="_s + commonName, u"-keyout"_s, pair.key, u"-out"_s, base + u".csr"_s});
    QFile::setPermissions(pair.key, QFile::ReadOwner | QFile::WriteOwner);
    return pair;
}

Certificates::Pair Certificates::issue(const QString &name, const QString &commonName, const QString &extensions,
                                       int daysFromNow) const
{
    const QString base = m_folder + u'/' + name;
    const Pair pair = request(name, commonName, extensions);
    openssl({u"x509"_s, u"-req"_s, u"-in"_s, base + u".csr"_s, u"-CA"_s, m_authority.certificate, u"-CAkey"_s,
             m_authority.key, u"-CAcreateserial"_s, u"-sha256"_s, u"-days"_s, QString::number(daysFromNow),
             u"-extfile"_s, base + u".ext"_s, u"-out"_s, pair.certificate});
    return pair;
}

} // namespace postgrestesting

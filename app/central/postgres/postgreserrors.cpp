#include "central/postgres/postgreserrors_p.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace consent::central::postgreserrors {

namespace {

QString inWords(const char *text)
{
    return QCoreApplication::translate("PostgresErrors", text);
}

struct Rule
{
    QLatin1StringView part; ///< Of libpq's or the server's text, in lower case.
    ErrorKind kind;
    const char *sentence;
};

constexpr const char *goesOn =
    QT_TRANSLATE_NOOP("PostgresErrors", "The central store can't be reached. This PC goes on by itself and "
                                        "sends what is waiting as soon as the connection is back.");
constexpr const char *notNow =
    QT_TRANSLATE_NOOP("PostgresErrors", "The central store is just starting, stopping or changing servers. "
                                        "This PC goes on by itself and tries again.");
constexpr const char *full =
    QT_TRANSLATE_NOOP("PostgresErrors", "The central store has too many connections at the moment. This PC goes "
                                        "on by itself and tries again.");
constexpr const char *diskIsFull = QT_TRANSLATE_NOOP(
    "PostgresErrors", "The disk of the central store is full. What you save stays on this PC and waits. Tell the "
                      "administrator.");
constexpr const char *readOnly = QT_TRANSLATE_NOOP(
    "PostgresErrors", "None of the servers of the central store takes changes at the moment. This PC goes on by itself "
                      "and tries again.");
constexpr const char *clientCertificate = QT_TRANSLATE_NOOP(
    "PostgresErrors", "The central store does not accept the certificate of this PC. It may have expired or come from "
                      "elsewhere. This PC goes on by itself; ask the administrator for a new certificate.");

/// What tells most comes first.
constexpr std::array<Rule, 31> connectRules{{
    {QLatin1StringView("password authentication failed"), ErrorKind::WrongPassword,
     QT_TRANSLATE_NOOP("PostgresErrors", "The central store does not accept this name and password. This PC goes on by "
                                         "itself. If the password was changed, sign in again with the new one.")},
    {QLatin1StringView("no password supplied"), ErrorKind::WrongPassword,
     QT_TRANSLATE_NOOP("PostgresErrors", "The central store asks for a password. Sign in again.")},
    {QLatin1StringView("is not permitted to log in"), ErrorKind::NotAllowed,
     QT_TRANSLATE_NOOP("PostgresErrors",
                       "This user may not sign in to the central store any more. Ask the administrator.")},
    {QLatin1StringView("certificate authentication failed"), ErrorKind::WrongKey, clientCertificate},
    {QLatin1StringView("requires a valid client certificate"), ErrorKind::WrongKey, clientCertificate},
    {QLatin1StringView("alert certificate expired"), ErrorKind::WrongKey, clientCertificate},
    {QLatin1StringView("alert certificate unknown"), ErrorKind::WrongKey, clientCertificate},
    {QLatin1StringView("alert unknown ca"), ErrorKind::WrongKey, clientCertificate},
    {QLatin1StringView("alert bad certificate"), ErrorKind::WrongKey, clientCertificate},
    {QLatin1StringView("could not read certificate file"), ErrorKind::WrongKey, clientCertificate},
    {QLatin1StringView("private key file"), ErrorKind::WrongKey,
     QT_TRANSLATE_NOOP("PostgresErrors", "The private key of this PC's certificate can't be used: it is missing, or "
                                         "others may read it. Ask the administrator to enrol this PC again.")},
    {QLatin1StringView("root certificate file"), ErrorKind::WrongKey,
     QT_TRANSLATE_NOOP("PostgresErrors", "The certificate by which this PC knows the central store is missing or "
                                         "unreadable. Ask the administrator to enrol this PC again.")},
    {QLatin1StringView("does not match host name"), ErrorKind::WrongKey, nullptr},
    {QLatin1StringView("certificate verify failed"), ErrorKind::WrongKey, nullptr},
    {QLatin1StringView("does not support ssl"), ErrorKind::WrongKey,
     QT_TRANSLATE_NOOP("PostgresErrors", "The server does not encrypt the connection, so this PC does not use it. Tell "
                                         "the administrator: TLS must be switched on.")},
    {QLatin1StringView("no pg_hba.conf entry"), ErrorKind::NotAllowed,
     QT_TRANSLATE_NOOP("PostgresErrors", "The central store does not let this user in from this PC. Ask the "
                                         "administrator to check its list of allowed connections (pg_hba.conf).")},
    {QLatin1StringView("pg_hba.conf rejects"), ErrorKind::NotAllowed,
     QT_TRANSLATE_NOOP("PostgresErrors", "The central store does not let this user in from this PC. Ask the "
                                         "administrator to check its list of allowed connections (pg_hba.conf).")},
    {QLatin1StringView("permission denied for database"), ErrorKind::NotAllowed,
     QT_TRANSLATE_NOOP("PostgresErrors",
                       "This user may not sign in to the central store any more. Ask the administrator.")},
    {QLatin1StringView("fatal:  database \""), ErrorKind::NotFound,
     QT_TRANSLATE_NOOP("PostgresErrors", "The server has no central store of this name. Check the address, or ask the "
                                         "administrator to set the store up.")},
    {QLatin1StringView("too many connections"), ErrorKind::Unavailable, full},
    {QLatin1StringView("too many clients"), ErrorKind::Unavailable, full},
    {QLatin1StringView("connection slots are reserved"), ErrorKind::Unavailable, full},
    {QLatin1StringView("no space left on device"), ErrorKind::DiskFull, diskIsFull},
    {QLatin1StringView("session is read-only"), ErrorKind::Unavailable, readOnly},
    {QLatin1StringView("server is in hot standby mode"), ErrorKind::Unavailable, readOnly},
    {QLatin1StringView("the database system is"), ErrorKind::Unavailable, notNow},
    {QLatin1StringView("could not translate host name"), ErrorKind::Unavailable,
     QT_TRANSLATE_NOOP("PostgresErrors", "The name of the central store's server is not known in this network. This PC "
                                         "goes on by itself. Check the network and the address of the store.")},
    {QLatin1StringView("connection refused"), ErrorKind::Unavailable,
     QT_TRANSLATE_NOOP("PostgresErrors", "No central store answers at this address; its server may be switched off. "
                                         "This PC goes on by itself and tries again.")},
    {QLatin1StringView("timeout expired"), ErrorKind::Unavailable, goesOn},
    {QLatin1StringView("network is unreachable"), ErrorKind::Unavailable, goesOn},
    {QLatin1StringView("no route to host"), ErrorKind::Unavailable, goesOn},
}};

struct StateRule
{
    QLatin1StringView state; ///< SQLSTATE, or its class alone.
    ErrorKind kind;
    const char *sentence;
};

constexpr const char *misunderstood = QT_TRANSLATE_NOOP(
    "PostgresErrors",
    "The central store did not understand this PC. Nothing was lost. Update the program on this PC and "
    "on the server.");
constexpr const char *forbidden = QT_TRANSLATE_NOOP(
    "PostgresErrors", "The central store does not permit this to you or to this PC. Nothing was lost. Ask the "
                      "administrator.");
constexpr const char *olderStoreSentence = QT_TRANSLATE_NOOP(
    "PostgresErrors",
    "The central store is older than this program. This PC goes on by itself and sends what is waiting "
    "when the administrator has updated the store (consentdesk-admin central migrate).");
constexpr const char *damaged = QT_TRANSLATE_NOOP(
    "PostgresErrors", "The central store reports damaged data. What this PC has stays safe. Call the administrator at "
                      "once.");

constexpr std::array<StateRule, 28> stateRules{{
    {QLatin1StringView("CD001"), ErrorKind::InvalidArgument, misunderstood},
    {QLatin1StringView("CD002"), ErrorKind::NotAllowed, forbidden},
    {QLatin1StringView("CD003"), ErrorKind::NotAllowed, forbidden},
    {QLatin1StringView("CD004"), ErrorKind::Conflict,
     QT_TRANSLATE_NOOP("PostgresErrors",
                       "Something on this PC contradicts what the central store has. Nothing was lost. "
                       "Call the administrator.")},
    {QLatin1StringView("CD005"), ErrorKind::NotFound,
     QT_TRANSLATE_NOOP("PostgresErrors", "The central store does not have this. It may still be on the PC where it was "
                                         "made.")},
    {QLatin1StringView("CD006"), ErrorKind::Internal, misunderstood},
    {QLatin1StringView("CD007"), ErrorKind::AlreadyExists,
     QT_TRANSLATE_NOOP("PostgresErrors", "The central store has this already; nothing was changed.")},
    {QLatin1StringView("25006"), ErrorKind::Unavailable, readOnly},
    {QLatin1StringView("28"), ErrorKind::NotAllowed, forbidden},
    {QLatin1StringView("40"), ErrorKind::Busy,
     QT_TRANSLATE_NOOP("PostgresErrors",
                       "The central store was busy with the same data. This PC tries again by itself.")},
    {QLatin1StringView("42501"), ErrorKind::NotAllowed, forbidden},
    {QLatin1StringView("42883"), ErrorKind::Unavailable, olderStoreSentence},
    {QLatin1StringView("42P01"), ErrorKind::Unavailable, olderStoreSentence},
    {QLatin1StringView("42703"), ErrorKind::Unavailable, olderStoreSentence},
    {QLatin1StringView("3F000"), ErrorKind::Unavailable, olderStoreSentence},
    {QLatin1StringView("22"), ErrorKind::InvalidArgument, misunderstood},
    {QLatin1StringView("53100"), ErrorKind::DiskFull, diskIsFull},
    {QLatin1StringView("53"), ErrorKind::Unavailable,
     QT_TRANSLATE_NOOP("PostgresErrors",
                       "The central store is short of memory or connections. This PC goes on by itself "
                       "and tries again. If it stays so, tell the administrator.")},
    {QLatin1StringView("55P03"), ErrorKind::Busy,
     QT_TRANSLATE_NOOP("PostgresErrors",
                       "The central store was busy with the same data. This PC tries again by itself.")},
    {QLatin1StringView("57014"), ErrorKind::Busy,
     QT_TRANSLATE_NOOP("PostgresErrors", "The central store took too long and gave up; nothing was changed there. This "
                                         "PC tries again by itself.")},
    {QLatin1StringView("57P"), ErrorKind::Unavailable, notNow},
    {QLatin1StringView("58030"), ErrorKind::Io, damaged},
    {QLatin1StringView("58P01"), ErrorKind::Damaged, damaged},
    {QLatin1StringView("XX001"), ErrorKind::Damaged, damaged},
    {QLatin1StringView("XX002"), ErrorKind::Damaged, damaged},
    {QLatin1StringView("08"), ErrorKind::Unavailable, goesOn},
    {QLatin1StringView("54"), ErrorKind::InvalidArgument, misunderstood},
    {QLatin1StringView("0A000"), ErrorKind::Unavailable, olderStoreSentence},
}};

} // namespace

Error ofConnecting(const QString &text)
{
    const QString lower = text.toLower();
    const auto rule = std::find_if(connectRules.begin(), connectRules.end(),
                                   [&lower](const Rule &one) { return lower.contains(one.part); });
    if (rule == connectRules.end())
        return {ErrorKind::Unavailable, inWords(goesOn), text.trimmed()};
    if (rule->sentence == nullptr)
        return ofCertificate(rule->part.startsWith("does not match"_L1) ? CertificateFault::OtherName
                                                                        : CertificateFault::Unknown,
                             text.trimmed());
    return {rule->kind, inWords(rule->sentence), text.trimmed()};
}

Error ofStatement(const QString &state, const QString &text)
{
    if (state.isEmpty())
        return lostLink(text);
    const QString detail = state + u": "_s + text.section(u'\n', 0, 0);
    const auto rule = std::find_if(stateRules.begin(), stateRules.end(),
                                   [&state](const StateRule &one) { return state.startsWith(one.state); });
    if (rule == stateRules.end())
        return {
            ErrorKind::Internal,
            inWords(QT_TRANSLATE_NOOP(
                "PostgresErrors", "The central store could not do this. Nothing was lost. Tell the administrator.")),
            detail};
    return {rule->kind, inWords(rule->sentence), detail};
}

Error lostLink(const QString &detail)
{
    return {ErrorKind::Unavailable, inWords(goesOn), u"connection lost: "_s + detail.trimmed()};
}

Error olderProgram(int schema)
{
    return {
        ErrorKind::TooNew,
        inWords(QT_TRANSLATE_NOOP(
            "PostgresErrors", "The central store was updated and needs a newer program. This PC goes on by itself and "
                              "keeps what you save. Update the program on this PC.")),
        QString::fromLatin1("store has schema %1").arg(schema)};
}

Error olderStore(int schema)
{
    return {ErrorKind::Unavailable, inWords(olderStoreSentence),
            QString::fromLatin1("store has schema %1").arg(schema)};
}

bool endsConnection(const QString &state)
{
    return state.isEmpty() || state.startsWith("08"_L1) || state.startsWith("57P"_L1) || state == "25006"_L1;
}

Error ofCertificate(CertificateFault fault, const QString &detail)
{
    switch (fault) {
    case CertificateFault::Expired:
        return {
            ErrorKind::WrongKey,
            inWords(QT_TRANSLATE_NOOP(
                "PostgresErrors",
                "The certificate of the central store has expired, or the clock of this PC is wrong. This PC goes on "
                "by itself. Check date and time; if they are right, tell the administrator.")),
            detail};
    case CertificateFault::NotYetValid:
        return {
            ErrorKind::WrongKey,
            inWords(QT_TRANSLATE_NOOP(
                "PostgresErrors",
                "The certificate of the central store is not valid yet: the clock of this PC is probably slow. This "
                "PC goes on by itself. Set date and time right.")),
            detail};
    case CertificateFault::OtherName:
        return {
            ErrorKind::WrongKey,
            inWords(QT_TRANSLATE_NOOP(
                "PostgresErrors",
                "The server that answered is not the one in the address: its certificate names another. This PC does "
                "not use it and goes on by itself. Check the address of the store, or call the administrator.")),
            detail};
    case CertificateFault::Untrusted:
    case CertificateFault::Unknown:
        break;
    }
    return {
        ErrorKind::WrongKey,
        inWords(QT_TRANSLATE_NOOP(
            "PostgresErrors",
            "The server that answered can't prove that it is the central store: its certificate comes from somebody "
            "whom this PC does not trust. This PC does not use it and goes on by itself. Call the administrator.")),
        detail};
}

} // namespace consent::central::postgreserrors

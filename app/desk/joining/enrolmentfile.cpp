#include "desk/joining/enrolmentfile.h"

#include "crypto/base64url.h"
#include "crypto/jwe.h"
#include "crypto/strictjson.h"
#include "domain/organisation.h"
#include "vault/keys/passwordkey.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace consent::desk::enrolmentfile {

using namespace Qt::StringLiterals;
using crypto::bytesOf;

namespace {

constexpr int currentVersion = 1;
constexpr QLatin1StringView formatName("consentdesk-enrolment");
constexpr qsizetype longestAddress = 2000;
constexpr qsizetype longestPem = 64 * 1024;
constexpr qsizetype longestBranch = 64;

Error noFile(const QString &detail)
{
    return Error{ErrorKind::InvalidArgument,
                 QCoreApplication::translate("Enrolment", "This is not an enrolment file. Choose the file that your "
                                                          "administrator made for this PC (it ends in .enrol)."),
                 detail};
}

Error damaged(const QString &detail)
{
    return Error{ErrorKind::Damaged,
                 QCoreApplication::translate("Enrolment", "What the enrolment file holds is damaged. Nothing was set "
                                                          "up. Ask your administrator for a new file."),
                 detail};
}

Result<vault::PasswordKey> keyOf(const EnrolmentCode &code, const QByteArray *salt)
{
    return salt ? vault::PasswordKey::derive(code.letters(), *salt, {}) : vault::PasswordKey::create(code.letters());
}

bool isPlain(const QString &text, qsizetype longest)
{
    return !text.isEmpty() && text.size() <= longest &&
           std::ranges::all_of(text, [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

} // namespace

Result<QByteArray> write(const EnrolmentTicket &ticket, const EnrolmentCode &code)
{
    const auto key = keyOf(code, nullptr);
    if (!key)
        return key.error();
    const QJsonObject plain{
        {u"storeId"_s, ticket.storeId},
        {u"address"_s, ticket.address},
        {u"ca"_s, QString::fromLatin1(ticket.caPem)},
        {u"enrolment"_s, ticket.enrolment.toString()},
        {u"device"_s, ticket.device.toString()},
        {u"branch"_s, ticket.branch},
        {u"secret"_s, QString::fromLatin1(crypto::base64UrlEncode(ticket.secret.span()))},
        {u"expires"_s, toMs(ticket.expires)},
        {u"organisation"_s, QString::fromUtf8(ticket.organisationJson)},
    };
    const QByteArray bytes = QJsonDocument(plain).toJson(QJsonDocument::Compact);
    const auto sealed = crypto::encryptDirect(bytesOf(bytes), key->key().span(), {});
    if (!sealed)
        return sealed.error();
    const QJsonObject file{
        {u"format"_s, formatName},
        {u"version"_s, currentVersion},
        {u"salt"_s, QString::fromLatin1(crypto::base64UrlEncode(bytesOf(key->salt())))},
        {u"sealed"_s, QString::fromLatin1(*sealed)},
    };
    return QJsonDocument(file).toJson();
}

Result<Envelope> parseEnvelope(const QByteArray &file)
{
    if (file.size() > LimitBytes)
        return noFile(u"%1 bytes"_s.arg(file.size()));
    const auto json = crypto::parseUnambiguousJson(file);
    if (!json || json->value(u"format").toString() != formatName)
        return noFile(u"no such format"_s);
    if (json->value(u"version").toInt() > currentVersion)
        return Error{ErrorKind::TooNew,
                     QCoreApplication::translate("Enrolment", "This enrolment file was made by a newer Consent Desk. "
                                                              "Install the newer version on this PC first."),
                     u"version"_s};
    const auto salt = crypto::base64UrlDecode(json->value(u"salt").toString().toLatin1());
    const QByteArray sealed = json->value(u"sealed").toString().toLatin1();
    const auto header = crypto::readJweHeader(sealed, LimitBytes);
    if (json->value(u"version").toInt() != currentVersion || !salt ||
        salt->size() != qsizetype{vault::PasswordKey::SaltBytes} || !header ||
        header->algorithm != crypto::JweAlgorithm::Direct)
        return noFile(u"a member is missing or malformed"_s);
    return Envelope{*salt, sealed};
}

Result<EnrolmentTicket> read(const QByteArray &file, const EnrolmentCode &code)
{
    const auto envelope = parseEnvelope(file);
    if (!envelope)
        return envelope.error();
    const auto key = keyOf(code, &envelope->salt);
    if (!key)
        return key.error();
    const auto plain = crypto::decryptDirectSecret(envelope->sealed, key->key().span());
    if (!plain && plain.error().kind == ErrorKind::Internal)
        return plain.error();
    if (!plain)
        return Error{ErrorKind::WrongPassword,
                     QCoreApplication::translate("Enrolment", "The code does not open this file. Check that file and "
                                                              "code were made together, and read the code out again."),
                     plain.error().detail};
    return parseTicket(plain->span());
}

Result<EnrolmentTicket> parseTicket(crypto::Bytes plain)
{
    if (plain.size() > std::size_t(LimitBytes))
        return damaged(u"too large"_s);
    const auto json = crypto::parseUnambiguousJson(crypto::toByteArray(plain));
    if (!json)
        return damaged(u"no JSON"_s);
    EnrolmentTicket ticket;
    ticket.storeId = json->value(u"storeId").toString();
    ticket.address = json->value(u"address").toString();
    ticket.caPem = json->value(u"ca").toString().toLatin1();
    ticket.branch = json->value(u"branch").toString();
    ticket.organisationJson = json->value(u"organisation").toString().toUtf8();
    const auto enrolment = central::EnrolmentId::fromString(json->value(u"enrolment").toString());
    const auto device = DeviceId::fromString(json->value(u"device").toString());
    const auto secret = crypto::base64UrlDecode(json->value(u"secret").toString().toLatin1());
    const qint64 expires = json->value(u"expires").toInteger();
    if (!isUuid(ticket.storeId) || !isPlain(ticket.address, longestAddress) || ticket.caPem.size() > longestPem ||
        ticket.branch.isEmpty() || ticket.branch.size() > longestBranch || !enrolment || !device || !secret ||
        secret->size() != qsizetype{EnrolmentTicket::SecretBytes} || expires <= 0)
        return damaged(u"a member is missing or malformed"_s);
    const auto organisation = domain::Organisation::parse(ticket.organisationJson);
    if (!organisation || organisation->branch(ticket.branch) == nullptr)
        return damaged(u"organisation file or its branch"_s);
    auto kept = crypto::SecretBuffer::copyOf(bytesOf(*secret));
    if (!kept)
        return damaged(u"secure heap is full"_s);
    ticket.enrolment = *enrolment;
    ticket.device = *device;
    ticket.secret = std::move(*kept);
    ticket.expires = fromMs(expires);
    return ticket;
}

} // namespace consent::desk::enrolmentfile

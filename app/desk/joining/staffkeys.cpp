#include "desk/joining/staffkeys.h"

#include "central/storelogin.h"
#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "desk/joining/storevisit.h"

#include <QCoreApplication>

namespace consent::desk::staffkeys {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstEpoch = 1;

struct Secrets
{
    QByteArray verifier;
    ledger::UserKeyRecord keys;
    crypto::P256PublicKey publicKey;
};

Error badLogin()
{
    return Error{ErrorKind::InvalidArgument,
                 QCoreApplication::translate(
                     "StaffKeys", "A user name of the central store begins with a small letter and has up to "
                                  "31 small letters, digits, dots, hyphens and underscores."),
                 u"login"_s};
}

Result<Secrets> secretsOf(const QString &storeId, const UserId &user, const QString &login, const QString &password)
{
    if (!central::isStoreLogin(login))
        return badLogin();
    const auto key = central::storePasswordKey(password, storeId, login);
    if (!key)
        return key.error();
    const auto storePassword = central::storePassword(*key);
    if (!storePassword)
        return storePassword.error();
    auto verifier = central::scramVerifier(*storePassword);
    if (!verifier)
        return verifier.error();
    const auto pair = ledger::UserKeys::generate(user);
    if (!pair)
        return pair.error();
    auto record = pair->seal(key->key());
    if (!record)
        return record.error();
    return Secrets{std::move(*verifier), std::move(*record), pair->publicKey()};
}

} // namespace

Result<central::NewUser> newUser(const QString &storeId, const StaffMember &member, const QString &password,
                                 const ledger::OrganisationKeys &keys)
{
    auto secrets = secretsOf(storeId, member.id, member.login, password);
    if (!secrets)
        return secrets.error();
    auto profile = keys.current() ? sealProfile(keys, member.name) : Result<QByteArray>(QByteArray());
    if (!profile)
        return profile.error();
    return central::NewUser{member.id,
                            member.login,
                            std::move(secrets->verifier),
                            toStoreRoles(member.roles),
                            std::move(*profile),
                            std::move(secrets->keys)};
}

Result<central::UserReset> reset(const QString &storeId, const UserId &user, const QString &login,
                                 const QString &password)
{
    auto secrets = secretsOf(storeId, user, login, password);
    if (!secrets)
        return secrets.error();
    return central::UserReset{user, std::move(secrets->verifier), std::move(secrets->keys)};
}

Result<std::map<int, QByteArray>> wrapFor(const ledger::OrganisationKeys &keys, const QJsonObject &publicKey)
{
    const auto user = crypto::P256PublicKey::fromJwk(publicKey);
    if (!user)
        return user.error();
    std::map<int, QByteArray> wrapped;
    const int newest = keys.current() ? keys.current()->epoch() : 0;
    for (int epoch = 1; epoch <= newest; ++epoch) {
        const ledger::OrganisationKey *key = keys.find(epoch);
        if (!key)
            continue;
        auto one = key->wrapFor(*user);
        if (!one)
            return one.error();
        wrapped.emplace(epoch, std::move(*one));
    }
    return wrapped;
}

Result<central::FirstUser> firstOfficer(const QString &storeId, StaffMember member, const QString &password)
{
    auto key = ledger::OrganisationKey::generate(firstEpoch);
    if (!key)
        return key.error();
    ledger::OrganisationKeys keys;
    keys.add(std::move(*key));
    member.roles = Roles(Role::PrivacyOfficer) | Role::Administrator;
    auto user = newUser(storeId, member, password, keys);
    if (!user)
        return user.error();
    auto wrapped = wrapFor(keys, user->keys.publicKey);
    if (!wrapped)
        return wrapped.error();
    return central::FirstUser{std::move(*user), std::move(*wrapped), false};
}

Result<QString> oneTimePassword()
{
    const auto code = EnrolmentCode::create();
    const auto more = code ? EnrolmentCode::create() : code;
    if (!more)
        return more.error();
    return QString(code->grouped() + u'-' + more->letters().left(4));
}

Result<Enrolment> enrolment(const QString &storeId, const QString &address, const QByteArray &caPem,
                            const QString &branch, const QByteArray &organisationJson, UtcTime expires)
{
    const auto organisation = domain::Organisation::parse(organisationJson);
    if (!organisation)
        return organisation.error();
    if (organisation->branch(branch) == nullptr)
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("StaffKeys", "The organisation file has no branch “%1”.").arg(branch),
                     u"branch"_s};
    auto secret = crypto::SecretBuffer::random(EnrolmentTicket::SecretBytes);
    const auto code = EnrolmentCode::create();
    if (!code)
        return code.error();
    if (!secret)
        return Error{ErrorKind::Internal, badLogin().message, u"secure heap"_s};
    EnrolmentTicket ticket;
    ticket.storeId = storeId;
    ticket.address = address;
    ticket.caPem = caPem;
    ticket.enrolment = central::EnrolmentId::create();
    ticket.device = DeviceId::create();
    ticket.branch = branch;
    ticket.secret = std::move(*secret);
    ticket.expires = expires;
    ticket.organisationJson = organisationJson;
    auto file = enrolmentfile::write(ticket, *code);
    if (!file)
        return file.error();
    return Enrolment{
        {ticket.enrolment, ticket.device, branch, crypto::toByteArray(crypto::sha256(ticket.secret.span())), expires},
        std::move(*file),
        code->grouped()};
}

} // namespace consent::desk::staffkeys

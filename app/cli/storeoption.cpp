#include "cli/storeoption.h"

#include "cli/command.h"
#include "cli/passwordsource.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <QCoreApplication>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StoreOption)
};

} // namespace

void StoreOption::declare(CLI::App &command)
{
    command
        .add_option("--store", m_address,
                    toStd(Words::tr("the central store: postgresql://USER@HOST/DATABASE?sslrootcert=FILE")))
        ->type_name(toStd(Words::tr("ADDRESS")))
        ->required();
    command
        .add_option(
            "--store-password-fd", m_descriptor,
            toStd(Words::tr("an open file descriptor from which the password of that account is read; otherwise "
                            "it comes from the file that CONSENTDESK_STORE_PASSWORD_FILE names, or from the "
                            "terminal")))
        ->type_name(toStd(Words::tr("NUMBER")))
        ->check(CLI::Range(0, 1023));
}

Result<central::StoreAddress> StoreOption::address() const
{
    auto address = central::StoreAddress::parse(fromStd(m_address));
    if (!address || !address->user().isEmpty())
        return address;
    return Error{
        ErrorKind::InvalidArgument,
        Words::tr("The address of the store names no account. Write it before the server's name, for example: %1")
            .arg(QStringLiteral("postgresql://postgres@db.example/consentdesk")),
        {}};
}

Result<crypto::SecretBuffer> StoreOption::password(const central::StoreAddress &address) const
{
    const PasswordSource source(m_descriptor, qEnvironmentVariable("CONSENTDESK_STORE_PASSWORD_FILE"));
    auto text = source.read(Words::tr("Password of %1 at the store: ").arg(address.user()));
    if (!text)
        return text.error();
    QByteArray bytes = text->toUtf8();
    auto secret = crypto::SecretBuffer::copyOf(
        {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())});
    crypto::wipe({reinterpret_cast<std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size())});
    text->fill(QChar(u'\0'));
    if (!secret)
        return Error{ErrorKind::Unavailable,
                     Words::tr("There is no protected memory left. Close other programs and try again."),
                     QStringLiteral("secure heap")};
    return *std::move(secret);
}

} // namespace consent::cli

#include "cli/centralofficercommand.h"

#include "base/clock.h"
#include "base/jsonfile.h"
#include "central/provisioning/centralprovisioning.h"
#include "cli/workplace.h"
#include "desk/joining/staffkeys.h"
#include "desk/session/shippedfiles.h"

#include <CLI/App.hpp>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace consent::cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CentralOfficerCommand)
};

constexpr qint64 longestAuthority = 64 * 1024;
constexpr std::chrono::hours validFor(72);

/// The file, or what stands for it when none is named.
Result<QByteArray> contentOf(const QString &path, const QByteArray &otherwise, qint64 limit)
{
    return path.isEmpty() ? Result<QByteArray>(otherwise) : readFileLimited(path, limit);
}

} // namespace

CentralOfficerCommand::CentralOfficerCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void CentralOfficerCommand::declare(CLI::App &root)
{
    CLI::App &app = place(root, u"central"_s, Words::tr("the central store on PostgreSQL"), u"officer"_s,
                          Words::tr("add the first privacy officer, and make the enrolment file of the first PC"));
    m_store.declare(app);
    app.add_option("LOGIN", m_login, toStd(Words::tr("the officer's sign-in name")))->required();
    app.add_option("--name", m_name, toStd(Words::tr("the officer's name")))->required();
    app.add_option("--branch", m_branch, toStd(Words::tr("code of the branch of the first PC")))->required();
    app.add_option("--out", m_out, toStd(Words::tr("the enrolment file to write, ending in .enrol")))->required();
    app.add_option("--organisation", m_organisation,
                   toStd(Words::tr("the organisation file, if not the one that ships with the program")));
}

ExitCode CentralOfficerCommand::run()
{
    const QString path = fromStd(m_out);
    if (QFileInfo::exists(path))
        return m_workplace.misused(
            {ErrorKind::AlreadyExists, Words::tr("%1 exists already. Nothing was made.").arg(path), {}});
    const auto address = m_store.address();
    if (!address)
        return m_workplace.misused(address.error());
    const auto authority = contentOf(address->certificates().authority, {}, longestAuthority);
    const auto organisation =
        contentOf(fromStd(m_organisation), desk::shippedfiles::organisation(), domain::Organisation::maxBytes);
    if (!authority || !organisation)
        return m_workplace.fail(authority ? organisation.error() : authority.error());
    auto password = m_store.password(*address);
    if (!password)
        return m_workplace.fail(password.error());
    const auto provisioning = central::CentralProvisioning::connect(*address, *std::move(password));
    const auto report =
        provisioning ? (*provisioning)->migrate() : Result<central::ProvisioningReport>(provisioning.error());
    const auto bare = address->withCertificates({});
    if (!report || !bare)
        return m_workplace.fail(report ? bare.error() : report.error());
    const auto made = desk::staffkeys::enrolment(report->storeId, bare->withUser({}).toUri(), *authority,
                                                 fromStd(m_branch), *organisation, SystemClock().now() + validFor);
    const auto once = desk::staffkeys::oneTimePassword();
    if (!made || !once)
        return m_workplace.fail(made ? once.error() : made.error());
    auto officer = desk::staffkeys::firstOfficer(report->storeId,
                                                 {UserId::create(), fromStd(m_login), fromStd(m_name), {}}, *once);
    if (!officer)
        return m_workplace.fail(officer.error());
    officer->mustChangePassword = true;
    if (const auto added = (*provisioning)->addBranch(fromStd(m_branch)); !added)
        return m_workplace.fail(added.error());
    if (const auto added = (*provisioning)->addFirstUser(*officer); !added)
        return m_workplace.fail(added.error());
    if (const auto opened = (*provisioning)->openEnrolment(made->opened); !opened)
        return m_workplace.fail(opened.error());
    if (const auto written = writeFileDurably(path, made->file); !written)
        return m_workplace.fail(written.error());
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    Console &console = m_workplace.console();
    console.print(Words::tr("One-time password of %1: %2").arg(fromStd(m_login), *once));
    console.print(Words::tr("Enrolment file: %1").arg(path));
    console.print(Words::tr("Code: %1").arg(made->code));
    console.print(Words::tr("Good for one PC until %1. Send the code by another way than the file, best on the phone.")
                      .arg(koreanTimestamp(made->opened.expires)));
    return ExitCode::Done;
}

} // namespace consent::cli

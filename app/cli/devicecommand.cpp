#include "cli/devicecommand.h"

#include "base/jsonfile.h"
#include "cli/workplace.h"
#include "desk/joining/staffdesk.h"
#include "desk/session/desksession.h"

#include <CLI/App.hpp>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace consent::cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DeviceCommand)
};

using Action = DeviceCommand::Action;

QString nameOf(Action action)
{
    switch (action) {
    case Action::List:
        return u"list"_s;
    case Action::Enrol:
        return u"enrol"_s;
    case Action::Revoke:
        return u"revoke"_s;
    case Action::Held:
        return u"held"_s;
    }
    return {};
}

QString helpOf(Action action)
{
    switch (action) {
    case Action::List:
        return Words::tr("show the PCs of the central store");
    case Action::Enrol:
        return Words::tr("make the enrolment file and the code for one new PC");
    case Action::Revoke:
        return Words::tr("withdraw a PC: it destroys its data at its next contact");
    case Action::Held:
        return Words::tr("say whose data a PC may hold, for the report about a lost one");
    }
    return {};
}

QString stateOf(central::DeviceState state)
{
    switch (state) {
    case central::DeviceState::Waiting:
        return Words::tr("waiting");
    case central::DeviceState::Active:
        return Words::tr("active");
    case central::DeviceState::Revoked:
        return Words::tr("withdrawn");
    }
    return {};
}

QString momentOf(const std::optional<UtcTime> &time)
{
    return time ? koreanTimestamp(*time) : u"-"_s;
}

Error unknownDevice()
{
    return {ErrorKind::InvalidArgument, Words::tr("That is no id of a PC. consentdesk-admin device list shows them."),
            u"not a UUID"_s};
}

} // namespace

DeviceCommand::DeviceCommand(Workplace &workplace, Action action)
    : m_workplace(workplace)
    , m_action(action)
{
}

void DeviceCommand::declare(CLI::App &root)
{
    CLI::App &app =
        place(root, u"device"_s, Words::tr("PCs of the shared central store"), nameOf(m_action), helpOf(m_action));
    if (m_action == Action::Revoke || m_action == Action::Held)
        app.add_option("DEVICE", m_device, toStd(Words::tr("the id of the PC")))->required();
    if (m_action == Action::Revoke)
        app.add_option("--reason", m_reason, toStd(Words::tr("why, for the history of rights")))->required();
    if (m_action == Action::Enrol) {
        app.add_option("--branch", m_branch, toStd(Words::tr("code of the branch")))->required();
        app.add_option("--out", m_out, toStd(Words::tr("the file to write, ending in .enrol")))->required();
        app.add_option("--hours", m_hours, toStd(Words::tr("for how long it is good, 24 unless told")))
            ->check(CLI::Range(1, 720));
    }
}

ExitCode DeviceCommand::run()
{
    const auto session = m_workplace.session();
    if (!session)
        return m_workplace.fail(session.error());
    desk::StaffDesk &staff = (*session)->staff();
    switch (m_action) {
    case Action::List:
        return list(staff);
    case Action::Enrol:
        return enrol(staff);
    case Action::Revoke:
        return revoke(staff);
    case Action::Held:
        return held(staff);
    }
    return ExitCode::Usage;
}

ExitCode DeviceCommand::list(desk::StaffDesk &staff)
{
    const auto devices = waitFor(staff.devices());
    if (!devices)
        return m_workplace.fail(devices.error());
    std::vector<QStringList> rows;
    for (const central::DeviceRecord &device : *devices)
        rows.push_back({device.device.toString(), stateOf(device.state), device.branch, momentOf(device.lastSeen),
                        QString::number(device.events), QString::number(device.held)});
    m_workplace.console().printTable({Words::tr("PC"), Words::tr("State"), Words::tr("Branch"),
                                      Words::tr("Last contact"), Words::tr("Events"), Words::tr("Persons held")},
                                     rows);
    return ExitCode::Done;
}

ExitCode DeviceCommand::enrol(desk::StaffDesk &staff)
{
    const QString path = fromStd(m_out);
    if (QFileInfo::exists(path))
        return m_workplace.misused(
            {ErrorKind::AlreadyExists, Words::tr("%1 exists already. Nothing was made.").arg(path), {}});
    const auto made = waitFor(staff.openEnrolment(fromStd(m_branch), std::chrono::hours(m_hours)));
    if (!made)
        return m_workplace.fail(made.error());
    if (const auto written = writeFileDurably(path, made->file); !written)
        return m_workplace.fail(written.error());
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    Console &console = m_workplace.console();
    console.print(Words::tr("Enrolment file: %1").arg(path));
    console.print(Words::tr("Code: %1").arg(made->code));
    console.print(Words::tr("Good for one PC until %1. Send the code by another way than the file, best on the phone.")
                      .arg(koreanTimestamp(made->opened.expires)));
    return ExitCode::Done;
}

ExitCode DeviceCommand::revoke(desk::StaffDesk &staff)
{
    const auto device = DeviceId::fromString(fromStd(m_device));
    if (!device)
        return m_workplace.misused(unknownDevice());
    const auto done = waitFor(staff.revoke(*device, fromStd(m_reason)));
    if (!done)
        return m_workplace.fail(done.error());
    m_workplace.console().print(
        Words::tr("Withdrawn. Whose data it may hold: consentdesk-admin device held %1").arg(device->toString()));
    return ExitCode::Done;
}

ExitCode DeviceCommand::held(desk::StaffDesk &staff)
{
    const auto device = DeviceId::fromString(fromStd(m_device));
    if (!device)
        return m_workplace.misused(unknownDevice());
    const auto people = waitFor(staff.held(*device));
    if (!people)
        return m_workplace.fail(people.error());
    std::vector<QStringList> rows;
    for (const desk::HeldPerson &person : *people)
        rows.push_back({person.subject.toString(), person.name});
    m_workplace.console().printTable({Words::tr("Person"), Words::tr("Name")}, rows);
    m_workplace.console().note(Words::tr("%n person(s)", nullptr, static_cast<int>(people->size())));
    return ExitCode::Done;
}

} // namespace consent::cli

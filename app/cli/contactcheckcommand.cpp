#include "cli/contactcheckcommand.h"

#include "cli/numberlist.h"
#include "cli/workplace.h"
#include "desk/contacts/contactchecking.h"
#include "desk/contacts/contactdesk.h"
#include "desk/session/desksession.h"
#include "domain/advertising.h"
#include "domain/organisation.h"
#include "domain/phone.h"

#include <CLI/App.hpp>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>

#include <optional>

namespace consent::cli {

using domain::ContactAnswer;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ContactCheckCommand)
};

constexpr std::size_t batchSize = 65'536;

/// A moment as typed: a time in Korea, whatever the zone of the PC.
std::optional<UtcTime> momentFrom(const std::string &text)
{
    QString typed = fromStd(text).trimmed().replace(u' ', u'T');
    if (typed.count(u':') == 1)
        typed += QStringLiteral(":00");
    const QDateTime local = QDateTime::fromString(typed + QStringLiteral("+09:00"), Qt::ISODate);
    return local.isValid() ? std::optional(fromMs(local.toMSecsSinceEpoch())) : std::nullopt;
}

bool isBoth(domain::Channel channel)
{
    return channel == domain::Channel::Phone || channel == domain::Channel::Sms;
}

/// The columns of the answers, and how to fill them.
class Columns
{
public:
    Columns(bool dayAndNight, bool quiet)
        : m_dayAndNight(dayAndNight)
        , m_quiet(quiet)
    {
    }

    QByteArray header() const
    {
        QByteArray line = "line,number";
        for (const domain::Channel channel : domain::contactChannels) {
            const QByteArray name = domain::toCode(channel).toLatin1();
            line += m_dayAndNight && isBoth(channel) ? ',' + name + "_day," + name + "_night" : ',' + name;
        }
        return line + '\n';
    }
    void append(QByteArray &line, const cache::ContactAnswers &answers) const
    {
        for (std::size_t way = 0; way < domain::contactChannels.size(); ++way) {
            if (m_dayAndNight && isBoth(domain::contactChannels[way])) {
                add(line, answers.day[way]);
                add(line, answers.night[way]);
            } else {
                add(line, m_quiet ? answers.night[way] : answers.day[way]);
            }
        }
        line += '\n';
    }

private:
    static void add(QByteArray &line, ContactAnswer answer)
    {
        const std::string_view code = domain::codesOf<ContactAnswer>.at(static_cast<std::size_t>(answer)).code;
        line.append(',').append(code.data(), qsizetype(code.size()));
    }

    bool m_dayAndNight;
    bool m_quiet;
};

QString inWords(ContactAnswer answer)
{
    switch (answer) {
    case ContactAnswer::Allowed:
        return Words::tr("allowed");
    case ContactAnswer::Night:
        return Words::tr("not at night: no consent for 21:00 to 08:00");
    case ContactAnswer::NotAsked:
        return Words::tr("not allowed: never asked");
    case ContactAnswer::Refused:
        return Words::tr("not allowed: refused");
    case ContactAnswer::Expired:
        return Words::tr("not allowed: expired, not confirmed in time");
    case ContactAnswer::OptedOut:
        return Words::tr("not allowed: opted out");
    case ContactAnswer::Left:
        return Words::tr("not allowed: left the service");
    case ContactAnswer::Frozen:
        return Words::tr("not allowed: the data is frozen while a request is open");
    case ContactAnswer::Unknown:
        return Words::tr("not allowed: nobody is known by this number here");
    case ContactAnswer::NoNumber:
        return Words::tr("not a telephone number");
    }
    return {};
}

} // namespace

ContactCheckCommand::ContactCheckCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void ContactCheckCommand::declare(CLI::App &root)
{
    CLI::App &own = place(root, QStringLiteral("contact-check"),
                          Words::tr("whether numbers may be reached for advertising; logged with its purpose"));
    auto *number = own.add_option("number", m_number, toStd(Words::tr("one telephone number")));
    own.add_option("--list", m_list,
                   toStd(Words::tr("a CSV file whose first column is numbers, or - for standard input")))
        ->type_name(toStd(Words::tr("FILE")))
        ->excludes(number);
    own.add_option("--out", m_answers, toStd(Words::tr("where the answers go; standard output when left out")))
        ->type_name(toStd(Words::tr("FILE")));
    own.add_option("--purpose", m_purpose, toStd(Words::tr("what the contact is for; kept in the access log")))
        ->required()
        ->type_name(toStd(Words::tr("TEXT")));
    own.add_option("--at", m_at, toStd(Words::tr("when the contact would be made, in Korean time; now when left out")))
        ->type_name(toStd(Words::tr("YYYY-MM-DD HH:MM")));
    own.add_flag("--day-and-night", m_dayAndNight, toStd(Words::tr("answer for the day and for the night apart")));
}

ExitCode ContactCheckCommand::run()
{
    if (m_number.empty() == m_list.empty())
        return m_workplace.misused(
            {ErrorKind::InvalidArgument, Words::tr("Give one number, or a list with --list."), {}});
    if (!m_at.empty() && !momentFrom(m_at))
        return m_workplace.misused(
            {ErrorKind::InvalidArgument,
             Words::tr("The time %1 is not understood. Write it like 2026-11-24 22:00.").arg(fromStd(m_at)),
             {}});
    const auto session = m_workplace.session();
    if (!session)
        return m_workplace.fail(session.error());
    if (m_list.empty())
        return checkOne(**session, fromStd(m_number));

    QFile in(fromStd(m_list));
    const bool opened = m_list == "-" ? in.open(0, QIODevice::ReadOnly) : in.open(QIODevice::ReadOnly);
    if (!opened)
        return m_workplace.fail(
            {ErrorKind::Io, Words::tr("The list %1 can't be read. Check the name and try again.").arg(in.fileName()),
             in.errorString()});
    QFile out(fromStd(m_answers));
    const bool writable =
        m_answers.empty() ? out.open(1, QIODevice::WriteOnly) : out.open(QIODevice::WriteOnly | QIODevice::NewOnly);
    if (!writable)
        return m_workplace.fail(
            {ErrorKind::Io,
             Words::tr("%1 can't be written. Choose a name that does not exist yet.").arg(out.fileName()),
             out.errorString()});
    return checkList(**session, in, out);
}

ExitCode ContactCheckCommand::checkOne(desk::DeskSession &session, const QString &number)
{
    const auto phone = domain::PhoneNumber::parse(number);
    if (!phone)
        return m_workplace.misused(phone.error());
    const UtcTime at = m_at.empty() ? session.now() : *momentFrom(m_at);
    const auto run = waitFor(session.contacts().beginCheck(at, fromStd(m_purpose)));
    if (!run)
        return m_workplace.fail(run.error());
    const auto answers = waitFor(session.contacts().check(*run, {phone->digits().toLatin1()}));
    if (const auto ended = waitFor(session.contacts().endCheck(*run)); !ended)
        return m_workplace.fail(ended.error());
    if (!answers)
        return m_workplace.fail(answers.error());
    const domain::Organisation &organisation = session.organisation();
    const bool quiet = domain::isQuietTime(at, organisation.quietFrom, organisation.quietUntil);
    std::vector<QStringList> table;
    for (std::size_t way = 0; way < domain::contactChannels.size(); ++way) {
        const QString channel = domain::label(domain::contactChannels[way]);
        const ContactAnswer day = answers->front().day[way];
        const ContactAnswer night = answers->front().night[way];
        if (m_dayAndNight)
            table.push_back({channel, inWords(day), inWords(night)});
        else
            table.push_back({channel, inWords(quiet ? night : day)});
    }
    m_workplace.console().printTable(m_dayAndNight
                                         ? QStringList{Words::tr("Way"), Words::tr("By day"), Words::tr("At night")}
                                         : QStringList{Words::tr("Way"), koreanTimestamp(at).chopped(3)},
                                     table);
    return ExitCode::Done;
}

ExitCode ContactCheckCommand::checkList(desk::DeskSession &session, QIODevice &in, QIODevice &out)
{
    const UtcTime at = m_at.empty() ? session.now() : *momentFrom(m_at);
    const domain::Organisation &organisation = session.organisation();
    const Columns columns(m_dayAndNight, domain::isQuietTime(at, organisation.quietFrom, organisation.quietUntil));
    const auto run = waitFor(session.contacts().beginCheck(at, fromStd(m_purpose)));
    if (!run)
        return m_workplace.fail(run.error());
    const auto end = [&](ExitCode code) {
        const auto ended = waitFor(session.contacts().endCheck(*run));
        return ended ? code : m_workplace.fail(ended.error());
    };
    NumberList list(in);
    qint64 done = 0;
    QByteArray text = columns.header();
    while (true) {
        const auto entries = list.next(batchSize);
        if (!entries)
            return end(m_workplace.fail(entries.error()));
        std::vector<QByteArray> numbers;
        numbers.reserve(entries->size());
        for (const NumberList::Entry &entry : *entries)
            numbers.push_back(desk::ContactChecking::digitsOf(entry.text));
        const auto answers = waitFor(session.contacts().check(*run, numbers));
        if (!answers)
            return end(m_workplace.fail(answers.error()));
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            text.append(QByteArray::number((*entries)[i].line)).append(',').append(numbers[i]);
            columns.append(text, (*answers)[i]);
        }
        if (out.write(text) != text.size())
            return end(
                m_workplace.fail({ErrorKind::Io, Words::tr("The answers can't be written. Make room and run it again."),
                                  out.errorString()}));
        text.resize(0);
        done += qint64(entries->size());
        m_workplace.console().showProgress(done, 0);
        if (entries->empty())
            break;
    }
    m_workplace.console().endProgress();
    m_workplace.console().note(Words::tr("%1 numbers answered.").arg(done));
    return end(ExitCode::Done);
}

} // namespace consent::cli

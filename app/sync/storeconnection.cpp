#include "sync/storeconnection.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace consent::sync {

namespace {

Result<void> judge(central::Standing standing)
{
    switch (standing) {
    case central::Standing::Active:
        return {};
    case central::Standing::UserDisabled:
        return Error{ErrorKind::NotAllowed,
                     QCoreApplication::translate("Sync", "Your user was disabled at the central store. Call the "
                                                         "administrator."),
                     u"user disabled"_s};
    case central::Standing::DeviceRevoked:
        return Error{ErrorKind::NotAllowed,
                     QCoreApplication::translate("Sync", "This PC was taken out of the organisation at the central "
                                                         "store. Call the administrator."),
                     u"device revoked"_s};
    case central::Standing::DeviceUnknown:
        return Error{ErrorKind::NotAllowed,
                     QCoreApplication::translate("Sync", "The central store does not know this PC. What you record is "
                                                         "kept here and waits. Call the administrator to enrol it."),
                     u"device unknown"_s};
    }
    return {};
}

} // namespace

StoreConnection::Busy::Busy(StoreConnection &connection)
    : m_connection(connection)
{
    m_connection.m_busySince = m_connection.m_clock.elapsed().count();
}

StoreConnection::Busy::~Busy()
{
    m_connection.m_busySince = -1;
}

StoreConnection::StoreConnection(StoreLink &link, const Clock &clock, Greeted greeted)
    : m_link(link)
    , m_clock(clock)
    , m_greeted(std::move(greeted))
{
}

Result<void> StoreConnection::ensure()
{
    if (m_store)
        return {};
    const Busy busy(*this);
    auto store = m_link.open();
    if (!store)
        return store.error();
    const UtcTime asked = m_clock.now();
    const auto welcome = m_link.hello(**store);
    if (!welcome)
        return welcome.error();
    const UtcTime answered = m_clock.now();
    // The store looked at its clock somewhere between; a PC clock set meanwhile would make half the way negative.
    const UtcTime middle = answered > asked ? asked + (answered - asked) / 2 : answered;
    if (m_greeted)
        m_greeted(*welcome, (middle - welcome->storeTime).count());
    if (auto standing = judge(welcome->standing); !standing)
        return standing;
    m_store = *std::move(store);
    ++m_generation;
    return {};
}

std::optional<Milliseconds> StoreConnection::busySince() const
{
    const qint64 since = m_busySince;
    return since < 0 ? std::nullopt : std::optional(Milliseconds(since));
}

bool StoreConnection::isAnswer(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidArgument:
    case ErrorKind::NotFound:
    case ErrorKind::AlreadyExists:
    case ErrorKind::NotAllowed:
    case ErrorKind::WrongPassword:
    case ErrorKind::WrongKey:
    case ErrorKind::Damaged:
    case ErrorKind::TooNew:
    case ErrorKind::Conflict:
        return true;
    case ErrorKind::Busy:
    case ErrorKind::DiskFull:
    case ErrorKind::Io:
    case ErrorKind::Unavailable:
    case ErrorKind::Cancelled:
    case ErrorKind::Internal:
        return false;
    }
    return false;
}

} // namespace consent::sync

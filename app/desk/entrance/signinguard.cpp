#include "desk/entrance/signinguard.h"

#include "base/jsonfile.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

constexpr auto firstWait = std::chrono::minutes(5);
constexpr int mostDoublings = 6; // 5 h 20 min at the most

} // namespace

SignInGuard::SignInGuard(QString folder, int mostFailures, const Clock &clock)
    : m_path(folder + u"/signin.json"_s)
    , m_most(mostFailures)
    , m_clock(clock)
{
}

SignInGuard::Record SignInGuard::read() const
{
    // A file that can't be read counts as none: whoever can write here can also remove it.
    const auto bytes = readFileLimited(m_path, 4096);
    const auto json = bytes ? parseJsonObject(*bytes, u"signin.json"_s) : Result<QJsonObject>(QJsonObject());
    if (!json)
        return {};
    return Record{std::max(0, json->value(u"failures").toInt()), fromMs(json->value(u"closedUntil").toInteger())};
}

Result<void> SignInGuard::write(const Record &record) const
{
    const QJsonObject json{{u"failures"_s, record.failures}, {u"closedUntil"_s, toMs(record.closedUntil)}};
    return writeFileDurably(m_path, QJsonDocument(json).toJson());
}

Result<void> SignInGuard::mayTry() const
{
    const Record record = read();
    // A wait that a changed clock stretched beyond the longest one is no wait of ours.
    const auto longest = firstWait * (1 << mostDoublings);
    if (m_clock.now() >= record.closedUntil || record.closedUntil - m_clock.now() > longest)
        return {};
    return Error{ErrorKind::NotAllowed,
                 QCoreApplication::translate("SignInGuard",
                                             "Too many wrong passwords. This desk opens again at %1. Ask your "
                                             "administrator if you forgot yours.")
                     .arg(koreanTimestamp(record.closedUntil)),
                 u"closed after failures"_s};
}

Result<void> SignInGuard::failed()
{
    Record record = read();
    ++record.failures;
    if (record.failures >= m_most) {
        const int doublings = std::min(record.failures - m_most, mostDoublings);
        record.closedUntil = m_clock.now() + firstWait * (1 << doublings);
    }
    return write(record);
}

Result<void> SignInGuard::succeeded()
{
    if (read().failures == 0)
        return {};
    return write({});
}

} // namespace consent::desk

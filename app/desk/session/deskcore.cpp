#include "desk/session/deskcore.h"

#include <QCoreApplication>

namespace consent::desk {

DeskCore::DeskCore(Facts facts, const Clock &clock, std::unique_ptr<CacheThread> thread, std::unique_ptr<OpenDesk> open)
    : m_facts(std::move(facts))
    , m_clock(clock)
    , m_thread(std::move(thread))
    , m_open(std::move(open))
{
}

DeskCore::~DeskCore()
{
    m_thread->run([this] { return m_open.reset(), true; }, Urgency::Bulk).waitForFinished();
}

void DeskCore::drain()
{
    m_thread->run([] { return true; }, Urgency::Bulk).waitForFinished();
}

Result<void> DeskCore::require(Right right) const
{
    if (may(m_facts.user.roles, right))
        return {};
    return Error{
        ErrorKind::NotAllowed,
        QCoreApplication::translate("DeskCore", "Your user may not do this. Ask your privacy officer if you need it."),
        QStringLiteral("right %1").arg(int(right))};
}

} // namespace consent::desk

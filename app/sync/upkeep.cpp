#include "sync/upkeep.h"

namespace consent::sync {

Upkeep::Upkeep(StoreConnection &connection, UpkeepSource &source)
    : m_connection(connection)
    , m_source(source)
{
}

void Upkeep::look(bool evict)
{
    m_accessDue = true;
    m_releaseDue = true;
    m_erasureDue = true;
    m_evictionDue = m_evictionDue || evict;
}

Result<Upkeep::Step> Upkeep::step()
{
    if (m_erasureDue)
        return eraseThere();
    if (m_accessDue)
        return tellAccess();
    if (m_evictionDue)
        return makeRoom();
    if (m_releaseDue)
        return tellReleased();
    return Step::Idle;
}

Result<Upkeep::Step> Upkeep::makeRoom()
{
    auto more = m_source.dropErased();
    if (more && !*more && m_connection.isShared()) // a store of its own is no place to fetch people back from
        more = m_source.evictSome();
    if (!more)
        return more.error();
    m_evictionDue = *more;
    return Step::Moved;
}

Result<Upkeep::Step> Upkeep::eraseThere()
{
    const auto subjects = m_source.erasuresDue(peopleAtOnce);
    if (!subjects)
        return subjects.error();
    m_erasureDue = !subjects->empty();
    for (const SubjectId &subject : *subjects) {
        const auto erased =
            m_connection.call([&subject](central::CentralStore &store) { return store.eraseSubject(subject); });
        if (!erased && erased.error().kind == ErrorKind::NotAllowed) {
            // Somebody else works here now: it waits for the next session of a privacy officer.
            m_erasureDue = false;
            return Step::Moved;
        }
        if (!erased)
            return erased.error();
        if (auto known = m_source.erasureDone(subject); !known)
            return known.error();
    }
    return Step::Moved;
}

Result<Upkeep::Step> Upkeep::tellAccess()
{
    const auto batch = m_source.accessEntries(entriesAtOnce);
    if (!batch)
        return batch.error();
    if (batch->entries.empty()) {
        m_accessDue = false;
        return Step::Moved;
    }
    const auto logged =
        m_connection.call([&batch](central::CentralStore &store) { return store.logAccess(batch->entries); });
    if (!logged)
        return logged.error();
    if (auto known = m_source.accessLogged(batch->upTo); !known)
        return known.error();
    return Step::Moved;
}

Result<Upkeep::Step> Upkeep::tellReleased()
{
    const auto subjects = m_source.released(peopleAtOnce);
    if (!subjects)
        return subjects.error();
    if (subjects->empty()) {
        m_releaseDue = false;
        return Step::Moved;
    }
    const auto told = m_connection.call([&subjects](central::CentralStore &store) { return store.release(*subjects); });
    if (!told)
        return told.error();
    if (auto known = m_source.releaseTold(*subjects); !known)
        return known.error();
    return Step::Moved;
}

} // namespace consent::sync

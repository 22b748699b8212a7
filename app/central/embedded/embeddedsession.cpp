#include "central/embedded/embeddedsession.h"

#include "central/storeerrors_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consent::central {

Result<qint64> EmbeddedSession::setting(const QString &name) const
{
    return connection.number(u"SELECT CAST(value AS INTEGER) FROM setting WHERE name = ?"_s, name);
}

Result<void> EmbeddedSession::mayWork() const
{
    if (refused)
        return notPermitted(u"hello() was not answered with Active"_s);
    return {};
}

Result<void> EmbeddedSession::link(const SubjectId &subject) const
{
    if (!greeted)
        return {};
    return connection.run(u"INSERT OR IGNORE INTO subject_branch(subject, branch, touched) VALUES(?, ?, ?)"_s,
                          subject.toString(), branch, now());
}

bool EmbeddedSession::hasAnyRole(const QStringList &some) const
{
    return std::any_of(some.begin(), some.end(), [this](const QString &role) { return roles.contains(role); });
}

} // namespace consent::central

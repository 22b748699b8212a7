#include "desk/requests/requestcontext.h"

#include "desk/session/deskcore.h"
#include "desk/session/shippedfiles.h"

#include <QCryptographicHash>

#include <array>
#include <utility>

namespace consent::desk {

RequestContext requestContext(const DeskCore &core)
{
    return {core.organisation(), shippedfiles::koreanHolidays(), core.user(), core.profile().device(),
            core.clock().now()};
}

domain::RequestActors requestActors(Roles roles)
{
    using domain::RequestActor;
    static constexpr std::array pairs{
        std::pair{Role::Agent, RequestActor::Agent},
        std::pair{Role::Counter, RequestActor::Counter},
        std::pair{Role::Supervisor, RequestActor::Supervisor},
        std::pair{Role::PrivacyOfficer, RequestActor::PrivacyOfficer},
        std::pair{Role::Administrator, RequestActor::Administrator},
    };
    domain::RequestActors actors;
    for (const auto &[role, actor] : pairs)
        actors.setFlag(actor, roles.testFlag(role));
    return actors;
}

domain::RequestActors RequestContext::actor() const
{
    return requestActors(user.roles);
}

domain::CountingRule RequestContext::rule(domain::RequestKind kind) const
{
    domain::CountingRule rule = organisation.requestCounting;
    if (domain::isWithoutDelay(kind))
        rule.days = 0;
    return rule;
}

QString requestNumber(const RequestId &request, UtcTime received)
{
    // Characters that are not taken for one another when read aloud.
    static constexpr QLatin1StringView alphabet("0123456789ABCDEFGHJKMNPQRTVWXYZ");
    const QByteArray hash = QCryptographicHash::hash(request.toString().toLatin1(), QCryptographicHash::Sha256);
    QString number = QStringLiteral("R") + koreanDate(received).toString(QStringLiteral("yyMMdd")) + u'-';
    quint64 value = 0;
    for (qsizetype i = 0; i < 7; ++i)
        value = value << 8U | static_cast<quint8>(hash[i]);
    for (int i = 0; i < 5; ++i) {
        number += alphabet[static_cast<qsizetype>(value % 31U)];
        value /= 31U;
    }
    return number;
}

} // namespace consent::desk

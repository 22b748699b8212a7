#pragma once

#include "desk/requests/requestwork.h"

#include <QJsonObject>

/// What the files that implement RequestWork share.
namespace consent::desk {

inline QJsonObject sealedText(const QString &name, const QString &text)
{
    return text.isEmpty() ? QJsonObject() : QJsonObject{{name, text}};
}

template <typename Facts>
Result<void> RequestWork::record(QLatin1StringView type, const SubjectId &subject, Facts facts,
                                 const QJsonObject &personal)
{
    const auto after = m_recorder.latestAbout(subject);
    if (!after)
        return after.error();
    facts.after = *after;
    const auto event = m_recorder.record(type, subject, facts.toFacts(), personal);
    return event ? Result<void>() : event.error();
}

} // namespace consent::desk

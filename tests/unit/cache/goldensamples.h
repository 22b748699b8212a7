#pragma once

#include "ledger/event.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace consent::test {

/// What a golden event is made of, as this program writes it today.
struct GoldenSample
{
    QString type;
    std::optional<SubjectId> subject;
    QJsonObject facts;
    QJsonObject personal; ///< Empty: no sealed part.
};

/// The two people of the samples.
SubjectId goldenPerson(int number);

/// One sample of every type but device.enrolled, in the order of the chain, always the same.
/// @param idOf the id of the earlier event of a type: ids are random when they are made
std::vector<GoldenSample> goldenSamples(const std::function<EventId(QLatin1StringView type)> &idOf);

/// Reads facts strictly and writes them again, for the types that have a reader; the same facts for others.
/// @return nothing when they don't read
std::optional<QJsonObject> readAndWritten(const QString &type, const QJsonObject &facts);

} // namespace consent::test

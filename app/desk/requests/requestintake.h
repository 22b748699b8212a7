#pragma once

#include "desk/requests/requestcontext.h"
#include "desk/requests/requestviews.h"
#include "desk/session/opendesk.h"
#include "domain/subject.h"

#include <QJsonObject>

/// What is typed about a request, made right by construction. Cache thread.
namespace consent::desk::requestintake {

inline constexpr qsizetype longestText = 4000; ///< Characters of details, reasons and notes.

/// The new value of a field in the form in which it is kept. @return InvalidArgument with the sentence for the field.
Result<QString> normalised(domain::SubjectField field, const QString &typed, QDate today);
/// As it stands now, for people: phone numbers grouped. Empty when there is none.
QString current(const domain::Subject &person, domain::SubjectField field);
/// What subject.corrected has to carry for these wishes: a guardian goes as a whole.
QJsonObject corrections(const domain::Subject &person, const QJsonObject &wanted);

/// @return InvalidArgument, naming what is missing or wrong.
Result<void> check(OpenDesk &open, const RequestContext &context, const domain::Subject &person,
                   const NewRequest &request);
/// The part that is sealed. Precondition: check().
Result<QJsonObject> personal(const RequestContext &context, const domain::Subject &person, const NewRequest &request);

/// A text that somebody gave as a reason. @return InvalidArgument when it is empty or too long.
Result<QString> reason(const QString &typed);
/// The same for a note, which may be empty.
Result<QString> note(const QString &typed);

} // namespace consent::desk::requestintake

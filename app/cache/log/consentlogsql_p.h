#pragma once

#include <QString>

/// The texts of ConsentLogStore's queries.
namespace consent::cache::consentlogsql {

/// Rows of a stretch of places under a filter.
const QString &countFiltered();
/// The place of the row with so many others between it and the end that is read from.
const QString &place(bool byDates, bool fromNewest);
/// Rows to show from a place on, newest first.
const QString &page(bool byDates);
const QString &byEvent();
const QString &bySubject();

} // namespace consent::cache::consentlogsql

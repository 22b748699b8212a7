#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "cache/store/fieldstamps.h"
#include "cache/store/numbers.h"
#include "domain/subject.h"

#include <optional>
#include <vector>

namespace consent::vault {
class SqlStatement;
}

namespace consent::cache {

/// A person as this PC knows them.
struct SubjectRecord
{
    qint64 number = 0; ///< Of this file, in the order in which it first heard of them.
    domain::Subject subject;
    std::optional<UtcTime> registered;  ///< Nothing while only later events have arrived.
    std::optional<UtcTime> lastContact; ///< Latest call, visit, withdrawal or opt-out.
    std::optional<qint64> registration; ///< Number of the event.
    FieldStamps stamps;

    friend bool operator==(const SubjectRecord &, const SubjectRecord &) = default;
};

/// The people of this PC, with the terms by which Search finds them. A projection: see Projector.
/// Cache thread only; opens no transaction.
class SubjectStore
{
public:
    explicit SubjectStore(vault::SqlConnection &connection); // outlives this

    Result<std::optional<SubjectRecord>> find(const SubjectId &id) const;
    Result<std::optional<SubjectRecord>> at(qint64 number) const;
    /// People with exactly this number (digits), newest first.
    Result<std::vector<SubjectRecord>> withPhone(const QString &digits) const;
    /// Who may be the same person: same number, or same name (spaces and case aside) and birth date. Newest first.
    Result<std::vector<SubjectRecord>> similarTo(const QString &name, const QDate &birthDate,
                                                 const QString &phone) const;
    /// Registered people.
    Result<qint64> count() const;

    /// The terms that find a person, each as stored or marked as missing: for comparing.
    Result<QByteArray> termsOf(qint64 number) const;
    /// How many terms a person ought to have.
    Result<qint64> termCount(qint64 number) const;

    /// Adds or replaces a row and its search terms.
    Result<void> put(const SubjectRecord &record);
    /// From now on put() leaves the search terms alone, until TermBuilder has made them all: sorted, they are written
    /// many times faster than person by person.
    void deferTerms(bool deferred) { m_termsDeferred = deferred; }
    bool termsDeferred() const { return m_termsDeferred; }
    Result<void> remove(qint64 number);
    Result<void> clear();

private:
    Result<std::vector<SubjectRecord>> read(vault::SqlStatement query) const;
    Result<QStringList> expectedTerms(qint64 number) const;
    Result<void> index(const SubjectRecord &record);
    Result<void> unindex(qint64 number);

    vault::SqlConnection &m_connection;
    bool m_termsDeferred = false;
};

} // namespace consent::cache

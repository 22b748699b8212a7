#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "cache/store/numbers.h"
#include "domain/advertising.h"
#include "ledger/contactfacts.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace consent::cache {

/// One handing-over of data to a third party.
struct Provision
{
    ProvisionId id;
    EventId event;
    SubjectId subject;
    UtcTime at{};
    QString recipient;
    QString purpose;
    QStringList items;
    domain::ProvisionBasis basis = domain::ProvisionBasis::Consent;
    std::optional<UtcTime> corrected; ///< When the recipient was last told of a correction.

    friend bool operator==(const Provision &, const Provision &) = default;
};

/// An answer about advertising whose outcome has to be told.
struct ResultNotice
{
    EventId about;
    QString type; ///< Of that event.
    SubjectId subject;
    UtcTime answered{};
    std::optional<UtcTime> told;
    std::optional<domain::ToldBy> channel;

    friend bool operator==(const ResultNotice &, const ResultNotice &) = default;
};

/// A consent to advertising that is to be asked about again, or was not in time.
struct AgedConsent
{
    SubjectId subject;
    QString item;
    UtcTime granted{};
    UtcTime since{}; ///< When it was given or last kept.

    friend bool operator==(const AgedConsent &, const AgedConsent &) = default;
};

/// One asking again.
struct ReconfirmationRecord
{
    EventId event;
    UtcTime at{};
    QStringList items;
    domain::Reconfirmation outcome = domain::Reconfirmation::Kept;
    bool keeps = true;
    QString batch;
};

/// A guardian as linked, or as named in a contact.
struct GuardianLink
{
    EventId event;
    UtcTime at{};
    QString method; ///< Code; empty where it was not noted.
    QString name;
    QString phone; ///< digits
    QString relation;
};

/// What ContactProjection keeps, for reading. Cache thread only; opens no transaction.
class ContactStore
{
public:
    explicit ContactStore(vault::SqlConnection &connection); // outlives this

    /// Newest first.
    Result<std::vector<Provision>> provisionsOf(const SubjectId &subject) const;
    /// @return nothing when this desk does not have it.
    Result<std::optional<Provision>> provision(const ProvisionId &id) const;

    /// What waits to be told, oldest first. A slip of the hand and what was told are not in it.
    Result<std::vector<ResultNotice>> openNotices(int limit) const;
    Result<qint64> openNoticeCount() const;
    Result<std::optional<ResultNotice>> notice(const EventId &about) const;
    Result<std::vector<ResultNotice>> noticesOf(const SubjectId &subject) const;

    /// Granted consents to any of these items, given or last kept before the moment, oldest grant first. Blanket
    /// opt-outs are not looked at: the caller asks for the state as a whole.
    /// @param afterGrant,afterPerson where the page before ended; 0 for the first
    struct Page
    {
        std::vector<AgedConsent> consents;
        qint64 afterGrant = 0;
        qint64 afterPerson = 0;
        bool more = false;
    };
    Result<Page> aged(const QStringList &items, UtcTime before, int limit, qint64 afterGrant = 0,
                      qint64 afterPerson = 0) const;
    /// When each item of a person was last kept.
    Result<std::map<QString, UtcTime>> keptOf(const SubjectId &subject) const;
    /// Newest first.
    Result<std::vector<ReconfirmationRecord>> reconfirmationsOf(const SubjectId &subject) const;

    /// Newest first.
    Result<std::vector<GuardianLink>> guardiansOf(const SubjectId &subject) const;
    /// The event that says that this ending was a slip, whether or not it counts. Nothing when there is none.
    Result<std::optional<EventId>> mistakeAbout(const EventId &ending) const;

private:
    Result<std::vector<Provision>> readProvisions(vault::SqlStatement query) const;
    Result<std::vector<ResultNotice>> readNotices(vault::SqlStatement query) const;

    vault::SqlConnection &m_connection;
};

} // namespace consent::cache

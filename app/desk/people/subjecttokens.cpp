#include "desk/people/subjecttokens.h"

#include "cache/projection/subjectstore.h"
#include "ledger/blindindex.h"
#include "ledger/eventtypes.h"

#include <QCoreApplication>

#include <map>
#include <optional>

using namespace Qt::StringLiterals;

namespace consent::desk {

namespace types = ledger::eventtypes;

Result<std::vector<central::SubjectToken>> SubjectTokens::of(OpenDesk &open,
                                                             const std::vector<cache::StoredEvent> &events)
{
    std::map<SubjectId, UtcTime> changed; // the latest of each
    for (const cache::StoredEvent &stored : events) {
        const ledger::Event &event = stored.event.event;
        if (event.subject && (event.type == types::subjectRegistered || event.type == types::subjectCorrected)) {
            UtcTime &since = changed[*event.subject];
            since = std::max(since, ledger::orderTime(event));
        }
    }
    std::vector<central::SubjectToken> tokens;
    if (changed.empty())
        return tokens;
    const ledger::OrganisationKey *organisation = open.organisationKeys.current();
    if (organisation == nullptr)
        return Error{ErrorKind::Internal,
                     QCoreApplication::translate("SubjectTokens", "Your keys are incomplete. Sign out and in again; "
                                                                  "what you recorded is kept."),
                     u"no organisation key"_s};
    const auto index = ledger::BlindIndex::create(*organisation);
    if (!index)
        return index.error();
    for (const auto &[subject, since] : changed) {
        const auto record = open.cache->subjects().find(subject);
        if (!record)
            return record.error();
        if (!*record)
            continue;
        const domain::Subject &person = (*record)->subject;
        const auto add = [&tokens, subject = subject, since = since](central::TokenKind kind, const QByteArray &token) {
            tokens.push_back({subject, kind, token, since});
        };
        if (!person.phone.isEmpty()) {
            add(central::TokenKind::Phone, index->phone(person.phone));
            add(central::TokenKind::PhoneLastFour, index->phoneLastFour(person.phone));
        }
        if (!person.name.isEmpty())
            add(central::TokenKind::Name, index->name(person.name));
        if (!person.name.isEmpty() && person.birthDate.isValid())
            add(central::TokenKind::NameAndBirthDate, index->nameAndBirthDate(person.name, person.birthDate));
    }
    return tokens;
}

} // namespace consent::desk

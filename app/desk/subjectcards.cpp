#include "desk/subjectcards.h"

#include "cache/consentstatestore.h"
#include "domain/phone.h"
#include "ledger/consentprojection.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace consent::desk::subjectcards {

using ledger::ConsentStatement;

namespace {

bool isBlanket(const ConsentStatement &statement)
{
    return statement.scope == ledger::allOptionalScope || statement.scope.startsWith(QLatin1StringView("channel:"));
}

/// The moment of the statement that made the status what it is.
std::optional<UtcTime> sinceWhen(domain::ConsentStatus status, const ConsentStatement *own,
                                 const std::vector<ConsentStatement> &blankets)
{
    if (status == domain::ConsentStatus::None)
        return std::nullopt;
    if (own != nullptr && own->status == status)
        return own->time;
    std::optional<UtcTime> latest;
    for (const ConsentStatement &blanket : blankets) {
        if (blanket.status == status && (!latest || blanket.time > *latest))
            latest = blanket.time;
    }
    return latest;
}

} // namespace

domain::Language screenLanguage()
{
    return QLocale().language() == QLocale::English ? domain::Language::English : domain::Language::Korean;
}

SubjectSummary summary(const domain::Subject &subject)
{
    return SubjectSummary{subject.id, subject.name, domain::maskedPhone(subject.phone), subject.birthDate,
                          subject.state};
}

Result<cache::SubjectRecord> find(OpenDesk &open, const SubjectId &subject)
{
    auto record = open.cache->subjects().find(subject);
    if (!record)
        return record.error();
    if (!record->has_value())
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("SubjectCards",
                                                 "This person is not on this desk. Search again by number or "
                                                 "name."),
                     QStringLiteral("no such subject")};
    return **record;
}

std::vector<ItemState> freshItemStates(const domain::Script &script)
{
    std::vector<ItemState> states;
    for (const domain::ConsentItem &item : script.items()) {
        states.push_back({item.code, item.title.in(screenLanguage()), item.mandatory, item.category, item.channel,
                          domain::ConsentStatus::None, std::nullopt});
    }
    return states;
}

Result<std::vector<ItemState>> itemStates(OpenDesk &open, const SubjectId &subject, const domain::Script &script)
{
    const auto statements = open.cache->states().ofSubject(subject);
    if (!statements)
        return statements.error();
    std::vector<ConsentStatement> blankets;
    std::ranges::copy_if(*statements, std::back_inserter(blankets), isBlanket);
    std::vector<ItemState> states = freshItemStates(script);
    for (ItemState &state : states) {
        const auto own = std::ranges::find(*statements, state.code, &ConsentStatement::scope);
        const ConsentStatement *statement = own == statements->end() ? nullptr : &*own;
        state.status = ledger::effectiveStatus(statement, {state.mandatory, state.channel}, blankets);
        state.since = sinceWhen(state.status, statement, blankets);
    }
    return states;
}

} // namespace consent::desk::subjectcards

#include "desk/contacts/contactfollowing.h"

#include "cache/projection/contactstore.h"
#include "cache/projection/requeststore.h"
#include "desk/contacts/contactending.h"
#include "desk/log/publishing.h"
#include "desk/people/subjectcards.h"
#include "domain/phone.h"
#include "ledger/consentfacts.h"
#include "ledger/contactfacts.h"
#include "ledger/eventtypes.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace consent::desk::contactfollowing {

using namespace Qt::StringLiterals;

namespace {

namespace types = ledger::eventtypes;

constexpr int pageSize = 200;

QString say(const char *text)
{
    return QCoreApplication::translate("ContactFollowing", text);
}

Result<QString> whatWasSaid(OpenDesk &open, const cache::ResultNotice &notice)
{
    if (notice.type == types::consentOptedOut)
        return domain::label(domain::ConsentStatus::OptedOut);
    if (notice.type == types::consentWithdrawn)
        return domain::label(domain::ConsentStatus::Withdrawn);
    const auto stored = open.cache->events().find(notice.about);
    if (!stored)
        return stored.error();
    const auto facts = ledger::ConsentCaptured::fromFacts(stored->event.event.facts);
    if (!facts)
        return facts.error();
    int granted = 0;
    int refused = 0;
    for (const ledger::CapturedItem &item : facts->items) {
        if (domain::isAdvertising(item.category, item.channel))
            ++(item.decision == domain::Decision::Granted ? granted : refused);
    }
    return say(QT_TRANSLATE_NOOP("ContactFollowing", "Advertising: %1 agreed, %2 refused")).arg(granted).arg(refused);
}

/// Codes of every item of the script that is a consent to receive advertising.
QStringList advertisingItems(const domain::Script &script)
{
    QStringList codes;
    for (const domain::ConsentItem &item : script.items()) {
        if (domain::isAdvertising(item.category, item.channel))
            codes.append(item.code);
    }
    return codes;
}

/// What of a person is to be asked again before the day; nothing when there is nothing.
Result<std::optional<ReconfirmationRow>> rowOf(OpenDesk &open, const domain::Organisation &organisation,
                                               const domain::Script &script, const SubjectId &subject, UtcTime now,
                                               QDate before)
{
    const auto person = open.cache->subjects().find(subject);
    if (!person)
        return person.error();
    if (!*person || (*person)->subject.state == domain::MembershipState::Left)
        return std::optional<ReconfirmationRow>();
    const auto frozen = open.cache->requests().frozen(subject);
    if (!frozen)
        return frozen.error();
    if (*frozen)
        return std::optional<ReconfirmationRow>();
    const auto items = subjectcards::itemStates(open, subject, script, {now, organisation.reconfirmMonths});
    if (!items)
        return items.error();
    ReconfirmationRow row;
    for (const ItemState &item : *items) {
        const bool asked =
            item.countsUntil.isValid() && item.countsUntil <= before &&
            (item.status == domain::ConsentStatus::Granted || item.status == domain::ConsentStatus::Expired);
        if (!asked)
            continue;
        row.items.append(item.code);
        row.titles.append(item.title);
        if (!row.before.isValid() || item.countsUntil < row.before) {
            row.before = item.countsUntil;
            row.since = item.counted.value_or(UtcTime());
        }
    }
    if (row.items.isEmpty())
        return std::optional<ReconfirmationRow>();
    row.person = subjectcards::summary((*person)->subject);
    row.daysLeft = int(koreanDate(now).daysTo(row.before));
    return std::optional(std::move(row));
}

QString quoted(QString text)
{
    // A spreadsheet takes what begins like this for a formula.
    if (!text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front()))
        text.prepend(u'\'');
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

Result<std::vector<ResultNoticeRow>> resultsToTell(OpenDesk &open, const domain::Organisation &organisation,
                                                   UtcTime now, int limit)
{
    const auto notices = open.cache->contacts().openNotices(limit);
    if (!notices)
        return notices.error();
    std::vector<ResultNoticeRow> rows;
    for (const cache::ResultNotice &notice : *notices) {
        const auto person = open.cache->subjects().find(notice.subject);
        if (!person)
            return person.error();
        const auto what = whatWasSaid(open, notice);
        if (!what)
            return what.error();
        ResultNoticeRow row;
        row.about = notice.about;
        row.answered = notice.answered;
        row.what = *what;
        row.tellBy = domain::tellResultBy(notice.answered, organisation.resultNoticeDays);
        row.daysLeft = int(koreanDate(now).daysTo(row.tellBy));
        if (*person) {
            row.person = subjectcards::summary((*person)->subject);
            row.byEmail = !(*person)->subject.email.isEmpty();
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<void> told(OpenDesk &open, EventRecorder &recorder, const std::vector<EventId> &about, domain::ToldBy channel,
                  UtcTime now)
{
    for (const EventId &id : about) {
        const auto notice = open.cache->contacts().notice(id);
        if (!notice)
            return notice.error();
        if (!*notice)
            return Error{ErrorKind::NotFound,
                         say(QT_TRANSLATE_NOOP("ContactFollowing",
                                               "One of these no longer waits to be told. Look at the list again.")),
                         u"no notice "_s + id.toString()};
        const auto after = recorder.latestAbout((*notice)->subject);
        if (!after)
            return after.error();
        const ledger::ResultTold facts{id, channel, now, *after};
        if (auto event = recorder.record(types::resultTold, (*notice)->subject, facts.toFacts()); !event)
            return event.error();
    }
    return {};
}

Result<ReconfirmationList> toReconfirm(OpenDesk &open, const domain::Organisation &organisation, UtcTime now,
                                       QDate before, int limit)
{
    const auto script = publishing::newestScript(open);
    if (!script)
        return script.error().kind == ErrorKind::NotFound ? Result<ReconfirmationList>(ReconfirmationList())
                                                          : script.error();
    // A little wide, as months differ in length; rowOf() looks exactly.
    const QDate widest = before.addMonths(-organisation.reconfirmMonths).addDays(4);
    const UtcTime bound = fromMs(QDateTime(widest, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
    const QStringList items = advertisingItems(*script);
    ReconfirmationList list;
    std::set<SubjectId> seen;
    cache::ContactStore::Page page;
    do {
        auto next = open.cache->contacts().aged(items, bound, pageSize, page.afterGrant, page.afterPerson);
        if (!next)
            return next.error();
        page = std::move(*next);
        for (const cache::AgedConsent &consent : page.consents) {
            const auto person = open.cache->merges().standing(consent.subject); // one who is known twice is asked once
            if (!person)
                return person.error();
            if (!seen.insert(*person).second)
                continue;
            auto row = rowOf(open, organisation, *script, *person, now, before);
            if (!row)
                return row.error();
            if (!*row)
                continue;
            if (list.people.size() == size_t(limit)) {
                list.more = true;
                break;
            }
            list.people.push_back(std::move(**row));
        }
    } while (page.more && !list.more);
    std::ranges::stable_sort(list.people, {}, &ReconfirmationRow::before);
    return list;
}

namespace {

/// Whether one of these has run out already.
Result<bool> ranOut(OpenDesk &open, const domain::Organisation &organisation, UtcTime now, const SubjectId &subject,
                    const QStringList &items)
{
    const auto script = publishing::newestScript(open);
    if (!script)
        return script.error();
    const auto states = subjectcards::itemStates(open, subject, *script, {now, organisation.reconfirmMonths});
    if (!states)
        return states.error();
    return std::ranges::any_of(*states, [&items](const ItemState &state) {
        return items.contains(state.code) && state.status == domain::ConsentStatus::Expired;
    });
}

} // namespace

Result<void> reconfirm(OpenDesk &open, EventRecorder &recorder, const domain::Organisation &organisation, UtcTime now,
                       const SubjectId &subject, const QStringList &items, domain::Reconfirmation outcome,
                       const QString &batch)
{
    if (outcome == domain::Reconfirmation::Ended) {
        auto ended = contactending::end(open, recorder, subject, {items, {}, false, domain::CaptureMethod::PhoneRead},
                                        organisation.resultNoticeDays);
        if (!ended)
            return ended.error();
    } else if (const auto person = subjectcards::find(open, subject); !person) {
        return person.error();
    }
    const auto after = recorder.latestAbout(subject);
    if (!after)
        return after.error();
    bool keeps = outcome == domain::Reconfirmation::Kept;
    if (outcome == domain::Reconfirmation::Silent &&
        organisation.reconfirmSilence == domain::Organisation::Silence::Keeps) {
        const auto late = ranOut(open, organisation, now, subject, items);
        if (!late)
            return late.error();
        keeps = !*late;
    }
    const ledger::ConsentReconfirmed facts{items, outcome, keeps, batch, *after};
    if (auto event = recorder.record(types::consentReconfirmed, subject, facts.toFacts()); !event)
        return event.error();
    return {};
}

Result<QByteArray> batchCsv(OpenDesk &open, const ReconfirmationList &list)
{
    QString text = u"\uFEFF"_s;
    text += QStringList{say(QT_TRANSLATE_NOOP("ContactFollowing", "Name")),
                        say(QT_TRANSLATE_NOOP("ContactFollowing", "Phone")),
                        say(QT_TRANSLATE_NOOP("ContactFollowing", "E-mail")),
                        say(QT_TRANSLATE_NOOP("ContactFollowing", "Agreed on")),
                        say(QT_TRANSLATE_NOOP("ContactFollowing", "Confirm before")),
                        say(QT_TRANSLATE_NOOP("ContactFollowing", "Items"))}
                .join(u',') +
            u"\r\n"_s;
    for (const ReconfirmationRow &row : list.people) {
        const auto person = subjectcards::find(open, row.person.id);
        if (!person)
            return person.error();
        text += QStringList{quoted(person->subject.name),
                            quoted(domain::groupedPhone(person->subject.phone)),
                            quoted(person->subject.email),
                            quoted(koreanDate(row.since).toString(Qt::ISODate)),
                            quoted(row.before.toString(Qt::ISODate)),
                            quoted(row.titles.join(u" / "_s))}
                    .join(u',') +
                u"\r\n"_s;
    }
    return text.toUtf8();
}

} // namespace consent::desk::contactfollowing

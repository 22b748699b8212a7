#include "desk/contacts/contactdesk.h"

#include "base/jsonfile.h"
#include "cache/store/accesslogstore.h"
#include "desk/calls/calldraft.h"
#include "desk/contacts/contactchecking.h"
#include "desk/contacts/contactending.h"
#include "desk/contacts/contactfollowing.h"
#include "desk/session/deskcore.h"
#include "domain/phone.h"
#include "domain/values.h"
#include "ledger/contactfacts.h"
#include "ledger/eventtypes.h"

#include <QFile>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostInBatch = 100'000;

template <typename T> QFuture<Result<T>> failed(Error error)
{
    return QtFuture::makeReadyFuture(Result<T>(std::move(error)));
}

Result<void> logged(DeskCore &core, OpenDesk &open, const SubjectId &subject, const QString &action,
                    const QString &reason = {})
{
    return open.cache->accessLog().append(
        {core.clock().now(), core.user().id, core.profile().device(), subject, action, reason});
}

subjectcards::Asking asking(const DeskCore &core)
{
    return {core.clock().now(), core.organisation().reconfirmMonths};
}

} // namespace

ContactDesk::ContactDesk(DeskCore &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
{
}

QFuture<Result<StopTargets>> ContactDesk::whoHas(const QString &number)
{
    const auto phone = domain::PhoneNumber::parse(number);
    if (!phone)
        return failed<StopTargets>(phone.error());
    return m_core.write([this, digits = phone->digits()](OpenDesk &open, EventRecorder &) -> Result<StopTargets> {
        if (auto allowed = m_core.require(Right::EndConsent); !allowed)
            return allowed.error();
        auto targets = contactending::targetsOf(open, digits, asking(m_core));
        if (!targets)
            return targets.error();
        for (const StopTarget &target : targets->people) {
            if (auto noted = logged(m_core, open, target.person.id, u"identify"_s); !noted)
                return noted.error();
        }
        return targets;
    });
}

QFuture<Result<StopTargets>> ContactDesk::whoIs(const SubjectId &subject)
{
    return m_core.write([this, subject](OpenDesk &open, EventRecorder &) -> Result<StopTargets> {
        if (auto allowed = m_core.require(Right::EndConsent); !allowed)
            return allowed.error();
        const auto person = subjectcards::find(open, subject);
        if (!person)
            return person.error();
        auto target = contactending::targetOf(open, *person, asking(m_core));
        if (!target)
            return target.error();
        if (auto noted = logged(m_core, open, subject, u"identify"_s); !noted)
            return noted.error();
        return StopTargets{{}, domain::maskedPhone(person->subject.phone), {std::move(*target)}};
    });
}

QFuture<Result<RecordedEnding>> ContactDesk::end(const SubjectId &subject, const Ending &ending)
{
    return m_core.write([this, subject, ending](OpenDesk &open, EventRecorder &recorder) -> Result<RecordedEnding> {
        if (auto allowed = m_core.require(Right::EndConsent); !allowed)
            return allowed.error();
        return contactending::end(open, recorder, subject, ending, m_core.organisation().resultNoticeDays);
    });
}

QFuture<Result<RecordedEnding>> ContactDesk::endForNumber(const QString &number, const Ending &ending)
{
    const auto phone = domain::PhoneNumber::parse(number);
    if (!phone)
        return failed<RecordedEnding>(phone.error());
    return m_core.write(
        [this, digits = phone->digits(), ending](OpenDesk &open, EventRecorder &recorder) -> Result<RecordedEnding> {
            if (auto allowed = m_core.require(Right::EndConsent); !allowed)
                return allowed.error();
            const auto subject = contactending::personOfNumber(open, recorder, digits);
            if (!subject)
                return subject.error();
            return contactending::end(open, recorder, *subject, ending, m_core.organisation().resultNoticeDays);
        });
}

QFuture<Result<void>> ContactDesk::takeBack(const RecordedEnding &ending, domain::MistakeReason reason)
{
    return m_core.write([this, ending, reason](OpenDesk &open, EventRecorder &recorder) -> Result<void> {
        if (auto allowed = m_core.require(Right::EndConsent); !allowed)
            return allowed;
        return contactending::takeBack(open, recorder, ending, reason);
    });
}

QFuture<Result<std::vector<ResultNoticeRow>>> ContactDesk::resultsToTell(int limit)
{
    return m_core.read([this, limit](OpenDesk &open) -> Result<std::vector<ResultNoticeRow>> {
        if (auto allowed = m_core.require(Right::FollowConsent); !allowed)
            return allowed.error();
        return contactfollowing::resultsToTell(open, m_core.organisation(), m_core.clock().now(), limit);
    });
}

QFuture<Result<void>> ContactDesk::told(const std::vector<EventId> &about, domain::ToldBy channel)
{
    return m_core.write([this, about, channel](OpenDesk &open, EventRecorder &recorder) -> Result<void> {
        if (auto allowed = m_core.require(Right::FollowConsent); !allowed)
            return allowed;
        return contactfollowing::told(open, recorder, about, channel, m_core.clock().now());
    });
}

QFuture<Result<ReconfirmationList>> ContactDesk::toReconfirm(QDate before, int limit)
{
    return m_core.read([this, before, limit](OpenDesk &open) -> Result<ReconfirmationList> {
        if (auto allowed = m_core.require(Right::FollowConsent); !allowed)
            return allowed.error();
        return contactfollowing::toReconfirm(open, m_core.organisation(), m_core.clock().now(), before, limit);
    });
}

QFuture<Result<void>> ContactDesk::reconfirm(const SubjectId &subject, const QStringList &items,
                                             domain::Reconfirmation outcome, const QString &batch)
{
    return m_core.write(
        [this, subject, items, outcome, batch](OpenDesk &open, EventRecorder &recorder) -> Result<void> {
            if (auto allowed = m_core.require(Right::FollowConsent); !allowed)
                return allowed;
            return contactfollowing::reconfirm(open, recorder, m_core.organisation(), m_core.clock().now(), subject,
                                               items, outcome, batch);
        });
}

QFuture<Result<int>> ContactDesk::exportBatch(const QString &path, QDate before, const QString &purpose)
{
    return m_core.write(
        [this, path, before, purpose = purpose.trimmed()](OpenDesk &open, EventRecorder &) -> Result<int> {
            if (auto allowed = m_core.require(Right::CheckContacts); !allowed)
                return allowed.error();
            if (purpose.isEmpty())
                return Error{ErrorKind::InvalidArgument, tr("Say what you need it for. It is kept in the access log."),
                             u"no purpose"_s};
            if (QFile::exists(path))
                return Error{ErrorKind::AlreadyExists,
                             tr("There is a file of that name already. Choose another name; nothing was written."),
                             u"exists"_s};
            const auto list =
                contactfollowing::toReconfirm(open, m_core.organisation(), m_core.clock().now(), before, mostInBatch);
            if (!list)
                return list.error();
            for (const ReconfirmationRow &row : list->people) {
                if (auto noted = logged(m_core, open, row.person.id, u"export"_s, purpose); !noted)
                    return noted.error();
            }
            const auto csv = contactfollowing::batchCsv(open, *list);
            if (!csv)
                return csv.error();
            if (auto written = writeFileDurably(path, *csv); !written)
                return written.error();
            return int(list->people.size());
        },
        DeskCore::Urgency::Bulk);
}

QFuture<Result<std::shared_ptr<ContactChecking>>> ContactDesk::beginCheck(UtcTime at, const QString &purpose)
{
    using Run = std::shared_ptr<ContactChecking>;
    return m_core.write([this, at, purpose = purpose.trimmed()](OpenDesk &open, EventRecorder &) -> Result<Run> {
        if (auto allowed = m_core.require(Right::CheckContacts); !allowed)
            return allowed.error();
        if (purpose.isEmpty())
            return Error{ErrorKind::InvalidArgument, tr("Say what you need it for. It is kept in the access log."),
                         u"no purpose"_s};
        if (auto noted = open.cache->accessLog().append(
                {m_core.clock().now(), m_core.user().id, m_core.profile().device(), {}, u"contactCheck"_s, purpose});
            !noted)
            return noted.error();
        return ContactChecking::create(open, m_core.organisation(), at);
    });
}

QFuture<Result<std::vector<cache::ContactAnswers>>> ContactDesk::check(std::shared_ptr<ContactChecking> run,
                                                                       std::vector<QByteArray> numbers)
{
    return m_core.read([run = std::move(run), batch = std::move(numbers)](OpenDesk &) { return run->answer(batch); },
                       DeskCore::Urgency::Bulk);
}

QFuture<Result<void>> ContactDesk::endCheck(std::shared_ptr<ContactChecking> run)
{
    return m_core.read(
        [run = std::move(run)](OpenDesk &) mutable {
            run.reset();
            return Result<void>();
        },
        DeskCore::Urgency::Bulk);
}

QFuture<Result<void>> ContactDesk::linkGuardian(const SubjectId &subject, const domain::Guardian &guardian,
                                                const QString &method)
{
    const auto name = domain::PersonName::parse(guardian.name);
    if (!name)
        return failed<void>(name.error());
    const auto phone = domain::PhoneNumber::parse(guardian.phone);
    if (!phone)
        return failed<void>(phone.error());
    const domain::Guardian checked{name->toString(), phone->digits(), guardian.relation.trimmed()};
    return m_core.write([this, subject, checked, method](OpenDesk &open, EventRecorder &recorder) -> Result<void> {
        if (auto allowed = m_core.require(Right::FollowConsent); !allowed)
            return allowed;
        if (m_core.organisation().guardianMethod(method) == nullptr)
            return Error{ErrorKind::InvalidArgument,
                         tr("Choose how the guardian was verified. The organisation file lists the ways."),
                         u"unknown method"_s};
        const auto person = subjectcards::find(open, subject);
        if (!person)
            return person.error();
        if (!domain::guardianAuthority(person->subject.birthDate, koreanDate(m_core.clock().now())).inForce)
            return Error{ErrorKind::InvalidArgument,
                         tr("This person is 14 or older and decides alone. No guardian was linked."), u"14"_s};
        const auto after = recorder.latestAbout(subject);
        if (!after)
            return after.error();
        auto event = recorder.record(ledger::eventtypes::guardianLinked, subject,
                                     ledger::GuardianLinked{method, *after}.toFacts(),
                                     {{u"guardian"_s, calldraft::toJson(checked)}});
        return event ? Result<void>() : event.error();
    });
}

QFuture<Result<ProvisionId>> ContactDesk::recordProvision(const SubjectId &subject, const ProvisionFacts &facts)
{
    return m_core.write([this, subject, facts](OpenDesk &open, EventRecorder &recorder) -> Result<ProvisionId> {
        if (auto allowed = m_core.require(Right::CaptureConsent); !allowed)
            return allowed.error();
        return provisionlog::made(open, recorder, m_core.organisation(), subject, facts);
    });
}

} // namespace consent::desk

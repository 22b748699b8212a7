#pragma once

#include "ledger/consentfacts.h"
#include "ledger/eventtypes.h"
#include "support/sync/embeddedsimstore.h"
#include "support/sync/simdesk.h"
#include "support/sync/simulation.h"

#include <QDir>
#include <QJsonObject>

#include <array>
#include <initializer_list>
#include <utility>

namespace consent::test {

/// Two desks of one branch and the store in a file that they meet in. They see each other only in exchange().
class TwoDesks
{
public:
    /// @param others who works at the other desk
    explicit TwoDesks(desk::Roles others = desk::Roles(desk::Role::Agent) | desk::Role::PrivacyOfficer)
        : m_folder(Simulation::fastFolder())
        , m_store(m_folder->path())
        , m_trueMs(toMs(SystemClock().now()) - 24 * 3'600'000LL)
    {
        const auto organisation = ledger::OrganisationKey::generate(1);
        if (!organisation)
            qFatal("no organisation key");
        const auto secret = std::make_shared<crypto::SecretBuffer>(*organisation->secret().clone());
        for (std::size_t i = 0; i < m_desks.size(); ++i) {
            const QString folder = m_folder->filePath(QStringLiteral("desk%1").arg(i));
            QDir().mkpath(folder);
            SimDesk::Place place{folder, QStringLiteral("head"), [secret] { return keysOf(*secret); }, m_trueMs};
            if (i == 1)
                place.roles = others;
            m_desks.at(i) = std::make_unique<SimDesk>(std::move(place), m_store);
        }
    }

    SimDesk &one() { return *m_desks.at(0); }
    SimDesk &other() { return *m_desks.at(1); }
    void advance(Milliseconds by) { m_trueMs += by.count(); }

    /// Both say and hear everything.
    void exchange()
    {
        for (int round = 0; round < 2; ++round) {
            for (const auto &desk : m_desks) {
                desk->look(true);
                desk->tryAgain();
                exhaust(*desk);
            }
        }
    }

    /// Somebody calls at one desk and is written down; a minute later it is another time.
    SubjectId registered(SimDesk &desk, const QString &name, const QString &phone, const QString &born)
    {
        const SubjectId subject = SubjectId::create();
        record(desk, ledger::eventtypes::subjectRegistered, subject, {},
               {{QStringLiteral("name"), name}, {QStringLiteral("phone"), phone}, {QStringLiteral("birthDate"), born}});
        return subject;
    }

    using Answers = std::initializer_list<std::pair<const char *, domain::Decision>>;
    void answered(SimDesk &desk, const SubjectId &subject, Answers answers)
    {
        ledger::ConsentCaptured facts;
        facts.contact = ContactId::create();
        facts.receipt = QStringLiteral("261123-%1-0001-M").arg(++m_receipts, 4, 10, QLatin1Char('0'));
        facts.notice = {QStringLiteral("1"), {}, QString(64, u'a')};
        facts.script = {QStringLiteral("joining"), QStringLiteral("1"), QString(64, u'b')};
        facts.startedAt = desk.clock().now() - Milliseconds(60'000);
        facts.endedAt = desk.clock().now();
        facts.joined = true;
        for (const auto &[code, decision] : answers) {
            ledger::CapturedItem item;
            item.code = QString::fromLatin1(code);
            item.decision = decision;
            item.clause = QStringLiteral("c");
            item.clauseStartMs = 1000;
            item.clauseEndMs = 9000;
            item.answerMs = 9500;
            facts.items.push_back(item);
        }
        facts.clauses.push_back({QStringLiteral("c"), 1000, 9000, false});
        record(desk, ledger::eventtypes::consentCaptured, subject, facts.toFacts(), {});
    }

    void record(SimDesk &desk, QLatin1StringView type, const SubjectId &subject, const QJsonObject &facts,
                const QJsonObject &personal)
    {
        const auto done = desk.core()
                              .write([&](desk::OpenDesk &, desk::EventRecorder &recorder) -> Result<void> {
                                  const auto latest = recorder.latestAbout(subject);
                                  if (!latest)
                                      return latest.error();
                                  QJsonObject all = facts;
                                  if (*latest)
                                      all.insert(QStringLiteral("after"), toMs(**latest));
                                  const auto event = recorder.record(type, subject, all, personal);
                                  return event ? Result<void>() : event.error();
                              })
                              .result();
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
        advance(std::chrono::minutes(1));
    }

    /// How an item stands for a person by what the desk knows.
    static domain::ConsentStatus stands(SimDesk &desk, const SubjectId &subject, const QString &code)
    {
        const auto statements =
            desk.core().read([&](desk::OpenDesk &open) { return open.cache->states().ofSubject(subject); }).result();
        if (!statements)
            qFatal("%s", qPrintable(statements.error().detail));
        for (const ledger::ConsentStatement &statement : *statements) {
            if (statement.scope == code)
                return statement.status;
        }
        return domain::ConsentStatus::None;
    }

private:
    static Result<ledger::OrganisationKeys> keysOf(const crypto::SecretBuffer &secret)
    {
        auto copy = secret.clone();
        if (!copy)
            return Error{ErrorKind::Internal, {}, QStringLiteral("secure heap")};
        auto key = ledger::OrganisationKey::fromSecret(1, *std::move(copy));
        if (!key)
            return key.error();
        ledger::OrganisationKeys keys;
        keys.add(*std::move(key));
        return keys;
    }

    static void exhaust(SimDesk &desk)
    {
        constexpr int many = 2000;
        for (int i = 0; i < many; ++i) {
            const auto step = desk.step();
            if (!step)
                qFatal("%s", qPrintable(step.error().detail));
            if (*step == sync::SyncRound::Step::Idle) {
                if (const auto fault = desk.resting())
                    qFatal("%s", qPrintable(fault->detail));
                return;
            }
        }
        qFatal("two desks never finish exchanging");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    EmbeddedSimStore m_store;
    std::atomic<qint64> m_trueMs;
    int m_receipts = 0;
    std::array<std::unique_ptr<SimDesk>, 2> m_desks;
};

} // namespace consent::test

#include "cache/projection/contactcheck.h"

#include "cache/projection/consentstatestore.h"
#include "cache/projection/mergestore.h"
#include "vault/database/sqlconnection.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace consent::cache {

using domain::ContactAnswer;

namespace {

constexpr std::size_t ways = domain::contactChannels.size();

/// Where several people have a number: what closes it most comes first.
int weight(ContactAnswer answer)
{
    switch (answer) {
    case ContactAnswer::Frozen:
        return 9;
    case ContactAnswer::OptedOut:
        return 8;
    case ContactAnswer::Allowed:
        return 7;
    case ContactAnswer::Night:
        return 6;
    case ContactAnswer::Expired:
        return 5;
    case ContactAnswer::Refused:
        return 4;
    case ContactAnswer::Left:
        return 3;
    case ContactAnswer::NotAsked:
        return 2;
    case ContactAnswer::Unknown:
        return 1;
    case ContactAnswer::NoNumber:
        return 0;
    }
    return 0;
}

void take(ContactAnswer &standing, ContactAnswer other)
{
    if (weight(other) > weight(standing))
        standing = other;
}

/// What is left of permission under a block.
void close(ContactAnswers &answers, std::size_t way)
{
    for (auto *time : {&answers.day, &answers.night}) {
        if ((*time)[way] != ContactAnswer::Frozen)
            (*time)[way] = ContactAnswer::OptedOut;
    }
}

} // namespace

struct ContactCheck::Readers
{
    vault::RowReader holders;
    vault::RowReader person;
    vault::RowReader states;
    vault::RowReader kept;
    ConsentStateStore folded;
    MergeStore merges;
    Numbers numbers;
    std::unordered_set<qint64> merged; ///< Everybody who is one with others. Few: they are looked up one by one.
};

ContactCheck::ContactCheck(const ContactBlockStore &blocks, domain::ContactRules rules,
                           std::function<QByteArray(const QByteArray &)> token)
    : m_blocks(blocks)
    , m_rules(std::move(rules))
    , m_token(std::move(token))
    , m_standings(std::size_t(m_rules.slotCount()))
{
}

Result<ContactCheck> ContactCheck::create(vault::SqlConnection &connection, const ContactBlockStore &blocks,
                                          domain::ContactRules rules, const std::vector<qint64> &frozen,
                                          std::function<QByteArray(const QByteArray &)> token)
{
    ContactCheck check(blocks, std::move(rules), std::move(token));
    auto holders = vault::RowReader::prepare(connection, "SELECT person FROM search_term WHERE term=?");
    if (!holders)
        return holders.error();
    auto person = vault::RowReader::prepare(connection, "SELECT name='',state FROM subject WHERE person=?");
    if (!person)
        return person.error();
    auto states = vault::RowReader::prepare(connection, "SELECT scope,status,time FROM consent_state WHERE person=?");
    if (!states)
        return states.error();
    auto kept = vault::RowReader::prepare(connection, "SELECT scope,time FROM consent_kept WHERE person=?");
    if (!kept)
        return kept.error();
    check.m_readers = std::make_shared<Readers>(Readers{*std::move(holders),
                                                        *std::move(person),
                                                        *std::move(states),
                                                        *std::move(kept),
                                                        ConsentStateStore(connection),
                                                        MergeStore(connection),
                                                        Numbers(connection),
                                                        {}});
    auto groups = connection.statement(u"SELECT person FROM person_group"_s);
    while (true) {
        const auto row = groups.next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        check.m_readers->merged.insert(groups.integer(0));
    }
    auto scopes = connection.statement(u"SELECT number,code FROM scope"_s);
    while (true) {
        const auto row = scopes.next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        if (const int slot = check.m_rules.slotOf(scopes.text(1)); slot >= 0)
            check.m_slotOfScope.emplace(scopes.integer(0), slot);
    }
    check.m_frozen.insert(frozen.begin(), frozen.end());
    const auto count = blocks.count();
    if (!count)
        return count.error();
    check.m_anyBlocks = *count > 0;
    return check;
}

/// The people of every number, in the order of their rows.
Result<std::vector<ContactCheck::Holder>> ContactCheck::holdersOf(std::span<const QByteArray> numbers)
{
    std::vector<std::size_t> order(numbers.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order, [&numbers](std::size_t a, std::size_t b) { return numbers[a] < numbers[b]; });
    std::vector<Holder> holders;
    holders.reserve(numbers.size());
    QByteArray term;
    for (const std::size_t number : order) {
        if (numbers[number].isEmpty())
            continue;
        term.resize(0);
        term.append('#').append(numbers[number]);
        m_readers->holders.restart(QByteArrayView(term));
        while (true) {
            const auto row = m_readers->holders.next();
            if (!row)
                return row.error();
            if (!*row)
                break;
            holders.push_back({m_readers->holders.integer(0), number});
        }
    }
    std::ranges::sort(holders, {}, &Holder::person);
    return holders;
}

namespace {

/// Under which numbers a merged person is known, and whether any of them left.
struct Registrations
{
    std::vector<qint64> numbers;
    bool left = false;
};

template <typename Readers> Result<Registrations> registrationsOf(Readers &readers, qint64 person)
{
    const auto subject = readers.numbers.person(person);
    if (!subject)
        return subject.error();
    const auto members = readers.merges.members(*subject);
    if (!members)
        return members.error();
    Registrations found;
    for (const SubjectId &member : *members) {
        const auto number = readers.numbers.find(member);
        if (!number)
            return number.error();
        if (!*number)
            continue;
        found.numbers.push_back(**number);
        readers.person.restart(**number);
        const auto row = readers.person.next();
        if (!row)
            return row.error();
        found.left =
            found.left || (*row && readers.person.integer(1) == static_cast<qint64>(domain::MembershipState::Left));
    }
    return found;
}

} // namespace

Result<ContactCheck::Judged> ContactCheck::judge(qint64 person)
{
    Judged judged;
    m_readers->person.restart(person);
    const auto found = m_readers->person.next();
    if (!found)
        return found.error();
    if (!*found)
        return judged;
    judged.known = true;
    judged.nameless = m_readers->person.integer(0) != 0;
    judged.left = m_readers->person.integer(1) == static_cast<qint64>(domain::MembershipState::Left);
    judged.frozen = m_frozen.contains(person);
    std::vector<qint64> registrations{person};
    if (m_readers->merged.contains(person)) {
        auto others = registrationsOf(*m_readers, person);
        if (!others)
            return others.error();
        registrations = std::move(others->numbers);
        judged.left = judged.left || others->left;
    }
    if (judged.left || judged.frozen)
        return judged;
    std::ranges::fill(m_standings, domain::ContactRules::Standing());
    const auto read = [this](qint64 whose, vault::RowReader &reader, auto into) -> Result<void> {
        reader.restart(whose);
        while (true) {
            const auto row = reader.next();
            if (!row)
                return row.error();
            if (!*row)
                return {};
            if (const auto slot = m_slotOfScope.find(reader.integer(0)); slot != m_slotOfScope.end())
                into(m_standings[std::size_t(slot->second)], reader);
        }
    };
    using domain::ContactRules;
    if (registrations.size() > 1) {
        const auto subject = m_readers->numbers.person(person);
        if (!subject)
            return subject.error();
        const auto statements = m_readers->folded.ofSubject(*subject);
        if (!statements)
            return statements.error();
        for (const ledger::ConsentStatement &statement : *statements) {
            const int slot = m_rules.slotOf(statement.scope);
            if (slot < 0)
                continue;
            // A yes is as old as it was said, whatever the merge made of its place; a no as late as it counts.
            const bool yes = statement.status == domain::ConsentStatus::Granted;
            m_standings[std::size_t(slot)] = {statement.status,
                                              toMs(yes ? statement.said.value_or(statement.time) : statement.time), 0};
        }
    } else if (auto states = read(person, m_readers->states,
                                  [](ContactRules::Standing &standing, const vault::RowReader &row) {
                                      standing.status = static_cast<domain::ConsentStatus>(row.integer(1));
                                      standing.timeMs = row.integer(2);
                                  });
               !states)
        return states.error();
    const auto ask = [&] {
        for (std::size_t way = 0; way < ways; ++way)
            judged.ways[way] = m_rules.judge(m_standings, way);
    };
    ask();
    if (std::ranges::any_of(judged.ways, &ContactRules::Verdict::expired)) {
        for (const qint64 registration : registrations) {
            const auto latest = [](ContactRules::Standing &standing, const vault::RowReader &row) {
                standing.keptMs = std::max(standing.keptMs, row.integer(1));
            };
            if (auto kept = read(registration, m_readers->kept, latest); !kept)
                return kept.error();
        }
        ask();
    }
    return judged;
}

Result<void> ContactCheck::block(const QByteArray &number, ContactAnswers &answers) const
{
    const bool open = std::ranges::any_of(answers.day, [](ContactAnswer answer) {
        return answer != ContactAnswer::OptedOut && answer != ContactAnswer::Frozen;
    });
    if (!m_anyBlocks || !open)
        return {};
    const auto blocked = m_blocks.find(m_token(number));
    if (!blocked)
        return blocked.error();
    for (std::size_t way = 0; way < ways; ++way) {
        if (blocked->blanket || ((blocked->channels >> static_cast<int>(domain::contactChannels[way])) & 1) != 0)
            close(answers, way);
    }
    return {};
}

Result<std::vector<ContactAnswers>> ContactCheck::answer(std::span<const QByteArray> numbers)
{
    std::vector<ContactAnswers> answers(numbers.size());
    using Times = std::array<qint64, ways>;
    std::vector<Times> consented(numbers.size());    // the latest consent of somebody
    std::unordered_map<std::size_t, Times> optedOut; // the latest opt-out of the number alone
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const ContactAnswer nobody = numbers[i].isEmpty() ? ContactAnswer::NoNumber : ContactAnswer::Unknown;
        answers[i].day.fill(nobody);
        answers[i].night.fill(nobody);
    }
    const auto holders = holdersOf(numbers);
    if (!holders)
        return holders.error();
    for (const Holder &holder : *holders) {
        const auto judged = judge(holder.person);
        if (!judged)
            return judged.error();
        if (!judged->known)
            continue;
        ContactAnswers &answer = answers[holder.number];
        for (std::size_t way = 0; way < ways; ++way) {
            const domain::ContactRules::Verdict &verdict = judged->ways[way];
            if (judged->frozen || judged->left) {
                const ContactAnswer closed = judged->frozen ? ContactAnswer::Frozen : ContactAnswer::Left;
                take(answer.day[way], closed);
                take(answer.night[way], closed);
            } else if (judged->nameless && verdict.day == ContactAnswer::OptedOut) {
                qint64 &word = optedOut.try_emplace(holder.number).first->second[way];
                word = std::max(word, verdict.wordMs);
            } else {
                take(answer.day[way], verdict.day);
                take(answer.night[way], verdict.night);
                if (verdict.day == ContactAnswer::Allowed)
                    consented[holder.number][way] = std::max(consented[holder.number][way], verdict.wordMs);
            }
        }
    }
    for (const auto &[number, times] : optedOut) {
        for (std::size_t way = 0; way < ways; ++way) {
            if (times[way] > 0 && times[way] >= consented[number][way])
                close(answers[number], way);
        }
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i].isEmpty())
            continue;
        if (auto blocked = block(numbers[i], answers[i]); !blocked)
            return blocked.error();
    }
    return answers;
}

} // namespace consent::cache

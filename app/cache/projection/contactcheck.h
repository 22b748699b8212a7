#pragma once

#include "base/result.h"
#include "cache/sync/contactblockstore.h"
#include "domain/contactrules.h"
#include "vault/database/rowreader.h"

#include <QByteArray>

#include <array>
#include <functional>
#include <memory>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace consent::cache {

/// The answers for one number, by the order of domain::contactChannels.
struct ContactAnswers
{
    std::array<domain::ContactAnswer, domain::contactChannels.size()> day{};
    std::array<domain::ContactAnswer, domain::contactChannels.size()> night{};

    friend bool operator==(const ContactAnswers &, const ContactAnswers &) = default;
};

/// Answers for many numbers whether they may be reached for advertising, in batches, at about the rate of a bare join.
/// Looks numbers up in the order of their index and people in the order of their rows, so that each page of the sealed
/// file is opened about once a batch. Memory goes by the batch alone. Cache thread only; reads, opens no transaction;
/// good as long as no other script is published.
///
/// A number may belong to several people. Whoever of them is frozen closes it. An opt-out of any of them closes it,
/// except where it came from a number alone (nobody was known by it then) and somebody with this number consented
/// later. Otherwise what one of them consented to is open.
class ContactCheck
{
public:
    /// @param connection, blocks outlive this
    /// @param frozen numbers of people whose data is not to be used
    /// @param token the blind-index token of a number's digits, for the opt-out list of the whole organisation; asked
    ///     only where the list has entries and nothing else closes the number
    static Result<ContactCheck> create(vault::SqlConnection &connection, const ContactBlockStore &blocks,
                                       domain::ContactRules rules, const std::vector<qint64> &frozen,
                                       std::function<QByteArray(const QByteArray &digits)> token);

    /// @param numbers digits in the national form; an empty one is answered NoNumber
    Result<std::vector<ContactAnswers>> answer(std::span<const QByteArray> numbers);

private:
    struct Holder ///< somebody with a number of the batch
    {
        qint64 person;
        std::size_t number;
    };
    struct Judged
    {
        std::array<domain::ContactRules::Verdict, domain::contactChannels.size()> ways;
        bool nameless = false;
        bool frozen = false;
        bool left = false;
        bool known = false;
    };
    struct Readers;

    ContactCheck(const ContactBlockStore &blocks, domain::ContactRules rules,
                 std::function<QByteArray(const QByteArray &)> token);
    Result<std::vector<Holder>> holdersOf(std::span<const QByteArray> numbers);
    Result<Judged> judge(qint64 person);
    Result<void> block(const QByteArray &number, ContactAnswers &answers) const;

    const ContactBlockStore &m_blocks;
    domain::ContactRules m_rules;
    std::function<QByteArray(const QByteArray &)> m_token;
    std::shared_ptr<Readers> m_readers;
    std::unordered_map<qint64, int> m_slotOfScope;
    std::unordered_set<qint64> m_frozen;
    std::vector<domain::ContactRules::Standing> m_standings; ///< Of the person being judged.
    bool m_anyBlocks = false;
};

} // namespace consent::cache

#pragma once

#include "central/storefeed.h"
#include "ledger/consentprojection.h"

#include <map>
#include <set>

namespace consent::central {

/// What one subject's consents mean for the opt-out list: the rule that every adapter keeps.
///
/// A channel is blocked while something ended it (an opt-out or withdrawal of the channel, of everything optional, or
/// of an item on that channel) and no optional item on it stands granted. Everything optional is ended while that was
/// said and no optional item at all stands granted.
class ContactBlocks
{
public:
    struct Item
    {
        std::set<domain::Channel> channels; ///< As it was captured; of two script versions it may have two.
        bool mandatory = false;
    };

    /// @param items the subject's items by code, as captured
    static BlockEntry judge(const std::vector<ledger::ConsentStatement> &states, const std::map<QString, Item> &items);
    static std::uint8_t bitOf(domain::Channel channel);
};

} // namespace consent::central

#include "central/contactblocks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consent::central {

namespace {

using domain::Channel;
using domain::ConsentStatus;

bool isBlanket(const ledger::ConsentStatement &statement)
{
    return statement.scope == ledger::allOptionalScope || statement.scope.startsWith("channel:"_L1);
}

bool isEnded(ConsentStatus status)
{
    return status == ConsentStatus::Withdrawn || status == ConsentStatus::OptedOut;
}

} // namespace

std::uint8_t ContactBlocks::bitOf(Channel channel)
{
    switch (channel) {
    case Channel::None:
        return 0;
    case Channel::Phone:
        return PhoneBit;
    case Channel::Sms:
        return SmsBit;
    case Channel::Email:
        return EmailBit;
    case Channel::Post:
        return PostBit;
    }
    return 0;
}

BlockEntry ContactBlocks::judge(const std::vector<ledger::ConsentStatement> &states,
                                const std::map<QString, Item> &items)
{
    std::vector<ledger::ConsentStatement> blankets;
    std::copy_if(states.begin(), states.end(), std::back_inserter(blankets), isBlanket);
    BlockEntry entry;
    std::uint8_t granted = 0;
    bool anyGranted = false;
    for (const ledger::ConsentStatement &blanket : blankets) {
        for (const Channel channel : {Channel::Phone, Channel::Sms, Channel::Email, Channel::Post}) {
            if (blanket.scope == ledger::allOptionalScope || blanket.scope == ledger::channelScope(channel))
                entry.channels |= bitOf(channel);
        }
        entry.allOptional = entry.allOptional || blanket.scope == ledger::allOptionalScope;
    }
    for (const ledger::ConsentStatement &state : states) {
        const auto item = items.find(state.scope);
        if (isBlanket(state) || item == items.end() || item->second.mandatory)
            continue;
        std::set<Channel> channels = item->second.channels;
        if (channels.empty())
            channels.insert(Channel::None);
        for (const Channel channel : channels) {
            const auto status = ledger::effectiveStatus(&state, {false, channel}, blankets);
            if (status == ConsentStatus::Granted) {
                granted |= bitOf(channel);
                anyGranted = true;
            } else if (isEnded(status)) {
                entry.channels |= bitOf(channel);
            }
        }
    }
    entry.channels = static_cast<std::uint8_t>(entry.channels & ~granted);
    entry.allOptional = entry.allOptional && !anyGranted;
    return entry;
}

} // namespace consent::central

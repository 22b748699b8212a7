#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "cache/projection/contactcheck.h"
#include "desk/session/opendesk.h"
#include "domain/organisation.h"

#include <QByteArray>

#include <memory>
#include <span>
#include <vector>

namespace consent::desk {

/// One run of contact-check: what is the same for all its numbers. Made, used and destroyed on the cache thread.
class ContactChecking
{
public:
    /// @param at when the contact would be made
    static Result<std::shared_ptr<ContactChecking>> create(OpenDesk &open, const domain::Organisation &organisation,
                                                           UtcTime at);
    Result<std::vector<cache::ContactAnswers>> answer(std::span<const QByteArray> numbers);

    /// The digits of a number as lists write them: "010-0000-1234", "+82 10 ...". Empty when it is none.
    static QByteArray digitsOf(QByteArrayView text);

private:
    explicit ContactChecking(cache::ContactCheck check)
        : m_check(std::move(check))
    {
    }

    cache::ContactCheck m_check;
};

} // namespace consent::desk

#include "desk/contacts/contactchecking.h"

#include "cache/projection/requeststore.h"
#include "cache/store/documentstore.h"
#include "domain/phone.h"
#include "domain/script.h"
#include "ledger/blindindex.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestNumber = 40;

/// The items of every script that this desk has, the newest script first.
Result<std::vector<domain::ContactRules::Item>> itemsOf(OpenDesk &open)
{
    const auto documents = open.cache->documents().ofKind(QString(cache::documentkinds::script));
    if (!documents)
        return documents.error();
    std::vector<cache::Document> byAge = *documents;
    std::ranges::stable_sort(byAge, std::greater(), [](const cache::Document &one) { return one.event.value_or(0); });
    std::vector<domain::ContactRules::Item> items;
    for (const cache::Document &document : byAge) {
        const auto script = domain::Script::parse(document.bytes);
        if (!script)
            return script.error();
        for (const domain::ConsentItem &item : script->items())
            items.push_back({item.code, item.category, item.mandatory, item.channel, item.night, item.requires_});
    }
    return items;
}

} // namespace

Result<std::shared_ptr<ContactChecking>> ContactChecking::create(OpenDesk &open,
                                                                 const domain::Organisation &organisation, UtcTime at)
{
    const ledger::OrganisationKey *key = open.organisationKeys.current();
    if (key == nullptr)
        return Error{ErrorKind::Unavailable,
                     QCoreApplication::translate("ContactChecking",
                                                 "This user does not hold the organisation's key, so the opt-out list "
                                                 "can't be read. Nothing was answered. Ask your privacy officer."),
                     u"no organisation key"_s};
    auto index = ledger::BlindIndex::create(*key);
    if (!index)
        return index.error();
    const auto frozen = open.cache->requests().frozenPersons();
    if (!frozen)
        return frozen.error();
    const auto items = itemsOf(open);
    if (!items)
        return items.error();
    auto shared = std::make_shared<const ledger::BlindIndex>(*std::move(index));
    auto check = cache::ContactCheck::create(
        open.cache->connection(), open.cache->contactBlocks(),
        domain::ContactRules(*items, at, organisation.reconfirmMonths), *frozen,
        [shared](const QByteArray &digits) { return shared->phone(QString::fromLatin1(digits)); });
    if (!check)
        return check.error();
    return std::shared_ptr<ContactChecking>(new ContactChecking(*std::move(check)));
}

Result<std::vector<cache::ContactAnswers>> ContactChecking::answer(std::span<const QByteArray> numbers)
{
    return m_check.answer(numbers);
}

QByteArray ContactChecking::digitsOf(QByteArrayView text)
{
    if (text.size() > longestNumber)
        return {};
    // What nearly every line of a list looks like needs no Unicode.
    QByteArray digits;
    digits.reserve(11);
    bool plain = true;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            digits.append(c);
        else
            plain = plain && c == '-';
    }
    if (plain && digits.size() == 11 && digits.startsWith("010"))
        return digits;
    const auto number = domain::PhoneNumber::parse(QString::fromUtf8(text));
    return number ? number->digits().toLatin1() : QByteArray();
}

} // namespace consent::desk

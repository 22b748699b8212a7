#pragma once

#include "base/result.h"
#include "cache/projection/subjectstore.h"

#include <QString>

#include <stop_token>
#include <vector>

namespace consent::cache {

/// Finds people by any fragment, as one types. Exact: what is found fits, and what fits is found as long as there are
/// no more than `limit`; beyond that the best ones.
///
/// - Name: a fragment of any length; a consonant stands for every syllable that begins with it (ㄱㅊㅅ, 김ㅊㅅ).
/// - Digits: a fragment of the telephone number of any length, or the birth date as YYMMDD or YYYYMMDD.
/// - A name and digits together ("김철수 1234"): both must fit.
/// - Receipt number: whole, or from its start over at least eight characters.
/// Punctuation and spaces do not count. First whole matches, then the ends of numbers (the last four digits), then
/// starts, then the rest; in each the newest people first.
/// Cache thread only.
class Search
{
public:
    static constexpr int defaultLimit = 50;

    explicit Search(vault::SqlConnection &connection); // outlives this

    /// @param cancelled asked from any thread; then the answer is Cancelled.
    Result<std::vector<SubjectRecord>> find(const QString &text, std::stop_token cancelled = {},
                                            int limit = defaultLimit) const;

private:
    vault::SqlConnection &m_connection;
};

} // namespace consent::cache

#pragma once

#include "base/result.h"
#include "crypto/secretbuffer.h"

#include <QString>

namespace consent::desk {

/// The code that opens an enrolment file: 75 random bits as 15 letters and a check letter, in four groups of four that
/// can be read out on the phone ("K7QM-3F9X-..."). No I, L, O or U, which sound or look like others.
class EnrolmentCode
{
public:
    static constexpr int Letters = 16;

    /// @return Internal without random numbers.
    static Result<EnrolmentCode> create();
    /// As somebody typed it: groups, blanks and case do not matter, O is 0, I and L are 1.
    /// @return InvalidArgument with a sentence: too short or long, a letter that is in no code, or mistyped (a single
    /// wrong letter and any two that changed places are always found).
    static Result<EnrolmentCode> parse(const QString &typed);

    QString grouped() const;
    /// What scrypt makes a key of.
    const QString &letters() const { return m_letters; }

private:
    explicit EnrolmentCode(QString letters)
        : m_letters(std::move(letters))
    {
    }

    QString m_letters;
};

} // namespace consent::desk

#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

/// What the table search_term holds for a person, and how a name is compared.
///
/// A name becomes a key: its letters in NFKC and folded case. The key becomes a second key of initials, each Hangul
/// syllable replaced by a capital letter for its initial consonant (ㄱ A ... ㅎ S), anything else as it is (small by
/// then). Terms are the fragments of both keys of up to four characters, with a sign in front:
///   =whole   ^start   ~elsewhere
/// so that a short fragment is one equality whose rows lie newest first, and a longer one starts from its first four
/// characters. The rows carry the name key: a mixed pattern (김ㅊㅅ) is decided without opening the person.
/// A telephone number becomes #whole and -suffix for every proper suffix: any fragment is a range of terms. A birth
/// date becomes @YYMMDD and @YYYYMMDD.
///
/// FTS5 with the trigram tokenizer was measured against the suffixes at 300,000 numbers: it is smaller (46 against 188
/// bytes a number), but a whole number typed takes 3.5 ms against 0.02 ms, because every number holds "010"; it finds
/// nothing below three digits; and it can't overwrite what is deleted (secure-delete came with 3.42).
namespace consent::cache::searchterms {

/// Longest fragment that is a term of its own.
inline constexpr int longestFragment = 4;

/// Letters and marks only, in NFKC with folded case; consonant clusters (ㄳ) taken apart, half-width and conjoining
/// consonants made the ones that keyboards give. Characters beyond U+FFFF do not count.
QString nameKey(const QString &name);
/// The letter that stands for a consonant ("ㄱ" gives 'A'), or null when it is no initial consonant.
QChar initialLetter(QChar consonant);
/// The initials of a key, one character for each of the key's.
QString initialsOf(const QString &key);

QString wholeName(const QString &name);
QString wholePhone(const QString &digits);

QStringList ofName(const QString &name);
QStringList ofNumbers(const QString &phone, const QDate &birthDate);

} // namespace consent::cache::searchterms

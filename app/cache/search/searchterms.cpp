#include "cache/search/searchterms.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace consent::cache::searchterms {

namespace {

constexpr char16_t firstSyllable = u'가';
constexpr char16_t lastSyllable = u'힣';
constexpr int syllablesPerInitial = 21 * 28;

/// In the order of Unicode's syllables.
constexpr QStringView initials = u"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

struct Cluster
{
    char16_t jamo;
    QStringView parts;
};

/// What an input method makes of two consonants typed one after the other.
constexpr std::array clusters{
    Cluster{u'ㄳ', u"ㄱㅅ"}, Cluster{u'ㄵ', u"ㄴㅈ"}, Cluster{u'ㄶ', u"ㄴㅎ"}, Cluster{u'ㄺ', u"ㄹㄱ"},
    Cluster{u'ㄻ', u"ㄹㅁ"}, Cluster{u'ㄼ', u"ㄹㅂ"}, Cluster{u'ㄽ', u"ㄹㅅ"}, Cluster{u'ㄾ', u"ㄹㅌ"},
    Cluster{u'ㄿ', u"ㄹㅍ"}, Cluster{u'ㅀ', u"ㄹㅎ"}, Cluster{u'ㅄ', u"ㅂㅅ"},
};

void appendConsonant(QString &key, QChar consonant)
{
    const auto cluster =
        std::find_if(clusters.begin(), clusters.end(), [&](const Cluster &c) { return c.jamo == consonant.unicode(); });
    if (cluster == clusters.end())
        key += consonant;
    else
        key += cluster->parts;
}

bool isSyllable(QChar c)
{
    return c.unicode() >= firstSyllable && c.unicode() <= lastSyllable;
}

void addFragments(QStringList &terms, const QString &key)
{
    if (key.isEmpty())
        return;
    terms += u'=' + key;
    const qsizetype startLengths = std::min<qsizetype>(key.size(), longestFragment);
    for (qsizetype length = 1; length <= startLengths; ++length)
        terms += u'^' + key.left(length);
    for (qsizetype from = 1; from < key.size(); ++from) {
        const qsizetype lengths = std::min<qsizetype>(key.size() - from, longestFragment);
        for (qsizetype length = 1; length <= lengths; ++length)
            terms += u'~' + key.mid(from, length);
    }
}

} // namespace

QString nameKey(const QString &name)
{
    // Clusters first: as compatibility jamo NFKC would make them finals and join them to the syllable before.
    QString typed;
    typed.reserve(name.size());
    for (const QChar c : name)
        appendConsonant(typed, c);
    const QString folded = typed.normalized(QString::NormalizationForm_KC).toCaseFolded();
    QString key;
    key.reserve(folded.size());
    for (const QChar c : folded) {
        const char16_t code = c.unicode();
        if (code >= 0x1100 && code < 0x1100 + initials.size())
            key += initials[code - 0x1100]; // a lone initial consonant after NFKC
        else if (c.isLetter() || c.isMark())
            key += c;
    }
    return key;
}

QChar initialLetter(QChar consonant)
{
    const qsizetype at = initials.indexOf(consonant);
    return at < 0 ? QChar() : QChar(static_cast<char16_t>(u'A' + at));
}

QString initialsOf(const QString &key)
{
    QString letters = key;
    for (QChar &c : letters) {
        if (isSyllable(c))
            c = QChar(static_cast<char16_t>(u'A' + (c.unicode() - firstSyllable) / syllablesPerInitial));
        else if (const QChar letter = initialLetter(c); !letter.isNull())
            c = letter;
    }
    return letters;
}

QString wholeName(const QString &name)
{
    return u'=' + nameKey(name);
}

QString wholePhone(const QString &digits)
{
    return u'#' + digits;
}

QStringList ofName(const QString &name)
{
    const QString key = nameKey(name);
    QStringList terms;
    addFragments(terms, key);
    if (const QString letters = initialsOf(key); letters != key)
        addFragments(terms, letters);
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
}

QStringList ofNumbers(const QString &phone, const QDate &birthDate)
{
    QStringList terms;
    if (!phone.isEmpty())
        terms += wholePhone(phone);
    for (qsizetype from = 1; from < phone.size(); ++from)
        terms += u'-' + phone.mid(from);
    if (birthDate.isValid()) {
        terms += u'@' + birthDate.toString(u"yyMMdd"_s);
        terms += u'@' + birthDate.toString(u"yyyyMMdd"_s);
    }
    return terms;
}

} // namespace consent::cache::searchterms

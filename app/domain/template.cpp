#include "domain/template.h"

#include <QLocale>

namespace consent::domain {

namespace {

/// How a word ends for the choice of a particle.
enum class Ending { Vowel, Rieul, Consonant };

struct Pair
{
    const char16_t *name;
    const char16_t *afterConsonant;
    const char16_t *afterVowel;
};

constexpr Pair pairs[] = {
    {u"은는", u"은", u"는"}, {u"이가", u"이", u"가"},   {u"을를", u"을", u"를"},   {u"과와", u"과", u"와"},
    {u"아야", u"아", u"야"}, {u"으로", u"으로", u"로"}, {u"이라", u"이라", u"라"}, {u"이나", u"이나", u"나"},
};

const Pair *pairNamed(QStringView name)
{
    for (const Pair &pair : pairs) {
        if (name == QStringView(pair.name))
            return &pair;
    }
    return nullptr;
}

Ending endingOfSyllable(char16_t c)
{
    constexpr char16_t firstSyllable = 0xac00;
    constexpr int finals = 28;
    constexpr int rieul = 8;
    const int final = (c - firstSyllable) % finals;
    if (final == 0)
        return Ending::Vowel;
    return final == rieul ? Ending::Rieul : Ending::Consonant;
}

Ending endingOfDigit(char16_t c)
{
    switch (c) {
    case u'1': // 일
    case u'7': // 칠
    case u'8': // 팔
        return Ending::Rieul;
    case u'0': // 영, 십, 백, 천, 만
    case u'3': // 삼
    case u'6': // 육
        return Ending::Consonant;
    default:
        return Ending::Vowel;
    }
}

/// Capitals are spelt (SMS: 에스), small letters are read as a word (Kim: 킴).
Ending endingOfLatin(char16_t c)
{
    switch (c) {
    case u'L':
    case u'l':
    case u'R': // 알
        return Ending::Rieul;
    case u'M':
    case u'N':
    case u'm':
    case u'n':
    case u'g': // as in -ing
        return Ending::Consonant;
    default:
        return Ending::Vowel;
    }
}

Ending endingOf(QStringView text)
{
    for (qsizetype i = text.size() - 1; i >= 0; --i) {
        const char16_t c = text[i].unicode();
        if (c >= 0xac00 && c <= 0xd7a3)
            return endingOfSyllable(c);
        if (c >= u'0' && c <= u'9')
            return endingOfDigit(c);
        if (text[i].isLetter())
            return endingOfLatin(c);
    }
    return Ending::Vowel;
}

bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_';
}

bool isName(QStringView text)
{
    if (text.isEmpty() || text.size() > 64 || !text[0].isLetter())
        return false;
    for (const QChar c : text) {
        if (!isNameCharacter(c))
            return false;
    }
    return true;
}

} // namespace

const QStringList &particlePairs()
{
    static const QStringList names = [] {
        QStringList list;
        for (const Pair &pair : pairs)
            list.append(QString::fromUtf16(pair.name));
        return list;
    }();
    return names;
}

QString particleFor(QStringView text, QStringView pair)
{
    const Pair *found = pairNamed(pair);
    if (found == nullptr)
        return QString();
    const Ending ending = endingOf(text);
    // "으로" alone treats ㄹ like a vowel: 서울로, 부산으로.
    const bool consonant = ending == Ending::Consonant || (ending == Ending::Rieul && pair != QStringView(u"으로"));
    return QString::fromUtf16(consonant ? found->afterConsonant : found->afterVowel);
}

std::optional<std::vector<Placeholder>> placeholdersIn(QStringView text)
{
    std::vector<Placeholder> found;
    qsizetype at = 0;
    while (true) {
        const qsizetype open = text.indexOf(u"{{", at);
        const qsizetype strayClose = text.indexOf(u"}}", at);
        if (open < 0)
            return strayClose < 0 ? std::optional(std::move(found)) : std::nullopt;
        const qsizetype close = text.indexOf(u"}}", open);
        if (close < 0 || strayClose < open)
            return std::nullopt;
        const QStringView inside = text.mid(open + 2, close - open - 2);
        const qsizetype bar = inside.indexOf(u'|');
        Placeholder placeholder;
        placeholder.name = (bar < 0 ? inside : inside.first(bar)).toString();
        placeholder.particle = bar < 0 ? QString() : inside.sliced(bar + 1).toString();
        placeholder.position = open;
        placeholder.length = close + 2 - open;
        if (!isName(placeholder.name) || (bar >= 0 && pairNamed(placeholder.particle) == nullptr))
            return std::nullopt;
        found.push_back(std::move(placeholder));
        at = close + 2;
    }
}

QString fillTemplate(QStringView text, const TemplateValues &values)
{
    const auto placeholders = placeholdersIn(text);
    if (!placeholders)
        return text.toString();
    QString filled;
    qsizetype at = 0;
    for (const Placeholder &placeholder : *placeholders) {
        filled += text.mid(at, placeholder.position - at);
        const QString value = values.value(placeholder.name);
        filled += value.isEmpty() ? QStringLiteral("____") : value;
        if (!placeholder.particle.isEmpty())
            filled += particleFor(value, placeholder.particle);
        at = placeholder.position + placeholder.length;
    }
    filled += text.mid(at);
    return filled;
}

QString spokenDate(QDate date, Language language)
{
    switch (language) {
    case Language::Korean:
        return QStringLiteral("%1년 %2월 %3일").arg(date.year()).arg(date.month()).arg(date.day());
    case Language::English:
        return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(date, QStringLiteral("d MMMM yyyy"));
    }
    Q_UNREACHABLE();
}

int spokenCharacters(QStringView text)
{
    int count = 0;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            ++count;
    }
    return count;
}

} // namespace consent::domain

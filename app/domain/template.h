#pragma once

#include "domain/consent.h"

#include <QDate>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>
#include <vector>

namespace consent::domain {

/// What placeholders stand for in one contact, by name: name, agent, company, site, centre, email, today, guardian, ...
using TemplateValues = QMap<QString, QString>;

/// A placeholder of a template: {{name}} or, with a Korean particle that fits its last letter, {{name|은는}}.
struct Placeholder
{
    QString name;
    QString particle; ///< empty, or one of particlePairs()
    qsizetype position = 0;
    qsizetype length = 0;
};

/// The pairs that can stand after the bar: 은는 이가 을를 과와 으로로 아야 이어/여 ..., written the way they are asked
/// for.
const QStringList &particlePairs();

/// The form of the particle that follows the text: by the final consonant of its last Hangul syllable, or of the
/// reading of a digit or Latin letter. Trailing quotes and brackets are looked through.
/// @param pair one of particlePairs()
QString particleFor(QStringView text, QStringView pair);

/// Every placeholder, in order. @return nothing if braces don't match or a name or particle is malformed.
std::optional<std::vector<Placeholder>> placeholdersIn(QStringView text);

/// Fills the placeholders; one without a value becomes "____", so that the gap is seen and never spoken as a name.
QString fillTemplate(QStringView text, const TemplateValues &values);

/// The date as it is spoken and written in a sentence: "2026년 11월 23일", "23 November 2026".
QString spokenDate(QDate date, Language language);

/// The fastest that people speak, in characters (as spokenCharacters() counts) a second.
struct SpeakableRate
{
    double ko = 8.0;
    double en = 20.0;

    double in(Language language) const { return language == Language::Korean ? ko : en; }
    friend bool operator==(const SpeakableRate &, const SpeakableRate &) = default;
};

/// Letters and digits that take time to say: without blanks and punctuation.
int spokenCharacters(QStringView text);

} // namespace consent::domain

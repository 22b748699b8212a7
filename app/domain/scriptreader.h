#pragma once

#include "domain/jsonreader.h"
#include "domain/script.h"

namespace consent::domain {

/// Reads the JSON of a script and checks its form: members, codes, references, placeholders. What the law wants of a
/// script is checked apart (publishcheck.h).
class ScriptReader
{
public:
    static Script::Parsed read(const QByteArray &json);

private:
    void readRoot(JsonReader &root);
    void readItem(JsonReader &reader);
    void readClause(JsonReader &reader);
    void readText(JsonReader &reader, const QString &key, Clause &clause, std::vector<Paragraph> &into);
    void readBranches(JsonReader &reader, const QString &key, const Condition &common, Clause &clause);
    Condition readCondition(JsonReader &reader, const Condition &common);
    void checkReferences();
    void checkCondition(const Condition &condition, const QString &path);
    void checkPlaceholders(const QString &text, bool itemTold, const QString &path);
    void fault(const QString &path, const QString &message) { m_faults.push_back({path, message}); }

    Script m_script;
    std::vector<ScriptFault> m_faults;
};

/// The names that templates of clauses may use besides item.* parts; those in item texts lack "summary".
const QStringList &knownPlaceholders();

} // namespace consent::domain

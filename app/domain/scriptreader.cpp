#include "domain/scriptreader.h"

#include "domain/template.h"

#include "base/jsonfile.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ScriptReader)
};

using namespace Qt::StringLiterals;

constexpr qsizetype maxItems = 60;
constexpr qsizetype maxClauses = 200;
constexpr qsizetype maxParagraphs = 20;
constexpr qsizetype maxBranches = 20;
constexpr qsizetype maxItemText = 600;
constexpr qsizetype maxParagraphText = 1000;

bool isCode(const QString &text)
{
    if (text.isEmpty() || text.size() > 64 || !(text[0] >= u'a' && text[0] <= u'z'))
        return false;
    for (const QChar c : text) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        if (!plain && c != u'.' && c != u'-')
            return false;
    }
    return true;
}

QString codeText(JsonReader &reader, const QString &key)
{
    const QString text = reader.text(key, 64);
    if (!text.isEmpty() && !isCode(text)) {
        reader.fault(key,
                     Text::tr("A code begins with a small letter and has only letters, digits, dots and hyphens."));
        return QString();
    }
    return text;
}

std::optional<bool> optionalFlag(JsonReader &reader, const QString &key)
{
    return reader.has(key) ? std::optional(reader.boolean(key)) : std::nullopt;
}

LocalText optionalLocalText(JsonReader &reader, ItemPart part)
{
    const QString key = toCode(part);
    return reader.has(key) ? reader.localText(key, maxItemText) : LocalText{};
}

} // namespace

const QStringList &knownPlaceholders()
{
    static const QStringList names{u"name"_s,   u"agent"_s, u"company"_s, u"site"_s,     u"page"_s,
                                   u"centre"_s, u"email"_s, u"today"_s,   u"guardian"_s, u"officer"_s};
    return names;
}

Script::Parsed ScriptReader::read(const QByteArray &json)
{
    ScriptReader reader;
    if (json.size() > Script::maxBytes) {
        reader.fault(u"/"_s,
                     Text::tr("The script is larger than %1 KB. Choose the right file.").arg(Script::maxBytes / 1024));
        return {std::nullopt, reader.m_faults};
    }
    const Result<QJsonObject> object = parseJsonObject(json, Text::tr("The script"));
    if (!object) {
        reader.fault(u"/"_s, object.error().message);
        return {std::nullopt, reader.m_faults};
    }
    JsonReader root(*object, QString(), reader.m_faults);
    reader.readRoot(root);
    // References can be judged only when everything that they could name has been read.
    if (reader.m_faults.empty())
        reader.checkReferences();
    if (!reader.m_faults.empty())
        return {std::nullopt, reader.m_faults};
    return {std::move(reader.m_script), {}};
}

void ScriptReader::readRoot(JsonReader &root)
{
    const QString format = root.text(u"format"_s, 40);
    if (!format.isEmpty() && format != u"consent-script/1")
        root.fault(u"format"_s, Text::tr("This version reads the format “consent-script/1”."));
    m_script.m_code = codeText(root, u"code"_s);
    m_script.m_version = root.integer(u"version"_s, 1, 999'999);
    m_script.m_title = root.localText(u"title"_s, 100);
    m_script.m_sale = root.boolean(u"sale"_s);
    m_script.m_start = root.text(u"start"_s, 64);
    const QStringList languages = root.texts(u"languages"_s, 2);
    for (const QString &code : languages) {
        const auto language = fromCode<Language>(code);
        if (!language)
            root.fault(u"languages"_s, Text::tr("“%1” is no language that is known here.").arg(code));
        else if (std::count(m_script.m_languages.begin(), m_script.m_languages.end(), *language) > 0)
            root.fault(u"languages"_s, Text::tr("“%1” stands here twice.").arg(code));
        else
            m_script.m_languages.push_back(*language);
    }
    const QStringList methods = root.texts(u"methods"_s, 5);
    for (const QString &code : methods) {
        const auto method = fromCode<CaptureMethod>(code);
        if (method != CaptureMethod::PhoneRead && method != CaptureMethod::PhoneWeb)
            root.fault(u"methods"_s,
                       Text::tr("A call script serves the methods phoneRead and phoneWeb, not “%1”.").arg(code));
        else if (std::count(m_script.m_methods.begin(), m_script.m_methods.end(), *method) > 0)
            root.fault(u"methods"_s, Text::tr("“%1” stands here twice.").arg(code));
        else
            m_script.m_methods.push_back(*method);
    }
    if (languages.isEmpty())
        root.fault(u"languages"_s, Text::tr("At least one language is needed."));
    if (methods.isEmpty())
        root.fault(u"methods"_s, Text::tr("At least one method is needed."));
    root.objects(u"items"_s, 1, maxItems, [this](JsonReader &reader) { readItem(reader); });
    root.objects(u"clauses"_s, 1, maxClauses, [this](JsonReader &reader) { readClause(reader); });
    root.finish();
}

void ScriptReader::readItem(JsonReader &reader)
{
    ConsentItem item;
    item.code = codeText(reader, u"code"_s);
    if (!item.code.isEmpty() && m_script.item(item.code) != nullptr)
        reader.fault(u"code"_s, Text::tr("Another item has this code."));
    if (reader.value(u"category"_s).isArray())
        reader.fault(u"category"_s, Text::tr("One item has one category: what the law separates is asked separately "
                                             "(PIPA 22(1)). Make an item of each."));
    else
        item.category = reader.code(u"category"_s, ItemCategory::CollectionAndUse);
    item.mandatory = reader.boolean(u"mandatory"_s);
    if (reader.has(u"channel"_s))
        item.channel = reader.code(u"channel"_s, Channel::None);
    item.night = reader.optionalBoolean(u"night"_s, false);
    item.requires_ = reader.optionalText(u"requires"_s, 64);
    if (reader.has(u"identifiers"_s)) {
        const QStringList codes = reader.texts(u"identifiers"_s, 4);
        for (const QString &code : codes) {
            if (const auto identifier = fromCode<Identifier>(code))
                item.identifiers.push_back(*identifier);
            else
                reader.fault(u"identifiers"_s, Text::tr("“%1” is no identifier that is known here.").arg(code));
        }
    }
    item.title = reader.localText(u"title"_s, 60);
    item.purpose = optionalLocalText(reader, ItemPart::Purpose);
    item.data = optionalLocalText(reader, ItemPart::Data);
    item.period = optionalLocalText(reader, ItemPart::Period);
    item.right = optionalLocalText(reader, ItemPart::Right);
    item.consequence = optionalLocalText(reader, ItemPart::Consequence);
    item.recipient = optionalLocalText(reader, ItemPart::Recipient);
    item.recipientPurpose = optionalLocalText(reader, ItemPart::RecipientPurpose);
    item.recipientPeriod = optionalLocalText(reader, ItemPart::RecipientPeriod);
    reader.finish();
    m_script.m_items.push_back(std::move(item));
}

void ScriptReader::readClause(JsonReader &reader)
{
    Clause clause;
    clause.id = codeText(reader, u"id"_s);
    if (!clause.id.isEmpty() && m_script.clause(clause.id) != nullptr)
        reader.fault(u"id"_s, Text::tr("Another clause has this id."));
    clause.kind = reader.code(u"kind"_s, ClauseKind::Say);
    if (reader.has(u"role"_s))
        clause.role = reader.code(u"role"_s, ClauseRole::None);
    clause.title = reader.localText(u"title"_s, 60);
    const bool asks = clause.kind == ClauseKind::Ask;
    if (reader.value(u"item"_s).isArray())
        reader.fault(u"item"_s, Text::tr("One clause asks about one item: what the law separates is asked separately "
                                         "(PIPA 22(1)). Make a clause of each."));
    else if (reader.has(u"item"_s))
        clause.item = reader.text(u"item"_s, 64);
    if (reader.has(u"question"_s))
        clause.question = codeText(reader, u"question"_s);
    if (asks && reader.has(u"item"_s) == reader.has(u"question"_s))
        reader.fault(QString(), Text::tr("A clause that asks needs either an item or a question, one of them."));
    if (!asks && reader.has(u"question"_s))
        reader.fault(u"question"_s, Text::tr("Only a clause of the kind “ask” has a question."));
    reader.object(u"text"_s, [this, &clause](JsonReader &inner) {
        readText(inner, u"ko"_s, clause, clause.ko);
        readText(inner, u"en"_s, clause, clause.en);
        inner.finish();
    });
    if (reader.has(u"ends"_s))
        clause.ends = reader.code(u"ends"_s, ContactOutcome::EndedEarly);
    readBranches(reader, u"next"_s, {}, clause);
    for (const bool yes : {true, false}) {
        const QString key = yes ? u"yes"_s : u"no"_s;
        if (reader.has(key) && !asks)
            reader.fault(key, Text::tr("Only a clause of the kind “ask” goes on by its answer."));
        Condition answered;
        answered.answerTo = clause.answerCode();
        answered.answerYes = yes;
        readBranches(reader, key, answered, clause);
    }
    if (clause.ends && (!clause.next.empty() || asks))
        reader.fault(u"ends"_s, Text::tr("A clause that ends the contact asks nothing and leads nowhere."));
    if (!clause.ends && clause.next.empty())
        reader.fault(QString(),
                     Text::tr("It is not said what comes after this clause: give “next”, “yes” and “no”, or “ends”."));
    reader.finish();
    m_script.m_clauses.push_back(std::move(clause));
}

void ScriptReader::readText(JsonReader &reader, const QString &key, Clause &clause, std::vector<Paragraph> &into)
{
    const QJsonValue found = reader.value(key);
    if (found.isUndefined())
        return; // which languages are needed is judged at publishing
    const QJsonArray array = found.toArray();
    if (!found.isArray() || array.isEmpty() || array.size() > maxParagraphs) {
        reader.fault(key, Text::tr("A list of 1 to %1 paragraphs is expected here.").arg(maxParagraphs));
        return;
    }
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = reader.pathOf(key) + u'/' + QString::number(i);
        QJsonObject object = array.at(i).toObject();
        if (array.at(i).isString())
            object.insert(u"say"_s, array.at(i));
        else if (!array.at(i).isObject()) {
            fault(path, Text::tr("A paragraph is a text, or an object with “say”."));
            continue;
        }
        JsonReader inner(object, path, m_faults);
        Paragraph paragraph;
        paragraph.text = inner.text(u"say"_s, maxParagraphText);
        paragraph.adaptable = inner.optionalBoolean(u"adapt"_s, false);
        if (inner.has(u"when"_s))
            inner.object(u"when"_s, [&](JsonReader &when) { paragraph.when = readCondition(when, {}); });
        inner.finish();
        checkPlaceholders(paragraph.text, !clause.item.isEmpty(), path);
        into.push_back(std::move(paragraph));
    }
}

void ScriptReader::readBranches(JsonReader &reader, const QString &key, const Condition &common, Clause &clause)
{
    const QJsonValue found = reader.value(key);
    if (found.isUndefined())
        return;
    if (found.isString()) {
        clause.next.push_back({common, found.toString()});
        return;
    }
    reader.objects(key, 1, maxBranches, [&](JsonReader &inner) {
        Branch branch{common, inner.text(u"to"_s, 64)};
        if (inner.has(u"when"_s))
            inner.object(u"when"_s, [&](JsonReader &when) { branch.when = readCondition(when, common); });
        inner.finish();
        clause.next.push_back(std::move(branch));
    });
}

Condition ScriptReader::readCondition(JsonReader &reader, const Condition &common)
{
    Condition condition = common;
    if (reader.has(u"method"_s))
        condition.method = reader.code(u"method"_s, CaptureMethod::PhoneRead);
    condition.secondCall = optionalFlag(reader, u"secondCall"_s);
    condition.under14 = optionalFlag(reader, u"under14"_s);
    condition.identifiers = optionalFlag(reader, u"identifiers"_s);
    condition.optedOut = optionalFlag(reader, u"optedOut"_s);
    for (const bool yes : {true, false}) {
        const QString key = yes ? u"yes"_s : u"no"_s;
        if (!reader.has(key))
            continue;
        if (!condition.answerTo.isEmpty())
            reader.fault(key, Text::tr("A condition looks at one answer only."));
        condition.answerTo = reader.text(key, 64);
        condition.answerYes = yes;
    }
    if (condition.isEmpty())
        reader.fault(QString(), Text::tr("This condition says nothing. Leave it out or name what must hold."));
    reader.finish();
    return condition;
}

void ScriptReader::checkPlaceholders(const QString &text, bool itemTold, const QString &path)
{
    const auto placeholders = placeholdersIn(text);
    if (!placeholders) {
        fault(path, Text::tr("A placeholder is not closed, has no name, or asks for an unknown particle (known: %1).")
                        .arg(particlePairs().join(u", "_s)));
        return;
    }
    for (const Placeholder &placeholder : *placeholders) {
        const QString &name = placeholder.name;
        const bool part = name.startsWith(u"item."_s) && fromCode<ItemPart>(QStringView(name).mid(5)).has_value();
        if (part && !itemTold)
            fault(path, Text::tr("{{%1}} stands in a clause that names no item.").arg(name));
        else if (!part && name != u"summary" && !knownPlaceholders().contains(name))
            fault(path, Text::tr("{{%1}} is no placeholder that is known here.").arg(name));
    }
}

void ScriptReader::checkCondition(const Condition &condition, const QString &path)
{
    if (condition.answerTo.isEmpty())
        return;
    for (const Clause &clause : m_script.m_clauses) {
        if (clause.answerCode() == condition.answerTo)
            return;
    }
    fault(path, Text::tr("Nothing asks “%1”.").arg(condition.answerTo));
}

void ScriptReader::checkReferences()
{
    for (std::size_t i = 0; i < m_script.m_items.size(); ++i) {
        const ConsentItem &item = m_script.m_items[i];
        const QString path = u"/items/%1"_s.arg(i);
        if (!item.requires_.isEmpty() && (m_script.item(item.requires_) == nullptr || item.requires_ == item.code))
            fault(path + u"/requires"_s, Text::tr("There is no other item “%1”.").arg(item.requires_));
        for (int p = 0; p <= static_cast<int>(ItemPart::RecipientPeriod); ++p) {
            const auto part = static_cast<ItemPart>(p);
            for (const Language language : {Language::Korean, Language::English}) {
                const QString partPath = path + u'/' + toCode(part) + u'/' + toCode(language);
                const QString text = item.part(part).in(language);
                checkPlaceholders(text, false, partPath);
                if (text.contains(u"{{summary"))
                    fault(partPath, Text::tr("{{%1}} is no placeholder that is known here.").arg(u"summary"_s));
            }
        }
    }
    if (m_script.clause(m_script.m_start) == nullptr)
        fault(u"/start"_s, Text::tr("There is no clause “%1”.").arg(m_script.m_start));
    for (std::size_t i = 0; i < m_script.m_clauses.size(); ++i) {
        const Clause &clause = m_script.m_clauses[i];
        const QString path = u"/clauses/%1"_s.arg(i);
        if (!clause.item.isEmpty() && m_script.item(clause.item) == nullptr)
            fault(path + u"/item"_s, Text::tr("There is no item “%1”.").arg(clause.item));
        if (!clause.question.isEmpty() && m_script.item(clause.question) != nullptr)
            fault(path + u"/question"_s, Text::tr("An item has this code already."));
        for (const Branch &branch : clause.next) {
            if (m_script.clause(branch.to) == nullptr)
                fault(path + u"/next"_s, Text::tr("There is no clause “%1”.").arg(branch.to));
            checkCondition(branch.when, path + u"/next"_s);
        }
        for (const Language language : {Language::Korean, Language::English}) {
            for (const Paragraph &paragraph : clause.paragraphs(language))
                checkCondition(paragraph.when, path + u"/text/"_s + toCode(language));
        }
    }
}

} // namespace consent::domain

#include "crypto/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace consent::crypto {

namespace {

qsizetype membersIn(const QJsonValue &value)
{
    qsizetype count = 0;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue element : array)
            count += membersIn(element);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            count += 1 + membersIn(*it);
    }
    return count;
}

// In valid JSON every colon outside a string belongs to one member.
qsizetype colonsOutsideStrings(const QByteArray &json)
{
    qsizetype count = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char letter = json.at(i);
        if (inString && letter == '\\')
            ++i;
        else if (letter == '"')
            inString = !inString;
        else if (!inString && letter == ':')
            ++count;
    }
    return count;
}

class FlatReader
{
public:
    explicit FlatReader(std::string_view text)
        : m_rest(text)
    {
    }

    std::optional<FlatMembers> read()
    {
        FlatMembers members;
        if (!take('{'))
            return std::nullopt;
        if (!take('}')) {
            do {
                const auto name = string();
                if (!name || !take(':'))
                    return std::nullopt;
                const auto value = string();
                if (!value || std::ranges::find(members, *name, &FlatMembers::value_type::first) != members.end())
                    return std::nullopt;
                members.emplace_back(*name, *value);
            } while (take(','));
            if (!take('}'))
                return std::nullopt;
        }
        skipSpace();
        return m_rest.empty() ? std::optional(std::move(members)) : std::nullopt;
    }

private:
    void skipSpace() { m_rest.remove_prefix(std::min(m_rest.find_first_not_of(" \t\r\n"), m_rest.size())); }

    bool take(char letter)
    {
        skipSpace();
        if (!m_rest.starts_with(letter))
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    std::optional<std::string_view> string()
    {
        if (!take('"'))
            return std::nullopt;
        const auto end = m_rest.find('"');
        if (end == std::string_view::npos)
            return std::nullopt;
        const std::string_view content = m_rest.substr(0, end);
        const auto isPlain = [](char letter) { return letter >= ' ' && letter <= '~' && letter != '\\'; };
        if (!std::ranges::all_of(content, isPlain))
            return std::nullopt;
        m_rest.remove_prefix(end + 1);
        return content;
    }

    std::string_view m_rest;
};

} // namespace

std::optional<QJsonObject> parseUnambiguousJson(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return std::nullopt;
    QJsonObject object = document.object();
    if (membersIn(object) != colonsOutsideStrings(bytes))
        return std::nullopt;
    return object;
}

std::optional<FlatMembers> parseFlatJson(Bytes text)
{
    return FlatReader({reinterpret_cast<const char *>(text.data()), text.size()}).read();
}

} // namespace consent::crypto

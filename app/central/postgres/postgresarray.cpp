#include "central/postgres/postgresarray.h"

using namespace Qt::StringLiterals;

namespace consent::central::postgresarray {

namespace {

template <typename List, typename Write> QString joined(const List &list, qsizetype guess, const Write &write)
{
    QString literal;
    literal.reserve(static_cast<qsizetype>(list.size()) * guess + 2);
    literal += u'{';
    for (const auto &element : list) {
        if (literal.size() > 1)
            literal += u',';
        write(literal, element);
    }
    literal += u'}';
    return literal;
}

void quote(QString &literal, const QString &text)
{
    literal += u'"';
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            literal += u'\\';
        literal += c;
    }
    literal += u'"';
}

} // namespace

QString ofTexts(const std::vector<std::optional<QString>> &texts)
{
    return joined(texts, 40, [](QString &literal, const std::optional<QString> &text) {
        if (text)
            quote(literal, *text);
        else
            literal += "NULL"_L1;
    });
}

QString ofTexts(const QStringList &texts)
{
    return joined(texts, 40, [](QString &literal, const QString &text) { quote(literal, text); });
}

QString ofBytes(const std::vector<QByteArray> &bytes)
{
    return joined(bytes, 72, [](QString &literal, const QByteArray &one) {
        literal += "\"\\\\x"_L1;
        literal += QLatin1StringView(one.toHex());
        literal += u'"';
    });
}

QString ofNumbers(const std::vector<qint64> &numbers)
{
    return joined(numbers, 8, [](QString &literal, qint64 number) { literal += QString::number(number); });
}

std::optional<QStringList> read(const QString &literal)
{
    if (!literal.startsWith(u'{') || !literal.endsWith(u'}') || literal.size() < 2)
        return std::nullopt;
    QStringList elements;
    const QStringView inner = QStringView(literal).mid(1, literal.size() - 2);
    qsizetype at = 0;
    while (at < inner.size()) {
        QString element;
        if (inner[at] == u'"') {
            for (++at; at < inner.size() && inner[at] != u'"'; ++at) {
                if (inner[at] == u'\\')
                    ++at;
                if (at < inner.size())
                    element += inner[at];
            }
            if (at >= inner.size())
                return std::nullopt;
            ++at;
        } else {
            for (; at < inner.size() && inner[at] != u','; ++at) {
                if (inner[at] == u'{' || inner[at] == u'}' || inner[at] == u'"')
                    return std::nullopt;
                element += inner[at];
            }
            if (element.isEmpty() || element.compare("NULL"_L1, Qt::CaseInsensitive) == 0)
                return std::nullopt;
        }
        elements.append(element);
        if (at == inner.size())
            return elements;
        if (inner[at] != u',' || at + 1 == inner.size())
            return std::nullopt;
        ++at;
    }
    return elements;
}

} // namespace consent::central::postgresarray

#include "desk/papers/paper.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Paper", text);
}

QJsonArray toJson(const std::vector<PaperLine> &rows)
{
    QJsonArray array;
    for (const PaperLine &row : rows)
        array.append(QJsonArray{row.name, row.value});
    return array;
}

QJsonObject toJson(const PaperPart &part)
{
    QJsonArray table;
    for (const QStringList &row : part.table.rows)
        table.append(QJsonArray::fromStringList(row));
    return {{u"heading"_s, part.heading},
            {u"paragraphs"_s, QJsonArray::fromStringList(part.paragraphs)},
            {u"rows"_s, toJson(part.rows)},
            {u"header"_s, QJsonArray::fromStringList(part.table.header)},
            {u"table"_s, table},
            {u"remarks"_s, QJsonArray::fromStringList(part.remarks)}};
}

/// Reads member after member and remembers whether all had their type.
class PaperReader
{
public:
    QString text(const QJsonValue &value)
    {
        m_sound = m_sound && value.isString();
        return value.toString();
    }
    QStringList texts(const QJsonValue &value)
    {
        QStringList list;
        for (const QJsonValue &entry : array(value))
            list += text(entry);
        return list;
    }
    std::vector<PaperLine> rows(const QJsonValue &value)
    {
        std::vector<PaperLine> rows;
        for (const QJsonValue &entry : array(value)) {
            const QStringList pair = texts(entry);
            m_sound = m_sound && pair.size() == 2;
            rows.push_back({pair.value(0), pair.value(1)});
        }
        return rows;
    }
    PaperPart part(const QJsonValue &value)
    {
        m_sound = m_sound && value.isObject();
        PaperPart part;
        part.heading = text(value["heading"_L1]);
        part.paragraphs = texts(value["paragraphs"_L1]);
        part.rows = rows(value["rows"_L1]);
        part.table.header = texts(value["header"_L1]);
        for (const QJsonValue &row : array(value["table"_L1])) {
            part.table.rows.push_back(texts(row));
            m_sound = m_sound && part.table.rows.back().size() == part.table.header.size();
        }
        part.remarks = texts(value["remarks"_L1]);
        return part;
    }
    QJsonArray array(const QJsonValue &value)
    {
        m_sound = m_sound && value.isArray();
        return value.toArray();
    }
    void require(bool sound) { m_sound = m_sound && sound; }
    bool sound() const { return m_sound; }

private:
    bool m_sound = true;
};

/// A table in an e-mail: each row as its own lines, because columns don't line up there.
void appendTable(QStringList &lines, const PaperTable &table)
{
    for (const QStringList &row : table.rows) {
        QStringList cells;
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (!row[column].isEmpty())
                cells += table.header.value(column) + u": "_s + row[column];
        }
        lines += u"- "_s + cells.join(u" / "_s).replace(u'\n', u' ');
    }
}

} // namespace

QString label(PaperKind value)
{
    switch (value) {
    case PaperKind::ProofOfAccess:
        return say(QT_TRANSLATE_NOOP("Paper", "Certificate of access"));
    case PaperKind::AccessAnswer:
        return say(QT_TRANSLATE_NOOP("Paper", "Answer to an access request"));
    case PaperKind::Refusal:
        return say(QT_TRANSLATE_NOOP("Paper", "Notice of refusal"));
    case PaperKind::Deferral:
        return say(QT_TRANSLATE_NOOP("Paper", "Notice of deferral"));
    case PaperKind::ResultNotice:
        return say(QT_TRANSLATE_NOOP("Paper", "Notice of the result"));
    case PaperKind::AdvertisingResult:
        return say(QT_TRANSLATE_NOOP("Paper", "Result of an advertising consent"));
    }
    Q_UNREACHABLE();
}

QJsonObject Paper::toJson() const
{
    QJsonArray partArray;
    for (const PaperPart &part : parts)
        partArray.append(desk::toJson(part));
    return {{u"kind"_s, domain::toCode(kind)},
            {u"number"_s, number},
            {u"issued"_s, issued.toString(Qt::ISODate)},
            {u"title"_s, title},
            {u"addressee"_s, addressee},
            {u"opening"_s, QJsonArray::fromStringList(opening)},
            {u"parts"_s, partArray},
            {u"closing"_s, QJsonArray::fromStringList(closing)},
            {u"sender"_s, sender},
            {u"contact"_s, desk::toJson(contact)}};
}

Result<Paper> Paper::fromJson(const QJsonObject &json)
{
    PaperReader in;
    Paper paper;
    const auto kind = domain::fromCode<PaperKind>(in.text(json["kind"_L1]));
    in.require(kind.has_value());
    paper.kind = kind.value_or(PaperKind::AccessAnswer);
    paper.number = in.text(json["number"_L1]);
    paper.issued = QDate::fromString(in.text(json["issued"_L1]), Qt::ISODate);
    in.require(paper.issued.isValid());
    paper.title = in.text(json["title"_L1]);
    paper.addressee = in.text(json["addressee"_L1]);
    paper.opening = in.texts(json["opening"_L1]);
    for (const QJsonValue &part : in.array(json["parts"_L1]))
        paper.parts.push_back(in.part(part));
    paper.closing = in.texts(json["closing"_L1]);
    paper.sender = in.text(json["sender"_L1]);
    paper.contact = in.rows(json["contact"_L1]);
    if (!in.sound())
        return Error{ErrorKind::Damaged,
                     say(QT_TRANSLATE_NOOP("Paper", "The copy of this paper can't be read. Nothing was changed; "
                                                    "issue the paper again.")),
                     u"paper copy is malformed"_s};
    return paper;
}

QString emailText(const Paper &paper)
{
    QStringList lines{u"[%1] %2 (%3)"_s.arg(paper.sender, paper.title, paper.number), {}, paper.addressee, {}};
    lines += paper.opening;
    for (const PaperPart &part : paper.parts) {
        lines += QString();
        if (!part.heading.isEmpty())
            lines += part.heading;
        lines += part.paragraphs;
        for (const PaperLine &row : part.rows)
            lines += u"- %1: %2"_s.arg(row.name, QString(row.value).replace(u'\n', u' '));
        appendTable(lines, part.table);
        for (const QString &remark : part.remarks)
            lines += u"* "_s + remark;
    }
    lines += QString();
    lines += paper.closing;
    lines += {QString(), paper.issued.toString(u"yyyy-MM-dd"_s), paper.sender};
    for (const PaperLine &row : paper.contact)
        lines += u"%1: %2"_s.arg(row.name, row.value);
    return lines.join(u'\n') + u'\n';
}

} // namespace consent::desk

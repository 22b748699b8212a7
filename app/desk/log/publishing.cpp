#include "desk/log/publishing.h"

#include "cache/store/documentstore.h"
#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "domain/notice.h"
#include "domain/publishcheck.h"
#include "domain/script.h"
#include "ledger/eventtypes.h"

#include <QCoreApplication>

#include <algorithm>

namespace consent::desk::publishing {

using namespace Qt::StringLiterals;
using cache::Document;
namespace kinds = cache::documentkinds;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Publishing", text);
}

QString sha256Hex(const QByteArray &bytes)
{
    return QString::fromLatin1(crypto::toByteArray(crypto::sha256(crypto::bytesOf(bytes))).toHex());
}

NoticeRow noticeRow(const QJsonObject &facts, const domain::Notice &notice)
{
    return NoticeRow{
        facts.value(u"number").toString().toInt(),
        facts.value(u"title").toString(),
        QDate::fromString(facts.value(u"announced").toString(), Qt::ISODate),
        QDate::fromString(facts.value(u"effective").toString(), Qt::ISODate),
        facts.value(u"sha256").toString(),
        int(std::ranges::count_if(notice.chapters(), [](const auto &chapter) { return chapter.number > 0; })),
        int(notice.tableCount())};
}

ScriptRow scriptRow(const domain::Script &script, const QString &sha256)
{
    return ScriptRow{script.code(), QString::number(script.version()), sha256, int(script.clauses().size()),
                     int(script.items().size())};
}

Error missing(const QString &message, const QString &detail)
{
    return Error{ErrorKind::NotFound, message, detail};
}

/// The published ones in the order of publishing.
Result<std::vector<Document>> published(OpenDesk &open, QLatin1StringView kind)
{
    auto documents = open.cache->documents().ofKind(kind);
    if (documents)
        std::ranges::sort(*documents, {}, [](const Document &document) { return document.event.value_or(0); });
    return documents;
}

Result<domain::Notice> readNotice(const Document &document)
{
    const auto type = domain::mediaTypeFromCode(document.facts.value(u"mediaType").toString());
    return domain::Notice::import(document.bytes, type.value_or(domain::MediaType::PlainText));
}

/// The script that was read in a contact.
Result<domain::Script> scriptOf(OpenDesk &open, const ledger::DocumentReference &reference)
{
    const auto document = open.cache->documents().find(kinds::script, reference.code + u'/' + reference.version);
    if (!document)
        return document.error();
    if (!document->has_value())
        return missing(say(QT_TRANSLATE_NOOP("Publishing", "The script of this record is not on this desk.")),
                       u"script not found"_s);
    if (sha256Hex((*document)->bytes) != reference.sha256)
        return Error{ErrorKind::Conflict,
                     say(QT_TRANSLATE_NOOP("Publishing",
                                           "The script on this desk is not the one that was read in this record.")),
                     u"script hash differs"_s};
    return domain::Script::parse((*document)->bytes);
}

Result<NoticeTitle> noticeOf(OpenDesk &open, const ledger::DocumentReference &reference)
{
    const auto document = open.cache->documents().find(kinds::notice, reference.code);
    if (!document)
        return document.error();
    if (!document->has_value() || (*document)->facts.value(u"sha256").toString() != reference.sha256)
        return missing(say(QT_TRANSLATE_NOOP("Publishing", "The privacy policy of this record is not on this desk.")),
                       u"notice not found"_s);
    const QJsonObject &facts = (*document)->facts;
    return NoticeTitle{reference.code.toInt(), facts.value(u"title").toString(),
                       QDate::fromString(facts.value(u"effective").toString(), Qt::ISODate)};
}

} // namespace

Result<NoticeRow> publishNotice(OpenDesk &open, EventRecorder &recorder, const NoticeImport &file)
{
    const domain::MediaType type = domain::guessMediaType(file.fileName, file.bytes);
    const auto notice = domain::Notice::import(file.bytes, type);
    if (!notice)
        return notice.error();
    const std::optional<QDate> announced = file.announced ? file.announced : notice->announced();
    const std::optional<QDate> effective = file.effective ? file.effective : notice->effective();
    if (auto dates = domain::checkNoticeDates(announced.value_or(QDate()), effective.value_or(QDate())); !dates)
        return dates.error();
    const auto before = published(open, kinds::notice);
    if (!before)
        return before.error();
    for (const Document &document : *before) {
        if (document.facts.value(u"sha256").toString() == notice->sha256())
            return Error{
                ErrorKind::AlreadyExists,
                say(QT_TRANSLATE_NOOP("Publishing", "This very text is published already as notice no. %1. A published "
                                                    "notice never changes; publish a changed text as a new one."))
                    .arg(document.id),
                u"same bytes"_s};
    }
    const QJsonObject facts{
        {u"number"_s, QString::number(before->size() + 1)},
        {u"title"_s, notice->title()},
        {u"announced"_s, announced->toString(Qt::ISODate)},
        {u"effective"_s, effective->toString(Qt::ISODate)},
        {u"sha256"_s, notice->sha256()},
        {u"mediaType"_s, domain::toCode(type)},
        {u"source"_s, QString::fromLatin1(crypto::base64UrlEncode(crypto::bytesOf(file.bytes)))},
    };
    if (auto event = recorder.record(ledger::eventtypes::noticePublished, std::nullopt, facts); !event)
        return event.error();
    return noticeRow(facts, *notice);
}

std::vector<QString> scriptFaults(const QByteArray &json, const domain::Organisation &organisation)
{
    auto parsed = domain::Script::read(json);
    std::vector<domain::ScriptFault> faults = std::move(parsed.faults);
    if (parsed.script)
        faults = domain::publishFaults(*parsed.script, organisation);
    std::vector<QString> lines;
    for (const domain::ScriptFault &fault : faults)
        lines.push_back(fault.path.isEmpty() ? fault.message : fault.path + u": "_s + fault.message);
    return lines;
}

Result<ScriptRow> publishScript(OpenDesk &open, EventRecorder &recorder, const QByteArray &json,
                                const domain::Organisation &organisation)
{
    const std::vector<QString> faults = scriptFaults(json, organisation);
    if (!faults.empty()) {
        return Error{
            ErrorKind::InvalidArgument,
            say(QT_TRANSLATE_NOOP("Publishing", "The script can't be published. Correct this and try again:")) + u'\n' +
                QStringList(faults.begin(), faults.end()).join(u'\n'),
            u"%1 faults"_s.arg(faults.size())};
    }
    const auto script = domain::Script::parse(json);
    if (!script)
        return script.error();
    const QString version = QString::number(script->version());
    const auto same = open.cache->documents().find(kinds::script, script->code() + u'/' + version);
    if (!same)
        return same.error();
    if (same->has_value())
        return Error{
            ErrorKind::AlreadyExists,
            say(QT_TRANSLATE_NOOP("Publishing", "Version %1 of this script is published already and never changes. "
                                                "Give the changed script the next version number."))
                .arg(version),
            u"version exists"_s};
    const QString sha256 = sha256Hex(json);
    const QJsonObject facts{{u"code"_s, script->code()},
                            {u"version"_s, version},
                            {u"sha256"_s, sha256},
                            {u"source"_s, QString::fromLatin1(crypto::base64UrlEncode(crypto::bytesOf(json)))}};
    if (auto event = recorder.record(ledger::eventtypes::scriptPublished, std::nullopt, facts); !event)
        return event.error();
    return scriptRow(*script, sha256);
}

Result<std::vector<NoticeRow>> notices(OpenDesk &open)
{
    const auto documents = published(open, kinds::notice);
    if (!documents)
        return documents.error();
    std::vector<NoticeRow> rows;
    for (const Document &document : *documents) {
        const auto notice = readNotice(document);
        if (!notice)
            return notice.error();
        rows.push_back(noticeRow(document.facts, *notice));
    }
    return rows;
}

Result<std::vector<ScriptRow>> scripts(OpenDesk &open)
{
    const auto documents = published(open, kinds::script);
    if (!documents)
        return documents.error();
    std::vector<ScriptRow> rows;
    for (const Document &document : *documents) {
        const auto script = domain::Script::parse(document.bytes);
        if (!script)
            return script.error();
        rows.push_back(scriptRow(*script, document.facts.value(u"sha256").toString()));
    }
    return rows;
}

Result<CallDocuments> current(OpenDesk &open, QDate today)
{
    const auto scriptDocuments = published(open, kinds::script);
    if (!scriptDocuments)
        return scriptDocuments.error();
    if (scriptDocuments->empty())
        return missing(
            say(QT_TRANSLATE_NOOP("Publishing", "No consent script is published yet. A privacy officer publishes "
                                                "one with: consentdesk-admin script publish FILE")),
            u"no script"_s);
    const auto noticeDocuments = published(open, kinds::notice);
    if (!noticeDocuments)
        return noticeDocuments.error();
    const Document *inForce = nullptr;
    for (const Document &document : *noticeDocuments) {
        const QDate effective = QDate::fromString(document.facts.value(u"effective").toString(), Qt::ISODate);
        if (effective <= today)
            inForce = &document;
    }
    if (inForce == nullptr)
        return missing(
            say(QT_TRANSLATE_NOOP("Publishing", "No privacy policy is in force here yet. A privacy officer publishes "
                                                "it with: consentdesk-admin notice import FILE")),
            u"no notice in force"_s);
    const Document &newest = scriptDocuments->back();
    auto script = domain::Script::parse(newest.bytes);
    if (!script)
        return script.error();
    return CallDocuments{std::make_shared<const domain::Script>(std::move(*script)),
                         {newest.facts.value(u"code").toString(), newest.facts.value(u"version").toString(),
                          newest.facts.value(u"sha256").toString()},
                         {inForce->id, {}, inForce->facts.value(u"sha256").toString()}};
}

Result<CallDocuments> held(OpenDesk &open, const ledger::DocumentReference &script,
                           const ledger::DocumentReference &notice)
{
    auto read = documentsOf(open, script, notice);
    if (!read)
        return read.error();
    return CallDocuments{std::make_shared<const domain::Script>(std::move(read->script)), script, notice};
}

Result<ContactDocuments> documentsOf(OpenDesk &open, const ledger::DocumentReference &script,
                                     const ledger::DocumentReference &notice)
{
    auto read = scriptOf(open, script);
    if (!read)
        return read.error();
    auto title = noticeOf(open, notice);
    if (!title)
        return title.error();
    return ContactDocuments{*std::move(read), *std::move(title)};
}

Result<domain::Script> newestScript(OpenDesk &open)
{
    const auto documents = published(open, kinds::script);
    if (!documents)
        return documents.error();
    if (documents->empty())
        return missing(
            say(QT_TRANSLATE_NOOP("Publishing", "No consent script is published yet. A privacy officer publishes "
                                                "one with: consentdesk-admin script publish FILE")),
            u"no script"_s);
    return domain::Script::parse(documents->back().bytes);
}

} // namespace consent::desk::publishing

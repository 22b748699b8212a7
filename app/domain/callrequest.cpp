#include "domain/callrequest.h"

#include "domain/invalid.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QUrl>
#include <QUrlQuery>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(CallRequest)
};

using namespace Qt::StringLiterals;

/// What exchanges send in place of a number that the caller withholds.
bool isWithheld(const QString &from)
{
    const QString word = from.trimmed().toLower();
    return word.isEmpty() || word == u"anonymous" || word == u"private" || word == u"unknown" ||
           word == u"restricted" || word == u"unavailable";
}

bool isId(const QString &id)
{
    for (const QChar c : id) {
        const bool plain = c.unicode() < 0x80 && (c.isLetterOrNumber() || QLatin1String("-_.:@/+=").contains(c));
        if (!plain)
            return false;
    }
    return id.size() <= CallRequest::maxIdLength;
}

Result<CallRequest> make(const QString &from, const QString &id)
{
    CallRequest request;
    if (!isId(id))
        return invalid(Text::tr("The call's id may have at most %1 letters, digits and - _ . : @ / + =.")
                           .arg(CallRequest::maxIdLength),
                       "id");
    request.id = id;
    if (isWithheld(from))
        return request;
    const Result<PhoneNumber> number = PhoneNumber::parse(from);
    if (!number)
        return Error{ErrorKind::InvalidArgument,
                     Text::tr("The caller's number can't be read.") + u' ' + number.error().message,
                     u"number: "_s + number.error().detail};
    request.from = *number;
    return request;
}

} // namespace

Result<CallRequest> CallRequest::fromArgument(const QString &text)
{
    if (text.trimmed().startsWith(u"consentdesk:"_s, Qt::CaseInsensitive))
        return fromUrl(text);
    if (text.trimmed().isEmpty())
        return invalid(Text::tr("After --call a phone number is expected, for example --call 01000001234."), "empty");
    return make(text, QString());
}

Result<CallRequest> CallRequest::fromUrl(const QString &text)
{
    if (text.size() > maxUrlLength)
        return invalid(Text::tr("The call address is longer than %1 characters.").arg(maxUrlLength), "length");
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != u"consentdesk")
        return invalid(Text::tr("A call address looks like consentdesk://call?from=01000001234&id=7."), "scheme");
    const QString action = url.host().isEmpty() ? url.path() : url.host();
    if (action.compare(u"call"_s, Qt::CaseInsensitive) != 0 || !url.userInfo().isEmpty() || url.port() != -1 ||
        !(url.host().isEmpty() || url.path().isEmpty() || url.path() == u"/"))
        return invalid(Text::tr("A call address looks like consentdesk://call?from=01000001234&id=7."), "action");
    // In a query a plus is a plus here: it stands before country codes.
    const QUrlQuery query(url);
    QSet<QString> seen;
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items) {
        Q_UNUSED(value)
        if (key != u"from" && key != u"id")
            return invalid(Text::tr("A call address knows only “from” and “id”."), "parameter");
        if (seen.contains(key))
            return invalid(Text::tr("“%1” stands twice in the call address.").arg(key), "twice");
        seen.insert(key);
    }
    if (!seen.contains(u"from"_s))
        return invalid(Text::tr("The call address does not say who calls (from=)."), "from");
    return make(query.queryItemValue(u"from"_s, QUrl::FullyDecoded), query.queryItemValue(u"id"_s, QUrl::FullyDecoded));
}

Result<CallRequest> CallRequest::fromJsonLine(const QByteArray &line)
{
    if (line.size() > maxLineBytes)
        return invalid(Text::tr("The line is longer than %1 bytes.").arg(maxLineBytes), "length");
    const QByteArray trimmed = line.trimmed();
    if (trimmed.contains('\n'))
        return invalid(Text::tr("One call is one line."), "lines");
    const QJsonDocument document = QJsonDocument::fromJson(trimmed);
    if (!document.isObject())
        return invalid(Text::tr("The line is no JSON object such as {\"from\":\"01000001234\",\"id\":\"7\"}."), "json");
    const QJsonObject object = document.object();
    for (const QString &key : object.keys()) {
        if (key != u"from" && key != u"id")
            return invalid(Text::tr("A call line knows only “from” and “id”."), "member");
    }
    const QJsonValue from = object.value(u"from"_s);
    const QJsonValue id = object.value(u"id"_s);
    if (!from.isString() && !from.isNull())
        return invalid(Text::tr("The line does not say who calls: “from” must be a text."), "from");
    if (!id.isUndefined() && !id.isString())
        return invalid(Text::tr("“id” must be a text."), "id type");
    return make(from.toString(), id.toString());
}

} // namespace consent::domain

#include "desk/requests/authenticityanswer.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

Error noAnswer(const char *why)
{
    return Error{ErrorKind::Damaged,
                 QCoreApplication::translate(
                     "AuthenticityAnswer", "The authenticity service answered with something that is no answer. Ask by "
                                           "other means and enter the reference, and tell your administrator."),
                 QString::fromLatin1(why)};
}

} // namespace

Result<AuthenticityAnswer> AuthenticityAnswer::parse(const QByteArray &body, const QString &request)
{
    if (body.size() > maxBytes)
        return noAnswer("too large");
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(body, &fault);
    if (fault.error != QJsonParseError::NoError || !document.isObject())
        return noAnswer("no JSON object");
    const QJsonObject object = document.object();
    if (object.size() != 4)
        return noAnswer("members");
    if (object.value("format"_L1).toString() != "consent-authenticity-answer/1"_L1)
        return noAnswer("format");
    if (object.value("request"_L1).toString() != request)
        return noAnswer("another request");
    const auto verdict = domain::fromCode<Authenticity>(object.value("verdict"_L1).toString());
    if (!verdict)
        return noAnswer("verdict");
    const QString reference = object.value("reference"_L1).toString();
    const bool plain = std::ranges::all_of(reference, [](QChar c) { return c >= u'!' && c <= u'~'; });
    if (reference.isEmpty() || reference.size() > longestReference || !plain)
        return noAnswer("reference");
    return AuthenticityAnswer{*verdict, reference};
}

} // namespace consent::desk

#include "desk/joining/desktakedown.h"

#include "base/jsonfile.h"
#include "cache/sync/outbox.h"
#include "crypto/base64url.h"
#include "crypto/jwe.h"
#include "crypto/strictjson.h"
#include "vault/keys/devicesecret.h"
#include "vault/keys/keychain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <span>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

constexpr auto unsentPurpose = "unsent events v1";
constexpr int mostUnsent = 1'000'000;
constexpr std::size_t eventsALine = 500; // Within what one JWE may be.

QString markPath(const DeskProfile &profile)
{
    return profile.folder() + u"/withdrawn"_s;
}

/// Some events with the wrapped keys of what is sealed in them.
Result<QByteArray> bundle(OpenDesk &open, std::span<const cache::StoredEvent> events)
{
    QJsonArray texts;
    QJsonArray keys;
    for (const cache::StoredEvent &event : events) {
        texts.append(QString::fromLatin1(event.event.jws));
        const auto id = ledger::dataKeyOf(event.event.event);
        if (!id)
            continue;
        const auto key = open.cache->dataKeys().find(*id);
        if (!key && key.error().kind == ErrorKind::NotFound)
            continue; // Erased meanwhile: nobody is to read it.
        if (!key)
            return key.error();
        keys.append(
            QJsonObject{{u"id"_s, key->id.toString()},
                        {u"subject"_s, key->subject.toString()},
                        {u"epoch"_s, key->epoch},
                        {u"wrapped"_s, QString::fromLatin1(crypto::base64UrlEncode(crypto::bytesOf(key->wrapped)))}});
    }
    return QJsonDocument(QJsonObject{{u"events"_s, texts}, {u"dataKeys"_s, keys}}).toJson(QJsonDocument::Compact);
}

/// One compact JWE a line; empty when nothing waits.
Result<QByteArray> unsentOf(OpenDesk &open)
{
    const auto waiting = open.cache->outbox().due(mostUnsent);
    if (!waiting)
        return waiting.error();
    const ledger::OrganisationKey *newest = open.organisationKeys.current();
    const auto key = newest->derive(unsentPurpose);
    if (!key)
        return key.error();
    QByteArray lines;
    for (std::span<const cache::StoredEvent> left(*waiting); !left.empty();) {
        const auto some = left.first(std::min(left.size(), eventsALine));
        left = left.subspan(some.size());
        const auto plain = bundle(open, some);
        if (!plain)
            return plain.error();
        const auto sealed =
            crypto::encryptDirect(crypto::bytesOf(*plain), key->span(), QString::number(newest->epoch()));
        if (!sealed)
            return sealed.error();
        lines += *sealed + '\n';
    }
    return lines;
}

} // namespace

QString DeskTakedown::unsentPath(const DeskProfile &profile)
{
    return QFileInfo(profile.folder()).path() + u"/unsent-"_s + profile.device().toString() + u".jwe"_s;
}

bool DeskTakedown::isMarked(const DeskProfile &profile)
{
    return QFileInfo::exists(markPath(profile));
}

Result<void> DeskTakedown::begin(OpenDesk &open, const DeskProfile &profile)
{
    const auto unsent = unsentOf(open);
    if (!unsent)
        return unsent.error();
    if (!unsent->isEmpty()) {
        if (auto kept = writeFileDurably(unsentPath(profile), *unsent); !kept)
            return kept;
    }
    return writeFileDurably(markPath(profile), "withdrawn\n");
}

Result<void> DeskTakedown::destroy(const DeskProfile &profile, vault::Keychain &keychain)
{
    // What opens the data goes first, and overwritten: a journal of the file system may keep a removed file for long.
    for (const QString &path : {profile.slotsPath(), profile.slotsPath() + u".previous"_s, profile.proofPath()}) {
        QFile file(path);
        if (!file.exists())
            continue;
        const QByteArray nothing(file.size(), '\0');
        if (!file.open(QIODevice::ReadWrite) || file.write(nothing) != nothing.size() || !file.flush() ||
            !file.remove())
            return Error{ErrorKind::Io,
                         tr("The keys of a withdrawn desk can't be destroyed. Tell your administrator at once."),
                         file.errorString()};
    }
    if (profile.keychainUsed()) {
        if (auto gone = vault::DeviceSecret::destroy(keychain, profile.installation()); !gone)
            return gone;
    }
    if (!QDir(profile.folder()).removeRecursively())
        return Error{ErrorKind::Io,
                     tr("The files of a withdrawn desk can't be removed. What is in them is unreadable."),
                     u"removeRecursively"_s};
    return {};
}

Result<QList<QByteArray>> DeskTakedown::openUnsent(const ledger::OrganisationKeys &keys, const QByteArray &file)
{
    const Error damaged{ErrorKind::Damaged, tr("This is no file of unsent events, or it is damaged."), u"unsent"_s};
    QList<QByteArray> events;
    for (const QByteArray &line : file.trimmed().split('\n')) {
        const auto header = crypto::readJweHeader(line);
        if (!header || header->algorithm != crypto::JweAlgorithm::Direct)
            return damaged;
        const ledger::OrganisationKey *held = keys.find(header->kid.toInt());
        if (!held)
            return Error{ErrorKind::WrongKey, tr("Your keys do not open this file: it was sealed under another one."),
                         u"epoch not held"_s};
        const auto key = held->derive(unsentPurpose);
        if (!key)
            return key.error();
        const auto plain = crypto::decryptDirect(line, key->span());
        const auto json = plain ? crypto::parseUnambiguousJson(*plain) : std::nullopt;
        if (!json)
            return damaged;
        for (const QJsonValue text : json->value(u"events").toArray())
            events.append(text.toString().toLatin1());
    }
    return events;
}

} // namespace consent::desk

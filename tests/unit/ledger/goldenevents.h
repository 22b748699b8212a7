#pragma once

#include "crypto/base64url.h"
#include "crypto/p256.h"
#include "crypto/secretbuffer.h"
#include "ledger/chain.h"
#include "ledger/chainverifier.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>
#include <memory>
#include <optional>
#include <vector>

/// tests/data/events/golden.json: one event of every type, signed and sealed once with keys that stand in the same
/// file, with what it said. Nobody's data. The events are one chain.
class GoldenEvents
{
public:
    struct Vector
    {
        consent::ledger::StoredEvent stored; ///< As a store gives it; the hash is the one that the file expects.
        QString type;
        QJsonObject facts;
        std::optional<QJsonObject> personal;
    };

    static QString path() { return QStringLiteral(CONSENT_SOURCE_DIR "/tests/data/events/golden.json"); }

    /// Ends the test when the file is not as write() makes it.
    static GoldenEvents load()
    {
        QFile file(path());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no golden events");
        const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
        GoldenEvents golden;
        golden.device = *consent::DeviceId::fromString(all.value(QStringLiteral("device")).toString());
        golden.actor = *consent::UserId::fromString(all.value(QStringLiteral("actor")).toString());
        golden.privateJwk = all.value(QStringLiteral("privateKey")).toObject();
        const auto keys = all.value(QStringLiteral("dataKeys")).toArray();
        for (const QJsonValue &value : keys) {
            const QJsonObject key = value.toObject();
            const auto subject = *consent::SubjectId::fromString(key.value(QStringLiteral("subject")).toString());
            golden.dataKeys.insert_or_assign(
                subject,
                consent::ledger::DataKey{*consent::DataKeyId::fromString(key.value(QStringLiteral("id")).toString()),
                                         subject, secretOf(key.value(QStringLiteral("secret")).toString())});
        }
        const auto events = all.value(QStringLiteral("events")).toArray();
        for (const QJsonValue &value : events) {
            const QJsonObject event = value.toObject();
            Vector vector;
            vector.stored = {golden.device, event.value(QStringLiteral("seq")).toInteger(),
                             event.value(QStringLiteral("jws")).toString().toLatin1(),
                             QByteArray::fromHex(event.value(QStringLiteral("sha256")).toString().toLatin1())};
            vector.type = event.value(QStringLiteral("type")).toString();
            vector.facts = event.value(QStringLiteral("facts")).toObject();
            if (event.contains(QStringLiteral("personal")))
                vector.personal = event.value(QStringLiteral("personal")).toObject();
            golden.vectors.push_back(vector);
        }
        for (const QJsonValue &line : all.value(QStringLiteral("shown")).toArray())
            golden.shown.append(line.toString());
        return golden;
    }

    /// The signing key, for making them anew.
    consent::crypto::P256PrivateKey key() const
    {
        const QByteArray json = QJsonDocument(privateJwk).toJson(QJsonDocument::Compact);
        auto read = consent::crypto::P256PrivateKey::fromJwk(consent::crypto::bytesOf(json));
        if (!read)
            qFatal("no signing key");
        return *std::move(read);
    }
    const Vector *find(const QString &type) const
    {
        for (const Vector &vector : vectors) {
            if (vector.type == type)
                return &vector;
        }
        return nullptr;
    }
    /// As pushed; nothing is checked.
    std::vector<consent::ledger::SignedEvent> events() const
    {
        std::vector<consent::ledger::SignedEvent> parsed;
        for (const Vector &vector : vectors) {
            auto event = consent::ledger::parseEvent(vector.stored.jws);
            if (!event)
                qFatal("a golden event is none");
            parsed.push_back(*std::move(event));
        }
        return parsed;
    }

    consent::DeviceId device;
    consent::UserId actor;
    QJsonObject privateJwk; ///< The test's own.
    std::map<consent::SubjectId, consent::ledger::DataKey> dataKeys;
    std::vector<Vector> vectors;
    QStringList shown; ///< What a cache shows after all of them, line by line.

private:
    static std::shared_ptr<const consent::crypto::SecretBuffer> secretOf(const QString &hex)
    {
        auto secret =
            consent::crypto::SecretBuffer::copyOf(consent::crypto::bytesOf(QByteArray::fromHex(hex.toLatin1())));
        if (!secret)
            qFatal("secure heap");
        return std::make_shared<const consent::crypto::SecretBuffer>(*std::move(secret));
    }
};

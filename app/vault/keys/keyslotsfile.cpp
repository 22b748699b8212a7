#include "vault/keys/keyslotsfile.h"

#include "base/jsonfile.h"
#include "base/logging.h"
#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "crypto/strictjson.h"
#include "vault/keys/passwordkey.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace consent::vault {

using namespace Qt::StringLiterals;

namespace {

constexpr int Version = 1;
constexpr auto Format = "consentdesk-key-slots";
constexpr qint64 FileLimitBytes = 4 * 1024 * 1024;
constexpr qsizetype EntryLimit = 1000;
constexpr qsizetype LinkLimit = 64;
constexpr qsizetype HashBytes = 32;

Error damaged(const QString &detail)
{
    return {.kind = ErrorKind::Damaged,
            .message = QCoreApplication::translate(
                "KeySlots",
                "The file with the keys of this desk (cache.slots) is damaged, and so is its second copy. The "
                "data is still there, sealed. Leave both files as they are and call the administrator."),
            .detail = detail};
}

Error tooNew(int version)
{
    return {.kind = ErrorKind::TooNew,
            .message = QCoreApplication::translate(
                "KeySlots",
                "The keys of this desk were written by a newer version of the program. Nothing was changed. "
                "Install the newest version and try again."),
            .detail = u"key slots version %1"_s.arg(version)};
}

QString text(const QByteArray &bytes)
{
    return QString::fromLatin1(crypto::base64UrlEncode(crypto::bytesOf(bytes)));
}

std::optional<QByteArray> bytesIn(const QJsonObject &object, QLatin1StringView name, qsizetype size)
{
    auto bytes = crypto::base64UrlDecode(object.value(name).toString().toLatin1());
    return bytes && bytes->size() == size ? bytes : std::nullopt;
}

/// A whole number within bounds; nothing for any other value.
std::optional<int> numberIn(const QJsonObject &object, QLatin1StringView name, int low, int high)
{
    const int value = object.value(name).toInt(low - 1);
    return value >= low && value <= high ? std::optional(value) : std::nullopt;
}

QJsonObject toJson(const SlotEntry &entry)
{
    QJsonArray links;
    for (const SlotLink &link : entry.links)
        links.append(QJsonObject{
            {u"from"_s, link.fromEpoch}, {u"epoch"_s, link.epoch}, {u"sealed"_s, QString::fromLatin1(link.sealed)}});
    return {{u"login"_s, text(entry.login)},
            {u"salt"_s, text(entry.salt)},
            {u"scryptLogN"_s, static_cast<int>(entry.cost.logN)},
            {u"publicKey"_s, entry.publicKey},
            {u"sealed"_s, QString::fromLatin1(entry.sealed)},
            {u"links"_s, links}};
}

std::optional<std::vector<SlotLink>> linksFrom(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    if (!value.isArray() || array.size() > LinkLimit)
        return std::nullopt;
    std::vector<SlotLink> links;
    for (const QJsonValue element : array) {
        const QJsonObject object = element.toObject();
        const auto from = numberIn(object, "from"_L1, 1, INT_MAX);
        const auto epoch = numberIn(object, "epoch"_L1, 1, INT_MAX);
        if (!from || !epoch || *from >= *epoch || !object.value("sealed"_L1).isString())
            return std::nullopt;
        links.push_back(
            {.fromEpoch = *from, .epoch = *epoch, .sealed = object.value("sealed"_L1).toString().toLatin1()});
    }
    return links;
}

std::optional<SlotEntry> entryFrom(const QJsonObject &object)
{
    const auto login = bytesIn(object, "login"_L1, HashBytes);
    const auto salt = bytesIn(object, "salt"_L1, PasswordKey::SaltBytes);
    // Bounds before use: a huge cost would take all memory, a small one would make guessing cheap.
    const auto logN = numberIn(object, "scryptLogN"_L1, PasswordKey::LowestLogN, PasswordKey::HighestLogN);
    auto links = linksFrom(object.value("links"_L1));
    if (!login || !salt || !logN || !links || !object.value("publicKey"_L1).isObject() ||
        !object.value("sealed"_L1).isString())
        return std::nullopt;
    return SlotEntry{.login = *login,
                     .salt = *salt,
                     .cost = {.logN = static_cast<unsigned>(*logN)},
                     .publicKey = object.value("publicKey"_L1).toObject(),
                     .sealed = object.value("sealed"_L1).toString().toLatin1(),
                     .links = std::move(*links)};
}

/// For its owner alone: without a password nothing in it is secret, but nobody else has business with it.
Result<void> writePrivately(const QString &path, const QByteArray &bytes)
{
    auto written = writeFileDurably(path, bytes);
    if (written && !QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        qCWarning(logging::vault) << "key slots keep the permissions of their folder";
    return written;
}

QByteArray hashOf(const QJsonObject &body)
{
    return crypto::toByteArray(crypto::sha256(crypto::bytesOf(QJsonDocument(body).toJson(QJsonDocument::Compact))));
}

} // namespace

QByteArray SlotsContent::toBytes() const
{
    QJsonArray array;
    for (const SlotEntry &entry : entries)
        array.append(toJson(entry));
    QJsonObject body{{u"generation"_s, generation}, {u"loginSalt"_s, text(loginSalt)}, {u"users"_s, array}};
    if (!deviceCheck.isEmpty())
        body.insert(u"deviceCheck"_s, text(deviceCheck));
    const QJsonObject file{{u"format"_s, QString::fromLatin1(Format)},
                           {u"version"_s, Version},
                           {u"body"_s, body},
                           {u"sha256"_s, text(hashOf(body))}};
    return QJsonDocument(file).toJson(QJsonDocument::Indented);
}

Result<SlotsContent> SlotsContent::fromBytes(const QByteArray &bytes)
{
    const auto file = bytes.size() <= FileLimitBytes ? crypto::parseUnambiguousJson(bytes) : std::nullopt;
    if (!file || file->value("format"_L1) != QLatin1StringView(Format))
        return damaged(u"not a key slots file"_s);
    const int version = file->value("version"_L1).toInt();
    if (version > Version)
        return tooNew(version);
    const QJsonObject body = file->value("body"_L1).toObject();
    const auto hash = bytesIn(*file, "sha256"_L1, HashBytes);
    if (version != Version || !hash || *hash != hashOf(body))
        return damaged(u"key slots hash does not fit"_s);

    SlotsContent content;
    content.generation = body.value("generation"_L1).toInteger(-1);
    const auto loginSalt = bytesIn(body, "loginSalt"_L1, HashBytes);
    const QJsonArray users = body.value("users"_L1).toArray();
    if (content.generation < 1 || !loginSalt || users.size() > EntryLimit)
        return damaged(u"key slots body"_s);
    content.loginSalt = *loginSalt;
    if (body.contains("deviceCheck"_L1)) {
        const auto check = bytesIn(body, "deviceCheck"_L1, HashBytes);
        if (!check)
            return damaged(u"key slots device check"_s);
        content.deviceCheck = *check;
    }
    for (const QJsonValue user : users) {
        auto entry = entryFrom(user.toObject());
        if (!entry)
            return damaged(u"key slot %1"_s.arg(content.entries.size()));
        if (std::ranges::find(content.entries, entry->login, &SlotEntry::login) != content.entries.end())
            return damaged(u"key slot %1 is there twice"_s.arg(content.entries.size()));
        content.entries.push_back(std::move(*entry));
    }
    return content;
}

bool KeySlotsFile::exists() const
{
    return QFile::exists(m_path) || QFile::exists(secondCopyPath());
}

Result<KeySlotsFile::Loaded> KeySlotsFile::load() const
{
    const auto readOne = [](const QString &path) -> Result<SlotsContent> {
        const auto bytes = readFileLimited(path, FileLimitBytes);
        if (bytes)
            return SlotsContent::fromBytes(*bytes);
        return bytes.error().kind == ErrorKind::InvalidArgument ? damaged(bytes.error().detail) : bytes.error();
    };
    auto first = readOne(m_path);
    if (first) {
        // A crash between the two writes, or a disk that was full then, left the copy behind.
        const QByteArray bytes = first->toBytes();
        if (const auto copy = readFileLimited(secondCopyPath(), FileLimitBytes); !copy || *copy != bytes)
            writeSecondCopy(bytes);
        return Loaded{.content = std::move(*first), .fromSecondCopy = false};
    }
    const ErrorKind kind = first.error().kind;
    if (kind != ErrorKind::Damaged && kind != ErrorKind::NotFound)
        return first.error();
    auto second = readOne(secondCopyPath());
    if (second) {
        qCWarning(logging::vault) << "key slots unreadable, second copy taken:" << first.error().detail;
        return Loaded{.content = std::move(*second), .fromSecondCopy = true};
    }
    // The worse of the two is what is wrong: a file of a newer version, or one that is damaged.
    if (second.error().kind == ErrorKind::NotFound)
        return first.error();
    return second.error();
}

Result<void> KeySlotsFile::save(const SlotsContent &content) const
{
    const QByteArray bytes = content.toBytes();
    if (auto written = writePrivately(m_path, bytes); !written)
        return written;
    writeSecondCopy(bytes);
    return {};
}

void KeySlotsFile::writeSecondCopy(const QByteArray &bytes) const
{
    const auto written = writePrivately(secondCopyPath(), bytes);
    if (written)
        return;
    // An outdated copy could let a removed user in again; none at all is made anew by the next load or save.
    qCWarning(logging::vault) << "second copy of the key slots not written:" << written.error().detail;
    QFile::remove(secondCopyPath());
}

} // namespace consent::vault

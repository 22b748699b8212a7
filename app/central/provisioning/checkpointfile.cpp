#include "central/provisioning/checkpointfile.h"

#include "crypto/base64url.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace consent::central {

namespace {

Error damagedFile(const QString &detail)
{
    return {ErrorKind::Damaged,
            QCoreApplication::translate(
                "CheckpointFile", "This is not a checkpoint file, or it was altered. Nothing was changed. Use the "
                                  "file that \"central checkpoint\" wrote."),
            detail};
}

} // namespace

QByteArray CheckpointFile::headsToText(const ledger::Heads &heads)
{
    QByteArray text;
    for (const auto &[device, head] : heads)
        text += ledger::headLeaf(device, head).replace('\n', ' ') + '\n';
    return text;
}

Result<ledger::Heads> CheckpointFile::headsFromText(const QByteArray &text)
{
    if (text.size() > LimitBytes)
        return damagedFile(u"too long"_s);
    ledger::Heads heads;
    const QList<QByteArray> lines = text.split('\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        const QList<QByteArray> parts = lines[i].split(' ');
        const auto device = DeviceId::fromString(QString::fromLatin1(parts[0]));
        bool isNumber = false;
        const qint64 seq = parts.size() == 3 ? parts[1].toLongLong(&isNumber) : 0;
        const auto hash = parts.size() == 3 ? crypto::base64UrlDecode(parts[2]) : std::nullopt;
        if (!device || !isNumber || seq < 1 || !hash || hash->size() != 32 || heads.contains(*device))
            return damagedFile(u"line %1 of the heads"_s.arg(i + 1));
        heads.emplace(*device, ledger::ChainHead{seq, *hash});
    }
    // One text for one value: the order and the last line feed too.
    return headsToText(heads) == text ? Result<ledger::Heads>(heads) : damagedFile(u"not in the one form of heads"_s);
}

QByteArray CheckpointFile::toText() const
{
    return jws + '\n' + headsToText(heads);
}

Result<CheckpointFile> CheckpointFile::fromText(const QByteArray &text)
{
    const qsizetype end = text.indexOf('\n');
    if (end < 1)
        return damagedFile(u"no first line"_s);
    auto heads = headsFromText(text.mid(end + 1));
    if (!heads)
        return heads.error();
    return CheckpointFile{text.first(end), *std::move(heads)};
}

} // namespace consent::central

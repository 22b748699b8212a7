#include "central/storeforms_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consent::central {

namespace {

constexpr qsizetype hashBytes = 32;
constexpr qint64 largestEvidence = 1024LL * 1024 * 1024;
constexpr int mostSubjects = 200;

bool isCode(const QString &text, qsizetype longest, bool mayBeEmpty)
{
    return (mayBeEmpty || !text.isEmpty()) && text.size() <= longest &&
           std::all_of(text.begin(), text.end(),
                       [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'.'; });
}

} // namespace

QString batchFault(const DeviceId &device, const std::vector<ledger::SignedEvent> &batch)
{
    if (batch.empty())
        return u"empty batch"_s;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (batch[i].event.device != device)
            return u"an event of another device"_s;
        if (batch[i].event.seq != batch.front().event.seq + static_cast<qint64>(i))
            return u"seq is not ascending without a gap"_s;
    }
    return {};
}

QString tokensFault(const std::vector<SubjectToken> &tokens)
{
    for (const SubjectToken &token : tokens) {
        if (token.subject.isEmpty() || token.token.size() != CentralStore::TokenBytes)
            return u"a token without subject or of another length"_s;
    }
    return {};
}

QString lookUpFault(const LookUp &question)
{
    if (question.subject ? question.subject->isEmpty() : question.token.size() != CentralStore::TokenBytes)
        return u"neither a subject nor a token"_s;
    if (question.also && question.also->second.size() != CentralStore::TokenBytes)
        return u"the second token"_s;
    if (!isCode(question.action, 32, false) || !isCode(question.reason, 64, true))
        return u"action or reason is no code"_s;
    if (question.limit < 1 || question.limit > mostSubjects)
        return u"limit out of range"_s;
    return {};
}

QString accessFault(const std::vector<AccessEntry> &entries)
{
    for (const AccessEntry &entry : entries) {
        if (!isUuid(entry.id) || entry.actor.isEmpty() || entry.count < 1)
            return u"an access without id, actor or count"_s;
        if (!isCode(entry.action, 32, false) || !isCode(entry.reason, 64, true))
            return u"action or reason is no code"_s;
    }
    return {};
}

QString chunkFault(const QByteArray &sha256, qint64 total, qint64 offset, const QByteArray &bytes)
{
    if (sha256.size() != hashBytes || total < 1 || total > largestEvidence)
        return u"hash or size of evidence"_s;
    if (offset < 0 || offset >= total || offset % CentralStore::EvidenceChunkBytes != 0)
        return u"offset of a piece of evidence"_s;
    if (bytes.size() != std::min<qint64>(CentralStore::EvidenceChunkBytes, total - offset))
        return u"length of a piece of evidence"_s;
    return {};
}

QString readFault(const QByteArray &sha256, qint64 offset, qint64 length)
{
    if (sha256.size() != hashBytes || offset < 0 || length < 1 || length > CentralStore::EvidenceChunkBytes)
        return u"hash, offset or length of a piece of evidence"_s;
    return {};
}

bool hashesHold(const std::vector<ledger::SignedEvent> &batch)
{
    const QByteArray *previous = nullptr;
    for (const ledger::SignedEvent &event : batch) {
        const auto read = ledger::parseEvent(event.jws);
        if (!read || *read != event || (previous != nullptr && read->event.prev != *previous))
            return false;
        previous = &event.hash;
    }
    return true;
}

} // namespace consent::central

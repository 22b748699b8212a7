// Input: a file of sealed evidence as it lies on disk, under a key that is always the same (32 times 0x42). Whatever
// the bytes are, reading ends, stays inside its limits and never gives what does not verify; closing an unfinished file
// makes a whole one, or says why not.
#include "evidence/sealedreader.h"

#include "crypto/secretbuffer.h"

#include <cstdlib>

using namespace consent;
using namespace consent::evidence;

namespace {

ledger::DataKey key()
{
    static const auto secret = std::make_shared<const crypto::SecretBuffer>([] {
        auto buffer = crypto::SecretBuffer::zeroed(32);
        std::fill_n(buffer->data(), 32, std::uint8_t(0x42));
        return *std::move(buffer);
    }());
    return {*DataKeyId::fromString(u"018f0000-0000-7000-8000-000000000001"), SubjectId(), secret};
}

class Memory : public Disk
{
public:
    QByteArray bytes;

    Result<std::unique_ptr<SealedOutput>> create(const QString &) override { return resume({}, 0); }
    Result<std::unique_ptr<SealedOutput>> resume(const QString &, qint64 length) override
    {
        bytes.truncate(length);
        return std::unique_ptr<SealedOutput>(std::make_unique<Output>(bytes));
    }
    Result<std::unique_ptr<SealedInput>> open(const QString &) override
    {
        return std::unique_ptr<SealedInput>(std::make_unique<Input>(bytes));
    }
    Result<void> rename(const QString &, const QString &) override { return {}; }
    Result<void> remove(const QString &) override { return {}; }
    Result<QStringList> names() const override { return QStringList(); }

private:
    struct Output : SealedOutput
    {
        explicit Output(QByteArray &all)
            : to(all)
        {
        }
        Result<void> write(QByteArrayView more) override
        {
            to.append(more);
            return {};
        }
        Result<void> sync() override { return {}; }
        QByteArray &to;
    };
    struct Input : SealedInput
    {
        explicit Input(QByteArray all)
            : from(std::move(all))
        {
        }
        Result<qint64> size() const override { return from.size(); }
        Result<QByteArray> read(qint64 offset, qint64 length) override { return from.mid(offset, length); }
        QByteArray from;
    };
};

std::optional<QByteArray> plain(Memory &disk)
{
    auto reader = SealedReader::open(*disk.open({}), key());
    if (!reader)
        return std::nullopt;
    const auto bytes = reader->read(0, reader->size());
    if (!bytes)
        return std::nullopt;
    if (bytes->size() != reader->size())
        std::abort();
    return *bytes;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Memory disk;
    disk.bytes = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto before = plain(disk);
    const auto closed = SealedRecovery::close(disk, {}, key());
    if (!closed)
        return before ? (std::abort(), 0) : 0;
    const auto after = plain(disk);
    if (!after || after->size() != closed->plainBytes || (before && *before != *after))
        std::abort();
    return 0;
}

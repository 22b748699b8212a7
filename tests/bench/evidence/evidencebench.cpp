// Sealing and opening evidence in memory, beside `openssl speed` for AES-256-GCM with the same block in the same run.
// Two figures: the sealing of chunks alone, which is what the cipher is compared with; and all that writing does, which
// hashes everything twice (the address and the plain bytes), beside what openssl needs for the same three things.
// Processor time of one thread, so that a busy machine does not falsify it; interleaved rounds, the median counts.
// usage: bench_evidence [megabytes, default 512] [rounds, default 5]
#include "crypto/secretbuffer.h"
#include "evidence/sealedreader.h"

#include <QProcess>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <vector>

using namespace consent;
using namespace consent::evidence;
using namespace Qt::StringLiterals;

namespace {

/// Bytes a second of one core.
double openssl(const QString &algorithm)
{
    QProcess process;
    process.start(u"openssl"_s, {u"speed"_s, u"-mr"_s, u"-seconds"_s, u"1"_s, u"-bytes"_s, QString::number(usualChunk),
                                 u"-evp"_s, algorithm});
    if (!process.waitForFinished(60'000))
        qFatal("openssl speed does not answer");
    for (const QString &line : QString::fromLatin1(process.readAllStandardOutput()).split(u'\n')) {
        if (line.startsWith(u"+F:"_s))
            return line.section(u':', -1).toDouble();
    }
    qFatal("openssl speed says something else than expected");
}

class Nowhere : public SealedOutput
{
public:
    Result<void> write(QByteArrayView /*bytes*/) override { return {}; }
    Result<void> sync() override { return {}; }
};

template <typename Work> double rate(double bytes, const Work &work)
{
    const std::clock_t before = std::clock();
    work();
    return bytes * CLOCKS_PER_SEC / double(std::clock() - before);
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    const qint64 chunks = (argc > 1 ? QByteArray(argv[1]).toLongLong() : 512) * 1024 * 1024 / usualChunk;
    const int rounds = argc > 2 ? QByteArray(argv[2]).toInt() : 5;
    const auto bytes = double(chunks * usualChunk);
    auto secret = crypto::SecretBuffer::random(32);
    const ledger::DataKey key{DataKeyId::create(), SubjectId::create(),
                              std::make_shared<const crypto::SecretBuffer>(*std::move(secret))};
    const auto header = SealedHeader::create(key.id);
    auto cipher = ChunkCipher::create(*header, key);
    const QByteArray plain(usualChunk, 'p');
    QByteArray out(ChunkFrame::bytes + usualChunk, '\0');
    const crypto::Bytes view(reinterpret_cast<const std::uint8_t *>(plain.data()), std::size_t(plain.size()));
    std::vector<double> sealing;
    std::vector<double> opening;
    std::vector<double> writing;
    std::vector<double> aes;
    std::vector<double> sha;
    for (int round = 0; round < rounds; ++round) {
        aes.push_back(openssl(u"aes-256-gcm"_s));
        sealing.push_back(rate(bytes, [&] {
            for (qint64 number = 0; number < chunks; ++number) {
                if (!cipher->seal(number, false, view, {out.data(), std::size_t(out.size())}))
                    qFatal("does not seal");
            }
        }));
        const ChunkFrame frame = ChunkFrame::parse(out);
        QByteArray opened(usualChunk, '\0');
        opening.push_back(rate(bytes, [&] {
            for (qint64 number = 0; number < chunks; ++number) {
                if (!cipher->open(chunks - 1, frame,
                                  {reinterpret_cast<const std::uint8_t *>(out.data()) + ChunkFrame::bytes,
                                   std::size_t(usualChunk)},
                                  {reinterpret_cast<std::uint8_t *>(opened.data()), std::size_t(usualChunk)}))
                    qFatal("does not open");
            }
        }));
        sha.push_back(openssl(u"sha256"_s));
        Nowhere nowhere;
        auto writer = SealedWriter::begin(nowhere, *header, key);
        writing.push_back(rate(bytes, [&] {
            for (qint64 number = 0; number < chunks; ++number) {
                if (!writer->append(plain))
                    qFatal("does not write");
            }
        }));
    }
    const double bare = 1 / (1 / median(aes) + 2 / median(sha));
    QTextStream(stdout) << "block " << usualChunk << " bytes, MB/s of one core (median of " << rounds << ")\n"
                        << "openssl aes-256-gcm " << median(aes) / 1e6 << "\nsealing chunks      "
                        << median(sealing) / 1e6 << "  ratio " << median(sealing) / median(aes)
                        << "\nopening chunks      " << median(opening) / 1e6 << "  ratio "
                        << median(opening) / median(aes) << "\nopenssl aes + 2 sha256 " << bare / 1e6
                        << "\nwriting, all of it  " << median(writing) / 1e6 << "  ratio " << median(writing) / bare
                        << '\n';
}

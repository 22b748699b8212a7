#pragma once

#include "vault/vfs/vfsmainfile.h"

namespace consent::vault {

/// A write-ahead log. SQLite sees 32 bytes of header, then frames of a 24-byte header and a page; on disk each of these
/// is sealed apart, since SQLite reads and rewrites them apart:
///   0    magic 8, epoch 4, zero 4; nonce 12, sealed log header 32, tag 16
///   128  mark: nonce 12, sealed 16 (the log's salts 8, frame number 4, zero 4), tag 16
///   512  frames: nonce 12, sealed frame header 24, tag 16, sealed page 4096
/// The mark says how far the log is known to be on disk. SQLite ends recovery at the first bad frame, as it must after
/// a power cut; a bad frame up to the mark was damaged later, and is an error instead of a silent loss.
class LogFile final : public VaultFile
{
public:
    /// @param main outlives this.
    LogFile(BaseFile base, MainFile &main) noexcept;

    int read(MutableBytes out, std::int64_t offset) noexcept override;
    int write(Bytes bytes, std::int64_t offset) noexcept override;
    int truncate(std::int64_t bytes) noexcept override;
    int sync(int flags) noexcept override;
    int size(std::int64_t &bytes) noexcept override;
    int finish() noexcept override { return flush(); }

    static constexpr std::size_t HeaderPlainBytes = 32;
    static constexpr std::size_t FrameHeaderPlainBytes = 24;
    static constexpr std::int64_t FramePlainBytes = FrameHeaderPlainBytes + PageBytes;
    static constexpr std::size_t FrameHeaderSealedBytes = NonceBytes + FrameHeaderPlainBytes + TagBytes;
    static constexpr std::int64_t FrameSealedBytes = FrameHeaderSealedBytes + PageBytes;
    static constexpr std::int64_t FramesAt = 512;
    static constexpr std::size_t MarkPlainBytes = 16;
    static constexpr std::size_t MarkSealedBytes = NonceBytes + MarkPlainBytes + TagBytes;

private:
    using Salts = std::array<std::uint8_t, 8>;
    struct Mark
    {
        Salts salts{};
        std::uint32_t frame = 0;
    };

    static std::int64_t frameOffset(std::uint32_t frame) noexcept { return FramesAt + (frame - 1) * FrameSealedBytes; }

    int prepare(bool forWriting) noexcept;
    int flush() noexcept;
    int readHeader(std::span<std::uint8_t, HeaderPlainBytes> out) noexcept;
    int readFrameHeader(std::uint32_t frame, std::span<std::uint8_t, FrameHeaderPlainBytes> out) noexcept;
    int readPage(std::uint32_t frame, std::span<std::uint8_t, PageBytes> out) noexcept;
    int readWholeFrame(std::uint32_t frame, std::span<std::uint8_t, FramePlainBytes> out) noexcept;
    int writeHeader(std::span<const std::uint8_t, HeaderPlainBytes> plain) noexcept;
    int writeFrameHeader(std::uint32_t frame) noexcept;
    int writePage(std::uint32_t frame, Bytes plain) noexcept;
    bool sealFrameHeader(std::uint32_t frame, std::span<std::uint8_t, FrameHeaderSealedBytes> sealed) noexcept;
    int beginTransaction(std::uint32_t frame) noexcept;
    int writeWhole(std::uint32_t frame, std::span<const std::uint8_t, PageBytes> image) noexcept;
    bool sealMark(const Mark &mark) noexcept;
    int readMark(Mark &mark) noexcept;
    int writeMark(const Mark &mark) noexcept;

    MainFile &m_main;
    std::optional<RecordCipher> m_cipher;

    std::array<std::uint8_t, FrameHeaderPlainBytes> m_pending{}; ///< A frame header that waits for its page.
    std::uint32_t m_pendingFrame = 0;                            ///< 0: none waits.
    std::uint32_t m_readFrame = 0;                               ///< The frame read as a whole just before; 0: none.
    bool m_recovering = false;                                   ///< SQLite scans for the end of the log.
    Salts m_scanSalts{};                                         ///< Of the log header read at the start of the scan.
    std::uint32_t m_scanMark = 0;                                ///< Up to here a bad frame is damage.
    bool m_inTransaction = false;                                ///< Frames were written and no commit among them yet.
    std::uint32_t m_lastFrame = 0;                               ///< The frame written last.
    Mark m_committed;                                            ///< The last commit that this handle wrote.
    bool m_markIsDue = false;                                    ///< It is not yet covered by a sync and a mark.
    std::array<std::uint8_t, MarkSealedBytes> m_sealedMark{};    ///< As last seen or written on disk,
    Mark m_mark;                                                 ///< and what it says.
    std::array<std::uint8_t, FrameSealedBytes> m_buffer;
};

} // namespace consent::vault

#pragma once

#include "evidence/realdisk.h"

#include <csignal>
#include <functional>
#include <unistd.h>

namespace consent::test {

/// A real folder whose n-th act of writing goes wrong: it fails, half done, as on a full disk, or the process is killed
/// in the middle of it.
class FaultyDisk : public evidence::Disk
{
public:
    enum class Fault { Fails, Kills };

    FaultyDisk(const QString &folder, int nth, Fault fault)
        : m_disk(folder)
        , m_nth(nth)
        , m_fault(fault)
    {
    }
    int acts() const { return m_acts; }

    Result<std::unique_ptr<evidence::SealedOutput>> create(const QString &name) override
    {
        if (isDue())
            return failure();
        return wrapped(m_disk.create(name));
    }
    Result<std::unique_ptr<evidence::SealedOutput>> resume(const QString &name, qint64 length) override
    {
        if (isDue())
            return failure();
        return wrapped(m_disk.resume(name, length));
    }
    Result<std::unique_ptr<evidence::SealedInput>> open(const QString &name) override { return m_disk.open(name); }
    Result<void> rename(const QString &from, const QString &to) override
    {
        if (isDue())
            return failure();
        auto renamed = m_disk.rename(from, to);
        if (isDue())
            return failure(); // done, and nobody was told
        return renamed;
    }
    Result<void> remove(const QString &name) override
    {
        if (isDue())
            return failure();
        return m_disk.remove(name);
    }
    Result<QStringList> names() const override { return m_disk.names(); }

private:
    class Output : public evidence::SealedOutput
    {
    public:
        Output(FaultyDisk &disk, std::unique_ptr<evidence::SealedOutput> real)
            : m_disk(disk)
            , m_real(std::move(real))
        {
        }
        Result<void> write(QByteArrayView bytes) override
        {
            const bool due = m_disk.isDue([this, bytes] { return bool(m_real->write(bytes.first(bytes.size() / 2))); });
            return due ? Result<void>(FaultyDisk::failure()) : m_real->write(bytes);
        }
        Result<void> sync() override { return m_disk.isDue() ? Result<void>(FaultyDisk::failure()) : m_real->sync(); }

    private:
        FaultyDisk &m_disk;
        std::unique_ptr<evidence::SealedOutput> m_real;
    };

    Result<std::unique_ptr<evidence::SealedOutput>> wrapped(Result<std::unique_ptr<evidence::SealedOutput>> real)
    {
        if (!real)
            return real;
        return std::unique_ptr<evidence::SealedOutput>(std::make_unique<Output>(*this, *std::move(real)));
    }
    static Error failure() { return {ErrorKind::DiskFull, QStringLiteral("no room"), QStringLiteral("made up")}; }
    bool isDue(const std::function<bool()> &half = {})
    {
        if (++m_acts != m_nth)
            return false;
        if (half)
            half();
        if (m_fault == Fault::Kills)
            ::kill(::getpid(), SIGKILL);
        return true;
    }

    evidence::RealDisk m_disk;
    int m_nth;
    Fault m_fault;
    int m_acts = 0;
};

} // namespace consent::test

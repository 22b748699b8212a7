#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <memory>

namespace consent::evidence {

/// Bytes that are written one after the other.
class SealedOutput
{
public:
    virtual ~SealedOutput();
    SealedOutput(const SealedOutput &) = delete;
    SealedOutput &operator=(const SealedOutput &) = delete;

    /// @return DiskFull or Io; then how much of it is there is unknown.
    virtual Result<void> write(QByteArrayView bytes) = 0;
    /// What was written survives a power cut.
    virtual Result<void> sync() = 0;

protected:
    SealedOutput() = default;
};

/// Bytes that are read anywhere.
class SealedInput
{
public:
    virtual ~SealedInput();
    SealedInput(const SealedInput &) = delete;
    SealedInput &operator=(const SealedInput &) = delete;

    virtual Result<qint64> size() const = 0;
    /// @return fewer bytes than asked for only at the end
    virtual Result<QByteArray> read(qint64 offset, qint64 length) = 0;

protected:
    SealedInput() = default;
};

/// Port: files in one folder, by their names. Objects it makes belong to the thread that asked for them.
class Disk
{
public:
    virtual ~Disk();
    Disk(const Disk &) = delete;
    Disk &operator=(const Disk &) = delete;

    /// A new, empty file. @return Conflict when it is there.
    virtual Result<std::unique_ptr<SealedOutput>> create(const QString &name) = 0;
    /// Cuts a file to `length` bytes and writes on behind them; makes it when it is not there and length is 0.
    virtual Result<std::unique_ptr<SealedOutput>> resume(const QString &name, qint64 length) = 0;
    /// @return NotFound
    virtual Result<std::unique_ptr<SealedInput>> open(const QString &name) = 0;
    /// Durable when it returns; takes the place of what is there.
    virtual Result<void> rename(const QString &from, const QString &to) = 0;
    /// One that is not there is nothing to do.
    virtual Result<void> remove(const QString &name) = 0;
    virtual Result<QStringList> names() const = 0;

protected:
    Disk() = default;
};

} // namespace consent::evidence

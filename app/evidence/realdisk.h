#pragma once

#include "evidence/disk.h"

namespace consent::evidence {

/// A folder of the file system, readable by its owner alone; made when something is first written.
class RealDisk : public Disk
{
public:
    explicit RealDisk(QString folder);

    Result<std::unique_ptr<SealedOutput>> create(const QString &name) override;
    Result<std::unique_ptr<SealedOutput>> resume(const QString &name, qint64 length) override;
    Result<std::unique_ptr<SealedInput>> open(const QString &name) override;
    Result<void> rename(const QString &from, const QString &to) override;
    Result<void> remove(const QString &name) override;
    Result<QStringList> names() const override;

private:
    Result<void> ensureFolder() const;
    QString path(const QString &name) const;

    QString m_folder;
};

} // namespace consent::evidence

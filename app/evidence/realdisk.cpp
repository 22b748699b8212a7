#include "evidence/realdisk.h"

#include "base/jsonfile.h"
#include "evidence/words_p.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <unistd.h>

namespace consent::evidence {

using namespace Qt::StringLiterals;

namespace {

Error failed(const QString &what)
{
    return errno == ENOSPC || errno == EDQUOT ? Words::full(what) : Words::io(what);
}

class FileOutput : public SealedOutput
{
public:
    explicit FileOutput(std::unique_ptr<QFile> file)
        : m_file(std::move(file))
    {
    }
    Result<void> write(QByteArrayView bytes) override
    {
        errno = 0;
        if (m_file->write(bytes.data(), bytes.size()) != bytes.size())
            return failed(u"write evidence"_s);
        return {};
    }
    Result<void> sync() override
    {
        errno = 0;
        if (::fsync(m_file->handle()) != 0)
            return failed(u"sync evidence"_s);
        return {};
    }

private:
    std::unique_ptr<QFile> m_file; ///< Unbuffered: what write() returned from is with the system.
};

class FileInput : public SealedInput
{
public:
    explicit FileInput(std::unique_ptr<QFile> file)
        : m_file(std::move(file))
    {
    }
    Result<qint64> size() const override { return m_file->size(); }
    Result<QByteArray> read(qint64 offset, qint64 length) override
    {
        errno = 0;
        if (!m_file->seek(offset))
            return failed(u"seek evidence"_s);
        QByteArray bytes(length, Qt::Uninitialized);
        const qint64 got = m_file->read(bytes.data(), length);
        if (got < 0)
            return failed(u"read evidence"_s);
        bytes.truncate(got);
        return bytes;
    }

private:
    std::unique_ptr<QFile> m_file;
};

} // namespace

RealDisk::RealDisk(QString folder)
    : m_folder(std::move(folder))
{
}

QString RealDisk::path(const QString &name) const
{
    return m_folder + u'/' + name;
}

Result<void> RealDisk::ensureFolder() const
{
    if (QDir(m_folder).exists())
        return {};
    const QDir parent(QFileInfo(m_folder).absolutePath());
    if (!QDir().mkpath(m_folder) ||
        !QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner) ||
        !syncDirectory(parent.absolutePath()))
        return failed(u"make the folder of evidence"_s);
    return {};
}

Result<std::unique_ptr<SealedOutput>> RealDisk::create(const QString &name)
{
    if (auto made = ensureFolder(); !made)
        return made.error();
    auto file = std::make_unique<QFile>(path(name));
    errno = 0;
    if (!file->open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)) {
        if (file->exists())
            return Error{ErrorKind::Conflict, Words::io({}).message, u"evidence file is there already"_s};
        return failed(u"create evidence"_s);
    }
    file->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return std::unique_ptr<SealedOutput>(std::make_unique<FileOutput>(std::move(file)));
}

Result<std::unique_ptr<SealedOutput>> RealDisk::resume(const QString &name, qint64 length)
{
    if (length == 0 && !QFile::exists(path(name)))
        return create(name);
    auto file = std::make_unique<QFile>(path(name));
    errno = 0;
    if (!file->open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered) || file->size() < length ||
        !file->resize(length) || !file->seek(length))
        return failed(u"resume evidence"_s);
    return std::unique_ptr<SealedOutput>(std::make_unique<FileOutput>(std::move(file)));
}

Result<std::unique_ptr<SealedInput>> RealDisk::open(const QString &name)
{
    auto file = std::make_unique<QFile>(path(name));
    if (!file->exists())
        return Words::notHere(u"no file of this evidence"_s);
    errno = 0;
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failed(u"open evidence"_s);
    return std::unique_ptr<SealedInput>(std::make_unique<FileInput>(std::move(file)));
}

Result<void> RealDisk::rename(const QString &from, const QString &to)
{
    errno = 0;
    if (std::rename(QFile::encodeName(path(from)).constData(), QFile::encodeName(path(to)).constData()) != 0 ||
        !syncDirectory(m_folder))
        return failed(u"rename evidence"_s);
    return {};
}

Result<void> RealDisk::remove(const QString &name)
{
    errno = 0;
    if (!QFile::exists(path(name)))
        return {};
    if (!QFile::remove(path(name)) || !syncDirectory(m_folder))
        return failed(u"remove evidence"_s);
    return {};
}

Result<QStringList> RealDisk::names() const
{
    return QDir(m_folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace consent::evidence

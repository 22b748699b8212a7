#include "cli/passwordsource.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace consent::cli {

namespace {

constexpr qsizetype longestPasswordBytes = 1024;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PasswordSource)
};

/// Closes what it opened.
class Descriptor
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int get() const { return m_fd; }

private:
    int m_fd;
};

/// Keeps the terminal from showing what is typed, for as long as it lives.
class Silence
{
public:
    explicit Silence(int terminal)
        : m_terminal(terminal)
        , m_active(::tcgetattr(terminal, &m_before) == 0)
    {
        if (!m_active)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        silent.c_lflag |= static_cast<tcflag_t>(ICANON | ECHONL);
        m_active = ::tcsetattr(terminal, TCSAFLUSH, &silent) == 0;
    }
    ~Silence()
    {
        if (m_active)
            ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
    }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;
    bool isActive() const { return m_active; }

private:
    int m_terminal;
    termios m_before{};
    bool m_active;
};

/// One line, byte by byte, so that what follows it is left for others.
Result<QString> readLine(int fd)
{
    QByteArray line;
    line.reserve(longestPasswordBytes + 1); // so that no shorter copy stays behind in memory
    char c = 0;
    while (true) {
        const ssize_t count = ::read(fd, &c, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return Error{ErrorKind::Io, Words::tr("The password can't be read from where it should come from."),
                         QStringLiteral("errno %1").arg(errno)};
        if (count == 0 || c == '\n')
            break;
        line.append(c);
        if (line.size() > longestPasswordBytes)
            return Error{ErrorKind::InvalidArgument, Words::tr("That is too long for a password."), {}};
    }
    if (line.endsWith('\r'))
        line.chop(1);
    QString password = QString::fromUtf8(line);
    line.fill('\0');
    if (password.isEmpty())
        return Error{ErrorKind::InvalidArgument, Words::tr("The password is empty."), {}};
    return password;
}

} // namespace

PasswordSource::PasswordSource(std::optional<int> descriptor, QString file, QString terminal)
    : m_descriptor(descriptor)
    , m_file(std::move(file))
    , m_terminal(std::move(terminal))
{
}

Result<QString> PasswordSource::read(const QString &prompt) const
{
    if (m_descriptor)
        return readLine(*m_descriptor);
    if (!m_file.isEmpty())
        return readFile();
    return readTerminal(prompt);
}

Result<QString> PasswordSource::readFile() const
{
    const Descriptor fd(::open(QFile::encodeName(m_file).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (fd.get() < 0)
        return Error{errno == ENOENT ? ErrorKind::NotFound : ErrorKind::Io,
                     Words::tr("The file that CONSENTDESK_PASSWORD_FILE names can't be opened: %1").arg(m_file),
                     {}};
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QFile opened;
    if (!opened.open(fd.get(), QIODevice::ReadOnly) || (opened.permissions() & others))
        return Error{ErrorKind::NotAllowed,
                     Words::tr("Others may read the password file %1. Take that away first: chmod 600").arg(m_file),
                     {}};
    return readLine(fd.get());
}

Result<QString> PasswordSource::readTerminal(const QString &prompt) const
{
    const Descriptor terminal(::open(QFile::encodeName(m_terminal).constData(), O_RDWR | O_NOCTTY | O_CLOEXEC));
    if (terminal.get() < 0)
        return Error{ErrorKind::NotFound,
                     Words::tr("There is no terminal to ask for the password. Give it by --password-fd, or name a file "
                               "in CONSENTDESK_PASSWORD_FILE."),
                     {}};
    const Silence silence(terminal.get());
    if (!silence.isActive())
        return Error{ErrorKind::Io, Words::tr("The terminal can't hide what is typed, so nothing was asked."), {}};
    const QByteArray question = prompt.toUtf8();
    if (::write(terminal.get(), question.constData(), static_cast<std::size_t>(question.size())) < 0)
        return Error{ErrorKind::Io, Words::tr("The password can't be read from where it should come from."), {}};
    return readLine(terminal.get());
}

} // namespace consent::cli

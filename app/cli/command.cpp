#include "cli/command.h"

#include <CLI/App.hpp>

namespace consent::cli {

Command::~Command() = default;

bool Command::isChosen() const
{
    return m_place && m_place->parsed();
}

CLI::App &Command::place(CLI::App &root, const QString &group, const QString &groupHelp, const QString &name,
                         const QString &help)
{
    const std::string groupName = toStd(group);
    const auto known = root.get_subcommands([&groupName](const CLI::App *app) { return app->get_name() == groupName; });
    CLI::App *parent = known.empty() ? nullptr : known.front();
    if (!parent) {
        parent = root.add_subcommand(groupName, toStd(groupHelp));
        parent->require_subcommand(1);
        parent->fallthrough();
    }
    CLI::App *own = parent->add_subcommand(toStd(name), toStd(help));
    own->fallthrough();
    m_place = own;
    return *own;
}

CLI::App &Command::place(CLI::App &root, const QString &name, const QString &help)
{
    CLI::App *own = root.add_subcommand(toStd(name), toStd(help));
    own->fallthrough();
    m_place = own;
    return *own;
}

std::string toStd(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QString fromStd(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace consent::cli

#include "cli/dateoption.h"

#include "cli/command.h"

#include <QCoreApplication>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DateOption)
};

} // namespace

Result<std::optional<QDate>> dateFrom(const std::string &text)
{
    if (text.empty())
        return std::optional<QDate>();
    const QDate date = QDate::fromString(fromStd(text), QStringLiteral("yyyy-MM-dd"));
    if (!date.isValid())
        return Error{ErrorKind::InvalidArgument,
                     Words::tr("\"%1\" is not a day. Write it as 2017-11-14.").arg(fromStd(text)),
                     {}};
    return std::optional<QDate>(date);
}

} // namespace consent::cli

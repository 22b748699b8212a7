#include "benchstore.h"
#include "sections.h"

#include <QCoreApplication>
#include <QStringList>

// The central store on a durable server. The bars are ratios within one run: other work on the machine spoils figures.

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList wanted = QCoreApplication::arguments().mid(1);
    const auto isWanted = [&wanted](const char *name) {
        return wanted.isEmpty() || wanted.contains(QLatin1StringView(name));
    };
    BenchStore store;
    if (isWanted("append"))
        benchAppend(store);
    if (isWanted("pull"))
        benchPull(store);
    if (isWanted("person"))
        benchPerson(store);
    return 0;
}

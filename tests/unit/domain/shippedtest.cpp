#include "domain/notice.h"
#include "domain/organisation.h"
#include "domain/publishcheck.h"
#include "domain/script.h"

#include <QFile>
#include <QTest>

using namespace consent::domain;
using namespace Qt::StringLiterals;

/// What is embedded into the program can be used by the program.
class ShippedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEmbeddedFilesServe();
};

static QByteArray embedded(const QString &name)
{
    QFile file(u":/consent/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void ShippedTest::theEmbeddedFilesServe()
{
    const auto organisation = Organisation::parse(embedded(u"organisation.json"_s));
    QVERIFY(organisation.ok());
    const auto script = Script::parse(embedded(u"scripts/phone-join.json"_s));
    QVERIFY(script.ok());
    QVERIFY(publishFaults(*script, *organisation).empty());
    const auto notice = Notice::import(embedded(u"notices/sample-notice.ko.md"_s), MediaType::Markdown);
    QVERIFY(notice.ok());
    QCOMPARE(notice->chapters().back().number, 13);
    QCOMPARE(notice->tableCount(), 4);
    QVERIFY(checkNoticeDates(notice->announced().value(), notice->effective().value()).ok());
}

QTEST_APPLESS_MAIN(ShippedTest)
#include "shippedtest.moc"

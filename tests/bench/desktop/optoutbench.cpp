#include "desk/contacts/contactdesk.h"
#include "desk/people/subjectdesk.h"
#include "support/desk/deskfixture.h"
#include "ui/contacts/stopcontroller.h"
#include "ui/contacts/stoppanel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace consent;
using namespace consent::ui;
using namespace Qt::StringLiterals;

namespace {

/// The peer: one durable transaction of plain SQLite that writes as many bytes into as many tables as an opt-out does.
class PlainWriter
{
public:
    explicit PlainWriter(const QString &path)
        : m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s))
    {
        m_database.setDatabaseName(path);
        if (!m_database.open())
            qFatal("%s", qPrintable(m_database.lastError().text()));
        for (const char *sql :
             {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
              "CREATE TABLE event(id INTEGER PRIMARY KEY, body BLOB)",
              "CREATE TABLE waiting(event INTEGER PRIMARY KEY, since INTEGER)",
              "CREATE TABLE state(person INTEGER, scope INTEGER, status INTEGER, PRIMARY KEY(person, scope))"})
            run(QString::fromLatin1(sql));
    }
    void write(int round)
    {
        m_database.transaction();
        QSqlQuery event(m_database);
        event.prepare(u"INSERT INTO event VALUES(?,?)"_s);
        event.addBindValue(round);
        event.addBindValue(QByteArray(1600, char('a' + round % 20)));
        if (!event.exec())
            qFatal("%s", qPrintable(event.lastError().text()));
        run(u"INSERT INTO waiting VALUES(%1,%1)"_s.arg(round));
        run(u"INSERT OR REPLACE INTO state VALUES(%1,1,4)"_s.arg(round % 20));
        if (!m_database.commit())
            qFatal("%s", qPrintable(m_database.lastError().text()));
    }

private:
    void run(const QString &sql)
    {
        QSqlQuery query(m_database);
        if (!query.exec(sql))
            qFatal("%s", qPrintable(query.lastError().text()));
    }

    QSqlDatabase m_database;
};

} // namespace

/// bench_optout [how many]: from the key that opts out to the answer that it is on disk, through the real panel and a
/// real desk; and the whole of it from the panel's opening, as fast as keys can come. Beside it, turn about, a durable
/// transaction of plain SQLite on the same disk.
int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const int rounds = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 200;
    test::DeskFixture fixture(20);
    fixture.signIn();
    const auto people = test::await(fixture.session->subjects().search(u"010"_s));
    if (!people || people->empty())
        return 1;
    QWidget window;
    window.resize(1366, 728);
    StopPanel panel(&window);
    StopController controller(panel, fixture.session->contacts(), nullptr);
    window.show();
    PlainWriter plain(fixture.dir.filePath(u"plain.db"_s));
    std::vector<double> bare;
    std::vector<double> durable;
    std::vector<double> whole;
    for (int round = 0; round < rounds; ++round) {
        QSignalSpy ended(&controller, &StopController::changed);
        QElapsedTimer fromOpening;
        fromOpening.start();
        controller.openFor(people->at(size_t(round) % people->size()).id);
        if (!QTest::qWaitFor([&panel] { return panel.chosen().has_value(); }))
            return 1;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_0);
        QElapsedTimer fromKey;
        fromKey.start();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        while (ended.isEmpty())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        durable.push_back(double(fromKey.nsecsElapsed()) / 1e6);
        whole.push_back(double(fromOpening.nsecsElapsed()) / 1e6);
        panel.close();
        QElapsedTimer alone;
        alone.start();
        plain.write(round);
        bare.push_back(double(alone.nsecsElapsed()) / 1e6);
    }
    for (auto *times : {&durable, &whole, &bare})
        std::sort(times->begin(), times->end());
    const auto at = [](const std::vector<double> &times, double share) {
        return times[size_t(share * double(times.size() - 1))];
    };
    std::printf("key to durable: p50 %.1f ms, p99 %.1f ms; panel to durable: p50 %.1f ms, p99 %.1f ms (%d opt-outs); "
                "plain SQLite p50 %.1f ms, p99 %.1f ms: key to durable takes x%.1f of it\n",
                at(durable, 0.5), at(durable, 0.99), at(whole, 0.5), at(whole, 0.99), rounds, at(bare, 0.5),
                at(bare, 0.99), at(durable, 0.5) / at(bare, 0.5));
    return 0;
}

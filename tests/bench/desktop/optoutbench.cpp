#include "desk/contacts/contactdesk.h"
#include "desk/people/subjectdesk.h"
#include "support/desk/deskfixture.h"
#include "ui/contacts/stopcontroller.h"
#include "ui/contacts/stoppanel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace consent;
using namespace consent::ui;
using namespace Qt::StringLiterals;

/// bench_optout [how many]: from the key that opts out to the answer that it is on disk, through the real panel and a
/// real desk; and the whole of it from the panel's opening, as fast as keys can come.
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
    }
    for (auto *times : {&durable, &whole})
        std::sort(times->begin(), times->end());
    const auto at = [](const std::vector<double> &times, double share) {
        return times[size_t(share * double(times.size() - 1))];
    };
    std::printf("key to durable: p50 %.1f ms, p99 %.1f ms; panel to durable: p50 %.1f ms, p99 %.1f ms (%d opt-outs)\n",
                at(durable, 0.5), at(durable, 0.99), at(whole, 0.5), at(whole, 0.99), rounds);
    return 0;
}

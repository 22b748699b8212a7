#include "ui/requests/requestspage.h"
#include "fakerequests.h"
#include "guisupport.h"
#include "ui/common/emptystate.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/theme.h"
#include "ui/requests/requestclockview.h"
#include "ui/requests/requestdetail.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace consent;
using namespace consent::domain;
using namespace Qt::StringLiterals;

class RequestsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsRequestsInColumnsAndWalksThroughThemByArrows();
    void theListHasTheMostUrgentFirstAndTheKeySwitches();
    void whatIsLateIsInTheRailAndOneKeyAway();
    void opensATimelineWithTheClockAsItsLargestFigure();
    void whatIsMissingStandsAtTheTopWithItsKey();
    void takesEveryStepByKeyboard();
    void aRefusedStepSaysWhyAndKeepsWhatWasTyped();
    void aKeyThatDoesNotActSaysWhy();
    void helpsWithANumberAndNeverBlocks();
    void asksWhetherADocumentIsGenuineAndKeepsNothingOfItOnScreen();
    void takesDownARequestByKeyboard();
    void aRequestWithoutAPersonIsNotSent();
    void frozenAndConflictAreSaidInWords();
    void papersAreMadeOutSavedAndCopied();
    void nothingOpenSaysWhatToDo();
    void anErrorIsSaidAndTriedAgain();
    void everyControlHasAName();
    void looksCalm_data();
    void looksCalm();

private:
    ui::Theme *m_theme = nullptr;
};

namespace {

struct Screen
{
    explicit Screen(bool filled = true)
        : page(source)
    {
        if (filled) {
            access = source.add(RequestKind::Access, Requester::Self, RequestState::Received, 8, u"홍길동"_s);
            erasure = source.add(RequestKind::Erasure, Requester::Agent, RequestState::Received, 3, u"김하늘"_s);
            late = source.add(RequestKind::Access, Requester::Self, RequestState::Verified, -2, u"박보람"_s);
            correction =
                source.add(RequestKind::Correction, Requester::Guardian, RequestState::Verified, 5, u"나어린"_s);
            paused = source.add(RequestKind::Suspension, Requester::Self, RequestState::Paused, 4, u"이가람"_s);
            told = source.add(RequestKind::Leaving, Requester::Self, RequestState::Fulfilled, 6, u"홍길동"_s);
        }
        page.resize(1278, 690);
        page.show();
        page.activated();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        if (filled)
            QTRY_VERIFY(find<QListView>(u"boardReceived"_s)->model()->rowCount() == 2);
    }

    template <typename T> T *find(const QString &name) { return page.findChild<T *>(name); }
    template <typename T> bool sees(const QString &name) { return find<T>(name)->isVisible(); }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &page, static_cast<Qt::Key>(key), with);
    }
    void type(const QString &text) { guisupport::typeKorean(*QApplication::focusWidget(), text); }
    void open(const RequestId &request)
    {
        page.open(request);
        QTRY_VERIFY(detail()->request() && detail()->request()->summary.id == request);
    }
    ui::RequestDetail *detail() { return page.findChild<ui::RequestDetail *>(); }
    QString focused() { return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString(); }

    FakeRequests source;
    RequestId access, erasure, late, correction, paused, told;
    ui::RequestsPage page;
};

} // namespace

void RequestsPageTest::initTestCase()
{
    m_theme = new ui::Theme(*qApp, ui::ColourScheme::Light);
    guisupport::speakKorean();
}

void RequestsPageTest::showsRequestsInColumnsAndWalksThroughThemByArrows()
{
    Screen screen;
    QCOMPARE(screen.focused(), u"boardReceived"_s);
    screen.press(Qt::Key_Right);
    QCOMPARE(screen.focused(), u"boardVerified"_s); // an empty column is passed over
    screen.press(Qt::Key_Down);
    screen.press(Qt::Key_Right);
    QCOMPARE(screen.focused(), u"boardPaused"_s);
    screen.press(Qt::Key_Right);
    screen.press(Qt::Key_Right);
    QCOMPARE(screen.focused(), u"boardToTell"_s);
    screen.press(Qt::Key_Return);
    QTRY_VERIFY(screen.detail()->isVisible());
    QTRY_VERIFY(screen.detail()->request());
    QCOMPARE(screen.detail()->request()->summary.id, screen.told);
    screen.press(Qt::Key_Escape);
    QCOMPARE(screen.focused(), u"boardToTell"_s);
}

void RequestsPageTest::theListHasTheMostUrgentFirstAndTheKeySwitches()
{
    Screen screen;
    screen.press(Qt::Key_T, Qt::ControlModifier);
    auto *list = screen.find<QTableView>(u"requestList"_s);
    QTRY_VERIFY(list->isVisible());
    QTRY_COMPARE(screen.focused(), u"requestList"_s);
    QCOMPARE(list->model()->rowCount(), 6);
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"D+2"_s);
    QVERIFY(list->currentIndex().row() > 0); // what was chosen on the board stays chosen
    screen.press(Qt::Key_Home, Qt::ControlModifier);
    screen.press(Qt::Key_Return);
    QTRY_VERIFY(screen.detail()->request());
    QCOMPARE(screen.detail()->request()->summary.id, screen.late);
    screen.press(Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(screen.detail()->request()->summary.id, screen.erasure);
    screen.press(Qt::Key_Escape);
    QCOMPARE(screen.focused(), u"requestList"_s);
    QCOMPARE(list->currentIndex().row(), 1);
    screen.press(Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY(screen.sees<QListView>(u"boardReceived"_s));
}

void RequestsPageTest::whatIsLateIsInTheRailAndOneKeyAway()
{
    Screen screen;
    QTRY_COMPARE(screen.page.overdue(), 1);
    QVERIFY(screen.page.title().contains(u'1'));
    QVERIFY(screen.sees<QPushButton>(u"requestsOverdue"_s));
    screen.press(Qt::Key_U, Qt::ControlModifier);
    auto *list = screen.find<QTableView>(u"requestList"_s);
    QTRY_VERIFY(list->isVisible());
    QTRY_COMPARE(list->model()->rowCount(), 1);
    screen.press(Qt::Key_U, Qt::ControlModifier);
    QTRY_COMPARE(list->model()->rowCount(), 6);
}

void RequestsPageTest::opensATimelineWithTheClockAsItsLargestFigure()
{
    Screen screen;
    screen.open(screen.erasure);
    auto *clock = screen.find<ui::RequestClockView>(u"requestClock"_s);
    QCOMPARE(clock->figure(), u"D-3"_s);
    for (const QLabel *label : screen.page.findChildren<QLabel *>())
        QVERIFY2(!label->isVisible() || label->font().pointSizeF() < 34, qPrintable(label->text()));
    QCOMPARE(screen.find<QListView>(u"requestTimeline"_s)->model()->rowCount(), 1);
    QCOMPARE(screen.focused(), u"requestTimeline"_s);
}

void RequestsPageTest::whatIsMissingStandsAtTheTopWithItsKey()
{
    Screen screen;
    screen.open(screen.erasure);
    auto *next = screen.find<ui::InlineNotice>(u"requestNext"_s);
    QVERIFY(next->isVisible());
    QVERIFY(next->text().contains(label(RequestPaper::Mandate)));
    QVERIFY(next->text().contains(label(RequestPaper::SealCertificate)));
    QCOMPARE(next->level(), ui::InlineNotice::Level::Warning);
    QVERIFY(next->findChild<QPushButton *>()->text().contains(u"F3"_s));
    screen.press(Qt::Key_F3);
    QVERIFY(screen.sees<QWidget>(u"stepPanel"_s));
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(screen.source.moves.size(), size_t(1));
    QCOMPARE(screen.source.moves.front().step, RequestStep::AskPapers);
    QVERIFY(screen.source.moves.front().papers.size() >= 2);
    QTRY_COMPARE(screen.find<ui::RequestClockView>(u"requestClock"_s)->figure(),
                 QCoreApplication::translate("RequestWords", "Stopped"));
}

void RequestsPageTest::takesEveryStepByKeyboard()
{
    Screen screen;
    screen.open(screen.access);
    screen.press(Qt::Key_F2);
    QTRY_COMPARE(screen.focused(), u"identityMethod"_s);
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(screen.detail()->request()->summary.state, RequestState::Verified);
    screen.press(Qt::Key_F6);
    QTRY_COMPARE(screen.focused(), u"stepReason"_s);
    screen.type(u"확인할 것이 있습니다"_s);
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(screen.detail()->request()->summary.state, RequestState::Paused);
    QCOMPARE(screen.source.moves.back().reason, u"확인할 것이 있습니다"_s);
    screen.press(Qt::Key_F6);
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(screen.detail()->request()->summary.state, RequestState::Verified);
    screen.press(Qt::Key_F7);
    QTRY_COMPARE(screen.focused(), u"stepDays"_s);
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(screen.source.moves.back().step, RequestStep::Extend);
    QCOMPARE(screen.source.moves.back().days, 10);
    QTRY_COMPARE(screen.focused(), u"requestTimeline"_s);
    screen.press(Qt::Key_F4);
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(screen.detail()->request()->summary.state, RequestState::Fulfilled);
    screen.press(Qt::Key_F10);
    QTRY_COMPARE(screen.focused(), u"tellChannel"_s);
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(screen.detail()->request()->summary.state, RequestState::Closed);
}

void RequestsPageTest::aRefusedStepSaysWhyAndKeepsWhatWasTyped()
{
    Screen screen;
    screen.open(screen.late);
    screen.press(Qt::Key_F8);
    QTRY_COMPARE(screen.focused(), u"stepGround"_s);
    screen.press(Qt::Key_Down);
    screen.press(Qt::Key_Tab);
    QCOMPARE(screen.focused(), u"stepReason"_s);
    screen.type(u"사유"_s);
    screen.source.failNext({ErrorKind::NotAllowed, u"권한이 없습니다."_s, {}});
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(screen.sees<QLabel>(u"stepPanelFault"_s));
    QVERIFY(screen.find<QLabel>(u"stepPanelFault"_s)->text().contains(u"권한이 없습니다."_s));
    QCOMPARE(screen.find<QPlainTextEdit>(u"stepReason"_s)->toPlainText(), u"사유"_s);
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(screen.detail()->request()->summary.state, RequestState::Refused);
    QCOMPARE(screen.source.moves.back().ground, RefusalGround::HarmsOthers);
}

void RequestsPageTest::aKeyThatDoesNotActSaysWhy()
{
    Screen screen;
    screen.open(screen.access);
    screen.press(Qt::Key_F4);
    QCOMPARE(screen.find<ui::InlineNotice>(u"requestNext"_s)->text(), u"지금은 할 수 없습니다."_s);
    QVERIFY(screen.source.moves.empty());
}

void RequestsPageTest::helpsWithANumberAndNeverBlocks()
{
    Screen screen;
    screen.open(screen.access);
    screen.press(Qt::Key_F2);
    auto *method = screen.find<QComboBox>(u"identityMethod"_s);
    method->setCurrentIndex(method->findData(static_cast<int>(IdentityMethod::DocumentSeen)));
    auto *number = screen.find<QLineEdit>(u"identityNumber"_s);
    QVERIFY(number->isVisible());
    number->setFocus();
    number->setText(u"850505-9123455"_s);
    QVERIFY(number->accessibleDescription().contains(u"850505-*******"_s));
    number->setText(u"850505-9123456"_s); // the check digit is wrong: a remark, no more
    QVERIFY(!number->accessibleDescription().isEmpty());
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(screen.detail()->request()->summary.state, RequestState::Verified);
    QCOMPARE(screen.source.moves.back().identity.documentNumber, u"850505-9123456"_s);
}

void RequestsPageTest::asksWhetherADocumentIsGenuineAndKeepsNothingOfItOnScreen()
{
    Screen screen;
    screen.open(screen.erasure);
    screen.press(Qt::Key_G, Qt::ControlModifier);
    QTRY_COMPARE(screen.focused(), u"genuineDocument"_s);
    auto *number = screen.find<QLineEdit>(u"genuineNumber"_s);
    number->setFocus();
    QTest::keyClicks(number, u"850505-9123455"_s);
    auto *reference = screen.find<QLineEdit>(u"genuineReference"_s);
    reference->setFocus();
    QVERIFY(!number->displayText().contains(u"9123455"_s));
    QTest::keyClicks(reference, u"POL-77"_s);
    guisupport::keepPicture(screen.page, u"requests-genuine"_s);
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(screen.source.authenticity.size(), size_t(1));
    QCOMPARE(screen.source.authenticity.front().number, u"850505-9123455"_s);
    QCOMPARE(screen.source.authenticity.front().manualReference, u"POL-77"_s);
    QVERIFY(screen.source.authenticity.front().manualGenuine);
    QTRY_VERIFY(screen.find<ui::InlineNotice>(u"genuineNotice"_s)->isVisible());
    QVERIFY(number->text().isEmpty());
}

void RequestsPageTest::takesDownARequestByKeyboard()
{
    Screen screen;
    screen.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(screen.focused(), u"requestPerson"_s);
    auto *field = screen.find<QLineEdit>(u"requestPerson"_s);
    field->setText({});
    QTest::keyClick(field, Qt::Key_A); // one edits it: a search goes out
    field->setText({});
    QKeyEvent syllable(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, u"홍"_s);
    QApplication::sendEvent(field, &syllable);
    QTRY_VERIFY(screen.sees<QListWidget>(u"requestPeople"_s));
    screen.press(Qt::Key_Return);
    QTRY_COMPARE(screen.focused(), u"newKind"_s);
    QVERIFY(screen.find<QLabel>(u"newClock"_s)->text() == u"D-10"_s);
    screen.press(Qt::Key_Down); // proof of access
    screen.press(Qt::Key_Tab);
    QCOMPARE(screen.focused(), u"newChannel"_s);
    screen.press(Qt::Key_Tab);
    screen.press(Qt::Key_Down);
    screen.press(Qt::Key_Down); // an agent
    QVERIFY(screen.sees<QLineEdit>(u"newRequesterName"_s));
    QVERIFY(screen.find<QLabel>(u"newPapers"_s)->text().contains(label(RequestPaper::Mandate)));
    screen.press(Qt::Key_Tab);
    screen.type(u"홍대리"_s);
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(screen.source.received.size(), size_t(1));
    QCOMPARE(screen.source.received.front().kind, RequestKind::ProofOfAccess);
    QCOMPARE(screen.source.received.front().requester, Requester::Agent);
    QCOMPARE(screen.source.received.front().requesterName, u"홍대리"_s);
    QTRY_VERIFY(screen.detail()->isVisible());
}

void RequestsPageTest::aRequestWithoutAPersonIsNotSent()
{
    Screen screen;
    screen.press(Qt::Key_N, Qt::ControlModifier);
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(screen.source.received.empty());
    QVERIFY(!screen.find<QLineEdit>(u"requestPerson"_s)->accessibleDescription().isEmpty());
    QCOMPARE(screen.focused(), u"requestPerson"_s);
}

void RequestsPageTest::frozenAndConflictAreSaidInWords()
{
    Screen screen;
    screen.source.view(screen.correction).summary.conflict = true;
    screen.source.view(screen.correction)
        .timeline.push_back(
            {EventId::create(), fromMs(1'795'400'000'000), u"이창구"_s, u"요청을 거절했습니다."_s, {}, true});
    screen.open(screen.correction);
    QVERIFY(screen.sees<QWidget>(u"requestFrozen"_s));
    QVERIFY(screen.sees<QWidget>(u"requestConflict"_s));
    auto *timeline = screen.find<QListView>(u"requestTimeline"_s);
    const QString spoken = timeline->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(u'⚠'), qPrintable(spoken));
    guisupport::keepPicture(screen.page, u"requests-conflict"_s);
}

void RequestsPageTest::papersAreMadeOutSavedAndCopied()
{
    Screen screen;
    QTemporaryDir folder;
    screen.open(screen.late);
    screen.press(Qt::Key_F9);
    QTRY_VERIFY(screen.sees<QWidget>(u"papersPanel"_s));
    QTRY_COMPARE(screen.focused(), u"paperKind"_s);
    screen.find<QLineEdit>(u"paperFolder"_s)->setText(folder.path());
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    auto *list = screen.find<QListWidget>(u"paperList"_s);
    QTRY_COMPARE(list->count(), 1);
    QCOMPARE(screen.focused(), u"paperList"_s);
    guisupport::keepPicture(screen.page, u"requests-papers"_s);
    screen.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(QDir(folder.path()).entryList({u"*.pdf"_s}).size(), 1);
    screen.press(Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::clipboard()->text().contains(u"261123-7K3QX-0007-M"_s));
    QCOMPARE(screen.source.uses, (std::vector{desk::PaperUse::Save, desk::PaperUse::CopyText}));
    screen.source.failNext({ErrorKind::DiskFull, u"기록할 수 없습니다."_s, {}});
    const auto before = QDir(folder.path()).entryInfoList({u"*.pdf"_s}).front().lastModified();
    screen.press(Qt::Key_S, Qt::ControlModifier); // what can't be logged is not done
    QTRY_VERIFY(screen.find<ui::InlineNotice>(u"paperNotice"_s)->text().contains(u"기록할 수 없습니다."_s));
    QCOMPARE(QDir(folder.path()).entryInfoList({u"*.pdf"_s}).front().lastModified(), before);
}

void RequestsPageTest::nothingOpenSaysWhatToDo()
{
    Screen screen(false);
    auto *empty = screen.page.findChild<ui::EmptyState *>();
    QTRY_VERIFY(empty->isVisible());
    QVERIFY(!screen.sees<QPushButton>(u"requestsOverdue"_s));
    guisupport::keepPicture(screen.page, u"requests-empty"_s);
}

void RequestsPageTest::anErrorIsSaidAndTriedAgain()
{
    Screen screen;
    auto *notice = screen.find<ui::InlineNotice>(u"requestsNotice"_s);
    screen.source.listFailure = Error{ErrorKind::Io, u"읽을 수 없습니다."_s, {}};
    screen.press(Qt::Key_F5);
    QTRY_VERIFY(notice->isVisible());
    QCOMPARE(notice->text(), u"읽을 수 없습니다."_s);
    notice->findChild<QPushButton *>()->click();
    QTRY_VERIFY(!notice->isVisible());
}

void RequestsPageTest::everyControlHasAName()
{
    Screen screen;
    QCOMPARE(guisupport::unnamedControls(screen.page), QStringList());
    screen.open(screen.access);
    for (const int key : {Qt::Key_F2, Qt::Key_F8, Qt::Key_F9}) {
        screen.press(key);
        QCOMPARE(guisupport::unnamedControls(screen.page), QStringList());
        screen.press(Qt::Key_Escape);
    }
    screen.press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(guisupport::unnamedControls(screen.page), QStringList());
}

void RequestsPageTest::looksCalm_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("korean");
    QTest::newRow("light-ko") << false << true;
    QTest::newRow("dark-ko") << true << true;
    QTest::newRow("light-en") << false << false;
    QTest::newRow("dark-en") << true << false;
}

void RequestsPageTest::looksCalm()
{
    QFETCH(const bool, dark);
    QFETCH(const bool, korean);
    m_theme->setScheme(dark ? ui::ColourScheme::Dark : ui::ColourScheme::Light);
    if (!korean)
        guisupport::speakAsWritten();
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    Screen screen;
    guisupport::keepPicture(screen.page, u"requests-board-"_s + tag);
    screen.press(Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY(screen.sees<QTableView>(u"requestList"_s));
    guisupport::keepPicture(screen.page, u"requests-list-"_s + tag);
    screen.open(screen.erasure);
    guisupport::keepPicture(screen.page, u"requests-erasure-"_s + tag);
    screen.press(Qt::Key_F2);
    guisupport::keepPicture(screen.page, u"requests-identity-"_s + tag);
    screen.press(Qt::Key_Escape);
    screen.press(Qt::Key_F8);
    guisupport::keepPicture(screen.page, u"requests-refuse-"_s + tag);
    screen.press(Qt::Key_Escape);
    screen.open(screen.correction);
    guisupport::keepPicture(screen.page, u"requests-correction-"_s + tag);
    screen.press(Qt::Key_N, Qt::ControlModifier);
    screen.find<QComboBox>(u"newRequester"_s)->setCurrentIndex(1);
    screen.find<QComboBox>(u"newKind"_s)->setCurrentIndex(2);
    guisupport::keepPicture(screen.page, u"requests-new-"_s + tag);
    QVERIFY2(screen.page.minimumSizeHint().width() <= 1278,
             qPrintable(QString::number(screen.page.minimumSizeHint().width())));
    QVERIFY2(screen.page.minimumSizeHint().height() <= 690,
             qPrintable(QString::number(screen.page.minimumSizeHint().height())));
    if (!korean)
        guisupport::speakKorean();
    m_theme->setScheme(ui::ColourScheme::Light);
}

QTEST_MAIN(RequestsPageTest)
#include "requestspagetest.moc"

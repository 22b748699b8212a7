#include "guisupport.h"

#include "ui/common/theme.h"
#include "ui/shell/centralstoreview.h"
#include "ui/shell/entranceview.h"
#include "ui/shell/firstrunview.h"
#include "ui/shell/languages.h"
#include "ui/shell/lookchoice.h"
#include "ui/shell/passwordadvice.h"
#include "ui/shell/preferences.h"
#include "ui/shell/setupview.h"
#include "ui/shell/signinview.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace consent;
using namespace consent::ui;
using namespace Qt::StringLiterals;
using Purpose = desk::DeskProfile::Purpose;

namespace {

SetUpView::Organisation sampleOrganisation()
{
    return {u"보기 주식회사"_s, {{u"hq"_s, u"본점"_s}, {u"b2"_s, u"둘째 지점"_s}}, 10};
}

desk::EntranceStatus ready()
{
    desk::EntranceStatus status;
    status.workExists = true;
    status.sampleExists = true;
    status.keychainReachable = true;
    status.organisationName = u"보기 주식회사"_s;
    return status;
}

} // namespace

/// What stands before an open desk: first run, setting up, signing in.
class EntranceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_view.reset(); }
    void theThreeWaysToBeginHaveKeysOfTheirOwn();
    void whileTheSampleIsMadeNothingElseCanBeChosen();
    void setUpFormIsFilledByKeyboardInKorean();
    void setUpRefusesWhatIsMissingBesideTheField();
    void setUpShowsTheFaultsOfTheDeskBesideTheirFields();
    void aChosenOrganisationFileIsAskedAbout();
    void passwordsDoNotLinger();
    void passwordAdviceGoesByLengthAndGuessing_data();
    void passwordAdviceGoesByLengthAndGuessing();
    void signInGoesOutOnceAndOnlyWhenComplete();
    void signInSaysWhetherTheKeychainIsThere();
    void aPcIsJoinedByFileCodeUserAndPassword();
    void everyControlOfEveryFaceIsNamed();
    void everyFaceFitsASmallScreen();
    void choicesOfLookAreKept();
    void languageChangesOnTheSpot();

private:
    template <typename T> T &control(const QString &name)
    {
        auto *found = m_view->findChild<T *>(name);
        Q_ASSERT(found);
        return *found;
    }
    QList<QWidget *> faces()
    {
        return {&m_view->firstRun(), &m_view->setUp(), &m_view->signIn(), &m_view->centralStore()};
    }

    Theme *m_theme = nullptr;
    std::unique_ptr<EntranceView> m_view;
};

void EntranceTest::initTestCase()
{
    m_theme = new Theme(*qApp, ColourScheme::Light);
    guisupport::speakKorean();
}

void EntranceTest::init()
{
    m_view = std::make_unique<EntranceView>();
    m_view->resize(1366, 728);
    m_view->setUp().setOrganisation(sampleOrganisation());
    m_view->signIn().setStatus(Purpose::Work, ready());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void EntranceTest::theThreeWaysToBeginHaveKeysOfTheirOwn()
{
    QSignalSpy sample(&m_view->firstRun(), &FirstRunView::sampleChosen);
    QSignalSpy setUp(&m_view->firstRun(), &FirstRunView::setUpChosen);
    QSignalSpy central(&m_view->firstRun(), &FirstRunView::centralStoreChosen);
    m_view->bring(m_view->firstRun());
    QTRY_COMPARE(QApplication::focusWidget(), m_view->firstRun().focusProxy());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
    QTRY_COMPARE(setUp.count(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_3);
    QTRY_COMPARE(central.count(), 1);
    QTest::keyClick(m_view->firstRun().focusProxy(), Qt::Key_Space);
    QTRY_COMPARE(sample.count(), 1);
}

void EntranceTest::whileTheSampleIsMadeNothingElseCanBeChosen()
{
    QSignalSpy setUp(&m_view->firstRun(), &FirstRunView::setUpChosen);
    m_view->bring(m_view->firstRun());
    m_view->firstRun().showProgress(120, 1000);
    QTest::keyClick(m_view.get(), Qt::Key_2);
    QTest::qWait(0);
    QCOMPARE(setUp.count(), 0);
    guisupport::keepPicture(*m_view, u"entrance-progress"_s);
    m_view->firstRun().showChoices(u"디스크에 빈 자리가 없습니다."_s);
    QTest::keyClick(m_view.get(), Qt::Key_2);
    QTRY_COMPARE(setUp.count(), 1);
}

void EntranceTest::setUpFormIsFilledByKeyboardInKorean()
{
    QSignalSpy submitted(&m_view->setUp(), &SetUpView::submitted);
    m_view->bring(m_view->setUp());
    auto &name = control<QLineEdit>(u"setUpName"_s);
    QTRY_VERIFY(name.hasFocus());
    guisupport::typeKorean(name, u"김보"_s);
    guisupport::compose(name, u"기"_s); // The last syllable is still under composition when Tab is pressed.
    QTest::keyClick(&name, Qt::Key_Tab);
    QVERIFY(control<QLineEdit>(u"setUpLogin"_s).hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), u"bogi"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"winter rain on tin"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"winter rain on tin"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
    const auto entries = submitted.at(0).at(0).value<SetUpView::Entries>();
    QCOMPARE(entries.name, u"김보기"_s);
    QCOMPARE(entries.login, u"bogi"_s);
    QCOMPARE(entries.branch, u"hq"_s);
    QCOMPARE(entries.password, u"winter rain on tin"_s);
    QVERIFY(entries.organisationFile.isEmpty());
}

void EntranceTest::setUpRefusesWhatIsMissingBesideTheField()
{
    QSignalSpy submitted(&m_view->setUp(), &SetUpView::submitted);
    m_view->bring(m_view->setUp());
    auto &name = control<QLineEdit>(u"setUpName"_s);
    auto &password = control<QLineEdit>(u"setUpPassword"_s);
    auto &again = control<QLineEdit>(u"setUpPasswordAgain"_s);
    QTest::keyClick(&name, Qt::Key_Return);
    QCOMPARE(submitted.count(), 0);
    QVERIFY(name.hasFocus());
    QVERIFY(!name.accessibleDescription().isEmpty());
    name.setText(u"김보기"_s);
    control<QLineEdit>(u"setUpLogin"_s).setText(u"bogi"_s);
    password.setText(u"winter rain on tin"_s);
    again.setText(u"winter rain on tim"_s);
    QTest::keyClick(&again, Qt::Key_Return);
    QCOMPARE(submitted.count(), 0);
    QVERIFY(again.hasFocus());
    QVERIFY(!again.accessibleDescription().isEmpty());
    QVERIFY(name.accessibleDescription().isEmpty());
    guisupport::keepPicture(*m_view, u"entrance-setup-faults"_s);
}

void EntranceTest::setUpShowsTheFaultsOfTheDeskBesideTheirFields()
{
    m_view->bring(m_view->setUp());
    m_view->setUp().setFaults({{u"login"_s, u"영문 소문자로 시작하세요."_s}});
    QCOMPARE(control<QLineEdit>(u"setUpLogin"_s).accessibleDescription(), u"영문 소문자로 시작하세요."_s);
    QVERIFY(control<QLineEdit>(u"setUpLogin"_s).hasFocus());
}

void EntranceTest::aChosenOrganisationFileIsAskedAbout()
{
    QSignalSpy chosen(&m_view->setUp(), &SetUpView::organisationChosen);
    QSignalSpy submitted(&m_view->setUp(), &SetUpView::submitted);
    m_view->bring(m_view->setUp());
    auto &file = control<QLineEdit>(u"setUpOrganisationFile"_s);
    file.setFocus();
    QTest::keyClicks(&file, u"/nowhere/org.json"_s);
    QTest::keyClick(&file, Qt::Key_Tab);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), u"/nowhere/org.json"_s);
    m_view->setUp().setOrganisationFault(u"파일을 찾을 수 없습니다."_s);
    control<QLineEdit>(u"setUpName"_s).setText(u"김보기"_s);
    control<QLineEdit>(u"setUpLogin"_s).setText(u"bogi"_s);
    control<QLineEdit>(u"setUpPassword"_s).setText(u"winter rain on tin"_s);
    control<QLineEdit>(u"setUpPasswordAgain"_s).setText(u"winter rain on tin"_s);
    QTest::keyClick(&control<QLineEdit>(u"setUpName"_s), Qt::Key_Return);
    QCOMPARE(submitted.count(), 0); // Not with an organisation file that can't be used.
}

void EntranceTest::passwordsDoNotLinger()
{
    control<QLineEdit>(u"setUpPassword"_s).setText(u"winter rain on tin"_s);
    control<QLineEdit>(u"setUpPasswordAgain"_s).setText(u"winter rain on tin"_s);
    control<QLineEdit>(u"signInPassword"_s).setText(u"winter rain on tin"_s);
    m_view->setUp().clear();
    m_view->signIn().clear();
    for (const QString &name : {u"setUpPassword"_s, u"setUpPasswordAgain"_s, u"signInPassword"_s}) {
        QVERIFY(control<QLineEdit>(name).text().isEmpty());
        QCOMPARE(control<QLineEdit>(name).echoMode(), QLineEdit::Password);
    }
}

void EntranceTest::passwordAdviceGoesByLengthAndGuessing_data()
{
    using Strength = PasswordAdvice::Strength;
    QTest::addColumn<QString>("password");
    QTest::addColumn<Strength>("strength");
    QTest::newRow("nothing") << u""_s << Strength::Empty;
    QTest::newRow("short") << u"Aa1!aB2@"_s << Strength::TooShort;
    QTest::newRow("only letters but long") << u"winter rain on tin"_s << Strength::Strong;
    QTest::newRow("just enough") << u"winterrain"_s << Strength::Fair;
    QTest::newRow("Hangul counts") << u"비오는날에는파전이지"_s << Strength::Fair;
    QTest::newRow("one key") << u"aaaaaaaaaaaa"_s << Strength::Guessable;
    QTest::newRow("a row of digits") << u"123456789012"_s << Strength::Guessable;
    QTest::newRow("a row of the keyboard") << u"qwertyuiop12"_s << Strength::Guessable;
    QTest::newRow("the user name twice") << u"bogi.bogi.bogi"_s << Strength::Guessable;
    QTest::newRow("the name") << u"김보기김보기김보기1234"_s << Strength::Guessable;
}

void EntranceTest::passwordAdviceGoesByLengthAndGuessing()
{
    QFETCH(QString, password);
    QFETCH(PasswordAdvice::Strength, strength);
    const PasswordAdvice advice = passwordAdvice(password, 10, {u"bogi"_s, u"김보기"_s});
    QCOMPARE(advice.strength, strength);
    QVERIFY(!advice.sentence.isEmpty());
}

void EntranceTest::signInGoesOutOnceAndOnlyWhenComplete()
{
    QSignalSpy requested(&m_view->signIn(), &SignInView::signInRequested);
    m_view->bring(m_view->signIn());
    auto &login = control<QLineEdit>(u"signInLogin"_s);
    auto &password = control<QLineEdit>(u"signInPassword"_s);
    QTRY_VERIFY(login.hasFocus());
    QTest::keyClicks(&login, u"bogi"_s);
    QTest::keyClick(&login, Qt::Key_Return); // No password yet: Enter goes there.
    QVERIFY(password.hasFocus());
    QCOMPARE(requested.count(), 0);
    QTest::keyClicks(&password, u"secret sentence"_s);
    QTest::keyClick(&password, Qt::Key_Return);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.at(0).at(0).value<Purpose>(), Purpose::Work);
    QCOMPARE(requested.at(0).at(1).toString(), u"bogi"_s);
    QCOMPARE(requested.at(0).at(2).toString(), u"secret sentence"_s);
    m_view->signIn().setWorking(true);
    QTest::keyClick(&password, Qt::Key_Return);
    QCOMPARE(requested.count(), 1);
    m_view->signIn().refuse(u"비밀번호가 맞지 않습니다."_s);
    QVERIFY(password.hasFocus());
    QTest::keyClicks(&password, u"again"_s); // The wrong one is selected and gives way.
    QCOMPARE(password.text(), u"again"_s);
    guisupport::keepPicture(*m_view, u"entrance-signin-refused"_s);
}

void EntranceTest::signInSaysWhetherTheKeychainIsThere()
{
    auto &state = control<QLabel>(u"signInState"_s);
    const QString there = state.text();
    desk::EntranceStatus status = ready();
    status.keychainReachable = false;
    m_view->signIn().setStatus(Purpose::Work, status);
    const QString required = state.text();
    status.mayWorkWithoutKeychain = true;
    m_view->signIn().setStatus(Purpose::Work, status);
    const QString passwordAlone = state.text();
    QVERIFY(there != required && required != passwordAlone && there != passwordAlone);
}

void EntranceTest::aPcIsJoinedByFileCodeUserAndPassword()
{
    CentralStoreView &face = m_view->centralStore();
    m_view->bring(face);
    QSignalSpy submitted(&face, &CentralStoreView::submitted);
    auto &file = control<QLineEdit>(u"joinFile"_s);
    QTRY_VERIFY(file.hasFocus());
    QTest::keyClicks(&file, u"pc.enrol"_s);
    QTest::keyClick(&file, Qt::Key_Return); // Enter goes to what is missing.
    auto &code = control<QLineEdit>(u"joinCode"_s);
    QVERIFY(code.hasFocus());
    QTest::keyClicks(&code, u"k7qm 3f9x 0000 0000"_s);
    auto &login = control<QLineEdit>(u"joinLogin"_s);
    QTest::keyClicks(&login, u"kim"_s);
    auto &password = control<QLineEdit>(u"joinPassword"_s);
    QTest::keyClicks(&password, u"one-time"_s);
    QCOMPARE(submitted.count(), 0);
    QTest::keyClick(&password, Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
    auto entries = submitted.at(0).at(0).value<CentralStoreView::Entries>();
    QCOMPARE(entries.file, u"pc.enrol"_s);
    QCOMPARE(entries.code, u"k7qm 3f9x 0000 0000"_s);
    QCOMPARE(entries.newPassword, QString());
    guisupport::keepPicture(*m_view, u"entrance-join"_s);

    face.wantNewPassword(u"새 비밀번호를 정해 주세요."_s);
    auto &fresh = control<QLineEdit>(u"joinNew"_s);
    auto &again = control<QLineEdit>(u"joinAgain"_s);
    QTRY_VERIFY(fresh.hasFocus());
    QTest::keyClicks(&fresh, u"my own sentence"_s);
    QTest::keyClicks(&again, u"my own sentense"_s);
    QTest::keyClick(&again, Qt::Key_Return);
    QCOMPARE(submitted.count(), 1); // They differ.
    QVERIFY(again.hasFocus());
    QTest::keyClicks(&again, u"my own sentence"_s);
    QTest::keyClick(&again, Qt::Key_Return);
    QCOMPARE(submitted.count(), 2);
    QCOMPARE(submitted.at(1).at(0).value<CentralStoreView::Entries>().newPassword, u"my own sentence"_s);
    guisupport::keepPicture(*m_view, u"entrance-join-new-password"_s);

    face.clear();
    for (const QLineEdit *field : face.findChildren<QLineEdit *>())
        QVERIFY(field->text().isEmpty());
    QSignalSpy back(&face, &CentralStoreView::backRequested);
    QTest::keyClick(&file, Qt::Key_Escape);
    QTRY_COMPARE(back.count(), 1);
}

void EntranceTest::everyControlOfEveryFaceIsNamed()
{
    for (QWidget *face : faces()) {
        m_view->bring(*face);
        const QStringList unnamed = guisupport::unnamedControls(*m_view);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
    }
}

void EntranceTest::everyFaceFitsASmallScreen()
{
    const QStringList names = {u"firstrun"_s, u"setup"_s, u"signin"_s, u"central"_s};
    for (const ColourScheme scheme : {ColourScheme::Dark, ColourScheme::Light}) {
        m_theme->setScheme(scheme);
        for (qsizetype i = 0; i < names.size(); ++i) {
            m_view->bring(*faces().at(i));
            QTest::qWait(0);
            const QSize least = m_view->minimumSizeHint();
            QVERIFY2(least.width() <= 1366 && least.height() <= 728, qPrintable(names.at(i)));
            guisupport::keepPicture(*m_view, u"entrance-"_s + names.at(i) + u'-' + schemeCode(scheme));
        }
    }
}

void EntranceTest::choicesOfLookAreKept()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"look.ini"_s);
    {
        Preferences preferences(file);
        QCOMPARE(preferences.scheme(), ColourScheme::System);
        preferences.setLanguage(domain::Language::English);
        preferences.setScheme(ColourScheme::Dark);
    }
    const Preferences again(file);
    QCOMPARE(again.language(), domain::Language::English);
    QCOMPARE(again.scheme(), ColourScheme::Dark);
    QSignalSpy scheme(&m_view->look(), &LookChoice::schemeChosen);
    auto &colours = control<QComboBox>(u"colours"_s);
    colours.setFocus();
    QTest::keyClick(&colours, Qt::Key_Down);
    QCOMPARE(scheme.count(), 1);
    QCOMPARE(scheme.at(0).at(0).value<ColourScheme>(), ColourScheme::Light);
}

void EntranceTest::languageChangesOnTheSpot()
{
    guisupport::speakAsWritten();
    Languages languages(*qApp);
    languages.use(domain::Language::English);
    auto &submit = control<QPushButton>(u"signInSubmit"_s);
    QTRY_COMPARE(submit.text(), u"Sign in"_s);
    m_view->bring(m_view->setUp());
    guisupport::keepPicture(*m_view, u"entrance-setup-english"_s);
    languages.use(domain::Language::Korean);
    QTRY_COMPARE(submit.text(), QCoreApplication::translate("consent::ui::SignInView", "Sign in"));
}

QTEST_MAIN(EntranceTest)
#include "entrancetest.moc"

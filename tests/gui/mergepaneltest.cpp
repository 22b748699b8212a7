// Deciding on double registrations by keyboard, on the page of people.
#include "guisupport.h"

#include "ui/common/inlinenotice.h"
#include "ui/common/theme.h"
#include "ui/common/tones.h"
#include "ui/subjects/mergeitemsmodel.h"
#include "ui/subjects/mergeoffersmodel.h"
#include "ui/subjects/mergepanel.h"
#include "ui/subjects/subjectinspector.h"
#include "ui/subjects/subjectspage.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace consent;
using namespace consent::ui;
using namespace Qt::StringLiterals;
using domain::ConsentStatus;

namespace {

desk::SubjectSummary person(const QString &name, const QString &maskedPhone)
{
    desk::SubjectSummary one;
    one.id = SubjectId::create();
    one.name = name;
    one.maskedPhone = maskedPhone;
    one.birthDate = QDate(1985, 5, 5);
    one.membership = domain::MembershipState::Joined;
    return one;
}

std::vector<desk::ItemState> items(ConsentStatus sms)
{
    std::vector<desk::ItemState> states;
    for (const auto &[title, status] :
         {std::pair{u"필수 수집·이용"_s, ConsentStatus::Granted}, std::pair{u"문자 광고"_s, sms},
          std::pair{u"이메일 광고"_s, ConsentStatus::None}}) {
        desk::ItemState state;
        state.code = title;
        state.title = title;
        state.status = status;
        states.push_back(state);
    }
    return states;
}

desk::MergeOffers threePairs()
{
    using cache::Likeness;
    desk::MergeOffers offers;
    offers.offers = {
        {person(u"김하나"_s, u"010-****-4321"_s), person(u"김 하나"_s, u"010-****-4321"_s), Likeness::All},
        {person(u"이두리"_s, u"010-****-0002"_s), person(u"이두리"_s, u"010-****-0002"_s), Likeness::PhoneAndName},
        {person(u"박세나"_s, u"010-****-0003"_s), person(u"박세나"_s, u"010-****-9999"_s), Likeness::NameAndBirthDate}};
    offers.total = 3;
    return offers;
}

desk::MergeComparison comparisonOf(const desk::MergeOffer &pair, bool secondIsOlder = false)
{
    const UtcTime day = fromMs(1'767'193'200'000);
    desk::MergeComparison comparison;
    comparison.one.summary = pair.one;
    comparison.one.registered = day;
    comparison.one.contacts = 2;
    comparison.one.items = items(ConsentStatus::Granted);
    comparison.other.summary = pair.other;
    comparison.other.registered = secondIsOlder ? day - std::chrono::hours(48) : day + std::chrono::hours(48);
    comparison.other.contacts = 1;
    comparison.other.items = items(ConsentStatus::OptedOut);
    comparison.together = items(ConsentStatus::OptedOut);
    comparison.samePhone = comparison.sameName = true;
    return comparison;
}

} // namespace

class MergePanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_page.reset(); }
    void f4ShowsThePairsAndComparesTheFirst();
    void aPairIsMergedByKeyAndTheOlderRegistrationGoesOn();
    void aMergeIsUndoneByOneKey();
    void twoPeopleAreKeptApartByKey();
    void nothingIsDecidedBeforeBothWereSeen();
    void aComparisonOfAnotherPairIsNotShown();
    void theArrowsComparePairAfterPair();
    void whatIsBeingLookedAtStaysChosenWhenTheListComesAnew();
    void onesOwnPersonComesFirst();
    void escapeGoesBackToThePersonAndEnterOpensNobody();
    void theCardSaysThatSomebodyMayBeRegisteredTwice();
    void aMergedPersonIsTakenApartByKey();
    void whoMayNotDecideSeesOnlyAHint();
    void theRailSaysHowManyWait();
    void theModelsKeepTheirPromises();
    void everyControlIsNamed();
    void looksRightInBothSchemes();

private:
    template <typename T> T &control(const QString &name)
    {
        auto *found = m_page->findChild<T *>(name);
        Q_ASSERT(found);
        return *found;
    }
    MergePanel &panel() { return m_page->mergePanel(); }
    QTableView &pairs() { return control<QTableView>(u"mergeOffers"_s); }
    void open(const desk::MergeOffers &offers)
    {
        QSignalSpy asked(m_page.get(), &SubjectsPage::mergesRequested);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F4);
        QTRY_COMPARE(asked.count(), 1);
        panel().showOffers(offers);
    }
    bool valid(const QString &keys)
    {
        for (const KeyHint &hint : m_page->keys()) {
            if (hint.keys == keys)
                return hint.valid;
        }
        return false;
    }

    Theme *m_theme = nullptr;
    std::unique_ptr<SubjectsPage> m_page;
};

void MergePanelTest::initTestCase()
{
    m_theme = new Theme(*qApp, ColourScheme::Light);
    guisupport::speakKorean();
}

void MergePanelTest::init()
{
    m_page = std::make_unique<SubjectsPage>();
    m_page->setMayMerge(true);
    m_page->resize(1293, 688);
    m_page->show();
    m_page->activated();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY(QApplication::focusWidget() != nullptr);
}

void MergePanelTest::f4ShowsThePairsAndComparesTheFirst()
{
    QSignalSpy compare(&panel(), &MergePanel::comparisonRequested);
    QVERIFY(valid(u"F4"_s));
    const auto offers = threePairs();
    open(offers);
    QCOMPARE(compare.count(), 1);
    QCOMPARE(compare.at(0).at(0).value<SubjectId>(), offers.offers.front().one.id);
    QCOMPARE(compare.at(0).at(1).value<SubjectId>(), offers.offers.front().other.id);
    QTRY_VERIFY(pairs().hasFocus());
    QVERIFY(!valid(u"F4"_s));
}

void MergePanelTest::aPairIsMergedByKeyAndTheOlderRegistrationGoesOn()
{
    for (const bool secondIsOlder : {false, true}) {
        QSignalSpy merge(&panel(), &MergePanel::mergeRequested);
        const auto offers = threePairs();
        if (secondIsOlder)
            panel().showOffers(offers);
        else
            open(offers);
        const desk::MergeOffer &pair = offers.offers.front();
        panel().showComparison(comparisonOf(pair, secondIsOlder));
        QVERIFY(valid(u"Ctrl+M"_s));
        QTest::keyClick(&pairs(), Qt::Key_M, Qt::ControlModifier);
        QTRY_COMPARE(merge.count(), 1);
        QCOMPARE(merge.at(0).at(0).value<SubjectId>(), secondIsOlder ? pair.other.id : pair.one.id);
        QCOMPARE(merge.at(0).at(1).value<SubjectId>(), secondIsOlder ? pair.one.id : pair.other.id);
    }
}

void MergePanelTest::aMergeIsUndoneByOneKey()
{
    QSignalSpy separate(&panel(), &MergePanel::separateRequested);
    auto offers = threePairs();
    open(offers);
    QVERIFY(!valid(u"Ctrl+Z"_s));
    const desk::MergeView merged{MergeId::create(), offers.offers[0].one, offers.offers[0].other, {}};
    panel().sayMerged(merged);
    offers.offers.erase(offers.offers.begin());
    panel().showOffers(offers);
    QVERIFY(valid(u"Ctrl+Z"_s)); // the list came anew meanwhile
    QTest::keyClick(&pairs(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(separate.count(), 1);
    QCOMPARE(separate.at(0).at(0).value<SubjectId>(), merged.into.id);
    QCOMPARE(separate.at(0).at(1).value<MergeId>(), merged.id);
    QVERIFY(!valid(u"Ctrl+Z"_s)); // once
    panel().saySeparated(merged.into.name);
    QVERIFY(control<InlineNotice>(u"mergeNotice"_s).text().contains(merged.into.name));
}

void MergePanelTest::twoPeopleAreKeptApartByKey()
{
    QSignalSpy apart(&panel(), &MergePanel::keepApartRequested);
    const auto offers = threePairs();
    open(offers);
    panel().showComparison(comparisonOf(offers.offers.front()));
    QTest::keyClick(&pairs(), Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(apart.count(), 1);
    QCOMPARE(apart.at(0).at(0).value<SubjectId>(), offers.offers.front().one.id);
    QCOMPARE(apart.at(0).at(1).value<SubjectId>(), offers.offers.front().other.id);
}

void MergePanelTest::nothingIsDecidedBeforeBothWereSeen()
{
    QSignalSpy merge(&panel(), &MergePanel::mergeRequested);
    QSignalSpy apart(&panel(), &MergePanel::keepApartRequested);
    const auto offers = threePairs();
    open(offers);
    QVERIFY(!control<QPushButton>(u"mergeMerge"_s).isEnabled());
    QVERIFY(!valid(u"Ctrl+M"_s));
    QTest::keyClick(&pairs(), Qt::Key_M, Qt::ControlModifier);
    QTest::keyClick(&pairs(), Qt::Key_D, Qt::ControlModifier);
    panel().showComparison(comparisonOf(offers.offers.front()));
    QTest::keyClick(&pairs(), Qt::Key_Down); // another pair: not seen yet
    QTest::keyClick(&pairs(), Qt::Key_M, Qt::ControlModifier);
    QTest::keyClick(&pairs(), Qt::Key_D, Qt::ControlModifier);
    QCoreApplication::processEvents();
    QCOMPARE(merge.count(), 0);
    QCOMPARE(apart.count(), 0);
}

void MergePanelTest::aComparisonOfAnotherPairIsNotShown()
{
    const auto offers = threePairs();
    open(offers);
    panel().showComparison(comparisonOf(offers.offers.at(1))); // an answer that came late
    QVERIFY(!panel().hasChoice());
    panel().showComparison(comparisonOf(offers.offers.at(0)));
    QVERIFY(panel().hasChoice());
    QCOMPARE(control<QTableView>(u"mergeItems"_s).model()->rowCount(), 3);
    QVERIFY(control<QLabel>(u"mergeOne"_s).text().contains(u"2026-01-01"_s));
}

void MergePanelTest::theArrowsComparePairAfterPair()
{
    QSignalSpy compare(&panel(), &MergePanel::comparisonRequested);
    const auto offers = threePairs();
    open(offers);
    QTRY_VERIFY(pairs().hasFocus());
    QTest::keyClick(&pairs(), Qt::Key_Down);
    QTest::keyClick(&pairs(), Qt::Key_Down);
    QCOMPARE(compare.count(), 3);
    QCOMPARE(compare.at(2).at(0).value<SubjectId>(), offers.offers.at(2).one.id);
}

void MergePanelTest::whatIsBeingLookedAtStaysChosenWhenTheListComesAnew()
{
    auto offers = threePairs();
    open(offers);
    QTest::keyClick(&pairs(), Qt::Key_Down);
    QSignalSpy compare(&panel(), &MergePanel::comparisonRequested);
    offers.offers.insert(offers.offers.begin(), {person(u"최네모"_s, u"010-****-0004"_s),
                                                 person(u"최네모"_s, u"010-****-0004"_s), cache::Likeness::All});
    panel().showOffers(offers);
    QCOMPARE(pairs().currentIndex().row(), 2);
    QCOMPARE(compare.last().at(0).value<SubjectId>(), offers.offers.at(2).one.id);
    offers.offers.erase(offers.offers.begin() + 2); // decided on: the next one takes its place
    panel().showOffers(offers);
    QCOMPARE(pairs().currentIndex().row(), 2);
    offers.offers.clear();
    offers.total = 0;
    panel().showOffers(offers);
    QVERIFY(!panel().hasChoice());
    QVERIFY(!pairs().isVisible());
}

void MergePanelTest::onesOwnPersonComesFirst()
{
    const auto offers = threePairs();
    desk::SubjectCard card;
    card.summary = offers.offers.at(2).other;
    card.lookAlikes = 1;
    m_page->showCard(card);
    open(offers);
    QCOMPARE(pairs().currentIndex().row(), 2);
}

void MergePanelTest::escapeGoesBackToThePersonAndEnterOpensNobody()
{
    desk::SubjectCard card;
    card.summary = person(u"김하나"_s, u"010-****-4321"_s);
    m_page->showCard(card);
    open(threePairs());
    QTRY_VERIFY(pairs().hasFocus());
    QSignalSpy opened(m_page.get(), &SubjectsPage::openRequested);
    QTest::keyClick(&pairs(), Qt::Key_Return);
    QCOMPARE(opened.count(), 0);
    QTest::keyClick(&pairs(), Qt::Key_Escape);
    QVERIFY(!pairs().isVisible());
    QVERIFY(m_page->inspector().isVisible());
    QCOMPARE(opened.count(), 1); // as he stands now
    QCOMPARE(opened.at(0).at(0).value<SubjectId>(), card.summary.id);
    QVERIFY(valid(u"F4"_s));
}

void MergePanelTest::theCardSaysThatSomebodyMayBeRegisteredTwice()
{
    desk::SubjectCard card;
    card.summary = person(u"김하나"_s, u"010-****-4321"_s);
    m_page->showCard(card);
    QVERIFY(!control<QLabel>(u"subjectHint"_s).isVisible());
    card.lookAlikes = 2;
    m_page->showCard(card);
    QVERIFY(control<QLabel>(u"subjectHint"_s).isVisible());
    QVERIFY(control<QLabel>(u"subjectHint"_s).text().contains(u"F4"_s));
    QVERIFY(!control<QPushButton>(u"subjectSeparate"_s).isVisible());
}

void MergePanelTest::aMergedPersonIsTakenApartByKey()
{
    QSignalSpy separate(m_page.get(), &SubjectsPage::separateRequested);
    desk::SubjectCard card;
    card.summary = person(u"김하나"_s, u"010-****-4321"_s);
    m_page->showCard(card);
    QVERIFY(!valid(u"Ctrl+D"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_D, Qt::ControlModifier);
    card.registrations = 2;
    m_page->showCard(card);
    QVERIFY(valid(u"Ctrl+D"_s));
    QVERIFY(control<QPushButton>(u"subjectSeparate"_s).isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(separate.count(), 1);
    QCOMPARE(separate.at(0).at(0).value<SubjectId>(), card.summary.id);
    guisupport::keepPicture(*m_page, u"subjects-merged"_s);
}

void MergePanelTest::whoMayNotDecideSeesOnlyAHint()
{
    m_page->setMayMerge(false);
    QSignalSpy asked(m_page.get(), &SubjectsPage::mergesRequested);
    desk::SubjectCard card;
    card.summary = person(u"김하나"_s, u"010-****-4321"_s);
    card.lookAlikes = 1;
    card.registrations = 2;
    m_page->showCard(card);
    QVERIFY(control<QLabel>(u"subjectHint"_s).isVisible());
    QVERIFY(!control<QPushButton>(u"subjectSeparate"_s).isVisible());
    QVERIFY(!valid(u"F4"_s) && !valid(u"Ctrl+D"_s));
    QSignalSpy separate(m_page.get(), &SubjectsPage::separateRequested);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F4);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_D, Qt::ControlModifier);
    QCoreApplication::processEvents();
    QCOMPARE(asked.count() + separate.count(), 0);
    m_page->setPairs(3);
    QVERIFY(!m_page->title().contains(u'3'));
}

void MergePanelTest::theRailSaysHowManyWait()
{
    QSignalSpy changed(m_page.get(), &SubjectsPage::hintsChanged);
    const QString before = m_page->title();
    m_page->setPairs(3);
    QVERIFY(m_page->title().contains(u'3'));
    QCOMPARE(changed.count(), 1);
    m_page->setPairs(0);
    QCOMPARE(m_page->title(), before);
}

void MergePanelTest::theModelsKeepTheirPromises()
{
    MergeOffersModel offers;
    MergeItemsModel compared;
    const QAbstractItemModelTester first(&offers, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester second(&compared, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto three = threePairs();
    offers.setOffers(three.offers);
    compared.setComparison(comparisonOf(three.offers.front()));
    QCOMPARE(offers.rowCount(), 3);
    QCOMPARE(compared.rowCount(), 3);
    QCOMPARE(compared.index(1, MergeItemsModel::OneColumn).data(MergeItemsModel::StatusRole).toInt(),
             static_cast<int>(Status::Granted));
    QCOMPARE(compared.index(1, MergeItemsModel::TogetherColumn).data(MergeItemsModel::StatusRole).toInt(),
             static_cast<int>(Status::OptedOut));
    QStringList reasons;
    for (int row = 0; row < 3; ++row)
        reasons += offers.index(row, MergeOffersModel::WhyColumn).data().toString();
    reasons.removeDuplicates();
    QCOMPARE(reasons.size(), 3);
    offers.setOffers({});
    compared.setComparison({});
}

void MergePanelTest::everyControlIsNamed()
{
    const auto offers = threePairs();
    open(offers);
    panel().showComparison(comparisonOf(offers.offers.front()));
    panel().sayMerged({MergeId::create(), offers.offers[1].one, offers.offers[1].other, {}});
    const QStringList unnamed = guisupport::unnamedControls(*m_page);
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
}

void MergePanelTest::looksRightInBothSchemes()
{
    const auto offers = threePairs();
    open(offers);
    for (const ColourScheme scheme : {ColourScheme::Dark, ColourScheme::Light}) {
        m_theme->setScheme(scheme);
        panel().showOffers(offers);
        panel().showComparison(comparisonOf(offers.offers.front()));
        panel().sayMerged({MergeId::create(), offers.offers[1].one, offers.offers[1].other, {}});
        guisupport::keepPicture(*m_page, u"merges-"_s + schemeCode(scheme));
        QVERIFY(m_page->minimumSizeHint().width() <= 1293);
        QVERIFY(m_page->minimumSizeHint().height() <= 688);
    }
    guisupport::speakAsWritten();
    QCoreApplication::processEvents(); // words of another length are laid out anew
    guisupport::keepPicture(*m_page, u"merges-english"_s);
    guisupport::speakKorean();
    panel().showOffers({});
    guisupport::keepPicture(*m_page, u"merges-none"_s);
}

QTEST_MAIN(MergePanelTest)
#include "mergepaneltest.moc"

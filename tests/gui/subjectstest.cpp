#include "guisupport.h"

#include "ui/common/maskedlabel.h"
#include "ui/common/theme.h"
#include "ui/common/tones.h"
#include "ui/subjects/consentitemsmodel.h"
#include "ui/subjects/contactsmodel.h"
#include "ui/subjects/searchfield.h"
#include "ui/subjects/subjectinspector.h"
#include "ui/subjects/subjectlistmodel.h"
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

std::vector<desk::SubjectSummary> threePeople()
{
    return {person(u"가나다"_s, u"010-****-0001"_s), person(u"가나라"_s, u"010-****-0002"_s),
            person(u"가나마"_s, u"010-****-0003"_s)};
}

desk::ItemState item(const QString &title, bool mandatory, domain::ConsentStatus status)
{
    desk::ItemState state;
    state.code = title;
    state.title = title;
    state.mandatory = mandatory;
    state.status = status;
    if (status != domain::ConsentStatus::None)
        state.since = fromMs(1'767'193'200'000);
    return state;
}

desk::SubjectCard cardOf(const desk::SubjectSummary &who)
{
    using domain::ConsentStatus;
    desk::SubjectCard card;
    card.summary = who;
    card.under14 = true;
    card.hasEmail = true;
    card.hasGuardian = true;
    card.items = {
        item(u"필수 수집·이용"_s, true, ConsentStatus::Granted), item(u"마케팅"_s, false, ConsentStatus::Refused),
        item(u"문자 광고"_s, false, ConsentStatus::OptedOut),    item(u"야간 광고"_s, false, ConsentStatus::Withdrawn),
        item(u"경찰청 제공"_s, false, ConsentStatus::Expired),   item(u"여권번호"_s, false, ConsentStatus::None)};
    for (int i = 0; i < 3; ++i) {
        desk::ContactSummary contact;
        contact.event = EventId::create();
        contact.at = fromMs(1'767'193'200'000 + i * 86'400'000LL);
        contact.agentName = u"김상담"_s;
        contact.receipt = u"20260101-000%1"_s.arg(i);
        card.contacts.push_back(contact);
    }
    return card;
}

} // namespace

class SubjectsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_page.reset(); }
    void aNameIsSearchedSyllableBySyllableWhileItIsComposed();
    void anOlderAnswerNeverReplacesANewerOne();
    void aPersonIsFoundAndOpenedWithoutLeavingTheSearchBox();
    void f9CallsThePersonChosen();
    void numbersStayMaskedUntilThereIsAReason();
    void detailsOfSomebodyElseAreNotShown();
    void openingAnotherPersonMasksAgain();
    void theEmptyPageSaysWhatCanBeTyped();
    void keysOfTheBottomLineAreThoseThatAct();
    void modelsKeepTheirPromises();
    void everyControlIsNamed();
    void looksRightInBothSchemes();

private:
    template <typename T> T &control(const QString &name)
    {
        auto *found = m_page->findChild<T *>(name);
        Q_ASSERT(found);
        return *found;
    }
    quint64 searched(const QString &text)
    {
        QSignalSpy asked(m_page.get(), &SubjectsPage::searchRequested);
        control<SearchField>(u"subjectSearch"_s).setText(text);
        return asked.isEmpty() ? 0 : asked.last().at(1).toULongLong();
    }

    Theme *m_theme = nullptr;
    std::unique_ptr<SubjectsPage> m_page;
};

void SubjectsTest::initTestCase()
{
    m_theme = new Theme(*qApp, ColourScheme::Light);
    guisupport::speakKorean();
}

void SubjectsTest::init()
{
    m_page = std::make_unique<SubjectsPage>();
    m_page->resize(1293, 688);
    m_page->show();
    m_page->activated();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY(control<SearchField>(u"subjectSearch"_s).hasFocus());
}

void SubjectsTest::aNameIsSearchedSyllableBySyllableWhileItIsComposed()
{
    QSignalSpy asked(m_page.get(), &SubjectsPage::searchRequested);
    auto &search = control<SearchField>(u"subjectSearch"_s);
    guisupport::typeKorean(search, u"가나"_s);
    guisupport::compose(search, u"ㄷ"_s);
    guisupport::compose(search, u"다"_s);
    QStringList texts;
    for (const auto &call : asked)
        texts.append(call.at(0).toString());
    QCOMPARE(texts, QStringList({u"가"_s, u"가나"_s, u"가나ㄷ"_s, u"가나다"_s}));
    QTest::keyClick(&search, Qt::Key_Tab); // What was under composition is kept, and not searched twice.
    QCOMPARE(search.text(), u"가나다"_s);
    QCOMPARE(asked.count(), 4);
}

void SubjectsTest::anOlderAnswerNeverReplacesANewerOne()
{
    const quint64 older = searched(u"가"_s);
    const quint64 newer = searched(u"가나"_s);
    QVERIFY(newer > older);
    m_page->showResults(newer, {person(u"가나다"_s, u"010-****-0001"_s)});
    m_page->showResults(older, threePeople());
    const auto &model = *control<QTableView>(u"subjectList"_s).model();
    QCOMPARE(model.rowCount(), 1);
    m_page->showSearchError(older, u"늦은 오류"_s);
    QVERIFY(!control<QLabel>(u"noticeText"_s).isVisible());
}

void SubjectsTest::aPersonIsFoundAndOpenedWithoutLeavingTheSearchBox()
{
    QSignalSpy open(m_page.get(), &SubjectsPage::openRequested);
    const auto people = threePeople();
    auto &search = control<SearchField>(u"subjectSearch"_s);
    m_page->showResults(searched(u"가나"_s), people);
    QTest::keyClick(&search, Qt::Key_Down);
    QTest::keyClick(&search, Qt::Key_Down);
    QTest::keyClick(&search, Qt::Key_Down); // Stays on the last.
    QTest::keyClick(&search, Qt::Key_Up);
    QTest::keyClick(&search, Qt::Key_Return);
    QCOMPARE(open.count(), 1);
    QCOMPARE(open.at(0).at(0).value<SubjectId>(), people.at(1).id);
    QVERIFY(search.hasFocus());
    QTest::keyClick(&search, Qt::Key_Escape);
    QVERIFY(search.text().isEmpty());
}

void SubjectsTest::f9CallsThePersonChosen()
{
    QSignalSpy call(m_page.get(), &SubjectsPage::callRequested);
    const auto people = threePeople();
    auto &search = control<SearchField>(u"subjectSearch"_s);
    QTest::keyClick(&search, Qt::Key_F9); // Nobody yet.
    QCOMPARE(call.count(), 0);
    m_page->showResults(searched(u"가나"_s), people);
    QTest::keyClick(&search, Qt::Key_Down);
    QTest::keyClick(&search, Qt::Key_F9);
    QTRY_COMPARE(call.count(), 1);
    QCOMPARE(call.at(0).at(0).value<SubjectId>(), people.at(1).id);
    m_page->showCard(cardOf(people.at(2))); // Another one is open, and the keys are there.
    auto &items = control<QTableView>(u"subjectItems"_s);
    items.setFocus();
    QTest::keyClick(&items, Qt::Key_F9);
    QTRY_COMPARE(call.count(), 2);
    QCOMPARE(call.at(1).at(0).value<SubjectId>(), people.at(2).id);
}

void SubjectsTest::numbersStayMaskedUntilThereIsAReason()
{
    QSignalSpy reveal(&m_page->inspector(), &SubjectInspector::revealRequested);
    const desk::SubjectSummary who = threePeople().front();
    m_page->showCard(cardOf(who));
    auto &phone = control<MaskedLabel>(u"subjectPhone"_s);
    auto &reason = control<QLineEdit>(u"subjectReason"_s);
    QCOMPARE(phone.text(), u"010-****-0001"_s);
    QTest::keyClick(&control<SearchField>(u"subjectSearch"_s), Qt::Key_F6);
    QTRY_VERIFY(reason.hasFocus());
    QTest::keyClick(&reason, Qt::Key_Return);
    QCOMPARE(reveal.count(), 0); // Not without a reason.
    QVERIFY(!reason.accessibleDescription().isEmpty());
    guisupport::typeKorean(reason, u"다시 거"_s);
    guisupport::compose(reason, u"기"_s);
    QTest::keyClick(&reason, Qt::Key_Return);
    QCOMPARE(reveal.count(), 1);
    QCOMPARE(reveal.at(0).at(1).toString(), u"다시 거기"_s);
    m_page->inspector().reveal(who.id, {u"010-0000-0001"_s, u"a@example.com"_s, u"가나바"_s, u"010-0000-0009"_s});
    QCOMPARE(phone.text(), u"010-0000-0001"_s);
    QVERIFY(!m_page->inspector().isAskingReason());
    QVERIFY(reason.text().isEmpty());
}

void SubjectsTest::detailsOfSomebodyElseAreNotShown()
{
    const auto people = threePeople();
    m_page->showCard(cardOf(people.at(0)));
    m_page->inspector().reveal(people.at(1).id, {u"010-0000-0002"_s, {}, {}, {}});
    QCOMPARE(control<MaskedLabel>(u"subjectPhone"_s).text(), u"010-****-0001"_s);
}

void SubjectsTest::openingAnotherPersonMasksAgain()
{
    const auto people = threePeople();
    m_page->showCard(cardOf(people.at(0)));
    m_page->inspector().reveal(people.at(0).id, {u"010-0000-0001"_s, u"a@example.com"_s, {}, {}});
    QVERIFY(control<MaskedLabel>(u"subjectEmail"_s).isRevealed());
    m_page->showCard(cardOf(people.at(1)));
    QCOMPARE(control<MaskedLabel>(u"subjectPhone"_s).text(), u"010-****-0002"_s);
    QVERIFY(!control<MaskedLabel>(u"subjectEmail"_s).isRevealed());
}

void SubjectsTest::theEmptyPageSaysWhatCanBeTyped()
{
    auto *nobody = m_page->findChild<QWidget *>(u"emptyState"_s);
    const QString before = nobody->accessibleName();
    QVERIFY(!before.isEmpty());
    guisupport::keepPicture(*m_page, u"subjects-empty"_s);
    m_page->showResults(searched(u"힣힣"_s), {});
    QVERIFY(nobody->accessibleName() != before);
    guisupport::keepPicture(*m_page, u"subjects-nobody"_s);
}

void SubjectsTest::keysOfTheBottomLineAreThoseThatAct()
{
    const auto valid = [this](const QString &keys) {
        for (const KeyHint &hint : m_page->keys()) {
            if (hint.keys == keys)
                return hint.valid;
        }
        return false;
    };
    QVERIFY(!valid(u"F9"_s) && !valid(u"Enter"_s) && !valid(u"F6"_s));
    m_page->showResults(searched(u"가"_s), threePeople());
    QVERIFY(valid(u"F9"_s) && valid(u"Enter"_s) && !valid(u"F6"_s));
    m_page->showCard(cardOf(threePeople().front()));
    QVERIFY(valid(u"F6"_s));
}

void SubjectsTest::modelsKeepTheirPromises()
{
    SubjectListModel people;
    ConsentItemsModel items;
    ContactsModel contacts;
    const QAbstractItemModelTester first(&people, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester second(&items, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester third(&contacts, QAbstractItemModelTester::FailureReportingMode::QtTest);
    people.setPeople(threePeople());
    const desk::SubjectCard card = cardOf(threePeople().front());
    items.setItems(card.items);
    contacts.setContacts(card.contacts);
    QCOMPARE(people.rowCount(), 3);
    QCOMPARE(items.rowCount(), 6);
    QCOMPARE(contacts.rowCount(), 3);
    QCOMPARE(items.index(2, ConsentItemsModel::StatusColumn).data(ConsentItemsModel::StatusRole).toInt(),
             static_cast<int>(Status::OptedOut));
    QCOMPARE(items.index(0, ConsentItemsModel::SinceColumn).data().toString(), u"2026-01-01"_s);
    QVERIFY(items.index(5, ConsentItemsModel::SinceColumn).data().toString().isEmpty());
    for (const QAbstractItemModel *model :
         {static_cast<QAbstractItemModel *>(&people), static_cast<QAbstractItemModel *>(&items),
          static_cast<QAbstractItemModel *>(&contacts)}) {
        for (int column = 0; column < model->columnCount(); ++column) {
            QVERIFY(!model->headerData(column, Qt::Horizontal).toString().isEmpty());
            QVERIFY(model->index(0, column).data().isValid());
        }
    }
    people.setPeople({});
    items.setItems({});
    contacts.setContacts({});
}

void SubjectsTest::everyControlIsNamed()
{
    m_page->showResults(searched(u"가"_s), threePeople());
    m_page->showCard(cardOf(threePeople().front()));
    m_page->inspector().askReason();
    const QStringList unnamed = guisupport::unnamedControls(*m_page);
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
}

void SubjectsTest::looksRightInBothSchemes()
{
    for (const ColourScheme scheme : {ColourScheme::Dark, ColourScheme::Light}) {
        m_theme->setScheme(scheme);
        m_page->showResults(searched(scheme == ColourScheme::Dark ? u"가"_s : u"가나"_s), threePeople());
        m_page->showCard(cardOf(threePeople().front()));
        guisupport::keepPicture(*m_page, u"subjects-"_s + schemeCode(scheme));
        m_page->inspector().askReason();
        m_page->inspector().refuseReveal(u"무엇에 쓰는지 적어 주세요."_s);
        guisupport::keepPicture(*m_page, u"subjects-reason-"_s + schemeCode(scheme));
        QVERIFY(m_page->minimumSizeHint().width() <= 1293);
        QVERIFY(m_page->minimumSizeHint().height() <= 688);
    }
}

QTEST_MAIN(SubjectsTest)
#include "subjectstest.moc"

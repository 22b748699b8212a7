#include "desk/papers/paperwriting.h"
#include "desk/session/shippedfiles.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace consent;
using namespace consent::desk;
using namespace Qt::StringLiterals;

class PaperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromItsSealedCopy();
    void aDamagedCopyIsRefused();
    void anAnswerHasTheFiveItemsOfTheLawEvenWhenThereIsNothing();
    void onlyTheAnswerToAnAccessRequestShowsAWholeNumber();
    void aRefusalNamesItsReasonAndEveryBodyOfTheOrganisation();
    void aDeferralSaysUntilWhenAndHowToObject();
    void advertisingSaysHowToRefuseOnlyWhereSomethingWasGranted();
    void theEMailSaysEverythingThatThePaperSays();

private:
    domain::Organisation m_company = *domain::Organisation::parse(shippedfiles::organisation());
    paperwriting::Head m_head{m_company,   domain::Language::Korean, u"261123-7K3QX-0007-M"_s, QDate(2026, 11, 23),
                              u"홍길동"_s, u"010-****-1234"_s};
    paperwriting::Case m_case{u"열람"_s, u"전화"_s, u"본인"_s, QDate(2026, 11, 16), {}};
    paperwriting::Access m_access{{{u"전화번호"_s, u"010-0000-1234"_s}},
                                  {{u"마케팅"_s, u"안내"_s, u"가입 기간"_s}},
                                  {{QDate(2026, 3, 2), u"경찰청"_s, u"진위 확인"_s, u"이름"_s}},
                                  {{u"마케팅"_s, u"동의"_s, u"2026-03-02 10:15:20"_s, u"전화"_s, u"R-1"_s}},
                                  u"처리방침 1호"_s};
};

namespace {

/// All words of a paper, one after the other.
QString words(const Paper &paper)
{
    QStringList all{paper.title, paper.addressee, paper.sender};
    all += paper.opening;
    for (const PaperPart &part : paper.parts) {
        all += part.heading;
        all += part.paragraphs;
        for (const PaperLine &row : part.rows)
            all += {row.name, row.value};
        all += part.table.header;
        for (const QStringList &row : part.table.rows)
            all += row;
        all += part.remarks;
    }
    all += paper.closing;
    for (const PaperLine &row : paper.contact)
        all += {row.name, row.value};
    all.removeAll(QString());
    return all.join(u'\n');
}

} // namespace

void PaperTest::comesBackFromItsSealedCopy()
{
    const Paper paper = paperwriting::accessAnswer(m_head, m_case, m_access);
    const auto copy = Paper::fromJson(paper.toJson());
    QVERIFY(copy);
    QCOMPARE(*copy, paper);
}

void PaperTest::aDamagedCopyIsRefused()
{
    const QJsonObject sound = paperwriting::accessAnswer(m_head, m_case, m_access).toJson();
    for (const QString &name : sound.keys()) {
        QJsonObject missing = sound;
        missing.remove(name);
        QVERIFY2(!Paper::fromJson(missing), qPrintable(name));
        QJsonObject other = sound;
        other[name] = 5;
        QVERIFY2(!Paper::fromJson(other), qPrintable(name));
    }
    QJsonObject ragged = sound;
    QJsonArray parts = ragged["parts"_L1].toArray();
    QJsonObject last = parts.last().toObject();
    last["table"_L1] = QJsonArray{QJsonArray{u"one"_s}};
    parts.replace(parts.size() - 1, last);
    ragged["parts"_L1] = parts;
    const auto read = Paper::fromJson(ragged);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Damaged);
}

void PaperTest::anAnswerHasTheFiveItemsOfTheLawEvenWhenThereIsNothing()
{
    for (const paperwriting::Access &access : {m_access, paperwriting::Access{}}) {
        const Paper paper = paperwriting::accessAnswer(m_head, m_case, access);
        for (int number = 1; number <= 5; ++number) {
            const auto part = std::ranges::find_if(paper.parts, [number](const PaperPart &candidate) {
                return candidate.heading.startsWith(u"%1. "_s.arg(number));
            });
            QVERIFY(part != paper.parts.end());
            const bool saysSomething = !part->paragraphs.isEmpty() || !part->rows.empty() || !part->table.rows.empty();
            QVERIFY2(saysSomething, qPrintable(part->heading));
        }
    }
}

void PaperTest::onlyTheAnswerToAnAccessRequestShowsAWholeNumber()
{
    QVERIFY(words(paperwriting::accessAnswer(m_head, m_case, m_access)).contains(u"010-0000-1234"_s));
    const QString proof =
        words(paperwriting::proofOfAccess(m_head, m_case, m_head.issued, u"261120-7K3QX-0003-A"_s, {u"이름"_s}));
    QVERIFY(proof.contains(u"010-****-1234"_s));
    QVERIFY(!proof.contains(u"010-0000-1234"_s));
    QVERIFY(proof.contains(u"261120-7K3QX-0003-A"_s));
}

void PaperTest::aRefusalNamesItsReasonAndEveryBodyOfTheOrganisation()
{
    const QString text = words(paperwriting::refusal(m_head, m_case, u"보관 의무"_s, u"법 제36조"_s));
    QVERIFY(text.contains(u"보관 의무"_s));
    QVERIFY(text.contains(u"법 제36조"_s));
    QVERIFY(text.contains(m_company.officer.name));
    QVERIFY(!m_company.bodies.empty());
    for (const domain::Organisation::Body &body : m_company.bodies)
        QVERIFY2(text.contains(body.name) && text.contains(body.phone), qPrintable(body.name));
}

void PaperTest::aDeferralSaysUntilWhenAndHowToObject()
{
    const QString text = words(paperwriting::deferral(m_head, m_case, u"위임장"_s, QDate(2026, 12, 3)));
    QVERIFY(text.contains(u"2026-12-03"_s));
    QVERIFY(text.contains(m_company.bodies.front().name));
}

void PaperTest::advertisingSaysHowToRefuseOnlyWhereSomethingWasGranted()
{
    const paperwriting::Advertising yes{u"동의"_s, u"문자"_s, QDate(2026, 11, 20), u"처리"_s, true};
    const paperwriting::Advertising no{u"거부"_s, u"문자"_s, QDate(2026, 11, 20), u"처리"_s, false};
    QVERIFY(!paperwriting::advertisingResult(m_head, {no, yes}).closing.isEmpty());
    const Paper refused = paperwriting::advertisingResult(m_head, {no});
    QVERIFY(refused.closing.isEmpty());
    QVERIFY(words(refused).contains(m_company.company.ko));
    QVERIFY(words(refused).contains(u"2026-11-20"_s));
}

void PaperTest::theEMailSaysEverythingThatThePaperSays()
{
    const Paper paper = paperwriting::accessAnswer(m_head, m_case, m_access);
    const QString mail = emailText(paper);
    QVERIFY(mail.section(u'\n', 0, 0).contains(paper.number));
    for (const QString &line : words(paper).split(u'\n'))
        QVERIFY2(mail.contains(line), qPrintable(line));
}

QTEST_GUILESS_MAIN(PaperTest)
#include "papertest.moc"

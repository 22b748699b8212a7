#include "domain/notice.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace consent;
using namespace consent::domain;
using namespace Qt::StringLiterals;

namespace {

QByteArray data(const QString &name)
{
    QFile file(QStringLiteral(CONSENT_SOURCE_DIR "/tests/data/notices/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<Notice> plain(const QString &text)
{
    return Notice::import(text.toUtf8(), MediaType::PlainText);
}
Result<Notice> markdown(const QString &text)
{
    return Notice::import(text.toUtf8(), MediaType::Markdown);
}
Result<Notice> html(const QString &text)
{
    return Notice::import(text.toUtf8(), MediaType::Html);
}

const NoticeTable *tableIn(const NoticeChapter &chapter)
{
    for (const NoticeBlock &block : chapter.blocks) {
        if (const auto *table = std::get_if<NoticeTable>(&block))
            return table;
    }
    return nullptr;
}

/// "목적|항목 // a+b|c" for comparing tables at a glance.
QString drawn(const NoticeTable &table)
{
    const auto row = [](const NoticeRow &cells) {
        QStringList texts;
        for (const NoticeCell &cell : cells)
            texts.append(cell.join(u'+'));
        return texts.join(u'|');
    };
    QStringList rows{row(table.header)};
    for (const NoticeRow &cells : table.rows)
        rows.append(row(cells));
    return rows.join(u" // "_s);
}

} // namespace

class NoticeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSamePolicyReadsTheSame_data();
    void theSamePolicyReadsTheSame();
    void theSourceIsFixedByItsHash();
    void datesAreProposed_data();
    void datesAreProposed();
    void aTableOfContentsIsNoChapter();
    void articlesServeAsChapters();
    void numberedHeadingsServeAsChapters();
    void aSentenceAboutAChapterIsNoHeading();
    void htmlTables_data();
    void htmlTables();
    void pipeTablesKeepEscapedBars();
    void aRowWithMoreCellsWidensTheTable();
    void characterReferences();
    void anglesThatAreNoTagsAreText();
    void whatIsNoNoticeIsRefused_data();
    void whatIsNoNoticeIsRefused();
    void otherEncodingsAreNamed();
    void brokenHtmlIsReadAsFarAsItGoes();
    void oddInputIsFast_data();
    void oddInputIsFast();
    void aNoticeIsAnnouncedBeforeItIsInForce();
    void theMediaTypeIsGuessed();
};

void NoticeTest::theSamePolicyReadsTheSame_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<MediaType>("type");
    QTest::newRow("plain text with tabs and HTML in cells") << u"policy.txt"_s << MediaType::PlainText;
    QTest::newRow("Markdown") << u"policy.md"_s << MediaType::Markdown;
    QTest::newRow("HTML") << u"policy.html"_s << MediaType::Html;
}

void NoticeTest::theSamePolicyReadsTheSame()
{
    QFETCH(QString, file);
    QFETCH(MediaType, type);
    const auto notice = Notice::import(data(file), type);
    QVERIFY2(notice.ok(), qPrintable(notice.ok() ? QString() : notice.error().message));
    QCOMPARE(guessMediaType(file, {}), type);
    QCOMPARE(notice->title(), u"보기 회사 개인정보 안내"_s);
    QCOMPARE(notice->announced(), std::optional(QDate(2017, 11, 7)));
    QCOMPARE(notice->effective(), std::optional(QDate(2017, 11, 14)));
    QCOMPARE(notice->tableCount(), 2);
    QCOMPARE(notice->chapters().size(), 5U); // with what stands before the first
    QStringList titles;
    for (const NoticeChapter &chapter : notice->chapters())
        titles.append(QString::number(chapter.number) + u' ' + chapter.title);
    QCOMPARE(titles,
             (QStringList{u"0 "_s, u"1 처음에"_s, u"2 무엇을, 왜, 언제까지"_s, u"3 누구에게 건네는가"_s, u"4 알림"_s}));
    const auto &first = notice->chapters()[1].blocks;
    QCOMPARE(first.size(), 2U);
    QCOMPARE(std::get<NoticeParagraph>(first[0]).text,
             u"보기 회사는 맡은 정보를 아끼며 다룹니다. 자세한 것은 홈페이지(http://www.example.com)에 있습니다."_s);
    QCOMPARE(std::get<NoticeList>(first[1]).items,
             (QStringList{u"첫째 원칙은 적게 모으는 것입니다."_s, u"둘째 원칙은 빨리 지우는 것입니다."_s}));
    const auto &second = notice->chapters()[2].blocks;
    QCOMPARE(second.size(), 3U);
    QCOMPARE(std::get<NoticeParagraph>(second[0]).text, u"가. 꼭 필요한 것"_s);
    QCOMPARE(drawn(std::get<NoticeTable>(second[1])),
             u"목적|항목|보유기간 // 가입과 탈퇴+본인 확인(전화·방문)|"_s +
                 u"이름, 생년월일+전화번호"_s +
                 u"|이용 기간과 탈퇴 뒤 6개월 ※예외+법이 정한 때는 그때까지"_s);
    QCOMPARE(std::get<NoticeParagraph>(second[2]).text, u"※ 나중에 고친 정보도 들어갑니다."_s);
    QCOMPARE(drawn(*tableIn(notice->chapters()[3])),
             u"받는 곳|항목|쓰임 // 경찰청|이름, 여권번호|신분증 확인 // 보기 은행||계좌 인증+자동이체"_s);
}

void NoticeTest::theSourceIsFixedByItsHash()
{
    const QByteArray bytes = data(u"policy.txt"_s);
    QVERIFY(!bytes.isEmpty());
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    QCOMPARE(Notice::import(bytes, MediaType::PlainText)->sha256(), hash);
    QCOMPARE(Notice::import(bytes, MediaType::Markdown)->sha256(), hash);
    // With a byte order mark and other line ends the same is read, but the bytes are others.
    const QByteArray windows = "\xef\xbb\xbf" + QByteArray(bytes).replace("\n", "\r\n");
    const auto other = Notice::import(windows, MediaType::PlainText);
    QVERIFY(other->sha256() != hash);
    QCOMPARE(other->chapters(), Notice::import(bytes, MediaType::PlainText)->chapters());
}

void NoticeTest::datesAreProposed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("announced");
    QTest::addColumn<QDate>("effective");
    const QDate seventh(2017, 11, 7);
    const QDate fourteenth(2017, 11, 14);
    QTest::newRow("spaced words") << u"공고일자 : 2017 년 11 월 07 일\n시행일자 : 2017 년 11 월 14 일"_s << seventh
                                  << fourteenth;
    QTest::newRow("dots") << u"공고일: 2017. 11. 7.\n시행일: 2017. 11. 14."_s << seventh << fourteenth;
    QTest::newRow("hyphens") << u"공고일자 2017-11-07, 시행일자 2017-11-14"_s << seventh << fourteenth;
    QTest::newRow("full-width colon") << u"공고일자:2017년 11월 7일 시행일자:2017년 11월 14일"_s << seventh
                                      << fourteenth;
    QTest::newRow("in a sentence") << u"이 방침은 2017년 11월 14일부터 시행합니다."_s << QDate() << fourteenth;
    QTest::newRow("applied from") << u"이 방침은 2017. 11. 14.부터 적용됩니다."_s << QDate() << fourteenth;
    QTest::newRow("no such day") << u"시행일자: 2017. 2. 30."_s << QDate() << QDate();
    QTest::newRow("a bad day, then a good one")
        << u"시행일자: 2017. 2. 30.\n시행일자: 2017. 11. 14."_s << QDate() << fourteenth;
    QTest::newRow("none") << u"곧 시행합니다."_s << QDate() << QDate();
}

void NoticeTest::datesAreProposed()
{
    QFETCH(QString, text);
    const auto notice = plain(u"제 1 장 알림\n\n"_s + text);
    QVERIFY(notice.ok());
    QTEST(notice->announced().value_or(QDate()), "announced");
    QTEST(notice->effective().value_or(QDate()), "effective");
}

void NoticeTest::aTableOfContentsIsNoChapter()
{
    const auto notice = plain(u"제 1 장 하나\n제 2 장 둘\n\n제 1 장 하나\n글\n제 2 장 둘\n글"_s);
    QCOMPARE(notice->chapters().size(), 2U);
    QCOMPARE(notice->chapters()[0].blocks.size(), 1U);
}

void NoticeTest::articlesServeAsChapters()
{
    const auto notice = plain(u"제1조(목적)\n글\n제2조 (항목)\n글"_s);
    QVERIFY(notice.ok());
    QCOMPARE(notice->chapters().size(), 2U);
    QCOMPARE(notice->chapters()[0].title, u"목적"_s);
    QCOMPARE(notice->chapters()[1].title, u"항목"_s);
}

void NoticeTest::numberedHeadingsServeAsChapters()
{
    const auto notice = markdown(u"# 방침\n\n## 1. 목적\n\n1. 하나\n2. 둘\n\n## 2. 항목\n\n글"_s);
    QVERIFY(notice.ok());
    QCOMPARE(notice->title(), u"방침"_s);
    QCOMPARE(notice->chapters().back().number, 2);
    QCOMPARE(notice->chapters()[1].blocks.size(), 2U);
    const auto web = html(u"<h2>1. 목적</h2><p>1. 하나</p><h2>2. 항목</h2>글"_s);
    QVERIFY(web.ok());
    QCOMPARE(web->chapters().size(), 2U);
    QCOMPARE(web->chapters()[1].title, u"항목"_s);
}

void NoticeTest::aSentenceAboutAChapterIsNoHeading()
{
    const auto notice = plain(u"제 1 장 하나\n제 2 장 에서 말씀드린 대로 합니다.\n제 1 장 을 보십시오\n"_s);
    QCOMPARE(notice->chapters().size(), 1U);
    QCOMPARE(notice->chapters()[0].blocks.size(), 2U);
    const auto nought = plain(u"제 00 장 없음\n제 1 장 하나\n글"_s); // found by fuzzing
    QCOMPARE(nought->chapters().size(), 2U);
    QCOMPARE(nought->chapters()[0].number, 0);
    QCOMPARE(nought->chapters()[0].blocks.size(), 1U);
}

void NoticeTest::htmlTables_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no end tags") << u"<table><tr><th>a<th>b<tr><td>1<td>2</table>"_s << u"a|b // 1|2"_s;
    QTest::newRow("columns spanned") << u"<table><tr><th>a<th>b<tr><td colspan=2>1</table>"_s << u"a|b // 1|"_s;
    QTest::newRow("rows spanned") << u"<table><tr><th>a<th>b<tr><td rowspan='2'>1<td>2<tr><td>3</table>"_s
                                  << u"a|b // 1|2 // 1|3"_s;
    QTest::newRow("last column spanned down")
        << u"<table><tr><th>a<th>b<tr><td>1<td rowspan=2>2<tr><td>3</table>"_s << u"a|b // 1|2 // 3|2"_s;
    QTest::newRow("table in a cell") << u"<table><tr><th>a<tr><td>x<table><tr><td>y<td>z</table></table>"_s
                                     << u"a // x+y+z"_s;
    QTest::newRow("script in a cell") << u"<table><tr><th>a<tr><td>1<script>var x='</td>'</script>2</table>"_s
                                      << u"a // 12"_s;
    QTest::newRow("not closed") << u"<table><tr><th>a<tr><td>1"_s << u"a // 1"_s;
    QTest::newRow("empty rows") << u"<table><tr></tr><tr><th>a</tr><tr></tr></table>"_s << u"a"_s;
    QTest::newRow("absurd span") << u"<table><tr><th>a<tr><td rowspan=99999999999>1<td>2</table>"_s << u"a| // 1|2"_s;
}

void NoticeTest::htmlTables()
{
    QFETCH(QString, source);
    const auto notice = html(u"<h2>제 1 장 표</h2>"_s + source);
    QVERIFY(notice.ok());
    QCOMPARE(notice->tableCount(), 1);
    QTEST(drawn(*tableIn(notice->chapters()[0])), "expected");
}

void NoticeTest::pipeTablesKeepEscapedBars()
{
    const auto notice = markdown(u"제 1 장 표\n\na | b\n--|--\n1\\|2 | `3`\n4 |\n\n글"_s);
    QCOMPARE(drawn(*tableIn(notice->chapters()[0])), u"a|b // 1|2|3 // 4|"_s);
    QCOMPARE(notice->chapters()[0].blocks.size(), 2U);
}

void NoticeTest::aRowWithMoreCellsWidensTheTable()
{
    const auto notice = plain(u"제 1 장 표\na\tb\n1\t2\t3\n4\t\n\n제 2 장 글\n탭이\t하나뿐인 줄"_s);
    QCOMPARE(drawn(*tableIn(notice->chapters()[0])), u"a|b| // 1|2|3"_s);
    QCOMPARE(notice->tableCount(), 1);
    QCOMPARE(std::get<NoticeParagraph>(notice->chapters()[1].blocks[0]).text, u"탭이 하나뿐인 줄"_s);
}

void NoticeTest::characterReferences()
{
    const auto notice = html(
        u"<h2>제 1 장 글</h2><p>&lt;b&gt; &amp;amp; &#44032;&#xAC01; &middot;&#0;&#xD800;&#99999999; &unknown; &"_s);
    QCOMPARE(std::get<NoticeParagraph>(notice->chapters()[0].blocks[0]).text,
             u"<b> &amp; 가각 ·\ufffd\ufffd\ufffd &unknown; &"_s);
}

void NoticeTest::anglesThatAreNoTagsAreText()
{
    const auto notice = html(u"<h2>제 1 장 글</h2><p>1 < 2 <http://a.example> <개인정보> <x y></p>"_s);
    QCOMPARE(std::get<NoticeParagraph>(notice->chapters()[0].blocks[0]).text,
             u"1 < 2 <http://a.example> <개인정보> <x y>"_s);
}

void NoticeTest::whatIsNoNoticeIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing") << QByteArray() << u"empty"_s;
    QTest::newRow("blanks") << QByteArray(" \n\t ") << u"empty"_s;
    QTest::newRow("no chapters") << u"안녕하세요."_s.toUtf8() << u"chapters"_s;
    QTest::newRow("as large as allowed, of one letter") << QByteArray(Notice::maxBytes, 'a') << u"chapters"_s;
    QTest::newRow("ten megabytes") << QByteArray(10 * 1024 * 1024, 'a') << u"size"_s;
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << u"binary"_s;
    QTest::newRow("word processor") << QByteArray("PK\x03\x04xyz") << u"binary"_s;
    QTest::newRow("zero bytes") << QByteArray("abc\0def", 7) << u"binary"_s;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe\x1c\xc8", 4) << u"UTF-16"_s;
    QTest::newRow("cut off in a letter") << u"제 1 장 글"_s.toUtf8().chopped(1) << u"encoding"_s;
    QTest::newRow("stray bytes") << QByteArray("abc \xff\xff def") << u"encoding"_s;
    QTest::newRow("too many chapters") << [] {
        QString text;
        for (int i = 1; i <= 301; ++i)
            text += u"제 %1 장 글\n줄\n"_s.arg(i);
        return text.toUtf8();
    }() << u"parts"_s;
    QTest::newRow("too many paragraphs") << (u"제 1 장 글\n"_s.toUtf8() + QByteArray("a\n").repeated(100'001))
                                         << u"parts"_s;
}

void NoticeTest::whatIsNoNoticeIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    for (const MediaType type : {MediaType::PlainText, MediaType::Markdown, MediaType::Html}) {
        const bool lines = reason == u"parts" && type != MediaType::PlainText;
        if (lines) // only there a line is a paragraph
            continue;
        const auto notice = Notice::import(bytes, type);
        QVERIFY(!notice.ok());
        QCOMPARE(notice.error().detail, reason);
        QVERIFY(!notice.error().message.isEmpty());
    }
}

void NoticeTest::otherEncodingsAreNamed()
{
    // "제 1 장 총칙" in CP949.
    const QByteArray cp949("\xc1\xa6 1 \xc0\xe5 \xc3\xd1\xc4\xa2\n");
    const auto notice = Notice::import(cp949, MediaType::PlainText);
    QVERIFY(!notice.ok());
    QCOMPARE(notice.error().detail, u"CP949"_s);
    QVERIFY(notice.error().message.contains(u"UTF-8"_s));
}

void NoticeTest::brokenHtmlIsReadAsFarAsItGoes()
{
    const auto notice = html(u"<h2>제 1 장 글</h2><p>하나<p><b>둘</i></b></div><li>셋<p class=\"x>y\">넷<!-- offen"_s);
    QVERIFY(notice.ok());
    QString all;
    for (const NoticeBlock &block : notice->chapters()[0].blocks) {
        if (const auto *paragraph = std::get_if<NoticeParagraph>(&block))
            all += paragraph->text + u'/';
        else if (const auto *list = std::get_if<NoticeList>(&block))
            all += list->items.join(u'/') + u'/';
    }
    QCOMPARE(all, u"하나/둘/셋/넷/"_s);
}

void NoticeTest::oddInputIsFast_data()
{
    QTest::addColumn<QByteArray>("unit");
    QTest::newRow("open tags") << QByteArray("<p \"");
    QTest::newRow("open angles") << QByteArray("<");
    QTest::newRow("open comments") << QByteArray("<!--");
    QTest::newRow("open tables") << QByteArray("<table><tr><td>");
    QTest::newRow("open scripts") << QByteArray("<script>");
    QTest::newRow("ampersands") << QByteArray("&");
    QTest::newRow("stars") << QByteArray("**a ");
    QTest::newRow("brackets") << QByteArray("[a](");
    QTest::newRow("bars") << QByteArray("|-");
    QTest::newRow("bars and lines") << QByteArray("|-\n");
    QTest::newRow("tabs") << QByteArray("\t");
    QTest::newRow("years") << QByteArray("시행일자 2017 년 ");
}

void NoticeTest::oddInputIsFast()
{
    // Limits and linear readers: half a megabyte of anything is read or refused at once, whatever the outcome.
    QFETCH(QByteArray, unit);
    const QByteArray bytes = u"제 1 장 글\n"_s.toUtf8() + unit.repeated(500'000 / unit.size());
    for (const MediaType type : {MediaType::PlainText, MediaType::Markdown, MediaType::Html}) {
        const auto notice = Notice::import(bytes, type);
        QVERIFY(notice.ok() || notice.error().kind == ErrorKind::InvalidArgument);
    }
}

void NoticeTest::aNoticeIsAnnouncedBeforeItIsInForce()
{
    const QDate seventh(2017, 11, 7);
    const QDate fourteenth(2017, 11, 14);
    QVERIFY(checkNoticeDates(seventh, fourteenth).ok());
    QVERIFY(checkNoticeDates(seventh, seventh).ok());
    QCOMPARE(checkNoticeDates(fourteenth, seventh).error().detail, u"order"_s);
    QCOMPARE(checkNoticeDates(QDate(), seventh).error().detail, u"announced"_s);
    QCOMPARE(checkNoticeDates(seventh, QDate()).error().detail, u"effective"_s);
}

void NoticeTest::theMediaTypeIsGuessed()
{
    QCOMPARE(guessMediaType(u"a.MD"_s, {}), MediaType::Markdown);
    QCOMPARE(guessMediaType(u"a.htm"_s, {}), MediaType::Html);
    QCOMPARE(guessMediaType(u"a.txt"_s, "<html>"), MediaType::PlainText);
    QCOMPARE(guessMediaType(u"a"_s, "\n<!DOCTYPE HTML>"), MediaType::Html);
    QCOMPARE(guessMediaType(u"a"_s, "x\n## y"), MediaType::Markdown);
    QCOMPARE(guessMediaType(u"a"_s, "x"), MediaType::PlainText);
    for (const MediaType type : {MediaType::PlainText, MediaType::Markdown, MediaType::Html})
        QCOMPARE(mediaTypeFromCode(toCode(type)), std::optional(type));
    QCOMPARE(mediaTypeFromCode(u"application/pdf"), std::nullopt);
}

QTEST_APPLESS_MAIN(NoticeTest)
#include "noticetest.moc"

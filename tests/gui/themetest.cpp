#include "guisupport.h"

#include "ui/common/compositionguard.h"
#include "ui/common/emptystate.h"
#include "ui/common/icons.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/keyline.h"
#include "ui/common/maskedlabel.h"
#include "ui/common/quietbusybar.h"
#include "ui/common/statuschip.h"
#include "ui/common/theme.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QApplication>
#include <QFontMetrics>
#include <QGridLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace consent::ui;
using namespace Qt::StringLiterals;

namespace {

const QList<Status> &everyStatus()
{
    static const QList<Status> all = {Status::None,     Status::Granted,    Status::Refused, Status::Withdrawn,
                                      Status::OptedOut, Status::Frozen,     Status::Expired, Status::Invalidated,
                                      Status::Waiting,  Status::NoRecording};
    return all;
}

QImage drawn(const QString &text)
{
    QImage image(48, 48, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(clauseFont());
    painter.drawText(image.rect(), Qt::AlignCenter, text);
    return image;
}

QImage drawn(Icon which)
{
    QImage image(48, 48, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintIcon(painter, which, QRectF(0, 0, 48, 48), Qt::black);
    return image;
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = new Theme(*qApp, ColourScheme::Light); }
    void everyInkCanBeReadInBothSchemes_data();
    void everyInkCanBeReadInBothSchemes();
    void bordersOfControlsCanBeSeen();
    void schemeChangesThePaletteAtOnce();
    void aSchemeSurvivesBeingKeptAsText();
    void hangulSyllablesAreDrawnDifferently();
    void figuresLineUp();
    void statusesDifferInWordAndIconNotOnlyInColour();
    void everyIconHasADrawingOfItsOwn();
    void composedSyllableIsInTheFieldWhenAShortcutActs();
    void composedSyllableIsInTheFieldWhenEnterActs();
    void composedSyllableIsNotWrittenTwice();
    void busyBarStaysUnseenForATenthOfASecond();
    void maskedLabelForgetsTheFullTextWhenMaskedAgain();
    void noticeOffersItsActionToTheKeyboard();
    void keyLineShowsOnlyValidKeys();
    void smallWidgetsLookRight();

private:
    Theme *m_theme = nullptr;
};

void ThemeTest::everyInkCanBeReadInBothSchemes_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void ThemeTest::everyInkCanBeReadInBothSchemes()
{
    QFETCH(bool, dark);
    const Tones &tones = dark ? Tones::dark() : Tones::light();
    const auto readable = [](const QColor &ink, const QColor &ground, const char *what) {
        const double ratio = contrastRatio(ink, ground);
        return ratio >= 4.5 || (qWarning("%s: %.2f", what, ratio), false);
    };
    for (const QColor &ground : {tones.page, tones.surface, tones.accentSoft}) {
        QVERIFY(readable(tones.text, ground, "text"));
        QVERIFY(readable(tones.muted, ground, "muted"));
        QVERIFY(readable(tones.accent, ground, "accent"));
    }
    QVERIFY(readable(tones.onAccent, tones.accent, "on accent"));
    QList<Tone> inks = {tones.good, tones.caution, tones.danger, tones.info};
    for (const Status status : everyStatus())
        inks.append(tones.status(status));
    for (const Tone &tone : inks) {
        QVERIFY(readable(tone.ink, tone.ground, qPrintable(tone.ink.name())));
        QVERIFY(readable(tone.ink, tones.page, qPrintable(tone.ink.name())));
        QVERIFY(readable(tone.ink, tones.surface, qPrintable(tone.ink.name())));
    }
    const QPalette palette = paletteOf(tones);
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        QVERIFY(readable(palette.color(group, QPalette::Text), palette.color(group, QPalette::Base), "text/base"));
        QVERIFY(readable(palette.color(group, QPalette::ButtonText), palette.color(group, QPalette::Button), "button"));
        QVERIFY(readable(palette.color(group, QPalette::HighlightedText), palette.color(group, QPalette::Highlight),
                         "highlight"));
    }
}

void ThemeTest::bordersOfControlsCanBeSeen()
{
    for (const Tones *tones : {&Tones::light(), &Tones::dark()}) {
        QVERIFY(contrastRatio(tones->edge, tones->surface) >= 3.0);
        QVERIFY(contrastRatio(tones->edge, tones->page) >= 3.0);
        QVERIFY(contrastRatio(tones->accent, tones->surface) >= 3.0);
    }
}

void ThemeTest::schemeChangesThePaletteAtOnce()
{
    QWidget window;
    window.show();
    m_theme->setScheme(ColourScheme::Dark);
    QVERIFY(m_theme->isDark());
    QTRY_COMPARE(window.palette().color(QPalette::Window), Tones::dark().page);
    QCOMPARE(&Tones::of(window.palette()), &Tones::dark());
    m_theme->setScheme(ColourScheme::Light);
    QVERIFY(!m_theme->isDark());
    QTRY_COMPARE(&Tones::of(window.palette()), &Tones::light());
}

void ThemeTest::aSchemeSurvivesBeingKeptAsText()
{
    for (const ColourScheme scheme : {ColourScheme::System, ColourScheme::Light, ColourScheme::Dark})
        QCOMPARE(schemeFromCode(schemeCode(scheme)), scheme);
    QCOMPARE(schemeFromCode(u"purple"_s), ColourScheme::System);
}

void ThemeTest::hangulSyllablesAreDrawnDifferently()
{
    QVERIFY(hasKoreanFont());
    QVERIFY(drawn(u"가"_s) != drawn(u"나"_s));
    QVERIFY(drawn(u"동"_s) != drawn(u"통"_s));
}

void ThemeTest::figuresLineUp()
{
    for (const QFont &font : {baseFont(), smallFont(), clauseFont(), figureFont()}) {
        const QFontMetricsF metrics(font);
        for (char16_t digit = u'1'; digit <= u'9'; ++digit)
            QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(u'0'));
    }
}

void ThemeTest::statusesDifferInWordAndIconNotOnlyInColour()
{
    QSet<QString> words;
    QSet<int> icons;
    for (const Status status : everyStatus()) {
        words.insert(statusWord(status));
        icons.insert(static_cast<int>(statusIcon(status)));
    }
    QCOMPARE(words.size(), everyStatus().size());
    QCOMPARE(icons.size(), everyStatus().size());
}

void ThemeTest::everyIconHasADrawingOfItsOwn()
{
    QList<QImage> pictures;
    for (int i = 0; i <= static_cast<int>(Icon::Offline); ++i) {
        const QImage picture = drawn(static_cast<Icon>(i));
        QVERIFY2(!pictures.contains(picture), qPrintable(u"icon %1 looks like another"_s.arg(i)));
        pictures.append(picture);
    }
}

void ThemeTest::composedSyllableIsInTheFieldWhenAShortcutActs()
{
    QWidget window;
    QLineEdit field(&window);
    QString saved;
    QShortcut save(QKeySequence(Qt::Key_F10), &window);
    connect(&save, &QShortcut::activated, &window, [&] { saved = field.text(); });
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    field.setFocus();
    guisupport::typeKorean(field, u"홍길"_s);
    guisupport::compose(field, u"동"_s);
    QCOMPARE(field.text(), u"홍길"_s);
    QTest::keyClick(&field, Qt::Key_F10);
    QCOMPARE(saved, u"홍길동"_s);
}

void ThemeTest::composedSyllableIsInTheFieldWhenEnterActs()
{
    QWidget window;
    QLineEdit field(&window);
    QString entered;
    connect(&field, &QLineEdit::returnPressed, &window, [&] { entered = field.text(); });
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    field.setFocus();
    guisupport::compose(field, u"김"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(entered, u"김"_s);
}

void ThemeTest::composedSyllableIsNotWrittenTwice()
{
    QWidget window;
    QLineEdit field(&window);
    QPushButton button(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    field.setFocus();
    guisupport::typeKorean(field, u"가"_s);
    guisupport::compose(field, u"나"_s);
    QTest::keyClick(&field, Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F2);
    QCOMPARE(field.text(), u"가나"_s);
}

void ThemeTest::busyBarStaysUnseenForATenthOfASecond()
{
    QuietBusyBar bar;
    bar.show();
    bar.setBusy(true);
    QVERIFY(!bar.isShowing());
    QElapsedTimer since;
    since.start();
    QTRY_VERIFY(bar.isShowing());
    QVERIFY(since.elapsed() >= 90);
    bar.setBusy(false);
    QVERIFY(!bar.isShowing());
}

void ThemeTest::maskedLabelForgetsTheFullTextWhenMaskedAgain()
{
    MaskedLabel label;
    label.setMasked(u"전화번호"_s, u"010-****-0001"_s);
    QSignalSpy asked(&label, &MaskedLabel::revealRequested);
    label.findChild<QToolButton *>()->click();
    QCOMPARE(asked.count(), 1);
    QVERIFY(!label.isRevealed());
    label.reveal(u"010-0000-0001"_s, 0);
    QCOMPARE(label.text(), u"010-0000-0001"_s);
    QTRY_COMPARE(label.text(), u"010-****-0001"_s);
    QVERIFY(!label.isRevealed());
}

void ThemeTest::noticeOffersItsActionToTheKeyboard()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *notice = new InlineNotice;
    column->addWidget(notice);
    QSignalSpy undo(notice, &InlineNotice::actionTriggered);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QVERIFY(!notice->isVisible());
    notice->sayUndoable(u"문자 수신거부를 적었습니다."_s);
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->accessibleName(), u"문자 수신거부를 적었습니다."_s);
    QVERIFY2(guisupport::unnamedControls(window).isEmpty(),
             qPrintable(guisupport::unnamedControls(window).join(u'\n')));
    auto *button = notice->findChild<QPushButton *>(u"noticeAction"_s);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_COMPARE(undo.count(), 1);
    notice->dismiss();
    QVERIFY(!notice->isVisible());
}

void ThemeTest::keyLineShowsOnlyValidKeys()
{
    KeyLine line;
    line.setHints({{u"Space"_s, u"다음"_s}, {u"Y"_s, u"동의"_s, false}, {u"F1"_s, u"모든 키"_s}});
    QCOMPARE(line.hints().size(), 2);
    QCOMPARE(line.accessibleName(), u"Space 다음, F1 모든 키"_s);
}

void ThemeTest::smallWidgetsLookRight()
{
    for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        m_theme->setScheme(scheme);
        QWidget window;
        window.resize(900, 560);
        auto *column = new QVBoxLayout(&window);
        auto *row = new QHBoxLayout;
        for (const Status status : everyStatus())
            row->addWidget(new StatusChip(status));
        row->addStretch();
        column->addLayout(row);
        auto *icons = new QGridLayout;
        for (int i = 1; i <= static_cast<int>(Icon::Offline); ++i) {
            auto *button = new QToolButton;
            button->setAutoRaise(true);
            button->setIcon(icon(static_cast<Icon>(i)));
            icons->addWidget(button, (i - 1) / 20, (i - 1) % 20);
        }
        column->addLayout(icons);
        for (const auto level : {InlineNotice::Level::Info, InlineNotice::Level::Success, InlineNotice::Level::Warning,
                                 InlineNotice::Level::Error}) {
            auto *notice = new InlineNotice;
            notice->say(level, u"읽는 속도가 빠릅니다. 조항 4를 조금 더 천천히 읽어 주세요."_s, u"되돌리기"_s);
            column->addWidget(notice);
        }
        auto *controls = new QHBoxLayout;
        controls->addWidget(new QLineEdit(u"홍길동 1234567890"_s));
        auto *primary = new QPushButton(u"저장"_s);
        primary->setDefault(true);
        controls->addWidget(primary);
        controls->addWidget(new QPushButton(u"취소"_s));
        column->addLayout(controls);
        auto *empty = new EmptyState;
        empty->say(Icon::Search, u"찾는 사람이 없습니다"_s, u"이름, 전화번호, 생년월일로 찾아보세요."_s,
                   u"새로 등록"_s);
        column->addWidget(empty, 1);
        auto *line = new KeyLine;
        line->setHints({{u"Space"_s, u"다음"_s}, {u"Y/N"_s, u"답변"_s}, {u"⌫"_s, u"이전"_s}, {u"F1"_s, u"모든 키"_s}});
        column->addWidget(line);
        window.show();
        QVERIFY(window.width() <= 1366);
        guisupport::keepPicture(window, u"common-"_s + schemeCode(scheme));
    }
    m_theme->setScheme(ColourScheme::Light);
}

QTEST_MAIN(ThemeTest)
#include "themetest.moc"

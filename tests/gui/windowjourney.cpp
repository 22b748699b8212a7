#include "windowjourney.h"

#include "desk/people/subjectdesk.h"
#include "domain/subject.h"

#include <QApplication>
#include <QTest>

#include <algorithm>

using namespace consent;
using namespace Qt::StringLiterals;

ui::Theme &WindowJourney::theme()
{
    static auto *const theme = new ui::Theme(*qApp, ui::ColourScheme::Light); // goes with the process
    return *theme;
}

WindowJourney::WindowJourney(int people)
    : fixture(people)
{
    fixture.signIn();
    window.resize(1366, 768);
    workspace = std::make_unique<ui::Workspace>(window, fixture.session, fixture.clock);
    window.showWorkspace();
    if (!guisupport::activate(window))
        qFatal("The window did not get the keyboard");
    window.showPage(window.currentPage()); // as after signing in: the page puts the focus where it wants it
}

WindowJourney::~WindowJourney()
{
    workspace.reset();
}

bool WindowJourney::sees(const QString &name) const
{
    const auto *found = window.findChild<QWidget *>(name);
    return found != nullptr && found->isVisible();
}

QString WindowJourney::focused() const
{
    return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
}

void WindowJourney::press(int key, Qt::KeyboardModifiers with)
{
    QWidget *focus = QApplication::focusWidget();
    if (focus == nullptr)
        qFatal("No control has the keyboard");
    QTest::keyClick(focus, static_cast<Qt::Key>(key), with);
}

void WindowJourney::pressTimes(int key, int times)
{
    for (int at = 0; at < times; ++at)
        press(key);
}

void WindowJourney::tabTo(const QString &name)
{
    constexpr int mostStops = 60;
    QStringList stops;
    while (focused() != name && stops.size() < mostStops) {
        stops.append(focused());
        press(Qt::Key_Tab);
    }
    if (focused() != name)
        qFatal("Tab does not lead to %s, but to %s", qPrintable(name), qPrintable(stops.join(u' ')));
}

void WindowJourney::type(const QString &text)
{
    if (QApplication::focusWidget() == nullptr)
        qFatal("No control has the keyboard");
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void WindowJourney::typeKorean(const QString &text)
{
    if (QApplication::focusWidget() == nullptr)
        qFatal("No control has the keyboard");
    guisupport::typeKorean(*QApplication::focusWidget(), text);
}

void WindowJourney::picture(const QString &name)
{
    if (!qEnvironmentVariableIsSet("CONSENT_SCREENSHOTS"))
        return;
    const QString file = u"journey-"_s + name;
    guisupport::keepPicture(window, file);
    theme().setScheme(ui::ColourScheme::Dark);
    guisupport::keepPicture(window, file + u"-dark"_s);
    theme().setScheme(ui::ColourScheme::Light);
    guisupport::speakAsWritten();
    QCoreApplication::processEvents(); // longer words need another layout
    guisupport::keepPicture(window, file + u"-en"_s);
    guisupport::speakKorean();
    QCoreApplication::processEvents();
}

desk::SubjectSummary WindowJourney::adult(const QString &agreedTo)
{
    const auto people = test::await(fixture.session->subjects().search(u"010"_s));
    for (const desk::SubjectSummary &person : *people) {
        const desk::SubjectCard shown = card(person.id);
        const bool agreed = std::ranges::any_of(shown.items, [&agreedTo](const desk::ItemState &item) {
            return item.status == domain::ConsentStatus::Granted && (agreedTo.isEmpty() || item.code == agreedTo);
        });
        if (!shown.under14 && agreed)
            return person;
    }
    qFatal("nobody is grown up and agreed to %s", qPrintable(agreedTo));
}

SubjectId WindowJourney::addChild()
{
    desk::CallDesk &calls = fixture.session->calls();
    domain::Subject::Fields fields;
    fields.name = u"나어린"_s;
    fields.phone = u"01000008766"_s;
    fields.birthDate = u"20200301"_s;
    fields.guardian = domain::Guardian{u"나어른"_s, u"01000008767"_s, u"모"_s};
    if (!test::await(calls.beginNew(fields, {})))
        qFatal("the call does not begin");
    if (!test::walkToSummary(calls, fixture.clock, [](const desk::CurrentClause &) { return true; }))
        qFatal("the call does not go on");
    if (!test::await(calls.save()))
        qFatal("the call is not saved");
    return test::await(fixture.session->subjects().search(fields.name))->front().id;
}

QString WindowJourney::numberOf(const SubjectId &subject)
{
    const auto details = test::await(fixture.session->subjects().reveal(subject, u"여정"_s));
    if (!details)
        qFatal("%s", qPrintable(details.error().message));
    return QString(details->phone).remove(u'-');
}

desk::SubjectCard WindowJourney::card(const SubjectId &subject)
{
    const auto opened = test::await(fixture.session->subjects().open(subject));
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    return *opened;
}

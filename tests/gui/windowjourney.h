#pragma once

#include "desk/people/subjectviews.h"
#include "guisupport.h"
#include "support/desk/deskfixture.h"
#include "ui/common/theme.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"

#include <QString>

#include <memory>

/// The program's window over a real sample desk, worked by keyboard alone.
struct WindowJourney
{
    static constexpr int patienceMs = 20'000;

    /// Light, like everything that is not a picture; call before the first window.
    static consent::ui::Theme &theme();
    /// @param people on the sample desk
    explicit WindowJourney(int people = 3);
    ~WindowJourney();

    template <typename T> T *find(const QString &name)
    {
        auto *found = window.findChild<T *>(name);
        if (found == nullptr)
            qFatal("There is no %s", qPrintable(name));
        return found;
    }
    bool sees(const QString &name) const;
    template <typename T> T *page() { return window.findChild<T *>(); }
    template <typename T> bool at() { return window.currentPage() == page<T>(); }

    /// The name of what has the keyboard.
    QString focused() const;
    /// To whatever has the keyboard, as a hand does; a key for nobody is a fault of the test.
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier);
    void pressTimes(int key, int times);
    /// Tab until this has the keyboard: what can't be reached that way is a fault of the screen.
    void tabTo(const QString &name);
    /// Latin letters and digits, key by key.
    void type(const QString &text);
    /// Korean through the input method.
    void typeKorean(const QString &text);
    void record() { press(Qt::Key_Return, Qt::ControlModifier); }
    /// Where pictures are wanted: in light and dark, and in English.
    void picture(const QString &name);

    /// Somebody of the sample who is 14 or older and agreed to this item (to anything, when empty).
    consent::desk::SubjectSummary adult(const QString &agreedTo = {});
    /// A child whose guardian (나어른, the mother) was entered in a call.
    consent::SubjectId addChild();
    /// The number in full, as the person would say it.
    QString numberOf(const consent::SubjectId &subject);
    consent::desk::SubjectCard card(const consent::SubjectId &subject);

    consent::test::DeskFixture fixture;
    consent::ui::MainWindow window;
    std::unique_ptr<consent::ui::Workspace> workspace;
};

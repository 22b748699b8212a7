#pragma once

#include "ui/common/icons.h"
#include "ui/common/keyhint.h"

#include <QWidget>

namespace consent::ui {

/// A page of the main window. The window knows pages, not features.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// One word for the rail, in the current language; asked again after a change of language.
    virtual QString title() const = 0;
    virtual Icon icon() const = 0;
    /// Every key of this page; those not valid in its present state say so.
    virtual KeyHints keys() const = 0;
    /// The page has become the visible one: put the focus where the next key is expected.
    virtual void activated() = 0;

Q_SIGNALS:
    /// What keys() or title() returns has changed.
    void hintsChanged();
};

} // namespace consent::ui

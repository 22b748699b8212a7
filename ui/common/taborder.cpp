#include "ui/common/taborder.h"

#include <QAbstractScrollArea>
#include <QLayout>
#include <QScrollArea>
#include <QWidget>

#include <vector>

namespace consent::ui {

namespace {

void collect(QWidget &widget, std::vector<QWidget *> &stops);

void collect(QLayout &layout, std::vector<QWidget *> &stops)
{
    for (int at = 0; at < layout.count(); ++at) {
        QLayoutItem *const item = layout.itemAt(at);
        if (item->widget() != nullptr)
            collect(*item->widget(), stops);
        else if (item->layout() != nullptr)
            collect(*item->layout(), stops);
    }
}

void collect(QWidget &widget, std::vector<QWidget *> &stops)
{
    // A control's inner parts (the editor of a combo box, a viewport) are its own business.
    const bool takesTab = (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.focusProxy() == nullptr;
    if (takesTab)
        stops.push_back(&widget);
    const auto *const area = qobject_cast<QScrollArea *>(&widget);
    if (area != nullptr && area->widget() != nullptr)
        collect(*area->widget(), stops);
    else if (widget.layout() != nullptr && qobject_cast<QAbstractScrollArea *>(&widget) == nullptr)
        collect(*widget.layout(), stops);
}

} // namespace

void tabInReadingOrder(QWidget &form)
{
    std::vector<QWidget *> stops;
    collect(form, stops);
    for (std::size_t at = 1; at < stops.size(); ++at)
        QWidget::setTabOrder(stops[at - 1], stops[at]);
}

} // namespace consent::ui

#include "ui/common/deskstyle.h"

#include "ui/common/icons.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal radius = 6;

QRectF crisp(const QRect &rect)
{
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

bool isPrimary(const QStyleOption &option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    return button && button->features.testFlag(QStyleOptionButton::DefaultButton);
}

void drawFocusRing(QPainter &painter, const QRect &rect, const QColor &colour)
{
    painter.setPen(QPen(colour, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
}

} // namespace

DeskStyle::DeskStyle()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

void DeskStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void DeskStyle::drawButton(const QStyleOption &option, QPainter &painter) const
{
    const Tones &tones = Tones::of(option.palette);
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool pressed = option.state.testAnyFlags(State_Sunken | State_On);
    const bool hover = enabled && option.state.testFlag(State_MouseOver);
    const bool primary = enabled && isPrimary(option);
    QColor fill = primary ? tones.accent : tones.surface;
    if (!enabled)
        fill = tones.page;
    else if (primary && (hover || pressed))
        fill = fill.lighter(pressed ? 85 : 92);
    else if (hover || pressed)
        fill = tones.accentSoft;
    painter.setPen(primary ? fill : (enabled ? tones.edge : tones.line));
    painter.setBrush(fill);
    painter.drawRoundedRect(crisp(option.rect), radius, radius);
    if (option.state.testFlag(State_HasFocus)) {
        drawFocusRing(painter, option.rect, tones.accent);
        if (primary) {
            painter.setPen(QPen(tones.onAccent, 1.5));
            painter.drawRoundedRect(QRectF(option.rect).adjusted(3.5, 3.5, -3.5, -3.5), radius - 2, radius - 2);
        }
    }
}

void DeskStyle::drawField(const QStyleOption &option, QPainter &painter) const
{
    const Tones &tones = Tones::of(option.palette);
    const bool enabled = option.state.testFlag(State_Enabled);
    painter.setPen(enabled ? tones.edge : tones.line);
    painter.setBrush(enabled ? tones.surface : tones.page);
    painter.drawRoundedRect(crisp(option.rect), radius, radius);
    if (option.state.testFlag(State_HasFocus))
        drawFocusRing(painter, option.rect, tones.accent);
}

void DeskStyle::drawIndicator(const QStyleOption &option, QPainter &painter, bool round) const
{
    const Tones &tones = Tones::of(option.palette);
    const bool on = option.state.testFlag(State_On);
    const bool enabled = option.state.testFlag(State_Enabled);
    const QRectF box = crisp(option.rect);
    painter.setPen(QPen(on && enabled ? tones.accent : tones.edge, 1.2));
    painter.setBrush(on && enabled && !round ? tones.accent : tones.surface);
    if (round) {
        painter.drawEllipse(box);
        if (on) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(enabled ? tones.accent : tones.muted);
            painter.drawEllipse(box.adjusted(4, 4, -4, -4));
        }
        return;
    }
    painter.drawRoundedRect(box, 3, 3);
    if (on)
        paintIcon(painter, Icon::Check, box.adjusted(1, 1, -1, -1), enabled ? tones.onAccent : tones.muted);
}

void DeskStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const Tones &tones = Tones::of(option->palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    bool done = true;
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(*option, *painter);
        break;
    case PE_PanelButtonTool:
        if (option->state.testAnyFlags(State_MouseOver | State_Sunken | State_On) ||
            !option->state.testFlag(State_AutoRaise)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(tones.accentSoft);
            painter->drawRoundedRect(option->rect, radius, radius);
        }
        break;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            drawField(*option, *painter);
        break;
    case PE_FrameLineEdit:
        break; // Drawn with the panel.
    case PE_Frame:
        painter->setPen(tones.line);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(crisp(option->rect), 2, 2);
        break;
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractItemView *>(widget))
            drawFocusRing(*painter, option->rect, tones.accent);
        break;
    case PE_IndicatorCheckBox:
        drawIndicator(*option, *painter, false);
        break;
    case PE_IndicatorRadioButton:
        drawIndicator(*option, *painter, true);
        break;
    case PE_PanelItemViewItem: {
        const bool selected = option->state.testFlag(State_Selected);
        const bool focused = widget && widget->hasFocus();
        if (selected)
            painter->fillRect(option->rect, tones.accentSoft);
        else if (option->state.testFlag(State_MouseOver))
            painter->fillRect(option->rect, tones.page);
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        const bool first = item && item->index.column() == 0;
        if (selected && first)
            painter->fillRect(QRect(option->rect.topLeft(), QSize(3, option->rect.height())),
                              focused ? tones.accent : tones.edge);
        break;
    }
    default: // Everything else is Fusion's.
        done = false;
        break;
    }
    painter->restore();
    if (!done)
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void DeskStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const Tones &tones = Tones::of(option->palette);
    if (element == CE_PushButtonLabel && isPrimary(*option) && option->state.testFlag(State_Enabled)) {
        QStyleOptionButton button = *qstyleoption_cast<const QStyleOptionButton *>(option);
        button.palette.setColor(QPalette::ButtonText, tones.onAccent);
        return QProxyStyle::drawControl(element, &button, painter, widget);
    }
    if (element == CE_ItemViewItem) {
        QStyleOptionViewItem item = *qstyleoption_cast<const QStyleOptionViewItem *>(option);
        item.palette.setColor(QPalette::HighlightedText, tones.text);
        return QProxyStyle::drawControl(element, &item, painter, widget);
    }
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        painter->fillRect(option->rect, tones.surface);
        painter->setPen(tones.line);
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    if (element == CE_ProgressBarGroove) {
        painter->fillRect(option->rect, tones.line);
        return;
    }
    if (element == CE_ProgressBarContents) {
        const auto &bar = *qstyleoption_cast<const QStyleOptionProgressBar *>(option);
        const double part = bar.maximum > bar.minimum
                                ? static_cast<double>(bar.progress - bar.minimum) / (bar.maximum - bar.minimum)
                                : 0;
        painter->fillRect(QRectF(bar.rect.x(), bar.rect.y(), bar.rect.width() * part, bar.rect.height()), tones.accent);
        return;
    }
    if (element == CE_HeaderLabel) {
        QStyleOptionHeader header = *qstyleoption_cast<const QStyleOptionHeader *>(option);
        header.palette.setColor(QPalette::ButtonText, tones.muted);
        return QProxyStyle::drawControl(element, &header, painter, widget);
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void DeskStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                   const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    const bool plainCombo = control == CC_ComboBox && combo && !combo->editable;
    const bool scrollBar = control == CC_ScrollBar && bar;
    if (!plainCombo && !scrollBar)
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (plainCombo)
        drawCombo(*combo, *painter);
    else
        drawScrollBar(*bar, *painter, widget);
    painter->restore();
}

void DeskStyle::drawCombo(const QStyleOptionComboBox &combo, QPainter &painter) const
{
    const Tones &tones = Tones::of(combo.palette);
    drawField(combo, painter);
    const QPointF middle(combo.rect.right() - 2 * spacing + 2, combo.rect.center().y() + 0.5);
    painter.setPen(QPen(tones.muted, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)});
}

void DeskStyle::drawScrollBar(const QStyleOptionSlider &bar, QPainter &painter, const QWidget *widget) const
{
    const Tones &tones = Tones::of(bar.palette);
    painter.fillRect(bar.rect, tones.surface);
    if (bar.maximum <= bar.minimum)
        return;
    const bool hot = bar.state.testFlag(State_MouseOver) || bar.state.testFlag(State_Sunken);
    const QRectF thumb = QRectF(subControlRect(CC_ScrollBar, &bar, SC_ScrollBarSlider, widget)).adjusted(2, 2, -2, -2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(hot ? tones.muted : tones.edge);
    const qreal round = std::min(thumb.width(), thumb.height()) / 2;
    painter.drawRoundedRect(thumb, round, round);
}

/// A scroll bar is all groove: its arrows are keys.
QRect DeskStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                const QWidget *widget) const
{
    const QRect usual = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return usual.adjusted(spacing / 2, 0, 0, 0);
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return usual;
    const bool upright = bar->orientation == Qt::Vertical;
    const int length = upright ? bar->rect.height() : bar->rect.width();
    const int range = bar->maximum - bar->minimum;
    const double shown = range > 0 ? static_cast<double>(bar->pageStep) / (range + bar->pageStep) : 1.0;
    const int thumb = std::min(length, std::max(static_cast<int>(length * shown), 3 * spacing));
    const int at =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb, bar->upsideDown);
    const auto stretch = [&](int from, int to) {
        const QRect along =
            upright ? QRect(0, from, bar->rect.width(), to - from) : QRect(from, 0, to - from, bar->rect.height());
        return visualRect(bar->direction, bar->rect, along.translated(bar->rect.topLeft()));
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return stretch(at, at + thumb);
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSubPage:
        return stretch(0, at);
    case SC_ScrollBarAddPage:
        return stretch(at + thumb, length);
    default: // No arrows, no first and last buttons.
        return {};
    }
}

QSize DeskStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result.rwidth() += 2 * spacing;
        result.setHeight(std::max(result.height(), minimumTarget + 2));
        break;
    case CT_LineEdit:
    case CT_ComboBox:
        result.setHeight(std::max(result.height(), minimumTarget + 2));
        break;
    case CT_ToolButton:
        result = result.expandedTo(QSize(minimumTarget, minimumTarget));
        break;
    case CT_CheckBox:
    case CT_RadioButton:
    case CT_HeaderSection:
        result.setHeight(std::max(result.height(), minimumTarget));
        break;
    default: // The others are as large as Fusion makes them.
        break;
    }
    return result;
}

QRect DeskStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? rect.adjusted(spacing / 2, 0, -spacing / 2, 0) : rect;
}

int DeskStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return spacing;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return 2 * spacing;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_FocusFrameHMargin: // also the air beside the text of a cell
        return spacing - 1;
    case PM_HeaderMargin:
        return spacing;
    case PM_ScrollBarExtent:
        return spacing + 4;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default: // The others are Fusion's.
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int DeskStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
        return 0;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022; // A bullet.
    case SH_FormLayoutLabelAlignment:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    default: // The others are Fusion's.
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

} // namespace consent::ui

#pragma once

#include <QProxyStyle>

class QStyleOptionComboBox;
class QStyleOptionSlider;

namespace consent::ui {

/// Fusion, drawn flatter and calmer: one accent, hairlines, a focus ring that can't be missed, targets of 32 and more.
class DeskStyle : public QProxyStyle
{
    Q_OBJECT

public:
    DeskStyle();

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *result) const override;

private:
    void drawButton(const QStyleOption &option, QPainter &painter) const;
    void drawField(const QStyleOption &option, QPainter &painter) const;
    void drawCombo(const QStyleOptionComboBox &combo, QPainter &painter) const;
    void drawScrollBar(const QStyleOptionSlider &bar, QPainter &painter, const QWidget *widget) const;
    void drawIndicator(const QStyleOption &option, QPainter &painter, bool round) const;
};

} // namespace consent::ui

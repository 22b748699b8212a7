#include "ui/common/typography.h"

#include <QFontDatabase>
#include <QStringList>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

QStringList families()
{
    static const QStringList chosen = [] {
        const QStringList preferred = {u"NanumGothic"_s,       u"Noto Sans CJK KR"_s,    u"Noto Sans KR"_s,
                                       u"Malgun Gothic"_s,     u"Apple SD Gothic Neo"_s, u"NanumBarunGothic"_s,
                                       u"Source Han Sans KR"_s};
        QStringList found;
        for (const QString &family : preferred) {
            if (QFontDatabase::hasFamily(family))
                found.append(family);
        }
        found.append(QFontDatabase::systemFont(QFontDatabase::GeneralFont).family());
        return found;
    }();
    return chosen;
}

QFont fontOf(double points, QFont::Weight weight = QFont::Normal)
{
    QFont font;
    font.setFamilies(families());
    font.setPointSizeF(points);
    font.setWeight(weight);
    font.setStyleHint(QFont::SansSerif);
    return font;
}

} // namespace

QFont baseFont()
{
    return fontOf(basePoints);
}
QFont titleFont()
{
    return fontOf(16.0, QFont::Bold);
}
QFont smallFont()
{
    return fontOf(9.5);
}
QFont clauseFont()
{
    return fontOf(clausePoints);
}
QFont figureFont()
{
    return fontOf(26.0, QFont::Bold);
}

bool hasKoreanFont()
{
    return !QFontDatabase::families(QFontDatabase::Korean).isEmpty();
}

} // namespace consent::ui

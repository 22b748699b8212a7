#include "ui/contacts/stopchoices.h"

#include "ui/common/typography.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int keyedItems = 9;

struct Way
{
    domain::Channel channel;
    int key;
    QLatin1StringView word;
};
constexpr std::array ways{Way{domain::Channel::Phone, Qt::Key_P, "P"_L1}, Way{domain::Channel::Sms, Qt::Key_S, "S"_L1},
                          Way{domain::Channel::Email, Qt::Key_E, "E"_L1},
                          Way{domain::Channel::Post, Qt::Key_L, "L"_L1}};

} // namespace

StopChoices::StopChoices(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"stopChoices"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

QCheckBox *StopChoices::addBox(const QString &key, const QString &text, const QString &name, QVBoxLayout &into)
{
    auto *box = new QCheckBox(key.isEmpty() ? text : key + u"   "_s + text, m_boxes);
    box->setObjectName(name);
    box->setAccessibleName(text);
    box->setMinimumHeight(minimumTarget);
    into.addWidget(box);
    connect(box, &QCheckBox::clicked, this, &StopChoices::changed);
    return box;
}

void StopChoices::offer(const std::vector<desk::ItemState> &items)
{
    delete m_boxes;
    m_items.clear();
    m_channels.clear();
    m_boxes = new QWidget(this);
    auto *column = new QVBoxLayout(m_boxes);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    layout()->addWidget(m_boxes);
    m_all = addBox(u"0"_s, tr("Everything optional"), u"stopAll"_s, *column);
    m_all->setChecked(items.empty());
    QStringList mandatory;
    int number = 0;
    for (const desk::ItemState &item : items) {
        if (item.mandatory) {
            mandatory.append(item.title);
            continue;
        }
        ++number;
        const bool counts = item.status == domain::ConsentStatus::Granted;
        QCheckBox *box = addBox(number <= keyedItems ? QString::number(number) : QString(),
                                counts ? item.title : tr("%1 (%2)").arg(item.title, domain::label(item.status)),
                                u"stopItem%1"_s.arg(number), *column);
        m_items.push_back({item.code, box});
        connect(box, &QCheckBox::clicked, m_all, [all = m_all] { all->setChecked(false); });
    }
    for (const Way &way : ways) {
        QCheckBox *box = addBox(way.word, tr("All advertising: %1").arg(domain::label(way.channel)),
                                u"stopWay"_s + way.word, *column);
        m_channels.push_back({way.channel, way.key, box});
        connect(box, &QCheckBox::clicked, m_all, [all = m_all] { all->setChecked(false); });
    }
    if (!mandatory.isEmpty()) {
        auto *why = new QLabel(
            tr("%1: needed for the service itself, and ends only by leaving it.").arg(mandatory.join(u", "_s)),
            m_boxes);
        why->setObjectName(u"stopMandatory"_s);
        why->setWordWrap(true);
        why->setForegroundRole(QPalette::PlaceholderText);
        column->addWidget(why);
    }
    m_boxes->show();
}

desk::Ending StopChoices::ending() const
{
    desk::Ending ending;
    if (m_all == nullptr)
        return ending;
    ending.allOptional = m_all->isChecked();
    if (ending.allOptional)
        return ending;
    for (const ItemBox &item : m_items) {
        if (item.box->isChecked())
            ending.items.append(item.code);
    }
    for (const ChannelBox &channel : m_channels) {
        if (channel.box->isChecked())
            ending.channels.push_back(channel.channel);
    }
    return ending;
}

bool StopChoices::isEmpty() const
{
    const desk::Ending chosen = ending();
    return !chosen.allOptional && chosen.items.isEmpty() && chosen.channels.empty();
}

bool StopChoices::takeKey(int key)
{
    if (m_all == nullptr)
        return false;
    if (key == Qt::Key_0) {
        m_all->click();
        return true;
    }
    const int number = key - Qt::Key_0;
    if (number >= 1 && number <= std::min(keyedItems, int(m_items.size()))) {
        m_items[size_t(number - 1)].box->click();
        return true;
    }
    const auto way = std::ranges::find(m_channels, key, &ChannelBox::key);
    if (way == m_channels.end())
        return false;
    way->box->click();
    return true;
}

void StopChoices::takeFocus()
{
    if (m_all != nullptr)
        m_all->setFocus(Qt::OtherFocusReason);
}

} // namespace consent::ui

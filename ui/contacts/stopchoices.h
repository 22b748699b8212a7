#pragma once

#include "desk/contacts/contactviews.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QVBoxLayout;

namespace consent::ui {

/// What of a person's consent can end, each with its key: 0 everything optional, 1 to 9 the items, P S E L everything
/// on a way. Mandatory items are named with what they would need instead.
class StopChoices : public QWidget
{
    Q_OBJECT

public:
    explicit StopChoices(QWidget *parent = nullptr);

    /// @param items empty where nobody is known: then everything optional is ticked, and the ways can be told apart
    void offer(const std::vector<desk::ItemState> &items);
    desk::Ending ending() const;
    bool isEmpty() const;
    /// @return whether the key is one of its own.
    bool takeKey(int key);
    void takeFocus();

Q_SIGNALS:
    void changed();

private:
    QCheckBox *addBox(const QString &key, const QString &text, const QString &name, QVBoxLayout &into);

    struct ItemBox
    {
        QString code;
        QCheckBox *box;
    };
    struct ChannelBox
    {
        domain::Channel channel;
        int key;
        QCheckBox *box;
    };

    QWidget *m_boxes = nullptr;
    QCheckBox *m_all = nullptr;
    std::vector<ItemBox> m_items;
    std::vector<ChannelBox> m_channels;
};

} // namespace consent::ui

#pragma once

#include "desk/calls/callviews.h"
#include "ui/call/sidepanel.h"

#include <vector>

class QCheckBox;

namespace consent::ui {

/// Opting out in three keys: F2, the number of the item (or 0 for everything optional), Enter.
class OptOutPanel : public SidePanel
{
    Q_OBJECT

public:
    explicit OptOutPanel(QWidget *parent = nullptr);

    /// Offers the optional items; keeps what is ticked.
    void offer(const std::vector<desk::ItemState> &items);
    void open() override;
    void submit() override;

Q_SIGNALS:
    /// @param codes empty for everything optional
    void optOutConfirmed(const QStringList &codes);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void retranslate() override;

private:
    struct Choice
    {
        QString code;
        QCheckBox *box;
    };

    QCheckBox *addBox(int number, const QString &text, const QString &name);
    bool takeKey(const QKeyEvent &event);
    void tickAll(bool ticked);

    std::vector<desk::ItemState> m_items;
    std::vector<Choice> m_choices;
    QCheckBox *m_all = nullptr;
};

} // namespace consent::ui

#include "ui/call/optoutpanel.h"

#include "ui/common/typography.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int keyedChoices = 9;

QStringList codesOf(const std::vector<desk::ItemState> &items)
{
    QStringList codes;
    for (const desk::ItemState &item : items)
        codes += item.code + QString::number(static_cast<int>(item.status)) + item.title;
    return codes;
}

} // namespace

OptOutPanel::OptOutPanel(QWidget *parent)
    : SidePanel(u"optOutPanel"_s, parent)
{
    body().setAlignment(Qt::AlignTop);
    retranslate();
}

QCheckBox *OptOutPanel::addBox(int number, const QString &text, const QString &name)
{
    auto *box = new QCheckBox(number <= keyedChoices ? u"%1   %2"_s.arg(number).arg(text) : text, this);
    box->setObjectName(name);
    box->setAccessibleName(text);
    box->setMinimumHeight(minimumTarget);
    box->installEventFilter(this);
    body().addWidget(box);
    return box;
}

void OptOutPanel::offer(const std::vector<desk::ItemState> &items)
{
    std::vector<desk::ItemState> optional;
    std::ranges::copy_if(items, std::back_inserter(optional), [](const auto &item) { return !item.mandatory; });
    if (codesOf(optional) == codesOf(m_items))
        return;
    m_items = std::move(optional);
    delete m_all;
    for (const Choice &choice : m_choices)
        delete choice.box;
    m_choices.clear();
    m_all = addBox(0, tr("Everything optional"), u"optOutAll"_s);
    connect(m_all, &QCheckBox::clicked, this, &OptOutPanel::tickAll);
    int number = 0;
    for (const desk::ItemState &item : m_items) {
        ++number;
        const bool done = item.status == domain::ConsentStatus::OptedOut;
        QCheckBox *box =
            addBox(number, done ? tr("%1 (opted out)").arg(item.title) : item.title, u"optOut%1"_s.arg(number));
        box->setEnabled(!done);
        connect(box, &QCheckBox::clicked, m_all, [all = m_all] { all->setChecked(false); });
        m_choices.push_back({item.code, box});
    }
}

void OptOutPanel::tickAll(bool ticked)
{
    for (const Choice &choice : m_choices) {
        if (choice.box->isEnabled())
            choice.box->setChecked(ticked);
    }
}

void OptOutPanel::open()
{
    setFault({});
    if (m_all) {
        m_all->setChecked(false);
        tickAll(false);
        m_all->setFocus(Qt::OtherFocusReason);
    }
}

void OptOutPanel::submit()
{
    if (isBusy() || !m_all)
        return;
    QStringList codes;
    for (const Choice &choice : m_choices) {
        if (choice.box->isEnabled() && choice.box->isChecked())
            codes += choice.code;
    }
    if (m_all->isChecked())
        Q_EMIT optOutConfirmed({});
    else if (codes.isEmpty())
        setFault(tr("Choose with the number keys what to opt out of."));
    else
        Q_EMIT optOutConfirmed(codes);
}

bool OptOutPanel::takeKey(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        submit();
        return true;
    }
    const int number = event.key() - Qt::Key_0;
    if (number < 0 || number > keyedChoices || !m_all)
        return false;
    setFault({});
    if (number == 0)
        m_all->click();
    else if (number <= static_cast<int>(m_choices.size()))
        m_choices[static_cast<size_t>(number - 1)].box->click();
    return true;
}

void OptOutPanel::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(*event))
        SidePanel::keyPressEvent(event);
}

bool OptOutPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && takeKey(*static_cast<QKeyEvent *>(event)))
        return true;
    return SidePanel::eventFilter(watched, event);
}

void OptOutPanel::retranslate()
{
    setWords(tr("Opt-out"), tr("Written at once and kept whatever becomes of the call. Only a new consent undoes it."),
             tr("Opt out now (Enter)"));
    const std::vector<desk::ItemState> items = std::exchange(m_items, {});
    offer(items);
}

} // namespace consent::ui

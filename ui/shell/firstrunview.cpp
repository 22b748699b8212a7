#include "ui/shell/firstrunview.h"

#include "ui/common/inlinenotice.h"
#include "ui/common/typography.h"
#include "ui/shell/choicebutton.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

FirstRunView::FirstRunView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_sample(new ChoiceButton(Icon::Play, this))
    , m_setUp(new ChoiceButton(Icon::Desktop, this))
    , m_central(new ChoiceButton(Icon::Server, this))
    , m_notice(new InlineNotice(this))
    , m_progressText(new QLabel(this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(u"firstRunView"_s);
    m_sample->setObjectName(u"chooseSample"_s);
    m_setUp->setObjectName(u"chooseSetUp"_s);
    m_central->setObjectName(u"chooseCentralStore"_s);
    m_progress->setObjectName(u"sampleProgress"_s);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(spacing);
    m_progressText->setForegroundRole(QPalette::PlaceholderText);
    m_title->setFont(titleFont());
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(spacing);
    column->addWidget(m_sample);
    column->addWidget(m_setUp);
    column->addWidget(m_central);
    column->addSpacing(spacing);
    column->addWidget(m_notice);
    column->addWidget(m_progressText);
    column->addWidget(m_progress);
    setFocusProxy(m_sample);
    connect(m_sample, &ChoiceButton::clicked, this, &FirstRunView::sampleChosen);
    connect(m_setUp, &ChoiceButton::clicked, this, &FirstRunView::setUpChosen);
    connect(m_central, &ChoiceButton::clicked, this, &FirstRunView::centralStoreChosen);
    showChoices();
    retranslate();
}

void FirstRunView::showProgress(int done, int total)
{
    for (ChoiceButton *button : {m_sample, m_setUp, m_central})
        button->setEnabled(false);
    m_notice->dismiss();
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    m_progressText->setText(
        tr("Preparing sample people: %1 of %2").arg(QLocale().toString(done), QLocale().toString(total)));
    m_progress->setAccessibleName(m_progressText->text());
    m_progressText->show();
    m_progress->show();
}

void FirstRunView::showChoices(const QString &fault)
{
    for (ChoiceButton *button : {m_sample, m_setUp, m_central})
        button->setEnabled(true);
    m_progress->hide();
    m_progressText->hide();
    if (fault.isEmpty())
        m_notice->dismiss();
    else
        m_notice->say(InlineNotice::Level::Error, fault);
}

void FirstRunView::retranslate()
{
    m_title->setText(tr("How would you like to begin?"));
    m_text->setText(tr("Everything this program keeps stays encrypted on this PC."));
    m_sample->setTexts(tr("Try it on this PC"),
                       tr("Made-up people and a sample script. Nothing to enter, and it can be thrown away."), u"1"_s);
    m_setUp->setTexts(tr("Set up this PC for work"),
                      tr("Make an encrypted store for your company on this PC, with you as its first user."), u"2"_s);
    m_central->setTexts(tr("Connect to a central store"), tr("For companies where several desks work together."),
                        u"3"_s);
}

void FirstRunView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui

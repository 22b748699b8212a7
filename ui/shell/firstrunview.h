#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace consent::ui {

class ChoiceButton;
class InlineNotice;

/// The first thing a person sees on a new PC: three ways to begin.
class FirstRunView : public QWidget
{
    Q_OBJECT

public:
    explicit FirstRunView(QWidget *parent = nullptr);

    /// The sample desk is being made; the choices wait.
    void showProgress(int done, int total);
    /// Back to the choices, with a sentence where something went wrong.
    void showChoices(const QString &fault = {});

Q_SIGNALS:
    void sampleChosen();
    void setUpChosen();
    void centralStoreChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QLabel *m_text;
    ChoiceButton *m_sample;
    ChoiceButton *m_setUp;
    ChoiceButton *m_central;
    InlineNotice *m_notice;
    QLabel *m_progressText;
    QProgressBar *m_progress;
};

} // namespace consent::ui

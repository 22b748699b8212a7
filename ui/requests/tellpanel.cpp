#include "ui/requests/tellpanel.h"

#include "ui/common/formfield.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace consent::ui {

using namespace Qt::StringLiterals;
using domain::RequestChannel;

TellPanel::TellPanel(QWidget *parent)
    : RequestPanel(u"tellPanel"_s, parent)
    , m_channel(new QComboBox)
    , m_channelField(new FormField(m_channel, this))
    , m_paper(new QComboBox)
    , m_paperField(new FormField(m_paper, this))
    , m_note(new QLineEdit)
    , m_noteField(new FormField(m_note, this))
{
    m_channel->setObjectName(u"tellChannel"_s);
    m_paper->setObjectName(u"tellPaper"_s);
    m_note->setObjectName(u"tellNote"_s);
    m_note->setMaxLength(200);
    for (FormField *field : {m_channelField, m_paperField, m_noteField})
        body().addWidget(field);
    TellPanel::retranslate();
}

void TellPanel::offerChannels()
{
    const int before = std::max(m_channel->currentIndex(), 0);
    m_channel->clear();
    for (const RequestChannel channel : {RequestChannel::Phone, RequestChannel::Visit, RequestChannel::Email})
        m_channel->addItem(domain::label(channel), static_cast<int>(channel));
    m_channel->setCurrentIndex(before);
}

void TellPanel::prepare(const desk::RequestView &request, const std::vector<desk::PaperSummary> &papers)
{
    setFault({});
    setBusy(false);
    m_note->clear();
    m_papers = papers;
    m_channel->setCurrentIndex(m_channel->findData(static_cast<int>(request.summary.channel)));
    m_paper->clear();
    for (const desk::PaperSummary &paper : m_papers)
        m_paper->addItem(u"%1 · %2"_s.arg(desk::label(paper.kind), paper.number));
    m_paper->addItem(tr("Without a paper"));
    m_paperField->setHint(m_papers.empty() ? tr("No paper is made out yet: F9 makes one.") : QString());
    m_channel->setFocus();
}

RequestMove TellPanel::move() const
{
    RequestMove move;
    move.step = domain::RequestStep::TellResult;
    move.told.channel = static_cast<RequestChannel>(m_channel->currentData().toInt());
    const int paper = m_paper->currentIndex();
    if (paper >= 0 && paper < static_cast<int>(m_papers.size())) {
        move.told.documentNumber = m_papers[static_cast<std::size_t>(paper)].number;
        move.told.documentSha256 = m_papers[static_cast<std::size_t>(paper)].sha256;
    }
    move.told.note = m_note->text().trimmed();
    return move;
}

void TellPanel::retranslate()
{
    RequestPanel::retranslate();
    setTitle(tr("Told"), tr("The person was told"));
    setHelp(tr("With this the request is over."));
    m_channelField->setLabel(tr("How"));
    m_paperField->setLabel(tr("With which paper"));
    m_noteField->setLabel(tr("Note"));
    offerChannels();
}

} // namespace consent::ui

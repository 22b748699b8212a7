#include "fakecall.h"

#include "desk/calls/callpresentation.h"
#include "ui/call/guardianpanel.h"
#include "ui/call/optoutpanel.h"
#include "ui/call/scriptview.h"

#include <QFile>

using namespace consent;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 beganMs = 1'795'400'000'000; // 2026-11-23 in Korea

QByteArray resource(const QString &name)
{
    QFile file(QStringLiteral(CONSENT_SOURCE_DIR) + u"/resources/"_s + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    Q_UNUSED(opened)
    return file.readAll();
}

} // namespace

FakeCall::FakeCall(ui::CallPage &page)
    : QObject(&page)
    , m_page(page)
    , m_organisation(domain::Organisation::parse(resource(u"organisation.json"_s)).value())
{
    m_documents.script =
        std::make_shared<const domain::Script>(domain::Script::parse(resource(u"scripts/phone-join.json"_s)).value());
    m_documents.scriptReference = {m_documents.script->code(), u"1"_s, QString(64, u'a')};
    m_documents.noticeReference = {u"1"_s, {}, QString(64, u'b')};
    using Page = ui::CallPage;
    connect(&page, &Page::nextPressed, this, [this] { did(m_call->next(m_nowMs += stepMs)); });
    connect(&page, &Page::answered, this,
            [this](domain::Decision decision) { did(m_call->answer(decision, m_nowMs += stepMs)); });
    connect(&page, &Page::backPressed, this, [this] { did(m_call->back(m_nowMs += stepMs)); });
    connect(&page, &Page::endPressed, this, [this] { did(m_call->toSummary(m_nowMs += stepMs)); });
    connect(&page, &Page::backToScriptRequested, this, [this] { did(m_call->backToScript()); });
    connect(&page, &Page::languageToggled, this, [this] {
        did(m_call->setLanguage(m_state.language == domain::Language::Korean ? domain::Language::English
                                                                             : domain::Language::Korean));
    });
    connect(&page, &Page::noteChanged, this, [this](const QString &note) { did(m_call->setNote(note)); });
    connect(&page, &Page::guardianEntered, this, [this](const domain::Guardian &guardian) {
        const auto set = m_call->setGuardian(guardian);
        if (set) {
            m_page.script().closePanel();
            show();
        } else {
            m_page.script().guardian().setFieldFault(guardian.name.isEmpty() ? domain::SubjectField::GuardianName
                                                                             : domain::SubjectField::GuardianPhone,
                                                     set.error().message);
        }
    });
    connect(&page, &Page::optOutConfirmed, this, [this](const QStringList &codes) {
        ++optOuts;
        optedOutCodes = codes;
        m_page.script().closePanel();
        did(m_call->optedOut(codes, m_nowMs += stepMs));
    });
    connect(&page, &Page::saveRequested, this, &FakeCall::save);
    connect(&page, &Page::discardRequested, this, [this] {
        ++discarded;
        m_page.showWaiting();
    });
    connect(&page, &Page::nextCallRequested, this, [this] { m_page.showWaiting(); });
}

domain::Subject FakeCall::known()
{
    domain::Subject subject;
    subject.id = SubjectId::create();
    subject.name = u"홍길동"_s;
    subject.phone = u"01000001234"_s;
    subject.birthDate = QDate(1985, 5, 5);
    subject.state = domain::MembershipState::Joined;
    return subject;
}

void FakeCall::begin(const domain::Subject &subject, const desk::CallOptions &options, bool isNew)
{
    desk::CallInProgress::Beginning beginning;
    beginning.subject = subject;
    beginning.newSubject = isNew;
    for (const domain::ConsentItem &item : m_documents.script->items()) {
        desk::ItemState state{
            item.code, item.title.ko, item.mandatory, item.category, item.channel, domain::ConsentStatus::None, {}};
        if (!isNew && item.code == u"ads.sms")
            state.status = domain::ConsentStatus::OptedOut;
        else if (!isNew && item.mandatory)
            state.status = domain::ConsentStatus::Granted;
        beginning.known.push_back(state);
    }
    beginning.options = options;
    beginning.agent.name = u"김상담"_s;
    beginning.at = fromMs(beganMs);
    m_nowMs = 0;
    m_call.emplace(desk::CallInProgress::begin(m_documents, m_organisation, std::move(beginning)).value());
    show();
}

void FakeCall::did(const Result<void> &result)
{
    m_refusal = result ? QString() : result.error().message;
    if (!result)
        m_page.sayError(result.error().message);
    show();
}

void FakeCall::show()
{
    m_state = desk::presentCall(*m_call);
    m_page.showCall(m_state);
}

void FakeCall::save()
{
    ++saves;
    m_state.stage = desk::CallState::Stage::Saving;
    m_page.showCall(m_state);
}

void FakeCall::finishSaving()
{
    if (!durable) {
        m_page.sayError(u"디스크에 자리가 없어 저장하지 못했습니다."_s);
        show();
        return;
    }
    savedNote = m_call->note();
    desk::SavedCall saved;
    saved.receipt.number = u"261123-7K3QX-0042-M"_s;
    saved.receipt.at = fromMs(beganMs);
    saved.receipt.subjectName = m_state.subject.name;
    saved.receipt.maskedPhone = m_state.subject.maskedPhone;
    saved.receipt.method = domain::label(m_state.method);
    saved.receipt.noticeLine = u"개인정보 처리방침 1호 (2017-11-14 시행)"_s;
    saved.receipt.withdrawalLine = u"동의는 고객센터 02-587-3235로 언제든지 철회할 수 있습니다."_s;
    for (const desk::AnswerRow &answer : desk::presentCall(*m_call).answers) {
        desk::ReceiptDocument::Item item;
        item.title = answer.itemTitle;
        item.mandatory = answer.mandatory;
        item.decision = answer.decision;
        saved.receipt.items.push_back(item);
    }
    m_page.showReceipt(saved, u"/home/agent/문서"_s);
}

#include "fakelog.h"

#include <algorithm>
#include <memory>

using namespace consent;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 newestMs = 1'790'000'000'000; // 2026-09-21
constexpr qint64 betweenMs = 61'000;

} // namespace

template <typename T> QFuture<Result<T>> FakeLog::reply(T value)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    Result<T> result = m_failure ? Result<T>(*std::exchange(m_failure, std::nullopt)) : Result<T>(std::move(value));
    const auto answer = [promise, result] {
        promise->addResult(result);
        promise->finish();
    };
    if (m_held)
        m_waiting.push_back(answer);
    else
        answer();
    return promise->future();
}

void FakeLog::release()
{
    m_held = false;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &answer : waiting)
        answer();
}

QString FakeLog::receiptAt(qint64 number)
{
    return u"R-%1"_s.arg(number, 8, 10, QChar(u'0'));
}

desk::LogRow FakeLog::rowAt(qint64 number)
{
    desk::LogRow row;
    row.event = *EventId::fromString(u"01900000-0000-7000-8000-%1"_s.arg(number, 12, 16, QChar(u'0')));
    row.at = fromMs(newestMs - number * betweenMs);
    row.subjectMaskedName = number % 3 == 0 ? u"홍*동"_s : u"김*수"_s;
    row.agentName = u"김상담"_s;
    row.method = number % 5 == 0 ? domain::CaptureMethod::PhoneWeb : domain::CaptureMethod::PhoneRead;
    row.outcome = number % 7 == 0 ? domain::ContactOutcome::MandatoryRefused : domain::ContactOutcome::Completed;
    row.granted = static_cast<int>(number % 6);
    row.refused = static_cast<int>(5 - number % 6);
    row.receipt = receiptAt(number);
    row.flagged = number % 11 == 0;
    if (number % 13 == 12) {
        row.kind = desk::LogKind::OptedOut;
        row.granted = row.refused = 0;
        row.ended = 2;
        row.receipt.clear();
    }
    return row;
}

QFuture<Result<qint64>> FakeLog::count(const desk::LogFilter &filter)
{
    lastFilter = filter;
    return reply<qint64>(m_size);
}

QFuture<Result<std::vector<desk::LogRow>>> FakeLog::rows(const desk::LogFilter &, qint64 first, int count)
{
    askedFirst.push_back(first);
    std::vector<desk::LogRow> rows;
    for (qint64 number = first; number < std::min(first + count, m_size); ++number)
        rows.push_back(rowAt(number));
    return reply(std::move(rows));
}

QFuture<Result<desk::RecordView>> FakeLog::open(const EventId &event)
{
    opened = event;
    desk::RecordView record;
    record.row = rowAt(event.toString().right(12).toLongLong(nullptr, 16));
    record.subjectMaskedName = record.row.subjectMaskedName;
    record.maskedPhone = u"010-****-1234"_s;
    record.answers = {{u"collection"_s, u"필수 수집·이용"_s, true, domain::Decision::Granted, 42'300},
                      {u"marketing"_s, u"마케팅 활용"_s, false, domain::Decision::Refused, 61'800},
                      {u"provision"_s, u"제3자 제공 (경찰청)"_s, false, domain::Decision::Granted, 90'100}};
    record.clauses = {{u"인사"_s, 0, 8'000, false},
                      {u"본인 확인"_s, 8'000, 15'200, false},
                      {u"필수 수집·이용"_s, 15'200, 42'300, false},
                      {u"마케팅 활용"_s, 42'300, 46'000, true},
                      {u"제3자 제공"_s, 46'000, 90'100, false}};
    record.flags = {u"조항 4를 읽은 속도가 빠릅니다"_s};
    record.noticeLine = u"개인정보 처리방침 1호 (2017-11-14 시행)"_s;
    record.scriptLine = u"가입 동의 1.0"_s;
    record.device = u"고객센터 PC 1"_s;
    record.sequence = 1042;
    record.eventHash = u"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"_s;
    record.verified = true;
    record.verification = u"서명과 연결을 확인했습니다."_s;
    return reply(std::move(record));
}

QFuture<Result<desk::LogChoices>> FakeLog::choices()
{
    return reply(desk::LogChoices{{{*UserId::fromString(u"01900000-0000-7000-8000-00000000000a"_s), u"김상담"_s},
                                   {*UserId::fromString(u"01900000-0000-7000-8000-00000000000b"_s), u"이상담"_s}},
                                  {{u"marketing"_s, u"마케팅 활용"_s}, {u"provision"_s, u"제3자 제공 (경찰청)"_s}}});
}

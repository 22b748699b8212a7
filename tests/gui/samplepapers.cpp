#include "samplepapers.h"

#include "desk/session/shippedfiles.h"

using namespace consent;
using namespace consent::desk::paperwriting;
using namespace Qt::StringLiterals;

namespace samplepapers {

domain::Organisation organisation()
{
    const auto shipped = domain::Organisation::parse(desk::shippedfiles::organisation());
    if (!shipped)
        qFatal("%s", qPrintable(shipped.error().message));
    return *shipped;
}

Head head(const domain::Organisation &organisation)
{
    return {organisation, domain::Language::Korean, u"261123-7K3QX-0007-M"_s, QDate(2026, 11, 23),
            u"홍길동"_s,  u"010-****-1234"_s};
}

Case request(const QString &kind)
{
    return {kind, u"전화"_s, u"본인"_s, QDate(2026, 11, 16), u"생년월일과 최근 접수 내용 확인"_s};
}

Access access(int consents)
{
    Access access;
    access.data = {{u"이름"_s, u"홍길동"_s},
                   {u"전화번호"_s, u"010-0000-1234"_s},
                   {u"생년월일"_s, u"1990-01-01"_s},
                   {u"이메일"_s, u"hong@example.com"_s}};
    access.uses = {{u"필수 수집·이용"_s, u"가입과 변경, 본인 확인, 고지 사항 전달, 문의와 불만 처리"_s,
                    u"가입 기간과 해지 후 6개월"_s},
                   {u"마케팅 활용"_s, u"상품과 행사 안내"_s, u"가입 기간"_s}};
    access.provisions = {{QDate(2026, 3, 2), u"경찰청"_s, u"신분증 진위 확인"_s, u"이름, 신분증 기재 사항"_s}};
    for (int number = 0; number < consents; ++number)
        access.consents.push_back({u"동의항목 %1"_s.arg(number + 1), u"동의"_s, u"2026-03-02 10:15:20"_s,
                                   u"전화로 읽고 동의"_s, u"260302-7K3QX-0001-K"_s});
    access.notice = u"개인정보 처리방침, 1호 (2017-11-14 시행)"_s;
    return access;
}

std::vector<desk::Paper> everyKind()
{
    static const domain::Organisation company = organisation();
    const Head top = head(company);
    Done done;
    done.at = QDate(2026, 11, 23);
    done.what = {u"요청하신 항목을 정정하였습니다."_s};
    done.changes = {{u"항목"_s, u"정정 전"_s, u"정정 후"_s}, {{u"전화번호"_s, u"010-****-1234"_s, u"010-****-5678"_s}}};
    done.recipientsTold = {u"경찰청"_s};
    done.kept = u"계약과 결제에 관한 기록은 전자상거래법에 따라 5년간 따로 보관합니다."_s;
    return {accessAnswer(top, request(u"열람"_s), access(6)),
            proofOfAccess(top, request(u"열람증명"_s), QDate(2026, 11, 20), u"261120-7K3QX-0003-A"_s,
                          {u"이름"_s, u"전화번호"_s, u"생년월일"_s, u"이메일"_s}),
            refusal(top, request(u"삭제"_s), u"다른 법령에서 정한 기간 동안 보관해야 하는 정보입니다."_s,
                    u"개인정보 보호법 제36조 제1항 단서"_s),
            deferral(top, request(u"열람"_s), u"위임장 원본을 기다리고 있습니다."_s, QDate(2026, 12, 3)),
            resultNotice(top, request(u"정정"_s), done),
            advertisingResult(top, {{u"수신동의"_s, u"문자"_s, QDate(2026, 11, 20), u"처리 완료"_s, true},
                                    {u"수신거부"_s, u"전화"_s, QDate(2026, 11, 20), u"처리 완료"_s, false}})};
}

} // namespace samplepapers

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
    <context>
        <name>Advertising</name>
        <message>
            <source>Keeps it</source>
            <translation>유지</translation>
        </message>
        <message>
            <source>Ends it</source>
            <translation>종료</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>응답 없음</translation>
        </message>
        <message>
            <source>By text message</source>
            <translation>문자</translation>
        </message>
        <message>
            <source>By e-mail</source>
            <translation>이메일</translation>
        </message>
        <message>
            <source>By post</source>
            <translation>우편</translation>
        </message>
        <message>
            <source>By phone</source>
            <translation>전화</translation>
        </message>
        <message>
            <source>In person</source>
            <translation>대면</translation>
        </message>
        <message>
            <source>Another item was meant</source>
            <translation>다른 항목을 누름</translation>
        </message>
        <message>
            <source>Another person was meant</source>
            <translation>다른 사람을 선택함</translation>
        </message>
        <message>
            <source>The person said no such thing</source>
            <translation>고객이 말하지 않은 것임</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>동의</translation>
        </message>
        <message>
            <source>Statute</source>
            <translation>법령</translation>
        </message>
        <message>
            <source>The person's request</source>
            <translation>고객의 요청</translation>
        </message>
    </context>
    <context>
        <name>AuthenticityAnswer</name>
        <message>
            <source>The authenticity service answered with something that is no answer. Ask by other means and enter the reference, and tell your administrator.</source>
            <translation>진위 확인 서비스가 알 수 없는 답을 보냈습니다. 다른 방법으로 확인해 확인 번호를 입력하고 관리자에게 알려 주세요.</translation>
        </message>
    </context>
    <context>
        <name>BackupCheck</name>
        <message>
            <source>Checkpoint %1 in the store</source>
            <translation>저장소의 체크포인트 %1</translation>
        </message>
        <message>
            <source>Checkpoint file %1</source>
            <translation>체크포인트 파일 %1</translation>
        </message>
        <message>
            <source>The store's note of where the chain of PC %1 ends is not where it ends.</source>
            <translation>PC %1의 체인 끝에 대한 저장소의 기록이 실제 끝과 다릅니다.</translation>
        </message>
        <message>
            <source>%1: its list of chains is not the one that was signed.</source>
            <translation>%1: 체인 목록이 서명된 목록과 다릅니다.</translation>
        </message>
        <message>
            <source>%1: no PC of this store signed it, or the PC that did is missing here.</source>
            <translation>%1: 이 저장소의 PC가 서명한 것이 아니거나, 서명한 PC가 여기에 없습니다.</translation>
        </message>
    </context>
    <context>
        <name>BirthDate</name>
        <message>
            <source>Enter the birth date, for example 19850505.</source>
            <translation>생년월일을 입력하세요. 예: 19850505</translation>
        </message>
        <message>
            <source>Enter the birth date as year, month and day, for example 19850505 or 1985-05-05.</source>
            <translation>생년월일을 연월일 순서로 입력하세요. 예: 19850505 또는 1985-05-05</translation>
        </message>
        <message>
            <source>This is too long for a birth date.</source>
            <translation>생년월일로 보기에는 너무 깁니다.</translation>
        </message>
        <message>
            <source>This date does not exist. Check the month and the day.</source>
            <translation>없는 날짜입니다. 월과 일을 확인하세요.</translation>
        </message>
        <message>
            <source>The birth date lies in the future.</source>
            <translation>생년월일이 오늘보다 뒤입니다.</translation>
        </message>
        <message>
            <source>The birth date lies more than %1 years back. Check the year.</source>
            <translation>생년월일이 %1년보다 더 오래전입니다. 연도를 확인하세요.</translation>
        </message>
    </context>
    <context>
        <name>Call</name>
        <message>
            <source>No call is going on.</source>
            <translation>진행 중인 통화가 없습니다.</translation>
        </message>
        <message>
            <source>A call is going on. Save it or end it first; nothing of it is lost.</source>
            <translation>진행 중인 통화가 있습니다. 먼저 저장하거나 종료하세요. 입력한 내용은 그대로 있습니다.</translation>
        </message>
        <message>
            <source>That can't be done at this point of the call. Look at the keys in the bottom line.</source>
            <translation>지금 단계에서는 할 수 없습니다. 아래쪽 줄의 키를 확인하세요.</translation>
        </message>
        <message>
            <source>The person is under 14. Enter the guardian's name and contact first (F3).</source>
            <translation>만 14세 미만입니다. 먼저 법정대리인의 이름과 연락처를 입력하세요(F3).</translation>
        </message>
        <message>
            <source>"%1" was passed faster than it can be spoken. Backspace goes back to read it.</source>
            <translation>‘%1’ 조항을 말할 수 있는 속도보다 빨리 넘겼습니다. Backspace를 누르면 돌아가서 다시 읽을 수 있습니다.</translation>
        </message>
        <message>
            <source>Enter the guardian's name.</source>
            <translation>법정대리인의 이름을 입력하세요.</translation>
        </message>
        <message>
            <source>Only optional items can be opted out of. A mandatory item ends by leaving the service.</source>
            <translation>수신거부는 선택 항목에만 할 수 있습니다. 필수 항목은 해지로만 끝낼 수 있습니다.</translation>
        </message>
        <message>
            <source>The interrupted call can't be read. What was saved before is safe; begin the call anew.</source>
            <translation>중단된 통화를 읽을 수 없습니다. 이전에 저장한 내용은 안전합니다. 통화를 새로 시작하세요.</translation>
        </message>
        <message>
            <source>The interrupted call was held by another script. Begin it anew with the current one.</source>
            <translation>중단된 통화는 다른 스크립트로 진행되었습니다. 현재 스크립트로 새로 시작하세요.</translation>
        </message>
        <message>
            <source>Another call was interrupted and is not saved yet. Go on with it first; nothing of it is lost.</source>
            <translation>아직 저장하지 않은 중단된 통화가 있습니다. 먼저 이어서 진행하세요. 입력한 내용은 그대로 있습니다.</translation>
        </message>
        <message>
            <source>The note is longer than %1 characters and is not kept like this. Shorten it; what you typed is still there.</source>
            <translation>메모가 %1자보다 길어 이대로는 저장되지 않습니다. 줄여 주세요. 입력한 내용은 그대로 있습니다.</translation>
        </message>
        <message>
            <source>Choose how the guardian was verified from the list.</source>
            <translation>법정대리인을 확인한 방법을 목록에서 고르세요.</translation>
        </message>
    </context>
    <context>
        <name>CallHandover</name>
        <message>
            <source>Consent Desk is running but does not answer. Close it, or sign in to the PC again, then start it once more. Nothing that was saved is lost.</source>
            <translation>동의 데스크가 실행 중이지만 응답하지 않습니다. 프로그램을 닫거나 PC에 다시 로그인한 뒤 다시 시작하세요. 저장된 내용은 그대로입니다.</translation>
        </message>
        <message>
            <source>Consent Desk is not running.</source>
            <translation>동의 데스크가 실행 중이 아닙니다.</translation>
        </message>
    </context>
    <context>
        <name>CallRequest</name>
        <message>
            <source>The call's id may have at most %1 letters, digits and - _ . : @ / + =.</source>
            <translation>통화 ID는 영문자, 숫자와 - _ . : @ / + = 만 %1자까지 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>The caller's number can't be read.</source>
            <translation>발신번호를 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>After --call a phone number is expected, for example --call 01000001234.</source>
            <translation>--call 뒤에 전화번호가 필요합니다. 예: --call 01000001234</translation>
        </message>
        <message>
            <source>The call address is longer than %1 characters.</source>
            <translation>통화 주소가 %1자보다 깁니다.</translation>
        </message>
        <message>
            <source>A call address looks like consentdesk://call?from=01000001234&amp;id=7.</source>
            <translation>통화 주소는 consentdesk://call?from=01000001234&amp;id=7 과 같은 형식입니다.</translation>
        </message>
        <message>
            <source>A call address knows only “from” and “id”.</source>
            <translation>통화 주소에는 “from”과 “id”만 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>“%1” stands twice in the call address.</source>
            <translation>통화 주소에 “%1” 항목이 두 번 있습니다.</translation>
        </message>
        <message>
            <source>The call address does not say who calls (from=).</source>
            <translation>통화 주소에 발신번호(from=)가 없습니다.</translation>
        </message>
        <message>
            <source>The line is longer than %1 bytes.</source>
            <translation>줄이 %1바이트보다 깁니다.</translation>
        </message>
        <message>
            <source>One call is one line.</source>
            <translation>통화 한 건은 한 줄이어야 합니다.</translation>
        </message>
        <message>
            <source>The line is no JSON object such as {"from":"01000001234","id":"7"}.</source>
            <translation>{"from":"01000001234","id":"7"} 과 같은 JSON 객체가 아닙니다.</translation>
        </message>
        <message>
            <source>A call line knows only “from” and “id”.</source>
            <translation>통화 줄에는 “from”과 “id”만 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>The line does not say who calls: “from” must be a text.</source>
            <translation>발신번호가 없습니다. “from”은 문자열이어야 합니다.</translation>
        </message>
        <message>
            <source>“id” must be a text.</source>
            <translation>“id”는 문자열이어야 합니다.</translation>
        </message>
    </context>
    <context>
        <name>Central</name>
        <message>
            <source>A key of this PC contradicts one at the central store. Nothing was lost. Call the administrator.</source>
            <translation>이 PC의 키가 중앙 저장소의 키와 서로 다릅니다. 잃은 자료는 없습니다. 시스템 관리자에게 연락하세요.</translation>
        </message>
        <message>
            <source>The central store has no keys for this user. Ask the administrator to set the user up again.</source>
            <translation>중앙 저장소에 이 사용자의 키가 없습니다. 시스템 관리자에게 사용자를 다시 등록해 달라고 요청하세요.</translation>
        </message>
        <message>
            <source>The central store did not understand this PC. Nothing was lost. Update the program on this PC and on the server.</source>
            <translation>중앙 저장소가 이 PC의 요청을 처리하지 못했습니다. 잃은 자료는 없습니다. 이 PC와 서버의 프로그램을 업데이트하세요.</translation>
        </message>
        <message>
            <source>A recording or document of this PC contradicts one at the central store. Nothing was lost. Call the administrator.</source>
            <translation>이 PC의 녹음 또는 문서가 중앙 저장소의 것과 다릅니다. 잃은 자료는 없습니다. 관리자에게 연락하세요.</translation>
        </message>
        <message>
            <source>The central store does not have this recording or document. It may still be on the PC where it was made.</source>
            <translation>중앙 저장소에 이 녹음 또는 문서가 없습니다. 만든 PC에 아직 남아 있을 수 있습니다.</translation>
        </message>
        <message>
            <source>The central store does not permit this to you or to this PC. Nothing was lost. Ask the administrator.</source>
            <translation>중앙 저장소가 이 사용자 또는 이 PC에 이 작업을 허용하지 않습니다. 잃은 자료는 없습니다. 관리자에게 문의하세요.</translation>
        </message>
        <message>
            <source>The central store holds something that is not readable. Nothing on this PC is lost. Call the administrator.</source>
            <translation>중앙 저장소에 읽을 수 없는 내용이 있습니다. 이 PC의 자료는 모두 그대로입니다. 관리자에게 연락하세요.</translation>
        </message>
    </context>
    <context>
        <name>CentralBackupCheckCommand</name>
        <message>
            <source>the central store on PostgreSQL</source>
            <translation>PostgreSQL 중앙 저장소</translation>
        </message>
        <message>
            <source>verify a restored copy: every chain, signature and checkpoint</source>
            <translation>복원한 사본을 검증합니다: 모든 체인, 서명, 체크포인트</translation>
        </message>
        <message>
            <source>a file that "central checkpoint" wrote; may be repeated</source>
            <translation>"central checkpoint"가 기록한 파일. 여러 번 지정할 수 있습니다</translation>
        </message>
        <message>
            <source>FILE</source>
            <translation>파일</translation>
        </message>
        <message>
            <source>The file %1 can't be read.</source>
            <translation>파일 %1을(를) 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>Events verified: %1; checkpoints compared: %2</source>
            <translation>검증한 이벤트: %1건; 비교한 체크포인트: %2개</translation>
        </message>
        <message>
            <source>Every chain is whole in itself. Without a checkpoint nobody can say whether its end is missing.</source>
            <translation>모든 체인은 그 자체로 온전합니다. 체크포인트가 없으면 끝부분이 빠졌는지 알 수 없습니다.</translation>
        </message>
        <message>
            <source>The copy continues every chain and every checkpoint.</source>
            <translation>사본은 모든 체인과 모든 체크포인트를 이어 갑니다.</translation>
        </message>
    </context>
    <context>
        <name>CentralCheckpointCommand</name>
        <message>
            <source>the central store on PostgreSQL</source>
            <translation>PostgreSQL 중앙 저장소</translation>
        </message>
        <message>
            <source>sign, as a privacy officer on this PC, where every chain ends now</source>
            <translation>개인정보보호책임자로서 이 PC에서, 지금 모든 체인의 끝에 서명합니다</translation>
        </message>
        <message>
            <source>a new file for it, to be kept away from the store</source>
            <translation>저장소와 따로 보관할 새 파일</translation>
        </message>
        <message>
            <source>FILE</source>
            <translation>파일</translation>
        </message>
        <message>
            <source>The file %1 can't be written, or exists already. Nothing was changed. Name another file.</source>
            <translation>파일 %1에 쓸 수 없거나 이미 있습니다. 변경된 것은 없습니다. 다른 파일을 지정하세요.</translation>
        </message>
        <message numerus="yes">
            <source>Signed: the ends of %n chain(s). Keep %1 away from the store.</source>
            <translation>
                <numerusform>체인 %n개의 끝에 서명했습니다. %1 파일을 저장소와 따로 보관하세요.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CentralInspection</name>
        <message>
            <source>There is no central store in the database "%1". Check the address.</source>
            <translation>데이터베이스 "%1"에는 중앙 저장소가 없습니다. 주소를 확인하세요.</translation>
        </message>
    </context>
    <context>
        <name>CentralMigrations</name>
        <message>
            <source>This program is damaged: the description of the central store can't be read. Nothing was changed. Install the program again.</source>
            <translation>프로그램이 손상되었습니다. 중앙 저장소의 구성 설명을 읽을 수 없습니다. 변경된 것은 없습니다. 프로그램을 다시 설치하세요.</translation>
        </message>
        <message>
            <source>The central store was set up by a newer version of this program. Nothing was changed. Update this program first.</source>
            <translation>중앙 저장소는 이 프로그램보다 새로운 버전으로 구성되었습니다. 변경된 것은 없습니다. 먼저 이 프로그램을 업데이트하세요.</translation>
        </message>
    </context>
    <context>
        <name>CentralOfficerCommand</name>
        <message>
            <source>the central store on PostgreSQL</source>
            <translation>PostgreSQL 중앙 저장소</translation>
        </message>
        <message>
            <source>add the first privacy officer, and make the enrolment file of the first PC</source>
            <translation>첫 개인정보보호책임자를 추가하고 첫 PC의 등록 파일을 만듭니다</translation>
        </message>
        <message>
            <source>the officer's sign-in name</source>
            <translation>책임자의 로그인 이름</translation>
        </message>
        <message>
            <source>the officer's name</source>
            <translation>책임자의 이름</translation>
        </message>
        <message>
            <source>code of the branch of the first PC</source>
            <translation>첫 PC의 지점 코드</translation>
        </message>
        <message>
            <source>the enrolment file to write, ending in .enrol</source>
            <translation>만들 등록 파일(.enrol)</translation>
        </message>
        <message>
            <source>the organisation file, if not the one that ships with the program</source>
            <translation>프로그램에 들어 있는 것이 아닌 조직 파일</translation>
        </message>
        <message>
            <source>%1 exists already. Nothing was made.</source>
            <translation>%1 파일이 이미 있습니다. 만들어진 것은 없습니다.</translation>
        </message>
        <message>
            <source>One-time password of %1: %2</source>
            <translation>%1의 일회용 비밀번호: %2</translation>
        </message>
        <message>
            <source>Enrolment file: %1</source>
            <translation>등록 파일: %1</translation>
        </message>
        <message>
            <source>Code: %1</source>
            <translation>코드: %1</translation>
        </message>
        <message>
            <source>Good for one PC until %1. Send the code by another way than the file, best on the phone.</source>
            <translation>%1까지 PC 한 대에 쓸 수 있습니다. 코드는 파일과 다른 방법으로, 되도록 전화로 전달해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>CentralProvisioning</name>
        <message>
            <source>%1 is no superuser of this server. Nothing was changed. Use the account with which the server was set up, usually "postgres".</source>
            <translation>%1 계정은 이 서버의 슈퍼유저가 아닙니다. 변경된 것은 없습니다. 서버를 설치할 때의 계정(보통 "postgres")을 사용하세요.</translation>
        </message>
        <message>
            <source>This server is PostgreSQL %1. The central store needs version 15 or newer. Nothing was changed. Update the server first.</source>
            <translation>이 서버는 PostgreSQL %1입니다. 중앙 저장소에는 15 이상의 버전이 필요합니다. 변경된 것은 없습니다. 먼저 서버를 업데이트하세요.</translation>
        </message>
        <message>
            <source>This server keeps passwords in a weak form (password_encryption = %1). Nothing was changed. Set password_encryption = 'scram-sha-256' in postgresql.conf, reload the server, and try again.</source>
            <translation>이 서버는 비밀번호를 취약한 방식으로 보관합니다(password_encryption = %1). 변경된 것은 없습니다. postgresql.conf에서 password_encryption = 'scram-sha-256'으로 설정하고 서버 설정을 다시 읽게 한 뒤 다시 시도하세요.</translation>
        </message>
        <message>
            <source>This server has a role "%1" that something else made. Nothing was changed. Rename or drop that role, or use another server.</source>
            <translation>이 서버에는 다른 프로그램이 만든 역할 "%1"이(가) 있습니다. 변경된 것은 없습니다. 그 역할의 이름을 바꾸거나 삭제하거나, 다른 서버를 사용하세요.</translation>
        </message>
        <message>
            <source>The database "%1" holds tables of something else. Nothing was changed. Name a database that is empty or does not exist yet.</source>
            <translation>데이터베이스 "%1"에는 다른 프로그램의 테이블이 있습니다. 변경된 것은 없습니다. 비어 있거나 아직 없는 데이터베이스를 지정하세요.</translation>
        </message>
        <message>
            <source>The database "%1" has the encoding %2; the central store needs UTF8. Nothing was changed. Name a database that does not exist yet: it will be made right.</source>
            <translation>데이터베이스 "%1"의 인코딩은 %2이며, 중앙 저장소에는 UTF8이 필요합니다. 변경된 것은 없습니다. 아직 없는 데이터베이스를 지정하면 올바르게 만들어집니다.</translation>
        </message>
        <message>
            <source>There is no central store in the database "%1". Nothing was changed. Make one with: %2</source>
            <translation>데이터베이스 "%1"에는 중앙 저장소가 없습니다. 변경된 것은 없습니다. 다음 명령으로 만드세요: %2</translation>
        </message>
        <message>
            <source>This program is damaged. Install it again.</source>
            <translation>프로그램이 손상되었습니다. 다시 설치하세요.</translation>
        </message>
        <message>
            <source>The central store has users already. Nothing was changed. They add the others with: %1</source>
            <translation>중앙 저장소에 이미 사용자가 있습니다. 변경된 것은 없습니다. 그 사용자가 다음 명령으로 다른 사용자를 추가합니다: %1</translation>
        </message>
    </context>
    <context>
        <name>CentralSetupCommand</name>
        <message>
            <source>the central store on PostgreSQL</source>
            <translation>PostgreSQL 중앙 저장소</translation>
        </message>
        <message>
            <source>make an empty server the central store: roles, database, tables</source>
            <translation>빈 서버를 중앙 저장소로 만듭니다: 역할, 데이터베이스, 테이블</translation>
        </message>
        <message>
            <source>bring the central store up to what this program knows</source>
            <translation>중앙 저장소를 이 프로그램이 아는 버전까지 올립니다</translation>
        </message>
        <message>
            <source>The database was made.</source>
            <translation>데이터베이스를 만들었습니다.</translation>
        </message>
        <message>
            <source>The tables were up to date already (version %1).</source>
            <translation>테이블은 이미 최신입니다(버전 %1).</translation>
        </message>
        <message>
            <source>The tables were brought from version %1 to %2.</source>
            <translation>테이블을 버전 %1에서 %2(으)로 올렸습니다.</translation>
        </message>
        <message>
            <source>Store: %1</source>
            <translation>저장소: %1</translation>
        </message>
        <message>
            <source>The server lets desks in without TLS or by weak passwords, or not at all. Put these lines at the top of its pg_hba.conf and reload it:</source>
            <translation>서버가 TLS 없는 접속이나 취약한 비밀번호를 허용하거나, 접속을 전혀 허용하지 않습니다. 다음 줄을 pg_hba.conf 맨 위에 넣고 설정을 다시 읽게 하세요:</translation>
        </message>
        <message>
            <source>The store has no users yet. Add the first privacy officer with: %1</source>
            <translation>저장소에 아직 사용자가 없습니다. 다음 명령으로 첫 개인정보보호책임자를 추가하세요: %1</translation>
        </message>
    </context>
    <context>
        <name>CentralStatusCommand</name>
        <message>
            <source>never</source>
            <translation>없음</translation>
        </message>
        <message>
            <source>The tables are older than this program. Bring them up to date with: %1</source>
            <translation>테이블이 이 프로그램보다 오래되었습니다. 다음 명령으로 올리세요: %1</translation>
        </message>
        <message>
            <source>The tables are newer than this program. Update this program.</source>
            <translation>테이블이 이 프로그램보다 새롭습니다. 이 프로그램을 업데이트하세요.</translation>
        </message>
        <message>
            <source>The access log has room for few months only. Make more with: %1</source>
            <translation>접속기록을 담을 달이 몇 달밖에 남지 않았습니다. 다음 명령으로 늘리세요: %1</translation>
        </message>
        <message>
            <source>No checkpoint was ever signed. Sign one with: %1</source>
            <translation>서명된 체크포인트가 없습니다. 다음 명령으로 서명하세요: %1</translation>
        </message>
        <message>
            <source>the central store on PostgreSQL</source>
            <translation>PostgreSQL 중앙 저장소</translation>
        </message>
        <message>
            <source>what is in the central store, and what needs care</source>
            <translation>중앙 저장소의 내용과 조치가 필요한 사항을 보여 줍니다</translation>
        </message>
        <message>
            <source>Store: %1</source>
            <translation>저장소: %1</translation>
        </message>
        <message>
            <source>Tables: version %1, this program knows %2</source>
            <translation>테이블: 버전 %1, 이 프로그램이 아는 버전 %2</translation>
        </message>
        <message>
            <source>Size: %1</source>
            <translation>크기: %1</translation>
        </message>
        <message>
            <source>Events: %1, the oldest of %2</source>
            <translation>이벤트: %1건, 가장 오래된 것 %2</translation>
        </message>
        <message>
            <source>People: %1, erased: %2</source>
            <translation>정보주체: %1명, 삭제됨: %2명</translation>
        </message>
        <message>
            <source>Users: %1, of them enabled: %2</source>
            <translation>사용자: %1명, 그중 사용 가능: %2명</translation>
        </message>
        <message>
            <source>PCs: %1 active, %2 waiting, %3 revoked; last contact %4</source>
            <translation>PC: 사용 중 %1대, 대기 %2대, 폐기 %3대; 마지막 접속 %4</translation>
        </message>
        <message>
            <source>Last checkpoint: %1; events since: %2</source>
            <translation>마지막 체크포인트: %1; 이후 이벤트: %2건</translation>
        </message>
        <message>
            <source>Access log: %1 months, room for %2 more; lines outside of them: %3</source>
            <translation>접속기록: %1개월분, 앞으로 %2개월분 준비됨; 그 밖의 줄: %3</translation>
        </message>
        <message>
            <source>This server is a standby, %1 s behind.</source>
            <translation>이 서버는 대기 서버이며 %1초 뒤처져 있습니다.</translation>
        </message>
        <message>
            <source>This server is a standby.</source>
            <translation>이 서버는 대기 서버입니다.</translation>
        </message>
        <message>
            <source>Standbys: %1</source>
            <translation>대기 서버: %1대</translation>
        </message>
    </context>
    <context>
        <name>CheckpointFile</name>
        <message>
            <source>This is not a checkpoint file, or it was altered. Nothing was changed. Use the file that "central checkpoint" wrote.</source>
            <translation>체크포인트 파일이 아니거나 변조된 파일입니다. 변경된 것은 없습니다. "central checkpoint"가 기록한 파일을 사용하세요.</translation>
        </message>
    </context>
    <context>
        <name>CommandLine</name>
        <message>
            <source>There is something on the command line that is not understood: %1</source>
            <translation>명령줄에 알 수 없는 내용이 있습니다: %1</translation>
        </message>
        <message>
            <source>Something is missing on the command line: %1</source>
            <translation>명령줄에 빠진 것이 있습니다: %1</translation>
        </message>
        <message>
            <source>A value on the command line does not fit: %1</source>
            <translation>명령줄의 값이 맞지 않습니다: %1</translation>
        </message>
        <message>
            <source>The command line can't be understood: %1</source>
            <translation>명령줄을 이해할 수 없습니다: %1</translation>
        </message>
        <message>
            <source>The administrator's command line of Consent Desk.</source>
            <translation>동의 데스크의 관리자용 명령줄 프로그램입니다.</translation>
        </message>
        <message>
            <source>this help</source>
            <translation>이 도움말</translation>
        </message>
        <message>
            <source>the version</source>
            <translation>버전</translation>
        </message>
        <message>
            <source>OPTIONS</source>
            <translation>옵션</translation>
        </message>
        <message>
            <source>COMMAND</source>
            <translation>명령</translation>
        </message>
        <message>
            <source>COMMANDS</source>
            <translation>명령</translation>
        </message>
        <message>
            <source>Usage</source>
            <translation>사용법</translation>
        </message>
        <message>
            <source>(required)</source>
            <translation>(필수)</translation>
        </message>
        <message>
            <source>What can be asked for is shown by: %1</source>
            <translation>사용할 수 있는 명령은 다음으로 볼 수 있습니다: %1</translation>
        </message>
    </context>
    <context>
        <name>Consent</name>
        <message>
            <source>Granted</source>
            <translation>동의</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>거부</translation>
        </message>
        <message>
            <source>Not asked</source>
            <translation>묻지 않음</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>철회</translation>
        </message>
        <message>
            <source>Opted out</source>
            <translation>수신거부</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>만료</translation>
        </message>
        <message>
            <source>Invalid</source>
            <translation>무효</translation>
        </message>
        <message>
            <source>Collection and use</source>
            <translation>수집·이용</translation>
        </message>
        <message>
            <source>Third-party provision</source>
            <translation>제3자 제공</translation>
        </message>
        <message>
            <source>Marketing</source>
            <translation>마케팅</translation>
        </message>
        <message>
            <source>Unique identifiers</source>
            <translation>고유식별정보</translation>
        </message>
        <message>
            <source>Sensitive data</source>
            <translation>민감정보</translation>
        </message>
        <message>
            <source>No channel</source>
            <translation>채널 없음</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>전화</translation>
        </message>
        <message>
            <source>Text message</source>
            <translation>문자</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>이메일</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>우편</translation>
        </message>
        <message>
            <source>Phone, read by the agent</source>
            <translation>전화(상담원 낭독)</translation>
        </message>
        <message>
            <source>Phone, read on the site</source>
            <translation>전화(홈페이지 확인)</translation>
        </message>
        <message>
            <source>Counter</source>
            <translation>창구</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>홈페이지</translation>
        </message>
        <message>
            <source>Returned form</source>
            <translation>동의서 회신</translation>
        </message>
        <message>
            <source>Not yet joined</source>
            <translation>가입 전</translation>
        </message>
        <message>
            <source>Joined</source>
            <translation>가입 중</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>해지</translation>
        </message>
        <message>
            <source>Korean</source>
            <translation>한국어</translation>
        </message>
        <message>
            <source>English</source>
            <translation>영어</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>완료</translation>
        </message>
        <message>
            <source>Mandatory item refused</source>
            <translation>필수 항목 거부</translation>
        </message>
        <message>
            <source>Ended early</source>
            <translation>도중 종료</translation>
        </message>
        <message>
            <source>Second call due</source>
            <translation>재통화 예정</translation>
        </message>
    </context>
    <context>
        <name>Console</name>
        <message>
            <source>%1 s left</source>
            <translation>%1초 남음</translation>
        </message>
        <message>
            <source>%1 min left</source>
            <translation>%1분 남음</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
    </context>
    <context>
        <name>ContactCheckCommand</name>
        <message>
            <source>allowed</source>
            <translation>연락 가능</translation>
        </message>
        <message>
            <source>not at night: no consent for 21:00 to 08:00</source>
            <translation>야간 불가: 21시~8시 수신에 동의하지 않음</translation>
        </message>
        <message>
            <source>not allowed: never asked</source>
            <translation>연락 불가: 동의를 물은 적 없음</translation>
        </message>
        <message>
            <source>not allowed: refused</source>
            <translation>연락 불가: 거부함</translation>
        </message>
        <message>
            <source>not allowed: expired, not confirmed in time</source>
            <translation>연락 불가: 기한 안에 다시 확인하지 않아 만료됨</translation>
        </message>
        <message>
            <source>not allowed: opted out</source>
            <translation>연락 불가: 수신거부함</translation>
        </message>
        <message>
            <source>not allowed: left the service</source>
            <translation>연락 불가: 해지함</translation>
        </message>
        <message>
            <source>not allowed: the data is frozen while a request is open</source>
            <translation>연락 불가: 요청 처리 중이라 정보가 동결됨</translation>
        </message>
        <message>
            <source>not allowed: nobody is known by this number here</source>
            <translation>연락 불가: 이 번호로 알려진 고객이 없음</translation>
        </message>
        <message>
            <source>not a telephone number</source>
            <translation>전화번호가 아님</translation>
        </message>
        <message>
            <source>whether numbers may be reached for advertising; logged with its purpose</source>
            <translation>광고 연락이 가능한 번호인지 확인(목적이 접속기록에 남음)</translation>
        </message>
        <message>
            <source>one telephone number</source>
            <translation>전화번호 하나</translation>
        </message>
        <message>
            <source>a CSV file whose first column is numbers, or - for standard input</source>
            <translation>첫 열이 전화번호인 CSV 파일, 표준 입력은 -</translation>
        </message>
        <message>
            <source>FILE</source>
            <translation>파일</translation>
        </message>
        <message>
            <source>where the answers go; standard output when left out</source>
            <translation>답을 쓸 파일(없으면 표준 출력)</translation>
        </message>
        <message>
            <source>what the contact is for; kept in the access log</source>
            <translation>연락의 목적(접속기록에 남음)</translation>
        </message>
        <message>
            <source>TEXT</source>
            <translation>글</translation>
        </message>
        <message>
            <source>when the contact would be made, in Korean time; now when left out</source>
            <translation>연락할 시각(한국 시간, 없으면 지금)</translation>
        </message>
        <message>
            <source>YYYY-MM-DD HH:MM</source>
            <translation>YYYY-MM-DD HH:MM</translation>
        </message>
        <message>
            <source>answer for the day and for the night apart</source>
            <translation>주간과 야간을 나누어 답함</translation>
        </message>
        <message>
            <source>Give one number, or a list with --list.</source>
            <translation>번호 하나를 적거나 --list로 목록을 지정하세요.</translation>
        </message>
        <message>
            <source>The time %1 is not understood. Write it like 2026-11-24 22:00.</source>
            <translation>시각 %1을(를) 알 수 없습니다. 2026-11-24 22:00처럼 적어 주세요.</translation>
        </message>
        <message>
            <source>The list %1 can't be read. Check the name and try again.</source>
            <translation>목록 %1을(를) 읽을 수 없습니다. 이름을 확인하고 다시 해 주세요.</translation>
        </message>
        <message>
            <source>%1 can't be written. Choose a name that does not exist yet.</source>
            <translation>%1에 쓸 수 없습니다. 아직 없는 이름을 고르세요.</translation>
        </message>
        <message>
            <source>Way</source>
            <translation>수단</translation>
        </message>
        <message>
            <source>By day</source>
            <translation>주간</translation>
        </message>
        <message>
            <source>At night</source>
            <translation>야간</translation>
        </message>
        <message>
            <source>The answers can't be written. Make room and run it again.</source>
            <translation>답을 쓸 수 없습니다. 공간을 확보하고 다시 실행하세요.</translation>
        </message>
        <message>
            <source>%1 numbers answered.</source>
            <translation>번호 %1건에 답했습니다.</translation>
        </message>
    </context>
    <context>
        <name>ContactChecking</name>
        <message>
            <source>This user does not hold the organisation's key, so the opt-out list can't be read. Nothing was answered. Ask your privacy officer.</source>
            <translation>이 사용자에게 조직 키가 없어 수신거부 목록을 읽을 수 없습니다. 아무것도 답하지 않았습니다. 개인정보보호 담당자에게 문의하세요.</translation>
        </message>
    </context>
    <context>
        <name>ContactEnding</name>
        <message>
            <source>What the service can't do without ends only by leaving the service (policy chapter 8). Nothing was ended. If that is what the person wants, take a request to leave.</source>
            <translation>서비스에 꼭 필요한 항목은 해지로만 철회할 수 있습니다(처리방침 제8장). 아무것도 종료하지 않았습니다. 고객이 해지를 원하면 해지 요청을 접수하세요.</translation>
        </message>
        <message>
            <source>Only the user who keyed it can correct it, on the same desk and within ten minutes. The opt-out stands; a new consent of the person brings the consent back.</source>
            <translation>입력한 사용자가 같은 PC에서 10분 안에만 정정할 수 있습니다. 수신거부는 그대로 유효합니다. 다시 보내려면 고객의 새 동의가 필요합니다.</translation>
        </message>
        <message>
            <source>This item is not in the script of this desk. Choose everything optional instead; nothing was ended.</source>
            <translation>이 PC의 스크립트에 없는 항목입니다. 선택 항목 전체를 고르세요. 아무것도 종료하지 않았습니다.</translation>
        </message>
        <message>
            <source>Choose what is to end.</source>
            <translation>종료할 항목을 고르세요.</translation>
        </message>
    </context>
    <context>
        <name>ContactFollowing</name>
        <message>
            <source>Advertising: %1 agreed, %2 refused</source>
            <translation>광고 수신: 동의 %1건, 거부 %2건</translation>
        </message>
        <message>
            <source>One of these no longer waits to be told. Look at the list again.</source>
            <translation>이미 통지된 건이 있습니다. 목록을 다시 확인하세요.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>이름</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>전화</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>이메일</translation>
        </message>
        <message>
            <source>Agreed on</source>
            <translation>동의한 날</translation>
        </message>
        <message>
            <source>Confirm before</source>
            <translation>확인 기한</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>항목</translation>
        </message>
    </context>
    <context>
        <name>Crypto</name>
        <message>
            <source>A sealed or signed record does not verify: it was damaged or altered, or it was not made by this program. It was not used. Tell the administrator, and keep the file as it is.</source>
            <translation>봉인 또는 서명된 기록이 검증되지 않습니다. 손상되거나 변경되었거나 이 프로그램이 만든 기록이 아닙니다. 이 기록은 사용하지 않았습니다. 관리자에게 알리고 파일을 그대로 보관하세요.</translation>
        </message>
        <message>
            <source>This key can't be used: it is damaged or of another kind. Nothing was changed. Ask for it to be issued again.</source>
            <translation>이 키는 손상되었거나 다른 종류여서 사용할 수 없습니다. 바뀐 내용은 없습니다. 다시 발급받으세요.</translation>
        </message>
        <message>
            <source>This was sealed for another user or an older key. Nothing was changed. Ask the administrator to give you access again.</source>
            <translation>다른 사용자나 이전 키로 봉인된 내용입니다. 바뀐 내용은 없습니다. 관리자에게 권한을 다시 요청하세요.</translation>
        </message>
        <message>
            <source>A record could not be signed. Nothing was saved. Call the administrator.</source>
            <translation>기록에 서명하지 못했습니다. 저장된 내용은 없습니다. 관리자에게 연락하세요.</translation>
        </message>
        <message>
            <source>Encryption does not work on this PC right now. Nothing was changed. Close other programs and try again; if it happens again, call the administrator.</source>
            <translation>지금 이 PC에서 암호화를 할 수 없습니다. 바뀐 내용은 없습니다. 다른 프로그램을 닫고 다시 시도하세요. 계속되면 관리자에게 연락하세요.</translation>
        </message>
    </context>
    <context>
        <name>DateOption</name>
        <message>
            <source>"%1" is not a day. Write it as 2017-11-14.</source>
            <translation>"%1"은(는) 날짜가 아닙니다. 2017-11-14처럼 적으세요.</translation>
        </message>
    </context>
    <context>
        <name>DemoDesk</name>
        <message>
            <source>Choose between 1 and 1,000,000 people.</source>
            <translation>1명에서 1,000,000명 사이로 정하세요.</translation>
        </message>
        <message>
            <source>Fictitious people are for the sample desk only. Nothing was written.</source>
            <translation>가상의 고객은 연습용 데스크에만 넣을 수 있습니다. 아무것도 기록하지 않았습니다.</translation>
        </message>
    </context>
    <context>
        <name>DemoFillCommand</name>
        <message>
            <source>trials</source>
            <translation>시험용</translation>
        </message>
        <message>
            <source>write fictitious people and their answers to the sample desk, which is made first where there is none</source>
            <translation>가상의 고객과 답변을 체험용 데스크에 기록(없으면 먼저 만듦)</translation>
        </message>
        <message>
            <source>how many people</source>
            <translation>고객 수</translation>
        </message>
        <message>
            <source>NUMBER</source>
            <translation>숫자</translation>
        </message>
        <message>
            <source>the same seed gives the same people and answers</source>
            <translation>같은 시드는 같은 고객과 답변을 만듭니다</translation>
        </message>
        <message>
            <source>%1 people, %2 events</source>
            <translation>고객 %1명, 기록 %2건</translation>
        </message>
    </context>
    <context>
        <name>DeskCore</name>
        <message>
            <source>Your user may not do this. Ask your privacy officer if you need it.</source>
            <translation>이 사용자에게는 권한이 없습니다. 필요하면 개인정보보호책임자에게 요청하세요.</translation>
        </message>
    </context>
    <context>
        <name>DeskFounding</name>
        <message>
            <source>There is not enough protected memory for the keys. Close other programs and try again; nothing was set up.</source>
            <translation>키를 담을 보호 메모리가 부족합니다. 다른 프로그램을 닫고 다시 시도하세요. 아무것도 설정하지 않았습니다.</translation>
        </message>
        <message>
            <source>There is a desk on this PC already. Sign in, or ask your administrator.</source>
            <translation>이 PC에는 이미 데스크가 있습니다. 로그인하거나 관리자에게 문의하세요.</translation>
        </message>
        <message>
            <source>The folder %1 can't be made. Check that you may write there.</source>
            <translation>폴더 %1 을(를) 만들 수 없습니다. 쓰기 권한을 확인하세요.</translation>
        </message>
    </context>
    <context>
        <name>DeskLease</name>
        <message>
            <source>This desk has to reach the central store before it opens. Nothing is lost. Connect this PC to the network and sign in again.</source>
            <translation>이 데스크는 중앙 저장소에 연결되어야 열립니다. 잃은 것은 없습니다. PC를 네트워크에 연결하고 다시 로그인해 주세요.</translation>
        </message>
        <message>
            <source>The clock of this PC was set back, so the desk has to reach the central store before it opens. Nothing is lost. Set the clock right, or connect to the network, and sign in again.</source>
            <translation>이 PC의 시계가 뒤로 돌려져 있어 중앙 저장소에 연결되어야 열립니다. 잃은 것은 없습니다. 시계를 맞추거나 네트워크에 연결한 뒤 다시 로그인해 주세요.</translation>
        </message>
        <message>
            <source>This desk last reached the central store at %1 and may work without it for %2 hours. Nothing is lost. Connect this PC to the network and sign in again.</source>
            <translation>이 데스크는 %1에 마지막으로 중앙 저장소에 연결되었고, 연결 없이 %2시간까지 일할 수 있습니다. 잃은 것은 없습니다. PC를 네트워크에 연결하고 다시 로그인해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>DeskOpening</name>
        <message>
            <source>Your keys on this desk are incomplete. The data is untouched. Ask your administrator to enrol you on this PC again.</source>
            <translation>이 데스크에 있는 사용자 키가 완전하지 않습니다. 데이터는 그대로입니다. 관리자에게 이 PC 사용 등록을 다시 요청하세요.</translation>
        </message>
        <message>
            <source>The password is wrong. Check Caps Lock and the input language.</source>
            <translation>비밀번호가 맞지 않습니다. Caps Lock과 한/영 상태를 확인하세요.</translation>
        </message>
        <message>
            <source>The data in this folder belongs to another desk. Nothing was changed. Put its own desk.json back.</source>
            <translation>이 폴더의 데이터는 다른 데스크의 것입니다. 아무것도 바꾸지 않았습니다. 원래의 desk.json을 되돌려 놓으세요.</translation>
        </message>
    </context>
    <context>
        <name>DeskProfile</name>
        <message>
            <source>This desk was set up by a newer Consent Desk. Nothing was changed. Install the newer version and start again.</source>
            <translation>더 새로운 버전의 Consent Desk에서 설정한 데스크입니다. 아무것도 바꾸지 않았습니다. 새 버전을 설치하고 다시 시작하세요.</translation>
        </message>
        <message>
            <source>The description of this desk (desk.json) is damaged. The data beside it is untouched. Ask your administrator to restore desk.json.</source>
            <translation>이 데스크의 설명 파일(desk.json)이 손상되었습니다. 데이터는 그대로입니다. 관리자에게 desk.json 복원을 요청하세요.</translation>
        </message>
        <message>
            <source>The folder %1 can't be made. Check that you may write there.</source>
            <translation>폴더 %1 을(를) 만들 수 없습니다. 쓰기 권한을 확인하세요.</translation>
        </message>
    </context>
    <context>
        <name>DeviceCommand</name>
        <message>
            <source>show the PCs of the central store</source>
            <translation>중앙 저장소의 PC를 보여 줍니다</translation>
        </message>
        <message>
            <source>make the enrolment file and the code for one new PC</source>
            <translation>새 PC 한 대의 등록 파일과 코드를 만듭니다</translation>
        </message>
        <message>
            <source>withdraw a PC: it destroys its data at its next contact</source>
            <translation>PC를 회수합니다. 다음 연결 때 PC의 데이터를 파기합니다</translation>
        </message>
        <message>
            <source>say whose data a PC may hold, for the report about a lost one</source>
            <translation>분실 신고를 위해 PC에 있을 수 있는 정보주체를 알려 줍니다</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>대기</translation>
        </message>
        <message>
            <source>active</source>
            <translation>사용 중</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>회수됨</translation>
        </message>
        <message>
            <source>That is no id of a PC. consentdesk-admin device list shows them.</source>
            <translation>PC의 식별자가 아닙니다. consentdesk-admin device list로 볼 수 있습니다.</translation>
        </message>
        <message>
            <source>PCs of the shared central store</source>
            <translation>공용 중앙 저장소의 PC</translation>
        </message>
        <message>
            <source>the id of the PC</source>
            <translation>PC의 식별자</translation>
        </message>
        <message>
            <source>why, for the history of rights</source>
            <translation>권한 이력에 남길 사유</translation>
        </message>
        <message>
            <source>code of the branch</source>
            <translation>지점 코드</translation>
        </message>
        <message>
            <source>the file to write, ending in .enrol</source>
            <translation>만들 파일(.enrol)</translation>
        </message>
        <message>
            <source>for how long it is good, 24 unless told</source>
            <translation>유효 시간, 기본 24시간</translation>
        </message>
        <message>
            <source>PC</source>
            <translation>PC</translation>
        </message>
        <message>
            <source>State</source>
            <translation>상태</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>지점</translation>
        </message>
        <message>
            <source>Last contact</source>
            <translation>마지막 연결</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>기록</translation>
        </message>
        <message>
            <source>Persons held</source>
            <translation>보유 인원</translation>
        </message>
        <message>
            <source>%1 exists already. Nothing was made.</source>
            <translation>%1 파일이 이미 있습니다. 만들어진 것은 없습니다.</translation>
        </message>
        <message>
            <source>Enrolment file: %1</source>
            <translation>등록 파일: %1</translation>
        </message>
        <message>
            <source>Code: %1</source>
            <translation>코드: %1</translation>
        </message>
        <message>
            <source>Good for one PC until %1. Send the code by another way than the file, best on the phone.</source>
            <translation>%1까지 PC 한 대에 쓸 수 있습니다. 코드는 파일과 다른 방법으로, 되도록 전화로 전달해 주세요.</translation>
        </message>
        <message>
            <source>Withdrawn. Whose data it may hold: consentdesk-admin device held %1</source>
            <translation>회수했습니다. 보유 가능한 정보주체: consentdesk-admin device held %1</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>정보주체</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>이름</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%n명</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DeviceProof</name>
        <message>
            <source>There is not enough protected memory for the keys. Close other programs and try again; nothing was changed.</source>
            <translation>키에 쓸 보호 메모리가 부족합니다. 다른 프로그램을 닫고 다시 시도해 주세요. 바뀐 것은 없습니다.</translation>
        </message>
        <message>
            <source>What this PC proves itself with to the central store is lost or damaged. The data on this PC is untouched. Ask your administrator.</source>
            <translation>이 PC가 중앙 저장소에 자신을 증명하는 값이 없어졌거나 손상되었습니다. PC의 데이터는 그대로 있습니다. 관리자에게 문의해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>DeviceSecret</name>
        <message>
            <source>The keychain of this PC can't be used: it is locked or not running. Your data is safe. Unlock the keychain (usually by signing in to the PC with your password) and try again.</source>
            <translation>이 PC의 키체인이 잠겨 있거나 실행되지 않아 사용할 수 없습니다. 데이터는 안전합니다. 키체인을 잠금 해제한 뒤(보통 PC에 비밀번호로 로그인하면 됩니다) 다시 시도하세요.</translation>
        </message>
        <message>
            <source>The program has no protected memory left. Nothing was changed. Restart the program and try again.</source>
            <translation>보호 메모리가 부족합니다. 바뀐 내용은 없습니다. 프로그램을 다시 시작한 뒤 시도하세요.</translation>
        </message>
        <message>
            <source>The keychain of this PC already holds the secret of this desk. It was kept.</source>
            <translation>이 PC의 키체인에 이 데스크의 비밀 값이 이미 있습니다. 그대로 두었습니다.</translation>
        </message>
        <message>
            <source>The keychain of this PC works, but the secret of this desk is no longer in it: it was deleted, or this is another keychain. The data on the desk is still there, sealed. Restore the keychain from a backup, or ask the administrator to set up this PC again.</source>
            <translation>이 PC의 키체인은 동작하지만 이 데스크의 비밀 값이 없습니다. 삭제되었거나 다른 키체인입니다. 데이터는 봉인된 채 남아 있습니다. 키체인을 백업에서 복원하거나 관리자에게 이 PC의 재설정을 요청하세요.</translation>
        </message>
        <message>
            <source>The secret of this desk in the keychain of this PC is damaged. The data on the desk is still there, sealed. Restore the keychain from a backup, or ask the administrator to set up this PC again.</source>
            <translation>이 PC의 키체인에 있는 이 데스크의 비밀 값이 손상되었습니다. 데이터는 봉인된 채 남아 있습니다. 키체인을 백업에서 복원하거나 관리자에게 이 PC의 재설정을 요청하세요.</translation>
        </message>
    </context>
    <context>
        <name>Enrolment</name>
        <message>
            <source>No random numbers are to be had. Nothing was made; try again.</source>
            <translation>난수를 얻을 수 없습니다. 만들어진 것은 없습니다. 다시 시도해 주세요.</translation>
        </message>
        <message>
            <source>The code has no “%1” in it. Read it out again.</source>
            <translation>코드에는 “%1” 글자가 없습니다. 다시 불러 달라고 하세요.</translation>
        </message>
        <message>
            <source>The code has 16 letters and digits in four groups.</source>
            <translation>코드는 네 묶음으로 된 영문자와 숫자 16자입니다.</translation>
        </message>
        <message>
            <source>A letter of the code is wrong. Read it out again.</source>
            <translation>코드의 글자가 하나 이상 틀렸습니다. 다시 불러 달라고 하세요.</translation>
        </message>
        <message>
            <source>This is not an enrolment file. Choose the file that your administrator made for this PC (it ends in .enrol).</source>
            <translation>등록 파일이 아닙니다. 관리자가 이 PC용으로 만든 파일(.enrol)을 선택해 주세요.</translation>
        </message>
        <message>
            <source>What the enrolment file holds is damaged. Nothing was set up. Ask your administrator for a new file.</source>
            <translation>등록 파일의 내용이 손상되었습니다. 설정된 것은 없습니다. 관리자에게 새 파일을 요청해 주세요.</translation>
        </message>
        <message>
            <source>This enrolment file was made by a newer Consent Desk. Install the newer version on this PC first.</source>
            <translation>더 새로운 버전의 동의 데스크에서 만든 등록 파일입니다. 먼저 이 PC에 새 버전을 설치해 주세요.</translation>
        </message>
        <message>
            <source>The code does not open this file. Check that file and code were made together, and read the code out again.</source>
            <translation>코드로 이 파일을 열 수 없습니다. 파일과 코드가 함께 만들어진 것인지 확인하고 코드를 다시 불러 달라고 하세요.</translation>
        </message>
    </context>
    <context>
        <name>EventWords</name>
        <message>
            <source>Contact with consents</source>
            <translation>동의 상담</translation>
        </message>
        <message>
            <source>Withdrawal of consent</source>
            <translation>동의 철회</translation>
        </message>
        <message>
            <source>Opt-out</source>
            <translation>수신거부</translation>
        </message>
        <message>
            <source>Reconfirmation of consent</source>
            <translation>동의 재확인</translation>
        </message>
        <message>
            <source>New person</source>
            <translation>신규 정보주체</translation>
        </message>
        <message>
            <source>Correction of a person</source>
            <translation>정보주체 정정</translation>
        </message>
        <message>
            <source>Freezing of a person</source>
            <translation>정보주체 처리 동결</translation>
        </message>
        <message>
            <source>End of a freezing</source>
            <translation>처리 동결 해제</translation>
        </message>
        <message>
            <source>Merging of two people</source>
            <translation>정보주체 병합</translation>
        </message>
        <message>
            <source>Undone merging</source>
            <translation>병합 취소</translation>
        </message>
        <message>
            <source>Erasure of a person</source>
            <translation>정보주체 파기</translation>
        </message>
        <message>
            <source>New request</source>
            <translation>새 요청</translation>
        </message>
        <message>
            <source>Step of a request</source>
            <translation>요청 진행</translation>
        </message>
        <message>
            <source>End of a request</source>
            <translation>요청 종료</translation>
        </message>
        <message>
            <source>Identity check</source>
            <translation>본인확인</translation>
        </message>
        <message>
            <source>Guardian of a child</source>
            <translation>법정대리인 연결</translation>
        </message>
        <message>
            <source>Provision to a third party</source>
            <translation>제3자 제공</translation>
        </message>
        <message>
            <source>Correction at a recipient</source>
            <translation>제공처 정정 통지</translation>
        </message>
        <message>
            <source>Notice of a result</source>
            <translation>처리 결과 통지</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>문서</translation>
        </message>
        <message>
            <source>Recording or scan</source>
            <translation>녹취·스캔</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>처리방침</translation>
        </message>
        <message>
            <source>Script</source>
            <translation>스크립트</translation>
        </message>
        <message>
            <source>User</source>
            <translation>사용자</translation>
        </message>
        <message>
            <source>Change of a user</source>
            <translation>사용자 변경</translation>
        </message>
        <message>
            <source>This PC</source>
            <translation>이 PC</translation>
        </message>
        <message>
            <source>A PC taken out</source>
            <translation>PC 등록 해지</translation>
        </message>
        <message>
            <source>Other record</source>
            <translation>기타 기록</translation>
        </message>
    </context>
    <context>
        <name>Evidence</name>
        <message>
            <source>The file is cut off or damaged: it can't be shown. Scan or save it again.</source>
            <translation>파일이 잘렸거나 손상되어 열 수 없습니다. 다시 스캔하거나 저장해 주세요.</translation>
        </message>
        <message>
            <source>The picture has too many pixels. Scan it at 300 dots per inch and attach it again.</source>
            <translation>그림의 화소가 너무 많습니다. 300dpi로 스캔하여 다시 첨부해 주세요.</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>녹취</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>서명</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>양식</translation>
        </message>
        <message>
            <source>Copy of an identity document</source>
            <translation>신분증 사본</translation>
        </message>
        <message>
            <source>Mandate</source>
            <translation>위임장</translation>
        </message>
        <message>
            <source>Seal certificate</source>
            <translation>인감증명서</translation>
        </message>
        <message>
            <source>Proof of guardianship</source>
            <translation>법정대리인 확인 서류</translation>
        </message>
        <message>
            <source>Answer to the person</source>
            <translation>정보주체 회신문</translation>
        </message>
        <message>
            <source>Other paper</source>
            <translation>기타 서류</translation>
        </message>
        <message>
            <source>The file is larger than %1 MB. Scan it with fewer pages or less resolution.</source>
            <translation>파일이 %1MB보다 큽니다. 쪽수나 해상도를 줄여 스캔해 주세요.</translation>
        </message>
        <message>
            <source>Only PDF, JPEG and PNG files can be attached. Save it as one of these and try again.</source>
            <translation>PDF, JPEG, PNG 파일만 첨부할 수 있습니다. 이 형식으로 저장하여 다시 시도해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>File</name>
        <message>
            <source>The file %1 does not exist. Check the name and the folder.</source>
            <translation>파일 %1 이(가) 없습니다. 이름과 폴더를 확인하세요.</translation>
        </message>
        <message>
            <source>The file %1 can't be opened. Check that you may read it.</source>
            <translation>파일 %1 을(를) 열 수 없습니다. 읽기 권한을 확인하세요.</translation>
        </message>
        <message>
            <source>The file %1 can't be read to its end.</source>
            <translation>파일 %1 을(를) 끝까지 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>The file %1 is larger than %2 KB. Choose the right file, or split it.</source>
            <translation>파일 %1 이(가) %2 KB보다 큽니다. 맞는 파일인지 확인하거나 나누어 주세요.</translation>
        </message>
        <message>
            <source>%1 is not valid JSON: line %2, column %3. Correct it there and try again.</source>
            <translation>%1 은(는) 올바른 JSON이 아닙니다. %2행 %3열을 고치고 다시 시도하세요.</translation>
        </message>
        <message>
            <source>%1 does not begin with a JSON object.</source>
            <translation>%1 이(가) JSON 객체로 시작하지 않습니다.</translation>
        </message>
        <message>
            <source>The file %1 could not be written; what was there before is unchanged. Free some disk space or check the folder, and try again.</source>
            <translation>파일 %1 을(를) 쓰지 못했습니다. 이전 내용은 그대로입니다. 디스크 공간이나 폴더를 확인하고 다시 시도하세요.</translation>
        </message>
    </context>
    <context>
        <name>FreezeGuard</name>
        <message>
            <source>This person's data is frozen by an open request: it may be neither used nor given to anybody until the request is done. Opt-outs and withdrawals can be taken as always.</source>
            <translation>처리 중인 요청으로 이 고객의 정보가 동결되어 있습니다. 요청이 끝날 때까지 이용하거나 제공할 수 없으며, 수신거부와 철회는 그대로 접수할 수 있습니다.</translation>
        </message>
        <message numerus="yes">
            <source>Data of %n person(s) is frozen by open requests and may not be given out, and a copy can't leave them out. Nothing was written. Close those requests first.</source>
            <translation>
                <numerusform>처리 중인 요청으로 %n명의 개인정보가 이용·제공 중지되어 있어 내보낼 수 없으며, 복사본에서 그 정보만 뺄 수도 없습니다. 아무것도 쓰지 않았습니다. 먼저 해당 요청을 종결해 주세요.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Holidays</name>
        <message>
            <source>The text is needed in Korean (ko) and in English (en).</source>
            <translation>한국어(ko)와 영어(en)가 모두 필요합니다.</translation>
        </message>
        <message>
            <source>The file of holidays is larger than %1 KB. Choose the right file.</source>
            <translation>공휴일 파일이 %1 KB보다 큽니다. 올바른 파일을 선택해 주세요.</translation>
        </message>
        <message>
            <source>The file of holidays</source>
            <translation>공휴일 파일</translation>
        </message>
        <message>
            <source>This version reads the format “consent-holidays/1”.</source>
            <translation>이 버전은 “consent-holidays/1” 형식을 읽습니다.</translation>
        </message>
        <message>
            <source>Periods are counted by the holidays of Korea (KR).</source>
            <translation>기간은 대한민국(KR) 공휴일로 계산합니다.</translation>
        </message>
        <message>
            <source>The last year lies before the first.</source>
            <translation>마지막 연도가 첫 연도보다 앞섭니다.</translation>
        </message>
        <message>
            <source>A day such as 03-01 is expected here.</source>
            <translation>03-01과 같은 날짜를 적어야 합니다.</translation>
        </message>
        <message>
            <source>A date within the years of the file, such as %1-02-17, is expected here.</source>
            <translation>%1-02-17처럼 파일의 연도 안에 있는 날짜를 적어야 합니다.</translation>
        </message>
        <message>
            <source>The file of holidays has faults. Correct them and start again:</source>
            <translation>공휴일 파일에 잘못된 곳이 있습니다. 고친 뒤 다시 시작해 주세요:</translation>
        </message>
    </context>
    <context>
        <name>HttpsAuthenticityService</name>
        <message>
            <source>The authenticity service did not answer in time. Ask by other means and enter the reference, or try again later.</source>
            <translation>진위 확인 서비스가 제때 응답하지 않았습니다. 다른 방법으로 확인해 확인 번호를 입력하거나 나중에 다시 시도해 주세요.</translation>
        </message>
        <message>
            <source>The authenticity service could not prove that it is the right one, so nothing was sent. Tell your administrator.</source>
            <translation>진위 확인 서비스가 올바른 곳인지 확인되지 않아 아무것도 보내지 않았습니다. 관리자에게 알려 주세요.</translation>
        </message>
        <message>
            <source>The authenticity service can't be reached. Ask by other means and enter the reference, or try again later.</source>
            <translation>진위 확인 서비스에 연결할 수 없습니다. 다른 방법으로 확인해 확인 번호를 입력하거나 나중에 다시 시도해 주세요.</translation>
        </message>
        <message>
            <source>The file of the authority that is trusted for the authenticity service can't be read or holds no certificate. Correct caFile in the organisation file.</source>
            <translation>진위 확인 서비스의 인증기관 파일을 읽을 수 없거나 인증서가 없습니다. 기관 설정 파일의 caFile을 고쳐 주세요.</translation>
        </message>
    </context>
    <context>
        <name>IdentityDocument</name>
        <message>
            <source>This number has 13 digits: six, a hyphen, seven. Compare it with the card.</source>
            <translation>이 번호는 13자리입니다(앞 6자리, 뒤 7자리). 신분증과 비교하세요.</translation>
        </message>
        <message>
            <source>The first six digits are no date that exists. Compare them with the card.</source>
            <translation>앞 6자리가 없는 날짜입니다. 신분증과 비교하세요.</translation>
        </message>
        <message>
            <source>The first seven digits say a birth date in the future. Compare them with the card.</source>
            <translation>앞 7자리가 미래의 생년월일을 나타냅니다. 신분증과 비교하세요.</translation>
        </message>
        <message>
            <source>The seventh digit is that of a resident registration number. Check the kind of card.</source>
            <translation>7번째 자리가 주민등록번호의 것입니다. 신분증 종류를 확인하세요.</translation>
        </message>
        <message>
            <source>The seventh digit is that of an alien registration number. Check the kind of card.</source>
            <translation>7번째 자리가 외국인등록번호의 것입니다. 신분증 종류를 확인하세요.</translation>
        </message>
        <message>
            <source>The last digit does not fit the older rule. Numbers given or changed since October 2020 follow none: compare it with the card.</source>
            <translation>마지막 자리가 예전 규칙과 맞지 않습니다. 2020년 10월 이후에 받거나 바꾼 번호에는 규칙이 없으니 신분증과 비교하세요.</translation>
        </message>
        <message>
            <source>A driving licence number has 12 digits (11-22-333333-44), or the name of a region and 10 digits. Compare it with the card.</source>
            <translation>운전면허번호는 12자리(11-22-333333-44)이거나 지역 이름과 10자리입니다. 면허증과 비교하세요.</translation>
        </message>
        <message>
            <source>No region is known for the first two digits. Compare them with the card.</source>
            <translation>앞 두 자리에 해당하는 지역이 없습니다. 면허증과 비교하세요.</translation>
        </message>
        <message>
            <source>A passport number has only the letters A to Z and digits.</source>
            <translation>여권번호는 영문자와 숫자로만 되어 있습니다.</translation>
        </message>
        <message>
            <source>A passport number has 9 characters, for example a letter and 8 digits.</source>
            <translation>여권번호는 9자리입니다. 예: 영문자 하나와 숫자 8자리</translation>
        </message>
        <message>
            <source>This is not the form of a Korean passport. For a foreign one compare it with the document.</source>
            <translation>대한민국 여권번호의 형식이 아닙니다. 외국 여권이면 여권과 비교하세요.</translation>
        </message>
        <message>
            <source>The check digit does not fit the number. Compare both with the passport.</source>
            <translation>검증번호가 여권번호와 맞지 않습니다. 둘 다 여권과 비교하세요.</translation>
        </message>
        <message>
            <source>Enter the number as it stands on the document.</source>
            <translation>신분증에 적힌 대로 번호를 입력하세요.</translation>
        </message>
        <message>
            <source>Resident card</source>
            <translation>주민등록증</translation>
        </message>
        <message>
            <source>Alien registration card</source>
            <translation>외국인등록증</translation>
        </message>
        <message>
            <source>Driving licence</source>
            <translation>운전면허증</translation>
        </message>
        <message>
            <source>Passport</source>
            <translation>여권</translation>
        </message>
    </context>
    <context>
        <name>IdentityEvidence</name>
        <message>
            <source>Still missing: %1. Ask for it before going on.</source>
            <translation>아직 없는 서류: %1. 먼저 요청해 주세요.</translation>
        </message>
        <message>
            <source>Choose which document it was.</source>
            <translation>어떤 신분증인지 선택해 주세요.</translation>
        </message>
        <message>
            <source>No guardian of this person was verified before.</source>
            <translation>이전에 확인된 법정대리인이 없습니다.</translation>
        </message>
        <message>
            <source>Enter which questions were asked. The answers are not kept.</source>
            <translation>질문한 항목을 입력해 주세요. 답변 내용은 저장하지 않습니다.</translation>
        </message>
        <message>
            <source>No law is named in the organisation file on which a resident number may be processed. Ask for a driving licence or passport, or look at the card only.</source>
            <translation>주민등록번호를 처리할 법적 근거가 기관 설정에 없습니다. 운전면허증이나 여권을 요청하거나 신분증을 눈으로만 확인해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>JsonReader</name>
        <message>
            <source>This member is missing: a text is expected.</source>
            <translation>항목이 없습니다. 문자열이 필요합니다.</translation>
        </message>
        <message>
            <source>A text is expected here.</source>
            <translation>문자열이어야 합니다.</translation>
        </message>
        <message>
            <source>This text is empty.</source>
            <translation>문자열이 비어 있습니다.</translation>
        </message>
        <message>
            <source>This text is longer than %1 characters.</source>
            <translation>문자열이 %1자보다 깁니다.</translation>
        </message>
        <message>
            <source>This text contains a control character.</source>
            <translation>문자열에 제어 문자가 있습니다.</translation>
        </message>
        <message>
            <source>This member is missing: a number is expected.</source>
            <translation>항목이 없습니다. 숫자가 필요합니다.</translation>
        </message>
        <message>
            <source>A number from %1 to %2 is expected here.</source>
            <translation>%1에서 %2 사이의 숫자여야 합니다.</translation>
        </message>
        <message>
            <source>A whole number is expected here.</source>
            <translation>정수여야 합니다.</translation>
        </message>
        <message>
            <source>This member is missing: true or false is expected.</source>
            <translation>항목이 없습니다. true 또는 false가 필요합니다.</translation>
        </message>
        <message>
            <source>True or false is expected here.</source>
            <translation>true 또는 false여야 합니다.</translation>
        </message>
        <message>
            <source>A list of texts is expected here.</source>
            <translation>문자열 목록이어야 합니다.</translation>
        </message>
        <message>
            <source>At most %1 entries are allowed here.</source>
            <translation>최대 %1개까지 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>A text of 1 to %1 characters is expected here.</source>
            <translation>1자에서 %1자 사이의 문자열이어야 합니다.</translation>
        </message>
        <message>
            <source>This member is missing: an object is expected.</source>
            <translation>항목이 없습니다. 객체가 필요합니다.</translation>
        </message>
        <message>
            <source>An object is expected here.</source>
            <translation>객체여야 합니다.</translation>
        </message>
        <message>
            <source>This member is missing: a list is expected.</source>
            <translation>항목이 없습니다. 목록이 필요합니다.</translation>
        </message>
        <message>
            <source>A list is expected here.</source>
            <translation>목록이어야 합니다.</translation>
        </message>
        <message>
            <source>At least %1 entries are needed here.</source>
            <translation>최소 %1개가 필요합니다.</translation>
        </message>
        <message>
            <source>“%1” is no value that is known here.</source>
            <translation>“%1” 값은 여기에서 쓸 수 없습니다.</translation>
        </message>
        <message>
            <source>This member is not known here. Check its spelling.</source>
            <translation>알 수 없는 항목입니다. 철자를 확인하세요.</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>그 밖에 %1건</translation>
        </message>
    </context>
    <context>
        <name>KeySlots</name>
        <message>
            <source>The sign-in name or the password is wrong. Check Caps Lock and the input language, and try again.</source>
            <translation>로그인 이름 또는 비밀번호가 올바르지 않습니다. Caps Lock과 한/영 상태를 확인하고 다시 시도하세요.</translation>
        </message>
        <message>
            <source>This user has no key on this desk. Nothing was changed.</source>
            <translation>이 사용자는 이 데스크에 키가 없습니다. 바뀐 내용은 없습니다.</translation>
        </message>
        <message>
            <source>This desk is set up already. Nothing was changed. Sign in instead.</source>
            <translation>이 데스크는 이미 설정되어 있습니다. 바뀐 내용은 없습니다. 로그인하세요.</translation>
        </message>
        <message>
            <source>This desk opens only together with the secret in the keychain of this PC, and that was not found. The data is still there, sealed. Unlock the keychain or restore it from a backup, then try again.</source>
            <translation>이 데스크는 이 PC의 키체인에 있는 비밀 값이 있어야 열리는데 찾지 못했습니다. 데이터는 봉인된 채 남아 있습니다. 키체인을 잠금 해제하거나 백업에서 복원한 뒤 다시 시도하세요.</translation>
        </message>
        <message>
            <source>The secret in the keychain of this PC belongs to another desk. Your password was not tried; the data is still there, sealed. Restore the keychain that this desk was set up with, or call the administrator.</source>
            <translation>이 PC의 키체인에 있는 비밀 값은 다른 데스크의 것입니다. 비밀번호는 확인하지 않았으며 데이터는 봉인된 채 남아 있습니다. 이 데스크를 설정할 때의 키체인을 복원하거나 관리자에게 연락하세요.</translation>
        </message>
        <message>
            <source>Enter a sign-in name.</source>
            <translation>로그인 이름을 입력하세요.</translation>
        </message>
        <message>
            <source>This sign-in name is in use on this desk already. Choose another.</source>
            <translation>이 데스크에서 이미 사용 중인 로그인 이름입니다. 다른 이름을 입력하세요.</translation>
        </message>
        <message>
            <source>This is the only user of this desk: without it nobody could open the data. Nothing was changed. Add another user first.</source>
            <translation>이 데스크의 유일한 사용자입니다. 삭제하면 아무도 데이터를 열 수 없습니다. 바뀐 내용은 없습니다. 먼저 다른 사용자를 추가하세요.</translation>
        </message>
        <message>
            <source>The file with the keys of this desk (cache.slots) is damaged, and so is its second copy. The data is still there, sealed. Leave both files as they are and call the administrator.</source>
            <translation>이 데스크의 키 파일(cache.slots)과 두 번째 사본이 모두 손상되었습니다. 데이터는 봉인된 채 남아 있습니다. 두 파일을 그대로 두고 관리자에게 연락하세요.</translation>
        </message>
        <message>
            <source>The keys of this desk were written by a newer version of the program. Nothing was changed. Install the newest version and try again.</source>
            <translation>이 데스크의 키는 더 새로운 버전의 프로그램이 저장했습니다. 바뀐 내용은 없습니다. 최신 버전을 설치한 뒤 다시 시도하세요.</translation>
        </message>
        <message>
            <source>The keys of this desk could not be worked with. Nothing was changed. Restart the program and try again.</source>
            <translation>이 데스크의 키를 처리하지 못했습니다. 바뀐 내용은 없습니다. 프로그램을 다시 시작한 뒤 시도하세요.</translation>
        </message>
        <message>
            <source>Your key on this desk is damaged or was altered, and was not used. The data is still there, sealed. Call the administrator.</source>
            <translation>이 데스크에 있는 사용자의 키가 손상되었거나 변경되어 사용하지 않았습니다. 데이터는 봉인된 채 남아 있습니다. 관리자에게 연락하세요.</translation>
        </message>
        <message>
            <source>This desk was sealed under another key of the organisation. Nothing was changed. Ask somebody who worked on this PC before to sign in once, then try again.</source>
            <translation>이 데스크는 조직의 다른 키로 봉인되어 있습니다. 바뀐 것은 없습니다. 이 PC에서 일하던 사람에게 한 번 로그인해 달라고 한 뒤 다시 시도해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>Keychain</name>
        <message>
            <source>The keychain of this PC does not answer or refuses. Your data is safe. Unlock the keychain (usually by signing in to the PC with your password) and try again.</source>
            <translation>이 PC의 키체인이 응답하지 않거나 거부합니다. 데이터는 안전합니다. 키체인을 잠금 해제한 뒤(보통 PC에 비밀번호로 로그인하면 됩니다) 다시 시도하세요.</translation>
        </message>
    </context>
    <context>
        <name>Ledger</name>
        <message>
            <source>This can't be recorded as it is. Nothing was saved. Note what you did and call the administrator.</source>
            <translation>이 내용은 기록할 수 없습니다. 저장된 것은 없습니다. 하던 작업을 적어 두고 시스템 관리자에게 연락하세요.</translation>
        </message>
        <message>
            <source>The personal part of a record can't be opened. The record itself stands. If the data was destroyed this is as it should be; otherwise call the administrator.</source>
            <translation>기록의 개인정보 부분을 열 수 없습니다. 기록 자체는 그대로입니다. 파기된 자료라면 정상이며, 아니라면 시스템 관리자에게 연락하세요.</translation>
        </message>
        <message>
            <source>its text is not a record in the form that the program writes</source>
            <translation>내용이 프로그램이 쓰는 기록 형식이 아닙니다</translation>
        </message>
        <message>
            <source>its stored check value is not that of its text</source>
            <translation>저장된 검증값이 내용과 맞지 않습니다</translation>
        </message>
        <message>
            <source>it stands in the place of another record</source>
            <translation>다른 기록의 자리에 놓여 있습니다</translation>
        </message>
        <message>
            <source>its PC was never enrolled with that key</source>
            <translation>해당 키로 등록된 PC가 아닙니다</translation>
        </message>
        <message>
            <source>it was signed with the key of something else than its PC</source>
            <translation>해당 PC가 아닌 다른 키로 서명되었습니다</translation>
        </message>
        <message>
            <source>it was altered after it was signed</source>
            <translation>서명한 뒤에 변경되었습니다</translation>
        </message>
        <message>
            <source>its facts are not in the form of their kind</source>
            <translation>기록 항목이 해당 종류의 형식에 맞지 않습니다</translation>
        </message>
        <message>
            <source>it is missing, though later ones are there</source>
            <translation>뒤의 기록은 있으나 이 기록이 없습니다</translation>
        </message>
        <message>
            <source>there are two records with this number</source>
            <translation>같은 번호의 기록이 두 개 있습니다</translation>
        </message>
        <message>
            <source>it does not follow from the record before it</source>
            <translation>바로 앞의 기록과 이어지지 않습니다</translation>
        </message>
        <message>
            <source>it is not the record that was there when its check value was noted</source>
            <translation>검증값을 남겨 둘 때 있던 기록이 아닙니다</translation>
        </message>
        <message>
            <source>it and what followed are gone from the end</source>
            <translation>이 기록부터 끝까지 사라졌습니다</translation>
        </message>
        <message>
            <source>Record %1 of PC %2: %3.</source>
            <translation>PC %2의 %1번 기록: %3.</translation>
        </message>
        <message>
            <source>The checkpoint is not one that this organisation signed, or was altered. Use the original file.</source>
            <translation>우리 기관이 서명한 체크포인트가 아니거나 변경되었습니다. 원본 파일을 사용하세요.</translation>
        </message>
        <message>
            <source>This PC is not part of the checkpoint.</source>
            <translation>이 PC는 해당 체크포인트에 포함되어 있지 않습니다.</translation>
        </message>
        <message>
            <source>The key that opens this person's data is not on this PC. Sign in again while connected; if the data was destroyed, it can't be opened any more.</source>
            <translation>이 정보주체의 자료를 여는 키가 이 PC에 없습니다. 연결된 상태에서 다시 로그인하세요. 파기된 자료라면 더 이상 열 수 없습니다.</translation>
        </message>
        <message>
            <source>A record of the ledger is not readable as it was signed. The others are not affected. Run the ledger check and send its result to the administrator.</source>
            <translation>원장의 기록 하나가 서명된 그대로 읽히지 않습니다. 다른 기록에는 영향이 없습니다. 원장 점검을 실행하고 결과를 시스템 관리자에게 보내세요.</translation>
        </message>
        <message>
            <source>There is no protected memory left for keys. Nothing was lost. Sign out and in again.</source>
            <translation>키를 보관할 보호 메모리가 부족합니다. 잃은 자료는 없습니다. 로그아웃한 뒤 다시 로그인하세요.</translation>
        </message>
        <message>
            <source>A stored key does not open. What it protects can't be read on this PC now; it is not changed. Call the administrator.</source>
            <translation>저장된 키가 열리지 않습니다. 이 키로 보호된 자료는 지금 이 PC에서 읽을 수 없으나 변경되지는 않았습니다. 시스템 관리자에게 연락하세요.</translation>
        </message>
        <message>
            <source>No receipt can be made out for this record. The record itself is saved. Call the administrator.</source>
            <translation>이 기록의 확인서를 만들 수 없습니다. 기록 자체는 저장되어 있습니다. 시스템 관리자에게 연락하세요.</translation>
        </message>
        <message>
            <source>The receipt is not one that this organisation signed, or was altered. Ask for it to be made out again.</source>
            <translation>우리 기관이 서명한 확인서가 아니거나 변경되었습니다. 다시 발급을 요청하세요.</translation>
        </message>
        <message>
            <source>The password does not open this user's keys. Try again; if it was reset, use the new one.</source>
            <translation>비밀번호가 이 사용자의 키와 맞지 않습니다. 다시 입력하세요. 비밀번호를 재설정했다면 새 비밀번호를 사용하세요.</translation>
        </message>
    </context>
    <context>
        <name>LedgerKeysCommand</name>
        <message>
            <source>the signed events</source>
            <translation>서명된 기록</translation>
        </message>
        <message>
            <source>the public key of every device as a JWK set, for checking events and receipts with other tools</source>
            <translation>모든 기기의 공개 키를 JWK 집합으로 표시(다른 도구로 기록과 접수증을 확인할 때)</translation>
        </message>
    </context>
    <context>
        <name>LedgerRebuildCommand</name>
        <message>
            <source>the signed events</source>
            <translation>서명된 기록</translation>
        </message>
        <message>
            <source>drop what is derived from the events and derive it again</source>
            <translation>기록에서 만들어진 내용을 지우고 다시 만들기</translation>
        </message>
        <message>
            <source>%1 events replayed</source>
            <translation>기록 %1건을 다시 반영했습니다</translation>
        </message>
    </context>
    <context>
        <name>LedgerVerifyCommand</name>
        <message>
            <source>the signed events</source>
            <translation>서명된 기록</translation>
        </message>
        <message>
            <source>check chain, signatures and projections, and name the first broken event</source>
            <translation>연결, 서명, 반영 결과를 확인하고 처음 어긋난 기록을 알림</translation>
        </message>
        <message>
            <source>%1 events of %2 devices</source>
            <translation>기기 %2대의 기록 %1건</translation>
        </message>
        <message>
            <source>Chains and signatures: intact</source>
            <translation>연결과 서명: 이상 없음</translation>
        </message>
        <message>
            <source>Projections: equal to a fresh replay of the events</source>
            <translation>반영 결과: 기록을 다시 반영한 결과와 같음</translation>
        </message>
        <message>
            <source>Projections: they differ from a fresh replay of the events. Put them right with: %1</source>
            <translation>반영 결과: 기록을 다시 반영한 결과와 다릅니다. 다음으로 바로잡으세요: %1</translation>
        </message>
        <message>
            <source>Last event of this device: kept by the store</source>
            <translation>이 기기의 마지막 기록: 저장소에 있음</translation>
        </message>
        <message>
            <source>Last event of this device: the store has less than was written</source>
            <translation>이 기기의 마지막 기록: 저장소에 있는 기록이 쓴 것보다 적습니다</translation>
        </message>
    </context>
    <context>
        <name>LogListCommand</name>
        <message>
            <source>the consent log</source>
            <translation>동의 기록</translation>
        </message>
        <message>
            <source>what was captured, newest first, with names masked</source>
            <translation>받은 동의를 최신순으로, 이름은 가려서 표시</translation>
        </message>
        <message>
            <source>the first day</source>
            <translation>시작일</translation>
        </message>
        <message>
            <source>YYYY-MM-DD</source>
            <translation>YYYY-MM-DD</translation>
        </message>
        <message>
            <source>the last day</source>
            <translation>종료일</translation>
        </message>
        <message>
            <source>how many rows at most</source>
            <translation>최대 행 수</translation>
        </message>
        <message>
            <source>NUMBER</source>
            <translation>숫자</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>일시</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>고객</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>상담원</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>방법</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>결과</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>동의</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>거부</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>접수번호</translation>
        </message>
        <message>
            <source>%1 of %2 shown; --limit shows more.</source>
            <translation>%2건 중 %1건을 표시했습니다. --limit으로 더 볼 수 있습니다.</translation>
        </message>
    </context>
    <context>
        <name>NextStep</name>
        <message>
            <source>Recipients that had the wrong data have not been told yet.</source>
            <translation>잘못된 정보를 제공받은 곳에 아직 알리지 않았습니다.</translation>
        </message>
        <message>
            <source>Missing papers: %1</source>
            <translation>빠진 서류: %1</translation>
        </message>
        <message>
            <source>Next: make sure who asks. Nothing is done before.</source>
            <translation>다음 할 일: 요청인을 확인해 주세요. 확인 전에는 아무것도 처리하지 않습니다.</translation>
        </message>
        <message>
            <source>Waiting for papers.</source>
            <translation>서류를 기다리고 있습니다.</translation>
        </message>
        <message>
            <source>Next: carry it out.</source>
            <translation>다음 할 일: 요청을 처리해 주세요.</translation>
        </message>
        <message>
            <source>Paused. The clock stands still until it goes on.</source>
            <translation>보류 중입니다. 다시 진행할 때까지 기한이 멈춰 있습니다.</translation>
        </message>
        <message>
            <source>Next: tell the person the outcome. F9 makes the paper.</source>
            <translation>다음 할 일: 결과를 알려 주세요. 문서는 F9로 만듭니다.</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>The notice is encoded in UTF-16. Save it as UTF-8 and import it again.</source>
            <translation>처리방침 파일이 UTF-16으로 저장되어 있습니다. UTF-8로 저장한 뒤 다시 가져오세요.</translation>
        </message>
        <message>
            <source>This is no text file. Save the notice as text, Markdown or HTML and import that.</source>
            <translation>텍스트 파일이 아닙니다. 처리방침을 텍스트, Markdown 또는 HTML로 저장한 뒤 가져오세요.</translation>
        </message>
        <message>
            <source>The notice is encoded in CP949 (EUC-KR). Save it as UTF-8 and import it again.</source>
            <translation>처리방침 파일이 CP949(EUC-KR)로 저장되어 있습니다. UTF-8로 저장한 뒤 다시 가져오세요.</translation>
        </message>
        <message>
            <source>The notice is damaged or not encoded in UTF-8. Save it as UTF-8 and import it again.</source>
            <translation>처리방침 파일이 손상되었거나 UTF-8이 아닙니다. UTF-8로 저장한 뒤 다시 가져오세요.</translation>
        </message>
        <message>
            <source>The notice is larger than %1 MB. Choose the right file.</source>
            <translation>처리방침 파일이 %1MB보다 큽니다. 파일을 다시 확인하세요.</translation>
        </message>
        <message>
            <source>The notice is empty.</source>
            <translation>처리방침 파일이 비어 있습니다.</translation>
        </message>
        <message>
            <source>No chapters were found in the notice. They begin with “제 1 장”, or “제 1 조”.</source>
            <translation>처리방침에서 장을 찾지 못했습니다. 장은 “제 1 장” 또는 “제 1 조”로 시작합니다.</translation>
        </message>
        <message>
            <source>The notice has more chapters or paragraphs than a notice can have. Choose the right file.</source>
            <translation>처리방침이라기에는 장이나 문단이 너무 많습니다. 파일을 다시 확인하세요.</translation>
        </message>
        <message>
            <source>The day of announcement is missing. Enter it as YYYY-MM-DD.</source>
            <translation>공고일이 없습니다. YYYY-MM-DD 형식으로 입력하세요.</translation>
        </message>
        <message>
            <source>The day from which the notice is in force is missing. Enter it as YYYY-MM-DD.</source>
            <translation>시행일이 없습니다. YYYY-MM-DD 형식으로 입력하세요.</translation>
        </message>
        <message>
            <source>A notice can't be in force (%1) before it is announced (%2).</source>
            <translation>처리방침의 시행일(%1)은 공고일(%2)보다 앞설 수 없습니다.</translation>
        </message>
    </context>
    <context>
        <name>NoticeImportCommand</name>
        <message>
            <source>privacy policies</source>
            <translation>개인정보 처리방침</translation>
        </message>
        <message>
            <source>publish a privacy policy (text, Markdown or HTML) as a notice</source>
            <translation>처리방침(텍스트, Markdown, HTML)을 고지로 게시</translation>
        </message>
        <message>
            <source>the policy</source>
            <translation>처리방침</translation>
        </message>
        <message>
            <source>FILE</source>
            <translation>파일</translation>
        </message>
        <message>
            <source>the day it was announced, if the text doesn't say it</source>
            <translation>공고일(본문에 없을 때)</translation>
        </message>
        <message>
            <source>YYYY-MM-DD</source>
            <translation>YYYY-MM-DD</translation>
        </message>
        <message>
            <source>the day it takes effect, if the text doesn't say it</source>
            <translation>시행일(본문에 없을 때)</translation>
        </message>
        <message>
            <source>Published as notice %1: %2</source>
            <translation>고지 %1번으로 게시했습니다: %2</translation>
        </message>
        <message>
            <source>Announced %1, in effect from %2</source>
            <translation>공고 %1, 시행 %2</translation>
        </message>
        <message numerus="yes">
            <source>%n chapter(s)</source>
            <translation>
                <numerusform>%n개 장</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n table(s)</source>
            <translation>
                <numerusform>표 %n개</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoticeListCommand</name>
        <message>
            <source>privacy policies</source>
            <translation>개인정보 처리방침</translation>
        </message>
        <message>
            <source>the notices in the order of publishing</source>
            <translation>게시한 순서대로 고지 표시</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>번호</translation>
        </message>
        <message>
            <source>Announced</source>
            <translation>공고일</translation>
        </message>
        <message>
            <source>In effect</source>
            <translation>시행일</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>제목</translation>
        </message>
    </context>
    <context>
        <name>NumberList</name>
        <message>
            <source>Line %1 of the list is longer than %2 bytes: this is no list of numbers. What was answered before it stands.</source>
            <translation>목록의 %1번째 줄이 %2바이트보다 깁니다. 번호 목록이 아닙니다. 그 앞까지의 답은 유효합니다.</translation>
        </message>
    </context>
    <context>
        <name>Organisation</name>
        <message>
            <source>A web address that begins with https:// or http:// is expected here.</source>
            <translation>https:// 또는 http:// 로 시작하는 웹 주소여야 합니다.</translation>
        </message>
        <message>
            <source>A time of day such as 21:00 is expected here.</source>
            <translation>21:00 과 같은 시각이어야 합니다.</translation>
        </message>
        <message>
            <source>The text is needed in Korean (ko) and in English (en).</source>
            <translation>한국어(ko)와 영어(en)가 모두 필요합니다.</translation>
        </message>
        <message>
            <source>Another branch has this code.</source>
            <translation>다른 지점이 이미 이 코드를 씁니다.</translation>
        </message>
        <message>
            <source>The organisation file is larger than %1 KB. Choose the right file.</source>
            <translation>조직 파일이 %1KB보다 큽니다. 파일을 다시 확인하세요.</translation>
        </message>
        <message>
            <source>The organisation file</source>
            <translation>조직 파일</translation>
        </message>
        <message>
            <source>This version reads the format “consent-organisation/1”.</source>
            <translation>이 버전은 “consent-organisation/1” 형식을 읽습니다.</translation>
        </message>
        <message>
            <source>The organisation file has faults. Correct them and start again:</source>
            <translation>조직 파일에 잘못된 곳이 있습니다. 고친 뒤 다시 시작하세요:</translation>
        </message>
        <message>
            <source>Another entry of this list has this code.</source>
            <translation>이 목록의 다른 항목이 같은 코드를 쓰고 있습니다.</translation>
        </message>
        <message>
            <source>“keeps” or “ends” is expected here.</source>
            <translation>여기에는 “keeps” 또는 “ends”가 와야 합니다.</translation>
        </message>
        <message>
            <source>An address that begins with https:// is expected here.</source>
            <translation>https://로 시작하는 주소를 적어야 합니다.</translation>
        </message>
    </context>
    <context>
        <name>Paper</name>
        <message>
            <source>Certificate of access</source>
            <translation>열람증명서</translation>
        </message>
        <message>
            <source>Answer to an access request</source>
            <translation>개인정보 열람 결과 통지서</translation>
        </message>
        <message>
            <source>Notice of refusal</source>
            <translation>거절 통지서</translation>
        </message>
        <message>
            <source>Notice of deferral</source>
            <translation>연기 통지서</translation>
        </message>
        <message>
            <source>Notice of the result</source>
            <translation>처리 결과 통지서</translation>
        </message>
        <message>
            <source>Result of an advertising consent</source>
            <translation>광고 수신 의사 처리 결과 통지</translation>
        </message>
        <message>
            <source>The copy of this paper can't be read. Nothing was changed; issue the paper again.</source>
            <translation>이 문서의 사본을 읽을 수 없습니다. 바뀐 것은 없으니 문서를 다시 발급해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>PaperChoices</name>
        <message>
            <source>While a correction is open the data is not given out.</source>
            <translation>정정을 처리하는 동안에는 정보를 내어드리지 않습니다.</translation>
        </message>
        <message>
            <source>First make sure who asks: data is given to nobody else.</source>
            <translation>먼저 요청인을 확인해 주세요. 확인되지 않은 분에게는 정보를 드리지 않습니다.</translation>
        </message>
        <message>
            <source>Personal Information Protection Act, article 35(4)</source>
            <translation>개인정보 보호법 제35조 제4항</translation>
        </message>
        <message>
            <source>Personal Information Protection Act, article 36(1)</source>
            <translation>개인정보 보호법 제36조 제1항</translation>
        </message>
        <message>
            <source>Personal Information Protection Act, article 37(2)</source>
            <translation>개인정보 보호법 제37조 제2항</translation>
        </message>
        <message>
            <source>Your data was shown to you.</source>
            <translation>개인정보를 열람하실 수 있도록 알려 드렸습니다.</translation>
        </message>
        <message>
            <source>The items that you named were corrected.</source>
            <translation>요청하신 항목을 정정하였습니다.</translation>
        </message>
        <message>
            <source>The data that you named was erased beyond recovery.</source>
            <translation>요청하신 개인정보를 복구할 수 없도록 삭제하였습니다.</translation>
        </message>
        <message>
            <source>The processing of your data was suspended; it is neither used nor provided.</source>
            <translation>개인정보의 처리를 정지하였으며, 이용하거나 제공하지 않습니다.</translation>
        </message>
        <message>
            <source>Your consent was withdrawn and no longer counts.</source>
            <translation>동의가 철회되어 더 이상 효력이 없습니다.</translation>
        </message>
        <message>
            <source>Your membership was ended.</source>
            <translation>가입을 해지하였습니다.</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>항목</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>처리 전</translation>
        </message>
        <message>
            <source>After</source>
            <translation>처리 후</translation>
        </message>
        <message>
            <source>What was collected for the membership is kept apart for %1 months and then destroyed; records that a statute keeps longer are destroyed at the end of that time.</source>
            <translation>가입을 위해 수집한 정보는 해지 후 %1개월 동안 따로 보관한 뒤 파기하며, 법령이 더 오래 보관하도록 정한 기록은 그 기간이 끝나면 파기합니다.</translation>
        </message>
        <message>
            <source>Records that a statute keeps are kept apart for that time only, used for nothing else, and then destroyed.</source>
            <translation>법령이 보관을 정한 기록은 그 기간 동안만 따로 보관하고 다른 용도로 이용하지 않으며, 기간이 끝나면 파기합니다.</translation>
        </message>
        <message>
            <source>First carry the request out.</source>
            <translation>먼저 요청을 처리해 주세요.</translation>
        </message>
        <message>
            <source>The request was not refused.</source>
            <translation>거절된 요청이 아닙니다.</translation>
        </message>
        <message>
            <source>Nothing was deferred or extended.</source>
            <translation>보류하거나 연장한 요청이 아닙니다.</translation>
        </message>
    </context>
    <context>
        <name>PaperPdf</name>
        <message>
            <source>No. %1</source>
            <translation>제 %1 호</translation>
        </message>
        <message>
            <source>%1-%2-%3</source>
            <translation>%1년 %2월 %3일</translation>
        </message>
        <message>
            <source>The paper can't be put on pages. The request is safe; please try again.</source>
            <translation>문서를 만들지 못했습니다. 요청은 안전하게 저장되어 있으니 다시 시도해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>PaperSaving</name>
        <message>
            <source>Agreed to receive</source>
            <translation>수신동의</translation>
        </message>
        <message>
            <source>Withdrew the agreement</source>
            <translation>수신동의 철회</translation>
        </message>
        <message>
            <source>Refused to receive</source>
            <translation>수신거부</translation>
        </message>
        <message>
            <source>Done as declared</source>
            <translation>말씀하신 대로 처리 완료</translation>
        </message>
        <message>
            <source>%1 (21:00-08:00)</source>
            <translation>%1 (야간 21시~08시)</translation>
        </message>
        <message>
            <source>All advertising</source>
            <translation>모든 광고</translation>
        </message>
        <message>
            <source>This record is no paper.</source>
            <translation>이 기록은 문서가 아닙니다.</translation>
        </message>
        <message>
            <source>The words of this paper were destroyed with the person's data.</source>
            <translation>고객의 개인정보와 함께 이 문서의 내용도 파기되었습니다.</translation>
        </message>
    </context>
    <context>
        <name>PaperWriting</name>
        <message>
            <source>%1-%2-%3</source>
            <translation>%1년 %2월 %3일</translation>
        </message>
        <message>
            <source>Dear %1</source>
            <translation>%1 님</translation>
        </message>
        <message>
            <source>Privacy officer</source>
            <translation>개인정보보호책임자</translation>
        </message>
        <message>
            <source>Handled by</source>
            <translation>개인정보보호담당자</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>전화</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>이메일</translation>
        </message>
        <message>
            <source>The request</source>
            <translation>요청 내용</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>고객</translation>
        </message>
        <message>
            <source>Requested by</source>
            <translation>요청인</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>요청</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>접수일</translation>
        </message>
        <message>
            <source>Identity checked by</source>
            <translation>본인 확인</translation>
        </message>
        <message>
            <source>If you do not agree</source>
            <translation>결정에 동의하지 않으실 때</translation>
        </message>
        <message>
            <source>You may object by telephone, e-mail or visit at the address below; no form is needed. The privacy officer looks at it again and tells you the outcome with its reasons.</source>
            <translation>아래 연락처로 전화, 이메일 또는 방문하여 이의를 제기하실 수 있으며 정해진 서식은 없습니다. 개인정보보호책임자가 다시 검토하여 그 결과와 이유를 알려 드립니다.</translation>
        </message>
        <message>
            <source>Object to</source>
            <translation>이의제기 접수</translation>
        </message>
        <message>
            <source>The bodies named above are independent of the company and free.</source>
            <translation>위 기관은 회사와 독립된 기관이며 비용 없이 이용하실 수 있습니다.</translation>
        </message>
        <message>
            <source>You asked to see your personal data. As the Personal Information Protection Act (article 35) and its Enforcement Decree (article 41) provide, this is what the company holds.</source>
            <translation>열람을 요청하신 개인정보를 개인정보 보호법 제35조와 같은 법 시행령 제41조에 따라 다음과 같이 알려 드립니다.</translation>
        </message>
        <message>
            <source>1. Items of personal data and their content</source>
            <translation>1. 개인정보의 항목 및 내용</translation>
        </message>
        <message>
            <source>The company holds no personal data about you.</source>
            <translation>회사가 보유하고 있는 고객님의 개인정보가 없습니다.</translation>
        </message>
        <message>
            <source>2. Purpose of collection and use</source>
            <translation>2. 수집·이용의 목적</translation>
        </message>
        <message>
            <source>3. How long it is kept and used</source>
            <translation>3. 보유 및 이용 기간</translation>
        </message>
        <message>
            <source>No consent stands at present, so the data is used for nothing that needs consent.</source>
            <translation>현재 유효한 동의가 없어 동의가 필요한 용도로는 이용하지 않습니다.</translation>
        </message>
        <message>
            <source>4. Provision to third parties</source>
            <translation>4. 제3자 제공 현황</translation>
        </message>
        <message>
            <source>Your data has not been provided to any third party.</source>
            <translation>고객님의 개인정보를 제3자에게 제공한 사실이 없습니다.</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>일자</translation>
        </message>
        <message>
            <source>Recipient</source>
            <translation>제공받는 자</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>목적</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>항목</translation>
        </message>
        <message>
            <source>5. Fact and content of consent</source>
            <translation>5. 동의한 사실 및 내용</translation>
        </message>
        <message>
            <source>Consent item</source>
            <translation>동의항목</translation>
        </message>
        <message>
            <source>State</source>
            <translation>상태</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>일시</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>방법</translation>
        </message>
        <message>
            <source>Receipt no.</source>
            <translation>접수번호</translation>
        </message>
        <message>
            <source>You have not been asked for any consent so far.</source>
            <translation>지금까지 동의를 요청드린 사실이 없습니다.</translation>
        </message>
        <message>
            <source>Consent was asked by this notice: %1</source>
            <translation>동의를 받을 때의 처리방침: %1</translation>
        </message>
        <message>
            <source>You may at any time ask for correction, erasure or suspension, or withdraw consent, by telephone, e-mail or visit, free of charge.</source>
            <translation>개인정보의 정정·삭제·처리정지와 동의 철회는 언제든지 전화, 이메일 또는 방문으로 비용 없이 요청하실 수 있습니다.</translation>
        </message>
        <message>
            <source>What was shown</source>
            <translation>열람한 내용</translation>
        </message>
        <message>
            <source>Shown on</source>
            <translation>열람일</translation>
        </message>
        <message>
            <source>Answer no.</source>
            <translation>통지서 번호</translation>
        </message>
        <message>
            <source>The company certifies that the personal data of the customer named above was shown as stated.</source>
            <translation>위와 같이 개인정보를 열람하였음을 증명합니다.</translation>
        </message>
        <message>
            <source>We looked carefully at your request and regret that it can't be fulfilled for the following reason.</source>
            <translation>요청하신 내용을 신중히 검토하였으나 아래와 같은 사유로 처리해 드리지 못하게 되어 죄송합니다.</translation>
        </message>
        <message>
            <source>Why it can't be fulfilled</source>
            <translation>처리하지 못하는 사유</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>사유</translation>
        </message>
        <message>
            <source>Provision of law</source>
            <translation>근거 법령</translation>
        </message>
        <message>
            <source>Decided on</source>
            <translation>결정일</translation>
        </message>
        <message>
            <source>Your request can't be answered in the usual time. We tell you why, and until when.</source>
            <translation>요청하신 내용을 정해진 기간 안에 답변드리기 어려워 그 사유와 답변 예정일을 알려 드립니다.</translation>
        </message>
        <message>
            <source>Why it takes longer</source>
            <translation>연기 사유</translation>
        </message>
        <message>
            <source>Answer by</source>
            <translation>답변 예정일</translation>
        </message>
        <message>
            <source>As soon as the reason is gone the request goes on, and you are told without asking again.</source>
            <translation>사유가 없어지면 다시 요청하지 않으셔도 바로 처리하여 결과를 알려 드립니다.</translation>
        </message>
        <message>
            <source>Your request has been carried out as follows.</source>
            <translation>요청하신 내용을 다음과 같이 처리하였습니다.</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>처리 내용</translation>
        </message>
        <message>
            <source>Done on</source>
            <translation>처리일</translation>
        </message>
        <message>
            <source>Who was told</source>
            <translation>제공받은 자에 대한 통지</translation>
        </message>
        <message>
            <source>Those who had received the data before were told of this: %1</source>
            <translation>이전에 개인정보를 제공받은 다음 기관에도 처리 결과를 알렸습니다: %1</translation>
        </message>
        <message>
            <source>What the law still keeps</source>
            <translation>법령에 따라 보관하는 정보</translation>
        </message>
        <message>
            <source>If something in this is not right, please call; it is looked at again free of charge.</source>
            <translation>처리 내용에 잘못된 점이 있으면 연락해 주세요. 비용 없이 다시 확인해 드립니다.</translation>
        </message>
        <message>
            <source>This tells you, as the Network Act (article 50) provides, how your wish about advertising was dealt with.</source>
            <translation>정보통신망법 제50조에 따라 광고성 정보 수신에 관한 의사표시의 처리 결과를 알려 드립니다.</translation>
        </message>
        <message>
            <source>Your wish</source>
            <translation>의사표시 내용</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>전송자</translation>
        </message>
        <message>
            <source>Wish</source>
            <translation>의사표시</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>수단</translation>
        </message>
        <message>
            <source>Declared on</source>
            <translation>의사표시일</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>처리 결과</translation>
        </message>
        <message>
            <source>Where you agreed, you may refuse again at any time and free of charge by calling the number below.</source>
            <translation>수신에 동의하셨더라도 아래 연락처로 언제든지 비용 없이 수신을 거부하실 수 있습니다.</translation>
        </message>
    </context>
    <context>
        <name>PasswordChange</name>
        <message>
            <source>A new password needs the central store, and it can't be reached now. Nothing was changed: your password is the one you had. Try again when this PC is online.</source>
            <translation>새 비밀번호를 정하려면 중앙 저장소가 필요한데 지금은 연결되지 않습니다. 바뀐 것은 없으며 비밀번호는 그대로입니다. 이 PC가 온라인일 때 다시 시도해 주세요.</translation>
        </message>
        <message>
            <source>The central store has your new password, but this PC could not keep it. Nothing is lost: sign in with the new password while this PC is online.</source>
            <translation>중앙 저장소에는 새 비밀번호가 저장되었지만 이 PC에는 저장하지 못했습니다. 잃은 것은 없습니다. 이 PC가 온라인일 때 새 비밀번호로 로그인해 주세요.</translation>
        </message>
        <message>
            <source>The sample desk keeps its password: it stands on the sign-in page.</source>
            <translation>견본 데스크의 비밀번호는 바꿀 수 없습니다. 로그인 화면에 적혀 있습니다.</translation>
        </message>
        <message>
            <source>This is not your password on this desk. Nothing was changed.</source>
            <translation>이 데스크에서 쓰는 본인의 비밀번호가 아닙니다. 바뀐 것은 없습니다.</translation>
        </message>
        <message>
            <source>The line broke while the central store was taking the new password, so nobody knows yet which one it has. Nothing is lost. As long as this PC is offline the old one opens it; when it is online and the old one is refused, sign in with the new one.</source>
            <translation>중앙 저장소가 새 비밀번호를 받는 동안 연결이 끊겨 어느 비밀번호가 저장되었는지 아직 알 수 없습니다. 잃은 것은 없습니다. 이 PC가 오프라인인 동안에는 이전 비밀번호로 열립니다. 온라인에서 이전 비밀번호가 거부되면 새 비밀번호로 로그인해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>PasswordKey</name>
        <message>
            <source>The PC has too little free memory to check a password. Nothing was changed. Close other programs and try again.</source>
            <translation>PC의 여유 메모리가 부족하여 비밀번호를 확인할 수 없습니다. 바뀐 내용은 없습니다. 다른 프로그램을 닫고 다시 시도하세요.</translation>
        </message>
        <message>
            <source>Enter a password of 1 to 1,024 letters.</source>
            <translation>비밀번호를 1~1,024자로 입력하세요.</translation>
        </message>
        <message>
            <source>What is stored about this password is damaged. Nothing was changed. Ask the administrator to set up this user again.</source>
            <translation>이 비밀번호에 관해 저장된 정보가 손상되었습니다. 바뀐 내용은 없습니다. 관리자에게 이 사용자의 재설정을 요청하세요.</translation>
        </message>
    </context>
    <context>
        <name>PasswordSource</name>
        <message>
            <source>The password can't be read from where it should come from.</source>
            <translation>지정한 곳에서 비밀번호를 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>That is too long for a password.</source>
            <translation>비밀번호로는 너무 깁니다.</translation>
        </message>
        <message>
            <source>The password is empty.</source>
            <translation>비밀번호가 비어 있습니다.</translation>
        </message>
        <message>
            <source>The file that CONSENTDESK_PASSWORD_FILE names can't be opened: %1</source>
            <translation>CONSENTDESK_PASSWORD_FILE이 가리키는 파일을 열 수 없습니다: %1</translation>
        </message>
        <message>
            <source>Others may read the password file %1. Take that away first: chmod 600</source>
            <translation>다른 사용자가 비밀번호 파일 %1을(를) 읽을 수 있습니다. 먼저 막으세요: chmod 600</translation>
        </message>
        <message>
            <source>There is no terminal to ask for the password. Give it by --password-fd, or name a file in CONSENTDESK_PASSWORD_FILE.</source>
            <translation>비밀번호를 물을 터미널이 없습니다. --password-fd로 주거나 CONSENTDESK_PASSWORD_FILE에 파일을 지정하세요.</translation>
        </message>
        <message>
            <source>The terminal can't hide what is typed, so nothing was asked.</source>
            <translation>터미널이 입력을 숨길 수 없어 비밀번호를 묻지 않았습니다.</translation>
        </message>
    </context>
    <context>
        <name>Phone</name>
        <message>
            <source>A phone number has digits only. Remove the other characters.</source>
            <translation>전화번호에는 숫자만 쓸 수 있습니다. 다른 문자를 지우세요.</translation>
        </message>
        <message>
            <source>Enter the phone number.</source>
            <translation>전화번호를 입력하세요.</translation>
        </message>
        <message>
            <source>Only Korean numbers can be kept. Enter a number in Korea, or one that begins with +82.</source>
            <translation>국내 전화번호만 저장할 수 있습니다. 국내 번호나 +82로 시작하는 번호를 입력하세요.</translation>
        </message>
        <message>
            <source>This is too long for a phone number.</source>
            <translation>전화번호로 보기에는 너무 깁니다.</translation>
        </message>
        <message>
            <source>No Korean phone number begins like this. Check the first digits.</source>
            <translation>이렇게 시작하는 국내 전화번호는 없습니다. 앞자리를 확인하세요.</translation>
        </message>
        <message>
            <source>Digits are missing from this phone number.</source>
            <translation>전화번호의 자릿수가 모자랍니다.</translation>
        </message>
        <message>
            <source>This phone number has too many digits.</source>
            <translation>전화번호의 자릿수가 너무 많습니다.</translation>
        </message>
    </context>
    <context>
        <name>PlainCopy</name>
        <message>
            <source>There is not enough space for the copy at %1. No copy was left; the data is unchanged. Free some space and try again.</source>
            <translation>%1 에 복사본을 둘 공간이 부족합니다. 복사본은 남기지 않았고 데이터는 그대로입니다. 공간을 확보하고 다시 시도하세요.</translation>
        </message>
        <message>
            <source>The copy at %1 could not be made. No copy was left; the data is unchanged. Check the folder and try again.</source>
            <translation>%1 에 복사본을 만들 수 없습니다. 복사본은 남기지 않았고 데이터는 그대로입니다. 폴더를 확인하고 다시 시도하세요.</translation>
        </message>
        <message>
            <source>The copy was stopped and removed. The data is unchanged.</source>
            <translation>복사를 멈추고 복사본을 지웠습니다. 데이터는 그대로입니다.</translation>
        </message>
        <message>
            <source>There is a file at %1 already. Choose another name.</source>
            <translation>%1 에 이미 파일이 있습니다. 다른 이름을 정하세요.</translation>
        </message>
    </context>
    <context>
        <name>PostgresErrors</name>
        <message>
            <source>The central store can't be reached. This PC goes on by itself and sends what is waiting as soon as the connection is back.</source>
            <translation>중앙 저장소에 연결할 수 없습니다. 이 PC는 혼자 계속 일하고, 연결되는 대로 기다리는 자료를 보냅니다.</translation>
        </message>
        <message>
            <source>The central store is just starting, stopping or changing servers. This PC goes on by itself and tries again.</source>
            <translation>중앙 저장소가 시작하거나 멈추거나 서버를 바꾸는 중입니다. 이 PC는 혼자 계속 일하고 다시 시도합니다.</translation>
        </message>
        <message>
            <source>The central store has too many connections at the moment. This PC goes on by itself and tries again.</source>
            <translation>지금 중앙 저장소에 연결이 너무 많습니다. 이 PC는 혼자 계속 일하고 다시 시도합니다.</translation>
        </message>
        <message>
            <source>The disk of the central store is full. What you save stays on this PC and waits. Tell the administrator.</source>
            <translation>중앙 저장소의 디스크가 가득 찼습니다. 저장하는 자료는 이 PC에 남아 기다립니다. 관리자에게 알리세요.</translation>
        </message>
        <message>
            <source>None of the servers of the central store takes changes at the moment. This PC goes on by itself and tries again.</source>
            <translation>지금 변경을 받는 중앙 저장소 서버가 없습니다. 이 PC는 혼자 계속 일하고 다시 시도합니다.</translation>
        </message>
        <message>
            <source>The central store does not accept the certificate of this PC. It may have expired or come from elsewhere. This PC goes on by itself; ask the administrator for a new certificate.</source>
            <translation>중앙 저장소가 이 PC의 인증서를 받아들이지 않습니다. 만료되었거나 다른 곳에서 발급되었을 수 있습니다. 이 PC는 혼자 계속 일합니다. 관리자에게 새 인증서를 요청하세요.</translation>
        </message>
        <message>
            <source>The central store does not accept this name and password. This PC goes on by itself. If the password was changed, sign in again with the new one.</source>
            <translation>중앙 저장소가 이 이름과 비밀번호를 받아들이지 않습니다. 이 PC는 혼자 계속 일합니다. 비밀번호를 바꾸었다면 새 비밀번호로 다시 로그인하세요.</translation>
        </message>
        <message>
            <source>The central store asks for a password. Sign in again.</source>
            <translation>중앙 저장소가 비밀번호를 요구합니다. 다시 로그인하세요.</translation>
        </message>
        <message>
            <source>This user may not sign in to the central store any more. Ask the administrator.</source>
            <translation>이 사용자는 더 이상 중앙 저장소에 로그인할 수 없습니다. 관리자에게 문의하세요.</translation>
        </message>
        <message>
            <source>The private key of this PC's certificate can't be used: it is missing, or others may read it. Ask the administrator to enrol this PC again.</source>
            <translation>이 PC 인증서의 개인 키를 쓸 수 없습니다. 키가 없거나 다른 사람이 읽을 수 있습니다. 관리자에게 이 PC를 다시 등록하도록 요청하세요.</translation>
        </message>
        <message>
            <source>The certificate by which this PC knows the central store is missing or unreadable. Ask the administrator to enrol this PC again.</source>
            <translation>중앙 저장소를 확인하는 인증서가 없거나 읽을 수 없습니다. 관리자에게 이 PC를 다시 등록하도록 요청하세요.</translation>
        </message>
        <message>
            <source>The server does not encrypt the connection, so this PC does not use it. Tell the administrator: TLS must be switched on.</source>
            <translation>서버가 연결을 암호화하지 않으므로 이 PC는 연결하지 않습니다. 관리자에게 TLS를 켜야 한다고 알리세요.</translation>
        </message>
        <message>
            <source>The central store does not let this user in from this PC. Ask the administrator to check its list of allowed connections (pg_hba.conf).</source>
            <translation>중앙 저장소가 이 PC에서 이 사용자의 연결을 받지 않습니다. 관리자에게 허용 연결 목록(pg_hba.conf)을 확인하도록 요청하세요.</translation>
        </message>
        <message>
            <source>The server has no central store of this name. Check the address, or ask the administrator to set the store up.</source>
            <translation>서버에 이 이름의 중앙 저장소가 없습니다. 주소를 확인하거나 관리자에게 저장소를 만들도록 요청하세요.</translation>
        </message>
        <message>
            <source>The name of the central store's server is not known in this network. This PC goes on by itself. Check the network and the address of the store.</source>
            <translation>이 네트워크에서 중앙 저장소 서버의 이름을 찾을 수 없습니다. 이 PC는 혼자 계속 일합니다. 네트워크와 저장소 주소를 확인하세요.</translation>
        </message>
        <message>
            <source>No central store answers at this address; its server may be switched off. This PC goes on by itself and tries again.</source>
            <translation>이 주소에서 응답하는 중앙 저장소가 없습니다. 서버가 꺼져 있을 수 있습니다. 이 PC는 혼자 계속 일하고 다시 시도합니다.</translation>
        </message>
        <message>
            <source>The central store did not understand this PC. Nothing was lost. Update the program on this PC and on the server.</source>
            <translation>중앙 저장소가 이 PC의 요청을 처리하지 못했습니다. 잃은 자료는 없습니다. 이 PC와 서버의 프로그램을 업데이트하세요.</translation>
        </message>
        <message>
            <source>The central store does not permit this to you or to this PC. Nothing was lost. Ask the administrator.</source>
            <translation>중앙 저장소가 이 사용자 또는 이 PC에 이 작업을 허용하지 않습니다. 잃은 자료는 없습니다. 관리자에게 문의하세요.</translation>
        </message>
        <message>
            <source>The central store is older than this program. This PC goes on by itself and sends what is waiting when the administrator has updated the store (consentdesk-admin central migrate).</source>
            <translation>중앙 저장소가 이 프로그램보다 오래되었습니다. 이 PC는 혼자 계속 일하고, 관리자가 저장소를 갱신하면(consentdesk-admin central migrate) 기다리는 자료를 보냅니다.</translation>
        </message>
        <message>
            <source>The central store reports damaged data. What this PC has stays safe. Call the administrator at once.</source>
            <translation>중앙 저장소가 손상된 자료를 보고했습니다. 이 PC의 자료는 안전합니다. 곧바로 관리자에게 연락하세요.</translation>
        </message>
        <message>
            <source>Something on this PC contradicts what the central store has. Nothing was lost. Call the administrator.</source>
            <translation>이 PC의 자료가 중앙 저장소의 자료와 어긋납니다. 잃은 자료는 없습니다. 관리자에게 연락하세요.</translation>
        </message>
        <message>
            <source>The central store does not have this. It may still be on the PC where it was made.</source>
            <translation>중앙 저장소에 이 자료가 없습니다. 만든 PC에 아직 남아 있을 수 있습니다.</translation>
        </message>
        <message>
            <source>The central store has this already; nothing was changed.</source>
            <translation>중앙 저장소에 이미 있습니다. 바뀐 것은 없습니다.</translation>
        </message>
        <message>
            <source>The central store was busy with the same data. This PC tries again by itself.</source>
            <translation>중앙 저장소가 같은 자료를 처리하는 중이었습니다. 이 PC가 스스로 다시 시도합니다.</translation>
        </message>
        <message>
            <source>The central store is short of memory or connections. This PC goes on by itself and tries again. If it stays so, tell the administrator.</source>
            <translation>중앙 저장소의 메모리나 연결이 부족합니다. 이 PC는 혼자 계속 일하고 다시 시도합니다. 계속되면 관리자에게 알리세요.</translation>
        </message>
        <message>
            <source>The central store took too long and gave up; nothing was changed there. This PC tries again by itself.</source>
            <translation>중앙 저장소가 너무 오래 걸려 중단했습니다. 바뀐 것은 없습니다. 이 PC가 스스로 다시 시도합니다.</translation>
        </message>
        <message>
            <source>The central store could not do this. Nothing was lost. Tell the administrator.</source>
            <translation>중앙 저장소가 이 작업을 하지 못했습니다. 잃은 자료는 없습니다. 관리자에게 알리세요.</translation>
        </message>
        <message>
            <source>The central store was updated and needs a newer program. This PC goes on by itself and keeps what you save. Update the program on this PC.</source>
            <translation>중앙 저장소가 갱신되어 더 새로운 프로그램이 필요합니다. 이 PC는 혼자 계속 일하고 저장하는 자료를 보관합니다. 이 PC의 프로그램을 갱신하세요.</translation>
        </message>
        <message>
            <source>The certificate of the central store has expired, or the clock of this PC is wrong. This PC goes on by itself. Check date and time; if they are right, tell the administrator.</source>
            <translation>중앙 저장소의 인증서가 만료되었거나 이 PC의 시계가 틀립니다. 이 PC는 혼자 계속 일합니다. 날짜와 시각을 확인하고, 맞으면 관리자에게 알리세요.</translation>
        </message>
        <message>
            <source>The certificate of the central store is not valid yet: the clock of this PC is probably slow. This PC goes on by itself. Set date and time right.</source>
            <translation>중앙 저장소의 인증서가 아직 유효하지 않습니다. 이 PC의 시계가 늦는 것 같습니다. 이 PC는 혼자 계속 일합니다. 날짜와 시각을 맞추세요.</translation>
        </message>
        <message>
            <source>The server that answered is not the one in the address: its certificate names another. This PC does not use it and goes on by itself. Check the address of the store, or call the administrator.</source>
            <translation>응답한 서버가 주소의 서버가 아닙니다. 인증서에 다른 이름이 적혀 있습니다. 이 PC는 이 서버를 쓰지 않고 혼자 계속 일합니다. 저장소 주소를 확인하거나 관리자에게 연락하세요.</translation>
        </message>
        <message>
            <source>The server that answered can't prove that it is the central store: its certificate comes from somebody whom this PC does not trust. This PC does not use it and goes on by itself. Call the administrator.</source>
            <translation>응답한 서버가 중앙 저장소임을 증명하지 못했습니다. 이 PC가 신뢰하지 않는 곳에서 발급한 인증서입니다. 이 PC는 이 서버를 쓰지 않고 혼자 계속 일합니다. 관리자에게 연락하세요.</translation>
        </message>
    </context>
    <context>
        <name>ProvisionLog</name>
        <message>
            <source>This recipient, purpose or item is not in the organisation's register of third parties. Nothing was provided. Ask your privacy officer.</source>
            <translation>제공받는 자, 목적 또는 항목이 조직의 제3자 제공 목록에 없습니다. 아무것도 제공하지 않았습니다. 개인정보보호 담당자에게 문의하세요.</translation>
        </message>
        <message>
            <source>This provision is not in the person's log on this desk.</source>
            <translation>이 PC의 제공 기록에 없는 제공 건입니다.</translation>
        </message>
        <message>
            <source>This person's data is frozen while a request is open, so it is not given to anybody (policy chapter 8). Nothing was provided.</source>
            <translation>요청을 처리하는 동안 이 고객의 정보는 동결되어 누구에게도 제공하지 않습니다(처리방침 제8장). 아무것도 제공하지 않았습니다.</translation>
        </message>
        <message>
            <source>Choose at least one item. Nothing was recorded.</source>
            <translation>항목을 하나 이상 고르세요. 아무것도 기록하지 않았습니다.</translation>
        </message>
    </context>
    <context>
        <name>PublishCheck</name>
        <message>
            <source>The script goes in a circle: %1.</source>
            <translation>스크립트가 제자리로 돌아옵니다: %1.</translation>
        </message>
        <message>
            <source>title</source>
            <translation>제목</translation>
        </message>
        <message>
            <source>purpose</source>
            <translation>목적</translation>
        </message>
        <message>
            <source>items of data</source>
            <translation>개인정보 항목</translation>
        </message>
        <message>
            <source>period</source>
            <translation>보유기간</translation>
        </message>
        <message>
            <source>right to refuse</source>
            <translation>거부할 권리</translation>
        </message>
        <message>
            <source>consequence of refusing</source>
            <translation>거부할 때의 불이익</translation>
        </message>
        <message>
            <source>recipient</source>
            <translation>제공받는 자</translation>
        </message>
        <message>
            <source>recipient's purpose</source>
            <translation>제공받는 자의 이용 목적</translation>
        </message>
        <message>
            <source>recipient's period</source>
            <translation>제공받는 자의 보유기간</translation>
        </message>
        <message>
            <source>The item lacks its %1: it must be told before it is asked (PIPA 15(2), 17(2)).</source>
            <translation>동의항목에 다음 내용이 없습니다: %1. 동의를 받기 전에 알려야 합니다(개인정보 보호법 제15조 제2항, 제17조 제2항).</translation>
        </message>
        <message>
            <source>Provision to a third party is asked separately: make it an item of its own (PIPA 22(1)).</source>
            <translation>제3자 제공 동의는 따로 받아야 합니다. 별도 동의항목으로 나누세요(개인정보 보호법 제22조 제1항).</translation>
        </message>
        <message>
            <source>Marketing is never mandatory: refusing it must not end the service (PIPA 22(5)).</source>
            <translation>마케팅은 필수가 될 수 없습니다. 거부해도 서비스를 거절할 수 없습니다(개인정보 보호법 제22조 제5항).</translation>
        </message>
        <message>
            <source>A channel of advertising is an item of the category marketing, by itself (Network Act 50).</source>
            <translation>광고 채널은 마케팅 분류의 별도 동의항목이어야 합니다(정보통신망법 제50조).</translation>
        </message>
        <message>
            <source>Advertising by night is asked for each channel, apart from the day (Network Act 50(3)).</source>
            <translation>야간 광고 동의는 낮과 따로, 채널마다 받아야 합니다(정보통신망법 제50조 제3항).</translation>
        </message>
        <message>
            <source>The item “%1” asks for the same channel.</source>
            <translation>동의항목 “%1”에서 같은 채널을 묻습니다.</translation>
        </message>
        <message>
            <source>Advertising by night presupposes the consent to the same channel by day: name that item here.</source>
            <translation>야간 광고에는 같은 채널의 주간 동의가 먼저 필요합니다. 그 동의항목을 여기에 적으세요.</translation>
        </message>
        <message>
            <source>An item of this category names the identifiers it is about.</source>
            <translation>이 분류의 동의항목에는 어떤 고유식별정보인지 적어야 합니다.</translation>
        </message>
        <message>
            <source>Unique identifiers are asked separately: make it an item of its own (PIPA 22(1), 24).</source>
            <translation>고유식별정보 동의는 따로 받아야 합니다. 별도 동의항목으로 나누세요(개인정보 보호법 제22조 제1항, 제24조).</translation>
        </message>
        <message>
            <source>Consent is no ground for a resident registration number. It may be collected only where the organisation file names the statute (PIPA 24-2).</source>
            <translation>주민등록번호는 동의만으로 처리할 수 없습니다. 조직 파일에 근거 법령이 있을 때만 수집할 수 있습니다(개인정보 보호법 제24조의2).</translation>
        </message>
        <message>
            <source>The clause has no title in this language.</source>
            <translation>조항에 이 언어의 제목이 없습니다.</translation>
        </message>
        <message>
            <source>The clause has no text in this language.</source>
            <translation>조항에 이 언어의 본문이 없습니다.</translation>
        </message>
        <message>
            <source>What the law wants told is said as it stands: this paragraph can't be adaptable.</source>
            <translation>법이 알리도록 한 내용은 그대로 읽어야 합니다. 이 문단은 바꿔 말할 수 없습니다.</translation>
        </message>
        <message>
            <source>Answers are read back in a clause of the role summary only.</source>
            <translation>답변 확인은 summary 역할의 조항에서만 할 수 있습니다.</translation>
        </message>
        <message>
            <source>Nothing leads to this clause.</source>
            <translation>이 조항으로 이어지는 길이 없습니다.</translation>
        </message>
        <message>
            <source>No clause asks this item.</source>
            <translation>이 동의항목을 묻는 조항이 없습니다.</translation>
        </message>
        <message>
            <source>It can happen that none of the branches holds. Let the last one be without a condition.</source>
            <translation>맞는 갈래가 하나도 없을 수 있습니다. 마지막 갈래는 조건 없이 두세요.</translation>
        </message>
        <message>
            <source>In the way “%1” no call can come to the end “%2”.</source>
            <translation>“%1” 방식에서는 어떤 통화도 “%2”(으)로 끝날 수 없습니다.</translation>
        </message>
        <message>
            <source>It can happen that no paragraph of this clause applies and nothing is said.</source>
            <translation>이 조항에서 맞는 문단이 없어 아무 말도 하지 않을 수 있습니다.</translation>
        </message>
        <message>
            <source>“%1” is asked twice in one call.</source>
            <translation>한 통화에서 “%1” 질문을 두 번 합니다.</translation>
        </message>
        <message>
            <source>By the site, consent is given on the second call: nothing is asked on the first one (Enforcement Decree 17).</source>
            <translation>홈페이지 확인 방식에서는 두 번째 통화에서 동의를 받습니다. 첫 통화에서는 묻지 않습니다(시행령 제17조).</translation>
        </message>
        <message>
            <source>By the site, it must be confirmed first that the content was read there.</source>
            <translation>홈페이지 확인 방식에서는 내용을 읽었는지 먼저 확인해야 합니다.</translation>
        </message>
        <message>
            <source>Before “%1” is asked, its %2 must have been told on every way to it: {{item.%3}}.</source>
            <translation>“%1” 동의를 묻기 전에 어느 길로 오든 다음 내용을 알려야 합니다: %2, {{item.%3}}.</translation>
        </message>
        <message>
            <source>The call must open by saying that it is a sale, who calls and what for.</source>
            <translation>통화를 시작할 때 판매 권유임과 발신자, 용건을 밝혀야 합니다.</translation>
        </message>
        <message>
            <source>Nothing is asked of somebody who was not identified: a clause of that role must be answered with yes before.</source>
            <translation>본인이 확인되지 않은 사람에게는 묻지 않습니다. 본인확인 조항에서 먼저 예라고 답해야 합니다.</translation>
        </message>
        <message>
            <source>For a child under 14 the guardian must be verified before anything is asked (PIPA 22-2).</source>
            <translation>만 14세 미만이면 묻기 전에 법정대리인을 확인해야 합니다(개인정보 보호법 제22조의2).</translation>
        </message>
        <message>
            <source>Unique identifiers are asked for only in a contact that takes them: add the condition.</source>
            <translation>고유식별정보는 받는 통화에서만 묻습니다. 조건을 추가하세요.</translation>
        </message>
        <message>
            <source>“%1” may be asked only after “%2” was granted.</source>
            <translation>“%1” 동의는 “%2” 동의를 받은 뒤에만 물을 수 있습니다.</translation>
        </message>
        <message>
            <source>After a mandatory item was refused nothing more is asked.</source>
            <translation>필수 항목을 거부한 뒤에는 더 묻지 않습니다.</translation>
        </message>
        <message>
            <source>The call can be completed without a yes to the mandatory item “%1”.</source>
            <translation>필수 항목 “%1”에 동의하지 않고도 통화가 완료될 수 있습니다.</translation>
        </message>
        <message>
            <source>The answers must be read back before the end (a clause of the role summary).</source>
            <translation>끝내기 전에 답변을 확인해야 합니다(summary 역할의 조항).</translation>
        </message>
        <message>
            <source>Before the end the rights and the way to opt out must be told (a clause of that role).</source>
            <translation>끝내기 전에 권리와 수신거부 방법을 알려야 합니다(rights 역할의 조항).</translation>
        </message>
        <message>
            <source>The call ends as refused although no mandatory item was refused: refusing an optional item never ends the service (PIPA 16(3)).</source>
            <translation>필수 항목을 거부하지 않았는데 거부로 끝납니다. 선택 항목을 거부해도 서비스를 거절할 수 없습니다(개인정보 보호법 제16조 제3항).</translation>
        </message>
        <message>
            <source>After a mandatory item was refused, it must be told what that means before the call ends: {{item.consequence}}.</source>
            <translation>필수 항목을 거부하면 끝내기 전에 그 불이익을 알려야 합니다: {{item.consequence}}.</translation>
        </message>
        <message>
            <source>After an item was asked the call may end only as completed or as refused.</source>
            <translation>동의항목을 물은 뒤에는 완료나 거부로만 끝날 수 있습니다.</translation>
        </message>
        <message>
            <source>A second call is due only after the first call of the way by the site.</source>
            <translation>재통화 예정은 홈페이지 확인 방식의 첫 통화에서만 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>Before a second call the address where the content can be read must be told.</source>
            <translation>재통화 전에 내용을 읽을 수 있는 주소를 알려야 합니다.</translation>
        </message>
        <message>
            <source>The clause takes %1 lines; %2 fit on the page. Part it in two.</source>
            <translation>조항이 %1줄입니다. 화면에는 %2줄까지 들어갑니다. 둘로 나누세요.</translation>
        </message>
    </context>
    <context>
        <name>Publishing</name>
        <message>
            <source>This very text is published already as notice no. %1. A published notice never changes; publish a changed text as a new one.</source>
            <translation>같은 내용이 이미 처리방침 %1호로 게시되어 있습니다. 게시한 처리방침은 바뀌지 않습니다. 바뀐 내용은 새로 게시하세요.</translation>
        </message>
        <message>
            <source>The script can't be published. Correct this and try again:</source>
            <translation>스크립트를 게시할 수 없습니다. 다음을 고치고 다시 시도하세요.</translation>
        </message>
        <message>
            <source>Version %1 of this script is published already and never changes. Give the changed script the next version number.</source>
            <translation>이 스크립트의 버전 %1 은(는) 이미 게시되어 바뀌지 않습니다. 바뀐 스크립트에는 다음 버전 번호를 붙이세요.</translation>
        </message>
        <message>
            <source>No consent script is published yet. A privacy officer publishes one with: consentdesk-admin script publish FILE</source>
            <translation>아직 게시한 동의 스크립트가 없습니다. 개인정보보호책임자가 다음 명령으로 게시합니다: consentdesk-admin script publish 파일</translation>
        </message>
        <message>
            <source>No privacy policy is in force here yet. A privacy officer publishes it with: consentdesk-admin notice import FILE</source>
            <translation>아직 시행 중인 처리방침이 없습니다. 개인정보보호책임자가 다음 명령으로 게시합니다: consentdesk-admin notice import 파일</translation>
        </message>
        <message>
            <source>The script of this record is not on this desk.</source>
            <translation>이 기록의 스크립트가 이 데스크에 없습니다.</translation>
        </message>
        <message>
            <source>The script on this desk is not the one that was read in this record.</source>
            <translation>이 데스크의 스크립트는 이 기록에서 읽은 것과 다릅니다.</translation>
        </message>
        <message>
            <source>The privacy policy of this record is not on this desk.</source>
            <translation>이 기록의 처리방침이 이 데스크에 없습니다.</translation>
        </message>
    </context>
    <context>
        <name>Receipt</name>
        <message>
            <source>%1, no. %2, in force since %3</source>
            <translation>%1 제%2호, %3 시행</translation>
        </message>
        <message>
            <source>%1, version %2</source>
            <translation>%1, 버전 %2</translation>
        </message>
        <message>
            <source>You may withdraw consent or opt out at any time and free of charge: customer centre %1, %2.</source>
            <translation>동의 철회와 수신거부는 언제든지 무료로 하실 수 있습니다. 고객센터 %1, %2</translation>
        </message>
    </context>
    <context>
        <name>ReceiptNumber</name>
        <message>
            <source>This is no receipt number. One looks like 261123-7K3QX-0042-M.</source>
            <translation>접수번호가 아닙니다. 접수번호는 261123-7K3QX-0042-M 과 같은 형식입니다.</translation>
        </message>
        <message>
            <source>A character of this receipt number is wrong or swapped. Compare it again.</source>
            <translation>접수번호의 글자가 틀렸거나 순서가 바뀌었습니다. 다시 비교하세요.</translation>
        </message>
    </context>
    <context>
        <name>ReceiptPdf</name>
        <message>
            <source>Consent receipt</source>
            <translation>동의 접수증</translation>
        </message>
        <message>
            <source>What was answered</source>
            <translation>답변 내용</translation>
        </message>
        <message>
            <source>Notice SHA-256: %1</source>
            <translation>처리방침 SHA-256: %1</translation>
        </message>
        <message>
            <source>Record SHA-256: %1</source>
            <translation>기록 SHA-256: %1</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>회사</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>고객</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>일시</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>방법</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>처리방침</translation>
        </message>
        <message>
            <source>Script</source>
            <translation>스크립트</translation>
        </message>
        <message>
            <source>Customer centre</source>
            <translation>고객센터</translation>
        </message>
        <message>
            <source>Website</source>
            <translation>홈페이지</translation>
        </message>
        <message>
            <source>mandatory</source>
            <translation>필수</translation>
        </message>
        <message>
            <source>optional</source>
            <translation>선택</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>목적</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>항목</translation>
        </message>
        <message>
            <source>Kept for</source>
            <translation>보유기간</translation>
        </message>
        <message>
            <source>Recipient</source>
            <translation>제공받는 곳</translation>
        </message>
        <message>
            <source>The folder %1 can't be made. The call is saved; choose another folder.</source>
            <translation>%1 폴더를 만들 수 없습니다. 통화는 저장되어 있으니 다른 폴더를 고르세요.</translation>
        </message>
        <message>
            <source>This receipt has no signed record. The call itself is saved.</source>
            <translation>이 접수증에는 서명된 기록이 없습니다. 통화는 저장되어 있습니다.</translation>
        </message>
    </context>
    <context>
        <name>RecordCheck</name>
        <message>
            <source>Not verified: the key of the device that signed this is not here.</source>
            <translation>검증하지 못했습니다. 서명한 기기의 키가 이 데스크에 없습니다.</translation>
        </message>
        <message>
            <source>The signature does not fit: this record was changed after it was signed. Tell the privacy officer.</source>
            <translation>서명이 맞지 않습니다. 서명한 뒤에 바뀐 기록입니다. 개인정보보호책임자에게 알리세요.</translation>
        </message>
        <message>
            <source>The record before this one is missing or was changed. Tell the privacy officer.</source>
            <translation>바로 앞의 기록이 없거나 바뀌었습니다. 개인정보보호책임자에게 알리세요.</translation>
        </message>
        <message>
            <source>Signature and place in the device's chain verified.</source>
            <translation>서명과 기기 사슬에서의 위치를 확인했습니다.</translation>
        </message>
    </context>
    <context>
        <name>Request</name>
        <message>
            <source>Access</source>
            <translation>열람</translation>
        </message>
        <message>
            <source>Proof of access</source>
            <translation>열람증명</translation>
        </message>
        <message>
            <source>Correction</source>
            <translation>정정</translation>
        </message>
        <message>
            <source>Erasure</source>
            <translation>삭제</translation>
        </message>
        <message>
            <source>Suspension</source>
            <translation>처리정지</translation>
        </message>
        <message>
            <source>Withdrawal</source>
            <translation>동의 철회</translation>
        </message>
        <message>
            <source>Leaving</source>
            <translation>해지</translation>
        </message>
        <message>
            <source>By phone</source>
            <translation>전화</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>방문</translation>
        </message>
        <message>
            <source>By e-mail</source>
            <translation>이메일</translation>
        </message>
        <message>
            <source>The person</source>
            <translation>본인</translation>
        </message>
        <message>
            <source>Guardian</source>
            <translation>법정대리인</translation>
        </message>
        <message>
            <source>Authorised agent</source>
            <translation>대리인</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>접수</translation>
        </message>
        <message>
            <source>Waiting for papers</source>
            <translation>서류 대기</translation>
        </message>
        <message>
            <source>In work</source>
            <translation>처리 중</translation>
        </message>
        <message>
            <source>Deferred</source>
            <translation>보류</translation>
        </message>
        <message>
            <source>Done, to be told</source>
            <translation>처리 완료 · 통지 전</translation>
        </message>
        <message>
            <source>Refused, to be told</source>
            <translation>거절 · 통지 전</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>종료</translation>
        </message>
        <message>
            <source>Check identity</source>
            <translation>요청인 확인</translation>
        </message>
        <message>
            <source>Ask for papers</source>
            <translation>서류 요청</translation>
        </message>
        <message>
            <source>Papers came</source>
            <translation>서류 도착</translation>
        </message>
        <message>
            <source>Defer</source>
            <translation>보류</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>다시 진행</translation>
        </message>
        <message>
            <source>Extend</source>
            <translation>기한 연장</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>처리</translation>
        </message>
        <message>
            <source>Refuse</source>
            <translation>거절</translation>
        </message>
        <message>
            <source>Recipient told</source>
            <translation>제공처 통지</translation>
        </message>
        <message>
            <source>Result told</source>
            <translation>결과 통지</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>요청 취하</translation>
        </message>
        <message>
            <source>Papers never came</source>
            <translation>서류 미도착 종료</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>처리 완료</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>거부</translation>
        </message>
        <message>
            <source>Identity document</source>
            <translation>신분증</translation>
        </message>
        <message>
            <source>Identity questions</source>
            <translation>본인 확인 질문</translation>
        </message>
        <message>
            <source>Family relation certificate</source>
            <translation>가족관계증명서</translation>
        </message>
        <message>
            <source>Guardian's identity document</source>
            <translation>법정대리인 신분증</translation>
        </message>
        <message>
            <source>Mandate</source>
            <translation>위임장</translation>
        </message>
        <message>
            <source>Seal certificate</source>
            <translation>인감증명서</translation>
        </message>
        <message>
            <source>Agent's identity document</source>
            <translation>대리인 신분증</translation>
        </message>
        <message>
            <source>Document seen</source>
            <translation>신분증 원본 확인</translation>
        </message>
        <message>
            <source>Copy of a document</source>
            <translation>신분증 사본 확인</translation>
        </message>
        <message>
            <source>Questions on the phone</source>
            <translation>전화로 질문하여 확인</translation>
        </message>
        <message>
            <source>Guardian verified before</source>
            <translation>이전에 확인된 법정대리인</translation>
        </message>
        <message>
            <source>Passed</source>
            <translation>확인됨</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>일치하지 않음</translation>
        </message>
        <message>
            <source>Not clear</source>
            <translation>판단하기 어려움</translation>
        </message>
        <message>
            <source>A law forbids or restricts it</source>
            <translation>법령에서 금지하거나 제한함</translation>
        </message>
        <message>
            <source>It would harm somebody else</source>
            <translation>다른 사람의 이익을 해칠 우려가 있음</translation>
        </message>
        <message>
            <source>A law obliges us to keep or use it</source>
            <translation>법령에 따라 보관하거나 이용해야 함</translation>
        </message>
        <message>
            <source>The contract could not be carried out</source>
            <translation>계약을 이행할 수 없게 됨</translation>
        </message>
        <message>
            <source>Who asks could not be established</source>
            <translation>요청인을 확인할 수 없음</translation>
        </message>
        <message>
            <source>Papers are missing</source>
            <translation>필요한 서류가 없음</translation>
        </message>
        <message>
            <source>We hold no such data</source>
            <translation>보유하고 있지 않은 정보임</translation>
        </message>
        <message>
            <source>Another reason</source>
            <translation>그 밖의 사유</translation>
        </message>
        <message>
            <source>Objection</source>
            <translation>이의제기</translation>
        </message>
    </context>
    <context>
        <name>RequestAnswering</name>
        <message>
            <source>Membership</source>
            <translation>가입 상태</translation>
        </message>
    </context>
    <context>
        <name>RequestChecklist</name>
        <message>
            <source> or </source>
            <translation> 또는 </translation>
        </message>
        <message>
            <source>Resident card, passport or driving licence, or a copy of it with the number covered.</source>
            <translation>주민등록증, 여권, 운전면허증 또는 번호를 가린 사본</translation>
        </message>
        <message>
            <source>Ask for two things that only the person knows, such as the last contact and the birth date.</source>
            <translation>최근 상담 내용과 생년월일처럼 본인만 아는 두 가지를 여쭤 보세요.</translation>
        </message>
        <message>
            <source>Family relation certificate, or a guardian whom we have verified before. Either parent may ask.</source>
            <translation>가족관계증명서 또는 이전에 확인된 법정대리인. 부모 중 한 분이면 됩니다.</translation>
        </message>
        <message>
            <source>Identity document of the guardian.</source>
            <translation>법정대리인 본인의 신분증</translation>
        </message>
        <message>
            <source>Mandate that names the person, the agent and what is asked for.</source>
            <translation>본인, 대리인, 요청 내용이 적힌 위임장</translation>
        </message>
        <message>
            <source>Seal certificate of the person who gave the mandate; the seals must match.</source>
            <translation>위임한 분의 인감증명서. 위임장의 도장과 같아야 합니다.</translation>
        </message>
        <message>
            <source>The agent's own identity document.</source>
            <translation>대리인 본인의 신분증</translation>
        </message>
    </context>
    <context>
        <name>RequestIntake</name>
        <message>
            <source>This person is 14 or older: a guardian can't ask any more. The person asks, or an agent with a mandate.</source>
            <translation>만 14세 이상이므로 법정대리인이 요청할 수 없습니다. 본인이 요청하거나 위임장을 받은 대리인이 요청해야 합니다.</translation>
        </message>
        <message>
            <source>Enter a telephone number or e-mail address at which the requester can be reached.</source>
            <translation>요청인에게 연락할 전화번호나 이메일을 입력해 주세요.</translation>
        </message>
        <message>
            <source>This item is not in the script. Choose it from the list.</source>
            <translation>스크립트에 없는 항목입니다. 목록에서 선택해 주세요.</translation>
        </message>
        <message>
            <source>A mandatory item can be withdrawn only by leaving. Write down a request to leave.</source>
            <translation>필수 항목은 해지로만 철회할 수 있습니다. 해지 요청을 접수해 주세요.</translation>
        </message>
        <message>
            <source>A request can't have come later than now.</source>
            <translation>접수 시각이 지금보다 뒤일 수 없습니다.</translation>
        </message>
        <message>
            <source>A request that came more than a year ago: check the date.</source>
            <translation>1년이 넘은 접수일입니다. 날짜를 확인해 주세요.</translation>
        </message>
        <message>
            <source>Choose at least one field that is wrong, and enter how it should be.</source>
            <translation>잘못된 항목을 하나 이상 고르고 올바른 내용을 입력해 주세요.</translation>
        </message>
        <message>
            <source>%1 stands like that already.</source>
            <translation>%1은(는) 이미 그렇게 되어 있습니다.</translation>
        </message>
        <message>
            <source>Enter the reason. The person is told it, and it is kept.</source>
            <translation>사유를 입력해 주세요. 고객에게 알리고 기록으로 남습니다.</translation>
        </message>
        <message>
            <source>The text is longer than %1 characters. Shorten it.</source>
            <translation>글이 %1자를 넘습니다. 줄여 주세요.</translation>
        </message>
    </context>
    <context>
        <name>RequestMachine</name>
        <message>
            <source>This request is closed. Write down a new one if the person asks again.</source>
            <translation>종료된 요청입니다. 다시 요청하시면 새로 접수해 주세요.</translation>
        </message>
        <message>
            <source>Who asks is not established yet. Check the identity first.</source>
            <translation>아직 요청인을 확인하지 않았습니다. 먼저 확인해 주세요.</translation>
        </message>
        <message>
            <source>This has to be done without delay: it can't be deferred.</source>
            <translation>바로 처리해야 하는 요청이라 보류할 수 없습니다.</translation>
        </message>
        <message>
            <source>The person's own withdrawal can't be refused once they are identified.</source>
            <translation>본인이 확인된 동의 철회는 거절할 수 없습니다.</translation>
        </message>
        <message>
            <source>Third parties that got the wrong data have to be told first.</source>
            <translation>잘못된 정보를 제공받은 곳에 먼저 알려야 합니다.</translation>
        </message>
        <message>
            <source>Every third party has been told already.</source>
            <translation>제공받은 곳에 모두 알렸습니다.</translation>
        </message>
        <message>
            <source>That can't be done while the request is in the state “%1”.</source>
            <translation>“%1” 상태에서는 할 수 없습니다.</translation>
        </message>
        <message>
            <source>Your user may not do this step (%1). Hand the request to the privacy officer.</source>
            <translation>이 사용자는 %1 단계를 할 수 없습니다. 개인정보보호책임자에게 넘겨 주세요.</translation>
        </message>
        <message>
            <source>Only a refusal that the person was told can be objected to.</source>
            <translation>정보주체에게 통지된 거절에 대해서만 이의를 제기할 수 있습니다.</translation>
        </message>
    </context>
    <context>
        <name>RequestTimeline</name>
        <message>
            <source>Papers were asked for: %1. The clock stands still.</source>
            <translation>서류를 요청했습니다: %1. 기한이 멈춥니다.</translation>
        </message>
        <message>
            <source>Papers came. The clock goes on.</source>
            <translation>서류가 도착했습니다. 기한이 다시 진행됩니다.</translation>
        </message>
        <message>
            <source>Deferred. The clock stands still.</source>
            <translation>보류했습니다. 기한이 멈춥니다.</translation>
        </message>
        <message>
            <source>Resumed. The clock goes on.</source>
            <translation>다시 진행합니다. 기한이 이어집니다.</translation>
        </message>
        <message numerus="yes">
            <source>Extended by %n day(s).</source>
            <translation>
                <numerusform>기한을 %n일 연장했습니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>Done; the person is to be told.</source>
            <translation>처리했습니다. 결과를 알려야 합니다.</translation>
        </message>
        <message>
            <source>Refused: %1; the person is to be told.</source>
            <translation>거절했습니다: %1. 결과를 알려야 합니다.</translation>
        </message>
        <message>
            <source>A third party was told of the correction.</source>
            <translation>제공받은 곳에 정정 사실을 알렸습니다.</translation>
        </message>
        <message>
            <source>The person was told the result (%1). Closed.</source>
            <translation>결과를 알렸습니다(%1). 종료했습니다.</translation>
        </message>
        <message>
            <source>Taken back by the requester. Closed.</source>
            <translation>요청인이 취하했습니다. 종료했습니다.</translation>
        </message>
        <message>
            <source>The papers never came. Closed.</source>
            <translation>서류가 도착하지 않아 종료했습니다.</translation>
        </message>
        <message>
            <source>Document %1.</source>
            <translation>문서 %1</translation>
        </message>
        <message>
            <source>Identity checked (%1): in order.</source>
            <translation>요청인을 확인했습니다(%1).</translation>
        </message>
        <message>
            <source>Identity checked (%1): not established.</source>
            <translation>요청인 확인(%1): 확인되지 않았습니다.</translation>
        </message>
        <message>
            <source>Identity looked at (%1).</source>
            <translation>요청인을 살펴보았습니다(%1).</translation>
        </message>
        <message>
            <source>Received: %1, %2.</source>
            <translation>접수했습니다: %1, %2.</translation>
        </message>
        <message>
            <source>The person's data is frozen.</source>
            <translation>고객의 정보를 동결했습니다.</translation>
        </message>
        <message>
            <source>The person's data is free again.</source>
            <translation>고객의 정보 동결을 풀었습니다.</translation>
        </message>
        <message>
            <source>The person objects to the refusal. It is looked at again, with a new clock.</source>
            <translation>정보주체가 거절에 이의를 제기했습니다. 새로운 처리기한으로 다시 검토합니다.</translation>
        </message>
    </context>
    <context>
        <name>RequestViewing</name>
        <message>
            <source>A third party that this desk does not know</source>
            <translation>이 창구가 모르는 제공처</translation>
        </message>
        <message>
            <source>This request is not on this desk yet. Look again after the next synchronisation.</source>
            <translation>아직 이 창구에 없는 요청입니다. 다음 동기화 후에 다시 확인해 주세요.</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>정지</translation>
        </message>
        <message>
            <source>D-Day</source>
            <translation>D-Day</translation>
        </message>
        <message numerus="yes">
            <source>%n request(s)</source>
            <translation>
                <numerusform>요청 %n건</numerusform>
            </translation>
        </message>
        <message>
            <source>You can object to this: our privacy officer, %1 (%2, %3), looks at it again. You can also turn to: %4.</source>
            <translation>이의가 있으시면 개인정보보호책임자 %1(%2, %3)에게 알려 주세요. 다시 검토해 드립니다. 다음 기관에도 문의하실 수 있습니다: %4.</translation>
        </message>
    </context>
    <context>
        <name>RequestWords</name>
        <message>
            <source>Over</source>
            <translation>종료</translation>
        </message>
        <message>
            <source>To tell</source>
            <translation>통지 전</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>정지</translation>
        </message>
        <message>
            <source>The clock stands still; due %1 if it went on today</source>
            <translation>기한이 멈춰 있습니다 · 오늘 다시 진행하면 %1까지</translation>
        </message>
        <message numerus="yes">
            <source>Was due %1, %n days late</source>
            <translation>
                <numerusform>%1까지였음 · %n일 지남</numerusform>
            </translation>
        </message>
        <message>
            <source>Due today, %1</source>
            <translation>오늘까지 · %1</translation>
        </message>
        <message numerus="yes">
            <source>Due %1, %n days left</source>
            <translation>
                <numerusform>%1까지 · %n일 남음</numerusform>
            </translation>
        </message>
        <message>
            <source>Resident card</source>
            <translation>주민등록증</translation>
        </message>
        <message>
            <source>Alien registration card</source>
            <translation>외국인등록증</translation>
        </message>
        <message>
            <source>Driving licence</source>
            <translation>운전면허증</translation>
        </message>
        <message>
            <source>Passport</source>
            <translation>여권</translation>
        </message>
        <message numerus="yes">
            <source>%n requests</source>
            <translation>
                <numerusform>요청 %n건</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RequestWork</name>
        <message>
            <source>The person has turned 14: the guardian can't act for them any more. Refuse this request, and take the person's own.</source>
            <translation>본인이 만 14세가 되어 법정대리인이 대신할 수 없습니다. 이 요청을 거절하고 본인의 요청을 접수해 주세요.</translation>
        </message>
        <message>
            <source>Your user may not write down requests.</source>
            <translation>이 사용자는 요청을 접수할 권한이 없습니다.</translation>
        </message>
        <message>
            <source>This request can't be refused on that ground now.</source>
            <translation>지금은 그 사유로 거절할 수 없는 요청입니다.</translation>
        </message>
        <message>
            <source>What is to be corrected can't be opened on this desk. Complete the request at the desk that wrote it down, or after the next synchronisation.</source>
            <translation>정정할 내용을 이 창구에서 열 수 없습니다. 접수한 창구에서 처리하거나 다음 동기화 후에 처리해 주세요.</translation>
        </message>
        <message>
            <source>This third party is not to be told, or was told already.</source>
            <translation>알릴 필요가 없거나 이미 알린 곳입니다.</translation>
        </message>
        <message>
            <source>A document has both a number and a hash. Make it out again.</source>
            <translation>문서에는 번호와 해시가 모두 있어야 합니다. 문서를 다시 발급해 주세요.</translation>
        </message>
        <message>
            <source>The number or the hash of the document is malformed.</source>
            <translation>문서의 번호나 해시 형식이 올바르지 않습니다.</translation>
        </message>
        <message>
            <source>Only the privacy officer lifts a suspension.</source>
            <translation>처리정지는 개인정보보호책임자만 해제할 수 있습니다.</translation>
        </message>
        <message>
            <source>There is no suspension to lift.</source>
            <translation>해제할 처리정지가 없습니다.</translation>
        </message>
        <message>
            <source>This person is a customer, and what the contract needs ends by leaving only. Carry out a request to leave first, or refuse the erasure with its reason.</source>
            <translation>이 정보주체는 가입 고객이며, 계약에 필요한 정보는 해지로만 끝납니다. 먼저 해지 요청을 처리하거나, 사유를 적어 삭제를 거절해 주세요.</translation>
        </message>
        <message>
            <source>Another request of this person is open, and the erasure would destroy it too. Close it first.</source>
            <translation>이 정보주체의 다른 요청이 처리 중이며, 삭제하면 그 요청도 함께 파기됩니다. 먼저 그 요청을 종결해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>Script</name>
        <message>
            <source>The script has faults. Correct them and try again:</source>
            <translation>스크립트에 잘못된 곳이 있습니다. 고친 뒤 다시 시도하세요:</translation>
        </message>
    </context>
    <context>
        <name>ScriptCheckCommand</name>
        <message>
            <source>name every fault of a script without publishing it</source>
            <translation>게시하지 않고 스크립트의 모든 오류를 표시</translation>
        </message>
        <message numerus="yes">
            <source>%n fault(s): the script can't be published.</source>
            <translation>
                <numerusform>오류 %n건: 이 스크립트는 게시할 수 없습니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>No faults: the script can be published.</source>
            <translation>오류 없음: 이 스크립트를 게시할 수 있습니다.</translation>
        </message>
    </context>
    <context>
        <name>ScriptFileCommand</name>
        <message>
            <source>consent scripts</source>
            <translation>동의 스크립트</translation>
        </message>
        <message>
            <source>the script, a JSON file</source>
            <translation>스크립트(JSON 파일)</translation>
        </message>
        <message>
            <source>FILE</source>
            <translation>파일</translation>
        </message>
    </context>
    <context>
        <name>ScriptPublishCommand</name>
        <message>
            <source>publish a script: from now on calls are led by it</source>
            <translation>스크립트 게시: 이후 통화는 이 스크립트로 진행</translation>
        </message>
        <message>
            <source>Published: script %1, version %2</source>
            <translation>게시했습니다: 스크립트 %1, 버전 %2</translation>
        </message>
        <message numerus="yes">
            <source>%n clause(s)</source>
            <translation>
                <numerusform>조항 %n개</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>동의항목 %n개</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ScriptReader</name>
        <message>
            <source>A code begins with a small letter and has only letters, digits, dots and hyphens.</source>
            <translation>코드는 영문 소문자로 시작하고 영문자, 숫자, 점, 붙임표만 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>The script is larger than %1 KB. Choose the right file.</source>
            <translation>스크립트 파일이 %1KB보다 큽니다. 파일을 다시 확인하세요.</translation>
        </message>
        <message>
            <source>The script</source>
            <translation>스크립트</translation>
        </message>
        <message>
            <source>This version reads the format “consent-script/1”.</source>
            <translation>이 버전은 “consent-script/1” 형식을 읽습니다.</translation>
        </message>
        <message>
            <source>“%1” is no language that is known here.</source>
            <translation>“%1” 언어는 지원하지 않습니다.</translation>
        </message>
        <message>
            <source>“%1” stands here twice.</source>
            <translation>“%1” 값이 두 번 있습니다.</translation>
        </message>
        <message>
            <source>A call script serves the methods phoneRead and phoneWeb, not “%1”.</source>
            <translation>통화 스크립트는 phoneRead와 phoneWeb 방식만 지원합니다. “%1” 방식은 쓸 수 없습니다.</translation>
        </message>
        <message>
            <source>At least one language is needed.</source>
            <translation>언어가 하나 이상 필요합니다.</translation>
        </message>
        <message>
            <source>At least one method is needed.</source>
            <translation>방식이 하나 이상 필요합니다.</translation>
        </message>
        <message>
            <source>Another item has this code.</source>
            <translation>다른 동의항목이 이미 이 코드를 씁니다.</translation>
        </message>
        <message>
            <source>One item has one category: what the law separates is asked separately (PIPA 22(1)). Make an item of each.</source>
            <translation>동의항목 하나에는 분류가 하나입니다. 법이 나눈 것은 따로 물어야 합니다(개인정보 보호법 제22조 제1항). 각각의 동의항목으로 나누세요.</translation>
        </message>
        <message>
            <source>“%1” is no identifier that is known here.</source>
            <translation>“%1” 고유식별정보는 알 수 없습니다.</translation>
        </message>
        <message>
            <source>Another clause has this id.</source>
            <translation>다른 조항이 이미 이 ID를 씁니다.</translation>
        </message>
        <message>
            <source>One clause asks about one item: what the law separates is asked separately (PIPA 22(1)). Make a clause of each.</source>
            <translation>조항 하나에서는 동의항목 하나만 묻습니다. 법이 나눈 것은 따로 물어야 합니다(개인정보 보호법 제22조 제1항). 각각의 조항으로 나누세요.</translation>
        </message>
        <message>
            <source>A clause that asks needs either an item or a question, one of them.</source>
            <translation>묻는 조항에는 동의항목(item)과 질문(question) 가운데 하나만 있어야 합니다.</translation>
        </message>
        <message>
            <source>Only a clause of the kind “ask” has a question.</source>
            <translation>질문은 “ask” 종류의 조항에만 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>Only a clause of the kind “ask” goes on by its answer.</source>
            <translation>답변에 따른 갈래는 “ask” 종류의 조항에만 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>A clause that ends the contact asks nothing and leads nowhere.</source>
            <translation>통화를 끝내는 조항은 묻지 않고 다음 조항도 없어야 합니다.</translation>
        </message>
        <message>
            <source>It is not said what comes after this clause: give “next”, “yes” and “no”, or “ends”.</source>
            <translation>이 조항 다음이 정해지지 않았습니다. “next”, “yes”와 “no”, 또는 “ends”를 적으세요.</translation>
        </message>
        <message>
            <source>A list of 1 to %1 paragraphs is expected here.</source>
            <translation>문단 1개에서 %1개의 목록이어야 합니다.</translation>
        </message>
        <message>
            <source>A paragraph is a text, or an object with “say”.</source>
            <translation>문단은 문자열이거나 “say”가 있는 객체여야 합니다.</translation>
        </message>
        <message>
            <source>A condition looks at one answer only.</source>
            <translation>조건은 답변 하나만 볼 수 있습니다.</translation>
        </message>
        <message>
            <source>This condition says nothing. Leave it out or name what must hold.</source>
            <translation>조건이 비어 있습니다. 지우거나 조건을 적으세요.</translation>
        </message>
        <message>
            <source>A placeholder is not closed, has no name, or asks for an unknown particle (known: %1).</source>
            <translation>자리표시자가 닫히지 않았거나 이름이 없거나 알 수 없는 조사를 씁니다(쓸 수 있는 조사: %1).</translation>
        </message>
        <message>
            <source>{{%1}} stands in a clause that names no item.</source>
            <translation>{{%1}} 자리표시자는 동의항목이 있는 조항에만 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>{{%1}} is no placeholder that is known here.</source>
            <translation>{{%1}} 자리표시자는 여기에서 쓸 수 없습니다.</translation>
        </message>
        <message>
            <source>Nothing asks “%1”.</source>
            <translation>“%1”을(를) 묻는 조항이 없습니다.</translation>
        </message>
        <message>
            <source>There is no other item “%1”.</source>
            <translation>“%1”(이)라는 다른 동의항목이 없습니다.</translation>
        </message>
        <message>
            <source>There is no clause “%1”.</source>
            <translation>“%1” 조항이 없습니다.</translation>
        </message>
        <message>
            <source>There is no item “%1”.</source>
            <translation>“%1” 동의항목이 없습니다.</translation>
        </message>
        <message>
            <source>An item has this code already.</source>
            <translation>이 코드를 쓰는 동의항목이 이미 있습니다.</translation>
        </message>
    </context>
    <context>
        <name>ScriptRun</name>
        <message>
            <source>This script does not exist in %1.</source>
            <translation>이 스크립트에는 %1 본문이 없습니다.</translation>
        </message>
        <message>
            <source>This script is not made for this way of consent: %1.</source>
            <translation>이 스크립트는 다음 동의 방법을 지원하지 않습니다: %1.</translation>
        </message>
        <message>
            <source>Only consent by the site has a second call.</source>
            <translation>두 번째 통화는 홈페이지 확인 방식에만 있습니다.</translation>
        </message>
        <message>
            <source>The speaking rate or the time of the start is not possible.</source>
            <translation>말하기 속도나 시작 시각이 올바르지 않습니다.</translation>
        </message>
        <message>
            <source>This call has ended.</source>
            <translation>이미 끝난 통화입니다.</translation>
        </message>
        <message>
            <source>The time of the call can't go back.</source>
            <translation>통화 시각은 되돌아갈 수 없습니다.</translation>
        </message>
        <message>
            <source>This call has more steps than a call can have. End it and begin a new one.</source>
            <translation>통화 단계가 너무 많습니다. 통화를 끝내고 새로 시작하세요.</translation>
        </message>
        <message>
            <source>This question still needs its answer: yes or no.</source>
            <translation>이 질문의 답변이 필요합니다. 동의 여부를 입력하세요.</translation>
        </message>
        <message>
            <source>The script does not say how to go on from here. End the call and tell the supervisor.</source>
            <translation>스크립트에 다음 조항이 없습니다. 통화를 끝내고 관리자에게 알리세요.</translation>
        </message>
        <message>
            <source>Nothing is asked here.</source>
            <translation>이 조항에는 질문이 없습니다.</translation>
        </message>
        <message>
            <source>This is the first clause.</source>
            <translation>첫 번째 조항입니다.</translation>
        </message>
        <message>
            <source>The call that was kept can't be read back. What was saved of earlier calls is not affected.</source>
            <translation>보관된 통화를 되살릴 수 없습니다. 이미 저장한 통화 기록은 안전합니다.</translation>
        </message>
        <message>
            <source>The call that was kept was begun with another version of the script. It can be recorded as ended early, or begun anew.</source>
            <translation>보관된 통화는 다른 버전의 스크립트로 시작했습니다. 도중 종료로 기록하거나 새로 시작하세요.</translation>
        </message>
    </context>
    <context>
        <name>ServerAccess</name>
        <message>
            <source>fsync is off: a power cut can destroy the store. Set fsync = on.</source>
            <translation>fsync가 꺼져 있어 정전 시 저장소가 손상될 수 있습니다. fsync = on으로 설정하세요.</translation>
        </message>
        <message>
            <source>full_page_writes is off: a power cut can destroy the store. Set it on.</source>
            <translation>full_page_writes가 꺼져 있어 정전 시 저장소가 손상될 수 있습니다. 켜세요.</translation>
        </message>
        <message>
            <source>synchronous_commit is off: what was acknowledged can be lost, and desks are refused. Set it on.</source>
            <translation>synchronous_commit이 꺼져 있어 접수 확인된 내용이 사라질 수 있으며, 단말의 접속이 거부됩니다. 켜세요.</translation>
        </message>
        <message>
            <source>log_statement is "all": session secrets come into the server's log. Set log_statement = 'ddl'.</source>
            <translation>log_statement가 "all"이어서 세션 비밀값이 서버 로그에 남습니다. log_statement = 'ddl'로 설정하세요.</translation>
        </message>
    </context>
    <context>
        <name>SignInGuard</name>
        <message>
            <source>Too many wrong passwords. This desk opens again at %1. Ask your administrator if you forgot yours.</source>
            <translation>비밀번호를 여러 번 잘못 입력했습니다. 이 데스크는 %1 에 다시 열립니다. 비밀번호를 잊었다면 관리자에게 문의하세요.</translation>
        </message>
    </context>
    <context>
        <name>StaffDesk</name>
        <message>
            <source>This desk belongs to no central store, so it has one user and one PC. Nothing was changed.</source>
            <translation>이 데스크는 중앙 저장소에 속하지 않아 사용자 한 명과 PC 한 대만 있습니다. 바뀐 것은 없습니다.</translation>
        </message>
        <message>
            <source>The central store has no user “%1”.</source>
            <translation>중앙 저장소에 “%1” 사용자가 없습니다.</translation>
        </message>
    </context>
    <context>
        <name>StaffKeys</name>
        <message>
            <source>A user name of the central store begins with a small letter and has up to 31 small letters, digits, dots, hyphens and underscores.</source>
            <translation>중앙 저장소의 사용자 이름은 영문 소문자로 시작하고 소문자, 숫자, 점, 하이픈, 밑줄을 31자까지 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>The organisation file has no branch “%1”.</source>
            <translation>조직 파일에 “%1” 지점이 없습니다.</translation>
        </message>
    </context>
    <context>
        <name>StatutoryClock</name>
        <message>
            <source>Without delay</source>
            <translation>지체 없이</translation>
        </message>
        <message numerus="yes">
            <source>%n calendar day(s)</source>
            <translation>
                <numerusform>%n일</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n working day(s)</source>
            <translation>
                <numerusform>근무일 %n일</numerusform>
            </translation>
        </message>
        <message>
            <source>the first day counts</source>
            <translation>첫날 산입</translation>
        </message>
        <message>
            <source>the first day does not count</source>
            <translation>첫날 불산입</translation>
        </message>
        <message>
            <source>a Saturday or holiday at the end moves it to the next working day</source>
            <translation>끝나는 날이 토요일이나 공휴일이면 다음 근무일까지</translation>
        </message>
    </context>
    <context>
        <name>StoreAccount</name>
        <message>
            <source>Your user was disabled at the central store, so this desk no longer opens for you. What you recorded is kept. Ask your administrator.</source>
            <translation>중앙 저장소에서 이 사용자가 중지되어 더 이상 이 데스크를 열 수 없습니다. 기록한 내용은 보관되어 있습니다. 관리자에게 문의해 주세요.</translation>
        </message>
        <message>
            <source>This PC was withdrawn from the central store, so the data on it was made unreadable. Everything that was sent is safe at the centre. Ask your administrator to enrol this PC again.</source>
            <translation>이 PC는 중앙 저장소에서 회수되어 PC에 있던 데이터를 읽을 수 없게 했습니다. 전송된 내용은 모두 중앙에 안전하게 있습니다. 관리자에게 PC를 다시 등록해 달라고 하세요.</translation>
        </message>
        <message>
            <source>The central store does not know this PC. Nothing was changed. Ask your administrator for an enrolment file.</source>
            <translation>중앙 저장소가 이 PC를 알지 못합니다. 바뀐 것은 없습니다. 관리자에게 등록 파일을 요청해 주세요.</translation>
        </message>
        <message>
            <source>At this address there is another central store than the one this desk belongs to. Nothing was exchanged. Tell your administrator.</source>
            <translation>이 주소에는 이 데스크가 속한 곳이 아닌 다른 중앙 저장소가 있습니다. 주고받은 것은 없습니다. 관리자에게 알려 주세요.</translation>
        </message>
    </context>
    <context>
        <name>StoreAddress</name>
        <message>
            <source>The connection to the central store is always encrypted and checked. Take sslmode out of the address.</source>
            <translation>중앙 저장소 연결은 언제나 암호화하고 확인합니다. 주소에서 sslmode를 빼세요.</translation>
        </message>
        <message>
            <source>The address of the central store has a part after “?” that is not known or stands twice. Only sslrootcert, sslcert and sslkey belong there.</source>
            <translation>중앙 저장소 주소의 “?” 뒤에 알 수 없거나 두 번 쓴 부분이 있습니다. sslrootcert, sslcert, sslkey만 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>The address of the central store names a certificate file that can't be used. Write the whole path, without quotes, semicolons and backslashes.</source>
            <translation>중앙 저장소 주소에 쓸 수 없는 인증서 파일이 적혀 있습니다. 따옴표, 세미콜론, 역슬래시 없이 전체 경로를 쓰세요.</translation>
        </message>
        <message>
            <source>A client certificate and its private key belong together: name both, or neither.</source>
            <translation>클라이언트 인증서와 개인 키는 함께 있어야 합니다. 둘 다 쓰거나 둘 다 쓰지 마세요.</translation>
        </message>
        <message>
            <source>The address of the central store looks like postgresql://server.example/consentdesk. Check what was typed.</source>
            <translation>중앙 저장소 주소는 postgresql://server.example/consentdesk 와 같은 형태입니다. 입력한 내용을 확인하세요.</translation>
        </message>
        <message>
            <source>A password does not belong in the address of the central store. Take it out; it is asked for.</source>
            <translation>중앙 저장소 주소에는 비밀번호를 쓰지 않습니다. 비밀번호를 빼세요. 따로 묻습니다.</translation>
        </message>
        <message>
            <source>The user name in the address of the central store is not valid.</source>
            <translation>중앙 저장소 주소의 사용자 이름이 올바르지 않습니다.</translation>
        </message>
        <message>
            <source>The address of the central store names too many servers.</source>
            <translation>중앙 저장소 주소에 서버가 너무 많습니다.</translation>
        </message>
        <message>
            <source>The address of the central store names a server that can't be one. Write its name, and after a colon its port if it is not 5432.</source>
            <translation>중앙 저장소 주소에 서버로 쓸 수 없는 이름이 있습니다. 서버 이름을 쓰고, 포트가 5432가 아니면 콜론 뒤에 포트를 쓰세요.</translation>
        </message>
        <message>
            <source>The address of the central store ends with the name of the database, for example /consentdesk.</source>
            <translation>중앙 저장소 주소의 끝에는 /consentdesk 와 같이 데이터베이스 이름을 씁니다.</translation>
        </message>
        <message>
            <source>The folder of this desk has a name that the connection to the central store can't use: quotes, semicolons and backslashes are not possible.</source>
            <translation>이 데스크의 폴더 이름을 중앙 저장소 연결에 쓸 수 없습니다. 따옴표, 세미콜론, 역슬래시는 쓸 수 없습니다.</translation>
        </message>
    </context>
    <context>
        <name>StoreLogin</name>
        <message>
            <source>There is not enough protected memory to sign in. Nothing was changed. Close other programs and try again.</source>
            <translation>로그인하는 데 필요한 보호 메모리가 부족합니다. 바뀐 것은 없습니다. 다른 프로그램을 닫고 다시 시도해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>StoreOption</name>
        <message>
            <source>the central store: postgresql://USER@HOST/DATABASE?sslrootcert=FILE</source>
            <translation>중앙 저장소: postgresql://USER@HOST/DATABASE?sslrootcert=FILE</translation>
        </message>
        <message>
            <source>ADDRESS</source>
            <translation>주소</translation>
        </message>
        <message>
            <source>an open file descriptor from which the password of that account is read; otherwise it comes from the file that CONSENTDESK_STORE_PASSWORD_FILE names, or from the terminal</source>
            <translation>그 계정의 비밀번호를 읽을 열린 파일 디스크립터입니다. 없으면 CONSENTDESK_STORE_PASSWORD_FILE이 가리키는 파일이나 터미널에서 읽습니다</translation>
        </message>
        <message>
            <source>NUMBER</source>
            <translation>숫자</translation>
        </message>
        <message>
            <source>The address of the store names no account. Write it before the server's name, for example: %1</source>
            <translation>저장소 주소에 계정이 없습니다. 서버 이름 앞에 적으세요. 예: %1</translation>
        </message>
        <message>
            <source>Password of %1 at the store: </source>
            <translation>저장소의 %1 비밀번호: </translation>
        </message>
        <message>
            <source>There is no protected memory left. Close other programs and try again.</source>
            <translation>보호된 메모리가 부족합니다. 다른 프로그램을 닫고 다시 시도하세요.</translation>
        </message>
    </context>
    <context>
        <name>StoreSignIn</name>
        <message>
            <source>The first sign-in on this PC needs the central store, and it can't be reached now. Nothing was changed. Check the network and try again.</source>
            <translation>이 PC에서 처음 로그인하려면 중앙 저장소에 연결되어야 하는데 지금 연결할 수 없습니다. 바뀐 것은 없습니다. 네트워크를 확인하고 다시 시도해 주세요.</translation>
        </message>
        <message>
            <source>This is a one-time password. Choose one of your own now; nobody else will know it.</source>
            <translation>일회용 비밀번호입니다. 지금 자신의 비밀번호를 정해 주세요. 다른 사람은 알 수 없습니다.</translation>
        </message>
    </context>
    <context>
        <name>StoreVisit</name>
        <message>
            <source>Your user has no key of the organisation yet, so nothing can be opened. Ask somebody who has it to grant it to you, then try again.</source>
            <translation>아직 조직의 키를 받지 못해 열 수 있는 것이 없습니다. 키를 가진 사람에게 부여해 달라고 한 뒤 다시 시도해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>Subject</name>
        <message>
            <source>Enter the relation in one word of at most %1 letters.</source>
            <translation>관계를 %1자 이내의 한 단어로 입력하세요.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>이름</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>전화</translation>
        </message>
        <message>
            <source>Birth date</source>
            <translation>생년월일</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>이메일</translation>
        </message>
        <message>
            <source>Guardian's name</source>
            <translation>법정대리인 이름</translation>
        </message>
        <message>
            <source>Guardian's phone</source>
            <translation>법정대리인 전화번호</translation>
        </message>
        <message>
            <source>Guardian's relation</source>
            <translation>법정대리인 관계</translation>
        </message>
    </context>
    <context>
        <name>SubjectCards</name>
        <message>
            <source>This person is not on this desk. Search again by number or name.</source>
            <translation>이 고객은 이 데스크에 없습니다. 번호나 이름으로 다시 찾아보세요.</translation>
        </message>
        <message>
            <source>Refused on %1.</source>
            <translation>%1에 거부했습니다.</translation>
        </message>
        <message>
            <source>Withdrawn on %1.</source>
            <translation>%1에 철회했습니다.</translation>
        </message>
        <message>
            <source>Opted out on %1.</source>
            <translation>%1에 수신거부했습니다.</translation>
        </message>
        <message>
            <source>Opted out on %1, together with others.</source>
            <translation>%1에 다른 항목과 함께 수신거부했습니다.</translation>
        </message>
        <message>
            <source>Given on %1 and not confirmed again in time: it no longer counts since %2.</source>
            <translation>%1에 동의했으나 기한 안에 다시 확인하지 않아 %2부터 효력이 없습니다.</translation>
        </message>
        <message>
            <source>Found invalid in review on %1.</source>
            <translation>%1 검토에서 무효로 판정되었습니다.</translation>
        </message>
        <message>
            <source>Name not known</source>
            <translation>이름 미확인</translation>
        </message>
    </context>
    <context>
        <name>SubjectTokens</name>
        <message>
            <source>Your keys are incomplete. Sign out and in again; what you recorded is kept.</source>
            <translation>사용자 키가 완전하지 않습니다. 로그아웃한 뒤 다시 로그인하세요. 기록은 그대로 보관됩니다.</translation>
        </message>
    </context>
    <context>
        <name>Sync</name>
        <message>
            <source>The central store has other records under this PC's name than this PC. Everything is kept on this PC, but nothing more is sent. Call the administrator: another PC may be a copy of this one.</source>
            <translation>중앙 저장소에 이 PC의 이름으로 된 다른 기록이 있습니다. 모든 자료는 이 PC에 보관되어 있으나 더 이상 전송하지 않습니다. 이 PC를 복제한 다른 PC가 있을 수 있으니 시스템 관리자에게 연락하세요.</translation>
        </message>
        <message>
            <source>The central store refused a record of this PC as altered. Everything is kept on this PC, but nothing more is sent. Run the ledger check and call the administrator.</source>
            <translation>중앙 저장소가 이 PC의 기록을 변경된 것으로 보고 거절했습니다. 모든 자료는 이 PC에 보관되어 있으나 더 이상 전송하지 않습니다. 원장 점검을 실행하고 시스템 관리자에게 연락하세요.</translation>
        </message>
        <message>
            <source>The central store lost records that this PC does not keep any more. What waits is kept on this PC. Call the administrator: a backup of the store or another PC may still have them.</source>
            <translation>중앙 저장소에서 사라진 기록을 이 PC도 더 이상 보관하고 있지 않습니다. 전송을 기다리는 자료는 이 PC에 보관되어 있습니다. 저장소 백업이나 다른 PC에 남아 있을 수 있으니 시스템 관리자에게 연락하세요.</translation>
        </message>
        <message>
            <source>A recording or scan of this PC does not match what was noted when it was made. It is kept here and not sent. Tell the administrator.</source>
            <translation>이 PC의 녹취 또는 스캔 파일이 저장 당시의 값과 다릅니다. 이 PC에 보관하고 전송하지 않습니다. 관리자에게 알려 주세요.</translation>
        </message>
        <message>
            <source>The person was erased; their recordings and scans are gone for good.</source>
            <translation>이 정보주체는 파기되었습니다. 녹취와 스캔도 되살릴 수 없습니다.</translation>
        </message>
        <message>
            <source>The central store took too long to answer the look-up. Nothing was changed. Try again.</source>
            <translation>중앙 저장소의 조회 응답이 늦었습니다. 변경된 것은 없습니다. 다시 시도하세요.</translation>
        </message>
        <message>
            <source>Your user was disabled at the central store. Call the administrator.</source>
            <translation>중앙 저장소에서 이 사용자가 사용 중지되었습니다. 관리자에게 문의하세요.</translation>
        </message>
        <message>
            <source>This PC was taken out of the organisation at the central store. Call the administrator.</source>
            <translation>중앙 저장소에서 이 PC의 등록이 해지되었습니다. 관리자에게 문의하세요.</translation>
        </message>
        <message>
            <source>The central store does not know this PC. What you record is kept here and waits. Call the administrator to enrol it.</source>
            <translation>중앙 저장소에 등록되지 않은 PC입니다. 기록은 이 PC에 보관되어 전송을 기다립니다. 관리자에게 등록을 요청하세요.</translation>
        </message>
        <message>
            <source>The central store does not answer. What you record is kept here and waits.</source>
            <translation>중앙 저장소가 응답하지 않습니다. 기록은 이 PC에 보관되어 전송을 기다립니다.</translation>
        </message>
        <message>
            <source>The look-up was stopped. Nothing was changed.</source>
            <translation>조회를 중단했습니다. 변경된 것은 없습니다.</translation>
        </message>
    </context>
    <context>
        <name>SyncWords</name>
        <message numerus="yes">
            <source>%n record(s) wait, the oldest since %1.</source>
            <translation>
                <numerusform>기록 %n건이 전송을 기다립니다. 가장 오래된 기록: %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>오프라인</translation>
        </message>
        <message>
            <source>Online, but something needs your attention</source>
            <translation>온라인 · 확인이 필요합니다</translation>
        </message>
        <message>
            <source>Online, fetching what others recorded</source>
            <translation>온라인 · 다른 PC의 기록을 받는 중</translation>
        </message>
        <message>
            <source>Online, sending</source>
            <translation>온라인 · 전송 중</translation>
        </message>
        <message>
            <source>Online, everything is sent</source>
            <translation>온라인 · 모두 전송됨</translation>
        </message>
        <message>
            <source>What you record is kept on this PC and sent by itself later.</source>
            <translation>기록은 이 PC에 보관되며 연결되면 저절로 전송됩니다.</translation>
        </message>
        <message>
            <source>What you record is at the central store within two seconds.</source>
            <translation>기록은 2초 안에 중앙 저장소에 전송됩니다.</translation>
        </message>
    </context>
    <context>
        <name>UserCommand</name>
        <message>
            <source>add a user and show the one-time password</source>
            <translation>사용자를 추가하고 일회용 비밀번호를 보여 줍니다</translation>
        </message>
        <message>
            <source>shut a user out, from the next contact of any PC on</source>
            <translation>각 PC의 다음 연결부터 사용자를 막습니다</translation>
        </message>
        <message>
            <source>let a disabled user in again</source>
            <translation>중지된 사용자를 다시 허용합니다</translation>
        </message>
        <message>
            <source>make out a new one-time password; what the user could open has to be granted again</source>
            <translation>새 일회용 비밀번호를 만듭니다. 열람 키는 다시 부여해야 합니다</translation>
        </message>
        <message>
            <source>set the roles of a user</source>
            <translation>사용자의 역할을 정합니다</translation>
        </message>
        <message>
            <source>give a user the organisation's keys, which you must hold</source>
            <translation>본인이 가진 조직의 키를 사용자에게 부여합니다</translation>
        </message>
        <message>
            <source>show who works with the central store</source>
            <translation>중앙 저장소의 사용자를 보여 줍니다</translation>
        </message>
        <message>
            <source>One-time password of %1: %2</source>
            <translation>%1의 일회용 비밀번호: %2</translation>
        </message>
        <message>
            <source>It must be changed at the first sign-in. Hand it over in person or on the phone.</source>
            <translation>처음 로그인할 때 바꿔야 합니다. 직접 또는 전화로 전달해 주세요.</translation>
        </message>
        <message>
            <source>The organisation's keys were granted to key %1.</source>
            <translation>조직의 키를 키 %1에 부여했습니다.</translation>
        </message>
        <message>
            <source>No keys granted yet, so nothing opens: consentdesk-admin user grant %1</source>
            <translation>아직 키를 부여하지 않아 열 수 있는 것이 없습니다: consentdesk-admin user grant %1</translation>
        </message>
        <message>
            <source>users of the shared central store</source>
            <translation>공용 중앙 저장소의 사용자</translation>
        </message>
        <message>
            <source>the user's sign-in name</source>
            <translation>사용자의 로그인 이름</translation>
        </message>
        <message>
            <source>the name that customers hear</source>
            <translation>고객이 듣는 이름</translation>
        </message>
        <message>
            <source>do not grant the organisation's keys; somebody else will</source>
            <translation>조직의 키를 부여하지 않습니다. 다른 사람이 부여합니다</translation>
        </message>
        <message>
            <source>agent, counter, supervisor, privacyOfficer, administrator; commas between</source>
            <translation>agent, counter, supervisor, privacyOfficer, administrator를 쉼표로 구분</translation>
        </message>
        <message>
            <source>One of the roles is unknown.</source>
            <translation>알 수 없는 역할이 있습니다.</translation>
        </message>
        <message>
            <source>%1 may sign in again.</source>
            <translation>%1 사용자가 다시 로그인할 수 있습니다.</translation>
        </message>
        <message>
            <source>%1 is shut out. A PC that is offline learns of it at its next contact.</source>
            <translation>%1 사용자를 막았습니다. 오프라인인 PC는 다음 연결 때 알게 됩니다.</translation>
        </message>
        <message>
            <source>Roles of %1: %2</source>
            <translation>%1의 역할: %2</translation>
        </message>
        <message>
            <source>active</source>
            <translation>사용 중</translation>
        </message>
        <message>
            <source>disabled</source>
            <translation>중지됨</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>로그인 이름</translation>
        </message>
        <message>
            <source>State</source>
            <translation>상태</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>역할</translation>
        </message>
        <message>
            <source>Key (thumbprint)</source>
            <translation>키(지문)</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>이름</translation>
        </message>
    </context>
    <context>
        <name>Values</name>
        <message>
            <source>This is too long for a name: at most %1 characters.</source>
            <translation>이름이 너무 깁니다. %1자까지 입력할 수 있습니다.</translation>
        </message>
        <message>
            <source>The name contains a control character. Type it again.</source>
            <translation>이름에 제어 문자가 있습니다. 다시 입력하세요.</translation>
        </message>
        <message>
            <source>Enter the name.</source>
            <translation>이름을 입력하세요.</translation>
        </message>
        <message>
            <source>A name has no digits. Check whether a number slipped into this field.</source>
            <translation>이름에는 숫자를 쓸 수 없습니다. 번호가 잘못 들어갔는지 확인하세요.</translation>
        </message>
        <message>
            <source>A syllable of the name is incomplete. Finish it or remove it.</source>
            <translation>이름에 완성되지 않은 글자가 있습니다. 완성하거나 지우세요.</translation>
        </message>
        <message>
            <source>The name contains a character that does not belong in a name.</source>
            <translation>이름에 쓸 수 없는 문자가 있습니다.</translation>
        </message>
        <message>
            <source>This is too long for an e-mail address.</source>
            <translation>이메일 주소가 너무 깁니다.</translation>
        </message>
        <message>
            <source>Enter the e-mail address.</source>
            <translation>이메일 주소를 입력하세요.</translation>
        </message>
        <message>
            <source>An e-mail address has one @ with a name before it.</source>
            <translation>이메일 주소에는 @가 하나 있고 그 앞에 이름이 있어야 합니다.</translation>
        </message>
        <message>
            <source>The part before the @ contains a character that an e-mail address can't have.</source>
            <translation>@ 앞에 이메일 주소에 쓸 수 없는 문자가 있습니다.</translation>
        </message>
        <message>
            <source>The part before the @ has a dot too many.</source>
            <translation>@ 앞에 점이 잘못 쓰였습니다.</translation>
        </message>
        <message>
            <source>The part after the @ must be a domain such as example.com.</source>
            <translation>@ 뒤는 example.com 과 같은 도메인이어야 합니다.</translation>
        </message>
    </context>
    <context>
        <name>VaultCheckCommand</name>
        <message>
            <source>the encrypted databases</source>
            <translation>암호화된 저장소</translation>
        </message>
        <message>
            <source>check header, the seal of every page, and the integrity of the database</source>
            <translation>헤더, 모든 페이지의 봉인, 데이터베이스 무결성 확인</translation>
        </message>
        <message>
            <source>a file sealed with this desk's key; without it, this desk's cache</source>
            <translation>이 데스크의 키로 봉인된 파일(생략하면 이 데스크의 저장소)</translation>
        </message>
        <message>
            <source>FILE</source>
            <translation>파일</translation>
        </message>
        <message>
            <source>%1 pages, %2 frames of the write-ahead log</source>
            <translation>페이지 %1개, 선기록 로그 프레임 %2개</translation>
        </message>
        <message>
            <source>Pages whose seal is broken: %1</source>
            <translation>봉인이 깨진 페이지: %1</translation>
        </message>
        <message>
            <source>Intact</source>
            <translation>이상 없음</translation>
        </message>
    </context>
    <context>
        <name>VaultExportCommand</name>
        <message>
            <source>the encrypted databases</source>
            <translation>암호화된 저장소</translation>
        </message>
        <message>
            <source>write a copy of this desk's cache in the clear; logged with the reason</source>
            <translation>이 데스크의 저장소를 암호화하지 않은 사본으로 내보내기(사유와 함께 기록됨)</translation>
        </message>
        <message>
            <source>the plain copy; must not exist yet</source>
            <translation>암호화하지 않은 사본(아직 없는 파일이어야 함)</translation>
        </message>
        <message>
            <source>FILE</source>
            <translation>파일</translation>
        </message>
        <message>
            <source>why everything is needed in the clear</source>
            <translation>암호화하지 않은 전체가 필요한 사유</translation>
        </message>
        <message>
            <source>TEXT</source>
            <translation>글</translation>
        </message>
        <message>
            <source>%1 bytes written to %2</source>
            <translation>%2에 %1바이트를 썼습니다</translation>
        </message>
        <message>
            <source>The copy is not encrypted. Destroy it when the reason has passed.</source>
            <translation>사본은 암호화되어 있지 않습니다. 사유가 끝나면 파기하세요.</translation>
        </message>
    </context>
    <context>
        <name>VaultRekeyCommand</name>
        <message>
            <source>the encrypted databases</source>
            <translation>암호화된 저장소</translation>
        </message>
        <message>
            <source>move the databases under a fresh key; goes on where an interrupted run stopped</source>
            <translation>데이터베이스를 새 키로 옮깁니다. 중단된 작업은 이어서 진행합니다</translation>
        </message>
        <message>
            <source>The databases lie under a fresh key, and the key before is forgotten.</source>
            <translation>데이터베이스를 새 키로 옮기고 이전 키를 지웠습니다.</translation>
        </message>
    </context>
    <context>
        <name>Workplace</name>
        <message>
            <source>the desk with sample people; it needs no password</source>
            <translation>체험용 데스크(비밀번호가 필요 없음)</translation>
        </message>
        <message>
            <source>who signs in</source>
            <translation>로그인할 사람</translation>
        </message>
        <message>
            <source>NAME</source>
            <translation>이름</translation>
        </message>
        <message>
            <source>an open file descriptor from which the password is read; otherwise it comes from the file that CONSENTDESK_PASSWORD_FILE names, or from the terminal</source>
            <translation>비밀번호를 읽을 열린 파일 디스크립터. 없으면 CONSENTDESK_PASSWORD_FILE이 가리키는 파일이나 터미널에서 읽음</translation>
        </message>
        <message>
            <source>NUMBER</source>
            <translation>숫자</translation>
        </message>
        <message>
            <source>where the desks are, if not in the usual place</source>
            <translation>데스크가 있는 폴더(기본 위치가 아닐 때)</translation>
        </message>
        <message>
            <source>FOLDER</source>
            <translation>폴더</translation>
        </message>
        <message>
            <source>Say who signs in with --login, or use the desk with sample people with --sample.</source>
            <translation>--login으로 로그인할 사람을 지정하거나 --sample로 체험용 데스크를 쓰세요.</translation>
        </message>
        <message>
            <source>Password of %1: </source>
            <translation>%1의 비밀번호: </translation>
        </message>
    </context>
    <context>
        <name>consent::cache::Cache</name>
        <message>
            <source>Part of the database on this PC is damaged. Nothing was deleted. Restart the program: it sets the file aside and recovers what verifies.</source>
            <translation>이 PC의 데이터베이스 일부가 손상되었습니다. 삭제된 것은 없습니다. 프로그램을 다시 시작하면 파일을 따로 보관하고 확인되는 내용을 복구합니다.</translation>
        </message>
        <message>
            <source>What was asked for is not stored on this PC.</source>
            <translation>요청한 내용이 이 PC에 저장되어 있지 않습니다.</translation>
        </message>
        <message>
            <source>Stopped as you asked. Nothing was changed.</source>
            <translation>요청에 따라 중지했습니다. 바뀐 것은 없습니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::cache::DeviceStore</name>
        <message>
            <source>This PC is already set up. Nothing was changed.</source>
            <translation>이 PC는 이미 설정되어 있습니다. 바뀐 것은 없습니다.</translation>
        </message>
        <message>
            <source>This record does not continue what this PC wrote before, so it was not saved. Please report this to the administrator.</source>
            <translation>이 PC가 앞서 남긴 기록과 이어지지 않아 저장하지 않았습니다. 관리자에게 알려 주세요.</translation>
        </message>
    </context>
    <context>
        <name>consent::cache::EventStore</name>
        <message>
            <source>This record is already stored.</source>
            <translation>이미 저장된 기록입니다.</translation>
        </message>
        <message>
            <source>Two different records claim the same place in the ledger. Nothing was changed. Please report this to the administrator.</source>
            <translation>서로 다른 두 기록이 원장의 같은 자리를 차지하려 합니다. 바뀐 것은 없습니다. 관리자에게 알려 주세요.</translation>
        </message>
    </context>
    <context>
        <name>consent::cache::Projector</name>
        <message>
            <source>Stopped before the end. No record is lost, but lists are not complete until they are rebuilt.</source>
            <translation>끝나기 전에 중지했습니다. 잃은 기록은 없지만, 다시 구성할 때까지 목록이 온전하지 않습니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::cache::Salvage</name>
        <message>
            <source>The database on this PC is damaged, and this PC's own key is not among what can be read. Nothing was changed or deleted. Ask your administrator to enrol this PC again; what was sent to the central store is safe there.</source>
            <translation>이 PC의 데이터베이스가 손상되었고 이 PC의 고유 키를 읽을 수 없습니다. 변경되거나 삭제된 것은 없습니다. 관리자에게 이 PC를 다시 등록해 달라고 요청하세요. 중앙 저장소로 보낸 기록은 안전합니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::cache::WorkingSet</name>
        <message>
            <source>This person can't leave this PC yet: the central store does not have everything about them. Nothing was changed.</source>
            <translation>중앙 저장소로 보내지 않은 기록이 있어 이 정보주체를 이 PC에서 내보낼 수 없습니다. 변경된 것은 없습니다.</translation>
        </message>
        <message>
            <source>This person can't leave this PC yet: something about them is still in work here. Nothing was changed.</source>
            <translation>이 PC에서 처리 중인 일이 남아 있어 이 정보주체를 이 PC에서 내보낼 수 없습니다. 변경된 것은 없습니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::CallInbox</name>
        <message>
            <source>Calls from the telephone system can't reach this desk: there is no place for its socket. Everything else works.</source>
            <translation>전화 시스템의 통화를 이 데스크로 받을 수 없습니다. 소켓을 만들 곳이 없습니다. 다른 기능은 모두 사용할 수 있습니다.</translation>
        </message>
        <message>
            <source>Consent Desk is running but does not answer. Close it, or sign in to the PC again, then start it once more. Nothing that was saved is lost.</source>
            <translation>동의 데스크가 실행 중이지만 응답하지 않습니다. 프로그램을 닫거나 PC에 다시 로그인한 뒤 다시 시작하세요. 저장된 내용은 그대로입니다.</translation>
        </message>
        <message>
            <source>Too many connections: the one that was silent longest was closed.</source>
            <translation>연결이 너무 많아 가장 오래 조용했던 연결을 닫았습니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::ContactDesk</name>
        <message>
            <source>Say what you need it for. It is kept in the access log.</source>
            <translation>어떤 목적으로 필요한지 적어 주세요. 접속기록에 남습니다.</translation>
        </message>
        <message>
            <source>There is a file of that name already. Choose another name; nothing was written.</source>
            <translation>같은 이름의 파일이 이미 있습니다. 다른 이름을 고르세요. 아무것도 쓰지 않았습니다.</translation>
        </message>
        <message>
            <source>Choose how the guardian was verified. The organisation file lists the ways.</source>
            <translation>법정대리인을 확인한 방법을 고르세요. 방법은 조직 파일에 있습니다.</translation>
        </message>
        <message>
            <source>This person is 14 or older and decides alone. No guardian was linked.</source>
            <translation>만 14세 이상이므로 본인이 직접 결정합니다. 법정대리인을 연결하지 않았습니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::DeskEntrance</name>
        <message>
            <source>Choose a branch.</source>
            <translation>지점을 고르세요.</translation>
        </message>
        <message>
            <source>Enter the name that customers hear, up to %1 characters.</source>
            <translation>고객에게 말할 이름을 %1자까지 입력하세요.</translation>
        </message>
        <message>
            <source>Enter a user name without blanks, up to %1 characters.</source>
            <translation>사용자 ID를 빈칸 없이 %1자까지 입력하세요.</translation>
        </message>
        <message>
            <source>Use at least %1 characters. A sentence that only you know is good.</source>
            <translation>%1자 이상으로 정하세요. 나만 아는 문장이면 좋습니다.</translation>
        </message>
        <message>
            <source>The password must not contain the user name.</source>
            <translation>비밀번호에 사용자 ID를 넣을 수 없습니다.</translation>
        </message>
        <message>
            <source>The new password is the one you have. Choose another.</source>
            <translation>새 비밀번호가 지금 비밀번호와 같습니다. 다른 비밀번호를 정해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::DeskJoining</name>
        <message>
            <source>There is a desk on this PC already. Sign in, or ask your administrator.</source>
            <translation>이 PC에는 이미 데스크가 있습니다. 로그인하거나 관리자에게 문의하세요.</translation>
        </message>
        <message>
            <source>A user name of the central store has small letters and digits. Check it.</source>
            <translation>중앙 저장소의 사용자 이름은 영문 소문자와 숫자입니다. 확인해 주세요.</translation>
        </message>
        <message>
            <source>The folder %1 can't be made. Check that you may write there.</source>
            <translation>폴더 %1 을(를) 만들 수 없습니다. 쓰기 권한을 확인하세요.</translation>
        </message>
        <message>
            <source>This enrolment file was used already, and is good for one PC only. Nothing was set up. Ask your administrator for a new file.</source>
            <translation>이미 사용된 등록 파일입니다. 등록 파일은 PC 한 대에만 쓸 수 있습니다. 설정된 것은 없습니다. 관리자에게 새 파일을 요청해 주세요.</translation>
        </message>
        <message>
            <source>This enrolment file is no longer valid. Nothing was set up. Ask your administrator for a new file.</source>
            <translation>기한이 지난 등록 파일입니다. 설정된 것은 없습니다. 관리자에게 새 파일을 요청해 주세요.</translation>
        </message>
        <message>
            <source>The central store does not know this enrolment file. Nothing was set up. Ask your administrator for a new file.</source>
            <translation>중앙 저장소가 이 등록 파일을 알지 못합니다. 설정된 것은 없습니다. 관리자에게 새 파일을 요청해 주세요.</translation>
        </message>
        <message>
            <source>There is not enough protected memory for the keys. Close other programs and try again; nothing was set up.</source>
            <translation>키를 담을 보호 메모리가 부족합니다. 다른 프로그램을 닫고 다시 시도하세요. 아무것도 설정하지 않았습니다.</translation>
        </message>
        <message>
            <source>The certificate of this PC needs its key beside it, and %1 can't be read. Nothing was set up. Put the file there or take device.crt away.</source>
            <translation>이 PC의 인증서에는 키 파일이 함께 있어야 하는데 %1 파일을 읽을 수 없습니다. 설정된 것은 없습니다. 파일을 그곳에 두거나 device.crt를 치워 주세요.</translation>
        </message>
        <message>
            <source>The key of this PC's certificate can't be kept from others in %1. Nothing was set up. Check that the disk knows permissions.</source>
            <translation>%1에서 이 PC 인증서의 키를 다른 사용자로부터 보호할 수 없습니다. 설정된 것은 없습니다. 디스크가 파일 권한을 지원하는지 확인해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::DeskRecovery</name>
        <message numerus="yes">
            <source>Part of the data on this PC was damaged. %n record(s) were recovered, and the damaged file was set aside.</source>
            <translation>
                <numerusform>일부 데이터가 손상되어 기록 %n건을 복구했습니다. 손상된 파일은 따로 보관했습니다.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) could not be recovered. Tell your administrator.</source>
            <translation>
                <numerusform>기록 %n건은 복구하지 못했습니다. 관리자에게 알리세요.</numerusform>
            </translation>
        </message>
        <message>
            <source>Some of these may not have reached the central store.</source>
            <translation>이 가운데 일부는 중앙 저장소에 도착하지 않았을 수 있습니다.</translation>
        </message>
        <message>
            <source>The database on this PC is damaged, and your keys are not among what can be read. Nothing was changed or deleted. Ask a colleague who uses this PC to sign in, or your administrator to enrol you again.</source>
            <translation>이 PC의 데이터베이스가 손상되었고 사용자의 키를 읽을 수 없습니다. 변경되거나 삭제된 것은 없습니다. 이 PC를 쓰는 동료에게 로그인을 부탁하거나 관리자에게 다시 등록해 달라고 요청하세요.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::DeskRekeying</name>
        <message>
            <source>There is not enough protected memory for a new key. Close other programs and try again; nothing was changed.</source>
            <translation>새 키를 담을 보호 메모리가 부족합니다. 다른 프로그램을 닫고 다시 시도하세요. 바뀐 것은 없습니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::DeskTakedown</name>
        <message>
            <source>The keys of a withdrawn desk can't be destroyed. Tell your administrator at once.</source>
            <translation>회수된 데스크의 키를 없애지 못했습니다. 즉시 관리자에게 알려 주세요.</translation>
        </message>
        <message>
            <source>The files of a withdrawn desk can't be removed. What is in them is unreadable.</source>
            <translation>회수된 데스크의 파일을 지우지 못했습니다. 그 내용은 읽을 수 없는 상태입니다.</translation>
        </message>
        <message>
            <source>This is no file of unsent events, or it is damaged.</source>
            <translation>보내지 못한 기록의 파일이 아니거나 손상되었습니다.</translation>
        </message>
        <message>
            <source>Your keys do not open this file: it was sealed under another one.</source>
            <translation>가지고 있는 키로 이 파일을 열 수 없습니다. 다른 키로 봉인된 파일입니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::EvidenceDesk</name>
        <message>
            <source>This person is not on this desk. Search again by number or name.</source>
            <translation>이 고객은 이 데스크에 없습니다. 번호나 이름으로 다시 찾아보세요.</translation>
        </message>
        <message>
            <source>This piece of evidence is not known on this desk.</source>
            <translation>이 데스크에서 알 수 없는 증빙입니다.</translation>
        </message>
        <message>
            <source>This piece of evidence was destroyed together with its key.</source>
            <translation>이 증빙은 키와 함께 파기되었습니다.</translation>
        </message>
        <message>
            <source>This piece of evidence is not the one that was attached. It was not shown. Tell your privacy officer.</source>
            <translation>첨부된 증빙과 다릅니다. 표시하지 않았습니다. 개인정보보호 담당자에게 알려 주세요.</translation>
        </message>
        <message>
            <source>This piece of evidence is at the centre. It is being fetched; open it again in a moment.</source>
            <translation>이 증빙은 중앙 저장소에 있습니다. 가져오는 중이니 잠시 뒤 다시 열어 주세요.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::InboxConnection</name>
        <message>
            <source>The rest of the line did not come in time. Send the whole line at once.</source>
            <translation>줄의 나머지가 제때 오지 않았습니다. 한 줄을 한 번에 보내세요.</translation>
        </message>
        <message>
            <source>The line is longer than %1 bytes. Send one request per line.</source>
            <translation>한 줄이 %1바이트를 넘습니다. 한 줄에 요청 하나만 보내세요.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::LedgerDesk</name>
        <message>
            <source>Verifying was stopped. Nothing was changed.</source>
            <translation>검증을 멈췄습니다. 바뀐 것은 없습니다.</translation>
        </message>
        <message>
            <source>Only a privacy officer signs checkpoints. Nothing was changed.</source>
            <translation>체크포인트에는 개인정보보호책임자만 서명할 수 있습니다. 변경된 것은 없습니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::LogDesk</name>
        <message>
            <source>A clause was passed faster than it can be spoken</source>
            <translation>말할 수 있는 속도보다 빨리 넘긴 조항이 있음</translation>
        </message>
        <message>
            <source>No recording</source>
            <translation>녹취 없음</translation>
        </message>
        <message>
            <source>%1, no. %2, in force since %3</source>
            <translation>%1 제%2호, %3 시행</translation>
        </message>
        <message>
            <source>%1, version %2</source>
            <translation>%1, 버전 %2</translation>
        </message>
        <message>
            <source>Everything optional was ended</source>
            <translation>선택 항목 전체를 끝냄</translation>
        </message>
        <message>
            <source>Ended: %1</source>
            <translation>끝낸 항목: %1</translation>
        </message>
        <message>
            <source>This record has no receipt.</source>
            <translation>이 기록에는 접수증이 없습니다.</translation>
        </message>
        <message>
            <source>Keyed by mistake, corrected %1: %2. It does not count.</source>
            <translation>입력 실수로 %1에 정정됨: %2. 효력이 없습니다.</translation>
        </message>
        <message>
            <source>An opt-out was keyed by mistake: %1</source>
            <translation>수신거부를 잘못 입력함: %1</translation>
        </message>
        <message>
            <source>It came too late or from somebody else: the opt-out stands.</source>
            <translation>시간이 지났거나 다른 사용자가 입력하여 정정되지 않았습니다. 수신거부는 그대로 유효합니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::MergeDesk</name>
        <message>
            <source>One of the two is not on this desk. Search for it first, then compare again.</source>
            <translation>둘 중 하나가 이 데스크에 없습니다. 먼저 검색한 뒤 다시 비교해 주세요.</translation>
        </message>
        <message>
            <source>These two are one person already.</source>
            <translation>이미 같은 고객으로 합쳐져 있습니다.</translation>
        </message>
        <message>
            <source>This merge was undone already.</source>
            <translation>이 합치기는 이미 취소되었습니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::PaperDesk</name>
        <message>
            <source>This request does not call for such a paper.</source>
            <translation>이 요청에는 해당하지 않는 문서입니다.</translation>
        </message>
        <message>
            <source>The data for this paper is missing. Nothing was issued.</source>
            <translation>문서에 넣을 정보가 없어 발급하지 않았습니다.</translation>
        </message>
        <message>
            <source>In this contact nothing was said about advertising.</source>
            <translation>이 상담에는 광고 수신에 관한 의사표시가 없습니다.</translation>
        </message>
        <message>
            <source>This record is no paper.</source>
            <translation>이 기록은 문서가 아닙니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::RequestDesk</name>
        <message>
            <source>The document is genuine.</source>
            <translation>진본으로 확인되었습니다.</translation>
        </message>
        <message>
            <source>The document is not genuine. Do not go on; tell your privacy officer.</source>
            <translation>진본이 아닙니다. 더 진행하지 말고 개인정보보호책임자에게 알려 주세요.</translation>
        </message>
        <message>
            <source>The service can't tell. Look at the document itself, or ask for another one.</source>
            <translation>서비스에서 판단할 수 없습니다. 신분증을 직접 확인하거나 다른 신분증을 요청해 주세요.</translation>
        </message>
        <message>
            <source>There is no authenticity service here. Ask by other means and enter the reference you were given.</source>
            <translation>진위 확인 서비스가 없습니다. 다른 방법으로 확인하고 받은 확인 번호를 입력해 주세요.</translation>
        </message>
        <message>
            <source>Choose which papers are missing.</source>
            <translation>빠진 서류를 선택해 주세요.</translation>
        </message>
        <message>
            <source>Extend by 1 to %1 days.</source>
            <translation>1일부터 %1일까지 연장할 수 있습니다.</translation>
        </message>
        <message>
            <source>Nothing may be given out on this request now: it needs a verified requester, and it must ask for access.</source>
            <translation>지금은 이 요청으로 정보를 드릴 수 없습니다. 요청인이 확인된 열람 요청이어야 합니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::StandingWatch</name>
        <message>
            <source>The central store no longer takes your password: it was changed or reset elsewhere. Everything is saved. Sign in again with the new one.</source>
            <translation>중앙 저장소가 이 비밀번호를 더 이상 받지 않습니다. 다른 곳에서 변경되었거나 초기화되었습니다. 모두 저장되어 있습니다. 새 비밀번호로 다시 로그인해 주세요.</translation>
        </message>
        <message>
            <source>Your rights were changed at the central store. Everything is saved. Sign in again.</source>
            <translation>중앙 저장소에서 권한이 변경되었습니다. 모두 저장되어 있습니다. 다시 로그인해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::SubjectDesk</name>
        <message>
            <source>Say what you need it for. It is kept in the access log.</source>
            <translation>어떤 목적으로 필요한지 적어 주세요. 접속기록에 남습니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::SyncDesk</name>
        <message>
            <source>Your keys are incomplete. Sign out and in again.</source>
            <translation>사용자 키가 완전하지 않습니다. 로그아웃한 뒤 다시 로그인하세요.</translation>
        </message>
    </context>
    <context>
        <name>consent::desk::VaultDesk</name>
        <message>
            <source>Say what the copy is for. It is kept in the access log.</source>
            <translation>복사본을 어디에 쓰는지 적으세요. 접속기록에 남습니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::evidence::Evidence</name>
        <message>
            <source>This piece of evidence is damaged on this PC and was not shown. Nothing was deleted. If the centre has it, it can be fetched again.</source>
            <translation>이 증빙은 이 PC에서 손상되어 표시하지 않았습니다. 삭제된 것은 없습니다. 중앙 저장소에 있으면 다시 가져올 수 있습니다.</translation>
        </message>
        <message>
            <source>This piece of evidence is sealed with another key than this person's. It was not shown.</source>
            <translation>이 증빙은 이 고객의 키가 아닌 다른 키로 봉인되어 있어 표시하지 않았습니다.</translation>
        </message>
        <message>
            <source>There is not enough protected memory to open the evidence. Close other programs and try again.</source>
            <translation>증빙을 열 보호 메모리가 부족합니다. 다른 프로그램을 닫고 다시 시도해 주세요.</translation>
        </message>
        <message>
            <source>The evidence is too large to be kept in one piece.</source>
            <translation>증빙이 너무 커서 한 건으로 보관할 수 없습니다.</translation>
        </message>
        <message>
            <source>This piece of evidence is not on this PC. Fetch it from the centre first.</source>
            <translation>이 증빙은 이 PC에 없습니다. 먼저 중앙 저장소에서 가져와 주세요.</translation>
        </message>
        <message>
            <source>There is no room on the disk of this PC for the evidence. What was kept before is safe. Free some space and try again.</source>
            <translation>이 PC의 디스크에 증빙을 저장할 공간이 없습니다. 이미 보관된 것은 안전합니다. 공간을 확보하고 다시 시도해 주세요.</translation>
        </message>
        <message>
            <source>The evidence could not be written to or read from the disk of this PC. What was kept before is safe. Check the disk and try again.</source>
            <translation>이 PC의 디스크에서 증빙을 쓰거나 읽지 못했습니다. 이미 보관된 것은 안전합니다. 디스크를 확인하고 다시 시도해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::AuthenticityPanel</name>
        <message>
            <source>Is the document genuine?</source>
            <translation>신분증 진위 확인</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>확인 요청</translation>
        </message>
        <message>
            <source>What is asked goes to the police and is recorded as a provision of this person's data.</source>
            <translation>확인을 위한 정보는 경찰청에 제공되며, 이 고객의 제3자 제공 기록에 남습니다.</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>신분증</translation>
        </message>
        <message>
            <source>Name on the document</source>
            <translation>신분증의 이름</translation>
        </message>
        <message>
            <source>Number on the document</source>
            <translation>신분증 번호</translation>
        </message>
        <message>
            <source>Issued on</source>
            <translation>발급일</translation>
        </message>
        <message>
            <source>Reference of the answer</source>
            <translation>확인 번호</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>확인 결과</translation>
        </message>
        <message>
            <source>Genuine</source>
            <translation>진본</translation>
        </message>
        <message>
            <source>Not genuine</source>
            <translation>진본 아님</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::BatchPanel</name>
        <message>
            <source>ask-again-%1.csv</source>
            <translation>수신동의-재확인-%1.csv</translation>
        </message>
        <message>
            <source>Write the list to a file</source>
            <translation>목록을 파일로 저장</translation>
        </message>
        <message>
            <source>Names and numbers leave this program: keep the file only as long as it is needed. Whose data went out, and what for, stands in the access log.</source>
            <translation>이름과 전화번호가 프로그램 밖으로 나갑니다. 파일은 필요한 동안만 보관해 주세요. 누구의 정보를 어떤 목적으로 내보냈는지 접속기록에 남습니다.</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>저장</translation>
        </message>
        <message>
            <source>Everybody whose consent counts no longer before</source>
            <translation>이 날짜 전에 동의 효력이 끝나는 고객</translation>
        </message>
        <message>
            <source>File</source>
            <translation>파일</translation>
        </message>
        <message>
            <source>What is it needed for?</source>
            <translation>어디에 필요한가요?</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::CallController</name>
        <message>
            <source>The call with %1 of %2 was interrupted at “%3”. Nothing is lost.</source>
            <translation>%2에 시작한 %1 고객님과의 통화가 ‘%3’에서 중단되었습니다. 잃은 내용은 없습니다.</translation>
        </message>
        <message>
            <source>number withheld</source>
            <translation>발신번호 표시제한</translation>
        </message>
        <message>
            <source>Another caller: %1</source>
            <translation>다른 전화: %1</translation>
        </message>
        <message>
            <source>Another call was interrupted and is not saved yet. Go on with it first (F9): this caller comes back when it is saved or closed.</source>
            <translation>저장하지 못하고 중단된 통화가 있습니다. 먼저 이어서 마치세요 (F9). 저장하거나 닫으면 지금 고객으로 돌아옵니다.</translation>
        </message>
        <message>
            <source>The opt-out is saved.</source>
            <translation>수신거부를 저장했습니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::CallPage</name>
        <message>
            <source>Call</source>
            <translation>통화</translation>
        </message>
        <message>
            <source>Find the caller</source>
            <translation>고객 찾기</translation>
        </message>
        <message>
            <source>Go on with the interrupted call</source>
            <translation>중단된 통화 이어서</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>선택</translation>
        </message>
        <message>
            <source>New customer</source>
            <translation>새 고객</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>시작</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>언어</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>방법</translation>
        </message>
        <message>
            <source>ID number</source>
            <translation>신분증</translation>
        </message>
        <message>
            <source>Known person</source>
            <translation>등록된 고객</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>다음</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>답변</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>뒤로</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>확인</translation>
        </message>
        <message>
            <source>Opt-out</source>
            <translation>수신거부</translation>
        </message>
        <message>
            <source>Guardian</source>
            <translation>법정대리인</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>메모</translation>
        </message>
        <message>
            <source>End</source>
            <translation>종료</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>저장</translation>
        </message>
        <message>
            <source>Back to the script</source>
            <translation>스크립트로</translation>
        </message>
        <message>
            <source>Close without a record</source>
            <translation>기록 없이 닫기</translation>
        </message>
        <message>
            <source>Next call</source>
            <translation>다음 통화</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Signed record</source>
            <translation>서명된 기록</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>요청</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::CallerLine</name>
        <message>
            <source>Who is calling?</source>
            <translation>누구신가요?</translation>
        </message>
        <message>
            <source>New customer</source>
            <translation>새 고객</translation>
        </message>
        <message>
            <source>Under 14</source>
            <translation>만 14세 미만</translation>
        </message>
        <message>
            <source>Under 14, guardian %1</source>
            <translation>만 14세 미만, 법정대리인 %1</translation>
        </message>
        <message>
            <source>%1 and %2 more</source>
            <translation>%1 외 %2건</translation>
        </message>
        <message>
            <source>Opted out: %1</source>
            <translation>수신거부: %1</translation>
        </message>
        <message>
            <source>Time on the line %1</source>
            <translation>통화 시간 %1</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::CardTasks</name>
        <message>
            <source>Link a guardian</source>
            <translation>법정대리인 연결</translation>
        </message>
        <message>
            <source>Record a provision</source>
            <translation>제3자 제공 기록</translation>
        </message>
        <message>
            <source>Frozen: not used, not provided</source>
            <translation>동결: 이용·제공 안 함</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::CentralLookUp</name>
        <message numerus="yes">
            <source>%n people fetched from the central store.</source>
            <translation>
                <numerusform>중앙 저장소에서 %n명을 가져왔습니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>The person was erased. Nothing about them can be opened any more.</source>
            <translation>파기된 정보주체입니다. 더 이상 아무것도 열 수 없습니다.</translation>
        </message>
        <message>
            <source>The central store does not know anybody like that either.</source>
            <translation>중앙 저장소에도 일치하는 정보주체가 없습니다.</translation>
        </message>
        <message>
            <source>You have asked for too many people this hour. Try again later, or ask your supervisor.</source>
            <translation>이 시간 동안 조회 한도를 넘었습니다. 나중에 다시 시도하거나 관리자에게 문의하세요.</translation>
        </message>
        <message>
            <source>Your role may not look people up at the central store.</source>
            <translation>이 역할로는 중앙 저장소에서 조회할 수 없습니다.</translation>
        </message>
        <message>
            <source>Asking the central store…</source>
            <translation>중앙 저장소에 조회하는 중…</translation>
        </message>
        <message>
            <source>Not on this PC? Ask the central store (F7). What do you need the person for?</source>
            <translation>이 PC에 없습니까? 중앙 저장소에서 조회하세요(F7). 어떤 용도입니까?</translation>
        </message>
        <message>
            <source>1 Caller on the line</source>
            <translation>1 통화 중인 고객</translation>
        </message>
        <message>
            <source>2 Visitor</source>
            <translation>2 방문 고객</translation>
        </message>
        <message>
            <source>3 Request</source>
            <translation>3 요청 처리</translation>
        </message>
        <message>
            <source>4 Letter or e-mail</source>
            <translation>4 우편·이메일</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::CentralStoreView</name>
        <message>
            <source>Connect to a central store</source>
            <translation>중앙 저장소에 연결하기</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>뒤로</translation>
        </message>
        <message>
            <source>Enrolment file</source>
            <translation>등록 파일</translation>
        </message>
        <message>
            <source>Enrolment file (*.enrol)</source>
            <translation>등록 파일 (*.enrol)</translation>
        </message>
        <message>
            <source>Your administrator gives you a file for this PC and, on the phone, its code. The keys of this PC are made here and never leave it.</source>
            <translation>관리자에게 이 PC용 파일을 받고, 코드는 전화로 받으세요. 이 PC의 키는 여기에서 만들어지며 밖으로 나가지 않습니다.</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>찾아보기…</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>코드</translation>
        </message>
        <message>
            <source>Four groups of four letters and digits. Capitals and hyphens do not matter.</source>
            <translation>영문자와 숫자 네 글자씩 네 묶음입니다. 대소문자와 하이픈은 상관없습니다.</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>사용자 이름</translation>
        </message>
        <message>
            <source>Password, or one-time password</source>
            <translation>비밀번호 또는 일회용 비밀번호</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>연결</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::ClauseListModel</name>
        <message>
            <source>done</source>
            <translation>완료</translation>
        </message>
        <message>
            <source>now</source>
            <translation>지금</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>건너뜀</translation>
        </message>
        <message>
            <source>read too fast</source>
            <translation>빠르게 읽음</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::ClauseView</name>
        <message>
            <source>Mandatory</source>
            <translation>필수</translation>
        </message>
        <message>
            <source>Optional</source>
            <translation>선택</translation>
        </message>
        <message>
            <source>Answered: yes</source>
            <translation>동의로 답변함</translation>
        </message>
        <message>
            <source>Answered: no</source>
            <translation>동의하지 않음으로 답변함</translation>
        </message>
        <message>
            <source>Clause to read</source>
            <translation>읽을 조항</translation>
        </message>
        <message>
            <source>Lighter text may be said in your own words.</source>
            <translation>연한 글은 풀어서 말씀하셔도 됩니다.</translation>
        </message>
        <message>
            <source>Read as it stands.</source>
            <translation>그대로 읽어 주세요.</translation>
        </message>
        <message>
            <source>More below (Page Down)</source>
            <translation>아래에 더 있습니다 (Page Down)</translation>
        </message>
        <message>
            <source>Y   Agrees</source>
            <translation>Y   동의</translation>
        </message>
        <message>
            <source>N   Does not agree</source>
            <translation>N   동의하지 않음</translation>
        </message>
        <message>
            <source>Space   Next</source>
            <translation>Space   다음</translation>
        </message>
        <message>
            <source>Agrees</source>
            <translation>동의</translation>
        </message>
        <message>
            <source>Does not agree</source>
            <translation>동의하지 않음</translation>
        </message>
        <message>
            <source>Next clause</source>
            <translation>다음 조항</translation>
        </message>
        <message>
            <source>Y   Yes</source>
            <translation>Y   예</translation>
        </message>
        <message>
            <source>N   No</source>
            <translation>N   아니요</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>예</translation>
        </message>
        <message>
            <source>No</source>
            <translation>아니요</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::ConsentItemsModel</name>
        <message>
            <source>%1 (mandatory)</source>
            <translation>%1 (필수)</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>항목</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>상태</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>언제부터</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::ConsentPanel</name>
        <message>
            <source>%1 (mandatory)</source>
            <translation>%1 (필수)</translation>
        </message>
        <message>
            <source>Consents</source>
            <translation>동의 현황</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::ContactsModel</name>
        <message>
            <source>When</source>
            <translation>일시</translation>
        </message>
        <message>
            <source>How</source>
            <translation>방법</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>결과</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>상담원</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>접수번호</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::Desktop</name>
        <message>
            <source>A call is going on. Save it first: changing the password ends the session.</source>
            <translation>통화가 진행 중입니다. 비밀번호를 바꾸면 로그아웃되므로 먼저 통화를 저장해 주세요.</translation>
        </message>
        <message>
            <source>Your password was changed. Sign in with the new one.</source>
            <translation>비밀번호를 바꾸었습니다. 새 비밀번호로 로그인해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::EntranceView</name>
        <message>
            <source>Consent Desk</source>
            <translation>동의 데스크</translation>
        </message>
        <message>
            <source>Capture, prove and honour consent</source>
            <translation>동의를 받고, 증명하고, 지킵니다</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::FirstRunView</name>
        <message>
            <source>Preparing sample people: %1 of %2</source>
            <translation>체험용 인물 준비 중: %1 / %2</translation>
        </message>
        <message>
            <source>How would you like to begin?</source>
            <translation>어떻게 시작할까요?</translation>
        </message>
        <message>
            <source>Everything this program keeps stays encrypted on this PC.</source>
            <translation>이 프로그램이 보관하는 모든 것은 이 PC에 암호화되어 저장됩니다.</translation>
        </message>
        <message>
            <source>Try it on this PC</source>
            <translation>이 PC에서 체험하기</translation>
        </message>
        <message>
            <source>Made-up people and a sample script. Nothing to enter, and it can be thrown away.</source>
            <translation>가상 인물과 예시 스크립트로 써 봅니다. 입력할 것이 없고 나중에 지울 수 있습니다.</translation>
        </message>
        <message>
            <source>Set up this PC for work</source>
            <translation>이 PC를 업무용으로 설정하기</translation>
        </message>
        <message>
            <source>Make an encrypted store for your company on this PC, with you as its first user.</source>
            <translation>이 PC에 회사의 암호화 저장소를 만듭니다. 지금 설정하는 분이 첫 사용자가 됩니다.</translation>
        </message>
        <message>
            <source>Connect to a central store</source>
            <translation>중앙 저장소에 연결하기</translation>
        </message>
        <message>
            <source>For companies where several desks work together.</source>
            <translation>여러 자리에서 함께 쓰는 회사를 위한 방식입니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::FollowPage</name>
        <message>
            <source>Noted as told: %1.</source>
            <translation>알린 것으로 기록했습니다: %1.</translation>
        </message>
        <message>
            <source>%1: %2. Saved.</source>
            <translation>%1: %2. 저장했습니다.</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>후속 조치</translation>
        </message>
        <message>
            <source>The other list</source>
            <translation>다른 목록</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>선택</translation>
        </message>
        <message>
            <source>Told by text</source>
            <translation>문자로 알림</translation>
        </message>
        <message>
            <source>by e-mail</source>
            <translation>이메일로</translation>
        </message>
        <message>
            <source>by post</source>
            <translation>우편으로</translation>
        </message>
        <message>
            <source>by phone</source>
            <translation>전화로</translation>
        </message>
        <message>
            <source>in person</source>
            <translation>대면으로</translation>
        </message>
        <message>
            <source>Keeps</source>
            <translation>유지</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>종료</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>응답 없음</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>새로 고침</translation>
        </message>
        <message>
            <source>Nothing waits to be told</source>
            <translation>알릴 처리 결과가 없습니다</translation>
        </message>
        <message numerus="yes">
            <source>To be told: %n outcomes</source>
            <translation>
                <numerusform>알릴 처리 결과 %n건</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody is to be asked again</source>
            <translation>다시 확인할 고객이 없습니다</translation>
        </message>
        <message numerus="yes">
            <source>To be asked again: the first %n people</source>
            <translation>
                <numerusform>다시 확인할 고객: 앞의 %n명</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>To be asked again: %n people</source>
            <translation>
                <numerusform>다시 확인할 고객 %n명</numerusform>
            </translation>
        </message>
        <message>
            <source>Outcomes to be told</source>
            <translation>알릴 처리 결과</translation>
        </message>
        <message>
            <source>People to be asked again</source>
            <translation>다시 확인할 고객</translation>
        </message>
        <message numerus="yes">
            <source>%n outcomes noted as told: %1.</source>
            <translation>
                <numerusform>처리 결과 %n건을 알린 것으로 기록했습니다: %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people: %1. Saved.</source>
            <translation>
                <numerusform>고객 %n명: %1. 저장했습니다.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people are in %1.</source>
            <translation>
                <numerusform>고객 %n명을 %1에 저장했습니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>Several</source>
            <translation>여러 건 선택</translation>
        </message>
        <message>
            <source>List as a file</source>
            <translation>파일로 저장</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::GuardianLinkPanel</name>
        <message>
            <source>Link a guardian</source>
            <translation>법정대리인 연결</translation>
        </message>
        <message>
            <source>Only name and contact of the guardian are taken. The link ends by itself on the 14th birthday.</source>
            <translation>법정대리인의 이름과 연락처만 받습니다. 만 14세 생일이 되면 연결은 자동으로 끝납니다.</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>연결</translation>
        </message>
        <message>
            <source>Guardian's name</source>
            <translation>법정대리인 이름</translation>
        </message>
        <message>
            <source>Guardian's phone</source>
            <translation>법정대리인 전화번호</translation>
        </message>
        <message>
            <source>Relation (may stay empty)</source>
            <translation>관계 (선택)</translation>
        </message>
        <message>
            <source>How verified</source>
            <translation>확인 방법</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::GuardianPanel</name>
        <message>
            <source>Guardian</source>
            <translation>법정대리인</translation>
        </message>
        <message>
            <source>For a child under 14 only the guardian's name and contact are taken.</source>
            <translation>만 14세 미만이면 법정대리인의 이름과 연락처만 받습니다.</translation>
        </message>
        <message>
            <source>Enter the guardian (Ctrl+Enter)</source>
            <translation>법정대리인 입력 (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Guardian's name</source>
            <translation>법정대리인 이름</translation>
        </message>
        <message>
            <source>Guardian's phone</source>
            <translation>법정대리인 전화번호</translation>
        </message>
        <message>
            <source>Relation (may stay empty)</source>
            <translation>관계 (선택)</translation>
        </message>
        <message>
            <source>How verified</source>
            <translation>확인 방법</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::IdentityPanel</name>
        <message>
            <source>%1 (one of several ways)</source>
            <translation>%1 (여러 방법 중 하나)</translation>
        </message>
        <message>
            <source>May stay empty: that the document was seen is enough.</source>
            <translation>비워 두어도 됩니다. 신분증을 확인한 사실만 남습니다.</translation>
        </message>
        <message>
            <source>Shown as %1</source>
            <translation>%1로 표시</translation>
        </message>
        <message>
            <source>born %1</source>
            <translation>%1생</translation>
        </message>
        <message>
            <source>the number is not kept</source>
            <translation>번호는 저장하지 않음</translation>
        </message>
        <message>
            <source>Who asks?</source>
            <translation>요청인 확인</translation>
        </message>
        <message>
            <source>Record the check</source>
            <translation>확인 결과 기록</translation>
        </message>
        <message>
            <source>Tick what you saw. Nothing that was asked for is done before this.</source>
            <translation>확인한 서류를 표시해 주세요. 확인 전에는 요청을 처리하지 않습니다.</translation>
        </message>
        <message>
            <source>How it was checked</source>
            <translation>확인 방법</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>신분증</translation>
        </message>
        <message>
            <source>Number on the document</source>
            <translation>신분증 번호</translation>
        </message>
        <message>
            <source>What was asked</source>
            <translation>질문한 항목</translation>
        </message>
        <message>
            <source>For example: birth date and the last receipt. Never write the answers themselves.</source>
            <translation>예: 생년월일, 최근 접수 내용. 답변 내용 자체는 적지 마세요.</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>확인 결과</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>메모</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::InlineNotice</name>
        <message>
            <source>Close this message</source>
            <translation>알림 닫기</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>되돌리기</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::KeySheet</name>
        <message>
            <source>All keys</source>
            <translation>모든 키</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>어디서나</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::LockView</name>
        <message>
            <source>Locked</source>
            <translation>잠겨 있습니다</translation>
        </message>
        <message>
            <source>%1 is signed in. Enter the password to go on.</source>
            <translation>%1 님이 로그인해 있습니다. 계속하려면 비밀번호를 입력하세요.</translation>
        </message>
        <message>
            <source>A call is going on. Nothing of it is lost.</source>
            <translation>진행 중인 통화가 있습니다. 기록은 그대로 남아 있습니다.</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>비밀번호</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>잠금 해제</translation>
        </message>
        <message>
            <source>Sign in as somebody else</source>
            <translation>다른 사용자로 로그인</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::LogFilterBar</name>
        <message>
            <source>All agents</source>
            <translation>모든 상담원</translation>
        </message>
        <message>
            <source>All items</source>
            <translation>모든 항목</translation>
        </message>
        <message>
            <source>All time</source>
            <translation>전체 기간</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>오늘</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>최근 7일</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>최근 30일</translation>
        </message>
        <message>
            <source>From … to …</source>
            <translation>직접 입력</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>기간</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>시작일</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>종료일</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>상담원</translation>
        </message>
        <message>
            <source>Consent item</source>
            <translation>동의항목</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>답변</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>방법</translation>
        </message>
        <message>
            <source>All decisions</source>
            <translation>모든 답변</translation>
        </message>
        <message>
            <source>All methods</source>
            <translation>모든 방법</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::LogModel</name>
        <message>
            <source>Check</source>
            <translation>확인 필요</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>일시</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>고객</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>결과</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>동의</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>거부</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>철회</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>방법</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>상담원</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>접수번호</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>비고</translation>
        </message>
        <message>
            <source>Slip corrected</source>
            <translation>입력 실수 정정</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::LogPage</name>
        <message>
            <source>Try again</source>
            <translation>다시 시도</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>기록</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>이동</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>열기</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>조건</translation>
        </message>
        <message>
            <source>Oldest</source>
            <translation>맨 처음 기록</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>새로 고침</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>뒤로</translation>
        </message>
        <message>
            <source>Previous, next record</source>
            <translation>이전·다음 기록</translation>
        </message>
        <message>
            <source>%1 record(s)</source>
            <translation>%1건</translation>
        </message>
        <message>
            <source>Nothing fits the filter</source>
            <translation>조건에 맞는 기록이 없습니다</translation>
        </message>
        <message>
            <source>Choose a longer period or fewer conditions.</source>
            <translation>기간을 늘리거나 조건을 줄여 보세요.</translation>
        </message>
        <message>
            <source>Clear the filter</source>
            <translation>조건 지우기</translation>
        </message>
        <message>
            <source>Nothing recorded yet</source>
            <translation>아직 기록이 없습니다</translation>
        </message>
        <message>
            <source>Every call that is saved appears here at once.</source>
            <translation>저장한 통화는 바로 여기에 나타납니다.</translation>
        </message>
        <message>
            <source>Consent log</source>
            <translation>동의 기록</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::LookChoice</name>
        <message>
            <source>Language</source>
            <translation>언어</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>화면 색</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>시스템 설정</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>밝게</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>어둡게</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::MainWindow</name>
        <message>
            <source>Lock</source>
            <translation>잠금</translation>
        </message>
        <message>
            <source>All keys</source>
            <translation>모든 키</translation>
        </message>
        <message>
            <source>Consent Desk</source>
            <translation>동의 데스크</translation>
        </message>
        <message>
            <source>Opt-out</source>
            <translation>수신거부</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::MaskedLabel</name>
        <message>
            <source>Hide %1</source>
            <translation>%1 가리기</translation>
        </message>
        <message>
            <source>Show %1</source>
            <translation>%1 보기</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::MergeItemsModel</name>
        <message>
            <source>Item</source>
            <translation>항목</translation>
        </message>
        <message>
            <source>First</source>
            <translation>첫째</translation>
        </message>
        <message>
            <source>Second</source>
            <translation>둘째</translation>
        </message>
        <message>
            <source>As one person</source>
            <translation>합친 뒤</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::MergeOffersModel</name>
        <message>
            <source>Name</source>
            <translation>이름</translation>
        </message>
        <message>
            <source>First registration</source>
            <translation>첫째 등록</translation>
        </message>
        <message>
            <source>Second registration</source>
            <translation>둘째 등록</translation>
        </message>
        <message>
            <source>What is the same</source>
            <translation>같은 점</translation>
        </message>
        <message>
            <source>Number and name</source>
            <translation>번호와 이름</translation>
        </message>
        <message>
            <source>Name and birth date</source>
            <translation>이름과 생년월일</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>모두</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::MergePanel</name>
        <message>
            <source>%1 is one person from now on.</source>
            <translation>%1 님을 같은 고객으로 합쳤습니다.</translation>
        </message>
        <message>
            <source>%1: two people. They are not offered again.</source>
            <translation>%1: 서로 다른 고객입니다. 다시 표시하지 않습니다.</translation>
        </message>
        <message>
            <source>%1 is two registrations again.</source>
            <translation>%1 님의 등록을 다시 나누었습니다.</translation>
        </message>
        <message numerus="yes">
            <source>%n pair(s)</source>
            <translation>
                <numerusform>%n쌍</numerusform>
            </translation>
        </message>
        <message>
            <source>not known</source>
            <translation>알 수 없음</translation>
        </message>
        <message>
            <source>Born %1 · %2</source>
            <translation>%1 출생 · %2</translation>
        </message>
        <message>
            <source>Registered %1</source>
            <translation>%1 등록</translation>
        </message>
        <message numerus="yes">
            <source>%n contact(s)</source>
            <translation>
                <numerusform>상담 %n건</numerusform>
            </translation>
        </message>
        <message>
            <source>First registration</source>
            <translation>첫째 등록</translation>
        </message>
        <message>
            <source>Second registration</source>
            <translation>둘째 등록</translation>
        </message>
        <message>
            <source>Registered twice?</source>
            <translation>중복 등록</translation>
        </message>
        <message>
            <source>Pairs that look like one person</source>
            <translation>같은 고객으로 보이는 등록</translation>
        </message>
        <message>
            <source>Consent under both registrations</source>
            <translation>두 등록의 동의 현황</translation>
        </message>
        <message>
            <source>A no under either counts for both. Nothing is deleted; it can be taken back.</source>
            <translation>어느 한쪽의 거부는 양쪽에 모두 적용됩니다. 삭제되는 것은 없으며 되돌릴 수 있습니다.</translation>
        </message>
        <message>
            <source>One person  Ctrl+M</source>
            <translation>같은 고객  Ctrl+M</translation>
        </message>
        <message>
            <source>One person</source>
            <translation>같은 고객</translation>
        </message>
        <message>
            <source>Two people  Ctrl+D</source>
            <translation>다른 고객  Ctrl+D</translation>
        </message>
        <message>
            <source>Two people</source>
            <translation>다른 고객</translation>
        </message>
        <message>
            <source>Nobody is registered twice</source>
            <translation>중복 등록이 없습니다</translation>
        </message>
        <message>
            <source>When two desks register the same person without seeing each other, it is shown here.</source>
            <translation>두 데스크가 서로 모르는 사이에 같은 고객을 등록하면 여기에 표시됩니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::MilestoneStrip</name>
        <message>
            <source>Received</source>
            <translation>접수</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>확인</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>거절</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>처리</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>종료</translation>
        </message>
        <message>
            <source>Told</source>
            <translation>통지</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>진행 상태</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::NewPasswordFields</name>
        <message>
            <source>The two passwords differ. Type it again.</source>
            <translation>두 비밀번호가 다릅니다. 다시 입력해 주세요.</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>새 비밀번호</translation>
        </message>
        <message>
            <source>A sentence that only you know is good.</source>
            <translation>본인만 아는 문장이 좋습니다.</translation>
        </message>
        <message>
            <source>New password again</source>
            <translation>새 비밀번호 확인</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::NewPersonForm</name>
        <message>
            <source>New customer</source>
            <translation>새 고객</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>이름</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>전화번호</translation>
        </message>
        <message>
            <source>Birth date</source>
            <translation>생년월일</translation>
        </message>
        <message>
            <source>For example 850505 or 1985-05-05</source>
            <translation>예: 850505 또는 1985-05-05</translation>
        </message>
        <message>
            <source>E-mail (may stay empty)</source>
            <translation>이메일 (선택)</translation>
        </message>
        <message>
            <source>Start with this new customer (Ctrl+Enter)</source>
            <translation>새 고객으로 시작 (Ctrl+Enter)</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::NewRequestForm</name>
        <message>
            <source>Answer by %1; holidays of that year are not known yet</source>
            <translation>%1까지 답변 (그해 공휴일 정보가 아직 없습니다)</translation>
        </message>
        <message>
            <source>Answer by %1</source>
            <translation>%1까지 답변</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>없음</translation>
        </message>
        <message>
            <source>New request</source>
            <translation>새 요청</translation>
        </message>
        <message>
            <source>What is asked for</source>
            <translation>요청 종류</translation>
        </message>
        <message>
            <source>How it came</source>
            <translation>접수 방법</translation>
        </message>
        <message>
            <source>Who asks</source>
            <translation>요청인</translation>
        </message>
        <message>
            <source>Requester's name</source>
            <translation>요청인 이름</translation>
        </message>
        <message>
            <source>Requester's phone or e-mail</source>
            <translation>요청인 전화 또는 이메일</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>관계</translation>
        </message>
        <message>
            <source>Correct name</source>
            <translation>올바른 이름</translation>
        </message>
        <message>
            <source>Correct phone</source>
            <translation>올바른 전화번호</translation>
        </message>
        <message>
            <source>Correct birth date</source>
            <translation>올바른 생년월일</translation>
        </message>
        <message>
            <source>Correct e-mail</source>
            <translation>올바른 이메일</translation>
        </message>
        <message>
            <source>In their words</source>
            <translation>요청하신 말씀</translation>
        </message>
        <message>
            <source>Time to answer</source>
            <translation>답변 기한</translation>
        </message>
        <message>
            <source>What has to be shown</source>
            <translation>필요한 서류</translation>
        </message>
        <message>
            <source>Take it down  Ctrl+Enter</source>
            <translation>접수  Ctrl+Enter</translation>
        </message>
        <message>
            <source>Take it down</source>
            <translation>접수</translation>
        </message>
        <message>
            <source>Leave  Esc</source>
            <translation>나가기  Esc</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>나가기</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::NotePanel</name>
        <message>
            <source>A note holds at most %1 characters; the rest was cut off.</source>
            <translation>메모는 %1자까지 남길 수 있어 나머지는 잘렸습니다.</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>메모</translation>
        </message>
        <message>
            <source>Saved with the call, sealed, and shown only to those who may see it.</source>
            <translation>통화와 함께 봉인하여 저장하며, 볼 권한이 있는 사람에게만 보입니다.</translation>
        </message>
        <message>
            <source>Keep the note (Ctrl+Enter)</source>
            <translation>메모 남기기 (Ctrl+Enter)</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::NumberView</name>
        <message>
            <source>Go on with that call (F9)</source>
            <translation>이어서 하기 (F9)</translation>
        </message>
        <message>
            <source>Ready for the next call</source>
            <translation>다음 통화를 기다립니다</translation>
        </message>
        <message>
            <source>Caller's number</source>
            <translation>전화번호</translation>
        </message>
        <message>
            <source>Find the caller</source>
            <translation>고객 찾기</translation>
        </message>
        <message>
            <source>Incoming calls fill in the number by themselves where the telephone is connected.</source>
            <translation>전화 시스템이 연결된 자리에서는 걸려 온 번호가 저절로 채워집니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::OptOutPanel</name>
        <message>
            <source>Everything optional</source>
            <translation>선택 동의 전체</translation>
        </message>
        <message>
            <source>%1 (opted out)</source>
            <translation>%1 (수신거부됨)</translation>
        </message>
        <message>
            <source>Choose with the number keys what to opt out of.</source>
            <translation>숫자 키로 거부할 항목을 고르세요.</translation>
        </message>
        <message>
            <source>Opt-out</source>
            <translation>수신거부</translation>
        </message>
        <message>
            <source>Written at once and kept whatever becomes of the call. Only a new consent undoes it.</source>
            <translation>바로 기록되며 통화 결과와 관계없이 유지됩니다. 다시 동의를 받아야만 되돌릴 수 있습니다.</translation>
        </message>
        <message>
            <source>Opt out now (Enter)</source>
            <translation>지금 수신거부 (Enter)</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::PapersPanel</name>
        <message>
            <source>Made out: no. %1. Print it, save it or copy its words.</source>
            <translation>제 %1 호를 발급했습니다. 인쇄하거나 저장하거나 글을 복사하세요.</translation>
        </message>
        <message>
            <source>The words are copied. Paste them into the e-mail.</source>
            <translation>글을 복사했습니다. 이메일에 붙여 넣으세요.</translation>
        </message>
        <message>
            <source>This folder can't be made. The paper is safe; choose another folder.</source>
            <translation>이 폴더를 만들 수 없습니다. 문서는 안전하니 다른 폴더를 선택하세요.</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>저장했습니다: %1</translation>
        </message>
        <message>
            <source>This PC has other fonts, so the file differs from the one that went out; its words are the same.</source>
            <translation>이 PC의 글꼴이 달라 발급한 파일과 모양이 다릅니다. 내용은 같습니다.</translation>
        </message>
        <message>
            <source>Sent to the printer.</source>
            <translation>프린터로 보냈습니다.</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>문서</translation>
        </message>
        <message>
            <source>Make it out</source>
            <translation>발급</translation>
        </message>
        <message>
            <source>Each paper gets a number; its words and its hash are signed into the ledger.</source>
            <translation>문서마다 번호가 붙고, 내용과 해시가 서명되어 원장에 남습니다.</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>문서</translation>
        </message>
        <message>
            <source>Made out so far</source>
            <translation>발급한 문서</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>폴더</translation>
        </message>
        <message>
            <source>Print  Ctrl+P</source>
            <translation>인쇄  Ctrl+P</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>인쇄</translation>
        </message>
        <message>
            <source>Save  Ctrl+S</source>
            <translation>저장  Ctrl+S</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>저장</translation>
        </message>
        <message>
            <source>Copy text  Ctrl+M</source>
            <translation>글 복사  Ctrl+M</translation>
        </message>
        <message>
            <source>Copy text</source>
            <translation>글 복사</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::PasswordAdvice</name>
        <message>
            <source>At least %1 characters. A short sentence is easy to remember and hard to guess.</source>
            <translation>%1자 이상이어야 합니다. 짧은 문장이 외우기 쉽고 알아맞히기 어렵습니다.</translation>
        </message>
        <message>
            <source>%1 more characters are needed.</source>
            <translation>%1자가 더 필요합니다.</translation>
        </message>
        <message>
            <source>It contains your name or user name. Please choose something else.</source>
            <translation>이름이나 사용자 이름이 들어 있습니다. 다른 비밀번호를 정하세요.</translation>
        </message>
        <message>
            <source>Rows such as 1234, aaaa or qwerty are guessed first. Please mix it up.</source>
            <translation>1234, aaaa, qwerty 같은 나열은 쉽게 알아맞힙니다. 섞어서 정하세요.</translation>
        </message>
        <message>
            <source>Good enough. Four more characters make it much stronger.</source>
            <translation>사용할 수 있습니다. 네 글자를 더하면 훨씬 안전합니다.</translation>
        </message>
        <message>
            <source>A strong password.</source>
            <translation>안전한 비밀번호입니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::PasswordForm</name>
        <message>
            <source>Your password</source>
            <translation>내 비밀번호</translation>
        </message>
        <message>
            <source>Password so far</source>
            <translation>현재 비밀번호</translation>
        </message>
        <message>
            <source>Afterwards you sign in with the new one, on every PC that you use.</source>
            <translation>바꾼 뒤에는 사용하는 모든 PC에서 새 비밀번호로 로그인합니다.</translation>
        </message>
        <message>
            <source>Change password</source>
            <translation>비밀번호 변경</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::PersonField</name>
        <message>
            <source>Choose whose data it is about.</source>
            <translation>어느 고객의 정보인지 선택해 주세요.</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>고객</translation>
        </message>
        <message>
            <source>Name, initials, phone, birth date, receipt</source>
            <translation>이름, 초성, 전화번호, 생년월일, 접수번호</translation>
        </message>
        <message>
            <source>People found</source>
            <translation>찾은 고객</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::PersonTasks</name>
        <message>
            <source>The guardian is linked. Saved on this PC.</source>
            <translation>법정대리인을 연결했습니다. 이 PC에 저장했습니다.</translation>
        </message>
        <message>
            <source>The provision is recorded. Saved on this PC.</source>
            <translation>제3자 제공을 기록했습니다. 이 PC에 저장했습니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::PersonView</name>
        <message>
            <source>This may be somebody who is already known: %1</source>
            <translation>이미 등록된 고객일 수 있습니다: %1</translation>
        </message>
        <message>
            <source>Already known and similar: %1 and %2 more</source>
            <translation>비슷한 고객이 이미 있습니다: %1 외 %2명</translation>
        </message>
        <message>
            <source>It is this person (F12)</source>
            <translation>이 고객입니다 (F12)</translation>
        </message>
        <message>
            <source>Known under this number</source>
            <translation>이 번호로 등록된 고객</translation>
        </message>
        <message>
            <source>Nobody is known under this number yet. Enter the new customer on the right.</source>
            <translation>이 번호로 등록된 고객이 없습니다. 오른쪽에 새 고객을 입력하세요.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>이름</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>전화번호</translation>
        </message>
        <message>
            <source>Birth date</source>
            <translation>생년월일</translation>
        </message>
        <message>
            <source>Membership</source>
            <translation>가입 상태</translation>
        </message>
        <message>
            <source>Script in (F6)</source>
            <translation>언어 (F6)</translation>
        </message>
        <message>
            <source>Korean</source>
            <translation>한국어</translation>
        </message>
        <message>
            <source>English</source>
            <translation>영어</translation>
        </message>
        <message>
            <source>Method (F7)</source>
            <translation>방법 (F7)</translation>
        </message>
        <message>
            <source>Read now and agreed by phone</source>
            <translation>지금 읽고 동의</translation>
        </message>
        <message>
            <source>Tell where to read it</source>
            <translation>읽을 주소 안내</translation>
        </message>
        <message>
            <source>Read on the site, second call</source>
            <translation>홈페이지에서 읽음 (두 번째 통화)</translation>
        </message>
        <message>
            <source>A passport, licence or alien number is taken in this call (F8)</source>
            <translation>이번 통화에서 여권·면허·외국인등록번호를 받습니다 (F8)</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::ProvisionPanel</name>
        <message>
            <source>The recipient keeps it: %1</source>
            <translation>제공받는 자의 보유기간: %1</translation>
        </message>
        <message>
            <source>Record a provision</source>
            <translation>제3자 제공 기록</translation>
        </message>
        <message>
            <source>Record it before the data goes out. It then stands in what the person can ask to see.</source>
            <translation>정보를 보내기 전에 기록해 주세요. 기록한 내용은 고객이 열람을 요청할 때 함께 보여 드립니다.</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>기록</translation>
        </message>
        <message>
            <source>Recipient</source>
            <translation>제공받는 곳</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>제공 목적</translation>
        </message>
        <message>
            <source>Which items</source>
            <translation>제공 항목</translation>
        </message>
        <message>
            <source>On what it rests</source>
            <translation>제공 근거</translation>
        </message>
        <message>
            <source>The organisation file names no recipient. Its administrator can add one.</source>
            <translation>조직 파일에 제공받는 자가 없습니다. 전산 담당자에게 추가를 요청해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::ProvisionsModel</name>
        <message>
            <source>When</source>
            <translation>일시</translation>
        </message>
        <message>
            <source>To</source>
            <translation>제공받는 자</translation>
        </message>
        <message>
            <source>For</source>
            <translation>목적</translation>
        </message>
        <message>
            <source>What</source>
            <translation>항목</translation>
        </message>
        <message>
            <source>Correction told</source>
            <translation>정정 통지</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::QueueModel</name>
        <message>
            <source>Goes first</source>
            <translation>우선 전송</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>저장 시각</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>기록</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>순서</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::QuietBusyBar</name>
        <message>
            <source>Working</source>
            <translation>처리 중</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::Rail</name>
        <message>
            <source>Pages</source>
            <translation>화면 목록</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>잠금</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::ReceiptView</name>
        <message>
            <source>Saved. The record is on this PC's encrypted disk.</source>
            <translation>저장됨. 이 PC의 암호화된 디스크에 기록했습니다.</translation>
        </message>
        <message>
            <source>Receipt number %1</source>
            <translation>접수번호 %1</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>고객</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>일시</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>방법</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>처리방침</translation>
        </message>
        <message>
            <source>%1 (mandatory)</source>
            <translation>%1 (필수)</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>파일로 저장했습니다: %1</translation>
        </message>
        <message>
            <source>Receipt number</source>
            <translation>접수번호</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>답변</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>폴더</translation>
        </message>
        <message>
            <source>Folder for files</source>
            <translation>파일을 저장할 폴더</translation>
        </message>
        <message>
            <source>Save as PDF (F2)</source>
            <translation>PDF로 저장 (F2)</translation>
        </message>
        <message>
            <source>Save as signed record (F3)</source>
            <translation>서명된 기록으로 저장 (F3)</translation>
        </message>
        <message>
            <source>Next call (Enter)</source>
            <translation>다음 통화 (Enter)</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::ReconfirmModel</name>
        <message>
            <source>Name</source>
            <translation>이름</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>전화</translation>
        </message>
        <message>
            <source>Agreed to</source>
            <translation>동의한 항목</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>언제부터</translation>
        </message>
        <message>
            <source>Confirm before</source>
            <translation>확인 기한</translation>
        </message>
        <message>
            <source>⚠ %1: counts no longer</source>
            <translation>⚠ %1: 효력 없음</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::RecordPanel</name>
        <message>
            <source>Time</source>
            <translation>일시</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>고객</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>상담원</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>방법</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>처리방침</translation>
        </message>
        <message>
            <source>Script</source>
            <translation>스크립트</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>접수번호</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>단말</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>이벤트</translation>
        </message>
        <message>
            <source>Hash</source>
            <translation>해시</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>답변</translation>
        </message>
        <message>
            <source>Clauses as read</source>
            <translation>읽은 조항</translation>
        </message>
        <message>
            <source>Consent item</source>
            <translation>동의항목</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>답변</translation>
        </message>
        <message>
            <source>Answered at</source>
            <translation>답변 시각</translation>
        </message>
        <message>
            <source>Clause</source>
            <translation>조항</translation>
        </message>
        <message>
            <source>From</source>
            <translation>시작</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>끝</translation>
        </message>
        <message>
            <source>Seconds</source>
            <translation>초</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>비고</translation>
        </message>
        <message>
            <source>Opening the record…</source>
            <translation>기록을 여는 중입니다…</translation>
        </message>
        <message>
            <source>%1, number %2</source>
            <translation>%1, %2번</translation>
        </message>
        <message>
            <source>%1 (mandatory)</source>
            <translation>%1 (필수)</translation>
        </message>
        <message>
            <source>Read too fast</source>
            <translation>빠르게 읽음</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::RequestBoard</name>
        <message>
            <source>To be told</source>
            <translation>통지 대기</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::RequestCardDelegate</name>
        <message>
            <source>⚠ Two desks moved it</source>
            <translation>⚠ 두 창구에서 처리함</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::RequestClockView</name>
        <message>
            <source>Clock</source>
            <translation>기한</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::RequestDetail</name>
        <message>
            <source>Leave</source>
            <translation>나가기</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>뒤로</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>기록</translation>
        </message>
        <message>
            <source>Identity</source>
            <translation>요청인 확인</translation>
        </message>
        <message>
            <source>Papers came</source>
            <translation>서류 도착</translation>
        </message>
        <message>
            <source>Ask for papers</source>
            <translation>서류 요청</translation>
        </message>
        <message>
            <source>Carry out</source>
            <translation>처리</translation>
        </message>
        <message>
            <source>Told</source>
            <translation>통지</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>문서</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>다시 진행</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>보류</translation>
        </message>
        <message>
            <source>Extend</source>
            <translation>기한 연장</translation>
        </message>
        <message>
            <source>Refuse</source>
            <translation>거절</translation>
        </message>
        <message>
            <source>Recipient told</source>
            <translation>제공처 통지</translation>
        </message>
        <message>
            <source>Previous, next</source>
            <translation>이전·다음</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>고객</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>요청 취하</translation>
        </message>
        <message>
            <source>Expire</source>
            <translation>기간 경과 종료</translation>
        </message>
        <message>
            <source>Frozen: not used, not provided</source>
            <translation>동결: 이용·제공 중지</translation>
        </message>
        <message>
            <source>Two desks moved it</source>
            <translation>두 창구에서 처리함</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>진행 기록</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>요청</translation>
        </message>
        <message>
            <source>Genuine?</source>
            <translation>진위 확인</translation>
        </message>
        <message>
            <source>Lift the suspension</source>
            <translation>처리정지 해제</translation>
        </message>
        <message>
            <source>Objection</source>
            <translation>이의제기</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::RequestFacts</name>
        <message>
            <source>About the request</source>
            <translation>요청 정보</translation>
        </message>
        <message>
            <source>What is wanted</source>
            <translation>요청 내용</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>요청</translation>
        </message>
        <message>
            <source>In their words</source>
            <translation>요청하신 말씀</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>항목</translation>
        </message>
        <message>
            <source>%1  →  %2</source>
            <translation>%1  →  %2</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>(없음)</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>접수 방법</translation>
        </message>
        <message>
            <source>Counting</source>
            <translation>기한 계산</translation>
        </message>
        <message>
            <source>Papers and identity</source>
            <translation>서류와 본인 확인</translation>
        </message>
        <message>
            <source>%1 (one of several ways)</source>
            <translation>%1 (여러 방법 중 하나)</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>서류</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>확인</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>아직 안 함</translation>
        </message>
        <message>
            <source>People</source>
            <translation>관련된 분</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>고객</translation>
        </message>
        <message>
            <source>Requested by</source>
            <translation>요청인</translation>
        </message>
        <message>
            <source>%1, provided %2</source>
            <translation>%1 (%2 제공)</translation>
        </message>
        <message>
            <source>To be told of it</source>
            <translation>알려야 할 곳</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>결과</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>사유 구분</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>사유</translation>
        </message>
        <message>
            <source>How to object</source>
            <translation>이의제기 방법</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>문서</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::RequestListModel</name>
        <message>
            <source>Due</source>
            <translation>기한</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>요청</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>고객</translation>
        </message>
        <message>
            <source>Requested by</source>
            <translation>요청인</translation>
        </message>
        <message>
            <source>State</source>
            <translation>상태</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>접수</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>번호</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::RequestPanel</name>
        <message>
            <source>Leave  Esc</source>
            <translation>나가기  Esc</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>나가기</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::RequestsPage</name>
        <message>
            <source>Requests ⚠%1</source>
            <translation>요청 ⚠%1</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>요청</translation>
        </message>
        <message>
            <source>Take it down</source>
            <translation>접수</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>나가기</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>선택</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>열기</translation>
        </message>
        <message>
            <source>New request</source>
            <translation>새 요청</translation>
        </message>
        <message>
            <source>All</source>
            <translation>전체</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>기한 지남</translation>
        </message>
        <message>
            <source>As a list</source>
            <translation>목록으로 보기</translation>
        </message>
        <message>
            <source>As a board</source>
            <translation>보드로 보기</translation>
        </message>
        <message>
            <source>Without those that are over</source>
            <translation>종료된 요청 제외</translation>
        </message>
        <message>
            <source>With those that are over</source>
            <translation>종료된 요청 포함</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>새로 고침</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>다시 시도</translation>
        </message>
        <message>
            <source>Nothing is late</source>
            <translation>기한을 넘긴 요청이 없습니다</translation>
        </message>
        <message>
            <source>Every request is within its time.</source>
            <translation>모든 요청이 기한 안에 있습니다.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>전체 보기</translation>
        </message>
        <message>
            <source>No open requests</source>
            <translation>진행 중인 요청이 없습니다</translation>
        </message>
        <message>
            <source>Take one down with Ctrl+N, from a customer's card, or during a call.</source>
            <translation>Ctrl+N으로, 고객 화면에서, 또는 통화 중에 요청을 접수할 수 있습니다.</translation>
        </message>
        <message>
            <source>Show all  Ctrl+U</source>
            <translation>전체 보기  Ctrl+U</translation>
        </message>
        <message>
            <source>Overdue: %1  Ctrl+U</source>
            <translation>기한 지남 %1건  Ctrl+U</translation>
        </message>
        <message>
            <source>Overdue: %1</source>
            <translation>기한 지남 %1건</translation>
        </message>
        <message>
            <source>%1 open</source>
            <translation>진행 중 %1건</translation>
        </message>
        <message>
            <source>%1 due today</source>
            <translation>오늘 기한 %1건</translation>
        </message>
        <message>
            <source>%1 due soon</source>
            <translation>곧 기한 %1건</translation>
        </message>
        <message>
            <source>⚠ %1 moved by two desks</source>
            <translation>⚠ 두 창구에서 처리 %1건</translation>
        </message>
        <message>
            <source>As a list  Ctrl+T</source>
            <translation>목록으로 보기  Ctrl+T</translation>
        </message>
        <message>
            <source>As a board  Ctrl+T</source>
            <translation>보드로 보기  Ctrl+T</translation>
        </message>
        <message>
            <source>New request  Ctrl+N</source>
            <translation>새 요청  Ctrl+N</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::ResultsModel</name>
        <message>
            <source>today</source>
            <translation>오늘</translation>
        </message>
        <message numerus="yes">
            <source>in %n days</source>
            <translation>
                <numerusform>%n일 남음</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n days late</source>
            <translation>
                <numerusform>%n일 지남</numerusform>
            </translation>
        </message>
        <message>
            <source>Name</source>
            <translation>이름</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>전화</translation>
        </message>
        <message>
            <source>What was said</source>
            <translation>고객의 답</translation>
        </message>
        <message>
            <source>On</source>
            <translation>받은 때</translation>
        </message>
        <message>
            <source>Tell by</source>
            <translation>통지 기한</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::ScriptView</name>
        <message>
            <source>Clauses</source>
            <translation>조항</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::SetUpView</name>
        <message>
            <source>Organisation file</source>
            <translation>조직 설정 파일</translation>
        </message>
        <message>
            <source>Organisation file (*.json)</source>
            <translation>조직 설정 파일 (*.json)</translation>
        </message>
        <message>
            <source>Privacy policy</source>
            <translation>개인정보 처리방침</translation>
        </message>
        <message>
            <source>Privacy policy (*.txt *.md *.html *.htm)</source>
            <translation>개인정보 처리방침 (*.txt *.md *.html *.htm)</translation>
        </message>
        <message>
            <source>Please enter your name.</source>
            <translation>이름을 입력하세요.</translation>
        </message>
        <message>
            <source>Please choose a user name.</source>
            <translation>사용자 이름을 정하세요.</translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>두 비밀번호가 서로 다릅니다.</translation>
        </message>
        <message>
            <source>Set up this PC for work</source>
            <translation>이 PC를 업무용으로 설정하기</translation>
        </message>
        <message>
            <source>The one that comes with the program</source>
            <translation>프로그램에 들어 있는 파일</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>찾아보기…</translation>
        </message>
        <message>
            <source>Choose the organisation file</source>
            <translation>조직 설정 파일 찾아보기</translation>
        </message>
        <message>
            <source>Privacy policy in force (calls need one; it can follow later)</source>
            <translation>시행 중인 개인정보 처리방침 (통화에 필요하며, 나중에 등록해도 됩니다)</translation>
        </message>
        <message>
            <source>Text, Markdown or HTML</source>
            <translation>텍스트, Markdown, HTML 파일</translation>
        </message>
        <message>
            <source>Choose the privacy policy</source>
            <translation>개인정보 처리방침 찾아보기</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>지점</translation>
        </message>
        <message>
            <source>Your name, as customers hear it</source>
            <translation>고객에게 안내할 이름</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>사용자 이름</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>비밀번호</translation>
        </message>
        <message>
            <source>Password again</source>
            <translation>비밀번호 확인</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>뒤로</translation>
        </message>
        <message>
            <source>Set up</source>
            <translation>설정하기</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>설정</translation>
        </message>
        <message>
            <source>Next field</source>
            <translation>다음 항목</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>선택</translation>
        </message>
        <message>
            <source>This desk</source>
            <translation>이 자리</translation>
        </message>
        <message>
            <source>Organisation: %1
Branch: %2
User: %3
Program version: %4
Data folder: %5</source>
            <translation>조직: %1
지점: %2
사용자: %3
프로그램 버전: %4
자료 폴더: %5</translation>
        </message>
        <message>
            <source>Change password</source>
            <translation>비밀번호 변경</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::SidePanel</name>
        <message>
            <source>Back to the script (Esc)</source>
            <translation>스크립트로 (Esc)</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::SignInView</name>
        <message>
            <source>This desk holds made-up people only: user %1, password %2.</source>
            <translation>이 자리에는 가상 인물만 있습니다. 사용자 %1, 비밀번호 %2</translation>
        </message>
        <message>
            <source>This PC's organisation</source>
            <translation>이 PC의 조직</translation>
        </message>
        <message>
            <source>Trial with sample people</source>
            <translation>체험용 (가상 인물)</translation>
        </message>
        <message>
            <source>The store is on this PC: signing in works without a network and without a time limit.</source>
            <translation>저장소가 이 PC에 있어 네트워크 없이도, 기간 제한 없이 로그인할 수 있습니다.</translation>
        </message>
        <message>
            <source>Looking for the keychain of this PC…</source>
            <translation>이 PC의 키체인을 확인하고 있습니다…</translation>
        </message>
        <message>
            <source>The keychain of this PC is ready.</source>
            <translation>이 PC의 키체인을 사용할 수 있습니다.</translation>
        </message>
        <message>
            <source>This PC has no keychain: the password alone protects the data.</source>
            <translation>이 PC에 키체인이 없어 비밀번호만으로 자료를 보호합니다.</translation>
        </message>
        <message>
            <source>The keychain of this PC can't be reached, and your organisation requires it.</source>
            <translation>이 PC의 키체인에 연결할 수 없습니다. 조직 설정에서 키체인을 요구합니다.</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>로그인</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>조직</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>사용자 이름</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>비밀번호</translation>
        </message>
        <message>
            <source>Another way to begin</source>
            <translation>다른 방법으로 시작</translation>
        </message>
        <message>
            <source>This desk belongs to a central store and may work without it for %1 hours after the last contact.</source>
            <translation>이 데스크는 중앙 저장소에 속하며, 마지막 연결 뒤 %1시간까지 연결 없이 일할 수 있습니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::StatusChip</name>
        <message>
            <source>None</source>
            <translation>없음</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>동의</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>거부</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>철회</translation>
        </message>
        <message>
            <source>Opted out</source>
            <translation>수신거부</translation>
        </message>
        <message>
            <source>Frozen</source>
            <translation>사용 중지</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>만료</translation>
        </message>
        <message>
            <source>Invalidated</source>
            <translation>무효</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>대기</translation>
        </message>
        <message>
            <source>No recording</source>
            <translation>녹취 없음</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::StatusLine</name>
        <message>
            <source>Online · %1 waiting</source>
            <translation>온라인 · 대기 %1</translation>
        </message>
        <message>
            <source>Offline · %1 waiting</source>
            <translation>오프라인 · 대기 %1</translation>
        </message>
        <message>
            <source>Waiting since %1</source>
            <translation>%1부터 대기 중</translation>
        </message>
        <message>
            <source>Offline · %1 waiting since %2</source>
            <translation>오프라인 · 대기 %1 (%2부터)</translation>
        </message>
        <message>
            <source>Online · needs attention</source>
            <translation>온라인 · 확인 필요</translation>
        </message>
        <message>
            <source>Online · fetching</source>
            <translation>온라인 · 받는 중</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::StepPanel</name>
        <message>
            <source>Until they come the clock stands still. Say which ones you asked for.</source>
            <translation>서류가 올 때까지 기한이 멈춥니다. 요청한 서류를 표시해 주세요.</translation>
        </message>
        <message>
            <source>The clock goes on. Then check who asks (F2).</source>
            <translation>기한이 다시 진행됩니다. 이어서 요청인을 확인해 주세요(F2).</translation>
        </message>
        <message>
            <source>The clock stands still. The reason goes into the notice of deferral.</source>
            <translation>기한이 멈춥니다. 사유는 연기 통지서에 들어갑니다.</translation>
        </message>
        <message>
            <source>The clock goes on from where it stood.</source>
            <translation>멈췄던 기한이 다시 이어집니다.</translation>
        </message>
        <message>
            <source>The due date moves. The reason goes into the notice of deferral.</source>
            <translation>기한이 늦춰집니다. 사유는 연기 통지서에 들어갑니다.</translation>
        </message>
        <message>
            <source>The reason goes to the person in writing, with the way to object.</source>
            <translation>사유와 이의제기 방법을 고객에게 서면으로 알립니다.</translation>
        </message>
        <message>
            <source>The fields are changed as wanted, and the person is no longer frozen.</source>
            <translation>요청하신 대로 항목을 바꾸고 동결을 풉니다.</translation>
        </message>
        <message>
            <source>What was asked for is carried out now, for good.</source>
            <translation>요청하신 내용을 지금 처리합니다. 되돌릴 수 없습니다.</translation>
        </message>
        <message>
            <source>Who had received the wrong data has to know of the correction.</source>
            <translation>잘못된 정보를 제공받은 곳에 정정 사실을 알려야 합니다.</translation>
        </message>
        <message>
            <source>Only when the requester took it back. The request is over then.</source>
            <translation>요청인이 스스로 거두어들인 때에만 사용합니다. 요청이 종료됩니다.</translation>
        </message>
        <message>
            <source>The papers never came. The request is over then.</source>
            <translation>서류가 도착하지 않은 때에 사용합니다. 요청이 종료됩니다.</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>사유 구분</translation>
        </message>
        <message>
            <source>Who was told</source>
            <translation>알린 곳</translation>
        </message>
        <message>
            <source>Days more</source>
            <translation>연장 일수</translation>
        </message>
        <message>
            <source> days</source>
            <translation>일</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>사유</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>메모</translation>
        </message>
        <message>
            <source>Lift the suspension</source>
            <translation>처리정지 해제</translation>
        </message>
        <message>
            <source>Only at the wish of the person. From then on the data is used and provided again.</source>
            <translation>고객이 원하실 때에만 해제합니다. 해제하면 정보를 다시 이용하고 제공할 수 있습니다.</translation>
        </message>
        <message>
            <source>The person says why the refusal is wrong. The request begins again, with a new clock.</source>
            <translation>정보주체가 거절이 잘못된 까닭을 말합니다. 요청은 새로운 처리기한으로 처음부터 다시 시작됩니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::StopChoices</name>
        <message>
            <source>Everything optional</source>
            <translation>선택 동의 전체</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>All advertising: %1</source>
            <translation>광고 전체: %1</translation>
        </message>
        <message>
            <source>%1: needed for the service itself, and ends only by leaving it.</source>
            <translation>%1: 서비스에 꼭 필요하여 해지로만 철회할 수 있습니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::StopPanel</name>
        <message>
            <source>Saved on this PC at %1. It counts from now on. The person is to be told by %2.</source>
            <translation>%1에 이 PC에 저장했습니다. 지금부터 효력이 있습니다. %2까지 고객에게 처리 결과를 알려야 합니다.</translation>
        </message>
        <message>
            <source>Noted as keyed by mistake: it does not count. Both stay in the log.</source>
            <translation>입력 실수로 기록했습니다. 효력이 없으며 두 기록 모두 남습니다.</translation>
        </message>
        <message>
            <source>Choose with the keys what is to end.</source>
            <translation>종료할 항목을 키로 고르세요.</translation>
        </message>
        <message>
            <source>Opt-out and withdrawal</source>
            <translation>수신거부·철회</translation>
        </message>
        <message>
            <source>Whose number?</source>
            <translation>누구의 번호입니까?</translation>
        </message>
        <message>
            <source>Any form will do. It need not be known to us.</source>
            <translation>어떤 형식이든 됩니다. 등록되지 않은 번호도 됩니다.</translation>
        </message>
        <message>
            <source>People with this number</source>
            <translation>이 번호의 고객</translation>
        </message>
        <message>
            <source>%1   Nobody is known by this number here. It is opted out all the same.</source>
            <translation>%1   이 번호로 알려진 고객이 없습니다. 그래도 수신거부를 접수합니다.</translation>
        </message>
        <message>
            <source>Written at once and sent first. Only a new consent brings it back.</source>
            <translation>바로 기록하고 가장 먼저 보냅니다. 새 동의가 있어야 되돌아갑니다.</translation>
        </message>
        <message>
            <source>Keyed by mistake? Within ten minutes:
1  another item was meant
2  another person was meant
3  the person said no such thing</source>
            <translation>잘못 입력하셨습니까? 10분 안에 정정할 수 있습니다.
1  다른 항목이었음
2  다른 사람이었음
3  고객이 말하지 않은 것임</translation>
        </message>
        <message>
            <source>Find (Enter)</source>
            <translation>찾기 (Enter)</translation>
        </message>
        <message>
            <source>End it now (Enter)</source>
            <translation>지금 종료 (Enter)</translation>
        </message>
        <message>
            <source>Done (Enter)</source>
            <translation>마침 (Enter)</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>닫기 (Esc)</translation>
        </message>
        <message>
            <source>Take a request to leave (F6)</source>
            <translation>해지 요청 접수 (F6)</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::SubjectInspector</name>
        <message>
            <source>Please say what it is needed for. It is kept in the access log.</source>
            <translation>어디에 쓰는지 적어 주세요. 접속기록에 남습니다.</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>전화</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>이메일</translation>
        </message>
        <message>
            <source>Guardian</source>
            <translation>법정대리인</translation>
        </message>
        <message>
            <source>What is it needed for?</source>
            <translation>어디에 필요한가요?</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>보기</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>취소</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>동의 현황</translation>
        </message>
        <message>
            <source>Contacts so far</source>
            <translation>그동안의 상담</translation>
        </message>
        <message>
            <source>Start a call  F9</source>
            <translation>통화 시작  F9</translation>
        </message>
        <message>
            <source>Start a call</source>
            <translation>통화 시작</translation>
        </message>
        <message>
            <source>Under 14: a guardian consents</source>
            <translation>14세 미만: 법정대리인 동의</translation>
        </message>
        <message>
            <source>Born %1 · %2</source>
            <translation>%1 출생 · %2</translation>
        </message>
        <message>
            <source>Guardian: %1</source>
            <translation>법정대리인: %1</translation>
        </message>
        <message>
            <source>A guardian decides until the 14th birthday on %1.</source>
            <translation>만 14세가 되는 %1 전까지 법정대리인이 결정합니다.</translation>
        </message>
        <message>
            <source>14 since %1: the guardian's authority has ended, the person alone decides.</source>
            <translation>%1에 만 14세가 되어 법정대리인의 권한이 끝났습니다. 본인이 직접 결정합니다.</translation>
        </message>
        <message numerus="yes">
            <source>%n outcomes of answers about advertising are still to be told.</source>
            <translation>
                <numerusform>광고 수신 답변 %n건의 처리 결과를 아직 알리지 않았습니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>Take a request down</source>
            <translation>요청 접수</translation>
        </message>
        <message>
            <source>Provided to third parties</source>
            <translation>제3자 제공 내역</translation>
        </message>
        <message>
            <source>Take apart  Ctrl+D</source>
            <translation>다시 나누기  Ctrl+D</translation>
        </message>
        <message>
            <source>Take apart</source>
            <translation>다시 나누기</translation>
        </message>
        <message numerus="yes">
            <source>One person under %n registrations</source>
            <translation>
                <numerusform>등록 %n건을 합친 고객</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n registration(s) look like this person: F4 to compare</source>
            <translation>
                <numerusform>이 고객과 비슷한 등록 %n건: F4로 비교</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n registration(s) look like this person. Tell your supervisor.</source>
            <translation>
                <numerusform>이 고객과 비슷한 등록이 %n건 있습니다. 관리자에게 알려 주세요.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>consent::ui::SubjectListModel</name>
        <message>
            <source>Name</source>
            <translation>이름</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>전화</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>생년월일</translation>
        </message>
        <message>
            <source>Membership</source>
            <translation>가입 상태</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::SubjectsPage</name>
        <message>
            <source>People</source>
            <translation>고객</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>찾기</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>선택</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>열기</translation>
        </message>
        <message>
            <source>Show what is masked</source>
            <translation>가린 정보 보기</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>통화</translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%n명</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The best %n matches</source>
            <translation>
                <numerusform>가장 가까운 %n명</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody found</source>
            <translation>찾는 고객이 없습니다</translation>
        </message>
        <message>
            <source>Try fewer letters, initial consonants, or the last four digits.</source>
            <translation>글자를 줄이거나 초성, 전화번호 끝 네 자리로 찾아보세요.</translation>
        </message>
        <message>
            <source>Whom are you looking for?</source>
            <translation>누구를 찾으시나요?</translation>
        </message>
        <message>
            <source>Name or initial consonants, any part of a phone number, birth date, or receipt number.</source>
            <translation>이름이나 초성, 전화번호 일부, 생년월일, 접수번호로 찾을 수 있습니다.</translation>
        </message>
        <message>
            <source>Name, initials, phone, birth date, receipt</source>
            <translation>이름, 초성, 전화번호, 생년월일, 접수번호</translation>
        </message>
        <message>
            <source>Search people</source>
            <translation>고객 찾기</translation>
        </message>
        <message>
            <source>People found</source>
            <translation>찾은 고객</translation>
        </message>
        <message>
            <source>Nobody is open</source>
            <translation>열린 고객이 없습니다</translation>
        </message>
        <message>
            <source>Choose a person with the arrow keys and press Enter.</source>
            <translation>화살표 키로 고객을 고르고 Enter를 누르세요.</translation>
        </message>
        <message>
            <source>Opt-out</source>
            <translation>수신거부</translation>
        </message>
        <message>
            <source>Ask the central store</source>
            <translation>중앙 저장소 조회</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>요청</translation>
        </message>
        <message>
            <source>People (%1)</source>
            <translation>고객 (%1)</translation>
        </message>
        <message>
            <source>Registered twice?</source>
            <translation>중복 등록</translation>
        </message>
        <message>
            <source>One person</source>
            <translation>같은 고객</translation>
        </message>
        <message>
            <source>Two people</source>
            <translation>다른 고객</translation>
        </message>
        <message>
            <source>Take apart</source>
            <translation>다시 나누기</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>되돌리기</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::SummaryView</name>
        <message>
            <source>Read the answers back once more, then save.</source>
            <translation>답변을 한 번 더 읽어 드린 뒤 저장하세요.</translation>
        </message>
        <message>
            <source>A mandatory item was refused: nobody joins. The refusal is recorded when you save.</source>
            <translation>필수 항목을 거부하여 가입하지 않습니다. 저장하면 거부가 기록됩니다.</translation>
        </message>
        <message>
            <source>The call ended before anything was answered. Save that it took place, or close it without a record.</source>
            <translation>답변 없이 통화가 끝났습니다. 통화 사실만 저장하거나 기록 없이 닫을 수 있습니다.</translation>
        </message>
        <message>
            <source>The call ended early. What was answered so far is recorded when you save.</source>
            <translation>통화가 중간에 끝났습니다. 저장하면 지금까지의 답변이 기록됩니다.</translation>
        </message>
        <message>
            <source>The customer was told where to read it and agrees on a second call.</source>
            <translation>읽을 주소를 안내했습니다. 두 번째 통화에서 동의를 받습니다.</translation>
        </message>
        <message>
            <source>Guardian: %1</source>
            <translation>법정대리인: %1</translation>
        </message>
        <message>
            <source>Opted out in this call (already saved): %1</source>
            <translation>이번 통화의 수신거부 (이미 저장됨): %1</translation>
        </message>
        <message>
            <source>Note: %1</source>
            <translation>메모: %1</translation>
        </message>
        <message>
            <source>mandatory</source>
            <translation>필수</translation>
        </message>
        <message>
            <source>optional</source>
            <translation>선택</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>답변</translation>
        </message>
        <message>
            <source>Save (Enter, Ctrl+S)</source>
            <translation>저장 (Enter, Ctrl+S)</translation>
        </message>
        <message>
            <source>Back to the script (Backspace)</source>
            <translation>스크립트로 (Backspace)</translation>
        </message>
        <message>
            <source>Close without a record (Ctrl+D)</source>
            <translation>기록 없이 닫기 (Ctrl+D)</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::SyncPage</name>
        <message>
            <source>Sending</source>
            <translation>전송</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>지금 시도</translation>
        </message>
        <message>
            <source>Noted</source>
            <translation>확인함</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>선택</translation>
        </message>
        <message>
            <source>Last contact %1</source>
            <translation>최근 연결 %1</translation>
        </message>
        <message>
            <source>%1 people on this PC</source>
            <translation>이 PC의 정보주체 %1명</translation>
        </message>
        <message>
            <source>%1 numbers in the opt-out list</source>
            <translation>수신거부 번호 %1개</translation>
        </message>
        <message>
            <source>%1 people still being fetched</source>
            <translation>받는 중인 정보주체 %1명</translation>
        </message>
        <message>
            <source>%1 records set aside because they do not verify</source>
            <translation>검증에 실패해 따로 보관한 기록 %1건</translation>
        </message>
        <message>
            <source>Waiting: %1</source>
            <translation>전송 대기: %1</translation>
        </message>
        <message>
            <source>What went wrong lately</source>
            <translation>최근 오류</translation>
        </message>
        <message>
            <source>Records that wait for the central store</source>
            <translation>중앙 저장소 전송 대기 기록</translation>
        </message>
        <message>
            <source>Nothing waits</source>
            <translation>대기 중인 기록이 없습니다</translation>
        </message>
        <message>
            <source>Everything recorded on this PC is at the central store.</source>
            <translation>이 PC의 기록은 모두 중앙 저장소에 있습니다.</translation>
        </message>
        <message>
            <source>Nothing went wrong</source>
            <translation>오류가 없습니다</translation>
        </message>
        <message>
            <source>Failures of the way to the central store stand here.</source>
            <translation>중앙 저장소 연결 오류가 여기에 표시됩니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::TaskPanel</name>
        <message>
            <source>%1 (Ctrl+Enter)</source>
            <translation>%1 (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>닫기 (Esc)</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::TellPanel</name>
        <message>
            <source>Without a paper</source>
            <translation>문서 없이</translation>
        </message>
        <message>
            <source>No paper is made out yet: F9 makes one.</source>
            <translation>아직 발급한 문서가 없습니다. F9로 만들 수 있습니다.</translation>
        </message>
        <message>
            <source>Told</source>
            <translation>결과 통지</translation>
        </message>
        <message>
            <source>The person was told</source>
            <translation>통지 완료</translation>
        </message>
        <message>
            <source>With this the request is over.</source>
            <translation>기록하면 요청이 종료됩니다.</translation>
        </message>
        <message>
            <source>How</source>
            <translation>통지 방법</translation>
        </message>
        <message>
            <source>With which paper</source>
            <translation>보낸 문서</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>메모</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::TimelineModel</name>
        <message>
            <source>⚠ Came when it could not count any more: kept, without effect.</source>
            <translation>⚠ 이미 다른 처리가 있어 기록만 남고 효력은 없습니다.</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>진행 기록</translation>
        </message>
    </context>
    <context>
        <name>consent::ui::TroubleModel</name>
        <message numerus="yes">
            <source>%n times</source>
            <translation>
                <numerusform>%n회</numerusform>
            </translation>
        </message>
        <message>
            <source>Last</source>
            <translation>최근</translation>
        </message>
        <message>
            <source>How often</source>
            <translation>횟수</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>내용</translation>
        </message>
    </context>
    <context>
        <name>consent::vault::Migrations</name>
        <message>
            <source>The database part of the program is not installed completely. Install the program again.</source>
            <translation>프로그램의 데이터베이스 구성 요소가 온전히 설치되지 않았습니다. 프로그램을 다시 설치하세요.</translation>
        </message>
        <message>
            <source>This file is another program's database. Nothing was changed. Choose another folder.</source>
            <translation>다른 프로그램의 데이터베이스 파일입니다. 바뀐 것은 없습니다. 다른 폴더를 선택하세요.</translation>
        </message>
        <message>
            <source>The database on this PC was written by a newer Consent Desk. Nothing was changed. Install the newer program and start again.</source>
            <translation>이 PC의 데이터베이스는 더 새로운 Consent Desk로 작성되었습니다. 바뀐 것은 없습니다. 새 버전을 설치한 뒤 다시 시작하세요.</translation>
        </message>
        <message>
            <source>The database could not be brought up to date. It is unchanged. Please report this to the administrator.</source>
            <translation>데이터베이스를 최신 형식으로 바꾸지 못했습니다. 내용은 그대로입니다. 관리자에게 알려 주세요.</translation>
        </message>
    </context>
    <context>
        <name>consent::vault::Rekey</name>
        <message>
            <source>Moving the data to a new key was stopped. Nothing is lost; it goes on the next time.</source>
            <translation>새 키로 옮기는 작업이 중단되었습니다. 잃은 내용은 없으며 다음에 이어서 진행합니다.</translation>
        </message>
        <message>
            <source>The data already has a key of this age.</source>
            <translation>데이터에 이미 이 세대의 키가 적용되어 있습니다.</translation>
        </message>
        <message>
            <source>A file left over from an earlier attempt can't be removed.</source>
            <translation>이전 작업에서 남은 파일을 지울 수 없습니다.</translation>
        </message>
        <message>
            <source>The data could not be moved to a new key: %1</source>
            <translation>데이터를 새 키로 옮기지 못했습니다: %1</translation>
        </message>
        <message>
            <source>The old file can't be set aside.</source>
            <translation>기존 파일을 따로 보관할 수 없습니다.</translation>
        </message>
        <message>
            <source>The new file can't take the place of the old one.</source>
            <translation>새 파일로 기존 파일을 바꿀 수 없습니다.</translation>
        </message>
        <message>
            <source>The old file can't be destroyed.</source>
            <translation>기존 파일을 파기할 수 없습니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::vault::SetAside</name>
        <message>
            <source>The damaged database can't be set aside. Nothing was changed. Check the disk and the folder, and try again.</source>
            <translation>손상된 데이터베이스를 따로 보관할 수 없습니다. 변경된 것은 없습니다. 디스크와 폴더를 확인한 뒤 다시 시도하세요.</translation>
        </message>
        <message>
            <source>There is no room beside the damaged database to recover it. Nothing was changed. Free as much space as the database takes, and try again.</source>
            <translation>손상된 데이터베이스를 복구할 공간이 없습니다. 변경된 것은 없습니다. 데이터베이스 크기만큼 공간을 확보한 뒤 다시 시도하세요.</translation>
        </message>
    </context>
    <context>
        <name>consent::vault::SqlConnection</name>
        <message>
            <source>The database part of the program is not installed completely. Install the program again.</source>
            <translation>프로그램의 데이터베이스 구성 요소가 온전히 설치되지 않았습니다. 프로그램을 다시 설치하세요.</translation>
        </message>
        <message>
            <source>What was asked for is not stored on this PC.</source>
            <translation>요청한 내용이 이 PC에 저장되어 있지 않습니다.</translation>
        </message>
    </context>
    <context>
        <name>consent::vault::SqlError</name>
        <message>
            <source>This database does not open with this key. Nothing was changed. Check that it belongs to this PC and this user.</source>
            <translation>이 키로는 데이터베이스가 열리지 않습니다. 바뀐 것은 없습니다. 이 PC와 이 사용자의 것인지 확인하세요.</translation>
        </message>
        <message>
            <source>Part of the database on this PC is damaged. Nothing was deleted. Restart the program: it sets the file aside and recovers what verifies.</source>
            <translation>이 PC의 데이터베이스 일부가 손상되었습니다. 삭제된 것은 없습니다. 프로그램을 다시 시작하면 파일을 따로 보관하고 확인되는 내용을 복구합니다.</translation>
        </message>
        <message>
            <source>The disk is full, so nothing was saved. What was saved before is safe. Free some space and save again.</source>
            <translation>디스크가 가득 차서 저장하지 못했습니다. 이전에 저장한 내용은 안전합니다. 공간을 확보한 뒤 다시 저장하세요.</translation>
        </message>
        <message>
            <source>Another Consent Desk has the database open. Nothing was changed. Close the other one and try again.</source>
            <translation>다른 Consent Desk가 데이터베이스를 열고 있습니다. 바뀐 것은 없습니다. 다른 창을 닫고 다시 시도하세요.</translation>
        </message>
        <message>
            <source>Stopped as you asked. Nothing was changed.</source>
            <translation>요청에 따라 중지했습니다. 바뀐 것은 없습니다.</translation>
        </message>
        <message>
            <source>This contradicts what is already recorded, so it was not saved. What was saved before is safe.</source>
            <translation>이미 기록된 내용과 어긋나 저장하지 않았습니다. 이전에 저장한 내용은 안전합니다.</translation>
        </message>
        <message>
            <source>The disk could not be read or written, so nothing was saved. Check the disk and try again.</source>
            <translation>디스크를 읽거나 쓸 수 없어 저장하지 못했습니다. 디스크를 확인하고 다시 시도하세요.</translation>
        </message>
        <message>
            <source>The database refused a step of the program. Nothing was saved. Please report this to the administrator.</source>
            <translation>데이터베이스가 프로그램의 작업을 거부했습니다. 저장된 것은 없습니다. 관리자에게 알려 주세요.</translation>
        </message>
    </context>
    <context>
        <name>consent::vault::VaultCheck</name>
        <message>
            <source>There is no such file.</source>
            <translation>해당 파일이 없습니다.</translation>
        </message>
        <message>
            <source>The file has lost its pages.</source>
            <translation>파일의 내용이 사라졌습니다.</translation>
        </message>
        <message>
            <source>The check was stopped before its end.</source>
            <translation>검사가 끝나기 전에 중단되었습니다.</translation>
        </message>
        <message>
            <source>The write-ahead log is damaged: what was saved last may be in it.</source>
            <translation>기록 로그가 손상되었습니다. 마지막에 저장한 내용이 그 안에 있을 수 있습니다.</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) do not verify, the first is page %1.</source>
            <translation>
                <numerusform>페이지 %n개가 검증되지 않습니다. 첫 번째는 %1페이지입니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>The header of the write-ahead log does not verify.</source>
            <translation>기록 로그의 머리 부분이 검증되지 않습니다.</translation>
        </message>
        <message>
            <source>Frame %1 of the write-ahead log does not verify.</source>
            <translation>기록 로그의 %1번째 프레임이 검증되지 않습니다.</translation>
        </message>
        <message>
            <source>The structure is damaged: %1</source>
            <translation>데이터 구조가 손상되었습니다: %1</translation>
        </message>
    </context>
    <context>
        <name>main</name>
        <message>
            <source>Captures, proves and honours privacy consent.</source>
            <translation>개인정보 동의를 받고, 증명하고, 지킵니다.</translation>
        </message>
        <message>
            <source>Takes a call from this number.</source>
            <translation>이 번호의 전화를 받습니다.</translation>
        </message>
        <message>
            <source>number</source>
            <translation>번호</translation>
        </message>
        <message>
            <source>Keeps everything in this folder.</source>
            <translation>모든 자료를 이 폴더에 보관합니다.</translation>
        </message>
        <message>
            <source>folder</source>
            <translation>폴더</translation>
        </message>
        <message>
            <source>consentdesk://call?from=NUMBER</source>
            <translation>consentdesk://call?from=번호</translation>
        </message>
        <message>
            <source>Consent Desk</source>
            <translation>동의 데스크</translation>
        </message>
    </context>
</TS>

#!/usr/bin/env bash
# The administrator's command line on a real desk: every command, its words, and its exit code.
# usage: admin.sh BIN_DIR SOURCE_DIR      in a session with a keyring
set -euo pipefail
admin=$1/consentdesk-admin source_dir=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
export LANG=en_US.UTF-8
unset LC_ALL LANGUAGE CONSENTDESK_PASSWORD_FILE

# run CODE ARGUMENT...: the command must end with the code; its words are in out and err.
run() {
    local wanted=$1 code=0
    shift
    "$admin" --data "$scratch/data" "$@" >out 2>err </dev/null || code=$?
    [ "$code" -eq "$wanted" ] || { echo "$*: exit code $code instead of $wanted"; cat out err; exit 1; }
}
says() { grep -qF -- "$2" "$1" || { echo "$1 does not say \"$2\":"; cat out err; exit 1; }; }

run 0 --help
says out ledger
run 0 --version
run 2
run 2 nonsense
says err "consentdesk-admin --help"
run 2 ledger verify --password secret
run 2 demo fill --subjects 0
run 2 --sample log list --from 2023-02-29
says err 2023-02-29
run 1 ledger verify
says err --login
run 1 --sample ledger verify # there is no desk yet
[ -s err ]

run 0 demo fill --subjects 40 --seed 7
says out "40 people"
run 0 --sample ledger verify
says out intact
run 0 --sample log list --limit 5
[ "$(wc -l <out)" -eq 6 ] || { cat out; exit 1; }
says err "of"
cp out before
run 0 --sample ledger rebuild
run 0 --sample log list --limit 5
cmp before out
run 0 --sample ledger verify
run 0 --sample ledger keys
cp out devices.jwks
jose jwk thp -i devices.jwks >/dev/null
if grep -q '"d"' devices.jwks; then echo "A private key was shown."; exit 1; fi

run 2 --sample contact-check 010-0000-9999 # without its purpose
run 2 --sample contact-check --purpose test
run 2 --sample contact-check 12 --purpose test
run 2 --sample contact-check 010-0000-9999 --purpose test --at yesterday
run 0 --sample contact-check 010-0000-9999 --purpose test --day-and-night
says out "nobody is known by this number here"
printf 'phone,name\r\n010-0000-9999,a\r\n=cmd(),b\r\n\r\n01000009998' >numbers.csv
run 0 --sample contact-check --list numbers.csv --purpose test --out answers.csv --at "2026-11-24 22:00"
cat >expected.csv <<'EOF'
line,number,phone,sms,email,post
2,01000009999,unknown,unknown,unknown,unknown
3,,noNumber,noNumber,noNumber,noNumber
5,01000009998,unknown,unknown,unknown,unknown
EOF
cmp answers.csv expected.csv
run 1 --sample contact-check --list numbers.csv --purpose test --out answers.csv # is there already
"$admin" --data "$scratch/data" --sample contact-check --list - --purpose test --day-and-night <numbers.csv >out 2>err
says out "line,number,phone_day,phone_night,sms_day,sms_night,email,post"
[ "$(wc -l <out)" -eq 4 ] || { cat out err; exit 1; }

cat >policy.md <<'EOF'
# 개인정보 처리방침

## 1. 수집하는 항목
가입에 필요한 이름과 전화번호를 수집합니다.

## 2. 보유 기간
가입 기간 동안 보유합니다.
EOF
run 1 --sample notice import policy.md # no dates: neither given nor in the text
run 0 --sample notice import policy.md --announced 2026-11-01 --effective 2026-11-08
says out "$(sha256sum policy.md | cut -d' ' -f1)"
run 1 --sample notice import policy.md --announced 2026-11-01 --effective 2026-11-08 # published already
run 1 --sample notice import missing.md
run 0 --sample notice list
says out "$(sha256sum policy.md | cut -d' ' -f1)"

run 0 --sample script check "$source_dir/resources/scripts/phone-join.json"
echo '{"format":"consent-script/1"}' >broken.json
run 4 --sample script check broken.json
[ -s out ]
echo '{' >broken.json
run 4 --sample script check broken.json

run 0 --sample vault check
run 2 --sample vault export plain.db # no reason
run 0 --sample vault export plain.db --reason "independent check"
[ "$(sqlite3 plain.db 'PRAGMA integrity_check')" = ok ]
run 1 --sample vault export plain.db --reason "independent check" # it exists
# A script's plain locale gets English, and nothing on standard error that is no message.
LANG=C run 0 --sample ledger keys
[ ! -s err ] || { cat err; exit 1; }
LANG=C "$admin" --help >out
says out "command line of Consent Desk"
cache=$(find data -name cache.db)
# One byte in the middle of the file: signing in recovers what verifies, the check says so, and the next one is content.
at=$(($(stat -c %s "$cache") / 2))
printf '\xff' | cmp -s -n 1 - <(tail -c "+$((at + 1))" "$cache") && byte='\x00' || byte='\xff'
printf "$byte" | dd of="$cache" bs=1 seek="$at" conv=notrunc status=none
run 4 --sample vault check
says err "set aside"
[ -n "$(find data -name 'cache.db.damaged-*')" ]
run 0 --sample vault check

# Korean where Korean is spoken.
LANG=ko_KR.UTF-8 "$admin" --help >out
if grep -q "command line of Consent Desk" out; then echo "The help speaks English in Korea."; exit 1; fi

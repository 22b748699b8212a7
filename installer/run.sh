#!/usr/bin/env bash
# Installs what is missing, builds the program, and starts the desktop.
#   run.sh [--notice FILE] [--call NUMBER | consentdesk://...]
# --notice publishes the company's privacy policy (text, Markdown or HTML) on the desk with sample people first; the rest
# is handed to the desktop.
# Without a display the same desktop runs on a virtual one and takes a sample call through its real windows; then the
# resulting consent log is printed, and where the pictures are.
# Environment: JOBS, how many compilers run at once (default: one a processor).
set -euo pipefail

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$source_dir"
jobs=${JOBS:-$(nproc)}
bin=build/release/bin

case ${1:-} in
-h | --help) sed -n '2,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
esac
notice=
if [ "${1:-}" = --notice ]; then
    notice=$(realpath -e "${2:?--notice needs a file}")
    shift 2
fi

say() { printf '%s\n' "$*" >&2; }

bash installer/install-packages.sh build run

say "Building ..."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
build() {
    cmake --preset release || cmake --preset release --fresh || return 1
    cmake --build --preset release --parallel "$jobs" --target consentdesk consentdesk-admin consentdesk-samplecall
}
if ! build >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    say "The build failed; its last lines stand above."
    exit 1
fi

# Tells the desktop of this user that consentdesk:// addresses are ours. What the Debian package installed goes first.
register_addresses() {
    [ ! -e /usr/share/applications/consentdesk.desktop ] || return 0
    local applications=${XDG_DATA_HOME:-$HOME/.local/share}/applications
    mkdir -p "$applications"
    sed -e "s|^Exec=.*|Exec=\"$source_dir/$bin/consentdesk\" %u|" \
        -e "s|^Icon=.*|Icon=$source_dir/resources/desktop/consentdesk.svg|" \
        resources/desktop/consentdesk.desktop >"$applications/consentdesk.desktop"
    update-desktop-database -q "$applications" 2>/dev/null || true
    xdg-mime default consentdesk.desktop x-scheme-handler/consentdesk 2>/dev/null ||
        say "This desktop could not be told about consentdesk:// addresses; everything else works."
}

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    register_addresses
    if [ -n "$notice" ]; then
        "$bin/consentdesk-admin" demo fill --subjects 40
        "$bin/consentdesk-admin" --sample notice import "$notice"
    fi
    trap - EXIT
    rm -f "$log"
    exec "$bin/consentdesk" "$@"
fi

say "There is no display: the desktop runs on a virtual one and takes a sample call."
export LANG=${LANG:-ko_KR.UTF-8}
results=$(mktemp -d "${TMPDIR:-/tmp}/consentdesk-sample.XXXXXX")
# A keyring of its own, as a desktop session would have one; the desk and its log need the same.
if ! bash tests/support/with-keyring bash -euc '
    if [ -n "$3" ]; then
        "$1/consentdesk-admin" --data "$2/data" demo fill --subjects 40 >"$2/notice"
        "$1/consentdesk-admin" --sample --data "$2/data" notice import "$3" >>"$2/notice"
    fi
    bash tests/support/with-display "$1/consentdesk-samplecall" --data "$2/data" --pictures "$2/pictures" >"$2/receipt"
    "$1/consentdesk-admin" --sample --data "$2/data" log list --limit 10 >"$2/log"
' _ "$bin" "$results" "$notice" 2>"$results/errors"; then
    cat "$results/errors" >&2
    say "The sample call did not reach its end. Pictures of how far it came: $results/pictures"
    exit 1
fi
[ -z "$notice" ] || cat "$results/notice"
cat "$results/log"
printf '\n%s\n%s\n' "Receipt of the sample call: $(cat "$results/receipt")" "Pictures: $results/pictures"

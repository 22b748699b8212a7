#!/usr/bin/env bash
# Installs the Debian packages of the named sets (see installer/packages) that are missing, and nothing else.
# Asks for nothing where all is there.   usage: install-packages.sh SET...
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

say() { printf '%s\n' "$*" >&2; }

wanted() {
    local set
    for set in "$@"; do
        awk -v set="$set" '$1 == set { print $2; found = 1 } END { exit !found }' "$here/packages" || {
            say "installer/packages has no set named \"$set\"."
            return 2
        }
    done
}

is_installed() {
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

[ $# -gt 0 ] || { say "usage: $(basename "$0") SET...   (build, run, test, package)"; exit 2; }
names=$(wanted "$@")

if ! command -v dpkg-query >/dev/null; then
    say "This is not a Debian system, so nothing was installed. Install what installer/packages lists in your system's way;"
    say "the build itself only needs CMake to find Qt 6.4, OpenSSL 3, SQLite 3.40, QtKeychain and CLI11."
    exit 1
fi

missing=()
for name in $names; do
    is_installed "$name" || missing+=("$name")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        say "These packages are missing: ${missing[*]}"
        say "Installing them needs root, and there is no sudo here. Please run as root:"
        say "    apt-get install ${missing[*]}"
        exit 1
    fi
    as_root=(sudo)
fi

apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}

install_missing() { apt install --yes --no-install-recommends "${missing[@]}"; }

say "Installing ${#missing[@]} missing packages: ${missing[*]}"
# The package lists are fetched only when they do not know a name, or when they are too old for the download to work.
if ! apt-get --simulate -qq install --no-install-recommends "${missing[@]}" >/dev/null 2>&1; then
    say "Refreshing the package lists first."
    apt update
    install_missing
elif ! install_missing; then
    say "The package lists seem to be old; refreshing them and trying once more."
    apt update
    install_missing
fi

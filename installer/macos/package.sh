#!/usr/bin/env bash
# Makes a disk image of the desktop for macOS. WRITTEN, NEVER RUN: no Mac was at hand.
# Wants: Xcode's command line tools and, from Homebrew, cmake ninja qt qtkeychain openssl@3 sqlite cli11.
# Open before it can be given to people: a bundle with an Info.plist that names the consentdesk scheme, signing, notarising.
set -euo pipefail

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$source_dir/build/macos

cmake -S "$source_dir" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCONSENT_TESTS=OFF \
    -DCMAKE_PREFIX_PATH="$(brew --prefix qt);$(brew --prefix qtkeychain)" \
    -DOPENSSL_ROOT_DIR="$(brew --prefix openssl@3)" -DSQLite3_ROOT="$(brew --prefix sqlite)"
cmake --build "$build" --target consentdesk

app=$build/ConsentDesk.app
mkdir -p "$app/Contents/MacOS"
cp "$build/bin/consentdesk" "$app/Contents/MacOS/"
"$(brew --prefix qt)/bin/macdeployqt" "$app" -dmg
echo "$build/ConsentDesk.dmg"

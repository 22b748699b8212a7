#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test.
#   test.sh           the release build, as continuous integration runs it
#   test.sh --asan    the same tests under AddressSanitizer and UndefinedBehaviorSanitizer
# Environment: JOBS, how many compilers and tests run at once (default: one a processor).
# Its exit code is that of the first step that failed; when the tests ran, ctest's.
set -euo pipefail

usage() { sed -n '2,6s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; }

preset=release
for argument in "$@"; do
    case $argument in
    --asan) preset=asan ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
    esac
done

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$source_dir"
jobs=${JOBS:-$(nproc)}
started=$SECONDS

step() { printf '\n== %s (%d min %02d s)\n' "$1" $(((SECONDS - started) / 60)) $(((SECONDS - started) % 60)); }

step "Packages"
bash installer/install-packages.sh build run test package

step "Configure ($preset)"
# A configuration that was made elsewhere (another path, another generator) can't be reused.
cmake --preset "$preset" >/dev/null || cmake --preset "$preset" --fresh

step "Build with $jobs jobs"
cmake --build --preset "$preset" --parallel "$jobs"

step "Tests"
# Where a test needs a screen or a keychain it starts and stops one itself: tests/support.
outcome=0
ctest --preset "$preset" --parallel "$jobs" --output-on-failure --no-tests=error || outcome=$?

step "Done, ctest said $outcome"
exit "$outcome"

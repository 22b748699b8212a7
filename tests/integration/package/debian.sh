#!/usr/bin/env bash
# The Debian package can be made, holds what it should, passes lintian, and its command line runs from it.
# usage: debian.sh BUILD_DIR
set -euo pipefail
build=$(cd "$1" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

umask 022
cpack --config "$build/CPackConfig.cmake" -G DEB -B "$scratch/made" >cpack.log 2>&1 || { cat cpack.log; exit 1; }
package=$(echo "$scratch"/made/*.deb)
dpkg-deb --info "$package"
dpkg-deb --contents "$package" >contents

for path in usr/bin/consentdesk usr/bin/consentdesk-admin usr/share/applications/consentdesk.desktop \
    usr/share/icons/hicolor/scalable/apps/consentdesk.svg usr/share/icons/hicolor/128x128/apps/consentdesk.png \
    usr/share/metainfo/com.thankscrm.ConsentDesk.metainfo.xml usr/share/man/man1/consentdesk.1.gz \
    usr/share/man/man1/consentdesk-admin.1.gz usr/share/doc/consentdesk/copyright; do
    grep -q " \./$path\$" contents || { cat contents; echo "$path is not in the package."; exit 1; }
done
if grep -vE ' \./(usr/.*)?$' contents | grep -v '^d'; then
    echo "The package may put files only under /usr."
    exit 1
fi

depends=$(dpkg-deb --field "$package" Depends)
for name in libqt6widgets6 libqt6keychain1 libsqlite3-0 libssl3 libqt6sql6-sqlite libsecret-1-0 fonts-nanum; do
    case $depends in
    *"$name"*) ;;
    *) echo "The package must depend on $name; it says: $depends"; exit 1 ;;
    esac
done

lintian --fail-on error,warning --allow-root "$package"

dpkg-deb --extract "$package" root
HOME=$scratch LANG=C root/usr/bin/consentdesk-admin --version
HOME=$scratch LANG=ko_KR.UTF-8 root/usr/bin/consentdesk-admin --help >help
grep -q ledger help
for page in root/usr/share/man/man1/*.gz; do
    gzip -dc "$page" >text
    grep -q '^\.SH EXIT STATUS\|^\.SH FILES' text || { echo "$page lacks its sections."; exit 1; }
done

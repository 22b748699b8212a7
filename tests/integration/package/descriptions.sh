#!/usr/bin/env bash
# What desktops and software centres read of the program is valid and agrees with it.   usage: descriptions.sh SOURCE VERSION
set -euo pipefail
source_dir=$1 version=$2
entry=$source_dir/resources/desktop/consentdesk.desktop
info=$source_dir/resources/desktop/com.thankscrm.ConsentDesk.metainfo.xml

desktop-file-validate "$entry"
appstreamcli validate --no-net --no-color "$info"

must() { grep -q -- "$2" "$1" || { echo "$1 must say: $2"; exit 1; }; }
must "$entry" '^Exec=consentdesk %u$'
must "$entry" '^MimeType=x-scheme-handler/consentdesk;$'
must "$info" "<release version=\"$version\""
must "$source_dir/installer/debian/changelog" "^consentdesk ($version-"
must "$source_dir/installer/packages" '^run  *libsecret-1-0 '

# The Debian package depends on everything that running it from the source installs, tools for bare machines apart.
for name in $(awk '$1 == "run" { print $2 }' "$source_dir/installer/packages"); do
    case $name in
    xvfb | xauth | xdg-utils | desktop-file-utils | dbus | gnome-keyring) ;;
    *) must "$source_dir/installer/package.cmake" "\"[^\"]*\\b$name\\b" ;;
    esac
done

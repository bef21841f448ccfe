#!/usr/bin/env bash
# Makes openeo-desktop-VERSION-macos-MACHINE.dmg: the app, and a link to Applications to drop it on.
# Recipe: not run yet (see README.md here).
#
#   make_dmg.sh APP FOLDER
#   SIGNING_IDENTITY    signs the image, too, if it is set
set -euo pipefail

app=${1:?Which app?}
out=${2:?Into which folder?}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
version=$(python3 "$here/../version.py")
target="$out/openeo-desktop-$version-macos-$(uname -m).dmg"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ditto "$app" "$folder/$(basename "$app")"
ln -s /Applications "$folder/Applications"
mkdir -p "$out"
hdiutil create -volname "openEO Desktop $version" -srcfolder "$folder" -fs HFS+ -format UDZO \
    -imagekey zlib-level=9 -ov "$target"
if [[ -n ${SIGNING_IDENTITY:-} ]]; then
    codesign --force --timestamp --sign "$SIGNING_IDENTITY" "$target"
fi
hdiutil verify "$target"

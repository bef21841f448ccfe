#!/usr/bin/env bash
# Makes openeo-desktop-VERSION-MACHINE.AppImage of the .tar.xz that `dev.py build tarball` made.
# Recipe: the folder that it packs is tested, packing it with the real appimagetool is not
# (see README.md here).
#
#   make_appimage.sh TARBALL FOLDER
#   APPIMAGETOOL    where appimagetool is, if not on PATH
set -euo pipefail

tarball=${1:?Which .tar.xz?}
out=${2:?Into which folder?}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tool=${APPIMAGETOOL:-appimagetool}
command -v "$tool" > /dev/null || {
    echo "appimagetool is missing: https://github.com/AppImage/appimagetool" >&2
    exit 1
}
version=$(python3 "$here/../version.py")
id=org.openeo.Desktop

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
app=$work/AppDir/usr/lib/openeo-desktop
mkdir -p "$app" "$out"
tar --extract --file "$tarball" --directory "$app" --strip-components=1
mv "$app/share" "$work/AppDir/usr/share"

# What a file manager shows, and what appimagetool reads, lies at the top.
cp "$work/AppDir/usr/share/applications/$id.desktop" "$work/AppDir/"
cp "$work/AppDir/usr/share/icons/hicolor/256x256/apps/$id.png" "$work/AppDir/"
ln -s "$id.png" "$work/AppDir/.DirIcon"
# Software centres know metadata of AppImages by this older name.
mv "$work/AppDir/usr/share/metainfo/$id.metainfo.xml" "$work/AppDir/usr/share/metainfo/$id.appdata.xml"
install -m 755 "$here/AppRun" "$work/AppDir/AppRun"

ARCH=$(uname -m) "$tool" "$work/AppDir" "$out/openeo-desktop-$version-$(uname -m).AppImage"

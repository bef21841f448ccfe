#!/usr/bin/env bash
# Makes openeo-desktop-VERSION-MACHINE.flatpak of the .tar.xz that `dev.py build tarball` made.
# Recipe: not run yet with the real flatpak-builder (see README.md here).
#
#   make_flatpak.sh TARBALL FOLDER
set -euo pipefail

tarball=${1:?Which .tar.xz?}
out=${2:?Into which folder?}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
id=org.openeo.Desktop
version=$(python3 "$here/../version.py")

# The manifest names this folder.
work=$(cd "$here/../.." && pwd)/build/flatpak
rm -rf "$work/app"
mkdir -p "$work/app" "$out"
tar --extract --file "$tarball" --directory "$work/app" --strip-components=1

flatpak-builder --force-clean --disable-rofiles-fuse --state-dir="$work/state" --repo="$work/repo" \
    "$work/tree" "$here/$id.yml"
flatpak build-bundle "$work/repo" "$out/openeo-desktop-$version-$(uname -m).flatpak" "$id" \
    --runtime-repo=https://dl.flathub.org/repo/flathub.flatpakrepo

#!/usr/bin/env bash
# Signs «openEO Desktop.app» with the hardened runtime, from the inside out, and looks at the result.
# Recipe: not run yet (see README.md here).
#
#   sign_app.sh APP
#   SIGNING_IDENTITY    «Developer ID Application: NAME (TEAM)»; one and the same for all releases
set -euo pipefail

app=${1:?Which app?}
identity=${SIGNING_IDENTITY:?Set SIGNING_IDENTITY to the name of the certificate.}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
sign=(codesign --force --timestamp --options runtime --sign "$identity")

# What is inside a bundle is signed before it: the outer signature covers the inner ones.
while IFS= read -r -d '' file; do
    "${sign[@]}" "$file"
done < <(find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0)
while IFS= read -r -d '' framework; do
    "${sign[@]}" "$framework"
done < <(find "$app/Contents" -depth -type d -name '*.framework' -print0)
"${sign[@]}" --entitlements "$here/entitlements.plist" "$app"

codesign --verify --deep --strict --verbose=2 "$app"

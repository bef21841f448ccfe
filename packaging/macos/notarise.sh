#!/usr/bin/env bash
# Has Apple look at a signed disk image, staples its answer to it, and asks Gatekeeper.
# Recipe: not run yet (see README.md here).
#
#   notarise.sh IMAGE
#   NOTARY_KEY, NOTARY_KEY_ID, NOTARY_ISSUER    a key of App Store Connect (.p8 in base64) and its ids
set -euo pipefail

image=${1:?Which image?}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(umask 077 && base64 --decode <<< "${NOTARY_KEY:?}" > "$folder/key.p8")

xcrun notarytool submit "$image" --wait --timeout 30m \
    --key "$folder/key.p8" --key-id "${NOTARY_KEY_ID:?}" --issuer "${NOTARY_ISSUER:?}"
xcrun stapler staple "$image"
spctl --assess --type open --context context:primary-signature --verbose=2 "$image"

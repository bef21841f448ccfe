#!/usr/bin/env bash
# Puts the certificate into a keychain of its own, for codesign; for a machine that is thrown away
# afterwards, such as a workflow's. Recipe: not run yet (see README.md here).
#
#   CERTIFICATE    the certificate and its key (.p12), in base64
#   PASSWORD       its password
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(umask 077 && base64 --decode <<< "${CERTIFICATE:?}" > "$folder/certificate.p12")

keychain="$HOME/Library/Keychains/openeo-desktop-signing.keychain-db"
own=$(openssl rand -hex 24)
security create-keychain -p "$own" "$keychain"
security set-keychain-settings -lut 3600 "$keychain"
security unlock-keychain -p "$own" "$keychain"
security import "$folder/certificate.p12" -k "$keychain" -P "${PASSWORD:?}" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k "$own" "$keychain" > /dev/null
security list-keychains -d user -s "$keychain" login.keychain-db

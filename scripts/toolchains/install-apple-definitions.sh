#!/usr/bin/env bash
# Fetches what Apple's and Capacitor's own sources say, into the user's cache: crates generated from Apple's headers
# (their SHA-256 is in Cargo.lock), and the Swift sources of @capacitor/ios. About 60 MB; what is there is left alone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/apple-definitions"

# A new list gets a new folder; scripts/native/apple/definitions-folder.mjs computes the same name.
list=$(cat Cargo.lock capacitor.txt | sha256sum | cut -c 1-16)
folder=${XDG_CACHE_HOME:-$HOME/.cache}/create-identity-vault/apple-definitions-$list
if [[ -e $folder ]]; then exit 0; fi

mkdir -p "$(dirname "$folder")"
work=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf "$work"' EXIT

SECONDS=0
cargo vendor --quiet --locked --manifest-path Cargo.toml "$work/crates" >/dev/null
while read -r version pinned; do
  (cd "$work" && npm pack --silent "@capacitor/ios@$version" >/dev/null)
  archive=$work/capacitor-ios-$version.tgz
  found=sha512-$(openssl dgst -sha512 -binary "$archive" | base64 -w 0)
  if [[ $found != "$pinned" ]]; then
    echo "@capacitor/ios $version is not the one that is pinned" >&2
    exit 1
  fi
  mkdir "$work/capacitor-$version"
  tar -xzf "$archive" -C "$work/capacitor-$version" --strip-components=1
  rm "$archive"
done <capacitor.txt
mv "$work" "$folder"
echo "Definitions of Apple's headers and Capacitor's sources: $SECONDS s"

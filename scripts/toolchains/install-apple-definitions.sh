#!/usr/bin/env bash
# Fetches what Apple's and Capacitor's own sources say, into the user's cache: crates generated from Apple's headers
# (their SHA-256 is in Cargo.lock), and the Swift sources of @capacitor/ios. About 60 MB; what is there is left alone.
set -euo pipefail
toolchains=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$toolchains/apple-definitions"

# A new list gets a new folder; scripts/native/apple/definitions-folder.mjs computes the same name.
list=$(cat Cargo.lock capacitor.txt | sha256sum | cut -c 1-16)
folder=${XDG_CACHE_HOME:-$HOME/.cache}/create-identity-vault/apple-definitions-$list
if [[ -e $folder ]]; then exit 0; fi

mkdir -p "$(dirname "$folder")"
work=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf "$work"' EXIT

SECONDS=0
# Cargo.lock says each crate in three lines. Cargo itself is not needed, nor where it keeps its toolchains.
mkdir "$work/crates"
awk -F '"' '/^name/ {name = $2} /^version = "/ {version = $2} /^checksum/ {print name, version, $2}' Cargo.lock |
  while read -r name version pinned; do
    archive=$work/$name.crate
    curl --silent --show-error --fail --location --retry 3 -o "$archive" "https://static.crates.io/crates/$name/$name-$version.crate"
    echo "$pinned  $archive" | sha256sum --check --quiet
    mkdir "$work/crates/$name"
    tar -xzf "$archive" -C "$work/crates/$name" --strip-components=1
    rm "$archive"
  done
while read -r version pinned; do
  "$toolchains/unpack-npm.sh" @capacitor/ios "$version" "$pinned" "$work/capacitor-$version"
done <capacitor.txt
mv "$work" "$folder"
echo "Definitions of Apple's headers and Capacitor's sources: $SECONDS s"

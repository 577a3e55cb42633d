#!/usr/bin/env bash
# unpack-npm.sh PACKAGE VERSION INTEGRITY FOLDER: a package of npm, which has to be the one that is pinned.
set -euo pipefail
package=$1 version=$2 pinned=$3 folder=$4

mkdir -p "$folder"
archive=$folder/$(cd "$folder" && npm pack --silent "$package@$version")
found=sha512-$(openssl dgst -sha512 -binary "$archive" | base64 -w 0)
if [[ $found != "$pinned" ]]; then
  echo "$package $version is not the one that is pinned" >&2
  exit 1
fi
tar -xzf "$archive" -C "$folder" --strip-components=1
rm "$archive"

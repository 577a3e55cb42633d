#!/usr/bin/env bash
# install-android-jars.sh [NAME...]: fetches single archives into the user's cache, those of native-plugin/android/test-host. By default
# d8, which makes of Java's classes what Android runs (d8.txt, 16 MB), and what Robolectric draws with (graphics.txt, 159 MB).
# On request system-36, Android 16 for Robolectric (204 MB).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../native-plugin/android/test-host"
cache=${XDG_CACHE_HOME:-$HOME/.cache}/create-identity-vault

if (($# == 0)); then set -- d8 graphics; fi
for name in "$@"; do
  # cacheFolder() of scripts/native computes the same name.
  folder=$cache/android-$name-$(sha256sum $name.txt | cut -c 1-16)
  if [[ -e $folder ]]; then continue; fi
  read -r artifact pinned <$name.txt
  mkdir -p "$cache"
  work=$(mktemp -d "$folder.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  echo "Android: fetching $artifact"
  mvn --quiet --batch-mode --no-transfer-progress org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="$artifact" -DoutputDirectory="$work/fetched"
  echo "$pinned  $(ls "$work"/fetched/*.jar)" | sha256sum --check --quiet
  # Robolectric finds a system by the name that Maven gives it.
  if [[ $name == system-* ]]; then mv "$work"/fetched/*.jar "$work/"; else mv "$work"/fetched/*.jar "$work/$name.jar"; fi
  rmdir "$work/fetched"
  mv "$work" "$folder"
done

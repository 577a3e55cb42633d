#!/usr/bin/env bash
# Fetches what a phone with Android needs to be run on this machine, into the user's cache: Robolectric with the systems of
# `systems.txt`, androidx, Capacitor's own Java, and their resources, linked. Versions are those of native-plugin/android/test-host/phone.
# About 650 MB; what is there is left alone.
set -euo pipefail
toolchains=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$toolchains/../../native-plugin/android/test-host/phone"

# A new list gets a new folder; scripts/native/android/phone-libraries.mjs computes the same name.
list=$(cat pom.xml npm-sources.txt systems.txt AndroidManifest.xml | sha256sum | cut -c 1-16)
folder=${XDG_CACHE_HOME:-$HOME/.cache}/create-identity-vault/android-phone-$list
if [[ -e $folder ]]; then exit 0; fi

mkdir -p "$(dirname "$folder")"
work=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf "$work"' EXIT
dependency=org.apache.maven.plugins:maven-dependency-plugin:3.8.1
maven() { mvn --quiet --batch-mode --no-transfer-progress "$@"; }

SECONDS=0
echo 'Android: fetching Robolectric and androidx'
maven "$dependency:copy-dependencies" -DoutputDirectory="$work/libraries"
echo 'Android: fetching the systems'
# Compiled and linked against the newest.
maven "$dependency:copy" -Dartifact=org.robolectric:android-all:15-robolectric-14663667-2 -DoutputDirectory="$work/compile"
while read -r _ version; do
  maven "$dependency:copy" -Dartifact="org.robolectric:android-all-instrumented:$version" -DoutputDirectory="$work/systems"
done <systems.txt
echo "Android: fetching took $SECONDS s"

SECONDS=0
while read -r package version pinned; do
  "$toolchains/unpack-npm.sh" "$package" "$version" "$pinned" "$work/sources/${package//[@\/]/}-$version"
done <npm-sources.txt
echo "Android: Capacitor's sources took $SECONDS s"

SECONDS=0
packages=com.getcapacitor.android
mkdir -p "$work/classes" "$work/resources" "$work/system"
for archive in "$work"/libraries/*.aar; do
  name=$(basename "$archive" .aar)
  unpacked=$work/unpacked/$name
  mkdir -p "$unpacked"
  unzip -qo "$archive" -d "$unpacked"
  if [[ -f $unpacked/classes.jar ]]; then cp "$unpacked/classes.jar" "$work/classes/$name.jar"; fi
  packages=$packages:$(grep -oE 'package="[^"]+"' "$unpacked/AndroidManifest.xml" | head -n 1 | cut -d '"' -f 2)
  rm -rf "$unpacked"/res/*-v3[0-9]*
  if [[ -f $unpacked/res/values/values.xml ]]; then sed -i '/android:lStar/d' "$unpacked/res/values/values.xml"; fi
  if [[ -n $(ls -A "$unpacked/res" 2>/dev/null) ]]; then aapt2 compile --dir "$unpacked/res" -o "$work/resources/$name.zip"; fi
done
mv "$work"/libraries/*.jar "$work/classes/"
capacitor=$(ls -d "$work"/sources/capacitorandroid-8*)
aapt2 compile --dir "$capacitor/capacitor/src/main/res" -o "$work/resources/zz-capacitor.zip"
# Debian's aapt2 reads no resources of systems after 12. Against those of 10, what needs a later one can't be linked; no test looks at it.
unzip -qo -j "$work"/systems/android-all-instrumented-10-*.jar resources.arsc AndroidManifest.xml -d "$work/system"
(cd "$work/system" && zip -q0 ../system.apk resources.arsc AndroidManifest.xml)
aapt2 link -o "$work/app.apk" --manifest AndroidManifest.xml -I "$work/system.apk" --java "$work/ids" --auto-add-overlay \
  --extra-packages "$packages" --non-final-ids --no-version-vectors -0 arsc $(printf -- '-R %s ' "$work"/resources/*.zip)
rm -rf "$work/unpacked" "$work/libraries" "$work/system" "$work/app.apk"
echo "Android: resources took $SECONDS s"

SECONDS=0
classpath=$(printf '%s:' "$work"/classes/*.jar)$(ls "$work"/compile/*.jar)
mkdir "$work/id-classes"
javac -encoding UTF-8 --release 17 -nowarn -proc:none -cp "$classpath" -d "$work/id-classes" $(find "$work/ids" -name '*.java')
for capacitor in "$work"/sources/capacitorandroid-*; do
  version=${capacitor##*-}
  mkdir -p "$work/capacitor/${version%%.*}"
  javac -encoding UTF-8 --release 17 -nowarn -proc:none -cp "$work/id-classes:$classpath" -d "$work/capacitor/${version%%.*}" \
    $(find "$capacitor/capacitor/src/main/java" "$work"/sources/cordova-android-*/framework/src -name '*.java') 2>&1 |
    grep -v '^Note:' || true
done
mv "$work" "$folder"
echo "Android: compiling Capacitor took $SECONDS s"

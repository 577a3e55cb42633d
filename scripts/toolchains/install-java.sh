#!/usr/bin/env bash
# Fetches what the Java core's tests need from Maven's repository, once; the versions are those of its pom.xml.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../native-plugin/android/test-host/core"

javac -version
mvn --batch-mode --version | sed -n 1p

# Not beside what Maven keeps: where that is, Java finds out by itself, and it need not be below HOME.
cache=${XDG_CACHE_HOME:-$HOME/.cache}/create-identity-vault
stamp=$cache/java-libraries-$(sha256sum pom.xml | cut -c 1-16)
if [[ -e $stamp ]]; then exit 0; fi

echo 'Fetching the Java libraries of the tests'
version=$(sed -n 's|.*<google.java.format.version>\(.*\)</.*|\1|p' pom.xml)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mvn --quiet --batch-mode --no-transfer-progress test -Dtest=FormatLimitsTest
mvn --quiet --batch-mode --no-transfer-progress org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
  -Dartifact="com.google.googlejavaformat:google-java-format:$version:jar:all-deps" -DoutputDirectory="$folder"
mkdir -p "$cache"
touch "$stamp"

#!/usr/bin/env bash
# Installs what the test suites need beyond Node and npm packages, on Debian (containers and CI), as root.
# What is there already is left alone, so a second run installs nothing.
set -euo pipefail

# command → Debian package. A line comes in with the suite that needs it.
toolchain=(
  'chromium chromium'
  'tmux tmux'
  'git git'
  'javac openjdk-17-jdk-headless'
  'mvn maven'
  'curl curl'
  'aapt2 aapt'
  'unzip unzip'
  'zip zip'
)

missing=()
for line in "${toolchain[@]}"; do
  read -r command package <<<"$line"
  command -v "$command" >/dev/null || missing+=("$package")
done

# The reader of the vault's vectors: any Python that can import cryptography will do, Debian's when there is none.
reader_python() {
  for python in "${PYTHON:-}" python3 /usr/bin/python3; do
    if [[ -n $python ]] && "$python" -c 'import cryptography' 2>/dev/null; then
      echo "$python"
      return
    fi
  done
  return 1
}
reader_python >/dev/null || missing+=(python3 python3-cryptography)

if ((${#missing[@]})); then
  if ! command -v apt-get >/dev/null; then
    echo "setup:toolchains knows Debian only. Install with your own package manager: ${missing[*]}" >&2
    exit 1
  fi
  if (($(id -u) != 0)); then
    echo "setup:toolchains needs root. Run: sudo apt-get install ${missing[*]}" >&2
    exit 1
  fi
  echo "Installing ${missing[*]}"
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  if ! { apt-get update && apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    echo "The whole output: $log" >&2
    exit 1
  fi
  rm -f "$log"
fi

toolchains=$(dirname "${BASH_SOURCE[0]}")/toolchains
"$toolchains/install-swift.sh"
"$toolchains/install-java.sh"
"$toolchains/install-android.sh"
"$toolchains/install-android-jars.sh"
"$toolchains/install-apple-definitions.sh"

chromium --version
tmux -V
git --version
"$(reader_python)" -c 'import cryptography, platform; print("Python", platform.python_version(), "with cryptography", cryptography.__version__)'
"$toolchains/with-swift.sh" swift --version 2>/dev/null | sed -n 1p
echo "node $(node --version), npm $(npm --version)"

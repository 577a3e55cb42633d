#!/usr/bin/env bash
# What docs/device-testing.md asks of an iPhone, over xcrun. Usage: DEVICE=<name or id> ios.sh <what> [argument]; without one:
# the list. Without DEVICE it is the simulator that runs.
set -euo pipefail

app=${APP_ID:-io.example.notes}
bundle=${BUNDLE:-demo-app/ios/App/build/Build/Products/Debug-iphoneos/App.app}
device=${DEVICE:-}
xcrun=${XCRUN:-xcrun}

phone() { "$xcrun" devicectl device "$@" --device "$device"; }
simulator() { "$xcrun" simctl "$@"; }
notify() { simulator spawn booted notifyutil "$@"; }
need-simulator() { [[ -z "$device" ]] || { echo "Only a simulator can do this: leave DEVICE out." >&2; exit 64; }; }
need-phone() { [[ -n "$device" ]] || { echo "Only a phone can do this: say DEVICE=<name or id>." >&2; exit 64; }; }

# Each function below is a command of the same name.
# --- commands

devices() { "$xcrun" devicectl list devices; }
install() { # keeps what is stored
  if [[ -n "$device" ]]; then phone install app "$bundle"; else simulator install booted "$bundle"; fi
}
start() { # a new process, also where one runs
  if [[ -n "$device" ]]; then phone process launch --terminate-existing "$app"; else simulator launch --terminate-running-process booted "$app"; fi
}
uninstall() { # keys in the Keychain stay: that is what the next start has to clear up
  if [[ -n "$device" ]]; then phone uninstall app "$app"; else simulator uninstall booted "$app"; fi
}
reinstall() {
  uninstall
  install
}
reboot() {
  need-phone
  phone reboot
}
container() { # [folder]: copies what the app stored
  need-phone
  phone copy from --domain-type appDataContainer --domain-identifier "$app" --source / --destination "${1:-container}"
}
snapshots() { # [folder]: the pictures that the app switcher keeps
  need-phone
  phone copy from --domain-type appDataContainer --domain-identifier "$app" \
    --source Library/SplashBoard/Snapshots --destination "${1:-snapshots}"
}
log() { # what the app prints from its start on; look for a secret in it
  need-phone
  phone process launch --terminate-existing --console "$app"
}
enrol() { # a simulated face
  need-simulator
  notify -s com.apple.BiometricKit.enrollmentChanged 1
  notify -p com.apple.BiometricKit.enrollmentChanged
}
unenrol() {
  need-simulator
  notify -s com.apple.BiometricKit.enrollmentChanged 0
  notify -p com.apple.BiometricKit.enrollmentChanged
}
match() {
  need-simulator
  notify -p com.apple.BiometricKit_Sim.pearl.match
}
mismatch() {
  need-simulator
  notify -p com.apple.BiometricKit_Sim.pearl.nomatch
}
picture() { # [file]
  need-simulator
  simulator io booted screenshot "${1:-screen.png}"
}

commands=$(sed -n '/^# --- commands/,$p' "$0" | grep -oE '^[a-z][a-z-]*\(\)' | tr -d '()')
what=${1:-}
if ! grep -qx -- "$what" <<<"$commands"; then
  printf 'usage: DEVICE=<name or id> %s <what>\n%s\n' "$0" "$commands" >&2
  exit 64
fi
shift
"$what" "$@"

#!/usr/bin/env bash
# What docs/device-testing.md asks of an Android phone, over adb. Usage: android.sh <what> [argument]; without one: the list.
set -euo pipefail

app=${APP_ID:-io.example.notes}
apk=${APK:-demo-app/android/app/build/outputs/apk/debug/app-debug.apk}
adb=${ADB:-adb}

# Each function is a command of the same name.

facts() { # what to write down beside a result
  "$adb" shell getprop ro.product.manufacturer
  "$adb" shell getprop ro.product.model
  "$adb" shell getprop ro.build.version.release
  "$adb" shell getprop ro.build.version.sdk
  "$adb" shell pm list features | grep -E 'strongbox|fingerprint|biometrics' || true
}
install() { "$adb" install -r "$apk"; } # keeps what is stored
reinstall() { # nothing that was stored is left
  "$adb" uninstall "$app"
  "$adb" install "$apk"
}
start() { "$adb" shell am start -n "$app/.MainActivity"; }
home() { "$adb" shell input keyevent KEYCODE_HOME; } # the app goes to the background
back() { "$adb" shell input keyevent KEYCODE_BACK; }
switcher() { "$adb" shell input keyevent KEYCODE_APP_SWITCH; }
screen-off() { "$adb" shell input keyevent KEYCODE_SLEEP; }
screen-on() { "$adb" shell input keyevent KEYCODE_WAKEUP; }
picture() { # [file]: the screen; black where the system refuses it
  "$adb" exec-out screencap -p >"${1:-screen.png}"
}
kill-in-background() { # the process ends as when memory is short: its saved state stays
  home
  sleep 2
  "$adb" shell am kill "$app"
}
force-stop() { "$adb" shell am force-stop "$app"; } # the process ends, and its saved state goes
reboot() {
  "$adb" reboot
  "$adb" wait-for-device
}
set-lock() { "$adb" shell locksettings set-pin "${1:?the new PIN}"; }
remove-lock() { "$adb" shell locksettings clear --old "${1:?the PIN that is set}"; } # enrolled fingers go, too
enrol() { "$adb" shell am start -a android.settings.SECURITY_SETTINGS; } # by hand from there
finger() { "$adb" emu finger touch "${1:-1}"; } # the emulator's alone
rotate() { # [0-3]
  "$adb" shell settings put system accelerometer_rotation 0
  "$adb" shell settings put system user_rotation "${1:-1}"
}
clock-back() { "$adb" shell am start -a android.settings.DATE_SETTINGS; } # by hand from there
stored() { "$adb" shell run-as "$app" ls -lR no_backup shared_prefs files databases || true; } # of a debug build
log() { # <text>: how many lines of the log have it
  "$adb" logcat -d -b all | grep -cF -- "${1:?the text to look for}" || true
}
clear-log() { "$adb" logcat -b all -c; }
backup-restore() { # deletes what the app stored, and gives back what a backup took
  "$adb" shell bmgr enable true
  "$adb" shell bmgr transport com.android.localtransport/.LocalTransport
  # An app that was stopped is never backed up.
  start
  home
  "$adb" shell bmgr backupnow "$app"
  "$adb" shell pm clear "$app"
  "$adb" shell bmgr restore 1 "$app"
}

commands=$(grep -oE '^[a-z][a-z-]*\(\)' "$0" | tr -d '()')
what=${1:-}
if ! grep -qx -- "$what" <<<"$commands"; then
  printf 'usage: %s <what>\n%s\n' "$0" "$commands" >&2
  exit 64
fi
shift
"$what" "$@"

#!/usr/bin/env bash
# with-swift.sh COMMAND…: runs a command with Swift. If none is installed, the one that install-swift.sh unpacked is laid
# over /usr for this command alone: in a mount namespace of its own, or by proot where mounts are forbidden.
set -euo pipefail
# shellcheck source=scripts/toolchains/swift-root.sh
source "$(dirname "${BASH_SOURCE[0]}")/swift-root.sh"

if has_swift; then exec "$@"; fi
if [[ ! -e $swift_root/usr ]]; then
  echo "There is no Swift here. Run: npm run setup:toolchains" >&2
  exit 127
fi

export PATH=/usr/libexec/swift/bin:$PATH
namespace=(unshare --mount --propagation private)
((EUID == 0)) || namespace=(unshare --user --map-root-user --mount --propagation private)
# Relative, so that no character of the folder's name means anything to mount.
lay_over='(cd "$0" && mount -t overlay swift -o lowerdir=usr:/usr /usr)'

if "${namespace[@]}" bash -c "$lay_over" "$swift_root" 2>/dev/null; then
  exec "${namespace[@]}" bash -c "$lay_over"' && exec "$@"' "$swift_root" "$@"
fi

proot=("$swift_root/lib64/ld-linux-x86-64.so.2" --library-path "$swift_root/usr/lib/x86_64-linux-gnu"
  "$swift_root/usr/bin/proot" --bind="$swift_root/usr:/usr")
if "${proot[@]}" /usr/libexec/swift/bin/swift-frontend --version >/dev/null 2>&1; then
  echo "No mounts are allowed here: Swift runs by proot, which is slower" >&2
  exec "${proot[@]}" "$@"
fi

echo "Swift can't run here: neither a mount namespace with overlayfs (unshare, mount) nor proot (ptrace) is allowed" >&2
exit 126

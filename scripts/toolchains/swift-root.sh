# Sourced: where Swift is unpacked, and which one. A new version gets a new folder.
# shellcheck shell=bash disable=SC2034
swift_version=6.0.3-2
swift_root=${XDG_CACHE_HOME:-$HOME/.cache}/create-identity-vault/swift-$swift_version

# Whether the machine has a Swift of its own that will do.
has_swift() {
  [[ $(swift --version 2>/dev/null) == *'Swift version 6'* ]]
}

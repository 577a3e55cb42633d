#!/usr/bin/env bash
# Unpacks Swift into the user's cache, where with-swift.sh finds it. Debian 12 has no Swift: this is Debian 13's, with the
# libraries it needs. Nothing is installed on the machine, and root is not needed. About 1.1 GB; what is there is left alone.
set -euo pipefail
# shellcheck source=scripts/toolchains/swift-root.sh
source "$(dirname "${BASH_SOURCE[0]}")/swift-root.sh"

if has_swift || [[ -e $swift_root/usr ]]; then exit 0; fi

# The compiler is pinned. What it needs is what the signed index of Debian 13 names, which a point release replaces.
pinned=(
  "swiftlang $swift_version be005017c07f0932564c48761f7f69d2f4e942d514e106932913ca8cf594c4a1"
  "libswiftlang $swift_version 8279334aaf16e6b62b8d124d6d5d94cb2a92666986cec491bf4ad03a0a9ae3e4"
)
# proot: for machines that forbid mounts.
wanted=(libc6-dev libgcc-14-dev libssl-dev libstdc++-14-dev binutils proot)
# What their packages depend on, and neither the compiler nor the tests.
unneeded='gcc|gcc-14|gcc-14-base|(gcc|cpp)(-14)?-x86-64-linux-gnu|cpp|cpp-14|libpython3[^ ]*|debconf|tzdata|media-types|netbase'
unneeded+='|readline-common|libhwasan0|libgprofng0|libc-dev-bin|rpcsvc-proto|openssl-provider-legacy|libcc1-0|libquadmath0'
# Three quarters of the bytes: debuggers, editors' servers, other targets, manuals.
left_out=(
  '*/liblldb*' '*/lldb*' '*/clangd' '*/sourcekit-lsp' '*/docc' '*/libsourcekitd*' '*/libLTO*' '*/swift-help'
  '*/swift-build-sdk-interfaces' '*hwasan*' '*msan*' '*memprof*' '*xray*' '*fuzzer*' '*dfsan*' '*scudo*'
  '*/FrameworkABIBaseline' '*/libswiftGenericMetadataBuilder.so' '*/lib/swift/embedded' '*/swift_static/*'
  './usr/lib/swift_static' './usr/share/doc' './usr/share/man' './usr/share/locale' './usr/share/lintian' './etc' './var'
)

fail() {
  echo "setup:toolchains can't unpack Swift: $*" >&2
  exit 1
}

step() {
  echo "Swift: $1 took $((SECONDS - step_began)) s"
  step_began=$SECONDS
}

command -v apt-get >/dev/null || fail 'it comes from Debian packages, and there is no apt-get here'
[[ $(dpkg --print-architecture) == amd64 ]] || fail 'its packages are pinned for amd64 only'
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[[ -r $keyring ]] || fail "$keyring is not there: apt-get install debian-archive-keyring"
# Asked before anything is downloaded, so that the mirror that this machine uses serves it.
mirror=$(apt-get indextargets --no-release-info --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 '/debian/$') ||
  fail 'apt has no Debian mirror here'

mkdir -p "$(dirname "$swift_root")"
exec 9>"$swift_root.lock"
flock 9
[[ -e $swift_root/usr ]] && exit 0

work=$(mktemp -d "$swift_root.XXXXXX")
trap 'rm -rf "$work"' EXIT
step_began=$SECONDS

# apt with folders of its own and nothing installed: it names the whole closure, and verifies what it downloads.
mkdir -p "$work"/{lists/partial,cache/archives/partial,debs}
: >"$work/status"
echo "deb [arch=amd64 signed-by=$keyring] $mirror trixie main" >"$work/sources.list"
cat >"$work/apt.conf" <<END
Dir::State "$work";
Dir::State::lists "$work/lists";
Dir::State::status "$work/status";
Dir::Cache "$work/cache";
Dir::Etc::sourcelist "$work/sources.list";
Dir::Etc::sourceparts "/dev/null";
APT::Architecture "amd64";
APT::Install-Recommends "false";
APT::Sandbox::User "";
Acquire::Retries "3";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
Acquire::Languages "none";
END
export APT_CONFIG=$work/apt.conf
apt-get -qq update
step 'reading the index'

for pin in "${pinned[@]}"; do
  read -r package version _ <<<"$pin"
  wanted+=("$package=$version")
done
uris=$(apt-get -qq --print-uris install "${wanted[@]}") ||
  fail "Debian 13 has another version than ${pinned[0]% *}: change the pins in scripts/toolchains/install-swift.sh"
mapfile -t packages < <(awk '{ print $2 }' <<<"$uris" | sed 's/_.*//' | grep -vxE "$unneeded")
(cd "$work/debs" && apt-get -qq download "${packages[@]}")
for pin in "${pinned[@]}"; do
  read -r package version sum <<<"$pin"
  sha256sum --quiet --check <<<"$sum  $work/debs/${package}_${version}_amd64.deb" ||
    fail "$package $version is not the one that is pinned"
done
step "downloading ${#packages[@]} packages"

root=$work/root
mkdir -p "$root"/usr/{bin,lib,lib64,sbin}
for folder in bin lib lib64 sbin; do ln -s "usr/$folder" "$root/$folder"; done
unpack() {
  dpkg-deb --fsys-tarfile "$1" |
    tar -x --keep-directory-symlink --no-same-owner -C "$root" "${left_out[@]/#/--exclude=}"
}
for package in "$work"/debs/*.deb; do unpack "$package"; done
mv "$root" "$swift_root"
step 'unpacking'

#!/usr/bin/env bash
# Makes what a person without Swift installs, in dist/: an archive, a Debian package, the Python wheel and
# their checksums.
# The same commit, toolchain and folder give the same bytes.
#
#   Scripts/release.sh           builds and packs
#   Scripts/release.sh --check   then installs each in a bare root file system, and runs it there; as root
set -euo pipefail
[ $# -eq 0 ] || [ "$*" = --check ] || {
  printf "error: found '%s'; expected nothing or '--check'\n" "$*" >&2
  exit 2
}
scripts="$(cd "$(dirname "$0")" && pwd)"
. "$scripts/requirements.sh"
[ "$(uname -s)" = Linux ] || fail "releases are made on Linux"
command -v dpkg-deb >/dev/null 2>&1 || fail "dpkg-deb is missing: releases are made on Debian or Ubuntu"
need_packages binutils

work=.build/dist
rm -rf "$work" dist
mkdir -p "$work" dist

Scripts/stage.sh
cp -R .build/stage "$work/stage"
version="$("$work/stage/bin/berayield" --version)"
name="berayield-$version-linux-$(uname -m)"
tag="$(git describe --tags --exact-match 2>/dev/null || true)"
[ -z "$tag" ] || [ "$tag" = "v$version" ] || fail "the tag $tag is not v$version"
[ -z "$(git status --porcelain)" ] || say "uncommitted changes: no release of a commit"
SOURCE_DATE_EPOCH="$(git log -1 --format=%ct)"
export SOURCE_DATE_EPOCH

# needs LIBRARY: the newest version of its symbols that the program asks for.
needs() {
  objdump -T "$work/stage/bin/berayield" | grep -o "$1_[0-9.]*" | sort -uV | tail -1 | sed 's/.*_//'
}
glibc="$(needs GLIBC)"
if readelf -d "$work/stage/bin/berayield" | grep -E 'NEEDED.*(swift|gmp|c\+\+|gcc)'; then
  fail "the program needs a library that is not everywhere"
fi

# notices FOLDER: what is inside of the program, and on which terms.
notices() {
  local toolchain
  toolchain="$(swift -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')"
  install -d "$1"
  cat > "$1/README" <<NOTICE
The program berayield is under the MIT licence (LICENSE). Inside of it are:

- libgmp, the GNU multiple precision library, https://gmplib.org, under the GNU
  LGPL version 3 (LGPL-3, GPL-3) or the GNU GPL version 2. To use another
  libgmp, build berayield from its sources: Scripts/stage.sh links the libgmp.a
  that it finds.
- Swift's standard library, https://swift.org, under the Apache licence 2.0 with
  the runtime library exception (swift.txt).
- The C++ and compiler support libraries of GCC, https://gcc.gnu.org, under the
  GNU GPL version 3 with the GCC runtime library exception.
- swift-argument-parser, https://github.com/apple/swift-argument-parser, under
  the same licence (swift-argument-parser.txt).

libcurl and libsqlite3 are no part of it: snapshot and watch load the system's
libcurl when they ask an endpoint, watch and history its SQLite for a store.
NOTICE
  cp /usr/share/common-licenses/LGPL-3 /usr/share/common-licenses/GPL-3 "$1/"
  cp "$toolchain/../../share/swift/LICENSE.txt" "$1/swift.txt"
  cp .build/checkouts/swift-argument-parser/LICENSE.txt "$1/swift-argument-parser.txt"
  chmod 644 "$1"/*
}
notices "$work/stage/share/doc/berayield/notices"

say "the archive"
archive="$work/$name"
cp -R "$work/stage" "$archive"
cat > "$archive/INSTALL" <<TEXT
berayield $version for Linux on $(uname -m), with glibc $glibc or newer. Nothing
else is needed; libcurl is loaded when an endpoint is asked, libsqlite3 for a store.

Run it where it is:

  bin/berayield example documentation-vault | bin/berayield apr --explain

or install it, with man pages and completions:

  sudo cp -R bin share /usr/local/
TEXT
chmod 644 "$archive/INSTALL"
tar --create --directory "$work" --sort=name --mtime="@$SOURCE_DATE_EPOCH" \
  --owner=0 --group=0 --numeric-owner "$name" | gzip -9n > "dist/$name.tar.gz"

say "the Debian package"
root="$work/deb"
install -d "$root/usr" "$root/DEBIAN"
cp -R "$work/stage/bin" "$work/stage/share" "$root/usr/"
install -d "$root/usr/share/zsh/vendor-completions"
mv "$root/usr/share/zsh/site-functions/_berayield" "$root/usr/share/zsh/vendor-completions/"
rmdir "$root/usr/share/zsh/site-functions"
find "$root/usr/share/man" -name '*.1' -exec gzip -9n {} +
gzip -9n "$root/usr/share/doc/berayield/CHANGELOG.md"
mv "$root/usr/share/doc/berayield/LICENSE" "$root/usr/share/doc/berayield/copyright"
cat >> "$root/usr/share/doc/berayield/copyright" <<'TEXT'

The program contains other works; the folder notices has their terms.
TEXT
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"
cat > "$root/DEBIAN/control" <<CONTROL
Package: berayield
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: $(git log -1 --format='%an <%ae>')
Installed-Size: $(du -sk --apparent-size "$root/usr" | cut -f1)
Depends: libc6 (>= $glibc)
Recommends: libcurl4t64 | libcurl4, ca-certificates, libsqlite3-0
Section: science
Priority: optional
Description: exact Berachain Proof-of-Liquidity yields
 Computes APRs and APYs of reward vaults, incentives, validators and staking
 pools from raw on-chain values, without floating point, and shows how.
CONTROL
find "$root" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz --build "$root" \
  "dist/berayield_${version}_$(dpkg --print-architecture).deb" >&2

if [ -x "$scripts/wheel.sh" ]; then
  say "the wheel"
  "$scripts/wheel.sh" >&2
fi
(cd dist && sha256sum -- * > SHA256SUMS)
say "done: dist, for glibc $glibc or newer"
[ "${1:-}" = --check ] || exit 0

# The check: a bare Debian, without a compiler, without Swift.
[ "$(id -u)" -eq 0 ] || fail "--check makes a root file system: run it as root"
need_packages debootstrap
mirror="$(apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' \
  'Created-By: Packages' | awk '$3 == "main" { print $1, $2; exit }')"
[ -n "$mirror" ] || fail "apt has no repository with a component main"
bare="$(mktemp -d)"
trap 'umount "$bare/proc" 2>/dev/null; rm -rf --one-file-system "$bare"' EXIT
say "a bare ${mirror#* }, from apt's repository"
# shellcheck disable=SC2086
eval "$(apt-config shell http_proxy Acquire::http::Proxy)"
export http_proxy
wheel="$(find dist -name '*.whl' -printf '%f')"
debootstrap --variant=minbase ${wheel:+--include=python3-venv} "${mirror#* }" "$bare" "${mirror% *}" >&2
# As on every machine: Swift's library reads the words of the command there.
mount -t proc proc "$bare/proc"

# first PROGRAM: the first figure, without a word on stderr but where the time is from.
first() {
  chroot "$bare" sh -ec "
    $1 example documentation-vault > /tmp/v.json
    $1 apr /tmp/v.json --at 2025-06-15T15:06:40Z --format json > /tmp/out 2> /tmp/notes
    grep -q '\"apr\": \"0.500204779481316715\"' /tmp/out && ! [ -s /tmp/notes ]
  " || fail "no first figure by $1"
}

cp dist/* "$bare/tmp/"
(cd "$bare/tmp" && sha256sum --check --quiet SHA256SUMS) || fail "a checksum differs"
start="$(date +%s%N)"
chroot "$bare" tar xzf "/tmp/$name.tar.gz" -C /opt
first "/opt/$name/bin/berayield"
say "from the archive to the first figure: $(( ($(date +%s%N) - start) / 1000000 )) ms"
chroot "$bare" dpkg --install "/tmp/berayield_${version}_$(dpkg --print-architecture).deb" >&2
first berayield
listed="$(chroot "$bare" dpkg -L berayield)"
for file in man/man1/berayield-apr.1.gz bash-completion/completions/berayield \
  berayield/data/documentation-vault.json doc/berayield/notices/LGPL-3; do
  grep -q "^/usr/share/$file\$" <<< "$listed" || fail "no $file in the package"
done
chroot "$bare" dpkg --remove berayield >&2
! [ -e "$bare/usr/bin/berayield" ] || fail "the package leaves its program behind"
if [ -n "$wheel" ]; then
  chroot "$bare" python3 -m venv /opt/python
  chroot "$bare" /opt/python/bin/pip install --quiet --no-index "/tmp/$wheel" >&2
  first /opt/python/bin/berayield
fi
say "each installs and answers in a bare file system"

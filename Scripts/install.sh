#!/usr/bin/env bash
# Installs berayield with its man pages and shell completions under PREFIX (default /usr/local): builds as
# the user, and copies as root where PREFIX asks for it. `sudo make install` does the same.
set -euo pipefail
cd "$(dirname "$0")/.."
prefix="${PREFIX:-/usr/local}"
target="${DESTDIR:-}$prefix"
stage="$PWD/.build/stage"

if [ "$(id -u)" -eq 0 ] && [ -n "${SUDO_USER:-}" ] && [ "$SUDO_USER" != root ]; then
  # A login shell, as Swift may be on the user's PATH alone.
  sudo -u "$SUDO_USER" -i "$PWD/Scripts/stage.sh"
else
  Scripts/stage.sh
fi

copy() { mkdir -p "$target" && cp -R "$stage/bin" "$stage/share" "$target/"; }
if [ "$(id -u)" -eq 0 ] || { mkdir -p "$target" 2>/dev/null && [ -w "$target" ]; }; then
  copy
else
  printf '== copying to %s as root\n' "$target" >&2
  sudo sh -c 'mkdir -p "$2" && cp -R "$1/bin" "$1/share" "$2/"' sh "$stage" "$target"
fi
printf '== done: %s/bin/berayield\n' "$target" >&2

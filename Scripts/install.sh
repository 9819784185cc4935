#!/usr/bin/env bash
# Installs berayield with its man pages and shell completions under PREFIX (default /usr/local).
set -euo pipefail
. "$(dirname "$0")/requirements.sh"
prefix="${PREFIX:-/usr/local}"

need_curl
say "building (release)"
build_release berayield
berayield="$(swift build -c release --show-bin-path)/berayield"
say "man pages, from the argument parser"
swift package --disable-sandbox plugin generate-manual --multi-page >&2
manual="$(find -L .build/plugins -type d -path '*GenerateManual/outputs/berayield' | head -1)"

say "installing under $prefix"
install -d "$prefix/bin" "$prefix/share/man/man1" "$prefix/share/bash-completion/completions" \
  "$prefix/share/zsh/site-functions" "$prefix/share/fish/vendor_completions.d"
install -m 755 "$berayield" "$prefix/bin/berayield"
install -m 644 "$manual"/*.1 "$prefix/share/man/man1/"
"$berayield" --generate-completion-script bash \
  > "$prefix/share/bash-completion/completions/berayield"
"$berayield" --generate-completion-script zsh > "$prefix/share/zsh/site-functions/_berayield"
"$berayield" --generate-completion-script fish \
  > "$prefix/share/fish/vendor_completions.d/berayield.fish"
say "done: $prefix/bin/berayield"

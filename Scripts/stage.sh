#!/usr/bin/env bash
# Builds berayield and puts all that is installed into .build/stage: the program, man pages, completions,
# the example files and the pages about it.
set -euo pipefail
. "$(dirname "$0")/requirements.sh"
need_python

say "building (release)"
build_release berayield
built="$(swift build -c release --show-bin-path)/berayield"

folder="$PWD/.build/stage"
say "staging in $folder"
rm -rf "$folder"
share="$folder/share"
documents="$share/doc/berayield"
install -d "$folder/bin" "$share/man/man1" "$share/bash-completion/completions" \
  "$share/zsh/site-functions" "$share/fish/vendor_completions.d" "$share/berayield" \
  "$documents/docs"
install -m 755 "$built" "$folder/bin/berayield"
# What only debuggers and the next build read differs from build to build.
[ "$(uname -s)" = Darwin ] || strip --strip-all --remove-section=.swift_modhash \
  --remove-section=.note.gnu.build-id "$folder/bin/berayield"
berayield="$folder/bin/berayield"
python3 Scripts/manual.py "$berayield" "$share/man/man1"
"$berayield" --generate-completion-script bash > "$share/bash-completion/completions/berayield"
"$berayield" --generate-completion-script zsh > "$share/zsh/site-functions/_berayield"
"$berayield" --generate-completion-script fish > "$share/fish/vendor_completions.d/berayield.fish"
git ls-files data docs README.md CHANGELOG.md LICENSE | while read -r file; do
  case "$file" in
    data/*) target="$share/berayield/$file" ;;
    *) target="$documents/$file" ;;
  esac
  install -d "$(dirname "$target")"
  install -m 644 "$file" "$target"
done
find "$share" -type f -exec chmod 644 {} +
find "$folder" -type d -exec chmod 755 {} +

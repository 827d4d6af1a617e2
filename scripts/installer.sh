#!/usr/bin/env bash
# Builds bundle, Debian package, wheel and (as a syntax check) the Windows set-up, tries them, and prints sizes and times.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bin="${1:-.venv/bin}"
out=build/installer
SOURCE_DATE_EPOCH="$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)"
export SOURCE_DATE_EPOCH
version="$("$bin/python" -c 'from domain import __version__; print(__version__)')"
skipped=()

step() { printf '\n══ %s\n' "$1"; }
has() { command -v "$1" >/dev/null && return; skipped+=("$1 is not installed and could not be: $2"); return 1; }

mkdir -p "$out"
step "Icons and bundle"
"$bin/python" -m scripts.icons "$out/icons" "$out/landauf.ico"
"$bin/python" -m PyInstaller --noconfirm --log-level ERROR --distpath "$out/bundle" --workpath "$out/work" installer/landauf.spec
echo "$out/bundle/landauf"

step "Debian package"
"$bin/python" -m scripts.deb "$out/bundle/landauf" "$out/icons" "$out"
package="$out/landauf_$version-1_amd64.deb"
if has desktop-file-validate "the starter was not checked"; then
    desktop-file-validate "$out/deb/usr/share/applications/landauf.desktop" && echo "desktop-file-validate: sound"
fi
if has appstreamcli "the metainfo was not checked"; then
    appstreamcli validate --no-net "$out"/deb/usr/share/metainfo/*.xml
fi
if has lintian "the package was not checked"; then
    lintian --allow-root --fail-on error,warning "$package" && echo "lintian: no error and no warning outside the overrides"
fi

step "Wheel, in an environment of its own"
rm -rf "$out/wheel" "$out/wheel-env"
"$bin/python" -m hatchling build -t wheel -d "$out/wheel"
"$bin/python" -m venv "$out/wheel-env"
"$out/wheel-env/bin/python" -m pip install --quiet --disable-pip-version-check --constraint constraints.txt "$out"/wheel/*.whl
(cd "$out" && wheel-env/bin/landauf self-test)

step "Bundle and source, side by side"
"$out/bundle/landauf/landauf" self-test
"$bin/python" -m scripts.start_times "$out/bundle/landauf/landauf"

step "The Windows set-up, compiled with a stand-in for the program"
if has makensis "the set-up script was not compiled"; then
    scripts/windows_setup.sh "$bin/python" "$out"
fi

step "A trial installation of the package"
scripts/trial.sh "$package" "$out"

step "What there is"
du -sh "$out/bundle/landauf" | sed 's/^/bundle   /'
stat -c '%s %n' "$package" "$out"/wheel/*.whl "$out"/*.exe 2>/dev/null | awk '{ printf "%6.1f MB  %s\n", $1 / 1e6, $2 }'
limit=100000000
[ "$(stat -c %s "$package")" -le "$limit" ] || { echo "The Debian package is larger than 100 MB." >&2; exit 1; }
[ ${#skipped[@]} -eq 0 ] || printf 'skipped: %s\n' "${skipped[@]}"

#!/usr/bin/env bash
# Installs Debian packages that are missing: `qt` what the window and the tests need, `gates` what foreign checks need,
# `installer` what builds and tries the installers.
# Nothing is run when all is there. Without root or passwordless sudo the line to type is printed.
set -euo pipefail

# What must be there | the Debian package that brings it. "lib…" is looked up by the linker, "/…" is a file, else a program.
qt_needs="
libEGL.so.1|libegl1
libGL.so.1|libgl1
libxkbcommon.so.0|libxkbcommon0
libdbus-1.so.3|libdbus-1-3
libfontconfig.so.1|libfontconfig1
libglib-2.0.so.0|libglib2.0-0
libxcb-cursor.so.0|libxcb-cursor0
libxcb-icccm.so.4|libxcb-icccm4
libxcb-keysyms.so.1|libxcb-keysyms1
libxkbcommon-x11.so.0|libxkbcommon-x11-0
libxcb-shape.so.0|libxcb-shape0
"
java=/usr/share/java
gate_needs="
pdfinfo|poppler-utils
qpdf|qpdf
calcurse|calcurse
gcc|gcc
/usr/include/libical/ical.h|libical-dev
/usr/include/stdio.h|libc6-dev
node|nodejs
npm|npm
chromium|chromium
Xvfb|xvfb
java|default-jre-headless
makensis|nsis
groff|groff
desktop-file-validate|desktop-file-utils
appstreamcli|appstream
$java/preflight.jar|libpdfbox2-java
$java/commons-io.jar|libcommons-io-java
$java/commons-logging.jar|libcommons-logging-java
$java/jaxb-api.jar|libjaxb-api-java
$java/javax.activation.jar|libactivation-java
"

installer_needs="
objdump|binutils
dpkg-deb|dpkg
lintian|lintian
desktop-file-validate|desktop-file-utils
appstreamcli|appstream
debootstrap|debootstrap
makensis|nsis
Xvfb|xvfb
"

has_venv() { "${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null; }

is_there() {
    case "$1" in
        lib*.so*) grep -qF "$1 " <<<"$libraries" ;;
        /*) [ -e "$1" ] ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

missing_packages() {
    local need package
    while IFS='|' read -r need package; do
        [ -z "$need" ] || is_there "$need" || echo "$package"
    done <<<"$1"
}

install() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"; }

set_name="${1:?usage: system_packages.sh qt|gates|installer}"
[ "$(uname -s)" = Linux ] || exit 0
libraries="$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)"
case "$set_name" in
    qt)
        mapfile -t missing < <(missing_packages "$qt_needs")
        [ -x .venv/bin/python ] || has_venv || missing+=(python3-venv)
        ;;
    gates) mapfile -t missing < <(missing_packages "$gate_needs") ;;
    installer)
        mapfile -t missing < <(missing_packages "$installer_needs")
        # Debian's Python has its library in a package of its own; PyInstaller packs it.
        .venv/bin/python -c 'from PyInstaller.depend.bindepend import get_python_library_path as path; path()' 2>/dev/null ||
            missing+=("$(.venv/bin/python -c 'import sys; print("libpython%d.%d" % sys.version_info[:2])')")
        ;;
    *) echo "system_packages.sh: no such set: $set_name" >&2; exit 2 ;;
esac
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "Landauf needs what these Debian packages bring; please install their like: ${missing[*]}" >&2
    [ "$set_name" = qt ] && exit 1 || exit 0
fi
if [ "$(id -u)" = 0 ]; then
    as_root=()
elif sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
else
    echo "Landauf needs some system packages. Please type this line, then run make again:" >&2
    echo "    sudo apt-get update && sudo apt-get install -y ${missing[*]}" >&2
    [ "$set_name" = qt ] && exit 1 || exit 0
fi

echo "Installing system packages: ${missing[*]}"
"${as_root[@]}" apt-get update -q
if ! install "${missing[@]}"; then
    [ "$set_name" != qt ] || exit 1
    # One package that cannot be had must not keep the others away; its gate reports itself as skipped.
    for package in "${missing[@]}"; do install "$package" || echo "not installed: $package" >&2; done
fi

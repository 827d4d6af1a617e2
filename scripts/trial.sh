#!/usr/bin/env bash
# Installs the package in a minimal Debian of its own, works there as an ordinary user, removes it, and looks whether data stayed.
set -euo pipefail
package="$(realpath "${1:?usage: trial.sh PACKAGE FOLDER}")"
out="$(realpath "${2:?usage: trial.sh PACKAGE FOLDER}")"
system="$out/system"
python="$(dirname "$0")/../.venv/bin/python"

if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null; then
    echo "skipped: a trial installation needs root and debootstrap"
    exit 0
fi
release="$(. /etc/os-release && echo "${VERSION_CODENAME:-bookworm}")"
mirror="$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' | awk -v code="$release" '$2 == code { print $1; exit }')"

inside() { chroot "$system" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_user() { inside su -s /bin/bash - officer -c "export LANG=C.UTF-8 LANDAUF_LANGUAGE=de; $1"; }
step() { printf '\n── %s\n' "$1"; }

leave() { mountpoint -q "$system/proc" && umount -l "$system/proc"; true; }
trap leave EXIT

step "A minimal Debian ($release)"
leave
rm -rf "$system"
debootstrap --variant=minbase "$release" "$system" "$mirror" >"$out/debootstrap.log" 2>&1 || { tail "$out/debootstrap.log"; exit 1; }
apt-config dump Acquire >"$system/etc/apt/apt.conf.d/00host"
cp /etc/resolv.conf /etc/hosts "$system/etc/"
mount -t proc proc "$system/proc" 2>/dev/null || echo "without /proc: nothing may be mounted here"

step "apt install $(basename "$package")"
cp "$package" "$system/tmp/landauf.deb"
inside apt-get -q update >"$out/install.log" 2>&1
inside apt-get -q -y install /tmp/landauf.deb >>"$out/install.log" 2>&1 || { tail -20 "$out/install.log"; exit 1; }
grep -E "newly installed|After this operation" "$out/install.log"
inside useradd -m officer
as_user "man -w landauf 2>/dev/null || ls /usr/share/man/man1/landauf.1.gz"

step "landauf self-test, as an ordinary user"
as_user "landauf self-test"

step "What a double click would open"
as_user "landauf demo --out demo >demo.txt && tail -3 demo.txt && cp demo/*.landauf arbeit.landauf"
as_user "xdg-mime query filetype arbeit.landauf; xdg-mime query default application/x-landauf"
[ "$(as_user "xdg-mime query filetype arbeit.landauf")" = application/x-landauf ]
[ "$(as_user "xdg-mime query default application/x-landauf")" = landauf.desktop ]

step "The first start, and the window opened as a double click does: landauf FILE"
picture() {
    "$python" -m scripts.window_pictures "$out/$1.png" \
        chroot "$system" su -s /bin/bash - officer -c "LANG=C.UTF-8 DISPLAY={display} landauf $2" 2>/dev/null
    echo "$out/$1.png"
}
as_user "rm -rf .config/landauf"
picture welcome ""
picture window arbeit.landauf

step "apt purge: what people made stays"
before="$(as_user "sha256sum arbeit.landauf")"
inside apt-get -q -y purge landauf >>"$out/install.log" 2>&1
[ ! -e "$system/usr/lib/landauf" ] && [ "$(as_user "sha256sum arbeit.landauf")" = "$before" ]
as_user "ls -d arbeit.landauf .config/landauf demo"
echo "Installed, tested, removed; data kept."

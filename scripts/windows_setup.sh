#!/usr/bin/env bash
# Compiles the Windows set-up. Without a folder that PyInstaller made on Windows a stand-in is packed: a check of the script.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
python="${1:?usage: windows_setup.sh PYTHON OUT [PAYLOAD]}"
out="$(realpath "${2:?usage: windows_setup.sh PYTHON OUT [PAYLOAD]}")"
payload="${3:-}"
version="$("$python" -c 'from domain import __version__; print(__version__)')"
name="landauf-$version-setup.exe"
if [ -z "$payload" ]; then
    payload="$out/stand-in"
    name="landauf-$version-setup-stand-in.exe"
    mkdir -p "$payload/_internal"
    for file in landauf.exe landauf-cli.exe _internal/base_library.zip; do echo "stand-in" >"$payload/$file"; done
fi
"$python" -m scripts.icons "$out/icons" "$out/landauf.ico"
makensis -V2 -WX -INPUTCHARSET UTF8 -DVERSION="$version" -DPAYLOAD="$(realpath "$payload")" -DICON="$out/landauf.ico" \
    -DFILE_ICON="$out/landauf-file.ico" -DSIDE="$out/landauf-side.bmp" -DLICENCE="$PWD/LICENSE" -DOUT="$out/$name" "${@:4}" installer/windows/landauf.nsi
echo "$out/$name"

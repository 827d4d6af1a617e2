#!/usr/bin/env bash
# Puts what the gates need of npm's registry into build/node: exactly these versions, none with dependencies of its own.
# Without npm or a way to the registry nothing is installed, and the gates report themselves as skipped.
set -euo pipefail

packages=(axe-core@4.14.1 ical.js@2.2.1)
folder=build/node

is_there() { grep -qsF "\"version\": \"${1##*@}\"" "$folder/node_modules/${1%@*}/package.json"; }

missing=()
for package in "${packages[@]}"; do is_there "$package" || missing+=("$package"); done
[ ${#missing[@]} -gt 0 ] || exit 0
if ! command -v npm >/dev/null; then
    echo "npm is not there, so these are not either: ${missing[*]}" >&2
    exit 0
fi
echo "Installing npm packages: ${missing[*]}"
mkdir -p "$folder"
npm install --prefix "$folder" --no-save --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error "${packages[@]}" ||
    echo "not installed: ${missing[*]}" >&2

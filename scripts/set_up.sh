#!/usr/bin/env bash
# Builds the virtual environment from the pinned versions and puts the `landauf` command into it.
set -euo pipefail
python="$1" venv="$2"

"$python" - <<'CHECK'
import sys
if sys.version_info < (3, 11):
    sys.exit(f"Landauf needs Python 3.11 or newer; this is {sys.version.split()[0]}. Try: make PYTHON=python3.12 run")
CHECK
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
echo "Setting up $venv (the first time takes a minute or two)"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement constraints.txt
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .

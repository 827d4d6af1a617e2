#!/usr/bin/env bash
# All static checks, the fast ones first; goes on after a failure so that one run shows everything.
set -uo pipefail
bin="$1"
failed=()

check() {
    local title="$1"
    shift
    echo "── $title"
    "$@" || failed+=("$title: $*")
}

check "format" "$bin/ruff" format --check .
check "lint" "$bin/ruff" check .
check "import contracts" env PYTHONPATH=. "$bin/lint-imports" --no-logo
check "declared dependencies" "$bin/deptry" .
check "dead code" "$bin/vulture"
check "types" "$bin/mypy"
check "house style" "$bin/python" -m pytest -q tests/style

if [ ${#failed[@]} -gt 0 ]; then
    printf '\nFailed:\n' >&2
    printf '  %s\n' "${failed[@]}" >&2
    exit 1
fi
echo "All checks passed."

#!/usr/bin/env bash
# Makes the sample workspace with its plan, prints and calendars; opens the window on it where there is a display.
set -euo pipefail
bin="$1"
demo=build/demo

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; }

if ! has_display; then
    exec "$bin/landauf" demo --out "$demo"
fi
# The sample workspace is made once, so that what was tried out in it is still there the next time.
compgen -G "$demo/*.landauf" >/dev/null || "$bin/landauf" demo --out "$demo"
exec "$bin/landauf" "$demo"/*.landauf

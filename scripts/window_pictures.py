"""A picture of a window on a virtual screen: python -m scripts.window_pictures OUT.png COMMAND."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from shutil import which

_SCREEN = "1366x768x24"
_LONGEST = 40.0
"""Seconds to wait until the screen shows something that stays as it is."""
_STILL = 5.0


def main(arguments: list[str]) -> int:
    """Run the command on a fresh Xvfb, whose name replaces `{display}` in it, and save what the screen shows."""
    out, *command = arguments
    with subprocess.Popen(  # noqa: S603 - nothing in it comes from outside
        [which("Xvfb") or "Xvfb", "-displayfd", "1", "-screen", "0", _SCREEN, "-ac", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        display = f":{server.stdout.readline().strip()}" if server.stdout else ""
        try:
            return _picture(Path(out), [word.replace("{display}", display) for word in command], display)
        finally:
            server.terminate()


def _picture(out: Path, command: list[str], display: str) -> int:
    os.environ.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
    with subprocess.Popen(command, start_new_session=True) as program:  # noqa: S603 - called by our own build
        try:
            return _grabbed(out)
        finally:
            os.killpg(program.pid, signal.SIGTERM)


def _grabbed(out: Path) -> int:
    """Save the screen when it has not changed for a while and is not of one colour; 1 if that never happens."""
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication([])
    screen = app.primaryScreen()
    deadline = time.monotonic() + _LONGEST
    last, since = b"", time.monotonic()
    while time.monotonic() < deadline:
        picture = screen.grabWindow(0).toImage()
        seen = bytes(picture.constBits())
        if seen != last:
            last, since = seen, time.monotonic()
        elif time.monotonic() - since > _STILL and _has_content(seen):
            return 0 if picture.save(str(out)) else 1
        app.processEvents()
        time.sleep(0.25)
    return 1


def _has_content(pixels: bytes) -> bool:
    """Whether more than one colour is there; four bytes make a pixel, and the last of them is always the same."""
    return len({pixels[at : at + 4] for at in range(0, len(pixels), 4 * 997)}) > 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

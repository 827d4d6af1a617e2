"""Runs the checks one after the other and prints the table: `landauf self-test [--json]`."""

import json
import os
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from domain import __version__, surroundings
from domain.errors import LandaufError
from domain.i18n import N_, Language, language
from gui.self_test.check import Check, Outcome

_HEADS = (N_("Checked"), N_("Result"), N_("Seconds"), N_("What was seen"))
_USAGE = N_("landauf self-test [--json]: opens, imports, plans, prints, exports and paints everything once.")


def main(arguments: list[str]) -> int:
    """Run everything; 0 if all is well, 1 if a check failed, 2 for wrong usage."""
    tongue = language(surroundings.language_code())
    if not set(arguments) <= {"--json"}:
        sys.stdout.write(f"{tongue.gettext(_USAGE)}\n")
        return 0 if set(arguments) <= {"--help", "-h"} else 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if "--json" in arguments:
        outcomes = list(_outcomes(tongue))
        sys.stdout.write(json.dumps([asdict(outcome) for outcome in outcomes], ensure_ascii=False, indent=1) + "\n")
    else:
        outcomes = list(_told(tongue))
    return 1 if any(outcome.trouble for outcome in outcomes) else 0


def _outcomes(tongue: Language) -> Iterator[Outcome]:
    from PySide6.QtWidgets import QApplication

    from gui import texts, theme

    app = QApplication.instance() or QApplication(["landauf"])
    texts.use(tongue)
    theme.install(app, "light")  # type: ignore[arg-type]  # it is a QApplication here
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for check in _checks():
            yield _outcome(check, Path(folder), tongue)


def _checks() -> tuple[Check, ...]:
    """All checks; the pages come last, because they need the sample workspace."""
    from gui.self_test import commands, window

    return (*window.CHECKS, *commands.CHECKS, window.PAGES)


class _Noted:
    """Notes what a check raises and goes on with the next; breaking off by the keyboard ends everything."""

    trouble = ""

    def __init__(self, tongue: Language) -> None:
        self._tongue = tongue

    def __enter__(self) -> "_Noted":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if isinstance(error, LandaufError):
            self.trouble = self._tongue.error(error)
        elif isinstance(error, Exception):
            self.trouble = f"{error!r}: {traceback.extract_tb(trace)[-1]}"
        return isinstance(error, Exception)


def _outcome(check: Check, folder: Path, tongue: Language) -> Outcome:
    started, detail = time.perf_counter(), ""
    with _Noted(tongue) as noted:
        detail = check.run(folder)
    seconds = round(time.perf_counter() - started, 1)
    return Outcome(tongue.gettext(check.msgid), detail, noted.trouble, seconds)


def _told(tongue: Language) -> Iterator[Outcome]:
    """Every outcome, after its line of the table was printed: the whole takes a minute, and nobody waits in silence."""
    _ = tongue.gettext
    words = {True: _("all right"), False: _("FAILED")}
    heads = tuple(map(_, _HEADS))
    widths = (
        max(len(name) for name in (heads[0], *(_(check.msgid) for check in _checks()))),
        max(len(word) for word in (heads[1], *words.values())),
        len(heads[2]),
    )

    def tell(*cells: str) -> None:
        line = "  ".join((*map(str.ljust, cells[:3], widths), cells[3])).rstrip()
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    sys.stdout.write(_("Landauf {version}, self-test").format(version=__version__) + "\n")
    tell(*heads)
    for found in _outcomes(tongue):
        tell(found.name, words[not found.trouble], f"{found.seconds:.1f}", found.trouble or found.detail)
        yield found

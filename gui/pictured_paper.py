"""The print dialog: one sheet, a long report with its search, and the smallest window."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gui.pictured import settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.desk import Desk
    from gui.shell import Shell

_WANTED = "präventionsmobil"
_USUAL, _SMALL = (1200, 720), (960, 600)


def printing(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """What the dialog opens with, the annual report while it is searched, and the same in a small window."""
    from gui.dialogs.print_preview import open_print

    first = open_print(window, desk)
    first.resize(*_USUAL)
    settle(desk)
    settle(desk)
    yield "print-first", first
    first.close()
    report = open_print(window, desk, "annual_report")
    report.resize(*_USUAL)
    settle(desk)
    settle(desk)
    report.paper.find_row.enter()
    report.paper.find_row.field.setText(_WANTED)
    report.paper.search.find(_WANTED, 0)
    settle(desk)
    yield "print-search", report
    report.resize(*_SMALL)
    settle(desk)
    yield f"print-search-{_SMALL[0]}", report
    report.close()

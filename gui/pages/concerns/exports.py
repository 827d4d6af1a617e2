"""Concerns as files: the register for the house, the public form, and the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.terms import Audience
from gui.dialogs import files
from gui.dialogs.dialog import Dialog
from gui.texts import _, current, ngettext
from gui.widgets.choice import Segmented
from gui.widgets.form import Form
from gui.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from gui.pages.concerns.page import ConcernsPage
    from gui.tasks import Ticket

_WIDTH = 480


class ConcernExportDialog(Dialog):
    """For whom and in which format; the public form is the default, the register says that it is for the house."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Export concerns"), _("Export …"), parent)
        self.setMinimumWidth(_WIDTH)
        self.audience = Segmented(
            [(Audience.public.value, _("Public form")), (Audience.internal.value, _("Register, internal"))],
            name=_("For whom"),
        )
        self.format = Segmented([("xlsx", _("Excel")), ("csv", _("CSV")), ("json", _("JSON"))], name=_("Format"))
        self.public = Notice(
            Tone.hint,
            _("Number, category, place category, state and the texts written for the public"),
            _("Only concerns raised at public events."),
        )
        self.internal = Notice(
            Tone.warning,
            _("This file is for the house only"),
            _("It holds wording, offices, answers and notes. Do not pass it on."),
        )
        form: Form[object] = Form()
        form.add_row(_("For whom"), self.audience)
        form.add_row(_("Format"), self.format)
        self.content.addWidget(form)
        self.content.addWidget(self.public)
        self.content.addWidget(self.internal)
        self.internal.hide()
        self.audience.picked.connect(self._on_audience)

    def _on_audience(self, value: str) -> None:
        self.public.setVisible(value == Audience.public)
        self.internal.setVisible(value == Audience.internal)


def export_register(page: ConcernsPage) -> ConcernExportDialog:
    """Ask for whom, then for the file, and write the concerns that the filter shows."""
    dialog = ConcernExportDialog(page.window())

    def choose() -> None:
        ending, audience = dialog.format.value(), Audience(dialog.audience.value())
        suffix = _("internal") if audience is Audience.internal else _("public")
        name = _("concerns-{audience}.{ending}").format(audience=suffix, ending=ending)
        kind = _("Table (*.{ending})").format(ending=ending)
        dialog.accept()
        files.save_as(page, _("Export concerns"), name, kind, lambda path: write_register(page, path, audience))

    dialog.primary.clicked.connect(choose)
    dialog.open()
    return dialog


def write_register(page: ConcernsPage, path: Path, audience: Audience) -> None:
    """Write the concerns that the filter shows beside the window's thread."""
    from domain.outgoing.concerns import export_concerns

    workspace, wanted, language = page.desk.workspace, page.register.wanted(), current()
    _write(page, path, lambda: export_concerns(workspace, path, audience, wanted, language))


def export_statistics(page: ConcernsPage) -> None:
    """Ask for the file and write the figures."""
    kind = _("Table (*.{ending})").format(ending="xlsx")
    name = _("concerns-counted.xlsx")
    files.save_as(page, _("Export figures"), name, kind, lambda path: write_statistics(page, path))


def write_statistics(page: ConcernsPage, path: Path) -> None:
    """Write the figures beside the window's thread."""
    from domain.outgoing import concerns as outgoing_concerns

    workspace, language = page.desk.workspace, current()
    _write(page, path, lambda: outgoing_concerns.export_statistics(workspace, path, language))


def _write(page: ConcernsPage, path: Path, write: Callable[[], int]) -> None:
    def work(_ticket: Ticket) -> int:
        return write()

    def told(count: int) -> None:
        words = ngettext("{count} row written to {file}", "{count} rows written to {file}", count)
        page.desk.tell(words.format(count=count, file=path.name))

    page.desk.tasks.start(work, told, progress=_("Exporting"))

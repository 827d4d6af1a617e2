"""The edition as it will be on paper, made anew while it is written."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.errors import LandaufError
from domain.rows.handouts import EditionDraft
from gui import theme
from gui.desk import Desk
from gui.dialogs.paper import Paper
from gui.texts import _, current
from gui.widgets.button import Button
from gui.widgets.tabs import Inspector

if TYPE_CHECKING:
    from domain.i18n import Language
    from domain.workspace import Workspace
    from gui.tasks import Ticket

_REST_MS = 350
_KEY = "handout-preview"


class LivePreview(Inspector):
    """Shows a draft about a third of a second after the last change; the place that is looked at stays."""

    print_clicked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Preview"), parent)
        self._desk = desk
        self._shown: UUID | None = None
        self._wanted: tuple[UUID, EditionDraft] | None = None
        self.paper = Paper(desk.tasks)
        self.print = Button(_("Print or save as PDF …"), icon="printer")
        foot = QHBoxLayout()
        foot.addWidget(self.print, 1)
        self.column.setSpacing(theme.GAP_SMALL)
        self.column.addWidget(self.paper, 1)
        self.column.addLayout(foot)
        self.print.clicked.connect(self.print_clicked)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._make)

    def show_draft(self, edition_id: UUID | None, draft: EditionDraft | None) -> None:
        """Show an edition at once if it is another than before, else when the typing rests."""
        self.print.setEnabled(edition_id is not None)
        if edition_id is None or draft is None:
            self._rest.stop()
            self._desk.tasks.cancel(_KEY)
            self._wanted = self._shown = None
            self.paper.clear()
            return
        self._wanted = (edition_id, draft)
        if edition_id == self._shown:
            self._rest.start()
        else:
            self._make()

    def _make(self) -> None:
        if self._wanted is None:
            return
        edition_id, draft = self._wanted
        is_same = edition_id == self._shown
        self._shown = edition_id
        work = partial(_document, self._desk.workspace, edition_id, draft, current())
        shown = self.paper.update_document if is_same else self.paper.show_document
        self._desk.tasks.start(work, shown, self._on_trouble, key=_KEY)

    def _on_trouble(self, _error: LandaufError) -> None:
        """The edition was deleted meanwhile."""
        self.paper.clear()


def _document(
    workspace: "Workspace", edition_id: UUID, draft: EditionDraft, language: "Language", _ticket: "Ticket"
) -> bytes:
    from domain.outgoing.handouts import draft_document

    return draft_document(workspace, edition_id, draft, language)

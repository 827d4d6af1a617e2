"""Keeps what is typed into an edition in the file until it is saved: neither a crash nor another page loses it."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from domain.i18n import N_
from domain.rows.handouts import EditionDraft
from gui.desk import Desk

_REST_MS = 1000


@dataclass(frozen=True, slots=True)
class KeptEdition:
    """What was typed over which version of the edition."""

    version: int
    draft: EditionDraft


class EditionKeeper(QObject):
    """Writes the newest draft at most once a second, off the step list; forgets it once it is saved or discarded."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: tuple[UUID, KeptEdition] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.write_now)

    def found(self, edition_id: UUID) -> KeptEdition | None:
        """What was typed into an edition and never saved."""
        from domain.usecases import filters
        from domain.usecases.draft_text import from_text

        if self._waiting is not None and self._waiting[0] == edition_id:
            return self._waiting[1]
        text = self._desk.ask(filters.kept_drafts).get(_key(edition_id))
        return from_text(KeptEdition, text) if text else None

    def keep(self, edition_id: UUID, kept: KeptEdition) -> None:
        """Remember this; it is written when the second is over."""
        if self._waiting is not None and self._waiting[0] != edition_id:
            self.write_now()
        self._waiting = (edition_id, kept)
        if not self._rest.isActive():
            self._rest.start()

    def write_now(self) -> None:
        """Write what waits."""
        from domain.usecases import filters
        from domain.usecases.draft_text import to_text

        self._rest.stop()
        if self._waiting is not None:
            edition_id, kept = self._waiting
            self._waiting = None
            self._desk.run(N_("Keep draft"), filters.keep_draft, _key(edition_id), to_text(kept))

    def drop(self, edition_id: UUID) -> None:
        """Forget what was typed into an edition."""
        from domain.usecases import filters

        self._rest.stop()
        self._waiting = None
        self._desk.run(N_("Drop draft"), filters.drop_draft, _key(edition_id))


def _key(edition_id: UUID) -> str:
    return f"handout:{edition_id}"

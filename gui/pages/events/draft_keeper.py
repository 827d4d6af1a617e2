"""Keeps what is typed into the form of an event in the file, so that a crash loses at most a second of it."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from domain.i18n import N_
from domain.rows.events import EventDraft
from gui.desk import Desk

_REST_MS = 1000
_NEW = "event:new"


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """What was typed over which version of the event; version 0 is a new event."""

    version: int
    draft: EventDraft


class DraftKeeper(QObject):
    """Writes the newest draft at most once a second, off the step list; forgets it once it is saved or discarded."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: tuple[str, KeptEvent] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.write_now)

    def found(self, record: UUID | None) -> KeptEvent | None:
        """What was typed into the form of an event (None = a new one) and never saved."""
        from domain.usecases import filters
        from domain.usecases.draft_text import from_text

        text = self._desk.ask(filters.kept_drafts).get(_key(record))
        return from_text(KeptEvent, text) if text else None

    def keep(self, record: UUID | None, kept: KeptEvent) -> None:
        """Remember this; it is written when the second is over."""
        self._waiting = (_key(record), kept)
        if not self._rest.isActive():
            self._rest.start()

    def write_now(self) -> None:
        """Write what waits."""
        from domain.usecases import filters
        from domain.usecases.draft_text import to_text

        self._rest.stop()
        if self._waiting is not None:
            key, kept = self._waiting
            self._waiting = None
            self._desk.run(N_("Keep draft"), filters.keep_draft, key, to_text(kept))

    def drop(self, record: UUID | None) -> None:
        """Forget what was typed into the form of an event."""
        from domain.usecases import filters

        self._rest.stop()
        self._waiting = None
        self._desk.run(N_("Drop draft"), filters.drop_draft, _key(record))


def _key(record: UUID | None) -> str:
    return f"event:{record}" if record else _NEW

"""What was noted to do better after the last event at the same site or for the same host."""

from datetime import date
from typing import TypeAlias
from uuid import UUID

from PySide6.QtCore import Signal

from domain.rows.events import EventDraft
from domain.rows.review import Lesson
from domain.rules.local import first_day_of
from gui import theme
from gui.desk import Desk
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.card import Card

_Place: TypeAlias = tuple[UUID | None, UUID | None, date | None, UUID | None]
"""Site, host, first day and id of the event that is shown."""


class LessonsPanel(Card):
    """Follows a draft; hidden where nothing was noted. `opened` asks for the event it was noted after."""

    opened = Signal(object)  # UUID

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Last time here"))
        self._desk = desk
        self._place: _Place | None = None
        self._found: Lesson | None = None
        self.words = labels.Text(wrap=True)
        self.source = Button("", weight=Weight.link, tip=_("Open the event it was noted after"))
        self.source.clicked.connect(self._on_source)
        self.set_padding()
        self.body.setSpacing(theme.GAP_TINY)
        self.body.addWidget(self.words)
        self.body.addWidget(self.source)
        self.hide()
        desk.changed.connect(self._on_data)

    def show_draft(self, draft: EventDraft | None, record: UUID | None) -> None:
        """Follow a change of the draft; only another place, host or day is read anew."""
        place = None if draft is None else (draft.site_id, draft.host_id, first_day_of(draft), record)
        if place != self._place:
            self._place = place
            self._read()

    def show_lesson(self, found: Lesson | None) -> None:
        """Show a note, or nothing."""
        self._found = found
        self.setVisible(found is not None)
        if found is not None:
            self.words.setText(found.words)
            self.source.setText(f"{current().day(found.day)} · {found.title}")
            self.source.updateGeometry()

    def _read(self) -> None:
        from domain.usecases import lessons

        if self._place is None or self._place[:2] == (None, None):
            self.show_lesson(None)
        else:
            site, host, before, record = self._place
            self._desk.ask_later(self.show_lesson, lessons.at_place, site, host, before, record)

    def _on_data(self, tables: frozenset[str]) -> None:
        if "event" in tables and self._place is not None:
            self._read()

    def _on_source(self) -> None:
        if self._found is not None:
            self.opened.emit(self._found.event_id)

"""Keeps what the coverage page has read, so that a filter answers at once; read in a pool thread."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from domain.rows.coverage import CoverageFilter, CoverageRow, CoverageView
from domain.terms import BERLIN
from gui.desk import Desk

COUNTED = frozenset({"event", "event_topic", "target"})
"""The tables whose changes make what was read outdated."""

_MOST = 40
"""Topics that are read ahead."""


class CoverageReader(QObject):
    """Rows by topic (None = all events); `came` tells that those asked for are there."""

    came = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: dict[UUID | None, tuple[CoverageRow, ...]] = {}
        self._ahead: tuple[UUID, ...] = ()
        self._known: frozenset[str] = frozenset()
        self._age = 0
        self._view: tuple[CoverageFilter, date, CoverageView] | None = None

    def today(self) -> date:
        """The day in Berlin."""
        return self._desk.clock().astimezone(BERLIN).date()

    def forget(self, tables: frozenset[str]) -> None:
        """Drop what a change of these tables made outdated."""
        if "*" in tables or tables & COUNTED:
            self._age += 1
            self._view = None
            self._rows.clear()

    def view(self, wanted: CoverageFilter) -> CoverageView | None:
        """The wanted part; None while it is being read, `came` follows then."""
        from domain.rules.coverage import view

        rows = self._rows.get(wanted.topic_id)
        if rows is None:
            self._ask(wanted.topic_id)
            return None
        today = self.today()
        if self._view is None or self._view[:2] != (wanted, today):
            self._view = wanted, today, view(rows, wanted, today)
        return self._view[2]

    def half_years(self) -> tuple[str, ...]:
        """The half-years to choose from, the newest first."""
        from domain.rules.coverage import around

        return around(self.today(), self._known)

    def read_ahead(self, topics: Iterable[UUID]) -> None:
        """Read the counts of these topics one after the other while nothing else is to do, so that they are there."""
        self._ahead = tuple(topics)
        self._read_next()

    def _read_next(self) -> None:
        topic = next((each for each in self._ahead[:_MOST] if each not in self._rows), None)
        if topic is not None and None in self._rows:
            self._start(topic, f"coverage.ahead.{id(self)}", tell=False)

    def _ask(self, topic_id: UUID | None) -> None:
        self._start(topic_id, f"coverage.{id(self)}", tell=True)

    def _start(self, topic_id: UUID | None, key: str, *, tell: bool) -> None:
        from domain.usecases import coverage

        age = self._age
        workspace = self._desk.workspace

        def keep(rows: tuple[CoverageRow, ...]) -> None:
            if age != self._age:
                return
            self._rows[topic_id] = rows
            if topic_id is None:
                self._known = frozenset(row.half_year for row in rows)
            if tell:
                self.came.emit()
            self._read_next()

        self._desk.tasks.start(lambda _ticket: workspace.ask(coverage.coverage, topic_id), keep, key=key)

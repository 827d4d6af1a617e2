"""The events the calendar holds: what is visible at once, half a year around it from behind."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from domain.rows.events import EventRow
from domain.rows.findings import Finding
from domain.terms import Audience, DaySpan, EventKind, Grade
from gui.desk import Desk
from gui.pages.calendar import layout

_AHEAD = timedelta(weeks=26)
_NEAR = timedelta(weeks=8)
_NOTHING: tuple[EventRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters: empty tuples mean all; the audience sees what it would get from an export."""

    kinds: tuple[EventKind, ...] = ()
    kreise: tuple[str, ...] = ()
    audience: Audience = Audience.internal

    def takes(self, row: EventRow) -> bool:
        """Whether kind and Kreis fit."""
        return (not self.kinds or row.kind in self.kinds) and (not self.kreise or row.kreis_ags in self.kreise)


class EventStock(QObject):
    """Rows by day and by week, and which of them have open conflicts of error grade.

    A week whose content did not change keeps equal tuples across reloads, so that pictures of it can be kept.
    """

    changed = Signal()  # rows or conflicts are different

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._rows: dict[UUID, EventRow] = {}
        self._loaded: DaySpan | None = None
        self._asked: DaySpan | None = None
        self._visible: DaySpan | None = None
        self._days: dict[date, tuple[EventRow, ...]] = {}
        self._weeks: dict[date, tuple[EventRow, ...]] = {}
        self.wanted = Wanted()
        self.conflicts: frozenset[UUID] = frozenset()

    def show_days(self, first: date, last: date) -> None:
        """Have the events of these days at hand: at once if they are not, and those around them soon."""
        self._visible = DaySpan(first, last)
        if self._loaded is None or first not in self._loaded or last not in self._loaded:
            self._load_visible()
        elif first - _NEAR < self._loaded.first or last + _NEAR > self._loaded.last:
            self._look_ahead()

    def reload(self) -> None:
        """Read again what is visible now, the rest and the conflicts soon."""
        self._load_visible()
        self._ask_conflicts()

    def filter(self, wanted: Wanted) -> None:
        """Show only what passes these filters."""
        audience_changed = wanted.audience != self.wanted.audience
        self.wanted = wanted
        if audience_changed:
            self._loaded = None
            self._rows.clear()
            self.reload()
        else:
            self._index()

    def on(self, day: date) -> tuple[EventRow, ...]:
        """The events of a day, whole days first, then by time."""
        return self._days.get(day, _NOTHING)

    def week(self, monday: date) -> tuple[EventRow, ...]:
        """The events that touch a week, each once."""
        if monday not in self._weeks:
            found = {row.id: row for day in layout.days_of_week(monday) for row in self.on(day)}
            self._weeks[monday] = tuple(found.values())
        return self._weeks[monday]

    def between(self, days: DaySpan) -> list[EventRow]:
        """The events that touch these days, each once, by time."""
        count = (days.last - days.first).days + 1
        found = {row.id: row for at in range(count) for row in self.on(days.first + timedelta(days=at))}
        return list(found.values())

    def row(self, event_id: UUID | None) -> EventRow | None:
        """An event that is at hand, None if it is not or is filtered out."""
        found = self._rows.get(event_id) if event_id else None
        return found if found is not None and self.wanted.takes(found) else None

    def _load_visible(self) -> None:
        from domain.usecases import calendar_rows

        if self._visible is None:
            return
        first, last = self._visible.first, self._visible.last
        rows = self.desk.ask(calendar_rows.between, first, last, self.wanted.audience)
        if self._loaded is None or not _touch(self._loaded, self._visible):
            self._rows = {}
            self._loaded = self._visible
        else:
            self._loaded = DaySpan(min(first, self._loaded.first), max(last, self._loaded.last))
        self._forget(first, last)
        self._rows.update((row.id, row) for row in rows)
        self._index()
        self._asked = None
        self._look_ahead()

    def _forget(self, first: date, last: date) -> None:
        """Drop what touched these days; they have just been read anew."""
        for row in list(self._rows.values()):
            days = layout.days_of(row)
            if days is None or (days.first <= last and days.last >= first):
                del self._rows[row.id]

    def _look_ahead(self) -> None:
        from domain.usecases import calendar_rows

        if self._visible is None:
            return
        wide = DaySpan(self._visible.first - _AHEAD, self._visible.last + _AHEAD)
        if (
            self._asked is not None
            and wide.first >= self._asked.first - _NEAR
            and wide.last <= self._asked.last + _NEAR
        ):
            return
        self._asked = wide
        self.desk.ask_later(self._on_rows, calendar_rows.between, wide.first, wide.last, self.wanted.audience)

    def _on_rows(self, rows: list[EventRow]) -> None:
        self._loaded = self._asked
        self._rows = {row.id: row for row in rows}
        self._index()

    def _ask_conflicts(self) -> None:
        from domain.usecases import conflicts

        self.desk.ask_later(self._on_conflicts, conflicts.all_findings)

    def _on_conflicts(self, findings: tuple[Finding, ...]) -> None:
        found = frozenset(
            event_id
            for finding in findings
            if finding.grade is Grade.error and not finding.accepted
            for event_id in (finding.event_id, *finding.others)
        )
        if found != self.conflicts:
            self.conflicts = found
            self.changed.emit()

    def _index(self) -> None:
        days = layout.by_day(row for row in self._rows.values() if self.wanted.takes(row))
        self._days = {day: tuple(rows) for day, rows in days.items()}
        self._weeks.clear()
        self.changed.emit()


def _touch(one: DaySpan, other: DaySpan) -> bool:
    """Whether two spans share a day or lie side by side, so that together they have no gap."""
    a_day = timedelta(days=1)
    return one.first - a_day <= other.last and other.first - a_day <= one.last

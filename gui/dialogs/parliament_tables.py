"""The answer to parliament as tables in the window: the events line by line, and what is counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from domain.labels import label
from domain.rows.parliament import AnswerRow
from gui import icons, theme
from gui.models.table import Cell, Column, RowTableModel
from gui.texts import _, current
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView

if TYPE_CHECKING:
    from domain.rows.parliament import ParliamentAnswer


class AnswerTable(QWidget):
    """The events of one of the two tables with the columns that parliament asks for."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowTableModel[AnswerRow](_columns(), lambda row: row.event_id, self)
        self.table = TableView(self.model, name)
        self.table.set_two_lines()
        self.table.set_empty(
            EmptyState("lectern", _("No event here"), _("Choose another period, more kinds or more districts."))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def show_rows(self, rows: Sequence[AnswerRow]) -> None:
        """Show these events."""
        self.model.set_rows(rows)


def _columns() -> tuple[Column[AnswerRow], ...]:
    return (
        Column(_("Event, date"), _event, 148),
        Column(_("How many"), _people, 72, is_right=True),
        Column(_("School type, organiser"), _host, 196),
        Column(_("Place"), lambda row: Cell(row.place or "–", second=_duration(row)), 128),
        Column(_("Topic, title"), _title),
        Column(_("Occasion"), lambda row: Cell(row.occasion or "–", tone="muted"), 128, hide_below=780),
    )


def _event(row: AnswerRow) -> Cell:
    return Cell(
        current().day(row.day),
        second=label(row.kind, current()),
        icon=icons.KIND_ICONS[row.kind],
        icon_colour=theme.tokens().kinds[row.kind].mark,
        is_first=True,
    )


def _people(row: AnswerRow) -> Cell:
    if row.participants is None:
        return Cell("–", tone="muted")
    return Cell(current().number(row.participants))


def _host(row: AnswerRow) -> Cell:
    host = label(row.host_category, current()) if row.host_category else row.host
    return Cell(host or "–", second=label(row.schulform, current()) if row.schulform else "")


def _duration(row: AnswerRow) -> str:
    if row.minutes is not None:
        return current().duration(row.minutes)
    return _("all day")


def _title(row: AnswerRow) -> Cell:
    second = ", ".join(row.topics)
    if row.guest_office:
        second = _("Spoken by: {office}").format(office=row.guest_office)
    return Cell(row.title, second=second)


@dataclass(frozen=True, slots=True)
class Told:
    """One count: its name, and its figure in words."""

    key: UUID
    what: str
    figure: str
    is_sum: bool = False


class CountTable(QWidget):
    """Sums and requests."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowTableModel[Told](_count_columns(), lambda line: line.key, self)
        self.table = TableView(self.model, _("Sums and requests"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def show_answer(self, found: "ParliamentAnswer") -> None:
        """Show the counts of an answer."""
        self.model.set_rows(told(found))


def _count_columns() -> tuple[Column[Told], ...]:
    return (
        Column(_("What is counted"), lambda line: Cell(line.what, is_first=line.is_sum)),
        Column(_("How many"), lambda line: Cell(line.figure, is_first=line.is_sum), 112, is_right=True),
    )


def told(found: "ParliamentAnswer") -> tuple[Told, ...]:
    """The counts as lines, the causes of declining at the end."""
    from domain.rules.parliament import figures

    language = current()
    lines = [(_(msgid), value, msgid in _WHOLE) for msgid, value in figures(found)]
    for each in found.requests.declined:
        cause = label(each.cause, language) if each.cause else _("No cause noted")
        lines.append((_("Declined: {cause}").format(cause=cause), each.requests, False))
    return tuple(
        Told(UUID(int=at), what, language.number(value), is_sum) for at, (what, value, is_sum) in enumerate(lines)
    )


_WHOLE = frozenset({"Events in all", "Participants in all"})
"""The counts (msgids) that are sums of all others."""

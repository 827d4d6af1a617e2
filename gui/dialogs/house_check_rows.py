"""The lines of the comparison of a record with what goes out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from domain.labels import label
from domain.rows.outgoing import ComparedField, Comparison, FieldFate, Value
from gui.models.table import Cell, Column
from gui.texts import _, current

_ICONS = {FieldFate.same: "chevron-right", FieldFate.replaced: "repeat", FieldFate.withheld: "eye-off"}
_TONES = {FieldFate.same: "text", FieldFate.replaced: "gold", FieldFate.withheld: "error"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: a field, or the heading of a section."""

    id: UUID
    heading: str = ""
    field: ComparedField | None = None


def lines(found: Comparison) -> tuple[Line, ...]:
    """Every section with its fields; sections without any are left out."""
    return tuple(_lines(found))


def _lines(found: Comparison) -> Iterator[Line]:
    section = ""
    for number, field in enumerate(found.fields):
        if field.section != section:
            section = field.section
            yield Line(UUID(int=10_000 + number), heading=_(section))
        yield Line(UUID(int=number), field=field)


def columns() -> list[Column[Line]]:
    """What the field is, what the house knows, what goes out, and why that differs."""
    return [
        Column(_("Field"), _name, width=150),
        Column(_("Internal record"), _inside),
        Column(_("What goes out"), _outside, width=200),
        Column(_("Why"), _why, width=190, hide_below=620),
    ]


def _name(line: Line) -> Cell:
    return (
        Cell(line.heading, is_first=True, tone="strong")
        if line.field is None
        else Cell(_(line.field.msgid), tone="muted")
    )


def _inside(line: Line) -> Cell:
    field = line.field
    if field is None:
        return Cell()
    return Cell(words(field.inside), is_struck=field.fate is FieldFate.withheld)


def _outside(line: Line) -> Cell:
    field = line.field
    if field is None:
        return Cell()
    outside = _("withheld") if field.fate is FieldFate.withheld else words(field.outside)
    return Cell(outside, icon=_ICONS[field.fate], tone=_TONES[field.fate])


def _why(line: Line) -> Cell:
    field = line.field
    return Cell(_(field.reason), tone="muted") if field is not None and field.reason else Cell()


def words(value: Value) -> str:
    """A value as people read it, on one line."""
    language = current()
    match value:
        case datetime():
            shown = f"{language.weekday_short(value.date())} {language.day(value.date())} {language.clock(value)}"
        case date():
            shown = f"{language.weekday_short(value)} {language.day(value)}"
        case StrEnum():
            shown = label(value, language)
        case bool():
            shown = _("yes") if value else _("no")
        case int() | float():
            shown = language.number(value)
        case tuple():
            shown = ", ".join(map(_, value))
        case _:
            shown = " ".join(_(value).split()) if value else ""
    return shown

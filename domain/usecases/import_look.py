"""A first look at a file: what it is, its columns with samples, and where each field comes from."""

from collections.abc import Sequence
from itertools import islice

from domain.exchange.card_lines import CardFile
from domain.exchange.card_rows import read_card_partners
from domain.exchange.opening import open_any, open_table
from domain.exchange.row_reader import Reading
from domain.exchange.sources import Source
from domain.exchange.tabular import Table
from domain.exchange.workbook import SheetTable
from domain.i18n import N_
from domain.rows.imports import FileLook, FormLook, SourceColumn, Wish
from domain.rows.requests import RequestDraft
from domain.store.session import Session
from domain.usecases.import_memory import LAYOUTS, columns_for, remembered

_SAMPLE_ROWS = 50
_SAMPLES = 3
_SHOWN_ROWS = 12
_LONGEST = 80
_CARD_HEADINGS = (N_("Institution"), N_("Person"), N_("Role"), N_("Phone"))
WITH_CARDS = "partners"
"""What files of contacts can be read for."""


def look(session: Session, what: str, source: Source, wish: Wish) -> FileLook:
    """Recognise a file without judging its rows.

    Raises:
        FileProblemError: it is nothing that can be read.
        UsageError: the wish names a sheet, an encoding or a delimiter that there is not.
    """
    found = open_any(source, wish) if what == WITH_CARDS else open_table(source, wish)
    if isinstance(found, CardFile):
        return _look_at_cards(found)
    rows = tuple(tuple(map(_short, record.cells)) for record in islice(found.records(), _SAMPLE_ROWS))
    layout = LAYOUTS[what]
    return FileLook(
        name=found.name,
        encoding=found.encoding if isinstance(found, Table) else "",
        delimiter=found.delimiter if isinstance(found, Table) else "",
        sheets=found.sheets if isinstance(found, SheetTable) else (),
        sheet=found.sheet if isinstance(found, SheetTable) else "",
        header_line=found.header_line if isinstance(found, SheetTable) else 1,
        source=tuple(_column(place, heading, rows) for place, heading in enumerate(found.header)),
        headings=found.header,
        rows=rows[:_SHOWN_ROWS],
        columns=tuple(columns_for(session, what, found.header, wish).items()),
        fields=tuple(layout.headings),
        needed=layout.needed,
        remembered=wish.columns is None and remembered(session, what, found.header) is not None,
    )


def look_at_forms(name: str, readings: Sequence[Reading[RequestDraft]]) -> FileLook:
    """Returned forms as they were read, not yet compared with anything; `name` stands for all of them."""
    forms = []
    for reading in readings:
        first = reading.problems[0] if reading.problems else None
        reason = (first.msgid, first.params) if first else ("", ())
        remarks = tuple((each.field, each.msgid, each.params) for each in reading.remarks)
        forms.append(FormLook(reading.name, reading.draft, reason, remarks, reading.hints))
    return FileLook(name, forms=tuple(forms))


def _look_at_cards(file: CardFile) -> FileLook:
    rows: list[tuple[str, ...]] = []
    for reading in islice(read_card_partners(file), _SAMPLE_ROWS):
        if reading.draft is not None:
            person = reading.draft.contact
            name, role = (person.name, person.role) if person else ("", "")
            reach = person.phone or person.email if person else reading.draft.partner.phone
            rows.append(tuple(map(_short, (reading.draft.partner.name, name, role, reach))))
    shown = tuple(rows[:_SHOWN_ROWS])
    return FileLook(file.name, file.encoding, cards=file.count, headings=_CARD_HEADINGS, rows=shown)


def _column(place: int, heading: str, rows: tuple[tuple[str, ...], ...]) -> SourceColumn:
    values = dict.fromkeys(row[place] for row in rows if place < len(row) and row[place])
    return SourceColumn(place, heading, tuple(islice(values, _SAMPLES)))


def _short(cell: str) -> str:
    one_line = " ".join(cell[: 4 * _LONGEST].split())
    return one_line if len(one_line) <= _LONGEST else f"{one_line[:_LONGEST]}…"

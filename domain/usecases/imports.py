"""Files of other programs into the workspace: every row's fate told, one undo step for the whole file."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from domain.errors import LandaufError
from domain.exchange.card_lines import CardFile
from domain.exchange.card_rows import read_card_partners
from domain.exchange.event_rows import read_events
from domain.exchange.identity import bare_partner_key
from domain.exchange.opening import open_any, open_table
from domain.exchange.partner_rows import read_partners
from domain.exchange.request_rows import read_requests
from domain.exchange.sources import Source
from domain.exchange.tabular import Table
from domain.exchange.vehicle_rows import read_vehicles
from domain.exchange.workbook import SheetTable
from domain.i18n import N_
from domain.model import Partner, Request
from domain.rows.imports import ImportReport, RowFate, Wish
from domain.store.session import Session
from domain.usecases import import_wishes, partners, requests
from domain.usecases.import_cards import card_fates
from domain.usecases.import_events import event_fates
from domain.usecases.import_matching import Target, fates
from domain.usecases.import_memory import LAYOUTS, columns_for, remember
from domain.usecases.import_vehicles import vehicle_fates

Told: TypeAlias = Callable[[int], None] | None
"""Hears the number of rows read so far; raises to break off."""

RECOGNISED = Wish()
"""Nothing wished: everything is recognised."""

_ADDRESS = {
    "town": frozenset(("town", "locality")),
    "ags": frozenset(("postcode", "town", "locality")),
    "kreis_ags": frozenset(("postcode", "town", "locality")),
}
_TYPES = frozenset(("type", "schulform", "office_kind"))
_PARTNERS: Target[Any] = Target(
    Partner,
    partners.columns_of,
    sources=_ADDRESS
    | {
        "category": _TYPES,
        "schulform": _TYPES,
        "office_kind": _TYPES,
        "sort_key": frozenset(("name",)),
        "notes": frozenset(("notes", "email", "website")),
    },
    together={"category": ("schulform", "office_kind"), "street": ("match_key",)},
    bare_key=bare_partner_key,
)
_REQUESTS: Target[Any] = Target(
    Request,
    requests.columns_of,
    sources=_ADDRESS | {"from_minute": frozenset(("from",)), "to_minute": frozenset(("to",))},
    together={},
    lines=import_wishes,
)


def import_partners(
    session: Session, source: Source, *, store: bool = True, told: Told = None, wish: Wish = RECOGNISED
) -> ImportReport:
    """Read partners from a table, a workbook or a file of contacts; equal folded name, street and postcode match.

    A partner known without a street is the one of that name and postcode in the file, which brings the street.
    An empty cell never erases what is known. `store` False only tells the fates; `told` hears the rows read so far;
    `wish` says how to read where recognition errs, and is remembered for the next file of this form.

    Raises:
        FileProblemError: the file is nothing that can be read.
        InvalidInputError: needed columns are missing.
        UsageError: the wish names something that there is not.
    """
    found = open_any(source, wish)
    if isinstance(found, CardFile):
        cards = read_card_partners(found)
        return _report(card_fates(session, cards, _PARTNERS, store=store, told=told), found.encoding)
    columns = _columns(session, "partners", found, wish, store=store)
    return _of_table(found, fates(session, read_partners(found, columns), _PARTNERS, store=store, told=told))


def import_requests(
    session: Session, source: Source, *, store: bool = True, told: Told = None, wish: Wish = RECOGNISED
) -> ImportReport:
    """Read requests from a table or workbook; equal requester, postcode, kind, topic and window is the same request.

    Raises:
        FileProblemError: the file is no readable table.
        InvalidInputError: needed columns are missing.
        UsageError: the wish names something that there is not.
    """
    table = open_table(source, wish)
    columns = _columns(session, "requests", table, wish, store=store)
    return _of_table(table, fates(session, read_requests(table, columns), _REQUESTS, store=store, told=told))


def import_vehicles(
    session: Session, source: Source, *, store: bool = True, told: Told = None, wish: Wish = RECOGNISED
) -> ImportReport:
    """Read vehicles from a table or workbook; the folded name says which; new equipment named there is added.

    Raises:
        FileProblemError: the file is no readable table.
        InvalidInputError: needed columns are missing.
        UsageError: the wish names something that there is not.
    """
    table = open_table(source, wish)
    columns = _columns(session, "vehicles", table, wish, store=store)
    return _of_table(table, vehicle_fates(session, read_vehicles(table, columns), store=store, told=told))


def import_events(
    session: Session, source: Source, *, store: bool = True, told: Told = None, wish: Wish = RECOGNISED
) -> ImportReport:
    """Read events from a table or workbook; our number or UID says which, else day, title and town tell of a double.

    Raises:
        FileProblemError: the file is no readable table.
        InvalidInputError: needed columns are missing.
        UsageError: the wish names something that there is not.
    """
    table = open_table(source, wish)
    columns = _columns(session, "events", table, wish, store=store)
    readings = read_events(table, columns, today=session.today)
    return _of_table(table, event_fates(session, readings, store=store, told=told))


IMPORTS: dict[str, Callable[..., ImportReport]] = {
    "partners": import_partners,
    "requests": import_requests,
    "vehicles": import_vehicles,
    "events": import_events,
}
"""The imports by the name the command line gives them."""


def _columns(session: Session, what: str, table: Table | SheetTable, wish: Wish, *, store: bool) -> Mapping[str, int]:
    """Where the fields are; with `store` this is remembered, within the same step."""
    columns = LAYOUTS[what].checked(columns_for(session, what, table.header, wish), table.header)
    if store:
        remember(session, what, table.header, columns)
    return columns


def _of_table(table: Table | SheetTable, fates: Iterator[RowFate]) -> ImportReport:
    if isinstance(table, Table):
        return _report(fates, table.encoding, table.delimiter)
    return _report(fates)


def _report(fates: Iterator[RowFate], encoding: str = "", delimiter: str = "") -> ImportReport:
    found = tuple(sorted(fates, key=lambda row: row.line))
    if not found:
        raise LandaufError(N_("The file has a header but no rows; nothing was taken."))
    return ImportReport(found, encoding, delimiter)

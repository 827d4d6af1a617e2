"""Tables of other programs into the workspace: every row's fate told, one undo step for the whole file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from domain.errors import LandaufError
from domain.exchange.partner_rows import read_partners
from domain.exchange.request_rows import read_requests
from domain.exchange.tabular import Table, read_table
from domain.exchange.vehicle_rows import read_vehicles
from domain.i18n import N_
from domain.model import Partner, Request
from domain.rows.imports import ImportReport, RowFate
from domain.store.session import Session
from domain.usecases import partners, requests
from domain.usecases.import_matching import Target, fates
from domain.usecases.import_vehicles import vehicle_fates

Source: TypeAlias = Path | bytes
"""The file, or what stands in it."""

Told: TypeAlias = Callable[[int], None] | None
"""Hears the number of rows read so far; raises to break off."""

_ADDRESS = {
    "town": frozenset(("town", "locality")),
    "ags": frozenset(("postcode", "town", "locality")),
    "kreis_ags": frozenset(("postcode", "town", "locality")),
}
_PARTNERS: Target[Any] = Target(
    Partner,
    partners.columns_of,
    sources=_ADDRESS
    | {
        "category": frozenset(("type",)),
        "schulform": frozenset(("type",)),
        "sort_key": frozenset(("name",)),
        "notes": frozenset(("notes", "email", "website")),
    },
    together={"category": "schulform"},
)
_REQUESTS: Target[Any] = Target(
    Request,
    requests.columns_of,
    sources=_ADDRESS | {"from_minute": frozenset(("from",)), "to_minute": frozenset(("to",))},
    together={},
)


def import_partners(session: Session, source: Source, *, store: bool = True, told: Told = None) -> ImportReport:
    """Read partners from a table; equal folded name, street and postcode means the same partner.

    An empty cell never erases what is known. `store` False only tells the fates; `told` hears the rows read so far.

    Raises:
        FileProblemError: the file is no readable table.
        InvalidInputError: needed columns are missing.
    """
    table = read_table(source)
    return _report(table, fates(session, read_partners(table), _PARTNERS, store=store, told=told))


def import_requests(session: Session, source: Source, *, store: bool = True, told: Told = None) -> ImportReport:
    """Read requests from a table; equal requester, postcode, kind, topic and window means the same request.

    Raises:
        FileProblemError: the file is no readable table.
        InvalidInputError: needed columns are missing.
    """
    table = read_table(source)
    return _report(table, fates(session, read_requests(table), _REQUESTS, store=store, told=told))


def import_vehicles(session: Session, source: Source, *, store: bool = True, told: Told = None) -> ImportReport:
    """Read vehicles from a table; the folded name says which; equipment named there is added where it is new.

    Raises:
        FileProblemError: the file is no readable table.
        InvalidInputError: needed columns are missing.
    """
    table = read_table(source)
    return _report(table, vehicle_fates(session, read_vehicles(table), store=store, told=told))


IMPORTS: dict[str, Callable[..., ImportReport]] = {
    "partners": import_partners,
    "requests": import_requests,
    "vehicles": import_vehicles,
}
"""The imports by the name the command line gives them."""


def _report(table: Table, fates: Iterator[RowFate]) -> ImportReport:
    found = tuple(sorted(fates, key=lambda row: row.line))
    if not found:
        raise LandaufError(N_("The file has a header but no rows; nothing was taken."))
    return ImportReport(found, table.encoding, table.delimiter)

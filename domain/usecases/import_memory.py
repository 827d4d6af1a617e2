"""Which column of a file fed which field the last time, so that the same source is read the same way again."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256

from sqlmodel import select

from domain.errors import UsageError
from domain.exchange.headers import EVENTS, PARTNERS, REQUESTS, VEHICLES, Layout, heading_key
from domain.i18n import N_
from domain.model import Setting
from domain.rows.imports import Wish
from domain.store.session import Session
from domain.usecases.records import change as change_record
from domain.usecases.records import insert

LAYOUTS: dict[str, Layout] = {"partners": PARTNERS, "requests": REQUESTS, "vehicles": VEHICLES, "events": EVENTS}
"""What each kind of table can hold."""

_SIGNATURE = 32


def remembered(session: Session, what: str, header: Sequence[str]) -> dict[str, int] | None:
    """The columns by field as a person last put them for a file with this header; None if nobody did."""
    kept = session.exec(select(Setting).where(Setting.name == _name(what, header))).first()
    if kept is None:
        return None
    found = json.loads(kept.value)
    known = LAYOUTS[what].headings
    return {field: place for field, place in found.items() if field in known and place < len(header)}


def remember(session: Session, what: str, header: Sequence[str], columns: Mapping[str, int]) -> None:
    """Keep the columns for the next file with this header, if they are not what is recognised or kept anyway.

    It belongs to the step of the import: undo takes both back.
    """
    name = _name(what, header)
    kept = session.exec(select(Setting).where(Setting.name == name)).first()
    value = json.dumps(dict(sorted(columns.items())))
    if kept is not None:
        if kept.value != value:
            change_record(session, kept, None, {"value": value})
    elif dict(columns) != LAYOUTS[what].found(header):
        insert(session, Setting, {"name": name, "value": value})


def columns_for(session: Session, what: str, header: Sequence[str], wish: Wish) -> dict[str, int]:
    """The column of every field: as wished, else as remembered, else as recognised, then single headings on top.

    Raises:
        UsageError: a wish names a field or a heading that there is not.
    """
    layout = LAYOUTS[what]
    if wish.columns is not None:
        return {field: place for field, place in wish.columns if field in layout.headings and place < len(header)}
    columns = remembered(session, what, header)
    columns = layout.found(header) if columns is None else columns
    for heading, wanted in wish.headings:
        place, field = _place(heading, header), _field(wanted, layout)
        columns = {name: at for name, at in columns.items() if at != place and name != field}
        if field:
            columns[field] = place
    return columns


def _place(heading: str, header: Sequence[str]) -> int:
    key = heading_key(heading)
    place = next((at for at, name in enumerate(header) if name == heading or heading_key(name) == key), None)
    if place is None:
        raise UsageError(
            N_("The table has no column “{heading}”; it has: {found}."),
            heading=heading,
            found=", ".join(name[:40] for name in header[:12]),
        )
    return place


def _field(wanted: str, layout: Layout) -> str:
    """The field of this code name, or the one whose column could be headed so; "" stays ""."""
    if not wanted or wanted in layout.headings:
        return wanted
    found = layout.found((wanted,))
    if not found:
        raise UsageError(
            N_("There is no field “{field}”; there are: {names}."), field=wanted, names=", ".join(layout.headings)
        )
    return next(iter(found))


def _name(what: str, header: Sequence[str]) -> str:
    signature = sha256("\x1f".join(map(heading_key, header)).encode()).hexdigest()[:_SIGNATURE]
    return f"import.{what}.{signature}"

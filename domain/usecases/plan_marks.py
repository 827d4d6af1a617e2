"""Entries of a plan between the table and the row people and rules read."""

import json
from dataclasses import fields
from typing import Any

from sqlalchemy.engine import Row

from domain.rows.releases import PlanEntryRow
from domain.terms import BERLIN, Audience

_PLAIN = tuple(field.name for field in fields(PlanEntryRow) if field.name not in {"marks", "starts_at", "ends_at"})


def packed(entry: PlanEntryRow) -> dict[str, Any]:
    """The columns of an entry."""
    marks = {audience.value: dict(sorted(seen.items())) for audience, seen in entry.marks.items()}
    values = {name: getattr(entry, name) for name in (*_PLAIN, "starts_at", "ends_at")}
    return values | {"marks": json.dumps(marks, separators=(",", ":"))}


def unpacked(line: Row[Any]) -> PlanEntryRow:
    """The entry of a line that holds its columns by name."""
    return PlanEntryRow(
        **{name: getattr(line, name) for name in _PLAIN},
        starts_at=line.starts_at.astimezone(BERLIN) if line.starts_at else None,
        ends_at=line.ends_at.astimezone(BERLIN) if line.ends_at else None,
        marks={Audience(name): seen for name, seen in json.loads(line.marks).items()},
    )

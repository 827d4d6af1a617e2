"""The starting stock of the catalogue: qualifications, target groups, topics and offers, all editable afterwards."""

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain import assets
from domain.model import Offer, Qualification, Setting, TargetGroup, Topic
from domain.model.columns import uuid7
from domain.region.fold import fold
from domain.rows.catalogue import OfferDraft
from domain.rows.network import StockReport
from domain.store.session import Session
from domain.terms import EventKind
from domain.usecases import catalogue, vocabulary
from domain.usecases.records import change, insert

REMEMBERED = "catalogue.stock"
"""The setting that keeps which entry came from which key, so that a second run knows it under another name."""


@dataclass
class _Stock:
    """What is there by name, what came from here before by key, and what this run adds."""

    names: Mapping[Any, Mapping[str, UUID]]
    keys: dict[str, UUID]
    living: frozenset[UUID]
    is_stored: bool
    added: int = 0
    present: int = 0
    ids: dict[str, UUID] = field(default_factory=dict)

    def put(self, table: Any, key: str, name: str, add: Callable[[], UUID]) -> None:  # noqa: ANN401 - a table of names
        """Know an entry by key or name, else add it."""
        whole = f"{table.__tablename__}:{key}"
        found = self.keys.get(whole)
        if found not in self.living:
            found = self.names[table].get(fold(name))
        if found is None:
            found = add() if self.is_stored else uuid7()
            self.added += 1
        else:
            self.present += 1
        self.ids[whole] = found

    def of(self, table: Any, key: str) -> UUID:  # noqa: ANN401 - a table of names
        """The entry of a key, as it is now called."""
        return self.ids[f"{table.__tablename__}:{key}"]


def take_stock(session: Session, *, store: bool = True) -> StockReport:
    """Add the qualifications, target groups, topics and offers that are missing; `store` False only counts.

    What is there already, by its origin or its name, stays as people wrote it.
    """
    words, offers = _document("vocabulary"), _document("offers")
    stock = _stock(session, is_stored=store)
    for entry in words["qualification"]:
        add = _adding(vocabulary.add_qualification, session, entry["name"])
        stock.put(Qualification, entry["key"], entry["name"], add)
    for entry in words["group"]:
        add = _adding(vocabulary.add_target_group, session, entry["name"])
        stock.put(TargetGroup, entry["key"], entry["name"], add)
    for entry in words["topic"]:
        wanted = stock.of(Qualification, entry["qualification"]) if "qualification" in entry else None
        add = _adding(vocabulary.add_topic, session, entry["name"], area=entry["area"], qualification_id=wanted)
        stock.put(Topic, entry["key"], entry["name"], add)
    for entry in offers["offer"]:
        draft = _offer(entry, offers, stock)
        stock.put(Offer, entry["key"], draft.title, _adding(catalogue.create, session, draft))
    if store:
        _remember(session, stock.ids)
    return StockReport(stock.added, 0, stock.present)


def _adding(add: Callable[..., UUID], *args: object, **options: object) -> Callable[[], UUID]:
    return lambda: add(*args, **options)


def _offer(entry: Mapping[str, Any], content: Mapping[str, Any], stock: _Stock) -> OfferDraft:
    return OfferDraft(
        title=entry["title"],
        kind=EventKind(entry["kind"]),
        topic_id=stock.of(Topic, entry["topic"]),
        listeners=entry["listeners"],
        duration_minutes=entry["minutes"],
        aims=entry["aims"].strip(),
        public_text=entry["text"].strip(),
        neutrality_note=content["neutrality"][entry["neutrality"]].strip(),
        needs=content["needs"][entry["needs"]].strip(),
        target_group_ids=tuple(stock.of(TargetGroup, key) for key in entry["groups"]),
    )


def _stock(session: Session, *, is_stored: bool) -> _Stock:
    names: dict[Any, dict[str, UUID]] = {}
    living: set[UUID] = set()
    for table, name in (
        (Qualification, "name"),
        (TargetGroup, "name"),
        (Topic, "name"),
        (Offer, "title"),
    ):
        found = list(session.exec(select(table).order_by(col(table.id).desc())))
        names[table] = {fold(getattr(entry, name)): entry.id for entry in found}
        living |= {entry.id for entry in found}
    kept = session.exec(select(Setting).where(Setting.name == REMEMBERED)).first()
    keys = {key: UUID(found) for key, found in json.loads(kept.value).items()} if kept else {}
    return _Stock(names, keys, frozenset(living), is_stored)


def _remember(session: Session, ids: Mapping[str, UUID]) -> None:
    value = json.dumps({key: found.hex for key, found in sorted(ids.items())})
    kept = session.exec(select(Setting).where(Setting.name == REMEMBERED)).first()
    if kept is None:
        insert(session, Setting, {"name": REMEMBERED, "value": value})
    elif kept.value != value:
        change(session, kept, None, {"value": value})


def _document(name: str) -> dict[str, Any]:
    """What `resources/catalogue/<name>.toml` holds."""
    with assets.resource("catalogue", f"{name}.toml").open("rb") as source:
        return tomllib.load(source)

"""The starting stock: the Ordnungsämter of the state and its police units as ordinary, editable partners."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import insert, select
from sqlmodel import col

from domain.model import Partner, PartnerArea
from domain.model.columns import uuid7
from domain.region.authorities import Administration, PoliceUnit, administrations, police_units
from domain.region.fold import sort_key
from domain.region.gemeinden import gemeinde, gemeinden
from domain.rows.network import StockReport
from domain.rows.partners import PartnerDraft
from domain.store.session import Session
from domain.terms import PartnerCategory
from domain.usecases import partners
from domain.usecases.partner_tree import areas_of, put_areas, set_parent
from domain.usecases.records import get

SOURCE = "Anfangsbestand Landauf"
"""Written into `source` of what comes from here, so that a second run knows it again under another name."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is there already: partners by key of their source, and by category and folded name."""

    by_source: dict[str, UUID]
    by_name: dict[tuple[PartnerCategory, str], UUID]
    offices: dict[str, UUID]


def take_stock(session: Session, *, store: bool = True) -> StockReport:
    """Add the Ordnungsämter of all 133 administrations and the 4 Polizeiinspektionen with their 14 Reviere as a tree.

    What is there already (by its source, its name, or as Ordnungsamt for the same area) is kept as people wrote it;
    only an empty place in the tree and missing areas are filled in. `store` False only counts.
    """
    known = _known(session)
    inspections: dict[str, UUID] = {}
    fresh: list[tuple[UUID, PartnerDraft]] = []
    there: list[tuple[UUID, PartnerDraft]] = []
    for draft, inspectorate in _drafts():
        placed = replace(draft, parent_id=inspections.get(inspectorate))
        found = _find(known, placed)
        partner_id = found or uuid7()
        (there if found else fresh).append((partner_id, placed))
        if inspectorate:
            inspections.setdefault(inspectorate, partner_id)
    if store:
        _add(session, fresh)
    completed = sum(_complete(session, *each, store=store) for each in there)
    return StockReport(len(fresh), completed, len(there) - completed)


def _add(session: Session, fresh: list[tuple[UUID, PartnerDraft]]) -> None:
    """Write all new entries by two statements: one by one they take five times as long."""
    if not fresh:
        return
    stamp = {"created_at": session.now, "updated_at": session.now, "version": 1}
    rows = [{**partners.columns_of(draft), "id": partner_id, **stamp} for partner_id, draft in fresh]
    areas = [{"partner_id": partner_id, "area": area} for partner_id, draft in fresh for area in draft.areas]
    connection = session.connection()
    connection.execute(insert(Partner), rows)
    connection.execute(insert(PartnerArea), areas)


def _drafts() -> Iterator[tuple[PartnerDraft, str]]:
    """Every entry of the stock; police units come with the seat of their Inspektion, which goes first."""
    for body in administrations():
        yield _office(body), ""
    for unit in sorted(police_units(), key=lambda each: each.kind != "Polizeiinspektion"):
        yield _unit(unit), unit.inspectorate


def _office(body: Administration) -> PartnerDraft:
    return PartnerDraft(
        name=f"{spoken_name(body)}, Ordnungsamt",
        category=PartnerCategory.ordnungsamt,
        postcode=body.postcode,
        town=gemeinde(body.seat_ags).name,
        ags=body.seat_ags,
        source=SOURCE,
        source_id=body.key,
        areas=(_area(body),),
    )


def spoken_name(body: Administration) -> str:
    """The body as people say it: "Stadt Köthen (Anhalt)" for "Köthen (Anhalt), Stadt"; a plain name is a Gemeinde."""
    name, _comma, status = body.name.rpartition(", ")
    if name:
        return f"{status} {name}"
    return f"Gemeinde {status}" if body.kind == "Einheitsgemeinde" and "stadt" not in status.casefold() else status


def _area(body: Administration) -> str:
    if body.kind in {"Verbandsgemeinde", "Landkreis"}:
        return body.key
    return next(each.ags for each in gemeinden() if each.administration == body.key)


def _unit(unit: PoliceUnit) -> PartnerDraft:
    town = gemeinde(unit.seat_ags)
    is_revier = unit.kind == "Polizeirevier"
    return PartnerDraft(
        name=unit.name,
        category=PartnerCategory.police,
        postcode=town.postcode_seat,
        town=town.name,
        ags=town.ags,
        source=SOURCE,
        source_id=unit.name,
        areas=(unit.kreis_ags,) if is_revier else (),
    )


def _known(session: Session) -> _Known:
    wanted = (PartnerCategory.ordnungsamt, PartnerCategory.police)
    query = select(
        col(Partner.id), col(Partner.category), col(Partner.sort_key), col(Partner.source), col(Partner.source_id)
    ).where(col(Partner.category).in_(wanted) | (col(Partner.source) == SOURCE))
    lines = session.execute(query.order_by(col(Partner.id).desc())).all()
    areas = select(col(PartnerArea.area), col(PartnerArea.partner_id)).join(
        Partner, col(Partner.id) == col(PartnerArea.partner_id)
    )
    offices = session.execute(areas.where(col(Partner.category) == PartnerCategory.ordnungsamt)).all()
    return _Known(
        {line.source_id: line.id for line in lines if line.source == SOURCE},
        {(line.category, line.sort_key): line.id for line in lines},
        {line.area: line.partner_id for line in offices},
    )


def _find(known: _Known, draft: PartnerDraft) -> UUID | None:
    found = known.by_source.get(draft.source_id) or known.by_name.get((draft.category, sort_key(draft.name)[:300]))
    if found is None and draft.category is PartnerCategory.ordnungsamt:
        return known.offices.get(draft.areas[0])
    return found


def _complete(session: Session, partner_id: UUID, draft: PartnerDraft, *, store: bool) -> bool:
    """Fill in an empty place in the tree and missing areas; whether anything was missing."""
    needs_parent = draft.parent_id is not None and get(session, Partner, partner_id).parent_id is None
    needs_areas = bool(draft.areas) and not areas_of(session, partner_id)
    if needs_parent and store:
        set_parent(session, partner_id, draft.parent_id)
    if needs_areas and store:
        put_areas(session, partner_id, draft.areas)
    return needs_parent or needs_areas

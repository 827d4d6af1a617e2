"""Realistic input for the papers about publications."""

from dataclasses import replace
from uuid import UUID

from domain.documents.event_packing_list import EventPackingSheet
from domain.documents.reorder_list import ReorderSheet
from domain.rows.partners import SiteDraft
from domain.rows.publications import PublicationDraft, PublicationRow
from domain.rows.published import PublishedEvent
from domain.rules.packing import Copies, Stopover, packing_list
from domain.terms import StockState
from tests.domain.documents.events import OFFICE, STAND
from tests.domain.documents.site_samples import MOBILE, permit

LEAFLET, POLISH, SINGLE = (UUID(int=number) for number in (701, 702, 703))

COPIES = (
    Copies(LEAFLET, "Enkeltrick, 3. Auflage", 120, "de", 480, 50, "Lager Keller, Regal A2"),
    Copies(POLISH, "Bezpiecznie do szkoły, 1. Auflage", 30, "pl", 10),
    Copies(SINGLE, "Einbruch? Nicht bei mir, 4. Auflage", 100, "de", 900, 100, ""),
)


def event_packing_sheet(event: PublishedEvent, site: SiteDraft | None = None, **changes: object) -> EventPackingSheet:
    """What a single event needs."""
    stop = Stopover(("Fahrsimulator", "Torwand"), site, permit(), COPIES)
    found = packing_list([stop], ("Fahrsimulator", "Rauschbrillen"), MOBILE)
    return replace(EventPackingSheet(event, found, OFFICE, STAND, version=8), **changes)


def orders() -> tuple[PublicationRow, ...]:
    """Three publications to order, one of them in single copies."""
    drafts = (
        PublicationDraft(
            "Enkeltrick: Erst auflegen, dann anrufen", "5. Auflage", "de", "Koordinierungsstelle", None, 200, 100
        ),
        PublicationDraft("Bezpiecznie do szkoły", "Schuljahr 2026/27", "pl", "", None, 40, 50),
        PublicationDraft("Hilfe nach einer Straftat", "6. Auflage", "de-simple", "Koordinierungsstelle", None, 30),
    )
    figures = ((85, 0, 200), (10, 70, 100), (-3, 12, 42))
    return tuple(
        PublicationRow(UUID(int=720 + at), 1, draft, stock, promised, "", "", StockState.low, None, order)
        for at, (draft, (stock, promised, order)) in enumerate(zip(drafts, figures, strict=True))
    )


def reorder_list(**changes: object) -> ReorderSheet:
    """A reorder list."""
    return replace(ReorderSheet(orders(), OFFICE, STAND), **changes)

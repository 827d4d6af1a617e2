"""How good the shown tour is, as long as it stands as the planner proposed it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.rows.tours import TourDetail

Standing = frozenset[tuple[UUID, UUID, datetime | None, datetime | None]]


@dataclass(frozen=True, slots=True)
class Worth:
    """What was said of a tour when it was taken over, and where its stops stood then."""

    said: str
    tour_id: UUID
    standing: Standing

    def of(self, detail: TourDetail | None) -> str:
        """What was said, if this tour still stands like that; else nothing."""
        same = detail is not None and detail.row.id == self.tour_id and standing(detail) == self.standing
        return self.said if same else ""


def standing(detail: TourDetail) -> Standing:
    """Where a tour's stops stand: event, vehicle, and the opening times."""
    return frozenset(
        (stop.event.id, day.vehicle_id, stop.event.starts_at, stop.event.ends_at)
        for day in detail.days
        for stop in day.stops
    )

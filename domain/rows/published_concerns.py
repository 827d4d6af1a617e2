"""What the public may see of concerns: the only shapes that result sheets and public tables take."""

from dataclasses import dataclass
from datetime import date

from domain.terms import ConcernCategory, ConcernState, PlaceCategory


@dataclass(frozen=True, slots=True)
class PublicConcern:
    """One concern as everybody may read it; made only by `rules.public_concerns.publish_concern`."""

    number: str
    category: ConcernCategory
    place_category: PlaceCategory
    state: ConcernState
    text: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class PublicResults:
    """What became of the concerns of a Kreis, or of those raised at one public event.

    `kreis` is the name of the Kreis; `event` and `day` are set for the sheet of one event.
    """

    kreis_ags: str | None
    kreis: str
    concerns: tuple[PublicConcern, ...]
    event: str = ""
    day: date | None = None
    town: str = ""

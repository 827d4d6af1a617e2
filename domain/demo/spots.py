"""Where a sample event can take place in a Kreis, and who invites to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from domain.demo.neighbours import Institution, Pitch, World
from domain.demo.tables import Pattern
from domain.region.gemeinden import gemeinde
from domain.region.kreise import kreis
from domain.terms import PartnerCategory, PermitState, PlaceKind

_HALLS = (
    ("Bürgerhaus, Großer Saal", "Am Anger 1"),
    ("Stadthalle, Foyer", "Festplatz 2"),
    ("Rathaus, Ratssaal", "Markt 1"),
    ("Kulturhaus, Kleiner Saal", "Theaterweg 6"),
)
_ONLINE = "https://praevention.example/live"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of an event with everything that follows from it.

    `columns` are the place fields of the draft; `holds` is the site or partner that is taken on the day; `market_days`
    are weekdays on which it is not free; `name` fills `{partner}` in texts, `town` fills `{ort}`.
    """

    ags: str | None
    kreis: str
    town: str
    name: str
    columns: dict[str, Any]
    partner: Institution | None = None
    holds: UUID | None = None
    market_days: tuple[int, ...] = ()


def spots(pattern: Pattern, world: World, kreis_ags: str) -> list[Spot]:
    """Every place in the Kreis that fits the pattern."""
    what, _, detail = pattern.place.partition(":")
    match what:
        case "site":
            return [on_pitch(pitch) for pitch in world.pitches if pitch.ags[:5] == kreis_ags and _is_ready(pitch)]
        case "school" | "partner":
            return [at(institution) for institution in world.of(kreis_ags, *detail.split(","))]
        case "online":
            return [Spot(None, kreis(kreis_ags).name, "", "", {"place_kind": PlaceKind.online, "online_url": _ONLINE})]
    offices = world.of(kreis_ags, PartnerCategory.ordnungsamt)
    rooms = ((detail, ""),) if what == "street" else _HALLS
    return [in_hall(office, rooms[number % len(rooms)]) for number, office in enumerate(offices * len(rooms))]


def _is_ready(pitch: Pitch) -> bool:
    return pitch.draft.permit_state in {PermitState.granted, PermitState.not_needed} and pitch.draft.cee_16a > 0


def on_pitch(pitch: Pitch) -> Spot:
    """A site as the place, whatever its permit."""
    return Spot(
        pitch.ags,
        kreis(pitch.ags[:5]).name,
        pitch.draft.town,
        pitch.draft.name,
        {"place_kind": PlaceKind.site, "site_id": pitch.id, "accessibility": "Zugang stufenlos"},
        holds=pitch.id,
        market_days=pitch.draft.market_days,
    )


def at(institution: Institution) -> Spot:
    """The institution's own house as the place."""
    return Spot(
        institution.ags,
        kreis(institution.ags[:5]).name,
        institution.draft.town,
        institution.draft.name,
        {"place_kind": PlaceKind.partner, "place_partner_id": institution.id},
        partner=institution,
        holds=institution.id,
    )


def in_hall(office: Institution, room: tuple[str, str]) -> Spot:
    """A room (name and street) in the town of an office."""
    town, (name, street) = gemeinde(office.ags), room
    columns = {
        "place_kind": PlaceKind.address,
        "ags": town.ags,
        "place_name": name,
        "street": street,
        "postcode": town.postcode_seat,
        "town": town.name,
    }
    return Spot(town.ags, kreis(town.kreis_ags).name, town.name, office.draft.name, columns)


def host_of(pattern: Pattern, spot: Spot, world: World) -> dict[str, Any]:
    """The inviting body's fields: the place itself, an office of the town or the Kreis, our own office, or nobody."""
    if pattern.host == "nobody":
        return {}
    if pattern.host == "place" and spot.partner:
        return {"host_id": spot.partner.id}
    if pattern.host and spot.ags:
        wanted = PartnerCategory.gemeinde if pattern.host == "rathaus" else PartnerCategory(pattern.host)
        found = [*world.of(spot.ags[:5], wanted), *world.of(spot.ags[:5], PartnerCategory.ordnungsamt)]
        same_town = [each for each in found if each.ags == spot.ags]
        return {"host_id": (same_town or found)[0].id}
    return {"host_name": world.house.office.name}


def partners_of(pattern: Pattern, spot: Spot, world: World, host_id: UUID | None) -> Iterable[UUID]:
    """Who takes part beside the host: one institution of each category the pattern names, of the town if it can be."""
    if spot.ags is None:
        return
    for category in pattern.partners:
        found = [each for each in world.of(spot.ags[:5], category) if each.id != host_id]
        found.sort(key=lambda each: each.ags != spot.ags)
        yield from (each.id for each in found[:1])

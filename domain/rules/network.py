"""The network of a Kreis without a file: how strong ties are, which column a partner stands in, and what is missing."""

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum, auto

from domain.region.areas import areas_over
from domain.region.authorities import ordnungsamt_of
from domain.region.gemeinden import gemeinden
from domain.region.kreise import kreis
from domain.rows.network import Gap, Tie
from domain.terms import NetworkGap, PartnerCategory

DAYS_BACK = 730
"""How far back events count as working together: two years."""


class Circle(StrEnum):
    """The columns of the diagram: which circle of the network a partner belongs to."""

    offices = auto()
    police = auto()
    education = auto()
    society = auto()
    others = auto()


_CIRCLES = {
    Circle.offices: (
        PartnerCategory.ordnungsamt,
        PartnerCategory.jugendamt,
        PartnerCategory.other_office,
        PartnerCategory.gemeinde,
        PartnerCategory.kreis,
        PartnerCategory.job_centre,
    ),
    Circle.police: (PartnerCategory.police, PartnerCategory.fire_brigade, PartnerCategory.council),
    Circle.education: (
        PartnerCategory.school,
        PartnerCategory.kindergarten,
        PartnerCategory.university,
        PartnerCategory.adult_education,
        PartnerCategory.research,
    ),
    Circle.society: (
        PartnerCategory.club,
        PartnerCategory.association,
        PartnerCategory.church,
        PartnerCategory.advice_centre,
        PartnerCategory.citizen,
    ),
}
_CIRCLE_OF = {category: circle for circle, categories in _CIRCLES.items() for category in categories}
_TIE, _MOST_EVENTS = 3, 6


def circle_of(category: PartnerCategory) -> Circle:
    """The column a category stands in."""
    return _CIRCLE_OF.get(category, Circle.others)


def strength(tie: Tie) -> int:
    """How strong a tie is: 3 for each relation, membership and the tree, 1 for each common event up to 6."""
    lasting = len(tie.relations) + tie.is_membership + tie.is_tree
    return _TIE * lasting + min(tie.events, _MOST_EVENTS)


def gaps(
    kreis_ags: str,
    categories: Collection[PartnerCategory],
    office_areas: Iterable[str],
    rbb_areas: Iterable[str],
) -> tuple[Gap, ...]:
    """What is missing in a Kreis, the weightiest first.

    `categories` are those of its partners, `office_areas` the areas of its Ordnungsämter, `rbb_areas` those of its
    Regionalbereichsbeamte. Where an area lies under a Verbandsgemeinde, that is named instead of each Gemeinde.
    """
    offices, rbb = frozenset(office_areas), frozenset(rbb_areas)
    bodies = _bodies(kreis_ags)
    found = [
        Gap(kind)
        for kind, category in (
            (NetworkGap.police, PartnerCategory.police),
            (NetworkGap.jugendamt, PartnerCategory.jugendamt),
            (NetworkGap.council, PartnerCategory.council),
        )
        if category not in categories
    ]
    without_office = _uncovered(bodies, offices if kreis(kreis_ags).is_town else offices - {kreis_ags})
    without_rbb = _uncovered(bodies, rbb)
    if without_office:
        found.append(Gap(NetworkGap.ordnungsamt, () if len(without_office) == len(bodies) else without_office))
    if without_rbb:
        found.append(Gap(NetworkGap.rbb, () if len(without_rbb) == len(bodies) else without_rbb))
    return tuple(found)


def _bodies(kreis_ags: str) -> Mapping[str, tuple[str, ...]]:
    """The Gemeinden of a Kreis by the short name of the body that runs their Ordnungsamt."""
    found: dict[str, tuple[str, ...]] = {}
    for each in gemeinden():
        if each.kreis_ags == kreis_ags:
            name = ordnungsamt_of(each.ags).name if each.verbandsgemeinde else each.name
            found[name] = (*found.get(name, ()), each.ags)
    return found


def _uncovered(bodies: Mapping[str, tuple[str, ...]], areas: frozenset[str]) -> tuple[str, ...]:
    """The bodies of which at least one Gemeinde lies in none of the areas."""
    return tuple(name for name, found in bodies.items() if any(areas.isdisjoint(areas_over(ags)) for ags in found))

"""Where a briefing leads to: the district in figures, and how one gets to the place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.documents import parts
from domain.documents.kit.flow import Block
from domain.documents.kit.table import facts
from domain.documents.kit.text import clean, one_line
from domain.documents.kit.theme import MM, Theme
from domain.documents.sites import site_facts
from domain.i18n import Language
from domain.region.authorities import administrations
from domain.region.gemeinden import gemeinden
from domain.region.kreise import Kreis
from domain.region.travel import Leg
from domain.rows.coverage import CoverageRow
from domain.rows.partners import SiteDraft
from domain.rows.published import InternalPart, PublishedEvent

_LABELS = 20 * MM


@dataclass(frozen=True, slots=True)
class Drive:
    """The drive to the place: from where, with what, when one leaves (None = not planned), and how far it is."""

    start: str
    leg: Leg
    vehicle: str = ""
    leaves_at: datetime | None = None


def profile(
    kreis: Kreis, coverage: Iterable[CoverageRow], dialogues: Sequence[date], language: Language, theme: Theme
) -> list[Block]:
    """The district on the map of the state, and what it is like: people, offices, and what was there that year."""
    _ = language.gettext
    alt = _("Map of the 14 districts; the event takes place in {district}.").format(district=kreis.name)
    found = list(coverage)
    rows = [
        (_("Population"), language.number(kreis.population)),
        (_("Surface area"), _area(kreis, language)),
        (_("Seat"), "" if kreis.is_town else kreis.seat),
        (_("Gemeinden"), "" if kreis.is_town else _gemeinden(kreis, language)),
        (_("Offices"), _offices(kreis, language)),
        (_("Inspectorate"), _("Police inspectorate {place}").format(place=kreis.police_inspectorate)),
        (_("Police station"), _("Police station {place}").format(place=kreis.revier_seat)),
        (_("Year {year}").format(year=found[0].half_year[:4]) if found else "", _coverage(found, language)),
        (_("Dialogues"), _dialogues(dialogues, language)),
    ]
    told = facts(theme, [(name, value) for name, value in rows if value], _LABELS, is_small=True)
    return [parts.hex_map({kreis.ags: ""}, alt, theme), told]


def _area(kreis: Kreis, language: Language) -> str:
    density = language.number(round(kreis.population / kreis.area_km2))
    area = language.number(round(kreis.area_km2))
    return language.gettext("{area} km², {density} people per km²").format(area=area, density=density)


def _gemeinden(kreis: Kreis, language: Language) -> str:
    found = [each for each in gemeinden() if each.kreis_ags == kreis.ags]
    joint = len({each.verbandsgemeinde for each in found if each.verbandsgemeinde})
    count = language.number(len(found))
    if not joint:
        return count
    words = language.ngettext(
        "{count}, in {joint} Verbandsgemeinde among others",
        "{count}, in {joint} Verbandsgemeinden among others",
        joint,
    )
    return words.format(count=count, joint=joint)


def _offices(kreis: Kreis, language: Language) -> str:
    """How many bodies run an Ordnungsamt there, that of the Kreis included."""
    count = sum(each.kreis_ags == kreis.ags for each in administrations())
    return language.ngettext("{count} Ordnungsamt", "{count} Ordnungsämter", count).format(count=count)


def _coverage(found: Sequence[CoverageRow], language: Language) -> str:
    _ = language.gettext
    if not found:
        return ""
    held, planned, missing = (sum(getattr(row, name) for row in found) for name in ("held", "planned", "missing"))
    told = [_("{count} held").format(count=held), _("{count} planned").format(count=planned)]
    if any(row.target for row in found):
        told.append(_("{count} missing").format(count=missing))
    return ", ".join(told)


def _dialogues(days: Sequence[date], language: Language) -> str:
    if not days:
        return language.gettext("none held so far")
    words = language.ngettext("{count}, on {day}", "{count}, the last on {day}", len(days))
    return words.format(count=len(days), day=language.day(days[0]))


def arrival(
    event: PublishedEvent, site: SiteDraft | None, drive: Drive | None, words: str, language: Language, theme: Theme
) -> list[Block]:
    """Address, way in, the drive there, what is known of the site, and whether the press comes."""
    _ = language.gettext
    internal = event.internal or InternalPart()
    rows = [
        (_("Location"), "\n".join(parts.place_lines(event.place, internal.room))),
        (_("Drive"), _drive(drive, language) if drive else ""),
        (_("Getting there"), clean(words, 1500, _("[shortened]"))),
        (_("Access"), one_line(event.accessibility, 500)),
        (_("Press"), _("is expected") if internal.press_expected else _("not expected")),
    ]
    if site is not None:
        known = {value for _name, value in rows}
        rows += [(name, value) for name, value in site_facts(site, language) if value not in known]
    return [facts(theme, [(name, value) for name, value in rows if value], _LABELS, is_small=True)]


def _drive(drive: Drive, language: Language) -> str:
    _ = language.gettext
    leg = drive.leg
    kilometres = _("{kilometres} km").format(kilometres=language.number(round(leg.kilometres)))
    told = f"{parts.duration(leg.minutes, language)}, {kilometres}"
    start = one_line(drive.start, 80)
    lines = [_("from {place}: {drive}").format(place=start, drive=told) if start else told]
    leaves = language.clock(drive.leaves_at) if drive.leaves_at else ""
    vehicle = one_line(drive.vehicle, 80)
    if leaves:
        lines.append(_("departure {time}").format(time=leaves))
    return ", ".join([*lines, *([vehicle] if vehicle else [])])

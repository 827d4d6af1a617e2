"""What the coverage page says in words: tiles, map, table and screen reader alike."""

from datetime import date
from functools import lru_cache

from domain.labels import label
from domain.labels.half_years import half_year
from domain.region.kreise import kreis
from domain.rows.coverage import CoverageFilter, GapStory, KreisCoverage, Standing, TrendPoint
from domain.rules.ages import Urgency, urgency_of_age
from domain.rules.coverage import GOLD, RED
from gui.texts import _, current, ngettext
from gui.widgets.hexagon_map import Cell, Fill

FILLS = {
    Standing.held: Fill.reached,
    Standing.covered: Fill.reached,
    Standing.begun: Fill.begun,
    Standing.missing: Fill.missing,
    Standing.free: Fill.plain,
}
"""How a Kreis is filled on the maps."""


def legend() -> dict[Fill, str]:
    """What the fills mean."""
    return {
        Fill.reached: _("target covered"),
        Fill.begun: _("begun"),
        Fill.missing: _("nothing planned yet"),
        Fill.plain: _("no target"),
    }


def counts(each: KreisCoverage) -> str:
    """1 gehalten · 0 geplant · Ziel 2."""
    figures = _("{held} held · {planned} planned").format(held=each.held, planned=each.planned)
    if not each.target:
        return figures
    return figures + " · " + _("target {target}").format(target=each.target)


def standing(each: KreisCoverage) -> str:
    """Fehlt 2, erfüllt, eingeplant; nothing without a target."""
    match each.standing:
        case Standing.held:
            return _("reached")
        case Standing.covered:
            return _("provided for")
        case Standing.free:
            return _("no target")
    return _("{count} missing").format(count=each.missing)


def since(each: KreisCoverage) -> str:
    """Vor 143 Tagen, heute, noch nie."""
    if each.days_since is None:
        return _("never yet")
    if each.days_since == 0:
        return _("today")
    return ngettext("{count} day ago", "{count} days ago", each.days_since).format(count=each.days_since)


def urgency(each: KreisCoverage) -> Urgency:
    """How pressing the time since the last one is; never at all is as pressing as it gets where there is a target."""
    if each.days_since is None:
        return Urgency.red if each.target else Urgency.calm
    return urgency_of_age(each.days_since, GOLD, RED)


def per_thousand(each: KreisCoverage) -> str:
    """1,9 je 1.000."""
    return _("{figure} per 1,000").format(figure=_figure(each.per_thousand, current().code))


@lru_cache(maxsize=256)
def _figure(figure: float, _language: str) -> str:
    return current().number(round(figure, 1))


def trend(points: tuple[TrendPoint, ...]) -> str:
    """Gehalten je Halbjahr: 0, 1, 1, 2, 0, 1 – the text of the little bars."""
    figures = ", ".join(str(point.held) for point in points)
    first = half_year(points[0].half_year, current()) if points else ""
    return _("held each half-year since {first}: {figures}").format(first=first, figures=figures)


def spoken(each: KreisCoverage) -> str:
    """Everything a tile shows, in one line; kept, as tiles, maps and tooltips all say it."""
    return _spoken(each, current().code)


@lru_cache(maxsize=256)
def _spoken(each: KreisCoverage, _language: str) -> str:
    parts = (
        counts(each),
        standing(each),
        _("last one {since}").format(since=since(each)),
        _("{figure} people reached per 1,000 inhabitants").format(figure=current().number(round(each.per_thousand, 1))),
        trend(each.trend),
    )
    return ", ".join(part for part in parts if part)


def cell(each: KreisCoverage) -> Cell:
    """A Kreis on the maps."""
    figures = f"{each.held} + {each.planned}"
    return Cell(FILLS[each.standing], f"{figures} / {each.target}" if each.target else figures, spoken(each))


def period(half_years: tuple[str, ...]) -> str:
    """1. Halbjahr 2027, or the year."""
    return half_year(half_years[0], current()) if len(half_years) == 1 else half_years[0][:4]


def subject(wanted: CoverageFilter) -> str:
    """The kind that is shown, or all of them."""
    return label(wanted.kinds[0], current()) if len(wanted.kinds) == 1 else _("All kinds")


def story_lines(story: GapStory, each: KreisCoverage, today: date) -> list[str]:
    """What happened in a Kreis and what waits there, a sentence each."""
    language = current()
    lines = []
    if each.last is None:
        lines.append(_("Nothing was held here yet."))
    else:
        days = (today - each.last).days
        sentence = ngettext("Last one on {day}, {count} day ago.", "Last one on {day}, {count} days ago.", days)
        lines.append(sentence.format(day=language.long_day(each.last), count=days))
    if story.coming is not None and story.coming.start_day is not None:
        lines.append(_("Next one on {day}.").format(day=language.long_day(story.coming.start_day)))
    else:
        lines.append(_("None is planned."))
    if story.open_concerns:
        count = story.open_concerns
        sentence = ngettext(
            "{count} concern is still open and would come first on the agenda.",
            "{count} concerns are still open and would come first on the agenda.",
            count,
        )
        lines.append(sentence.format(count=count))
    if story.open_requests:
        count = story.open_requests
        lines.append(
            ngettext("{count} request from here is waiting.", "{count} requests from here are waiting.", count).format(
                count=count
            )
        )
    if story.projects:
        count = story.projects
        sentence = ngettext("{count} advisory project runs here.", "{count} advisory projects run here.", count)
        lines.append(sentence.format(count=count))
    return lines


def name(ags: str) -> str:
    """The Kreis's name."""
    return kreis(ags).name

"""The bar of a tour in a calendar: what it is called, where it leads and when."""

from collections.abc import Iterator

from domain.exchange.calendar_text import one_line
from domain.exchange.textformat import escape
from domain.i18n import N_, Language
from domain.rows.calendars import TourBar

_IN_TITLE = 3


def tour_lines(bar: TourBar, language: Language, wording: str) -> Iterator[str]:
    """SUMMARY, LOCATION, CATEGORIES and DESCRIPTION; `wording` is the message of a cancelled title, "" if none."""
    _ = language.gettext
    title = tour_title(bar, language)
    yield f"SUMMARY:{escape(_(wording).format(title=title) if wording else title)}"
    towns = tuple(filter(None, map(one_line, bar.towns)))
    if towns:
        yield f"LOCATION:{escape(', '.join(towns))}"
    yield f"CATEGORIES:{escape(_(N_('Tour')))}"
    lines = (f"{language.day(day)}: {', '.join(filter(None, map(one_line, names)))}" for day, names in bar.days)
    text = "\n".join(line.removesuffix(": ") for line in lines)
    yield f"DESCRIPTION:{escape(text)}"


def tour_title(bar: TourBar, language: Language) -> str:
    """The tour's own title for the house; for others that the Präventionsmobil is out, and where."""
    _ = language.gettext
    if bar.title:
        return one_line(bar.title)
    towns = tuple(filter(None, map(one_line, bar.towns)))
    if not towns:
        return _(N_("Präventionsmobil on tour"))
    named = ", ".join(towns[:_IN_TITLE]) + (" …" if len(towns) > _IN_TITLE else "")
    return _(N_("Präventionsmobil on tour: {towns}")).format(towns=named)

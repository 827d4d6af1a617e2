"""The web page of events: one document, accessible and readable without a script."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from domain.exchange.web_event import EventMarkup, first_day, last_day
from domain.exchange.web_frame import footer, head, hero
from domain.exchange.web_json_ld import file_stem, json_ld
from domain.exchange.web_markup import NOTHING, Markup, fill, join, one_line
from domain.exchange.web_meta import WebMeta
from domain.exchange.web_search import search_form
from domain.exchange.web_side import register, side
from domain.i18n import N_
from domain.rows.published import PublishedEvent
from domain.terms import BERLIN, Audience

EVENT_FOLDER = "events"
"""Where the calendar file of each event lies beside the pages."""

_PAGE = (
    '{head}<body>\n{hero}<main>\n<div class="events">{form}<div id="list" tabindex="-1">\n{coming}{past}</div>\n'
    "{register}</div>\n{side}</main>\n{footer}{json_ld}</body>\n</html>\n"
)
_DAY = '<div class="day"><h3><span>{weekday}</span> <b>{day}</b> <span>{month}</span></h3><ul>\n{items}</ul></div>\n'


def event_file(event: PublishedEvent) -> str:
    """The name of an event's calendar file, from the folder of the pages."""
    return f"{EVENT_FOLDER}/{file_stem(event)}.ics"


def web_page(events: Iterable[PublishedEvent], meta: WebMeta, counts: Counter[str] | None = None) -> bytes:
    """The page as UTF-8: every event that has a date, those to come by month and day, then those past.

    `counts` are the numbers of events to come by key of Kreis, where they are not those of `events`. Equal input gives
    equal bytes: no clock is asked.
    """
    shown = [event for event in events if first_day(event) is not None]
    coming = to_come(shown, meta.today)
    past = [event for event in reversed(shown) if not _is_coming(event, meta.today)]
    items = EventMarkup(meta.language, None if meta.alone else lambda event: meta.up + event_file(event))
    text = fill(
        _PAGE,
        head=head(meta),
        hero=hero(meta),
        form=search_form(shown, len(coming), meta),
        coming=join(_months(coming, items)) or _nothing(meta),
        past=_past(past, items),
        register=register(coming, meta) if meta.alone else NOTHING,
        side=side(kreis_counts(coming) if counts is None else counts, meta),
        footer=footer(meta, _as_of(shown, meta)),
        json_ld=_for_engines(shown, meta),
    )
    return text.encode()


def kreis_counts(events: Iterable[PublishedEvent]) -> Counter[str]:
    """How many events there are in each Kreis, by its key."""
    return Counter(event.place.kreis_ags for event in events if event.place.kreis_ags)


def to_come(events: Iterable[PublishedEvent], today: date) -> list[PublishedEvent]:
    """The events that are not over on the day `today`."""
    return [event for event in events if _is_coming(event, today)]


def _for_engines(events: Sequence[PublishedEvent], meta: WebMeta) -> Markup:
    """What search engines read; they are told nothing that is not public."""
    if meta.audience is not Audience.public:
        return NOTHING
    content = json_ld(events, one_line(meta.office.name), meta.address, meta.language)
    return fill('<script type="application/ld+json">{content}</script>\n', content=content)


def _is_coming(event: PublishedEvent, today: date) -> bool:
    last = last_day(event)
    return last is not None and last >= today


def _months(events: Sequence[PublishedEvent], items: EventMarkup) -> Iterator[Markup]:
    for month, here in groupby(events, key=lambda event: _day_of(event).replace(day=1)):
        yield fill(
            '<section class="month"><h2>{month}</h2>\n{days}</section>\n',
            month=items.language.month(month),
            days=join(_days(here, items)),
        )


def _days(events: Iterable[PublishedEvent], items: EventMarkup, *, with_year: bool = False) -> Iterator[Markup]:
    language = items.language
    for day, here in groupby(events, key=_day_of):
        number, month = language.day_of_month(day).split(" ", 1)
        yield fill(
            _DAY,
            weekday=language.weekday(day),
            day=number,
            month=f"{month} {day.year}" if with_year else month,
            items=join(map(items.item, here)),
        )


def _day_of(event: PublishedEvent) -> date:
    return first_day(event) or date.min


def _past(events: Sequence[PublishedEvent], items: EventMarkup) -> Markup:
    """What is over, newest first, behind a heading that opens."""
    if not events:
        return NOTHING
    return fill(
        '<details id="past"><summary><h2>{title} <span>{count}</span></h2></summary>\n{days}</details>\n',
        title=items.language.gettext(N_("Past events")),
        count=len(events),
        days=join(_days(events, items, with_year=True)),
    )


def _nothing(meta: WebMeta) -> Markup:
    return fill('<p class="nothing">{text}</p>\n', text=meta.language.gettext(N_("No public events at present.")))


def _as_of(events: Sequence[PublishedEvent], meta: WebMeta) -> str:
    newest = max((event.updated_at for event in events), default=None)
    return meta.language.day(newest.astimezone(BERLIN).date()) if newest else ""

"""The web page of events as a folder: a page for the state and for each Kreis, an own calendar file for each event."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO

from domain.exchange import web_look
from domain.exchange.calendar_writer import CalendarMeta, write_calendar
from domain.exchange.web_meta import WebMeta
from domain.exchange.web_page import event_file, kreis_counts, to_come, web_page
from domain.i18n import AVAILABLE, language
from domain.region.kreise import kreise
from domain.rows.published import PublishedEvent


def site_files(events: Sequence[PublishedEvent], meta: WebMeta, calendar: CalendarMeta) -> Iterator[tuple[str, bytes]]:
    """Each file by its name in the folder (parts divided by "/"), one at a time in memory.

    `meta` is that of the first page; pages in the other language lie in a folder of its code. `calendar` is what the
    files of single events say about themselves.
    """
    for name in (web_look.STYLE, web_look.SCRIPT):
        yield name, web_look.shared(name)
    for event in events:
        yield event_file(event), _calendar(event, calendar, meta)
    for here in _languages(meta):
        yield from _pages(events, here)


def _calendar(event: PublishedEvent, calendar: CalendarMeta, meta: WebMeta) -> bytes:
    out = BytesIO()
    write_calendar(out, calendar, [event], meta.language)
    return out.getvalue()


def _languages(meta: WebMeta) -> Iterator[WebMeta]:
    [other] = [language(code) for code in AVAILABLE if code != meta.language.code]
    folder = f"{other.code}/"
    yield replace(meta, other=(other, folder))
    yield replace(meta, language=other, folder=folder, other=(meta.language, ""))


def _pages(events: Sequence[PublishedEvent], meta: WebMeta) -> Iterator[tuple[str, bytes]]:
    counts = kreis_counts(to_come(events, meta.today))
    yield meta.folder + meta.file, web_page(events, meta)
    for kreis in kreise():
        here = replace(meta, kreis=kreis)
        yield (
            here.folder + here.file,
            web_page([event for event in events if event.place.kreis_ags == kreis.ags], here, counts),
        )

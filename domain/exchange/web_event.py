"""One published event on a web page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from domain.exchange.calendar_event import location_text
from domain.exchange.textformat import is_web_address
from domain.exchange.web_json_ld import anchor
from domain.exchange.web_markup import NOTHING, Markup, clean, fill, join, one_line, paragraphs
from domain.i18n import N_, Language
from domain.labels import label
from domain.labels.languages import language_name
from domain.rows.published import PublishedEvent
from domain.terms import BERLIN, EventState

CALLED_OFF = {
    EventState.declined: N_("Declined"),
    EventState.cancelled: N_("Cancelled"),
    EventState.postponed: N_("Postponed"),
}
"""The word that stands at an event that does not take place as announced."""

_GERMAN = Markup(' lang="de"')
"""What people typed is German, also on a page in another language."""

_EVENT = (
    '<li class="e{off}" id="{anchor}" data-d="{kreis}">{when}<div>'
    '<h4{lang}>{title}</h4><p class="m"><span class="k {kind}">{kind_name}</span>{standing}{badge}</p>'
    "{place}{more}{links}</div></li>\n"
)


def first_day(event: PublishedEvent) -> date | None:
    """The local day under which an event stands, None if it has no date."""
    if event.all_day:
        return event.first_day
    return event.starts_at.astimezone(BERLIN).date() if event.starts_at else None


def last_day(event: PublishedEvent) -> date | None:
    """The local day on which an event ends, None if it has no date."""
    if event.all_day:
        return event.last_day or event.first_day
    moment = event.ends_at or event.starts_at
    return moment.astimezone(BERLIN).date() if moment else None


@dataclass(frozen=True, slots=True)
class EventMarkup:
    """Turns events into items of a list in one language; `file_of` gives the address of an event's calendar file."""

    language: Language
    file_of: Callable[[PublishedEvent], str] | None = None

    def item(self, event: PublishedEvent) -> Markup:
        """The event as an item: when, what, where, and what else is to be known in details that open."""
        title = fill("{title}", title=self.title(event))
        off = event.state in CALLED_OFF
        return fill(
            _EVENT,
            off=" off" if off else "",
            anchor=anchor(event),
            kind=event.kind.value,
            kreis=event.place.kreis_ags or "",
            when=self._when(event),
            lang=self.typed,
            title=fill("<s>{title}</s>", title=title) if off else title,
            kind_name=label(event.kind, self.language),
            standing=self._standing(event),
            badge=_badge(event),
            place=self._place(event),
            more=self._more(event),
            links=self._links(event),
        )

    def title(self, event: PublishedEvent) -> str:
        """What the event is called; its kind where nobody named it."""
        return one_line(event.title) or label(event.kind, self.language)

    @property
    def typed(self) -> Markup:
        """The attribute of elements that hold what people typed."""
        return NOTHING if self.language.code == "de" else _GERMAN

    def _when(self, event: PublishedEvent) -> Markup:
        start = event.first_day if event.all_day else event.starts_at
        if start is None:
            return NOTHING
        if isinstance(start, datetime):
            stamp, text = start.astimezone(BERLIN).isoformat(timespec="minutes"), self._hours(event, start)
        else:
            stamp, text = start.isoformat(), self._days(event, start)
        return fill('<time class="w" datetime="{stamp}">{text}</time>', stamp=stamp, text=text)

    def _hours(self, event: PublishedEvent, start: datetime) -> str:
        language, end = self.language, event.ends_at
        if end is None or end <= start:
            return language.pgettext("time of day", "{time}").format(time=language.clock(start))
        if end.astimezone(BERLIN).date() == start.astimezone(BERLIN).date():
            times = {"start": language.clock(start), "end": language.clock(end)}
            return language.pgettext("time of day", "{start}–{end}").format(**times)
        until = f"{language.short_day(end.astimezone(BERLIN).date())}, {language.clock(end)}"
        return language.gettext(N_("{start} to {until}")).format(start=language.clock(start), until=until)

    def _days(self, event: PublishedEvent, first: date) -> str:
        if event.last_day is None or event.last_day <= first:
            return self.language.gettext(N_("All day"))
        return self.language.gettext(N_("until {day}")).format(day=self.language.short_day(event.last_day))

    def _standing(self, event: PublishedEvent) -> Markup:
        if event.state not in CALLED_OFF:
            return NOTHING
        text = self.language.gettext(CALLED_OFF[event.state])
        if event.state is EventState.postponed and event.postponed_to:
            day = self.language.long_day(event.postponed_to)
            text = self.language.gettext(N_("Postponed to {day}")).format(day=day)
        return fill('<strong class="x">{text}</strong>', text=text)

    def _place(self, event: PublishedEvent) -> Markup:
        place = clean(location_text(event.place))
        if not place and event.place.online_url:
            return fill('<p class="p">{text}</p>', text=self.language.gettext(N_("Online")))
        return fill('<p class="p"{lang}>{text}</p>', lang=self.typed, text=place) if place else NOTHING

    def _more(self, event: PublishedEvent) -> Markup:
        text = paragraphs(event.text, self.typed)
        facts = join(
            fill("<dt>{name}</dt><dd{lang}>{text}</dd>", name=self.language.gettext(name), lang=self.typed, text=fact)
            for name, fact in _facts(event, self.language)
        )
        if not text and not facts:
            return NOTHING
        return fill(
            "<details><summary>{word}</summary>{text}{facts}</details>",
            word=self.language.gettext(N_("More about it")),
            text=text,
            facts=fill("<dl>{facts}</dl>", facts=facts) if facts else NOTHING,
        )

    def _links(self, event: PublishedEvent) -> Markup:
        links = []
        if is_web_address(event.place.online_url):
            links.append((event.place.online_url, self.language.gettext(N_("Take part online"))))
        if self.file_of is not None:
            links.append((self.file_of(event), self.language.gettext(N_("Into my calendar"))))
        made = join(
            # The script completes each name by the title, which the list item's heading gives here.
            fill('<a href="{address}">{text}</a>', address=address, text=text)
            for address, text in links
        )
        return fill('<p class="l">{links}</p>', links=made) if made else NOTHING


def _badge(event: PublishedEvent) -> Markup:
    name = one_line(event.place.kreis)
    return fill('<span class="d">{name}</span>', name=name) if name else NOTHING


def _facts(event: PublishedEvent, language: Language) -> Iterator[tuple[str, Markup]]:
    """What is known beyond title, time and place: the name of each fact, and the fact."""
    for name, text in (
        (N_("Agenda"), event.agenda),
        (N_("Host"), event.host),
        (N_("Responsible office"), "" if event.office == event.host else event.office),
        (N_("Taking part"), ", ".join(map(language.gettext, filter(None, event.speakers)))),
        (N_("Partners"), ", ".join(event.partners)),
        (N_("Topics"), ", ".join(event.topics)),
        (N_("Target groups"), ", ".join(event.target_groups)),
        (N_("Accessibility"), event.accessibility),
        (N_("Languages"), _languages(event, language)),
    ):
        if clean(text).strip():
            yield name, join(_rows(text))


def _rows(text: str) -> Iterator[Markup]:
    for number, row in enumerate(clean(text).strip().split("\n")):
        yield fill("<br>{row}" if number else "{row}", row=row)


def _languages(event: PublishedEvent, language: Language) -> str:
    """Named where German is not the only one."""
    return (
        "" if event.languages in {(), ("de",)} else ", ".join(language_name(tag, language) for tag in event.languages)
    )

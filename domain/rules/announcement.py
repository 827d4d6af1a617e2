"""A proposal for the text of an online contribution on an event, made only from what everybody may know of it."""

from domain.i18n import Language
from domain.rows.published import PublishedEvent
from domain.rules import graphemes
from domain.rules.post_length import measured, whole_text
from domain.terms import BERLIN, Audience, EventState, OnlineChannel

_OVER = frozenset({EventState.held, EventState.reviewed})
_CALLED_OFF = frozenset({EventState.cancelled, EventState.postponed})
_ELLIPSIS = " …"


def announcement(event: PublishedEvent, channel: OnlineChannel | None, link: str, language: Language) -> str:
    """Title, when, where and the public text, with the link as long as the channel allows.

    Raises:
        ValueError: the event was published for others than the public.
    """
    if event.audience is not Audience.public:
        raise ValueError("an announcement is made from what the public may see")
    head = _head([_title(event, language), _when(event, language), _where(event)], channel, link)
    words = event.text.split() if event.state not in _CALLED_OFF else []
    return _fitted(head, words, channel, link)


def alternative_text(event: PublishedEvent, language: Language) -> str:
    """What to say of a picture that bears title, date and place, such as a poster, to those who do not see it.

    Raises:
        ValueError: the event was published for others than the public.
    """
    if event.audience is not Audience.public:
        raise ValueError("an announcement is made from what the public may see")
    told = (_title(event, language), _when(event, language), _where(event))
    return language.gettext("Announcement: {text}").format(text=". ".join(part for part in told if part))


def _title(event: PublishedEvent, language: Language) -> str:
    if event.state is EventState.cancelled:
        return language.gettext("Cancelled: {title}").format(title=event.title)
    if event.state is EventState.postponed:
        return language.gettext("Postponed: {title}").format(title=event.title)
    if event.state in _OVER:
        return language.gettext("Looking back: {title}").format(title=event.title)
    return event.title


def _when(event: PublishedEvent, language: Language) -> str:
    if event.all_day:
        if event.first_day is None:
            return ""
        last = event.last_day or event.first_day
        days = [event.first_day] if last == event.first_day else [event.first_day, last]
        return " – ".join(language.day(day) for day in days)
    if event.starts_at is None:
        return ""
    start = event.starts_at.astimezone(BERLIN)
    return f"{language.weekday_short(start)} {language.day(start)}, {language.clock(start)}"


def _where(event: PublishedEvent) -> str:
    place = event.place
    if place.online_url:
        return ""
    town = " ".join(part for part in (place.postcode, place.town) if part)
    return ", ".join(part for part in (place.name, place.street, town) if part)


def _head(lines: list[str], channel: OnlineChannel | None, link: str) -> str:
    """Title, when and where; without the place, then with a shorter title, where the channel has no room for more."""
    title, when, where = lines
    whole, excess = _measured([title, when, where], channel, link)
    if excess:
        whole, excess = _measured([title, when], channel, link)
    signs = list(graphemes.clusters(title))
    while signs and excess:
        signs = signs[: -max(1, excess // 2)]
        whole, excess = _measured([f"{''.join(signs).rstrip()}…", when], channel, link)
    return whole


def _measured(lines: list[str], channel: OnlineChannel | None, link: str) -> tuple[str, int]:
    """The lines that say something, and how many characters there are too many with the link."""
    whole = "\n".join(line for line in lines if line)
    return whole, measured(whole_text(whole, link), channel).excess


def _fitted(head: str, words: list[str], channel: OnlineChannel | None, link: str) -> str:
    """The head with as many words of the text as there is room for, besides the link."""
    kept = len(words)
    while kept:
        tail = "" if kept == len(words) else _ELLIPSIS
        text = f"{head}\n\n{' '.join(words[:kept])}{tail}"
        excess = measured(whole_text(text, link), channel).excess
        if not excess:
            return text
        kept = min(kept - 1, _words_within(words[:kept], excess))
    return head


def _words_within(words: list[str], excess: int) -> int:
    """How many words are left once so many characters are taken off the end, at least; it may still be too much."""
    while words and excess > 0:
        excess -= len(words[-1]) + 1
        words = words[:-1]
    return len(words)

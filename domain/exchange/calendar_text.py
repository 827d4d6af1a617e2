"""The description of an event in a calendar: what a reader should know beyond title, time and place."""

from collections.abc import Iterator
from functools import cache

from domain.exchange.textformat import plain
from domain.i18n import N_, Language
from domain.rows.published import InternalPart, PublishedEvent


def description(event: PublishedEvent, language: Language) -> str:
    """Public text, agenda and facts in paragraphs; for the house also notes and people.

    Security remarks and contacts stay out even of the internal calendar: calendars are copied to telephones.
    """
    paragraphs = [_tidy(event.text), _agenda(event, language), "\n".join(_facts(event, language))]
    if event.postponed_to or event.state_reason:
        paragraphs.insert(0, "\n".join(_changes(event, language)))
    if event.internal:
        paragraphs.append("\n".join(_for_the_house(event.internal, language)))
    return "\n\n".join(filter(None, paragraphs))


def _changes(event: PublishedEvent, language: Language) -> Iterator[str]:
    if event.postponed_to:
        yield language.gettext(N_("Postponed to {day}.")).format(day=language.day(event.postponed_to))
    if event.state_reason:
        yield language.gettext(N_("Reason: {text}")).format(text=event.state_reason)


def _agenda(event: PublishedEvent, language: Language) -> str:
    agenda = _tidy(event.agenda) if event.agenda else ""
    return f"{language.gettext(N_('Agenda:'))}\n{agenda}" if agenda else ""


def _facts(event: PublishedEvent, language: Language) -> Iterator[str]:
    texts = (
        event.host,
        event.office,
        ", ".join(map(language.gettext, filter(None, event.speakers))) if event.speakers else "",
        ", ".join(event.partners),
        ", ".join(event.target_groups),
        _tidy(event.accessibility) if event.accessibility else "",
        event.place.online_url,
    )
    return (wording.format(text=text) for wording, text in zip(_fact_wordings(language), texts, strict=True) if text)


@cache
def _fact_wordings(language: Language) -> tuple[str, ...]:
    msgids = (
        N_("Host: {text}"),
        N_("Responsible: {text}"),
        N_("Taking part: {text}"),
        N_("Together with: {text}"),
        N_("For: {text}"),
        N_("Accessibility: {text}"),
        N_("Online: {text}"),
    )
    return tuple(map(language.gettext, msgids))


def _for_the_house(internal: InternalPart, language: Language) -> Iterator[str]:
    expected = str(internal.expected) if internal.expected is not None else ""
    for msgid, text in (
        (N_("Room: {text}"), internal.room),
        (N_("People: {text}"), ", ".join(internal.people)),
        (N_("Expected visitors: {text}"), expected),
        (N_("Internal notes: {text}"), _tidy(internal.notes)),
    ):
        if text:
            yield language.gettext(msgid).format(text=text)


def _tidy(text: str) -> str:
    return plain(text).strip()


def one_line(text: str) -> str:
    """The text on one line, with single blanks and without control characters."""
    if text.isprintable() and "  " not in text and text == text.strip():
        return text
    return " ".join(plain(text).split())

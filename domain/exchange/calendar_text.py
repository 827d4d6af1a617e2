"""The description of an event in a calendar: what a reader should know beyond title, time and place."""

from collections.abc import Iterator

from domain.i18n import N_, Language
from domain.rows.published import InternalPart, PublishedEvent


def description(event: PublishedEvent, language: Language) -> str:
    """Public text, agenda and facts in paragraphs; for the house also notes and people.

    Security remarks and contacts stay out even of the internal calendar: calendars are copied to telephones.
    """
    paragraphs = (
        "\n".join(_changes(event, language)),
        event.text.strip(),
        _agenda(event, language),
        "\n".join(_facts(event, language)),
        "\n".join(_for_the_house(event.internal, language)) if event.internal else "",
    )
    return "\n\n".join(filter(None, paragraphs))


def _changes(event: PublishedEvent, language: Language) -> Iterator[str]:
    if event.postponed_to:
        yield language.gettext(N_("Postponed to {day}.")).format(day=language.day(event.postponed_to))
    if event.state_reason:
        yield language.gettext(N_("Reason: {text}")).format(text=event.state_reason)


def _agenda(event: PublishedEvent, language: Language) -> str:
    agenda = event.agenda.strip()
    return f"{language.gettext(N_('Agenda:'))}\n{agenda}" if agenda else ""


def _facts(event: PublishedEvent, language: Language) -> Iterator[str]:
    people = ", ".join(map(language.gettext, filter(None, event.speakers)))
    for msgid, text in (
        (N_("Host: {text}"), event.host),
        (N_("Responsible: {text}"), event.office),
        (N_("Taking part: {text}"), people),
        (N_("Together with: {text}"), ", ".join(event.partners)),
        (N_("For: {text}"), ", ".join(event.target_groups)),
        (N_("Accessibility: {text}"), event.accessibility.strip()),
        (N_("Online: {text}"), event.place.online_url),
    ):
        if text:
            yield language.gettext(msgid).format(text=text)


def _for_the_house(internal: InternalPart, language: Language) -> Iterator[str]:
    expected = str(internal.expected) if internal.expected is not None else ""
    for msgid, text in (
        (N_("Room: {text}"), internal.room),
        (N_("People: {text}"), ", ".join(internal.people)),
        (N_("Expected visitors: {text}"), expected),
        (N_("Internal notes: {text}"), internal.notes.strip()),
    ):
        if text:
            yield language.gettext(msgid).format(text=text)

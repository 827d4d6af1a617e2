"""Puts a record beside what an audience gets of it: each field the same, replaced or withheld, and why."""

from collections.abc import Iterator
from datetime import date

from domain.i18n import N_
from domain.rows.outgoing import ComparedField, Comparison, FieldFate, Value
from domain.rows.published import EventRecord, PublishedEvent
from domain.rules import audience as audiences
from domain.terms import Audience

WHEN, WHAT, WHO, HOUSE = N_("When and where"), N_("Content"), N_("Who takes part"), N_("Internal")

_ALWAYS = N_("always withheld")
_FIGURES = N_("only in statistics")
_ACCESS = N_("ways in only internally")
_CONTACTS = N_("no extensions, no persons")
_NAMES = N_("name never outside")
_UNSURE = N_("not confirmed, or a private person")
_CLEANED = N_("confidential names left out")

_LINES: tuple[tuple[str, str, str, str], ...] = (
    (WHEN, N_("Title"), "title", "title"),
    (WHEN, N_("State"), "state", "state"),
    (WHEN, N_("Start"), "starts_at", "starts_at"),
    (WHEN, N_("End"), "ends_at", "ends_at"),
    (WHEN, N_("First day"), "first_day", "first_day"),
    (WHEN, N_("Last day"), "last_day", "last_day"),
    (WHEN, N_("Postponed to"), "postponed_to", "postponed_to"),
    (WHEN, N_("Room"), "room", ""),
    (WHAT, N_("Kind"), "kind", "kind"),
    (WHAT, N_("Public text"), "public_text", "text"),
    (WHAT, N_("Agenda"), "agenda", "agenda"),
    (WHAT, N_("Topics"), "topics", "topics"),
    (WHAT, N_("Target groups"), "target_groups", "target_groups"),
    (WHAT, N_("Languages"), "languages", "languages"),
    (WHAT, N_("Accessibility"), "accessibility", "accessibility"),
    (WHO, N_("Host"), "host", "host"),
    (WHO, N_("Responsible office"), "office", "office"),
    (HOUSE, N_("Internal notes"), "internal_notes", ""),
    (HOUSE, N_("Security remarks"), "security_remarks", ""),
    (HOUSE, N_("Reason"), "state_reason", ""),
    (HOUSE, N_("Contacts"), "contacts", ""),
    (HOUSE, N_("Press expected"), "press_expected", ""),
    (HOUSE, N_("Expected"), "expected", ""),
    (HOUSE, N_("Came"), "actual", ""),
    (HOUSE, N_("Kilometres"), "kilometres", ""),
)
"""Section, heading, field of the record, field of what goes out ("" = none outside the house)."""

_REASONS = {
    "room": _ACCESS,
    "contacts": _CONTACTS,
    "expected": _FIGURES,
    "actual": _FIGURES,
    "kilometres": _FIGURES,
}
_FALSE_IS_NOTHING = frozenset({"press_expected"})


def compare(record: EventRecord, audience: Audience, *, today: date) -> Comparison:
    """What `audience` gets of a record on the local day `today`; fields that hold nothing are left out.

    What goes out is taken from `audience.publish` and nothing else, so that the picture cannot differ from the files.
    """
    shown = audiences.publish(record, audience, today=today)
    found = tuple(_fields(record, shown, audience))
    return Comparison(record.title, record.number, found, audiences.why_hidden(record, audience, today=today))


def _fields(record: EventRecord, shown: PublishedEvent | None, audience: Audience) -> Iterator[ComparedField]:
    sections: dict[str, list[ComparedField]] = {section: [] for section in (WHEN, WHAT, WHO, HOUSE)}
    for section, msgid, inside, outside in _LINES:
        value: Value = getattr(record, inside)
        out: Value = getattr(shown, outside) if shown and outside else None
        if audience is Audience.internal and shown is not None and not outside:
            out = value
        if not _is_nothing(inside, value):
            sections[section].append(_field(section, msgid, value, out, _REASONS.get(inside, _ALWAYS)))
    sections[WHEN] += _place(record, shown)
    sections[WHO] += _people(record, shown, audience)
    for found in sections.values():
        yield from found


def _is_nothing(name: str, value: Value) -> bool:
    return value is None or value in ("", ()) or (name in _FALSE_IS_NOTHING and not value)


def _field(section: str, msgid: str, inside: Value, outside: Value, withheld: str) -> ComparedField:
    if outside == inside:
        return ComparedField(section, msgid, inside, outside, FieldFate.same)
    if outside is None or outside in ("", ()):
        return ComparedField(section, msgid, inside, None, FieldFate.withheld, withheld)
    return ComparedField(section, msgid, inside, outside, FieldFate.replaced, _CLEANED)


def _place(record: EventRecord, shown: PublishedEvent | None) -> Iterator[ComparedField]:
    lines = (
        (N_("Place"), lambda place: ", ".join(part for part in (place.name, place.town) if part)),
        (N_("Address"), lambda place: ", ".join(part for part in (place.street, place.postcode) if part)),
        (N_("Online address"), lambda place: place.online_url),
    )
    for msgid, read in lines:
        inside = read(record.place)
        if inside:
            yield _field(WHEN, msgid, inside, read(shown.place) if shown else "", _ALWAYS)


def _people(record: EventRecord, shown: PublishedEvent | None, audience: Audience) -> Iterator[ComparedField]:
    """Everybody of the house, and every partner, in a line of their own: their fates differ."""
    outside = shown.speakers if shown else ()
    internal = tuple(person.name for person in record.people) if shown and audience is Audience.internal else ()
    for person in record.people:
        told = person.name if person.name in (*outside, *internal) else ""
        if not told and person.confidential and audiences.CONFIDENTIAL_SPEAKER in outside and person.role == "speaker":
            told = audiences.CONFIDENTIAL_SPEAKER
        field = _field(WHO, N_("Person"), person.name, told, _NAMES)
        yield field if field.fate is not FieldFate.replaced else _renamed(field)
    named = shown.partners if shown else ()
    for partner in record.partners:
        yield _field(WHO, N_("Partner"), partner.name, partner.name if partner.name in named else "", _UNSURE)


def _renamed(field: ComparedField) -> ComparedField:
    return ComparedField(field.section, field.msgid, field.inside, field.outside, field.fate, _NAMES)

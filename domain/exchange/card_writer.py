"""Writes institutions and the people there as contacts for address books (vCard 4.0, RFC 6350)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO
from uuid import UUID

from domain.exchange.textformat import content_line, escape, is_web_address, plain, quoted
from domain.i18n import Language
from domain.labels import label
from domain.rows.partners import ContactDraft, PartnerDraft
from domain.terms import Audience, PartnerCategory

_REV = "%Y%m%dT%H%M%SZ"
_NUMBER = re.compile(r"\(?\+?[0-9][0-9 ()/.–-]*")
_NOT_A_DIGIT = re.compile(r"[^0-9]")
_FEWEST_DIGITS = 5
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class CardPerson:
    """A person at an institution, as a card of their own."""

    id: UUID
    changed_at: datetime
    draft: ContactDraft


@dataclass(frozen=True, slots=True)
class CardEntry:
    """An institution and, for the house itself, the people there."""

    id: UUID
    changed_at: datetime
    draft: PartnerDraft
    people: tuple[CardPerson, ...] = ()


def write_cards(out: BinaryIO, entries: Iterable[CardEntry], audience: Audience, language: Language) -> int:
    """Write a card for every institution and return how many institutions those were.

    Only the house itself gets notes, the people there, and engaged citizens, who are persons. Equal input gives equal
    bytes.
    """
    written = 0
    for entry in entries:
        if audience is not Audience.internal and entry.draft.category is PartnerCategory.citizen:
            continue
        _write(out, _institution(entry, audience, language))
        if audience is Audience.internal:
            for person in entry.people:
                _write(out, _person(person, entry.draft, language))
        written += 1
    return written


def tel_uri(number: str) -> str:
    """The number as a `tel:` address with the country's code; "" if it is none that can be dialled from anywhere."""
    bare = number.strip().replace("(0)", "")
    if not _NUMBER.fullmatch(bare):
        return ""
    digits = _NOT_A_DIGIT.sub("", bare)
    if bare.startswith(("+", "(+")):
        whole = digits
    elif digits.startswith("00"):
        whole = digits[2:]
    elif digits.startswith("0"):
        whole = f"49{digits[1:]}"
    else:
        return ""
    return f"tel:+{whole}" if _FEWEST_DIGITS <= len(whole) <= _MOST_DIGITS else ""


def _write(out: BinaryIO, lines: Iterable[str]) -> None:
    out.write(b"BEGIN:VCARD\r\nVERSION:4.0\r\n")
    out.write(b"".join(map(content_line, lines)))
    out.write(b"END:VCARD\r\n")


def _institution(entry: CardEntry, audience: Audience, language: Language) -> Iterator[str]:
    draft = entry.draft
    is_person = draft.category is PartnerCategory.citizen
    yield f"KIND:{'individual' if is_person else 'org'}"
    yield from _identity(entry.id, entry.changed_at)
    yield f"FN:{escape(draft.name)}"
    if not is_person:
        yield f"ORG:{escape(draft.name)}"
    yield from _place(draft)
    yield from _reach(draft.phone, draft.email)
    if draft.website:
        is_uri = is_web_address(draft.website)
        yield f"URL:{draft.website}" if is_uri else f"URL;VALUE=text:{escape(draft.website)}"
    yield f"CATEGORIES:{','.join(escape(name) for name in _categories(draft, language))}"
    if draft.notes and audience is Audience.internal:
        yield f"NOTE:{escape(draft.notes)}"


def _person(person: CardPerson, partner: PartnerDraft, language: Language) -> Iterator[str]:
    draft = person.draft
    yield "KIND:individual"
    yield from _identity(person.id, person.changed_at)
    yield f"FN:{escape(draft.name or draft.role)}"
    if draft.name:
        given, _blank, family = draft.name.rpartition(" ")
        yield f"N:{escape(family)};{escape(given)};;;"
    yield f"ORG:{escape(partner.name)}"
    yield f"ROLE:{escape(draft.role)}"
    yield from _place(partner)
    yield from _reach(draft.phone, draft.email)
    yield f"CATEGORIES:{','.join(escape(name) for name in _categories(partner, language))}"
    if draft.notes:
        yield f"NOTE:{escape(draft.notes)}"


def _identity(record: UUID, changed_at: datetime) -> Iterator[str]:
    yield f"UID:urn:uuid:{record}"
    yield f"REV:{changed_at.astimezone(UTC).strftime(_REV)}"


def _place(draft: PartnerDraft) -> Iterator[str]:
    if draft.street or draft.town or draft.postcode:
        yield f"ADR;TYPE=work:;;{escape(draft.street)};{escape(draft.town)};;{escape(draft.postcode)};"


def _reach(phone: str, email: str) -> Iterator[str]:
    if phone:
        uri = tel_uri(phone)
        # what was typed travels along: the address knows no slash, no blank and no extension's dash
        yield (
            f'TEL;VALUE=uri;TYPE="work,voice";X-LANDAUF-TEXT={quoted(phone)}:{uri}'
            if uri
            else f'TEL;VALUE=text;TYPE="work,voice":{escape(phone)}'
        )
    if email:
        yield f"EMAIL;TYPE=work:{escape(plain(email))}"


def _categories(draft: PartnerDraft, language: Language) -> Iterator[str]:
    if draft.schulform is not None:
        yield label(draft.schulform, language)
    if draft.office_kind is not None:
        yield label(draft.office_kind, language)
    yield label(draft.category, language)

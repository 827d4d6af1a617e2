"""Files of contacts into the workspace: institutions first, then the people there in their roles."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.errors import Problem
from domain.exchange.card_rows import ImportedCard
from domain.exchange.identity import partner_key
from domain.exchange.row_reader import Reading
from domain.i18n import N_
from domain.model import Contact, Partner
from domain.model.columns import uuid7
from domain.region.fold import fold
from domain.rows.imports import Fate, RowFate
from domain.rows.partners import ContactDraft, PartnerDraft
from domain.store.session import Session
from domain.usecases.import_matching import Target, fates

_BETWEEN = "\x1f"
_CHUNK = 500
_SEVERAL = N_("Several institutions bear this name; the card needs an address to tell which.")
_OF_PERSON = ("role", "name", "phone", "email", "notes")


def card_fates(
    session: Session,
    readings: Iterable[Reading[ImportedCard]],
    target: Target[PartnerDraft],
    *,
    store: bool,
    told: Callable[[int], None] | None,
) -> Iterator[RowFate]:
    """Each card's fate: an institution's own, or that of the person at one; with `store` what is new is written.

    An institution that only a person's card names is added with it and counts with that card. A person is the same
    if name and role are, else if the name is and only one person there bears it.
    """
    cards = _with_full_address(session, list(readings))
    persons = [card for card in cards if card.draft is not None and card.draft.contact is not None]
    institutions = [card for card in cards if card.draft is None or card.draft.contact is None]
    needed = [*map(_institution, institutions), *_named_by_persons(persons, institutions)]
    own = {card.line for card in institutions}
    added: set[int] = set()
    for fate in fates(session, needed, target, store=store, told=told):
        if fate.line in own:
            yield fate
        elif fate.fate is Fate.new:
            added.add(fate.line)
    for count, fate in enumerate(_People(session, persons, store=store).fates(added), len(needed) + 1):
        yield fate
        if told is not None and count % _CHUNK == 0:
            told(min(count, len(cards)))


def _institution(card: Reading[ImportedCard]) -> Reading[PartnerDraft]:
    draft = card.draft.partner if card.draft else None
    return Reading(card.line, card.name, draft, card.problems, card.hints, card.said)


def _named_by_persons(
    persons: Sequence[Reading[ImportedCard]], institutions: Sequence[Reading[ImportedCard]]
) -> Iterator[Reading[PartnerDraft]]:
    """Institutions that have no card of their own, each once."""
    seen = {partner_key(card.draft.partner) for card in institutions if card.draft}
    for card in persons:
        if card.draft is None or (key := partner_key(card.draft.partner)) in seen:
            continue
        seen.add(key)
        yield _institution(card)


def _with_full_address(session: Session, cards: list[Reading[ImportedCard]]) -> list[Reading[ImportedCard]]:
    """A person's card without an address means the one institution of that name, in the file or in the workspace."""
    if not any(_has_no_address(card) for card in cards):
        return cards
    known = _by_name(partner_key(card.draft.partner) for card in cards if card.draft and not _has_no_address(card))
    kept = _by_name(session.exec(select(col(Partner.match_key))))
    addresses = {
        partner_key(card.draft.partner): card.draft.partner
        for card in cards
        if card.draft and not _has_no_address(card)
    }
    return [_completed(card, known, kept, addresses) if _has_no_address(card) else card for card in cards]


def _completed(
    card: Reading[ImportedCard],
    known: Mapping[str, set[str]],
    kept: Mapping[str, set[str]],
    addresses: Mapping[str, PartnerDraft],
) -> Reading[ImportedCard]:
    if card.draft is None:
        return card
    name = partner_key(card.draft.partner).split(_BETWEEN)[0]
    found = known.get(name) or kept.get(name, set())
    if len(found) > 1:
        return replace(card, draft=None, problems=(Problem("ORG", _SEVERAL),))
    if not found:
        return card
    (key,) = found
    partner = addresses.get(key) or _of_key(card.draft.partner, key)
    return replace(card, draft=replace(card.draft, partner=partner))


def _of_key(draft: PartnerDraft, key: str) -> PartnerDraft:
    """A draft that has this key: folded street and postcode fold to themselves."""
    _name, street, postcode = key.split(_BETWEEN)
    return replace(draft, street=street, postcode=postcode)


def _has_no_address(card: Reading[ImportedCard]) -> bool:
    draft = card.draft
    return draft is not None and draft.contact is not None and not (draft.partner.street or draft.partner.postcode)


def _by_name(keys: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key in keys:
        if key.count(_BETWEEN) == 2:  # noqa: PLR2004 - name, street and postcode; long keys are hashed
            found.setdefault(key.split(_BETWEEN)[0], set()).add(key)
    return found


class _People:
    """The persons of a file beside those that are known at their institutions."""

    def __init__(self, session: Session, persons: Sequence[Reading[ImportedCard]], *, store: bool) -> None:
        self._session, self._persons, self._store = session, persons, store
        keys = list(dict.fromkeys(partner_key(card.draft.partner) for card in persons if card.draft))
        self._partners = _partners_of(session, keys)
        self._there = _contacts_of(session, list(self._partners.values()))
        self._seen: set[tuple[str, str, str]] = set()
        self._fresh: list[dict[str, Any]] = []

    def fates(self, added: set[int]) -> Iterator[RowFate]:
        """Each person's fate; `added` are the lines of cards that brought their institution along."""
        for card in self._persons:
            if card.draft is not None and card.draft.contact is not None:
                fate = self._fate(card, card.draft.partner, card.draft.contact)
                yield replace(fate, fate=Fate.new) if card.line in added and fate.fate is Fate.unchanged else fate
        if self._store and self._fresh:
            table = Contact.__table__  # type: ignore[attr-defined]  # every table class has it
            self._session.connection().execute(table.insert(), self._fresh)

    def _fate(self, card: Reading[ImportedCard], partner: PartnerDraft, told: ContactDraft) -> RowFate:
        key = partner_key(partner)
        person = (key, fold(told.name), fold(told.role))
        if person in self._seen:
            return RowFate(card.line, card.name, Fate.duplicate, hints=card.hints)
        self._seen.add(person)
        partner_id = self._partners.get(key)
        present = _same(self._there.get(partner_id, []), told) if partner_id else None
        if present is None:
            self._add(told, partner_id)
            return RowFate(card.line, card.name, Fate.new, hints=card.hints)
        changes = {
            name: value for name in _OF_PERSON if (value := getattr(told, name)) and value != getattr(present, name)
        }
        if not changes:
            return RowFate(card.line, card.name, Fate.unchanged, hints=card.hints)
        before = tuple((name, getattr(present, name), value) for name, value in changes.items())
        if self._store:
            self._change(present, changes)
        return RowFate(card.line, card.name, Fate.changed, hints=card.hints, changes=before)

    def _add(self, told: ContactDraft, partner_id: UUID | None) -> None:
        if partner_id is None:
            return  # a preview: the institution is not stored yet
        now = self._session.now
        stamp = {"id": uuid7(), "created_at": now, "updated_at": now, "version": 1}
        self._fresh.append({**asdict(told), "partner_id": partner_id, **stamp})

    def _change(self, present: Contact, changes: Mapping[str, str]) -> None:
        from domain.usecases.records import change

        change(self._session, present, None, changes)


def _same(there: Sequence[Contact], told: ContactDraft) -> Contact | None:
    name, role = fold(told.name), fold(told.role)
    whole = next((each for each in there if (fold(each.name), fold(each.role)) == (name, role)), None)
    named = [each for each in there if name and fold(each.name) == name]
    return whole or (named[0] if len(named) == 1 else None)


def _partners_of(session: Session, keys: Sequence[str]) -> dict[str, UUID]:
    found: dict[str, UUID] = {}
    for first in range(0, len(keys), _CHUNK):
        query = select(col(Partner.match_key), col(Partner.id)).where(
            col(Partner.match_key).in_(keys[first : first + _CHUNK])
        )
        for key, partner_id in session.exec(query.order_by(col(Partner.id))):
            found.setdefault(key, partner_id)
    return found


def _contacts_of(session: Session, partner_ids: Sequence[UUID]) -> dict[UUID, list[Contact]]:
    found: dict[UUID, list[Contact]] = {}
    for first in range(0, len(partner_ids), _CHUNK):
        query = select(Contact).where(col(Contact.partner_id).in_(partner_ids[first : first + _CHUNK]))
        for contact in session.exec(query.order_by(col(Contact.id))):
            found.setdefault(contact.partner_id, []).append(contact)
    return found

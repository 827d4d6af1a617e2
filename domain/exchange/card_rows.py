"""Cards of a file of contacts as partners and the people there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from domain.errors import Problem
from domain.exchange import cells
from domain.exchange.card_lines import Card, CardFile
from domain.exchange.card_values import CardLine, parts, telephone, unescaped
from domain.exchange.partner_rows import institution_named, real_address, with_scheme, without_false_addresses
from domain.exchange.row_reader import TOWN_UNKNOWN, TYPE_UNKNOWN, Reading
from domain.exchange.words import Institution
from domain.i18n import N_
from domain.region.lookup import find_gemeinde
from domain.rows.partners import ContactDraft, PartnerDraft
from domain.rules.validation import contact_problems, partner_problems
from domain.terms import PartnerCategory

OLD_VERSION = N_("The card has the old form 2.1; please check special characters.")
FURTHER_REACH = N_("Further telephone numbers and addresses were put into the notes.")
NO_ROLE = N_("The card names no role; “Ansprechperson” was entered.")

NOBODY = UUID(int=0)
"""Stands for the partner of a contact that is not stored yet."""

_ROLE = "Ansprechperson"
_VERSIONS = frozenset(("", "2.1", "3.0", "4.0"))
_NO_VOICE = frozenset(("fax", "pager", "modem", "textphone"))
_ADDRESS_PARTS = 7
_SAID_BY = {
    "ORG": ("name",),
    "ADR": ("street", "postcode", "town"),
    "TEL": ("phone",),
    "EMAIL": ("email",),
    "URL": ("website",),
    "CATEGORIES": ("type",),
    "NOTE": ("notes",),
}


@dataclass(frozen=True, slots=True)
class ImportedCard:
    """An institution, and the person there if the card is a person's; the person's `partner_id` is `NOBODY`."""

    partner: PartnerDraft
    contact: ContactDraft | None = None


def read_card_partners(file: CardFile) -> Iterator[Reading[ImportedCard]]:
    """Each card as an institution or as a person at one, or what is wrong with it.

    A card is an institution's if it says so (KIND:org), bears its name only, or is shown as a company; any other with
    an organisation is a person's. A person without one is refused unless its categories say engaged citizen.

    Raises:
        FileProblemError: there are too many cards.
    """
    return (_CardReader(card, file.name).reading() for card in file.cards())


class _CardReader:
    """Reads the properties of one card; what is wrong or worth a look is gathered."""

    def __init__(self, card: Card, source: str) -> None:
        self._card, self._source = card, source
        self._hints: list[str] = []
        self._further: list[str] = []

    def reading(self) -> Reading[ImportedCard]:
        """The card as a draft, or the problems that forbid one."""
        card, name = self._card, self._text("FN") or self._organisation()
        if card.problem is not None:
            return Reading(card.line, name, None, (card.problem,))
        if card.version not in _VERSIONS:
            problem = Problem(
                "", N_("The card has version {version}, which is not known."), (("version", card.version[:20]),)
            )
            return Reading(card.line, name, None, (problem,))
        if card.version == "2.1":
            self._hint(OLD_VERSION)
        found = self._institution() if self._is_institution() else self._person()
        problems = partner_problems(found.partner)
        if found.contact is not None:
            problems += contact_problems(found.contact)
        elif not self._organisation() and found.partner.category is not PartnerCategory.citizen:
            problems = [Problem("ORG", N_("The card names no organisation; a person alone is not taken over."))]
        hints = tuple(self._hints)
        if problems:
            return Reading(card.line, name, None, tuple(problems), hints)
        return Reading(card.line, name, found, (), hints, self._said(found))

    def _is_institution(self) -> bool:
        kind = self._text("KIND").lower() or self._text("X-ADDRESSBOOKSERVER-KIND").lower()
        if kind in {"org", "group", "location"} or self._text("X-ABSHOWAS").upper() == "COMPANY":
            return True
        organisation = self._organisation()
        if kind == "individual" and organisation:
            return False
        return not organisation or self._text("FN") in {"", organisation}

    def _institution(self) -> ImportedCard:
        draft = PartnerDraft(self._organisation() or self._text("FN"), notes=self._text("NOTE", is_long=True))
        phone, email = self._reach("TEL", telephone), self._reach("EMAIL", _address)
        website = with_scheme(real_address(self._reach("URL", _address)))
        return ImportedCard(self._partner(draft, phone, email, website))

    def _person(self) -> ImportedCard:
        role = self._text("ROLE") or self._text("TITLE")
        if not role:
            self._hint(NO_ROLE)
        name = self._text("FN")
        notes = self._text("NOTE", is_long=True)
        phone, email = self._reach("TEL", telephone), self._reach("EMAIL", _address)
        contact = ContactDraft(
            NOBODY,
            role=role or _ROLE,
            name="" if name == role else name,
            phone=phone,
            email=email,
            source=self._source[:300],
            notes="\n".join(filter(None, (notes, *self._further))),
        )
        self._further = []
        website = with_scheme(real_address(self._reach("URL", _address)))
        partner = self._partner(PartnerDraft(self._organisation()), "", "", website)
        return ImportedCard(partner, contact)

    def _partner(self, draft: PartnerDraft, phone: str, email: str, website: str) -> PartnerDraft:
        street, postcode, town = self._place()
        gemeinde = find_gemeinde(postcode, town)
        if gemeinde is None and (town or postcode):
            self._hint(TOWN_UNKNOWN)
        named = self._categories()
        kind = institution_named(named) or Institution(PartnerCategory.other)
        if named and institution_named(named) is None:
            self._hint(TYPE_UNKNOWN)
        whole = PartnerDraft(
            name=draft.name,
            category=kind.category,
            schulform=kind.schulform,
            office_kind=kind.office_kind,
            street=street,
            postcode=postcode,
            town=town,
            ags=gemeinde.ags if gemeinde else None,
            phone=phone,
            email=email,
            website=website,
            notes="\n".join(filter(None, (draft.notes, *self._further))),
        )
        return without_false_addresses(self._hint, whole)

    def _place(self) -> tuple[str, str, str]:
        lines = self._lines("ADR")
        if not lines:
            return "", "", ""
        found = [cells.clean(" ".join(part.split("\n"))) for part in parts(lines[0].value, ";")]
        found += [""] * (_ADDRESS_PARTS - len(found))
        _box, _extended, street, town, _region, postcode, _country = found[:_ADDRESS_PARTS]
        return street, cells.postcode(postcode), town

    def _organisation(self) -> str:
        """The organisation with its units: „Stadt Köthen, Ordnungsamt“."""
        line = next(iter(self._lines("ORG")), None)
        found = (cells.clean(" ".join(part.split("\n"))) for part in parts(line.value, ";")) if line else ()
        return ", ".join(filter(None, found))

    def _categories(self) -> list[str]:
        lists = (parts(line.value, ",") for line in self._lines("CATEGORIES"))
        return [name for name in map(cells.clean, chain.from_iterable(lists)) if name]

    def _reach(self, name: str, read: Callable[[CardLine], str]) -> str:
        """The best number or address; all others go into the notes, so that none is lost."""
        found = list(dict.fromkeys(filter(None, (_one_line(read(line)) for line in self._lines(name)))))
        if len(found) > 1:
            self._hint(FURTHER_REACH)
            self._further += found[1:]
        return found[0] if found else ""

    def _lines(self, name: str) -> list[CardLine]:
        """The properties of this name: the preferred first, then those for work, fax machines last."""
        found = [line for line in self._card.lines if line.name == name]
        return sorted(found, key=_rank) if len(found) > 1 else found

    def _text(self, name: str, *, is_long: bool = False) -> str:
        line = next(iter(self._lines(name)), None)
        text = cells.clean(unescaped(line.value)) if line else ""
        return text if is_long else " ".join(text.split("\n"))

    def _hint(self, msgid: str) -> None:
        if msgid not in self._hints:
            self._hints.append(msgid)

    def _said(self, found: ImportedCard) -> frozenset[str]:
        """What the card says of the institution itself; a person's card never changes one that is known."""
        if found.contact is not None:
            return frozenset()
        names = {line.name for line in self._card.lines if line.value.strip(" ;,")}
        return frozenset(chain.from_iterable(_SAID_BY.get(name, ()) for name in names)) | {"name"}


def _rank(line: CardLine) -> tuple[bool, bool, bool]:
    types = line.types()
    return (bool(types & _NO_VOICE), "pref" not in types, "work" not in types)


def _address(line: CardLine) -> str:
    text = unescaped(line.value).strip()
    return text[7:] if text[:7].lower() == "mailto:" else text


def _one_line(text: str) -> str:
    return " ".join(cells.clean(text).split("\n"))

"""Rows of an imported table as partners."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from domain.exchange import cells
from domain.exchange.headers import PARTNERS
from domain.exchange.row_reader import INTO_NOTES, TYPE_UNKNOWN, Reading, RowReader, written_town
from domain.exchange.tabular import Record, RecordSource
from domain.exchange.words import Institution, institution
from domain.rows.partners import PartnerDraft
from domain.rules.validation import fields, partner_problems
from domain.terms import PartnerCategory

_BARE_DOMAIN = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}(?:/\S*)?")


def read_partners(table: RecordSource, columns: Mapping[str, int] | None = None) -> Iterator[Reading[PartnerDraft]]:
    """Each row as a partner, or what is wrong with it; `columns` say where the fields are, if not their headings.

    An unknown type becomes category `other`, an unknown town leaves `ags` open, an e-mail or web address that is
    none goes into the notes; all three with a hint.

    Raises:
        InvalidInputError: there is no column for the name.
        FileProblemError: the file cannot be read to its end.
    """
    found = PARTNERS.columns(table.header) if columns is None else PARTNERS.checked(columns, table.header)
    return (_partner(record, found) for record in table.records())


def _partner(record: Record, columns: Mapping[str, int]) -> Reading[PartnerDraft]:
    row = RowReader(record, columns)
    kind = _kind(row)
    postcode = row.postcode("postcode")
    town, locality = row.text("town"), row.text("locality")
    draft = PartnerDraft(
        name=row.text("name"),
        category=kind.category,
        schulform=kind.schulform,
        office_kind=kind.office_kind,
        street=row.text("street"),
        postcode=postcode,
        town=written_town(town, locality),
        ags=row.gemeinde_key(postcode, town, locality),
        phone=row.text("phone"),
        email=real_address(row.text("email")),
        website=with_scheme(real_address(row.text("website"))),
        notes=row.long_text("notes"),
        source_id=row.text("source_id"),
    )
    draft = without_false_addresses(row.hint, draft)
    return row.reading(draft.name, draft, partner_problems(draft))


def institution_named(words: Iterable[str]) -> Institution | None:
    """What the words mean, by the first that names a sort of school or office, else by the first known at all."""
    known = [found for found in map(institution, words) if found is not None]
    precise = (found for found in known if found.schulform or found.office_kind)
    return next(precise, known[0] if known else None)


def _kind(row: RowReader) -> Institution:
    words = [word for word in (row.text("schulform"), row.text("office_kind"), row.text("type")) if word]
    known = institution_named(words)
    if words and known is None:
        row.hint(TYPE_UNKNOWN)
    return known or Institution(PartnerCategory.other)


def real_address(text: str) -> str:
    """What stands in a cell for an address, "" if it only says that there is none."""
    return "" if cells.is_filler(text) else text


def with_scheme(website: str) -> str:
    """A bare domain as a web address."""
    return f"http://{website}" if _BARE_DOMAIN.fullmatch(website) else website


def without_false_addresses(hint: Callable[[str], None], draft: PartnerDraft) -> PartnerDraft:
    """The draft with what is no e-mail or web address moved into the notes, and a hint that says so.

    A wrong entry in the column for e-mail is no reason to refuse a school.
    """
    if any(fields.email("email", draft.email)):
        hint(INTO_NOTES)
        draft = replace(draft, email="", notes=f"{draft.notes}\n{draft.email}".strip())
    if any(fields.web_address("website", draft.website)):
        hint(INTO_NOTES)
        draft = replace(draft, website="", notes=f"{draft.notes}\n{draft.website}".strip())
    return draft

"""Rows of an imported table as partners."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from domain.exchange import cells
from domain.exchange.headers import PARTNERS
from domain.exchange.row_reader import INTO_NOTES, TYPE_UNKNOWN, Reading, RowReader, written_town
from domain.exchange.tabular import Record, Table
from domain.exchange.words import institution
from domain.rows.partners import PartnerDraft
from domain.rules.validation import fields, partner_problems
from domain.terms import PartnerCategory, Schulform

_BARE_DOMAIN = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}(?:/\S*)?")


def read_partners(table: Table) -> Iterator[Reading[PartnerDraft]]:
    """Each row as a partner, or what is wrong with it.

    An unknown type becomes category `other`, an unknown town leaves `ags` open, an e-mail or web address that is
    none goes into the notes; all three with a hint.

    Raises:
        InvalidInputError: there is no column for the name.
        FileProblemError: the file cannot be read to its end.
    """
    columns = PARTNERS.columns(table.header)
    return (_partner(record, columns) for record in table.records())


def _partner(record: Record, columns: Mapping[str, int]) -> Reading[PartnerDraft]:
    row = RowReader(record, columns)
    category, schulform = _category(row)
    postcode = cells.postcode(row.text("postcode"))
    town, locality = row.text("town"), row.text("locality")
    draft = PartnerDraft(
        name=row.text("name"),
        category=category,
        schulform=schulform,
        street=row.text("street"),
        postcode=postcode,
        town=written_town(town, locality),
        ags=row.gemeinde_key(postcode, town, locality),
        phone=row.text("phone"),
        email=_address(row.text("email")),
        website=_with_scheme(_address(row.text("website"))),
        notes=row.long_text("notes"),
        source_id=row.text("source_id"),
    )
    draft = _without_false_addresses(row, draft)
    return row.reading(draft.name, draft, partner_problems(draft))


def _category(row: RowReader) -> tuple[PartnerCategory, Schulform | None]:
    text = row.text("type")
    known = institution(text) if text else None
    if text and known is None:
        row.hint(TYPE_UNKNOWN)
    return known or (PartnerCategory.other, None)


def _address(text: str) -> str:
    return "" if cells.is_filler(text) else text


def _with_scheme(website: str) -> str:
    return f"http://{website}" if _BARE_DOMAIN.fullmatch(website) else website


def _without_false_addresses(row: RowReader, draft: PartnerDraft) -> PartnerDraft:
    """A wrong entry in the column for e-mail is no reason to refuse a school; what stood there is kept in the notes."""
    if any(fields.email("email", draft.email)):
        row.hint(INTO_NOTES)
        draft = replace(draft, email="", notes=f"{draft.notes}\n{draft.email}".strip())
    if any(fields.web_address("website", draft.website)):
        row.hint(INTO_NOTES)
        draft = replace(draft, website="", notes=f"{draft.notes}\n{draft.website}".strip())
    return draft

"""Partners as rows by plain SQL, apart from events, which the first page needs alone."""

from collections.abc import Sequence
from uuid import UUID

from domain.rows.partners import PartnerRow
from domain.store.connection import RawConnection, Row
from domain.store.record_lines import WITH_ID, day, in_order
from domain.terms import OfficeKind, PartnerCategory

_PARTNER_LINES = """
select id, name, category, street, postcode, town, ags, kreis_ags, phone, last_contact, version, office_kind
from partner where
"""
_OFFICES = {kind.value: kind for kind in OfficeKind}
_CATEGORIES = {category.value: category for category in PartnerCategory}


def partner_rows(connection: RawConnection, ids: Sequence[UUID]) -> list[PartnerRow]:
    """The institutions with these ids, in their order; ids that are gone are left out."""
    return in_order(connection, _PARTNER_LINES + WITH_ID.format(id="id"), _partner_row, ids)


def _partner_row(line: Row) -> PartnerRow:
    return PartnerRow(
        id=UUID(line[0]),
        name=line[1],
        category=_CATEGORIES[line[2]],
        street=line[3],
        postcode=line[4],
        town=line[5],
        ags=line[6],
        kreis_ags=line[7],
        phone=line[8],
        last_contact=day(line[9]),
        version=line[10],
        office_kind=_OFFICES.get(line[11]),
    )

"""Partners as a table; their contacts and the log only for the house."""

from dataclasses import dataclass

from domain.exchange.columns import Column
from domain.i18n import N_
from domain.region.kreise import kreis
from domain.rows.partners import ContactDraft, PartnerDraft, PartnerRow
from domain.terms import Audience, OfficeKind, Schulform


@dataclass(frozen=True, slots=True)
class PartnerEntry:
    """An institution with what only its own page shows, and, for tables of the house, the people there."""

    row: PartnerRow
    contacts: tuple[ContactDraft, ...] = ()
    draft: PartnerDraft | None = None


PartnerColumn = Column[PartnerEntry]


def partner_columns(audience: Audience) -> tuple[PartnerColumn, ...]:
    """The columns of a table of partners; contacts, notes and the last contact only for the house itself."""
    return _COLUMNS + (_INTERNAL if audience is Audience.internal else ())


def _kreis(entry: PartnerEntry) -> str:
    return kreis(entry.row.kreis_ags).name if entry.row.kreis_ags else ""


def _schulform(entry: PartnerEntry) -> Schulform | None:
    return entry.draft.schulform if entry.draft else None


def _office_kind(entry: PartnerEntry) -> OfficeKind | None:
    return entry.draft.office_kind if entry.draft else None


def _contacts(entry: PartnerEntry) -> tuple[str, ...]:
    return tuple(_written(contact) for contact in entry.contacts)


def _written(contact: ContactDraft) -> str:
    who = f"{contact.role}: {contact.name}" if contact.name else contact.role
    reach = " · ".join(filter(None, (contact.phone, contact.email)))
    return f"{who} ({reach})" if reach else who


_COLUMNS: tuple[PartnerColumn, ...] = (
    Column("id", N_("Key"), lambda entry: str(entry.row.id), for_programs=True),
    Column("name", N_("Name"), lambda entry: entry.row.name, 40),
    Column("category", N_("Category"), lambda entry: entry.row.category, 20),
    Column("schulform", N_("School type"), _schulform, 20),
    Column("office_kind", N_("Kind of office"), _office_kind, 20),
    Column("street", N_("Street"), lambda entry: entry.row.street, 28),
    Column("postcode", N_("Postcode"), lambda entry: entry.row.postcode, 8),
    Column("town", N_("City or town"), lambda entry: entry.row.town, 24),
    Column("kreis", N_("District"), _kreis, 24),
    Column("ags", N_("Municipality key"), lambda entry: entry.row.ags, for_programs=True),
    Column("kreis_ags", N_("District key"), lambda entry: entry.row.kreis_ags, for_programs=True),
    Column("phone", N_("Phone"), lambda entry: entry.row.phone, 18),
)

_INTERNAL: tuple[PartnerColumn, ...] = (
    Column("email", N_("E-mail"), lambda entry: entry.draft.email if entry.draft else "", 28),
    Column("website", N_("Website"), lambda entry: entry.draft.website if entry.draft else "", 28),
    Column("notes", N_("Notes"), lambda entry: entry.draft.notes if entry.draft else "", 40),
    Column("last_contact", N_("Last contact"), lambda entry: entry.row.last_contact, 12),
    Column("contacts", N_("Contacts"), _contacts, 48),
)

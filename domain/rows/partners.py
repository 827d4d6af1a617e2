"""Partners, their contacts and sites as rows and drafts."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.terms import LegalBasis, OfficeKind, PartnerCategory, PermitState, Schulform, Surface


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """One institution in a list."""

    id: UUID
    name: str
    category: PartnerCategory
    street: str
    postcode: str
    town: str
    ags: str | None
    kreis_ags: str | None
    phone: str
    last_contact: date | None
    version: int
    office_kind: OfficeKind | None = None


@dataclass(frozen=True, slots=True)
class PartnerDraft:
    """Everything of an institution that a person can edit; `phone` is kept as typed.

    `office_kind` says more of an office without a category of its own. `parent_id` is the institution it belongs to,
    `areas` are the keys of the Kreise, Verbandsgemeinden and Gemeinden it is responsible for (`region.areas`).
    """

    name: str
    category: PartnerCategory = PartnerCategory.other
    schulform: Schulform | None = None
    street: str = ""
    postcode: str = ""
    town: str = ""
    ags: str | None = None
    phone: str = ""
    email: str = ""
    website: str = ""
    notes: str = ""
    confirmed: bool = True
    last_contact: date | None = None
    source: str = ""
    source_id: str = ""
    office_kind: OfficeKind | None = None
    parent_id: UUID | None = None
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """A person in a role at a partner, and why we may keep the data until `review_on`.

    `areas` are the keys of what the person is responsible for: with the police it makes a Regionalbereichsbeamter.
    """

    partner_id: UUID
    role: str
    name: str = ""
    phone: str = ""
    email: str = ""
    legal_basis: LegalBasis = LegalBasis.public_task
    source: str = ""
    review_on: date | None = None
    notes: str = ""
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One contact of a partner."""

    id: UUID
    version: int
    draft: ContactDraft


@dataclass(frozen=True, slots=True)
class PartnerDetail:
    """A partner as its page opens it."""

    row: PartnerRow
    draft: PartnerDraft
    contacts: tuple[ContactRow, ...]
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class SiteDraft:
    """A place where a vehicle can stand (Stellplatz). Lengths in metres, weight in kg, slope in percent.

    `market_days` are weekdays (0 = Monday); `permit_lead_days` is how long before the date the permit must be applied
    for (14 days unless the authority says otherwise). `permit_state` is what holds for every event there that has no
    permit of its own. `access` tells the way in, `photo` is an attachment's key and `photo_alt` says what it shows.
    """

    name: str
    ags: str | None = None
    street: str = ""
    postcode: str = ""
    town: str = ""
    latitude: float | None = None
    longitude: float | None = None
    surface: Surface = Surface.unknown
    slope_percent: float | None = None
    length_m: float | None = None
    width_m: float | None = None
    height_m: float | None = None
    weight_limit_kg: int | None = None
    sockets_230v: int = 0
    cee_16a: int = 0
    cee_32a: int = 0
    power_distance_m: float | None = None
    step_free: bool | None = None
    key_holder: str = ""
    market_days: tuple[int, ...] = ()
    permit_authority: str = ""
    permit_lead_days: int = 14
    permit_state: PermitState = PermitState.missing
    notes: str = ""
    access: str = ""
    photo: str = ""
    photo_alt: str = ""


@dataclass(frozen=True, slots=True)
class SiteRow:
    """One site in a list."""

    id: UUID
    name: str
    town: str
    ags: str | None
    kreis_ags: str | None
    version: int
    draft: SiteDraft

"""The sample institutions, their contacts, and the sites where vehicles stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from random import Random
from uuid import UUID

from domain.demo import tables
from domain.demo.house import House
from domain.region.authorities import police_units
from domain.region.gemeinden import gemeinde
from domain.region.kreise import kreise
from domain.rows.partners import ContactDraft, PartnerDraft, SiteDraft
from domain.store.session import Session
from domain.terms import LegalBasis, PartnerCategory, PermitState, Schulform, Surface
from domain.usecases import partners, sites

CONTACT_SOURCE = "Eigene Angabe der Einrichtung"
_KNOWN_SHARE = 0.85


@dataclass(frozen=True, slots=True)
class Institution:
    """A sample partner; `ags` is where it is."""

    id: UUID
    draft: PartnerDraft
    ags: str
    role: str


@dataclass(frozen=True, slots=True)
class Pitch:
    """A sample site; `ags` is where it is."""

    id: UUID
    draft: SiteDraft
    ags: str


@dataclass(frozen=True)
class World:
    """Everything there is before the first event."""

    house: House
    institutions: tuple[Institution, ...]
    pitches: tuple[Pitch, ...]

    def named(self, name: str) -> Institution:
        """The institution of that name."""
        return next(each for each in self.institutions if each.draft.name == name)

    def pitch(self, name: str) -> Pitch:
        """The site of that name."""
        return next(each for each in self.pitches if each.draft.name == name)

    def of(self, kreis_ags: str, *categories: str) -> list[Institution]:
        """The institutions of these categories (or Schulformen) in a Kreis."""
        wanted = set(categories)
        return [
            each for each in self._by_kreis.get(kreis_ags, ()) if {each.draft.category, each.draft.schulform} & wanted
        ]

    def revier(self, kreis_ags: str) -> Institution:
        """The Polizeirevier of a Kreis."""
        return next(each for each in self.of(kreis_ags, PartnerCategory.police) if "revier" in each.draft.name)

    @cached_property
    def _by_kreis(self) -> dict[str, list[Institution]]:
        found: dict[str, list[Institution]] = {each.ags: [] for each in kreise()}
        for institution in self.institutions:
            found[institution.ags[:5]].append(institution)
        return found


def invite(session: Session, rng: Random) -> tuple[Institution, ...]:
    """Add the institutions with a contact each."""
    found = [*_from_table(rng, session), *_police(session)]
    for number, institution in enumerate(found):
        contact = ContactDraft(
            partner_id=institution.id,
            role=institution.role,
            phone=institution.draft.phone,
            email=institution.draft.email,
            legal_basis=LegalBasis.published if number % 3 else LegalBasis.public_task,
            source=CONTACT_SOURCE,
            review_on=session.today + timedelta(days=number * 37 % 365 - 20),
        )
        partners.add_contact(session, contact)
    return tuple(found)


def _from_table(rng: Random, session: Session) -> Iterable[Institution]:
    for row in tables.rows("partners"):
        town = gemeinde(row["ags"])
        seen = session.today - timedelta(days=rng.randint(3, 240)) if rng.random() < _KNOWN_SHARE else None
        draft = PartnerDraft(
            name=row["name"],
            category=PartnerCategory(row["category"]),
            schulform=Schulform(row["schulform"]) if row["schulform"] else None,
            street=row["street"],
            postcode=town.postcode_seat,
            town=town.name,
            ags=town.ags,
            phone=row["phone"],
            email=row["email"],
            confirmed=row["confirmed"] == "yes",
            last_contact=seen,
        )
        yield Institution(partners.create(session, draft), draft, town.ags, row["role"])


def _police(session: Session) -> Iterable[Institution]:
    for number, unit in enumerate(police_units(), 1):
        town = gemeinde(unit.seat_ags)
        draft = PartnerDraft(
            name=unit.name,
            category=PartnerCategory.police,
            postcode=town.postcode_seat,
            town=town.name,
            ags=town.ags,
            phone=f"0391 000-3{number:02d}",
            email=f"praevention@{'revier' if unit.kind == 'Polizeirevier' else 'inspektion'}{number}.example",
            last_contact=session.today - timedelta(days=number),
        )
        yield Institution(partners.create(session, draft), draft, town.ags, "Prävention")


def survey(session: Session) -> tuple[Pitch, ...]:
    """Add the sites."""
    found = []
    for row in tables.rows("sites"):
        town = gemeinde(row["ags"])
        draft = SiteDraft(
            name=row["name"],
            ags=town.ags,
            street=row["street"],
            postcode=town.postcode_seat,
            town=town.name,
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            surface=Surface(row["surface"]),
            slope_percent=float(row["slope_percent"]),
            length_m=float(row["length_m"]),
            width_m=float(row["width_m"]),
            height_m=float(row["height_m"]) if row["height_m"] else None,
            weight_limit_kg=int(row["weight_limit_kg"]),
            sockets_230v=int(row["sockets_230v"]),
            cee_16a=int(row["cee_16a"]),
            cee_32a=int(row["cee_32a"]),
            power_distance_m=float(row["power_distance_m"]),
            step_free=row["step_free"] == "yes",
            key_holder=row["key_holder"],
            market_days=tuple(int(day) for day in row["market_days"]),
            permit_authority=row["permit_authority"],
            permit_lead_days=int(row["permit_lead_days"]),
            permit_state=PermitState(row["permit_state"]),
            notes=row["notes"],
        )
        found.append(Pitch(sites.create(session, draft), draft, town.ags))
    return tuple(found)

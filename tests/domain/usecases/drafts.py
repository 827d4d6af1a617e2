"""Drafts as people could type them, for hypothesis; all can be saved."""

from dataclasses import dataclass, replace
from uuid import UUID

from hypothesis import strategies as st

from domain.rows.catalogue import OfferDraft
from domain.rows.partners import ContactDraft, PartnerDraft, SiteDraft
from domain.rows.publications import PublicationDraft
from domain.rows.requests import RequestDraft, Wish
from domain.rows.tours import Absence, HeldQualification, StaffDraft, VehicleDraft
from domain.rules.validation.catalogue import OFFERED
from domain.terms import EventKind, LegalBasis, OfficeKind, PartnerCategory, PermitState, Schulform, Surface
from tests import builders
from tests.domain.usecases.typed import AGS, AREAS, COUNTS, DAYS, LENGTHS, POSTCODES, names, some, texts


@dataclass(frozen=True)
class Known:
    """Ids that stand in the workspace."""

    sites: tuple[UUID, ...]
    partners: tuple[UUID, ...]
    vehicles: tuple[UUID, ...]
    topics: tuple[UUID, ...]
    groups: tuple[UUID, ...]
    equipment: tuple[UUID, ...]
    people: tuple[UUID, ...]
    qualifications: tuple[UUID, ...]
    offers: tuple[UUID, ...]
    publications: tuple[UUID, ...]


def fill(ws):
    """Two or three of everything an event can point at."""
    from domain.usecases import catalogue, fleet, publications, vocabulary

    return Known(
        sites=tuple(builders.make_site(ws, name) for name in ("Holzmarkt", "Domplatz")),
        partners=tuple(builders.make_partner(ws, name) for name in ("Stadt Köthen", "Verein Ähre", "THW")),
        vehicles=(builders.make_vehicle(ws),),
        topics=tuple(builders.make_topic(ws, name) for name in ("Extremismus", "Cybersicherheit", "Sucht")),
        groups=tuple(builders.make_group(ws, name) for name in ("Jugendliche", "Ältere")),
        equipment=tuple(ws.run("Add", fleet.add_equipment, name) for name in ("Fahrsimulator", "Stellwände")),
        people=tuple(builders.make_person(ws, name) for name in ("Jana Kühne", "Uwe Groß", "Mia Öz")),
        qualifications=(ws.run("Add", vocabulary.add_qualification, "Moderation"),),
        offers=(ws.run("Add", catalogue.create, OfferDraft("Extremismus erkennen")),),
        publications=tuple(
            ws.run("Add", publications.create, PublicationDraft(title)) for title in ("Faltblatt", "Broschüre")
        ),
    )


def partners():
    """Institutions."""
    return st.builds(
        PartnerDraft,
        name=names(300),
        category=st.sampled_from(PartnerCategory),
        schulform=st.none() | st.sampled_from(Schulform),
        street=texts(200),
        postcode=POSTCODES,
        town=texts(200),
        ags=AGS,
        phone=texts(100),
        email=st.sampled_from(["", "buero@verein.example"]),
        website=st.sampled_from(["", "https://verein.example/" + "x" * 1900]),
        notes=texts(20_000),
        confirmed=st.booleans(),
        last_contact=st.none() | DAYS,
        source=texts(300),
        source_id=texts(100),
        office_kind=st.none() | st.sampled_from(OfficeKind),
        areas=AREAS,
    )


def contacts(partner_id):
    """People in a role at an institution."""
    return st.builds(
        ContactDraft,
        partner_id=st.just(partner_id),
        role=names(200),
        name=texts(200),
        phone=texts(100),
        email=st.sampled_from(["", "leitung@schule.example"]),
        legal_basis=st.sampled_from(LegalBasis),
        source=texts(300),
        review_on=st.none() | DAYS,
        notes=texts(2000),
        areas=AREAS,
    )


def sites():
    """Places where a vehicle can stand."""
    return st.builds(
        SiteDraft,
        name=names(300),
        ags=AGS,
        street=texts(200),
        postcode=POSTCODES,
        town=texts(200),
        latitude=st.none() | st.floats(-90, 90),
        longitude=st.none() | st.floats(-180, 180),
        surface=st.sampled_from(Surface),
        slope_percent=st.none() | st.floats(0, 100),
        length_m=LENGTHS,
        width_m=LENGTHS,
        height_m=LENGTHS,
        weight_limit_kg=COUNTS,
        sockets_230v=st.integers(0, 99),
        cee_16a=st.integers(0, 99),
        cee_32a=st.integers(0, 99),
        power_distance_m=LENGTHS,
        step_free=st.none() | st.booleans(),
        key_holder=texts(300),
        market_days=st.lists(st.integers(0, 6), unique=True).map(tuple),
        permit_authority=texts(300),
        permit_lead_days=st.integers(0, 730),
        permit_state=st.sampled_from(PermitState),
        notes=texts(20_000),
        access=texts(2_000),
        photo_alt=texts(500),
    )


_PERIODS = st.tuples(DAYS, DAYS).map(sorted)
_TIMES = st.none() | st.tuples(st.integers(0, 1440), st.integers(0, 1440)).filter(lambda pair: pair[0] < pair[1])


@st.composite
def _wishes(draw):
    first, last = draw(_PERIODS)
    start, end = draw(_TIMES) or (None, None)
    return Wish(first, last, start, end)


@st.composite
def requests(draw):
    """What institutions ask for."""
    earliest, latest = draw(st.just((None, None)) | _PERIODS)
    start, end = draw(_TIMES) or (None, None)
    fields = {
        "topic": texts(300),
        "contact_name": texts(200),
        "contact_role": texts(200),
        "phone": texts(100),
        "email": st.sampled_from(["", "schule@koethen.example"]),
        "schulform": st.none() | st.sampled_from(Schulform),
        "school_grade": texts(100),
        "listeners": texts(500),
        "prior_knowledge": texts(2000),
        "teacher_present": st.none() | st.booleans(),
        "room_technique": texts(2000),
        "occasion": texts(500),
        "place": texts(300),
        "street": texts(200),
        "postcode": POSTCODES,
        "town": texts(200),
        "ags": AGS,
        "duration_minutes": st.none() | st.integers(1, 10_080),
        "weekdays": st.lists(st.integers(0, 6), unique=True).map(tuple),
        "wishes": st.lists(_wishes(), max_size=3).map(tuple),
        "equipment": st.lists(st.sampled_from(["Fahrsimulator", "Überschlagsimulator", "E-Bike"]), max_size=3).map(
            tuple
        ),
        "priority": st.integers(1, 3),
        "expected": COUNTS,
        "press_expected": st.booleans(),
        "closed": st.booleans(),
        "needs": texts(2000),
        "security_remarks": texts(20_000),
        "notes": texts(20_000),
        "received_on": DAYS,
        "answer_by": st.none() | DAYS,
    }
    drawn = {name: draw(strategy) for name, strategy in fields.items()}
    when = {"earliest": earliest, "latest": latest, "from_minute": start, "to_minute": end}
    return RequestDraft(draw(names(300)), draw(st.sampled_from(EventKind)), **when, **drawn)


def vehicles(known):
    """Vehicles."""
    hours = st.tuples(st.times(), st.times()).filter(lambda pair: pair[0] < pair[1])
    drafts = st.builds(
        VehicleDraft,
        name=names(200),
        depot_town=texts(200),
        depot_postcode=POSTCODES,
        depot_ags=AGS,
        max_duty_minutes=st.integers(0, 1440),
        max_drive_minutes=st.integers(0, 1440),
        length_m=LENGTHS,
        width_m=LENGTHS,
        height_m=LENGTHS,
        weight_kg=COUNTS,
        seats=COUNTS,
        power=texts(200),
        licence_class=texts(20),
        equipment_ids=some(known.equipment),
        notes=texts(20_000),
        cable_m=LENGTHS,
    )
    return st.builds(lambda draft, pair: replace(draft, available_from=pair[0], available_to=pair[1]), drafts, hours)


def people(known):
    """People of the house."""
    return st.builds(
        StaffDraft,
        name=names(200),
        office=texts(300),
        phone=texts(100),
        email=st.sampled_from(["", "j.kuehne@polizei.example"]),
        confidential=st.booleans(),
        capacity_per_month=COUNTS,
        qualifications=st.lists(
            st.builds(HeldQualification, st.sampled_from(known.qualifications), st.none() | DAYS), max_size=1
        ).map(tuple),
        absences=st.lists(
            st.builds(lambda days, reason: Absence(*days, reason), _PERIODS, texts(300)), unique=True, max_size=3
        ).map(tuple),
        notes=texts(20_000),
    )


def offers(known):
    """Offers of the catalogue."""
    periods = st.just((None, None)) | _PERIODS
    return st.builds(
        lambda period, **fields: OfferDraft(valid_from=period[0], valid_until=period[1], **fields),
        period=periods,
        title=names(300),
        kind=st.sampled_from(sorted(OFFERED)),
        topic_id=st.none() | st.sampled_from(known.topics),
        listeners=texts(500),
        duration_minutes=st.none() | st.integers(1, 10_080),
        aims=texts(2_000),
        public_text=texts(4_000),
        neutrality_note=texts(2_000),
        needs=texts(2_000),
        notes=texts(4_000),
        target_group_ids=st.lists(st.sampled_from(known.groups), unique=True).map(tuple),
        publication_ids=st.lists(st.sampled_from(known.publications), unique=True).map(tuple),
    )

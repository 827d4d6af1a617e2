"""What partners are and why their contacts may be kept."""

from enum import StrEnum, auto


class PartnerCategory(StrEnum):
    """What sort of institution a partner is."""

    school = auto()
    kindergarten = auto()
    university = auto()
    adult_education = auto()
    ordnungsamt = auto()
    jugendamt = auto()
    other_office = auto()
    gemeinde = auto()
    kreis = auto()
    police = auto()
    fire_brigade = auto()
    club = auto()
    association = auto()
    church = auto()
    advice_centre = auto()
    company = auto()
    research = auto()
    job_centre = auto()
    council = auto()
    citizen = auto()
    media = auto()
    other = auto()


class Schulform(StrEnum):
    """School type as the school law of Sachsen-Anhalt names it."""

    grundschule = auto()
    sekundarschule = auto()
    gemeinschaftsschule = auto()
    gesamtschule = auto()
    gymnasium = auto()
    foerderschule = auto()
    berufsbildende_schule = auto()
    waldorfschule = auto()
    other = auto()


class OfficeKind(StrEnum):
    """What sort of office a partner is that has no category of its own (Amt)."""

    bauamt = auto()
    auslaenderbehoerde = auto()
    verkehrsamt = auto()
    schulamt = auto()
    sozialamt = auto()
    gesundheitsamt = auto()
    employment_agency = auto()
    equality = auto()
    integration = auto()
    justice = auto()
    other = auto()


class RelationKind(StrEnum):
    """How one partner stands to another, read from the first; `rules.relations.opposite` reads it from the other."""

    works_with = auto()
    runs = auto()
    run_by = auto()
    funds = auto()
    funded_by = auto()
    represents = auto()
    represented_by = auto()
    successor_of = auto()
    predecessor_of = auto()


class ContactChannel(StrEnum):
    """How we were in contact with a partner."""

    phone = auto()
    email = auto()
    letter = auto()
    meeting = auto()
    visit = auto()
    event = auto()


class NetworkGap(StrEnum):
    """What is missing in the network of a Kreis."""

    ordnungsamt = auto()
    jugendamt = auto()
    police = auto()
    rbb = auto()
    council = auto()


class LegalBasis(StrEnum):
    """Why a contact's data may be kept (Rechtsgrundlage)."""

    public_task = auto()
    consent = auto()
    contract = auto()
    published = auto()


class MembershipRole(StrEnum):
    """What somebody is in a council, club or association."""

    chair = auto()
    deputy = auto()
    secretary = auto()
    member = auto()
    adviser = auto()
    guest = auto()


class TermState(StrEnum):
    """Where a term of membership stands today."""

    coming = auto()
    running = auto()
    ending = auto()
    ended = auto()

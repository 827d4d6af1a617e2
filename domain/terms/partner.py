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

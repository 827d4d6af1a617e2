"""Words people write in cells for kinds of event and types of institution, and what they mean."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeVar

from domain.i18n import AVAILABLE, language
from domain.labels import name_of
from domain.region.fold import fold
from domain.terms import EventKind, OfficeKind, PartnerCategory, Schulform

Term = TypeVar("Term", bound=StrEnum)
_NOT_A_LETTER = re.compile(r"[\W_]+")

_KINDS = {
    EventKind.mobile_stop: "Präventionsmobil, Mobil-Halt, Mobilhalt, Infomobil, Infobus, Mobil",
    EventKind.citizen_dialogue: "Bürgerdialog, Bürgergespräch, Bürgersprechstunde, Dialog",
    EventKind.expert_dialogue: "Fachaustausch, Fachdialog, Fachgespräch, Fachtag",
    EventKind.lecture: "Vortrag, Referat, Lesung, talk",
    EventKind.information_event: "Informationsveranstaltung, Infoveranstaltung, Infoabend, Infostand, Elternabend",
    EventKind.consultation: "Beratung, Sprechstunde, Sicherheitsberatung",
    EventKind.joint_patrol: "Gemeinsame Streife, Streife, Kontrolle, gemeinsame Kontrolle",
    EventKind.council_meeting: "Gremium, Gremiensitzung, Sitzung, Präventionsrat",
    EventKind.training: "Fortbildung, Schulung, Weiterbildung, Seminar, Workshop",
    EventKind.information_exchange: "Informationsaustausch, Erfahrungsaustausch, Netzwerktreffen",
    EventKind.online: "Online, Online-Beitrag, Social Media",
}

_CATEGORIES = {
    PartnerCategory.school: "Schule, Ganztagsschule",
    PartnerCategory.kindergarten: "Kindergarten, Kita, Kindertagesstätte, Kindertageseinrichtung, Hort",
    PartnerCategory.university: "Hochschule, Universität, Fachhochschule",
    PartnerCategory.adult_education: "Volkshochschule, VHS, Erwachsenenbildung, Bildungsträger",
    PartnerCategory.ordnungsamt: "Ordnungsamt, Ordnungsbehörde",
    PartnerCategory.jugendamt: "Jugendamt",
    PartnerCategory.other_office: "Behörde, Amt, Landesamt, Ministerium, Landesbehörde",
    PartnerCategory.gemeinde: "Gemeinde, Stadt, Einheitsgemeinde, Verbandsgemeinde, Kreisfreie Stadt, Kommune, Rathaus,"
    " Stadtverwaltung, Gemeindeverwaltung",
    PartnerCategory.kreis: "Landkreis, Kreis, Kreisverwaltung, Landratsamt",
    PartnerCategory.police: "Polizei, Polizeirevier, Polizeiinspektion, Polizeistation, Revierstation, Regionalbereich",
    PartnerCategory.fire_brigade: "Feuerwehr, Freiwillige Feuerwehr, Berufsfeuerwehr",
    PartnerCategory.club: "Verein, Sportverein, Heimatverein, e. V.",
    PartnerCategory.association: "Verband, Stiftung, Wohlfahrtsverband",
    PartnerCategory.church: "Kirche, Kirchengemeinde, Religionsgemeinschaft, Moschee, Synagoge, Pfarramt",
    PartnerCategory.advice_centre: "Beratungsstelle, Verbraucherzentrale",
    PartnerCategory.company: "Firma, Unternehmen, Betrieb, Fahrschule, GmbH",
    PartnerCategory.research: "Forschungseinrichtung, Institut, Forschungsinstitut",
    PartnerCategory.job_centre: "Jobcenter",
    PartnerCategory.council: "Präventionsrat, Kriminalpräventiver Rat, Gremium, Beirat",
    PartnerCategory.citizen: "Bürger, Bürgerin, engagierte Person, Privatperson",
    PartnerCategory.media: "Medien, Presse, Zeitung, Rundfunk",
    PartnerCategory.other: "Sonstige, Sonstiges, andere",
}

_SCHULFORMEN = {
    Schulform.grundschule: "Grundschule",
    Schulform.sekundarschule: "Sekundarschule",
    Schulform.gemeinschaftsschule: "Gemeinschaftsschule",
    Schulform.gesamtschule: "Gesamtschule, Integrierte Gesamtschule, Kooperative Gesamtschule, IGS, KGS",
    Schulform.gymnasium: "Gymnasium, Fachgymnasium",
    Schulform.foerderschule: "Förderschule, Sonderschule",
    Schulform.berufsbildende_schule: "Berufsbildende Schule, Berufsbildende Schulen, Berufsschule, BbS",
    Schulform.waldorfschule: "Waldorfschule, Freie Waldorfschule",
}

_OFFICES = {
    OfficeKind.bauamt: "Bauamt, Bauordnungsamt, Bauaufsicht, Stadtplanungsamt",
    OfficeKind.auslaenderbehoerde: "Ausländerbehörde, Ausländeramt, Willkommensbehörde",
    OfficeKind.verkehrsamt: "Verkehrsamt, Straßenverkehrsamt, Straßenverkehrsbehörde",
    OfficeKind.schulamt: "Schulamt, Landesschulamt, Schulverwaltungsamt",
    OfficeKind.sozialamt: "Sozialamt",
    OfficeKind.gesundheitsamt: "Gesundheitsamt",
    OfficeKind.employment_agency: "Arbeitsagentur, Agentur für Arbeit, Arbeitsamt",
    OfficeKind.equality: "Gleichstellungsbeauftragte, Gleichstellungsstelle",
    OfficeKind.integration: "Integrationsbeauftragte, Integrationsstelle",
    OfficeKind.justice: "Gericht, Amtsgericht, Staatsanwaltschaft, Justiz",
}

_SCHULFORM_STEMS = (
    ("waldorf", Schulform.waldorfschule),
    ("forderschul", Schulform.foerderschule),
    ("berufsbildend", Schulform.berufsbildende_schule),
    ("berufsschul", Schulform.berufsbildende_schule),
    ("gemeinschaftsschul", Schulform.gemeinschaftsschule),
    ("gesamtschul", Schulform.gesamtschule),
    ("sekundarschul", Schulform.sekundarschule),
    ("grundschul", Schulform.grundschule),
    ("gymnasium", Schulform.gymnasium),
)


@dataclass(frozen=True, slots=True)
class Institution:
    """What the words for a type of institution mean: its category, of schools and offices also which sort."""

    category: PartnerCategory
    schulform: Schulform | None = None
    office_kind: OfficeKind | None = None


def event_kind(text: str) -> EventKind | None:
    """The kind named by `text`: code name, German or English label, or a word in use; None = none of them."""
    return _kinds().get(_key(text))


def institution(text: str) -> Institution | None:
    """The type of institution named by `text`; None = the words mean nothing to us.

    A Schulform makes a school, also inside longer wording (“Grundschule mit Hort”); plain “Schule” leaves it open.
    """
    key = _key(text)
    if key in _schulformen():
        return Institution(PartnerCategory.school, _schulformen()[key])
    if key in _categories():
        return Institution(_categories()[key])
    if key in _offices():
        return Institution(PartnerCategory.other_office, office_kind=_offices()[key])
    schulform = next((form for stem, form in _SCHULFORM_STEMS if stem in key), None)
    return Institution(PartnerCategory.school, schulform) if schulform else None


def _key(text: str) -> str:
    return _NOT_A_LETTER.sub("", fold(text))


@cache
def _kinds() -> dict[str, EventKind]:
    return _vocabulary(EventKind, _KINDS)


@cache
def _categories() -> dict[str, PartnerCategory]:
    return _vocabulary(PartnerCategory, _CATEGORIES)


@cache
def _schulformen() -> dict[str, Schulform]:
    known = _vocabulary(Schulform, _SCHULFORMEN)
    known.pop("other")  # belongs to the category of that name
    return known


@cache
def _offices() -> dict[str, OfficeKind]:
    known = _vocabulary(OfficeKind, _OFFICES)
    known.pop("other")  # belongs to the category of that name
    return known


def _vocabulary(terms: type[Term], words: Mapping[Term, str]) -> dict[str, Term]:
    """Every folded word for a term; where two terms share one, the code name counts first, then labels, then words."""
    known = {_key(term.value): term for term in terms}
    for code in AVAILABLE:
        for term in terms:
            known.setdefault(_key(language(code).gettext(name_of(term))), term)
    for term, listed in words.items():
        for word in listed.split(","):
            known.setdefault(_key(word), term)
    return known

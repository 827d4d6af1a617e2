"""Words people write in cells for kinds and states of events, audiences and institutions, and what they mean."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeVar

from domain.i18n import AVAILABLE, language
from domain.labels import name_of
from domain.region.fold import fold
from domain.terms import Audience, EventKind, EventState, OfficeKind, PartnerCategory, Schulform

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

_STATES = {
    EventState.idea: "Idee, Entwurf, Vorschlag, draft",
    EventState.requested: "angefragt, Anfrage, beantragt",
    EventState.tentative: "vorläufig, geplant, in Planung, vorgemerkt, unter Vorbehalt, offen, planned",
    EventState.confirmed: "bestätigt, fest, zugesagt, fix, genehmigt, ok, vereinbart",
    EventState.held: "durchgeführt, stattgefunden, erledigt, hat stattgefunden, abgeschlossen, done",
    EventState.reviewed: "ausgewertet, nachbereitet",
    EventState.declined: "abgelehnt, Ablehnung",
    EventState.cancelled: "abgesagt, ausgefallen, entfällt, fällt aus, storniert, Absage, canceled",
    EventState.postponed: "verschoben, verlegt",
}

_AUDIENCES = {
    Audience.public: "öffentlich, ja, j, x, wahr, true, yes, 1, alle, Presse",
    Audience.partners: "Partner, Netzwerk",
    Audience.internal: "intern, nein, n, falsch, false, no, 0, nicht öffentlich, nichtöffentlich, geschlossen, privat",
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


def event_state(text: str) -> EventState | None:
    """The state named by `text`: code name, label, or a word in use for it; None = none of them."""
    return _states().get(_key(text))


def audience(text: str) -> Audience | None:
    """Who may see an event, by code name, label, or the answer to “public?”; None = it says neither."""
    return _audiences().get(_key(text) or "-") if text else None


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
def _states() -> dict[str, EventState]:
    return _vocabulary(EventState, _STATES)


@cache
def _audiences() -> dict[str, Audience]:
    return _vocabulary(Audience, _AUDIENCES) | {"-": Audience.internal}


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

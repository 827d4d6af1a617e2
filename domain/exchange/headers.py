"""Column names of imported tables, German and English, and the fields they stand for."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.region.fold import fold

_NOT_A_LETTER = re.compile(r"[\W_]+")
_BRACKETED = re.compile(r"\(.*?\)|\[.*?\]")
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Layout:
    """What a kind of table can hold: the headings of every field, the best known one first, and what is needed.

    Each entry of `needed` lists fields of which at least one must be there.
    """

    headings: Mapping[str, tuple[str, ...]]
    needed: tuple[tuple[str, ...], ...]

    def columns(self, header: Sequence[str]) -> Mapping[str, int]:
        """What `found` finds, if nothing that is needed is missing.

        Raises:
            InvalidInputError: a needed column is missing; the one line names all missing and some found.
        """
        return self.checked(self.found(header), header)

    def found(self, header: Sequence[str]) -> dict[str, int]:
        """The column of every field that occurs in `header`; case, umlauts, blanks and units do not matter.

        If several columns fit one field, the heading listed first wins, then the column further left.
        """
        places = _places(header)
        found: dict[str, int] = {}
        for field, headings in self.headings.items():
            column = next((places[key] for key in map(heading_key, headings) if key in places), None)
            if column is not None:
                found[field] = column
        return found

    def missing(self, columns: Mapping[str, int]) -> list[tuple[str, ...]]:
        """What is needed and not among `columns`: of each entry one field would do."""
        return [fields for fields in self.needed if not any(field in columns for field in fields)]

    def checked(self, columns: Mapping[str, int], header: Sequence[str]) -> Mapping[str, int]:
        """The columns as they are, if nothing that is needed is missing.

        Raises:
            InvalidInputError: a needed column is missing; the one line names all missing and some found.
        """
        missing = self.missing(columns)
        if missing:
            raise InvalidInputError(self._missing(missing, header))
        return columns

    def _missing(self, missing: Iterable[tuple[str, ...]], header: Sequence[str]) -> Problem:
        wanted = ", ".join(" / ".join(f"{field} ({self.headings[field][0]})" for field in fields) for fields in missing)
        found = ", ".join(heading[:40] for heading in header[:_SHOWN]) + (" …" if len(header) > _SHOWN else "")
        first = next(iter(missing))[0]
        msgid = N_("Needed columns are missing: {columns}. The table has: {found}.")
        return Problem(first, msgid, (("columns", wanted), ("found", found)))


def heading_key(heading: str) -> str:
    """What is left of a heading when case, umlauts, blanks and marks do not matter."""
    return _NOT_A_LETTER.sub("", fold(heading))


def _places(header: Sequence[str]) -> dict[str, int]:
    """Columns by folded heading; a heading without its bracketed unit counts too, but never before a whole one."""
    places: dict[str, int] = {}
    for shorten in (False, True):
        for column, heading in enumerate(header):
            key = heading_key(_BRACKETED.sub("", heading) if shorten else heading)
            if key:
                places.setdefault(key, column)
    return places


_STREET = ("Straße", "street", "Straße und Hausnummer", "Str.", "Anschrift", "Adresse", "address")
_POSTCODE = ("PLZ", "postcode", "Postleitzahl", "zip", "zip code", "postal code", "postcode_seat")
_TOWN = ("Ort", "town", "Stadt", "city", "Wohnort", "Gemeinde", "Sitz", "seat", "municipality")
_LOCALITY = ("Ortsteil", "locality", "OT", "Ortschaft")
_PHONE = ("Telefon", "phone", "Telefonnummer", "Tel.", "Tel", "Rufnummer", "Fon", "telephone")
_EMAIL = ("E-Mail", "email", "Mail", "E-Mail-Adresse", "Mailadresse")
_NOTES = (
    "Bemerkung",
    "notes",
    "Bemerkungen",
    "Anmerkung",
    "Anmerkungen",
    "Hinweis",
    "Hinweise",
    "Notiz",
    "Notizen",
    "comment",
)

PARTNERS = Layout(
    headings={
        "name": ("Name", "Bezeichnung", "Einrichtung", "Institution", "Partner", "Organisation", "Schule", "Firma"),
        "type": ("Typ", "type", "Kategorie", "category", "Art", "Einrichtungsart", "kind"),
        "schulform": ("Schulform", "school_type", "school type", "Schulart"),
        "office_kind": ("Art des Amtes", "Kind of office", "office_kind", "Amt", "Behördenart"),
        "street": _STREET,
        "postcode": _POSTCODE,
        "town": _TOWN,
        "locality": _LOCALITY,
        "phone": _PHONE,
        "email": _EMAIL,
        "website": ("Website", "Webseite", "Homepage", "Internet", "URL", "www", "Web"),
        "notes": _NOTES,
        "source_id": ("source_id", "Quellen-ID", "ID", "Kennung", "Schlüssel", "Nummer", "Nr."),
    },
    needed=(("name",),),
)

REQUESTS = Layout(
    headings={
        "requester": (
            *("Anfragende Stelle", "requester", "Anfragender", "Anfragesteller", "Anfragestellerin"),
            *("Antragsteller", "Einrichtung", "Institution", "Organisation", "Name"),
        ),
        "kind": ("Art", "kind", "Veranstaltungsart", "Art der Maßnahme", "Maßnahme", "Format", "Typ", "type"),
        "topic": ("Thema", "topic", "Themen", "subject", "Betreff"),
        "place": ("Ort der Veranstaltung", "place", "Veranstaltungsort", "venue", "Treffpunkt", "Raum"),
        "street": _STREET,
        "postcode": _POSTCODE,
        "town": _TOWN,
        "locality": _LOCALITY,
        "duration_minutes": ("Dauer (Minuten)", "duration_minutes", "Dauer in Minuten", "Dauer", "duration"),
        "earliest": ("Frühestens", "earliest", "Frühester Termin", "Zeitraum von", "Von Datum", "Datum von", "Datum"),
        "latest": ("Spätestens", "latest", "Spätester Termin", "Zeitraum bis", "Bis Datum", "Datum bis"),
        "weekdays": ("Wochentage", "weekdays", "Wochentag", "Tage", "weekday"),
        "from": ("Von", "from", "Uhrzeit von", "Von Uhrzeit", "Beginn", "start"),
        "to": ("Bis", "to", "Uhrzeit bis", "Bis Uhrzeit", "Ende", "end"),
        "equipment": ("Ausstattung", "equipment", "Geräte", "Technik"),
        "priority": ("Priorität", "priority", "Dringlichkeit", "Prio"),
        "expected": ("Erwartete Personen", "expected", "Personen", "Teilnehmerzahl", "Teilnehmende", "Teilnehmer"),
        "contact_name": ("Ansprechperson", "contact_name", "Kontaktperson", "Ansprechpartner", "Ansprechpartnerin"),
        "contact_role": ("Funktion der Kontaktperson", "contact_role", "Funktion", "Rolle", "role"),
        "phone": _PHONE,
        "email": _EMAIL,
        "schulform": ("Schulform", "schulform", "school_type", "school type", "Schulart"),
        "school_grade": ("Klassenstufe", "school_grade", "Klasse", "Jahrgang", "grade"),
        "listeners": ("Zielgruppe", "listeners", "Zuhörende", "Publikum", "Wer zuhört"),
        "prior_knowledge": ("Vorwissen", "prior_knowledge", "Vorkenntnisse"),
        "teacher_present": ("Lehrkraft anwesend", "teacher_present", "Lehrkraft", "teacher"),
        "room_technique": ("Raumtechnik", "room_technique", "Technik im Raum", "Technik vor Ort"),
        "occasion": ("Anlass", "occasion", "Hintergrund"),
        "press_expected": ("Presse erwartet", "press_expected", "Presse", "press"),
        "closed": ("Geschlossene Veranstaltung", "closed", "geschlossen", "nicht öffentlich"),
        "needs": ("Bedarf", "needs", "Besondere Bedarfe"),
        "security_remarks": ("Sicherheitshinweise", "security_remarks", "Sicherheit"),
        "received_on": ("Eingang", "received_on", "Eingegangen am", "Eingangsdatum", "received"),
        "answer_by": ("Antwort bis", "answer_by", "Rückmeldung bis", "Antwortfrist"),
        "wish_1": ("Wunschtermin 1", "wish_1", "Wunschtermin", "1. Wunschtermin", "Termin 1"),
        "wish_2": ("Wunschtermin 2", "wish_2", "2. Wunschtermin", "Ausweichtermin", "Termin 2"),
        "wish_3": ("Wunschtermin 3", "wish_3", "3. Wunschtermin", "Ausweichtermin 2", "Termin 3"),
        "notes": _NOTES,
    },
    needed=(("requester",), ("kind",), ("town", "postcode")),
)

WISHES = ("wish_1", "wish_2", "wish_3")
"""The fields of the wished dates, in order of preference."""

VEHICLES = Layout(
    headings={
        "name": ("Name", "Fahrzeug", "vehicle", "Bezeichnung"),
        "depot_town": ("Standort", "depot_town", "Depot", *_TOWN),
        "depot_postcode": ("PLZ des Standorts", "depot_postcode", "Standort PLZ", *_POSTCODE),
        "available_from": ("Verfügbar ab", "available_from", "Einsatz ab", "Von", "from"),
        "available_to": ("Verfügbar bis", "available_to", "Einsatz bis", "Bis", "to"),
        "max_duty_minutes": ("Höchste Dienstzeit (Minuten)", "max_duty_minutes", "Dienstzeit", "duty"),
        "max_drive_minutes": ("Höchste Fahrzeit (Minuten)", "max_drive_minutes", "Fahrzeit", "drive"),
        "equipment": ("Ausstattung", "equipment", "Geräte", "Technik"),
        "length_m": ("Länge (m)", "length_m", "Länge", "length"),
        "width_m": ("Breite (m)", "width_m", "Breite", "width"),
        "height_m": ("Höhe (m)", "height_m", "Höhe", "height"),
        "weight_kg": ("Gewicht (kg)", "weight_kg", "Gewicht", "weight", "Gesamtmasse", "zulässige Gesamtmasse"),
        "seats": ("Sitze", "seats", "Sitzplätze"),
        "power": ("Strom", "power", "Stromanschluss"),
        "licence_class": ("Führerscheinklasse", "licence_class", "Führerschein", "Fahrerlaubnisklasse", "licence"),
        "notes": _NOTES,
    },
    needed=(("name",),),
)

EVENTS = Layout(
    headings={
        "title": (
            *("Titel", "title", "Veranstaltung", "Thema", "Termin", "Bezeichnung", "Veranstaltungstitel"),
            *("Name der Veranstaltung", "Betreff", "subject", "summary", "event", "Name", "topic"),
        ),
        "day": (
            *("Datum", "date", "Tag", "Veranstaltungsdatum", "Datum der Veranstaltung", "Wann", "Beginnt am"),
            *("Startdatum", "start date", "Datum von", "Von Datum", "Anfangsdatum", "day", "Termin am"),
        ),
        "last_day": (*("Letzter Tag", "last_day", "Enddatum", "end date", "Endet am", "Datum bis", "Bis Datum"),),
        "time": ("Uhrzeit", "time", "Zeit", "Zeitraum", "Uhrzeiten", "Zeiten"),
        "starts_at": (
            *("Beginn", "starts_at", "start", "Anfang", "Beginnt um", "Startzeit", "start time", "Von", "from"),
            *("Uhrzeit von", "Von Uhrzeit", "Beginn Uhrzeit"),
        ),
        "ends_at": (
            *("Ende", "ends_at", "end", "Endet um", "Endzeit", "end time", "Bis", "to", "Uhrzeit bis", "Bis Uhrzeit"),
        ),
        "all_day": ("Ganztägig", "all_day", "all day", "Ganztägiges Ereignis", "all day event"),
        "duration": ("Dauer (Minuten)", "duration", "Dauer in Minuten", "Dauer", "duration_minutes"),
        "kind": ("Art", "kind", "Veranstaltungsart", "Art der Veranstaltung", "Format", "Typ", "type", "Kategorie"),
        "state": ("Stand", "state", "Status", "Zustand", "Terminstatus"),
        "state_reason": ("Grund", "state_reason", "reason", "Grund der Absage", "Absagegrund"),
        "postponed_to": ("Verschoben auf", "postponed_to", "Neuer Termin", "Ersatztermin"),
        "place": (
            *("Veranstaltungsort", "place", "venue", "Ort der Veranstaltung", "Location", "Treffpunkt", "Wo"),
            *("Veranstaltungsstätte", "Lokalität", "Gebäude"),
        ),
        "room": ("Raum", "room", "Saal"),
        "street": _STREET,
        "postcode": _POSTCODE,
        "town": (*_TOWN, "City or town"),
        "locality": _LOCALITY,
        "kreis": ("Kreis", "kreis", "Landkreis", "district", "Kreis/kreisfreie Stadt"),
        "online_url": ("Internetadresse", "online_url", "online address", "Link", "URL", "Zugangslink", "Einwahl"),
        "host": (
            *("Veranstalter", "host", "Veranstalterin", "Gastgeber", "Ausrichter", "Organisator", "organizer"),
            *("Einladende Stelle", "Träger", "Einrichtung"),
        ),
        "contact": ("Ansprechpartner", "contact", "Ansprechperson", "Ansprechpartnerin", "Kontakt", "Kontaktperson"),
        "phone": _PHONE,
        "email": _EMAIL,
        "expected": (
            *("Erwartet", "expected", "Teilnehmer", "Teilnehmerzahl", "Teilnehmende", "Erwartete Personen"),
            *("Personen", "Teilnehmer (erwartet)", "participants"),
        ),
        "actual": ("Gekommen", "actual", "Came", "Besucher", "Besucherzahl", "Teilnehmer (tatsächlich)", "attended"),
        "kilometres": ("Kilometer", "kilometres", "km"),
        "topics": ("Themen", "topics", "Themenfeld", "Themenbereich"),
        "target_groups": ("Zielgruppen", "target_groups", "Zielgruppe", "target group"),
        "public_text": ("Beschreibung", "public_text", "description", "Text", "Inhalt", "Kurzbeschreibung"),
        "internal_notes": ("Interne Notizen", "internal_notes", "internal notes", *_NOTES),
        "accessibility": ("Barrierefreiheit", "accessibility"),
        "press_expected": ("Presse erwartet", "press_expected", "Presse"),
        "security_remarks": ("Sicherheitshinweise", "security_remarks", "security remarks"),
        "audience": ("Öffentlich", "audience", "public", "Empfängerkreis", "Sichtbarkeit", "Öffentlichkeit"),
        "number": ("Nummer", "number", "Terminnummer", "Nr.", "Landauf-Nummer"),
        "uid": ("Kalenderschlüssel", "uid", "calendar key"),
    },
    needed=(("title",), ("day", "starts_at")),
)

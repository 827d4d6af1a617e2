"""Pictures of the larger dialogs: duplicates, the proposal of a tour, the import."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gui.pictured import app, rest, settle, tours_page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.desk import Desk
    from gui.shell import Shell

_CALENDAR = (
    "BEGIN:VCALENDAR|VERSION:2.0|PRODID:-//Kreis//Kalender//DE"
    "|BEGIN:VEVENT|UID:1@kreis.example|DTSTAMP:20270101T000000Z|DTSTART;TZID=Eigene Zone:20270514T180000"
    "|DTEND;TZID=Eigene Zone:20270514T200000|SUMMARY:Vortrag: Sicher im Netz|LOCATION:Köthen|END:VEVENT"
    "|BEGIN:VEVENT|UID:2@kreis.example|DTSTAMP:20270101T000000Z|DTSTART;VALUE=DATE:20270703"
    "|DTEND;VALUE=DATE:20270705|SUMMARY:Präventionstage auf dem Markt|LOCATION:Stendal|END:VEVENT"
    "|BEGIN:VEVENT|UID:3@kreis.example|DTSTAMP:20270101T000000Z|DTSTART:20270710T080000Z|DTEND:20270710T100000Z"
    "|STATUS:CANCELLED|SUMMARY:Runder Tisch|END:VEVENT"
    "|BEGIN:VEVENT|UID:4@kreis.example|DTSTAMP:20270101T000000Z|DTSTART:gestern|SUMMARY:Ohne Tag|END:VEVENT"
    "|END:VCALENDAR|"
)
_EVENTS = (
    "Datum;Uhrzeit;Titel;Art;Venue;PLZ;Ort;Landkreis;Veranstalter;Ansprechpartner;Teilnehmer;Status;Öffentlich\n"
    "Fr, 14.5.27;18–20 Uhr;Sicher im Netz;Vortrag;Bibliothek;06366;Köthen;Anhalt-Bitterfeld;VHS;Frau M.;30;fest;ja\n"
    "12. Juni 2027;22:00–02:00;Gemeinsame Streife am Bahnhof;Streife;;06108;Halle (Saale);;;;;geplant;nein\n"
    "3.–4.7.2027;;Präventionstage auf dem Markt;Infostand;Marktplatz;39576;Stendal;;;;ca. 500;;ja\n"
    "Do, 16.9.2027;ab 10 Uhr;Enkeltrick: so schützen Sie sich;;Mehrgenerationenhaus;39218;Schönebeck;Börde;;;;;\n"
    "31.9.2027;10 Uhr;Elternabend;Vortrag;;39104;Magdeburg;;;;;;\n"
    "20.9.2027;14–16 Uhr;Runder Tisch;Zauberei;;39104;Magdeburg;;;;;;\n"
)
_TABLE = """Stelle;Schulform;Straße;PLZ;Ort;Telefon
Grundschule „Am Anger“;Grundschule;Schulweg 2;6901;Kemberg;034953/000
Sekundarschule Mitte;Sekundarschule;Markt 5;06366;Köthen (Anhalt);03496/000
Heimatverein Nirgendwo;Traditionspflege;;;Nirgendwo;
Verein ohne rechte Postleitzahl;Verein;Weg 1;123;Burg;
"""


def duplicates(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The partners page with a hint, the form while a name is typed, the list of pairs and a comparison."""
    from gui.dialogs.duplicates import open_duplicates
    from gui.dialogs.merge import open_merge
    from gui.pages.partners.form import PartnerDialog
    from gui.pages.partners.page import PartnersPage

    window.show_page("partners")
    page = next(widget for widget in app().allWidgets() if isinstance(widget, PartnersPage))
    listed = open_duplicates(window, desk)
    settle(desk)
    pair = listed.pairs.rows()[-1]
    yield "duplicates-list", listed
    listed.close()
    if pair.first.id is None or pair.second.id is None:
        return
    page.show_record(pair.second.id)
    settle(desk)
    yield "duplicates-page", window
    page.enter()
    form = next(found for found in window.findChildren(PartnerDialog) if found.isVisible())
    form.forms[0].set_draft(replace(form.draft(), name=pair.second.name, town=pair.second.town))
    for _turn in range(8):  # until the form has rested after the typing, asked and laid itself out
        settle(desk)
    yield "duplicates-form", form
    form.close()
    compared = open_merge(window, desk, pair.first.id, pair.second.id)
    if compared is not None:
        settle(desk)
        yield "duplicates-merge", compared
        compared.close()


def planning(desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The dialogs of the tours page: the wish, the wait, each list of a proposal, and what has happened to a tour."""
    from domain.planning.plan import Phase, Progress
    from gui.pages.tours.proposal import opening
    from gui.pages.tours.proposal.dialog import Stage

    page = tours_page()
    dialog = opening.propose(page)
    if dialog is not None:
        settle(desk)
        yield "propose-1-wish", dialog
        dialog.running.begin(20)
        dialog.running.show_progress(Progress(Phase.choosing, 7.3, 19_000, 18_950.0))
        dialog.stage(Stage.running)
        yield "propose-2-running", dialog
        dialog.start()
        settle(desk)
        for group in dialog.found.shown():
            dialog.found.show_group(group)
            yield f"propose-3-{group}", dialog
        dialog.close()
    incident = opening.replan(page)
    if incident is not None:
        settle(desk)
        yield "replan-1-incident", incident
        incident.start()
        settle(desk)
        yield "replan-2-result", incident
        incident.close()


def importing(desk: "Desk", folder: Path) -> Iterator[tuple[str, "QWidget"]]:
    """The steps of reading a file; what is taken over is taken back."""
    from gui.dialogs.import_wizard.dialog import ImportDialog

    source = folder / "Schulen.csv"
    source.write_text(_TABLE, encoding="cp1252", errors="replace")
    dialog = ImportDialog(desk, "partners", source)
    dialog.open()
    settle(desk)
    yield "import-1-file", dialog
    dialog.primary.click()
    dialog.columns.rows["name"].set_place(0)
    yield "import-2-columns", dialog
    for name in ("import-3-preview", "import-4-done"):
        dialog.primary.click()
        settle(desk)
        yield name, dialog
    desk.undo()
    dialog.accept()


def importing_events(desk: "Desk", folder: Path) -> Iterator[tuple[str, "QWidget"]]:
    """The preview of a table of events: how each row was understood, and what cannot be taken."""
    from gui.dialogs.import_wizard.dialog import ImportDialog

    source = folder / "Termine.csv"
    source.write_text(_EVENTS, encoding="utf-8")
    dialog = ImportDialog(desk, "events", source)
    dialog.open()
    settle(desk)
    dialog.primary.click()
    settle(desk)
    yield "import-events-2-columns", dialog
    dialog.primary.click()
    settle(desk)
    yield "import-events-3-preview", dialog
    dialog.reject()


def calendar_file(desk: "Desk", folder: Path) -> Iterator[tuple[str, "QWidget"]]:
    """A calendar file: what becomes of each entry, and the result, which is taken back."""
    from gui.dialogs.calendar_import.dialog import CalendarImportDialog

    source = folder / "Kalender.ics"
    source.write_text("\r\n".join(_CALENDAR.split("|")), encoding="utf-8")
    dialog = CalendarImportDialog(desk, source, [])
    dialog.open()
    settle(desk)
    yield "calendar-import-1-preview", dialog
    dialog.primary.click()
    settle(desk)
    yield "calendar-import-2-done", dialog
    dialog.finish.undo.click()
    settle(desk)
    dialog.reject()


def publications(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The publication that runs out with its promises, the reorder list, the form and the booking."""
    from domain.terms import StockState
    from domain.usecases import publications as stock
    from gui.pages.publications.page import PublicationsPage

    page = window.show_page("publications")
    if not isinstance(page, PublicationsPage):
        return
    short = next((row for row in desk.ask(stock.list_rows) if row.state is StockState.runs_out), None)
    if short is not None:
        page.show_record(short.id)
    page.panel.tabs.bar.setCurrentIndex(1)
    settle(desk)
    yield "publications-promised", window
    page.panel.tabs.bar.setCurrentIndex(0)
    page.show_view("order")
    settle(desk)
    yield "publications-order", window
    page.show_view("stock")
    for name, dialog in (("publications-form", page.deeds.edit()), ("publications-booking", page.deeds.book())):
        if dialog is not None:
            settle(desk)
            yield name, dialog
            dialog.close()


def reports(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The answer to parliament as it is asked and as it was frozen, and the dialog of the annual report."""
    from gui.dialogs.annual_report import open_annual
    from gui.dialogs.parliament import ParliamentDialog, open_parliament

    for name, dialog in (("answer", open_parliament(window, desk)), ("annual", open_annual(window, desk))):
        rest(desk)
        yield f"reports-{name}", dialog
        if isinstance(dialog, ParliamentDialog):
            dialog.tabs.bar.setCurrentIndex(3)
            yield "reports-frozen", dialog
        dialog.close()


_RETURNED: tuple[dict[str, str], ...] = (
    {
        "requester": "Ludwigsgymnasium Köthen",
        "kind": "lecture",
        "topic": "Rechtsextremismus erkennen",
        "schulform": "gymnasium",
        "wish_1_first_day": "14.9.2027",
        "wish_1_from": "9.30 Uhr",
        "wish_2_first_day": "im Oktober",
        "expected": "ca. 60",
        "postcode": "06366",
        "town": "Köthen (Anhalt)",
        "room_technique": "Beamer und Ton sind da",
        "security_remarks": "Im Vorjahr gab es Störungen.",
    },
    {"requester": "Heimatverein Burg", "kind": "consultation", "own_topic": "Einbruchschutz", "town": "Burg"},
)


def returned_forms(desk: "Desk", folder: Path) -> Iterator[tuple[str, "QWidget"]]:
    """Request forms that came back, before they are taken over; the last one is a scan."""
    from domain.exchange.form_fields import Found, Outcome
    from domain.exchange.request_forms import reading_of
    from domain.usecases.import_look import look_at_forms
    from gui.dialogs.import_wizard.dialog import ImportDialog

    source = folder / "anfragen.pdf"
    source.write_bytes(b"%PDF-1.7")
    dialog = ImportDialog(desk, "requests", source)
    dialog.open()
    settle(desk)
    found = [*(Found(Outcome.read, values) for values in _RETURNED), Found(Outcome.scanned)]
    names = ("anfrage-koethen.pdf", "anfrage-burg.pdf", "scan0017.pdf")
    readings = [reading_of(each, name, line) for line, (each, name) in enumerate(zip(found, names, strict=True), 1)]
    dialog.run.look = look_at_forms(source.name, readings)
    dialog.run.looked.emit(dialog.run.look)
    settle(desk)
    yield "import-forms", dialog
    dialog.reject()

"""A lecture from a school's request to the answer to parliament, through the window, with the paper in between."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from domain.rows.catalogue import OfferDraft
from domain.rows.events import AssignmentDraft
from domain.rows.tours import Absence, HeldQualification
from domain.terms import BERLIN, AssignmentRole, DeclineCause, EventKind, EventState, RequestState, Schulform
from domain.usecases import catalogue, event_rows, events, requests, vocabulary
from gui.dialogs.parliament import ParliamentDialog
from gui.dialogs.print_preview import PrintDialog
from gui.dialogs.review import ReviewDialog
from gui.dialogs.tally.window import TallyWindow
from gui.models.table import Role
from gui.pages.requests.accepted_dialog import AcceptedDialog
from gui.pages.requests.decline_dialog import DeclineDialog
from tests.builders import at, change_event, dump, make_event, make_group, make_person, make_publication, make_topic
from tests.domain.documents import tagged
from tests.domain.exchange import forms
from tests.gui.typing import field, type_text, visible_dialog
from tests.journeys.steps import LEFT, press, settle, take_over

DAY = date(2027, 5, 13)
NAME, STAND_IN = "Maren Verdeckt", "Referentin/Referent der Verfassungsschutzbehörde"
SCHOOL_LINE = [
    "13.05.2027 | Vortrag",
    "29",
    "Ludwigsgymnasium Köthen | Gymnasium",
    "Köthen (Anhalt) | 1 h 30 min",
    "Symbole erkennen: Ludwigsgymnasium Köthen | Kennzeichen und Symbole",
    "Projektwoche",
]
"""The columns of Drs. 6/3774: what and when, participants, Schulform and host, place and duration, topic, occasion."""

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def house(program):
    """An offer on a topic that asks for a qualification, and three people: one may speak, one is away, one may not."""
    ws = program.desk.workspace
    licence = ws.run("Add", vocabulary.add_qualification, "Vortragsrecht")
    topic = make_topic(ws, "Kennzeichen und Symbole", qualification_id=licence)
    draft = OfferDraft(
        "Symbole erkennen",
        topic_id=topic,
        duration_minutes=90,
        neutrality_note="Kontroverses bleibt kontrovers.",
        target_group_ids=(make_group(ws, "Jugendliche"), make_group(ws, "Lehrkräfte")),
        publication_ids=(make_publication(ws, "Faltblatt Symbole"),),
    )
    held = (HeldQualification(licence),)
    return {
        "offer": ws.run("Add", catalogue.create, draft),
        "maren": make_person(ws, NAME, confidential=True, qualifications=held),
        "ina": make_person(ws, "Ina Fern", qualifications=held, absences=(Absence(DAY, DAY, "Fortbildung"),)),
        "uwe": make_person(ws, "Uwe Groß"),
    }


def save_print(program, qtbot, out):
    """Save what the print preview shows, as a person does; returns the bytes."""
    dialog = visible_dialog(qtbot, program.window, PrintDialog)
    qtbot.waitUntil(dialog.save.isEnabled, timeout=20_000)
    qtbot.mouseClick(dialog.save, LEFT)
    chooser = dialog.findChild(QFileDialog)
    chooser.fileSelected.emit(str(out))
    chooser.close()
    qtbot.waitUntil(out.exists, timeout=20_000)
    settle(program, qtbot)
    dialog.reject()
    return out.read_bytes()


def ask_on_paper(program, qtbot, folder):
    """The form goes out, comes back from a school and a club filled by another program, and is read in."""
    program.window.actions_.trigger("requests.form")
    blank = save_print(program, qtbot, folder / "formular.pdf")
    school, club = folder / "schule.pdf", folder / "verein.pdf"
    wish = {"kind": "lecture", "topic": "Kennzeichen und Symbole", "wish_1_first_day": f"{DAY:%d.%m.%Y}"}
    place = {"postcode": "06366", "town": "Köthen (Anhalt)", "street": "Springstraße 1"}
    told = {"schulform": "gymnasium", "school_grade": "9", "occasion": "Projektwoche", "expected": "28"}
    school.write_bytes(
        forms.filled(
            blank, requester="Ludwigsgymnasium Köthen", wish_1_from="10:00", place="Aula",
            security_remarks="Im Vorjahr gab es Drohungen.", **wish, **place, **told,
        )
    )  # fmt: skip
    club.write_bytes(forms.filled(blank, requester="Heimatverein Köthen", **wish, **place))
    take_over(qtbot, program, "exchange.requests", school, club)
    found = {row.draft.requester: row for row in program.desk.ask(requests.list_rows)}
    return found["Ludwigsgymnasium Köthen"], found["Heimatverein Köthen"]


def sort(program, qtbot, request):
    """Open the triage of a request from the list by keyboard."""
    page = program.window.show_page("requests")
    page.show_record(request.id)
    settle(program, qtbot)
    press(qtbot, program, Qt.Key.Key_I, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: page.is_sorting() and bool(page.sorting.people.lines))
    settle(program, qtbot)
    return page.sorting


def told(found):
    return [(line.suggestion.title, line.suggestion.note, line.accessibleDescription()) for line in found.lines]


def accept(program, qtbot, view):
    """Choose the first of the ranked people by keyboard, accept; the dialog that offers the letter."""
    view.people.lines[0].setFocus()
    qtbot.keyClick(view.people.lines[0], Qt.Key.Key_Space)
    press(qtbot, program, Qt.Key.Key_Return)
    return visible_dialog(qtbot, program.window, AcceptedDialog)


def decline_for_capacity(program, qtbot, view):
    qtbot.mouseClick(view.decline, LEFT)
    dialog = visible_dialog(qtbot, program.window, DeclineDialog)
    dialog.causes[DeclineCause.capacity].click()
    qtbot.mouseClick(dialog.primary, LEFT)
    settle(program, qtbot)


def go_to(program, moment):
    """It is another moment."""
    writer = program.desk.workspace._writer
    program.desk.workspace._writer = type(writer)(writer.author, writer.device, lambda: moment)
    program.desk.clock = lambda: moment


def count(program, qtbot):
    """Twenty-seven pupils and two teachers by number keys, one stroke too many taken back; then to the review."""
    program.window.actions_.trigger("tally.open")
    window = next(found for found in program.window.findChildren(TallyWindow) if found.isVisible())
    for _five in range(5):
        qtbot.keyClick(window, Qt.Key.Key_1, SHIFT)
    for key in (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_Backspace):
        qtbot.keyClick(window, key)
    qtbot.mouseClick(window.foot.finish, LEFT)
    return visible_dialog(qtbot, program.window, ReviewDialog)


def review(program, qtbot, dialog):
    """All copies as planned and a line for next time, by keyboard; Ctrl+Enter closes the review."""
    qtbot.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    lessons = field(dialog, "lessons")
    lessons.setFocus()
    type_text(lessons, "Mehr Zeit für Fragen")
    qtbot.keyClick(lessons, Qt.Key.Key_Return, CONTROL)
    settle(program, qtbot)


def cells(model):
    """What a table shows, a line each; a second line in a cell behind a bar."""
    columns = range(model.columnCount())
    found = [[model.index(row, column).data(Role.cell) for column in columns] for row in range(model.rowCount())]
    return [[" | ".join(filter(None, (cell.words, cell.second))) for cell in line] for line in found]


def freeze(program, qtbot):
    """Ask for the answer of the year so far and freeze it."""
    program.window.actions_.trigger("reports.parliament")
    dialog = visible_dialog(qtbot, program.window, ParliamentDialog)
    qtbot.waitUntil(dialog.primary.isEnabled)
    dialog.form.reference.setText("Drs. 9/1")
    qtbot.mouseClick(dialog.primary, LEFT)
    qtbot.waitUntil(lambda: dialog.frozen.current_id() is not None)
    settle(program, qtbot)
    return dialog


def written(program, qtbot, dialog, out):
    """The bytes of the frozen answer that is chosen, as a table."""
    dialog.frozen.write(dialog.frozen.current_id(), out)
    settle(program, qtbot)
    return out.read_bytes()


def choose_in_triage(program, qtbot, house, school):
    """Offer and wished day stand chosen, the people are ranked with reasons; accepted with the first of them."""
    view = sort(program, qtbot, school)
    assert view.offers.chosen() == (house["offer"],)
    assert view.days.chosen() == (DAY,)
    names, notes, reasons = zip(*told(view.people), strict=True)
    assert names == (NAME, "Ina Fern", "Uwe Groß")
    assert notes == ("Rang 1", "kann nicht", "kann nicht")
    assert reasons[1:] == ("Abwesend bis 13.05.2027", "Nicht qualifiziert: Vortragsrecht")
    return accept(program, qtbot, view)


def event_of(program):
    """The id and the draft of the only lecture on the day."""
    (row,) = (each for each in program.desk.ask(event_rows.list_rows) if each.start_day == DAY)
    return row.id, program.desk.ask(events.detail, row.id).draft


def confirm(program, qtbot, event_id):
    program.window.show_page("events").show_record(event_id)
    settle(program, qtbot)
    program.window.actions_.trigger("events.confirm")
    settle(program, qtbot)
    assert event_of(program)[1].state is EventState.confirmed


def test_a_request_of_a_school_becomes_a_lecture_with_its_letter(program, qtbot, house, tmp_path):
    desk = program.desk
    school, _club = ask_on_paper(program, qtbot, tmp_path)
    assert (school.draft.schulform, school.draft.wishes[0].first_day) == (Schulform.gymnasium, DAY)
    before = dump(desk.workspace)
    accepted = choose_in_triage(program, qtbot, house, school)
    event_id, draft = event_of(program)
    assert (draft.starts_at, draft.ends_at) == (at(DAY, "10:00"), at(DAY, "11:30"))
    assert (draft.state, draft.offer_id) == (EventState.tentative, house["offer"])
    assert draft.assignments == (AssignmentDraft(house["maren"], AssignmentRole.speaker),)
    facts = draft.facts
    assert (facts.schulform, facts.school_grade, facts.occasion) == (Schulform.gymnasium, "9", "Projektwoche")
    assert facts.neutrality_note == "Kontroverses bleibt kontrovers."
    qtbot.mouseClick(accepted.primary, LEFT)
    letter = tagged.text(save_print(program, qtbot, tmp_path / "brief.pdf"))
    assert "Ludwigsgymnasium Köthen" in letter
    assert STAND_IN in letter
    assert not any(secret in letter for secret in ("Maren", "Verdeckt", "Drohungen"))
    press(qtbot, program, Qt.Key.Key_Z)
    assert dump(desk.workspace) == before
    press(qtbot, program, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert event_of(program) == (event_id, draft)


def test_a_lecture_is_counted_reviewed_and_told_to_parliament_for_good(program, qtbot, house, tmp_path):
    desk, ws = program.desk, program.desk.workspace
    elsewhere = {"kind": EventKind.lecture, "state": EventState.held, "host_name": "Bürgerverein Zerbst", "actual": 12}
    make_event(ws, "Symbole im Verein", day=date(2027, 4, 20), **elsewhere)
    school, club = ask_on_paper(program, qtbot, tmp_path)
    before = dump(ws)
    accept(program, qtbot, sort(program, qtbot, school)).reject()
    decline_for_capacity(program, qtbot, sort(program, qtbot, club))
    assert desk.ask(requests.detail, club.id).state is RequestState.declined
    event_id, _draft = event_of(program)
    confirm(program, qtbot, event_id)
    go_to(program, datetime(2027, 5, 13, 11, 0, tzinfo=BERLIN))
    review(program, qtbot, count(program, qtbot))
    draft = event_of(program)[1]
    assert (draft.state, draft.actual, draft.lessons) == (EventState.reviewed, 29, "Mehr Zeit für Fragen")
    assert [copies.handed_out for copies in draft.publications] == [28]
    evaluation = program.window.show_page("evaluation")
    settle(program, qtbot)
    assert evaluation.figures().whole.reached == 29 + 12
    assert evaluation.figures().requests.whole.capacity == 1
    dialog = freeze(program, qtbot)
    assert cells(dialog.schools.model) == [SCHOOL_LINE]
    assert [line[2] for line in cells(dialog.others.model)] == ["Bürgerverein Zerbst"]
    assert ["Anfragen aus Kapazitätsgründen abgelehnt", "1"] in cells(dialog.counts.model)
    first = written(program, qtbot, dialog, tmp_path / "antwort.csv")
    change_event(ws, event_id, actual=99, title="Anders")
    settle(program, qtbot)
    assert written(program, qtbot, dialog, tmp_path / "noch-einmal.csv") == first
    dialog.reject()
    for _step in ("change", "review", "take over the tally", "confirm", "decline", "accept"):
        press(qtbot, program, Qt.Key.Key_Z)
    assert dump(ws) == before

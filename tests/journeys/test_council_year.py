"""A council's year through the window: a term renewed, a session planned, a task done, the exchange not forgotten."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from domain.rows.events import CouncilFacts, ExchangeFacts
from domain.rows.meetings import TaskDraft
from domain.rows.memberships import MembershipDraft
from domain.terms import Audience, EventKind, EventState, MembershipRole, PartnerCategory
from domain.usecases import councils, events, interval_watch, memberships, tasks
from gui.dialogs.print_preview import PrintDialog
from tests.builders import KOETHEN, make_event, make_partner
from tests.domain.documents import tagged
from tests.journeys.steps import LEFT, command, settle


@pytest.fixture
def council(program):
    """A council that met 150 days ago and should every 120, with one member, one task and one exchange."""
    ws = program.desk.workspace
    made = make_partner(ws, "Präventionsrat Köthen", category=PartnerCategory.council, ags=KOETHEN)
    office = make_partner(ws, "Ordnungsamt Köthen")
    term = MembershipDraft(made, office, None, MembershipRole.chair, date(2025, 6, 1), date(2027, 5, 31))
    ws.run("Member", memberships.add, term)
    ws.run("Interval", councils.set_interval, made, 120)
    ws.run("Task", tasks.add, TaskDraft("Licht am Bahnhof", council_id=made, due=date(2027, 4, 16)))
    past = {"day": date(2026, 11, 29), "state": EventState.held, "audience": Audience.public, "ags": KOETHEN}
    make_event(ws, "7. Sitzung", kind=EventKind.council_meeting, host_id=made, facts=CouncilFacts("7"), **past)
    make_event(ws, "Austausch Bahn", kind=EventKind.information_exchange, facts=ExchangeFacts(90), **past)
    return made


def renew_and_tick_off(program, qtbot, panel):
    """The chosen member's next term, and the first task done."""
    qtbot.mouseClick(panel.renew, LEFT)
    settle(program, qtbot)
    panel.tabs.bar.setCurrentIndex(3)
    qtbot.mouseClick(panel.done, LEFT)
    settle(program, qtbot)


def save_profile(program, qtbot, out):
    """The profile of the chosen council through the print preview into a file."""
    program.window.actions_.trigger("councils.print")
    dialog = program.window.findChild(PrintDialog)
    qtbot.waitUntil(dialog.save.isEnabled, timeout=20_000)
    qtbot.mouseClick(dialog.save, LEFT)
    chooser = dialog.findChild(QFileDialog)
    chooser.fileSelected.emit(str(out))
    chooser.close()
    qtbot.waitUntil(out.exists, timeout=20_000)
    settle(program, qtbot)
    dialog.reject()


def test_a_council_is_looked_after_for_a_year(program, qtbot, council):
    window, ws = program.window, program.desk.workspace
    page = window.show_page("councils")
    settle(program, qtbot)
    renew_and_tick_off(program, qtbot, page.councils.panel)
    ends = [row.draft.last_day for row in ws.ask(memberships.members, council)]
    assert ends == [date(2029, 5, 31), date(2027, 5, 31)]
    assert ws.ask(councils.detail, council).row.open_tasks == 0

    window.actions_.trigger("councils.session")
    settle(program, qtbot)
    assert window.stack.current_id() == "events"
    session = ws.ask(events.detail, window.stack.current_page().record.record)
    assert session.draft.title == "8. Sitzung: Präventionsrat Köthen"
    assert session.row.start_day == date(2027, 5, 12)

    page = window.show_page("councils")
    page.views.chosen().setFocus()
    qtbot.keyClick(page.views.chosen(), Qt.Key.Key_Right)
    settle(program, qtbot)
    assert [row.name for row in ws.ask(interval_watch.overdue_intervals)] == ["Austausch Bahn"]
    window.actions_.trigger("councils.next")
    settle(program, qtbot)
    assert ws.ask(interval_watch.overdue_intervals) == []


def test_the_profile_is_the_same_from_window_and_command_line(program, qtbot, council, path, tmp_path):
    program.window.show_page("councils")
    settle(program, qtbot)
    by_window, by_command = tmp_path / "gremium.pdf", tmp_path / "noch-einmal.pdf"
    save_profile(program, qtbot, by_window)
    command("print", "council_profile", by_command, "--partner", council, "--file", path)
    assert tagged.faults(by_window.read_bytes()) == []
    assert "Vorsitz Ordnungsamt Köthen" in tagged.text(by_window.read_bytes())
    assert tagged.text(by_command.read_bytes()) == tagged.text(by_window.read_bytes())

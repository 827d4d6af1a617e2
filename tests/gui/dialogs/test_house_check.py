"""„Was verlässt das Haus?“ in the window."""

import pytest

from domain.rows.events import AssignmentDraft
from domain.rows.tours import StaffDraft
from domain.terms import AssignmentRole, Audience, EventKind, EventState
from domain.usecases import people
from gui.dialogs.house_check import HouseCheck
from gui.models.table import Role
from tests.builders import DAY, KOETHEN, make_event
from tests.gui.audit import assert_accessible


@pytest.fixture
def lecture(ws):
    speaker = ws.run("Add", people.create, StaffDraft("Kennung V-17", confidential=True))
    return make_event(
        ws, "Reichsbürger erkennen", day=DAY, kind=EventKind.lecture, state=EventState.confirmed, ags=KOETHEN,
        security_remarks="Störer angekündigt", room="Raum 204",
        assignments=(AssignmentDraft(speaker, AssignmentRole.speaker),),
    )  # fmt: skip


@pytest.fixture
def dialog(qtbot, desk, lecture):
    made = HouseCheck(desk, lecture)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() > 0 and made.output.count() > 0 and made.text.text() != "")
    return made


def shown(dialog):
    found = {}
    for row in range(dialog.model.rowCount()):
        cells = [dialog.model.index(row, column).data(Role.cell) for column in range(4)]
        found[cells[1].words] = (cells[1].is_struck, cells[2].words, cells[3].words)
    return found


def pick(qtbot, dialog, audience):
    dialog.audience.set_value(audience.value)
    dialog.audience.picked.emit(audience.value)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)


def test_what_stays_is_struck_through_with_its_reason(dialog):
    found = shown(dialog)
    assert found["Störer angekündigt"] == (True, "zurückgehalten", "immer zurückgehalten")
    assert found["Raum 204"] == (True, "zurückgehalten", "Zugänge nur intern")
    assert found["Kennung V-17"] == (False, "Referentin/Referent der Verfassungsschutzbehörde", "Name nie nach außen")
    assert found["Reichsbürger erkennen"] == (False, "Reichsbürger erkennen", "")
    assert dialog.clean.isVisible()
    assert "zurückgehalten" in dialog.foot.text()
    assert_accessible(dialog)


def test_the_file_beside_it_is_the_one_that_goes_out(qtbot, dialog):
    assert "SUMMARY:Reichsbürger erkennen" in dialog.text.text()
    assert "V-17" not in dialog.text.text()
    dialog.output.setCurrentIndex(1)
    dialog.output.activated.emit(1)
    qtbot.waitUntil(lambda: "Titel: Reichsbürger erkennen" in dialog.text.text())
    assert "V-17" not in dialog.text.text()
    pick(qtbot, dialog, Audience.internal)
    qtbot.waitUntil(lambda: "V-17" in dialog.text.text())
    qtbot.waitUntil(lambda: not dialog.clean.isVisible())


def test_an_event_that_stays_says_why(qtbot, desk, ws):
    made = HouseCheck(desk, make_event(ws, "Idee", day=DAY, state=EventState.idea))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.hidden.isVisible)
    assert not made.primary.isEnabled()
    qtbot.waitUntil(lambda: made.text.text() == "Es geht nichts hinaus.")

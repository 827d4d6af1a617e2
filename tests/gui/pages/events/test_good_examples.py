"""Good examples and templates, from the events page."""

import pytest
from PySide6.QtCore import Qt

from domain.rows.filters import EventFilter
from domain.rows.practice import PracticeProfile
from domain.usecases import events, practice
from gui.dialogs.practice_profile import ProfileDialog
from gui.dialogs.templates import TemplateDialog
from gui.pages.events.review_form import ReviewForm
from tests.builders import make_event
from tests.gui.typing import field, type_into, visible_dialog

LEFT = Qt.MouseButton.LeftButton


def test_the_profile_is_written_from_the_review_as_soon_as_the_event_is_marked(record, ws, qtbot, desk):
    event = make_event(ws)
    opened = record(event)
    opened.tabs.bar.setCurrentIndex(opened.tabs.bar.count() - 1)
    review = opened.findChild(ReviewForm)
    assert not review.profile.isVisible()
    qtbot.mouseClick(review.fields["best_practice"].binding.widget, LEFT)
    qtbot.mouseClick(review.profile, LEFT)
    dialog = visible_dialog(qtbot, opened, ProfileDialog)
    type_into(field(dialog, "aim"), "Vertrauen")
    qtbot.mouseClick(dialog.primary, LEFT)
    assert desk.ask(events.detail, event).draft.best_practice
    assert desk.ask(practice.profile, event).aim == "Vertrauen"


def test_a_profile_that_is_too_long_stays_in_the_form(record, ws, qtbot, desk):
    event = make_event(ws, best_practice=True)
    opened = record(event)
    opened.tabs.profile_clicked.emit()
    dialog = visible_dialog(qtbot, opened, ProfileDialog)
    dialog.forms[0].set_draft(PracticeProfile(tips="x" * 2_001))
    qtbot.mouseClick(dialog.primary, LEFT)
    assert dialog.isVisible()
    assert desk.ask(practice.profile, event) is None
    dialog.reject()


def test_an_event_is_kept_as_a_template_with_one_deed(opened, ws, desk):
    event = make_event(ws, "Bürgerdialog am Abend")
    page = opened()
    page.show_record(event)
    assert page.may("events.template")
    assert not page.may("events.profile")
    page.deeds.keep_as_template()
    assert [row.title for row in desk.ask(practice.list_templates)] == ["Bürgerdialog am Abend"]


def test_only_good_examples_are_shown_when_asked_for(opened, ws, settle):
    make_event(ws, "Gewöhnlich")
    wanted = make_event(ws, "Zur Nachahmung", best_practice=True)
    page = opened()
    page.list.bar.show_filter(EventFilter(best_practice=True))
    settle()
    assert page.list.model.ids() == (wanted,)
    assert page.list.bar.wanted() == EventFilter(best_practice=True)


@pytest.fixture
def dialog(qtbot, ws, desk):
    """The choice of a template and two good examples."""
    ws.run("Template", practice.keep_as_template, make_event(ws, "Vorlage Abend"))
    make_event(ws, "Markttag", best_practice=True)
    made = TemplateDialog(desk.ask(practice.list_templates))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_templates_come_before_good_examples_and_are_found_by_their_title(dialog, qtbot):
    assert [row.title for row in dialog.model.rows()] == ["Vorlage Abend", "Markttag"]
    type_into(dialog.search, "markt")
    qtbot.waitUntil(lambda: [row.title for row in dialog.model.rows()] == ["Markttag"])
    type_into(dialog.search, "nichts")
    qtbot.waitUntil(lambda: not dialog.primary.isEnabled())


def test_enter_takes_the_chosen_template(dialog, qtbot):
    dialog.table.setFocus()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert chosen.args[0].title == "Vorlage Abend"


def test_a_template_can_be_opened_to_edit_it(dialog, qtbot):
    with qtbot.waitSignal(dialog.opened) as opened:
        qtbot.mouseClick(dialog.edit, LEFT)
    assert opened.args == [dialog.model.rows()[0].id]

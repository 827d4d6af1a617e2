"""Forms bind fields to frozen drafts, both ways."""

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import Qt

from domain.errors import Problem
from domain.terms import EventKind
from gui.widgets.chips import ChipField
from gui.widgets.choice import CheckBox
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.field import Field, NumberField
from gui.widgets.form import Form, get_attribute, with_attribute
from gui.widgets.text_area import TextArea


@dataclass(frozen=True)
class Facts:
    seats: int | None = None


@dataclass(frozen=True)
class Draft:
    title: str = "Sicher in Zerbst"
    kind: EventKind = EventKind.citizen_dialogue
    day: date | None = date(2027, 5, 13)
    press: bool = False
    text: str = ""
    topics: tuple[int, ...] = (1,)
    facts: Facts = Facts(80)


@pytest.fixture
def form(qtbot):
    made = Form()
    made.add_heading("Was und wann")
    made.add("Titel", Field(), "title")
    kinds = Combo()
    kinds.add_terms(EventKind)
    made.add("Art", kinds, "kind")
    made.add("Datum", DateField("Datum", lambda: date(2027, 4, 28)), "day", note="Schultag")
    made.add("Presse", CheckBox("kommt"), "press")
    made.add("Text", TextArea("Text"), "text")
    topics = ChipField("Themen")
    topics.set_choice({1: "Bahnhof", 2: "Gewerbe"})
    made.add("Themen", topics, "topics")
    made.add("Plätze", NumberField(), "facts.seats")
    made.load(Draft())
    qtbot.addWidget(made)
    made.show()
    return made


def widget(form, attribute):
    return form.fields[attribute].binding.widget


def retype(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_loading_shows_the_draft_and_changes_nothing(form):
    assert widget(form, "title").text() == "Sicher in Zerbst"
    assert widget(form, "facts.seats").text() == "80"
    assert widget(form, "day").text() == "Do 13.05.2027"
    assert form.draft() == Draft()
    assert form.changed_attributes() == []


def test_typing_gives_a_new_draft(form, qtbot):
    with qtbot.waitSignal(form.edited) as edited:
        retype(qtbot, widget(form, "title"), "Sicher in Burg")
    assert edited.args == [Draft(title="Sicher in Burg")]
    assert form.changed_attributes() == ["title"]


def test_a_value_deeper_in_the_draft_is_edited_alike(form, qtbot):
    retype(qtbot, widget(form, "facts.seats"), "60")
    assert form.draft().facts == Facts(60)


def test_every_kind_of_field_writes_its_attribute(form, qtbot):
    combo = widget(form, "kind")
    combo.set_value(EventKind.lecture)
    combo.activated.emit(combo.currentIndex())
    retype(qtbot, widget(form, "day"), "14.5.")
    qtbot.mouseClick(widget(form, "press"), Qt.MouseButton.LeftButton)
    widget(form, "text").setFocus()
    qtbot.keyClicks(widget(form, "text"), "Eintritt frei")
    widget(form, "title").setFocus()
    retype(qtbot, widget(form, "topics").adder, "gew")
    expected = Draft(kind=EventKind.lecture, day=date(2027, 5, 14), press=True, text="Eintritt frei", topics=(1, 2))
    assert form.draft() == expected


def test_each_change_can_be_taken_back(form, qtbot):
    retype(qtbot, widget(form, "title"), "Anders")
    revert = form.fields["title"].revert
    assert revert.isVisible()
    qtbot.mouseClick(revert, Qt.MouseButton.LeftButton)
    assert form.draft() == Draft()
    assert not revert.isVisible()


def test_typing_the_old_value_again_is_no_change(form, qtbot):
    retype(qtbot, widget(form, "title"), "Anders")
    retype(qtbot, widget(form, "title"), "Sicher in Zerbst")
    assert form.changed_attributes() == []


def test_dirty_fields_are_counted(form, qtbot):
    with qtbot.waitSignal(form.dirty_changed) as counted:
        retype(qtbot, widget(form, "title"), "Anders")
    assert counted.args == [1]


def test_problems_stand_under_their_fields_and_take_the_keyboard(form):
    form.show_problems([Problem("facts.seats", "At least {least} seats.", (("least", 1),)), Problem("other", "x")])
    field = form.fields["facts.seats"]
    assert field.problem.isVisible()
    assert "1" in field.problem.words.text()
    assert widget(form, "facts.seats").property("problem")
    assert form.focusWidget() is widget(form, "facts.seats")
    form.show_problems(())
    assert not field.problem.isVisible()
    assert not widget(form, "facts.seats").property("problem")


def test_a_restored_draft_shows_what_differs(form):
    form.set_draft(Draft(title="Vor dem Absturz"))
    assert form.changed_attributes() == ["title"]
    assert widget(form, "title").text() == "Vor dem Absturz"


def test_fields_are_named_by_their_labels(form):
    assert all(field.binding.widget.accessibleName() for field in form.fields.values())


def test_an_unknown_widget_needs_a_binding(form, qtbot):
    from PySide6.QtWidgets import QWidget

    stranger = QWidget()
    qtbot.addWidget(stranger)
    with pytest.raises(TypeError):
        form.add("Fremd", stranger, "title")


def test_attributes_may_be_nested():
    draft = Draft()
    assert get_attribute(draft, "facts.seats") == 80
    assert with_attribute(draft, "facts.seats", 3) == Draft(facts=Facts(3))
    assert draft.facts.seats == 80

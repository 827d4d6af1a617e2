"""The page of lectures, through keyboard and mouse."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.rows.catalogue import OfferDraft
from domain.rows.events import AssignmentDraft, LectureFacts, TrainingFacts
from domain.rows.publications import PublicationDraft
from domain.rows.tours import Absence, HeldQualification
from domain.terms import AssignmentRole, EventKind, EventState
from domain.usecases import catalogue, catalogue_stock, events, people, publications, vocabulary
from gui import theme
from gui.page import ALL_TABLES
from gui.pages.lectures.new_event import NewEventDialog
from gui.pages.lectures.offer_form import OfferDialog
from gui.pages.lectures.page import LecturesPage
from gui.pages.settings.people import PersonDialog
from gui.widgets.button import Button
from tests.builders import KOETHEN, at, make_event, make_group, make_partner, make_person, make_topic
from tests.gui.audit import assert_accessible

TODAY = date(2027, 4, 28)


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that shows the page on one of its views."""

    def show(view="lectures"):
        page = LecturesPage(desk)
        qtbot.addWidget(page)
        page.refresh(ALL_TABLES)
        page.resize(1158, 704)
        with qtbot.waitExposed(page):
            page.show()
        desk.changed.connect(page.refresh)
        page.show_view(view)
        settle()
        return page

    return show


def offer(ws, title="Erkennen", **fields):
    return ws.run("Add", catalogue.create, OfferDraft(title, **fields))


def lecture(ws, title="Vortrag", day=TODAY + timedelta(days=6), **fields):
    return make_event(ws, title, day=day, kind=EventKind.lecture, **fields)


def dialog_of(page, kind):
    return next(found for found in page.window().findChildren(kind) if found.isVisible())


def field(dialog, attribute):
    form = next(found for found in dialog.forms if attribute in found.fields)
    return form.fields[attribute].binding.widget


def type_into(qtbot, widget, text):
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClick(widget, Qt.Key.Key_Delete)
    qtbot.keyClicks(widget, text)
    widget.editingFinished.emit()


def cells(view, at=0):
    return {column.title: column.cell(view.model.row_at(at)) for column in view.model.columns}


def toasts(desk):
    told = []
    desk.told.connect(lambda words, _undoable: told.append(words))
    return told


def test_lectures_stand_under_what_is_ahead_held_and_not_held(opened, ws):
    lecture(ws, "kommt")
    lecture(ws, "war", TODAY - timedelta(days=9), state=EventState.held)
    lecture(ws, "fiel aus", TODAY, state=EventState.cancelled, state_reason="krank")
    page = opened()
    for at_, title in enumerate(("kommt", "war", "fiel aus")):
        page.lectures.phases.setCurrentIndex(at_)
        assert [row.event.title for row in page.lectures.model.rows()] == [title]
        assert page.lectures.panel.head.body.count() == 1
    assert page.context() == "1 Vortrag"


def test_a_confidential_speaker_is_marked_and_what_others_read_stands_beside(opened, ws):
    hidden = make_person(ws, "Silke Platzhalter", confidential=True)
    lecture(ws, assignments=(AssignmentDraft(hidden, AssignmentRole.speaker),))
    page = opened()
    cell = cells(page.lectures)["Vortragende"]
    assert (cell.words, cell.second, cell.icon) == ("Silke Platzhalter", "nur intern", "eye-off")
    lines = dict(page.lectures.panel.facts.lines)
    assert lines["Vertraulich"] == "Nach außen steht: „Referentin/Referent der Verfassungsschutzbehörde“"


def test_enter_opens_the_record_of_a_lecture(qtbot, opened, ws):
    event = lecture(ws)
    page = opened()
    page.lectures.table.setFocus()
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.keyClick(page.lectures.table, Qt.Key.Key_Return)
    assert asked.args == ["events", event]


def test_filters_of_lectures_keep_those_that_fit(qtbot, opened, settle, ws):
    topic = make_topic(ws)
    lecture(ws, "Köthen", ags=KOETHEN, topic_ids=(topic,))
    lecture(ws, "Zerbst")
    page = opened()
    page.lectures.topics.set_ticked([topic])
    page.lectures.topics.picked.emit((topic,))
    settle()
    assert [row.event.title for row in page.lectures.model.rows()] == ["Köthen"]
    page.lectures.topics.set_ticked(())
    with qtbot.waitSignal(page.lectures.search.searched):
        qtbot.keyClicks(page.lectures.search, "zerbst")
    settle()
    assert [row.event.title for row in page.lectures.model.rows()] == ["Zerbst"]


def test_an_empty_catalogue_offers_the_starting_one(qtbot, opened):
    page = opened("offers")
    take_over = next(each for each in page.offers.empty.findChildren(Button) if "Anfangskatalog" in each.text())
    with qtbot.waitSignal(page.action_asked) as asked:
        qtbot.mouseClick(take_over, Qt.MouseButton.LeftButton)
    assert asked.args == ["lectures.stock"]


def test_offers_that_are_over_come_last_marked_and_make_no_event(opened, ws):
    gone = make_topic(ws, "Enkeltrick", valid_until=TODAY - timedelta(days=1))
    offer(ws, "A", topic_id=gone)
    offer(ws, "B", valid_until=TODAY)
    page = opened("offers")
    assert [row.draft.title for row in page.offers.model.rows()] == ["B", "A"]
    assert cells(page.offers, 1)["Gültigkeit"].badge.words == "nicht mehr angeboten"
    assert page.offers.panel.new_event.isEnabled()
    page.offers.table.selectRow(1)
    assert not page.offers.panel.new_event.isEnabled()
    assert not page.may("lectures.event")
    page.offers.running.setChecked(True)
    assert [row.draft.title for row in page.offers.model.rows()] == ["B"]


def test_usage_and_material_stand_in_the_inspector(opened, ws):
    leaflet = ws.run("Add", publications.create, PublicationDraft("Faltblatt", "3. Auflage", "en"))
    key = offer(ws, publication_ids=(leaflet,))
    lecture(ws, day=date(2027, 4, 7), state=EventState.held, actual=40, offer_id=key)
    page = opened("offers")
    lines = dict(page.offers.panel.facts.lines)
    assert (lines["Material"], lines["Zuletzt gehalten"]) == ("Faltblatt, 3. Auflage, en", "07.04.2027")
    assert (cells(page.offers)["Gehalten"].words, cells(page.offers)["Erreicht"].words) == ("1", "40")


def test_a_new_offer_is_entered_and_shown(qtbot, opened, settle, ws):
    make_topic(ws, "Symbole")
    group = make_group(ws)
    page = opened("offers")
    page.deeds.enter_offer()
    dialog = dialog_of(page, OfferDialog)
    type_into(qtbot, field(dialog, "title"), "Was ist verboten?")
    groups = field(dialog, "target_group_ids")
    qtbot.keyClicks(groups.adder, "jug")
    qtbot.keyClick(groups.adder, Qt.Key.Key_Return)
    dialog.primary.click()
    settle()
    row = page.offers.current()
    assert (row.draft.title, row.draft.target_group_ids) == ("Was ist verboten?", (group,))


def test_an_impossible_offer_stays_open_with_the_problem_at_its_field(qtbot, opened, settle, ws):
    offer(ws)
    page = opened("offers")
    page.offers.table.opened.emit(page.offers.table.current_id())
    dialog = dialog_of(page, OfferDialog)
    type_into(qtbot, field(dialog, "title"), "")
    dialog.primary.click()
    settle()
    assert dialog.isVisible()
    form = next(found for found in dialog.forms if "title" in found.fields)
    assert form.fields["title"].problem.words.text()


def test_topics_and_publications_that_are_over_are_shown_but_not_offered_anew(opened, ws):
    gone = make_topic(ws, "Enkeltrick", valid_until=TODAY - timedelta(days=1))
    make_topic(ws, "Auch vorbei", valid_until=TODAY - timedelta(days=1))
    make_topic(ws, "Symbole")
    old = ws.run("Add", publications.create, PublicationDraft("Altes Heft", valid_until=TODAY - timedelta(days=1)))
    offer(ws, topic_id=gone, publication_ids=(old,))
    page = opened("offers")
    page.deeds.edit_offer()
    dialog = dialog_of(page, OfferDialog)
    topics = field(dialog, "topic_id")
    assert [topics.itemText(at_) for at_ in range(topics.count())] == [
        "keine Angabe",
        "Enkeltrick (nicht in Gebrauch)",
        "Symbole",
    ]
    assert [chip.text() for chip in field(dialog, "publication_ids").chips()] == ["Altes Heft"]


def test_an_event_from_an_offer_takes_its_length_and_opens(qtbot, opened, settle, ws):
    topic, group = make_topic(ws), make_group(ws)
    key = offer(
        ws,
        "Symbole",
        topic_id=topic,
        target_group_ids=(group,),
        duration_minutes=90,
        needs="Beamer",
        neutrality_note="sachlich",
    )
    school = make_partner(ws, "Schule am Anger", ags=KOETHEN, postcode="06366", town="Köthen (Anhalt)")
    page = opened("offers")
    page.offers.panel.new_event.click()
    dialog = dialog_of(page, NewEventDialog)
    dialog.when.day.set_date(date(2027, 6, 3))
    dialog.when.day.date_changed.emit(date(2027, 6, 3))
    host = field(dialog, "host_id,host_name")
    host.show_partner(school)
    host.partner_changed.emit()
    with qtbot.waitSignal(page.asked_for) as asked:
        dialog.primary.click()
    settle()
    kept = ws.ask(events.detail, asked.args[1]).draft
    assert (kept.starts_at, kept.ends_at) == (at(date(2027, 6, 3), "10:00"), at(date(2027, 6, 3), "11:30"))
    assert (kept.state, kept.offer_id, kept.topic_ids, kept.target_group_ids) == (
        EventState.tentative,
        key,
        (topic,),
        (group,),
    )
    assert kept.facts == LectureFacts(room_technique="Beamer", neutrality_note="sachlich")
    assert (kept.host_id, kept.place_partner_id, kept.ags) == (school, school, KOETHEN)


def test_another_offer_brings_its_texts_and_keeps_date_and_host(opened, ws):
    offer(ws, "A", duration_minutes=60)
    other = offer(ws, "B", duration_minutes=120, public_text="Text von B")
    page = opened("offers")
    dialog = page.deeds.begin()
    dialog.when.day.set_date(date(2027, 6, 3))
    dialog.when.day.date_changed.emit(date(2027, 6, 3))
    dialog.offer.set_value(other)
    dialog.offer.activated.emit(dialog.offer.currentIndex())
    draft = dialog.event_draft()
    assert (draft.title, draft.public_text, draft.offer_id) == ("B", "Text von B", other)
    assert (draft.starts_at, draft.ends_at) == (at(date(2027, 6, 3), "10:00"), at(date(2027, 6, 3), "12:00"))


def test_without_an_offer_a_new_lecture_says_what_to_do_first(opened, desk):
    page = opened()
    told = toasts(desk)
    assert page.deeds.begin() is None
    assert page.views.value() == "offers"
    assert "Anfangskatalog" in told[0]


def test_offers_are_deleted_and_come_back(opened, desk, settle, ws):
    offer(ws, "A")
    page = opened("offers")
    page.deeds.remove()
    settle()
    assert page.offers.model.rows() == ()
    desk.undo()
    settle()
    assert [row.draft.title for row in page.offers.model.rows()] == ["A"]


def test_a_person_shows_qualifications_load_and_what_others_read(opened, ws):
    held = ws.run("Add", vocabulary.add_qualification, "Opferschutz")
    person = make_person(
        ws,
        "Silke Platzhalter",
        confidential=True,
        capacity_per_month=1,
        qualifications=(HeldQualification(held, TODAY - timedelta(days=1)),),
    )
    lecture(ws, day=TODAY, assignments=(AssignmentDraft(person, AssignmentRole.speaker),))
    page = opened("speakers")
    found = cells(page.speakers)
    assert (found["Qualifikationen"].words, found["Qualifikationen"].badge.words) == ("Opferschutz", "abgelaufen")
    assert (found["Dieser Monat"].words, found["Dieser Monat"].second, found["Anstehend"].words) == (
        "1 von 1",
        "0 frei",
        "1",
    )
    assert found["Name"].icon == "eye-off"
    notices = page.speakers.panel.facts.findChildren(type(page.speakers.notice))
    assert "Referentin/Referent der Verfassungsschutzbehörde" in notices[0].line.text()


def test_people_are_filtered_by_what_runs_out_and_by_topic(opened, ws):
    held = ws.run("Add", vocabulary.add_qualification, "Opferschutz")
    make_topic(ws, "Opferschutz", qualification_id=held)
    make_person(ws, "Anke", qualifications=(HeldQualification(held, TODAY + timedelta(days=5)),))
    make_person(ws, "Beate")
    make_person(ws, "Uwe", qualifications=(HeldQualification(held),))
    page = opened("speakers")
    page.speakers.urgent.setChecked(True)
    assert [row.staff.draft.name for row in page.speakers.model.rows()] == ["Anke"]
    page.speakers.urgent.setChecked(False)
    page.speakers.topics.set_ticked(["Opferschutz"])
    page.speakers.topics.picked.emit(("Opferschutz",))
    assert [row.staff.draft.name for row in page.speakers.model.rows()] == ["Anke", "Uwe"]


def test_a_qualification_from_a_training_is_entered_with_one_click(opened, settle, ws):
    held = ws.run("Add", vocabulary.add_qualification, "Opferschutz")
    person = make_person(ws, "Beate")
    make_event(
        ws,
        "Auffrischung",
        day=date(2027, 4, 12),
        kind=EventKind.training,
        state=EventState.held,
        assignments=(AssignmentDraft(person, AssignmentRole.crew),),
        facts=TrainingFacts("", held, 24),
    )
    page = opened("speakers")
    assert page.speakers.notice.isVisible()
    assert page.speakers.notice.line.text() == "Für Beate, bis 12.04.2029."
    page.speakers.give.click()
    settle()
    assert not page.speakers.notice.isVisible()
    assert cells(page.speakers)["Qualifikationen"].second == "bis 12.04.2029"


def test_a_person_is_edited_with_the_form_of_the_settings(qtbot, opened, settle, ws):
    person = make_person(ws, "Beate")
    page = opened("speakers")
    page.speakers.panel.edit.click()
    dialog = dialog_of(page, PersonDialog)
    type_into(qtbot, field(dialog, "office"), "Koordinierung")
    dialog.primary.click()
    settle()
    (row,) = ws.ask(people.list_rows)
    assert (row.id, row.draft.office) == (person, "Koordinierung")
    assert cells(page.speakers)["Name"].second == "Koordinierung"


def test_the_month_is_paged_and_read_as_a_list(qtbot, opened, ws):
    person = make_person(ws, absences=(Absence(date(2027, 5, 3), date(2027, 5, 7), "Urlaub"),))
    event = lecture(ws, "Symbole", date(2027, 5, 20), assignments=(AssignmentDraft(person, AssignmentRole.speaker),))
    page = opened("speakers")
    month = page.speakers.panel.month
    page.speakers.panel.tabs.bar.setCurrentIndex(2)
    month.forward.click()
    assert month.title.text() == "Mai 2027"
    assert month.list.lines == [
        ("03.05.–07.05.2027", "abwesend: Urlaub"),
        ("Do 20. Mai", "18:00–20:00 Symbole"),
    ]
    strip = month.strip
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    for _step in range(19):
        qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert strip.accessibleDescription() == "Do 20. Mai: 18:00–20:00 Symbole"
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert asked.args == ["events", event]
    qtbot.keyClick(strip, Qt.Key.Key_Up)
    qtbot.keyClick(strip, Qt.Key.Key_Up)
    assert strip.accessibleDescription() == "Do 6. Mai: abwesend: Urlaub"


def test_a_record_asked_for_comes_to_the_front_whatever_the_filters_hide(opened, settle, ws):
    person, key = make_person(ws, "Beate"), offer(ws)
    page = opened()
    page.speakers.search.setText("nobody")
    page.show_record(person)
    settle()
    assert (page.views.value(), page.speakers.table.current_id()) == ("speakers", person)
    page.show_record(key)
    settle()
    assert (page.views.value(), page.offers.table.current_id()) == ("offers", key)


@pytest.mark.parametrize(("view", "choice"), [("lectures", "light"), ("offers", "dark"), ("speakers", "light")])
def test_every_view_can_be_used_without_a_mouse_and_heard(opened, ws, view, choice):
    theme.use(QApplication.instance(), choice)
    ws.run("Take over", catalogue_stock.take_stock)
    person = make_person(ws, capacity_per_month=2)
    lecture(ws, assignments=(AssignmentDraft(person, AssignmentRole.speaker),))
    assert_accessible(opened(view))
    theme.use(QApplication.instance(), "light")

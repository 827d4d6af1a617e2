"""The catalogue on the page of lectures, through keyboard and mouse."""

from datetime import date, timedelta

from PySide6.QtCore import Qt

from domain.rows.events import LectureFacts
from domain.rows.publications import PublicationDraft
from domain.terms import EventState
from domain.usecases import events, publications
from gui.pages.lectures.new_event import NewEventDialog
from gui.pages.lectures.offer_form import OfferDialog
from gui.widgets.button import Button
from tests.builders import KOETHEN, at, make_group, make_partner, make_topic
from tests.gui.pages.lectures.deeds import TODAY, cells, dialog_of, field, lecture, offer, toasts, type_into


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
    assert cells(page.offers, 1)["Angebot"].badge.words == "nicht mehr angeboten"
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

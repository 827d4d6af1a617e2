"""The facts of single kinds of events, through keyboard and mouse."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from domain.rows.catalogue import OfferDraft
from domain.rows.events import (
    ConsultationFacts,
    LectureFacts,
    OfficeCount,
    OnlineFacts,
    PatrolFacts,
    TrafficFacts,
    TrainingFacts,
)
from domain.terms import (
    AccidentCause,
    AdviceField,
    Audience,
    EventKind,
    EventState,
    OnlineChannel,
    PartnerCategory,
    Schulform,
)
from domain.usecases import catalogue, events, vocabulary
from gui import theme
from gui.pages.events.offices_field import OfficesField
from gui.pages.events.patrol_line import PatrolLine, PatrolReview
from gui.widgets.notice import Notice
from tests.builders import DAY, at, make_event, make_partner
from tests.gui.audit import assert_accessible
from tests.gui.pages.events.deeds import FACTS, field, put_time, type_title

ENTER = Qt.Key.Key_Return
KINDS = (
    (EventKind.consultation, ConsultationFacts(AdviceField.cyber_protection, 4, 100)),
    (EventKind.joint_patrol, PatrolFacts(2, 2, 12, "Jugendschutz")),
    (EventKind.training, TrainingFacts("Zuhören")),
    (EventKind.information_event, None),
    (EventKind.online, OnlineFacts(OnlineChannel.mastodon, text="Hallo", has_picture=True)),
)


def draft(desk, event_id):
    return desk.ask(events.detail, event_id).draft


def facts_tab(record, event_id):
    opened = record(event_id)
    opened.tabs.bar.setCurrentIndex(FACTS)
    return opened


def type_number(qtbot, widget, number):
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, str(number))
    qtbot.keyClick(widget, ENTER)


def choose(widget, value):
    widget.set_value(value)
    widget.activated.emit(widget.currentIndex())


def notices(opened):
    return [notice.headline.text() for notice in opened.tabs.findChildren(Notice) if notice.isVisible()]


def remarks(opened):
    return [notice.headline.text() for notice in opened.side.conflicts.remarks]


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_facts_can_be_used_without_eyes_and_mouse(opened, ws, qapp, request, choice):
    theme.use(qapp, choice)
    request.addfinalizer(lambda: theme.use(qapp, "light"))
    page = opened()
    for kind, facts in KINDS:
        page.show_record(make_event(ws, kind=kind, facts=facts))
        page.record.tabs.bar.setCurrentIndex(FACTS)
        assert_accessible(page.record.tabs)


def test_hours_of_a_patrol_follow_the_people_while_typing_and_stand_in_the_review(record, ws, qtbot, desk):
    event_id = make_event(
        ws, kind=EventKind.joint_patrol, day=DAY, start="20:00", end="23:00", audience=Audience.internal, facts=None
    )
    opened = facts_tab(record, event_id)
    line = next(each for each in opened.tabs.findChildren(PatrolLine) if each.isVisible())
    assert line.total.text() == "–"
    type_number(qtbot, field(opened, "facts.police_officers"), 2)
    type_number(qtbot, field(opened, "facts.ordnungsamt_officers"), 2)
    assert line.total.text() == "12 h"
    assert line.parts.text() == "Polizei 6 h, Ordnungsamt 6 h (Personen × 3 h)"
    put_time(qtbot, opened.tabs.details.when.hours.end, "02:00")
    assert line.total.text() == "24 h"
    opened.tabs.bar.setCurrentIndex(opened.tabs.bar.count() - 1)
    review = opened.tabs.findChild(PatrolReview)
    assert review.isVisible()
    assert review.line.total.text() == "24 h"
    assert opened.save()
    assert draft(desk, event_id).ends_at == at(DAY + timedelta(1), "02:00")


def test_other_kinds_have_no_hours_in_their_review(record, ws):
    opened = record(make_event(ws))
    opened.tabs.bar.setCurrentIndex(opened.tabs.bar.count() - 1)
    assert not opened.tabs.findChild(PatrolReview).isVisible()


def test_a_new_patrol_is_internal_and_a_public_one_is_warned_of(opened, desk, qtbot, settle):
    page = opened()
    page.new_event(DAY)
    assert field(page.record, "audience").value() is Audience.public
    choose(field(page.record, "kind"), EventKind.joint_patrol)
    assert field(page.record, "audience").value() is Audience.internal
    type_title(qtbot, page.record, "Streife")
    choose(field(page.record, "audience"), Audience.public)
    panel = page.record.side.conflicts
    qtbot.waitUntil(lambda: "Die Streife ist öffentlich" in [each.headline.text() for each in panel.notices])
    assert page.record.save()
    assert draft(desk, page.record.record).audience is Audience.public


def test_advice_on_cyber_attacks_hides_its_host_and_finds_companies_only(record, ws, qtbot, desk, settle):
    company = make_partner(ws, "Muster Logistik GmbH", category=PartnerCategory.company)
    make_partner(ws, "Muster Schule", category=PartnerCategory.school)
    event_id = make_event(ws, kind=EventKind.consultation, facts=None)
    opened = facts_tab(record, event_id)
    fields = next(form.fields for form in opened.tabs.forms._forms if "facts.talks" in form.fields)
    host = fields["host_id,host_name"].binding.widget
    assert not host.isVisible()
    choose(field(opened, "facts.advice_field"), AdviceField.cyber_protection)
    assert host.isVisible()
    assert notices(opened) == ["Verlässt das Haus nur als Zahl"]
    host.setFocus()
    qtbot.keyClicks(host, "Muster")
    qtbot.waitUntil(lambda: bool(host._offered))
    assert [row.id for row in host._offered.values()] == [company]
    host._on_picked(next(iter(host._offered)))
    assert opened.save()
    saved = draft(desk, event_id)
    assert (saved.host_id, saved.host_confidential) == (company, True)
    shown = field(opened, "host_confidential")
    opened.tabs.bar.setCurrentIndex(0)
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=shown.rect().center() - shown.rect().center() / 1.2)
    opened.tabs.bar.setCurrentIndex(FACTS)
    assert notices(opened) == ["Andere können lesen, wer beraten wird"]


def test_individual_advice_becomes_internal_and_warns_of_names(record, ws, qtbot, desk):
    event_id = make_event(ws, "Gespräch mit Frau Meier", kind=EventKind.consultation, facts=None)
    opened = facts_tab(record, event_id)
    choose(field(opened, "facts.advice_field"), AdviceField.extremism)
    assert notices(opened) == ["Hier werden nur Zahlen festgehalten"]
    opened.side.check_now()
    assert "Das sieht nach einer personenbezogenen Angabe aus: Meier" in remarks(opened)
    assert opened.save()
    assert draft(desk, event_id).audience is Audience.internal


def test_offices_are_added_by_keyboard_and_summed_up(record, ws, qtbot, desk):
    event_id = make_event(ws, kind=EventKind.training, actual=12, facts=None)
    opened = facts_tab(record, event_id)
    offices = opened.tabs.findChild(OfficesField)
    assert offices.sum.text() == "Insgesamt kamen 12."
    for name, count in (("Jugendamt", 5), ("Ordnungsamt", 4)):
        offices.adder.setFocus()
        qtbot.keyClicks(offices.adder, name)
        qtbot.keyClick(offices.adder, ENTER)
        qtbot.keyClicks(offices.numbers[-1], str(count))
        qtbot.keyClick(offices.numbers[-1], ENTER)
    assert offices.sum.text() == "9 Personen nach Dienststellen, insgesamt kamen 12."
    assert opened.save()
    assert draft(desk, event_id).offices == (
        OfficeCount(words="Jugendamt", participants=5),
        OfficeCount(words="Ordnungsamt", participants=4),
    )


def test_a_post_is_counted_as_its_channel_counts_and_copied_with_its_link(record, ws, qtbot, desk):
    link = "https://praevention.example/" + "x" * 60
    event_id = make_event(ws, kind=EventKind.online, facts=OnlineFacts(OnlineChannel.bluesky), online_url=link)
    opened = facts_tab(record, event_id)
    text = field(opened, "facts.text")
    qtbot.keyClicks(text.area, "Kommt alle!")
    assert text.count.text() == f"{11 + 2 + len(link)} von 300 Zeichen"
    choose(field(opened, "facts.channel,facts.channel_words")._parts[0].widget, OnlineChannel.mastodon)
    assert text.count.text() == f"{11 + 2 + 23} von 500 Zeichen"
    part = next(form for form in opened.tabs.forms._forms if "facts.text" in form.fields)
    copy = next(each for each in part.findChildren(type(opened.tabs.save)) if each.text() == "Text kopieren")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == f"Kommt alle!\n\n{link}"


def test_a_text_is_proposed_from_what_the_public_may_know(record, ws, qtbot, desk, settle):
    public = make_event(ws, "Bürgerdialog Zerbst", internal_notes="GEHEIM", town="Zerbst", public_text="Kommen Sie!")
    hidden = make_event(ws, "Streife", kind=EventKind.joint_patrol, audience=Audience.internal)
    event_id = make_event(ws, kind=EventKind.online, facts=OnlineFacts(OnlineChannel.mastodon, about_id=public))
    opened = facts_tab(record, event_id)
    part = next(form for form in opened.tabs.forms._forms if "facts.text" in form.fields)
    propose = next(each for each in part.findChildren(type(opened.tabs.save)) if each.text() == "Text vorschlagen")
    qtbot.mouseClick(propose, Qt.MouseButton.LeftButton)
    proposed = field(opened, "facts.text").area.text()
    assert proposed.startswith("Bürgerdialog Zerbst\nDo 13.05.2027, 18:00\n")
    assert "Kommen Sie!" in proposed
    assert "GEHEIM" not in proposed
    opened.tabs.forms.change(replace(opened.draft(), facts=replace(opened.draft().facts, about_id=hidden)))
    qtbot.mouseClick(propose, Qt.MouseButton.LeftButton)
    assert field(opened, "facts.text").area.text() == proposed


def test_an_event_is_found_for_a_post(record, ws, qtbot, desk):
    wanted = make_event(ws, "Bürgerdialog Zerbst", day=DAY)
    event_id = make_event(ws, "Beitrag", kind=EventKind.online, facts=None)
    opened = facts_tab(record, event_id)
    about = field(opened, "facts.about_id")
    about.setFocus()
    qtbot.keyClicks(about, "Zerbst")
    qtbot.waitUntil(lambda: bool(about._offered))
    assert [(row.id, row.name) for row in about._offered.values()] == [(wanted, "Bürgerdialog Zerbst, 13.05.2027")]
    about._on_picked(next(iter(about._offered)))
    assert opened.save()
    assert draft(desk, event_id).facts.about_id == wanted


def test_alternative_text_is_asked_for_with_a_picture(record, ws, qtbot):
    opened = facts_tab(record, make_event(ws, kind=EventKind.online, facts=OnlineFacts()))
    alt = field(opened, "facts.alt_text")
    assert not alt.isVisible()
    picture = field(opened, "facts.has_picture")
    picture.setFocus()
    qtbot.keyClick(picture, Qt.Key.Key_Space)
    assert alt.isVisible()
    opened.side.check_now()
    assert "Alternativtext fehlt" in remarks(opened)


def test_an_accident_cause_is_offered_with_a_topic_on_roads(record, ws, qtbot, desk):
    road = ws.run("Topic", vocabulary.add_topic, "Verkehrssicherheit")
    event_id = make_event(ws, kind=EventKind.mobile_stop, facts=None)
    opened = record(event_id)
    traffic = field(opened, "traffic")
    assert not traffic.isVisible()
    opened.tabs.forms.change(replace(opened.draft(), topic_ids=(road,)))
    assert traffic.isVisible()
    assert not traffic.spot.isVisible()
    traffic.cause.setFocus()
    choose(traffic.cause, AccidentCause.speed)
    qtbot.keyClicks(traffic.spot, "B 6 bei Ilberstedt, Az. 12 Js 34/26")
    opened.side.check_now()
    assert [each for each in remarks(opened) if "Unfallschwerpunkt" in each]
    assert opened.save()
    assert draft(desk, event_id).traffic == TrafficFacts(AccidentCause.speed, "B 6 bei Ilberstedt, Az. 12 Js 34/26")


def test_what_is_missing_from_tentative_on_is_a_remark_and_never_refused(record, ws):
    opened = record(make_event(ws, state=EventState.confirmed))
    assert remarks(opened) == ["Thema fehlt", "Zielgruppe fehlt", "Art des Ortes fehlt"]
    assert opened.save()


def test_what_parliament_asks_of_a_lecture_can_be_put_right(record, ws, desk):
    old = ws.run("Add", catalogue.create, OfferDraft("Alt", valid_until=date(2027, 1, 1)))
    offer = ws.run("Add", catalogue.create, OfferDraft("Symbole erkennen"))
    event = make_event(ws, kind=EventKind.lecture, offer_id=old, facts=LectureFacts(Schulform.gymnasium))
    opened = facts_tab(record, event)
    assert field(opened, "offer_id").currentText() == "Alt (nicht in Gebrauch)"
    choose(field(opened, "offer_id"), offer)
    choose(field(opened, "facts.schulform"), Schulform.sekundarschule)
    occasion = field(opened, "facts.occasion")
    occasion.setText("Projektwoche")
    occasion.textEdited.emit("Projektwoche")
    assert opened.save()
    stored = draft(desk, event)
    assert stored.offer_id == offer
    assert (stored.facts.schulform, stored.facts.occasion) == (Schulform.sekundarschule, "Projektwoche")
    assert_accessible(opened)

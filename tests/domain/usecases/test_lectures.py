"""Lectures as their page lists them."""

from datetime import date

from domain.rows.catalogue import LectureFilter, OfferDraft, SpeakerName
from domain.rows.events import AssignmentDraft, LectureFacts
from domain.terms import AssignmentRole, EventKind, EventState, PartnerCategory, Schulform
from domain.usecases import catalogue, lectures
from tests.builders import KOETHEN, ZERBST, make_event, make_partner, make_person, make_topic

TODAY = date(2027, 4, 28)


def lecture(ws, title, day, **fields):
    return make_event(ws, title, day=day, kind=EventKind.lecture, **fields)


def titles(ws, **wanted):
    return [row.event.title for row in ws.ask(lectures.rows, LectureFilter(**wanted))]


def test_what_is_ahead_comes_by_date_then_what_is_over_from_the_newest_then_what_has_no_date(ws):
    for title, day in (("alt", 2), ("neu", 20)):
        lecture(ws, title, date(2027, 4, day), state=EventState.held)
    lecture(ws, "ohne", None)
    lecture(ws, "später", date(2027, 6, 1))
    lecture(ws, "heute", TODAY)
    make_event(ws, "kein Vortrag")
    assert titles(ws) == ["heute", "später", "neu", "alt", "ohne"]


def test_a_line_tells_topics_host_school_speakers_figures_and_offer(ws):
    school = make_partner(
        ws, "Sekundarschule Mitte", category=PartnerCategory.school, schulform=Schulform.sekundarschule
    )
    offer = ws.run("Add", catalogue.create, OfferDraft("Erkennen"))
    open_name, hidden = make_person(ws, "Anke"), make_person(ws, "Silke", confidential=True)
    lecture(
        ws,
        "Vortrag",
        date(2027, 5, 4),
        host_id=school,
        topic_ids=(make_topic(ws, "Symbole"), make_topic(ws, "Extremismus")),
        assignments=(
            AssignmentDraft(hidden, AssignmentRole.speaker),
            AssignmentDraft(open_name, AssignmentRole.speaker),
            AssignmentDraft(open_name, AssignmentRole.lead),
        ),
        expected=40,
        offer_id=offer,
        facts=LectureFacts(school_grade="9b", speaker_office="Verfassungsschutz Berlin"),
    )
    (row,) = ws.ask(lectures.rows)
    assert (row.host, row.schulform, row.school_grade) == ("Sekundarschule Mitte", Schulform.sekundarschule, "9b")
    assert row.topics == ("Extremismus", "Symbole")
    assert row.speakers == (SpeakerName("Silke", confidential=True), SpeakerName("Anke"))
    assert (row.expected, row.actual, row.offer, row.speaker_office) == (
        40,
        None,
        "Erkennen",
        "Verfassungsschutz Berlin",
    )


def test_the_school_type_of_the_lecture_comes_before_that_of_the_host(ws):
    school = make_partner(ws, "Schule", category=PartnerCategory.school, schulform=Schulform.sekundarschule)
    lecture(ws, "Vortrag", TODAY, host_id=school, facts=LectureFacts(schulform=Schulform.gymnasium))
    assert ws.ask(lectures.rows)[0].schulform is Schulform.gymnasium
    assert titles(ws, schulforms=(Schulform.gymnasium,)) == ["Vortrag"]
    assert titles(ws, schulforms=(Schulform.sekundarschule,)) == []


def test_filters_keep_topic_kreis_state_days_and_words(ws):
    topic = make_topic(ws)
    lecture(ws, "Köthen", date(2027, 5, 4), ags=KOETHEN, topic_ids=(topic,))
    lecture(ws, "Zerbst", date(2027, 5, 20), ags=ZERBST, state=EventState.tentative)
    assert titles(ws, topics=(topic,)) == ["Köthen"]
    assert titles(ws, kreise=("15082",)) == ["Köthen", "Zerbst"]
    assert titles(ws, states=(EventState.tentative,)) == ["Zerbst"]
    assert titles(ws, first=date(2027, 5, 5), last=date(2027, 5, 31)) == ["Zerbst"]
    assert titles(ws, text="koethen") == ["Köthen"]

"""Councils with their sessions, resolutions, tasks and interval."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import select

from domain.errors import InvalidInputError, NotFoundError
from domain.i18n import language
from domain.model import AgendaItem, Concern, Resolution
from domain.rows.events import CouncilFacts
from domain.rows.meetings import TaskDraft
from domain.rows.memberships import MembershipDraft
from domain.rows.tours import StaffDraft
from domain.terms import Audience, EventKind, EventState, MembershipRole, PartnerCategory, PlaceKind
from domain.usecases import agenda, council_sessions, councils, events, memberships, people, tasks
from tests.builders import KOETHEN, make_event, make_partner
from tests.domain.usecases.meetings import add_concern

TODAY = date(2027, 4, 28)
GERMAN = language("de")


@pytest.fixture
def council(ws):
    return make_partner(ws, "Präventionsrat Köthen", category=PartnerCategory.council, ags=KOETHEN, town="Köthen")


def session_of(ws, council, day, state=EventState.held, **fields):
    return make_event(
        ws,
        fields.pop("title", "Sitzung"),
        kind=EventKind.council_meeting,
        day=day,
        start="16:00",
        end="17:30",
        state=state,
        **({"host_id": council} | fields),
    )


def put(ws, *records):
    def add(session):
        session.add_all(records)
        session.flush()

    ws.run("Minutes", add)


def row_of(ws, council):
    return ws.ask(councils.detail, council).row


def test_a_council_shows_chair_members_and_when_it_met(ws, council):
    office, police = make_partner(ws, "Ordnungsamt"), make_partner(ws, "Polizeirevier")
    ws.run("Add", memberships.add, MembershipDraft(council, office, role=MembershipRole.chair))
    ws.run("Add", memberships.add, MembershipDraft(council, police, last_day=date(2027, 5, 31)))
    session_of(ws, council, date(2026, 12, 6))
    session_of(ws, council, date(2027, 6, 10), EventState.tentative)
    session_of(ws, council, date(2027, 5, 3), EventState.cancelled, state_reason="Krankheit")
    (row,) = ws.ask(councils.list_rows)
    assert (row.name, row.chair, row.members, row.ending) == ("Präventionsrat Köthen", "Ordnungsamt", 2, 1)
    assert (row.last, row.next) == (date(2026, 12, 6), date(2027, 6, 10))
    assert row.kreis_ags == "15082"


def test_sessions_are_found_by_host_place_and_partners(ws, council):
    wanted = {
        session_of(ws, council, date(2027, 1, 11)),
        session_of(ws, council, date(2027, 2, 8), host_id=None, partner_ids=(council,)),
        session_of(ws, council, date(2027, 3, 8), host_id=None, place_kind=PlaceKind.partner, place_partner_id=council),
    }
    make_event(ws, "Vortrag im Rat", kind=EventKind.lecture, host_id=council)
    session_of(ws, council, date(2027, 3, 9), EventState.idea, is_template=True)
    found = ws.ask(councils.detail, council).sessions
    assert {row.id for row in found} == wanted
    assert [row.start_day for row in found] == [date(2027, 3, 8), date(2027, 2, 8), date(2027, 1, 11)]


def test_a_confirmed_session_of_the_past_counts_as_held_a_tentative_one_does_not(ws, council):
    session_of(ws, council, date(2027, 2, 1), EventState.confirmed)
    session_of(ws, council, date(2027, 3, 1), EventState.tentative)
    assert row_of(ws, council).last == date(2027, 2, 1)


def test_clubs_are_listed_only_with_members(ws, council):
    club = make_partner(ws, "Heimatverein", category=PartnerCategory.club)
    make_partner(ws, "Leerer Verein", category=PartnerCategory.club)
    ws.run("Add", memberships.add, MembershipDraft(club, council))
    assert [row.name for row in ws.ask(councils.list_rows, councils.BODIES)] == [
        "Heimatverein",
        "Präventionsrat Köthen",
    ]
    assert [row.name for row in ws.ask(councils.list_rows)] == ["Präventionsrat Köthen"]


def test_the_interval_is_set_changed_and_dropped(ws, council):
    for days in (120, 90, None):
        ws.run("Interval", councils.set_interval, council, days)
        assert row_of(ws, council).interval_days == days
    with pytest.raises(InvalidInputError):
        ws.run("Interval", councils.set_interval, council, 0)


def test_resolutions_come_with_their_session_the_newest_first(ws, council):
    first, second = session_of(ws, council, date(2027, 1, 11), title="Eins"), session_of(ws, council, date(2027, 2, 8))
    put(
        ws,
        Resolution(event_id=first, position=1, wording="Mehr Licht", votes="einstimmig"),
        Resolution(event_id=second, position=1, wording="Weniger Lärm"),
    )
    found = ws.ask(councils.detail, council).resolutions
    assert [(row.wording, row.day) for row in found] == [
        ("Weniger Lärm", date(2027, 2, 8)),
        ("Mehr Licht", date(2027, 1, 11)),
    ]


def test_tasks_of_council_and_sessions_stand_together_open_ones_by_due_day(ws, council):
    event = session_of(ws, council, date(2027, 1, 11), title="Sitzung vom Januar")
    done = ws.run("Add", tasks.add, TaskDraft("Fertig", council_id=council, due=date(2027, 1, 1)))
    ws.run("Add", tasks.add, TaskDraft("Ohne Datum", council_id=council))
    ws.run("Add", tasks.add, TaskDraft("Überfällig", event_id=event, due=date(2027, 4, 27)))
    assert ws.run("Tick", tasks.toggle, done) is True
    listed = ws.ask(councils.detail, council).tasks
    assert [(row.draft.title, row.about) for row in listed] == [
        ("Überfällig", "Sitzung vom Januar"),
        ("Ohne Datum", "Präventionsrat Köthen"),
        ("Fertig", "Präventionsrat Köthen"),
    ]
    assert listed[-1].draft.done_on == TODAY
    assert (row_of(ws, council).open_tasks, row_of(ws, council).overdue_tasks) == (2, 1)
    assert ws.run("Tick", tasks.toggle, done) is False


def test_a_task_for_somebody_of_the_house_bears_the_name_everywhere(ws, council):
    person = ws.run("Person", people.create, StaffDraft("Vera Beispiel"))
    event = session_of(ws, council, date(2027, 1, 11))
    ws.run("Add", tasks.add, TaskDraft("Anrufen", council_id=council, event_id=event, staff_id=person))
    listed = ws.ask(councils.detail, council).tasks
    assert [row.who for row in listed] == ["Vera Beispiel"]
    assert listed == ws.ask(tasks.of_event, event) == ws.ask(tasks.open_tasks)


def test_a_task_is_changed_and_deleted(ws, council):
    made = ws.run("Add", tasks.add, TaskDraft("Saal", council_id=council))
    (row,) = ws.ask(councils.detail, council).tasks
    ws.run("Change", tasks.change, made, replace(row.draft, responsible="Hauptamt"), row.version)
    assert ws.ask(councils.detail, council).tasks[0].draft.responsible == "Hauptamt"
    with pytest.raises(InvalidInputError):
        ws.run("Change", tasks.change, made, replace(row.draft, title=" "))
    ws.run("Delete", tasks.delete, [made])
    assert ws.ask(councils.detail, council).tasks == ()


def plan(ws, council):
    made = ws.run("New session", council_sessions.plan_session, council, GERMAN)
    return ws.ask(events.detail, made)


def agenda_of(ws, event_id):
    query = select(AgendaItem).where(AgendaItem.event_id == event_id).order_by(AgendaItem.position)
    return ws.ask(lambda session: [(item.title, item.concern_id) for item in session.exec(query)])


def test_a_new_session_has_the_members_of_today_the_next_number_and_a_working_day(ws, council):
    office, former = make_partner(ws, "Ordnungsamt"), make_partner(ws, "Ehemalige")
    ws.run("Add", memberships.add, MembershipDraft(council, office, role=MembershipRole.chair))
    ws.run("Add", memberships.add, MembershipDraft(council, former, last_day=date(2027, 4, 27)))
    ws.run("Interval", councils.set_interval, council, 120)
    session_of(
        ws,
        council,
        date(2027, 1, 12),
        audience=Audience.public,
        place_name="Rathaus",
        room="Saal 2",
        facts=CouncilFacts("11. Sitzung"),
    )
    made = plan(ws, council)
    assert made.draft.title == "12. Sitzung: Präventionsrat Köthen"
    assert made.draft.partner_ids == (office,)
    assert made.draft.host_id == council
    assert (made.draft.state, made.draft.audience) == (EventState.tentative, Audience.partners)
    assert (made.draft.place_name, made.draft.room) == ("Rathaus", "Saal 2")
    assert made.row.start_day == date(2027, 5, 25)  # a Tuesday again; the two before are too near and in holidays
    assert (made.draft.starts_at.hour, made.draft.ends_at.minute) == (16, 30)
    assert made.draft.facts.session == "12"


def test_what_is_open_stands_on_the_agenda(ws, council):
    last = session_of(ws, council, date(2027, 1, 12))
    concern = Concern(number="A-2027-0001", kreis_ags="15082", wording="intern", public_text="Licht am\nBahnhof")
    put(
        ws,
        AgendaItem(event_id=last, position=1, title="Lagebild", result="Kenntnis genommen"),
        AgendaItem(event_id=last, position=2, title="Förderanträge"),
        concern,
        Concern(number="A-2027-0002", kreis_ags="15082", wording="Frau M. hat Angst", category="traffic"),
        Concern(number="A-2027-0003", kreis_ags="15086", wording="anderswo"),
    )
    ws.run("Add", tasks.add, TaskDraft("Sachstand", council_id=council, responsible="Ordnungsamt"))
    made = plan(ws, council)
    titles = [title for title, _concern in agenda_of(ws, made.row.id)]
    assert titles == [
        "Begrüßung und Tagesordnung",
        "Protokoll der letzten Sitzung",
        "Vertagt: Förderanträge",
        "Offene Aufgabe: Sachstand",
        "Anliegen A-2027-0001: Licht am Bahnhof",
        "Anliegen A-2027-0002: Verkehr und Parken",
        "Verschiedenes und nächster Termin",
    ]
    assert agenda_of(ws, made.row.id)[4][1] is not None
    assert made.draft.facts.agenda.splitlines() == titles


def test_what_opens_and_closes_every_session_is_not_put_off_nor_named_twice(ws, council):
    concern = Concern(number="A-2027-0001", kreis_ags="15082", wording="intern", state="forwarded")
    put(ws, concern)
    ws.run("Add", tasks.add, TaskDraft("Sachstand", council_id=council))
    put(ws, AgendaItem(event_id=session_of(ws, council, date(2026, 12, 1)), position=1, title="Alt"))
    last = session_of(ws, council, date(2027, 1, 12))
    titles = (
        "Begrüßung und Tagesordnung",
        "Protokoll der letzten Sitzung",
        "Vertagt: Förderanträge",
        "Offene Aufgabe: Sachstand",
        "Verschiedenes und nächster Termin",
    )
    items = [AgendaItem(event_id=last, position=place, title=title) for place, title in enumerate(titles, 2)]
    put(ws, AgendaItem(event_id=last, position=1, title="Lagebild", result="Kenntnis genommen"), *items)
    put(ws, AgendaItem(event_id=last, position=9, title="Anliegen A-2027-0001: Licht", concern_id=concern.id))
    found = [title for title, _concern in agenda_of(ws, plan(ws, council).row.id)]
    assert found == [*titles[:4], "Anliegen A-2027-0001: Sonstiges Anliegen", titles[4]]


def test_a_session_leaves_the_concerns_that_a_coming_dialogue_treats(ws, council):
    coming = make_event(ws, day=date(2027, 5, 6), ags=KOETHEN)
    taken, left = add_concern(ws), add_concern(ws, "A-2027-0002")
    ws.run("First", agenda.take_concerns, coming, {taken: "x"})
    made = plan(ws, council)
    assert [concern for _title, concern in agenda_of(ws, made.row.id) if concern] == [left]
    assert ws.ask(agenda.agenda, coming).waiting == ()


def test_a_session_that_was_called_off_is_no_model_for_the_next(ws, council):
    session_of(ws, council, date(2027, 1, 12), audience=Audience.public, place_name="Rathaus")
    called_off = {"audience": Audience.internal, "place_name": "Sporthalle", "state_reason": "Krankheit"}
    session_of(ws, council, date(2027, 2, 9), EventState.cancelled, **called_off)
    made = plan(ws, council)
    assert (made.draft.audience, made.draft.place_name) == (Audience.partners, "Rathaus")


def test_the_first_session_of_a_council_needs_nothing(ws, council):
    made = plan(ws, council)
    assert made.draft.facts.session == "1"
    assert made.row.start_day >= date(2027, 5, 12)
    ws.undo()
    assert ws.ask(councils.detail, council).sessions == ()


def test_endless_texts_fit_the_agenda(ws, council):
    ws.run("Add", tasks.add, TaskDraft("x" * 300, council_id=council, responsible="y" * 300))
    titles = [title for title, _concern in agenda_of(ws, plan(ws, council).row.id)]
    assert max(map(len, titles)) == 300


def test_a_council_that_is_gone_cannot_meet(ws, council):
    from domain.usecases import partners

    ws.run("Delete", partners.delete, [council])
    with pytest.raises(NotFoundError):
        plan(ws, council)

"""What has left the house is not undone: numbers, UIDs and SEQUENCE."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.rows.filters import EventFilter
from domain.terms import Audience, EventState, PlaceKind
from domain.usecases import event_rows, events, numbering, sending, sites
from domain.workspace import Workspace
from tests.builders import DAY, at, change_event, event_draft, make_event, make_site


def row(ws, event_id):
    return ws.ask(event_rows.fetch_rows, [event_id])[0]


def send(ws, event_id):
    """Let the event leave the house; returns the SEQUENCE it goes out with."""
    return ws.run("Send", numbering.raise_sequences, [event_id])[event_id]


def test_numbers_count_up_within_the_year_of_the_event(ws):
    ids = [make_event(ws), make_event(ws), make_event(ws, day=date(2028, 1, 1)), make_event(ws, day=None)]
    assert [row(ws, found).number for found in ids] == ["2027-0001", "2027-0002", "2028-0001", "2027-0003"]


def test_the_first_local_day_decides_the_year(ws):
    event_id = make_event(ws, starts_at=at(date(2028, 1, 1), "00:15"), ends_at=at(date(2028, 1, 1), "02:00"))
    assert row(ws, event_id).number == "2028-0001"


def test_a_number_is_not_given_again_after_undo_or_deletion(ws):
    first = make_event(ws)
    ws.undo()
    second = make_event(ws)
    ws.run("Delete", events.delete, [second])
    third = make_event(ws)
    assert row(ws, third).number == "2027-0003"
    ws.undo()
    ws.undo()
    assert row(ws, second).number == "2027-0002"
    assert ws.ask(event_rows.fetch_rows, [first]) == []


def test_redo_brings_number_and_uid_back(ws):
    event_id = make_event(ws)
    before = row(ws, event_id)
    ws.undo()
    ws.redo()
    assert (row(ws, event_id).number, row(ws, event_id).uid) == (before.number, before.uid)


def test_numbers_survive_closing_the_file(own_file, clock):
    make_event(own_file)
    own_file.undo()
    own_file.close()
    with Workspace.open(own_file.path, clock=clock, author="Groß", device="PC") as again:
        assert row(again, make_event(again)).number == "2027-0002"


def test_the_ten_thousandth_number_sorts_behind_the_one_before(ws):
    def skip(session):
        counter = session.get(numbering.Counter, "event-2027")
        counter.value = 9998

    make_event(ws)
    ws.run("Skip", skip)
    ids = [make_event(ws), make_event(ws), make_event(ws, day=date(2026, 5, 1))]
    found = ws.ask(event_rows.list_rows, EventFilter(order=event_rows.EventOrder.number))
    assert [each.number for each in found] == ["2026-0001", "2027-0001", "2027-9999", "2027-10000"]
    assert row(ws, ids[1]).number == "2027-10000"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10)
@given(st.lists(st.sampled_from(["create", "delete", "duplicate", "undo", "redo"]), max_size=12))
def test_no_two_events_ever_had_the_same_number_or_uid(ws, steps):
    seen = {}
    for step in steps:
        rows = ws.ask(event_rows.list_rows)
        if step == "create":
            make_event(ws)
        elif step == "delete" and rows:
            ws.run("Delete", events.delete, [rows[0].id])
        elif step == "duplicate" and rows:
            ws.run("Duplicate", events.duplicate, rows[-1].id)
        elif step in {"undo", "redo"} and getattr(ws.undo_state(), step):
            getattr(ws, step)()
        for found in ws.ask(event_rows.list_rows):
            assert seen.setdefault(found.number, found.id) == found.id
            assert seen.setdefault(found.uid, found.id) == found.id


def test_sequence_stays_until_something_went_out(ws):
    event_id = make_event(ws)
    ws.run("Move", events.move, event_id, date(2027, 6, 1))
    assert send(ws, event_id) == 0
    assert send(ws, event_id) == 0


def test_sequence_rises_once_for_a_new_time(ws):
    event_id = make_event(ws)
    send(ws, event_id)
    ws.run("Move", events.move, event_id, date(2027, 6, 1))
    ws.run("Move", events.move, event_id, date(2027, 6, 2))
    assert send(ws, event_id) == 1
    assert send(ws, event_id) == 1
    assert row(ws, event_id).sequence == 1


def test_sequence_rises_for_place_and_state(ws):
    event_id = make_event(ws, place_name="Rathaus", street="Markt 1", town="Köthen", postcode="06366")
    sequences = [send(ws, event_id)]
    for change in (
        {"place_name": "Stadthalle"},
        {"street": "Markt 2"},
        {"postcode": "39261", "town": "Zerbst"},
        {"place_kind": PlaceKind.online, "online_url": "https://beispiel.de/a"},
        {"online_url": "https://beispiel.de/b"},
        {"state": EventState.cancelled, "state_reason": "Krankheit"},
        {"state": EventState.confirmed},
        {"state": EventState.tentative},
    ):
        change_event(ws, event_id, **change)
        sequences.append(send(ws, event_id))
    assert sequences == list(range(9))


def test_sequence_stays_for_text_and_for_what_outsiders_see_alike(ws):
    event_id = make_event(ws, day=date(2027, 4, 1))
    send(ws, event_id)
    change_event(ws, event_id, title="Ohne Tippfehler", public_text="Neu", internal_notes="x", room="2.14")
    assert send(ws, event_id) == 0
    change_event(ws, event_id, state=EventState.held)
    assert send(ws, event_id) == 0


def test_sequence_rises_after_an_undo_of_what_went_out(ws):
    event_id = make_event(ws)
    send(ws, event_id)
    ws.run("Move", events.move, event_id, date(2027, 6, 1))
    assert send(ws, event_id) == 1
    ws.undo()
    assert row(ws, event_id).start_day == DAY
    assert send(ws, event_id) == 2


def test_sending_is_no_undo_step(ws):
    event_id = make_event(ws)
    before = ws.undo_state()
    send(ws, event_id)
    assert ws.undo_state() == before


def test_a_site_that_got_another_name_moves_its_events(ws):
    site = make_site(ws, "Holzmarkt", town="Köthen")
    event_id = make_event(ws, place_kind=PlaceKind.site, site_id=site)
    send(ws, event_id)
    draft = ws.ask(sites.detail, site).draft
    ws.run("Rename", sites.change, site, type(draft)("Marktplatz", town="Köthen"))
    assert send(ws, event_id) == 1


def test_only_what_an_audience_sees_counts_as_sent(ws):
    public, internal = make_event(ws), make_event(ws, audience=Audience.internal)
    assert ws.run("Send", sending.note_sent, Audience.public) == 1
    for event_id in (public, internal):
        ws.run("Move", events.move, event_id, date(2027, 6, 1))
    assert ws.run("Send", sending.note_sent, Audience.internal) == 2
    assert [row(ws, public).sequence, row(ws, internal).sequence] == [1, 0]


def test_a_series_gets_a_number_each(ws):
    ids = ws.run("Series", events.create_series, event_draft(), [DAY, date(2027, 5, 20)])
    assert [found.number for found in ws.ask(event_rows.fetch_rows, ids)] == ["2027-0001", "2027-0002"]

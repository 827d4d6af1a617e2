"""Plan versions: frozen under a number, never undone, compared with the plan as it stands."""

from datetime import date, timedelta

import pytest

from domain.errors import InvalidInputError, NotFoundError
from domain.rows.partners import PartnerDraft
from domain.rows.releases import Cell
from domain.terms import Audience, ChangeKind, EventState
from domain.usecases import event_rows, events, partners, release_preview, releases, tours
from tests.builders import (
    DAY,
    change_event,
    make_event,
    make_partner,
    make_tour,
    make_vehicle,
)
from tests.domain.usecases.touring import make_stop, place

LATER = date(2027, 6, 21)


def release(ws, note=""):
    return ws.run("Release", releases.release, note)


def changes(ws, since=1, audience=Audience.internal):
    return {found.entry.event_id: found.kind for found in ws.ask(releases.differences, since, audience)}


def sequence(ws, event_id):
    return ws.ask(event_rows.fetch_rows, [event_id])[0].sequence


def test_a_version_holds_what_has_a_date_and_a_standing(ws):
    for state in EventState:
        day = date(2027, 4, 1) if state in {EventState.held, EventState.reviewed} else DAY
        make_event(ws, state.value, state=state, day=day, state_reason="Krank", postponed_to=LATER)
    make_event(ws, "Ohne Termin", day=None)
    make_event(ws, "Vorlage", is_template=True)
    row = release(ws, "  Nach der Sitzung ")
    assert (row.number, row.events, row.note, row.author) == (1, 6, "Nach der Sitzung", "Kühne")
    titles = {entry.title for entry in ws.ask(releases.entries, 1).values()}
    assert titles == {"tentative", "confirmed", "held", "reviewed", "cancelled", "postponed"}


def test_the_first_version_of_an_empty_file_is_empty(ws):
    assert (release(ws).number, ws.ask(releases.latest).events) == (1, 0)


def test_without_a_change_the_newest_version_stays(ws):
    make_event(ws)
    first = release(ws)
    assert release(ws, "noch einmal") == first
    assert len(ws.ask(releases.list_rows)) == 1


def test_versions_count_up_and_keep_what_stood_in_them(ws):
    event_id = make_event(ws)
    release(ws)
    ws.run("Move", events.move, event_id, LATER)
    assert release(ws).number == 2
    days = [ws.ask(releases.entries, number)[event_id].start_day for number in (1, 2)]
    assert days == [DAY, LATER]
    assert [row.number for row in ws.ask(releases.list_rows)] == [2, 1]


def test_an_unchanged_event_is_stored_once_for_all_versions(ws):
    quiet, busy = make_event(ws, "Ruhig"), make_event(ws, "Unruhig")
    release(ws)
    for shift in range(1, 4):
        ws.run("Move", events.move, busy, DAY + timedelta(days=shift))
        release(ws)
    stored = ws.ask(lambda session: session.raw().execute("select event_id from plan_entry").fetchall())
    assert [line[0] for line in stored].count(quiet.hex) == 1
    assert ws.ask(releases.entries, 4).keys() == {quiet, busy}


def test_added_moved_changed_and_cancelled_are_told_apart(ws):
    moved, changed, cancelled, deleted = (make_event(ws, title) for title in ("A", "B", "C", "D"))
    unchanged = make_event(ws, "E")
    release(ws)
    ws.run("Move", events.move, moved, LATER)
    change_event(ws, changed, public_text="Mit Kaffee")
    change_event(ws, cancelled, state=EventState.cancelled, state_reason="Krank")
    ws.run("Delete", events.delete, [deleted])
    added = make_event(ws, "F")
    found = changes(ws)
    assert unchanged not in found
    assert found == {
        moved: ChangeKind.moved,
        changed: ChangeKind.changed,
        cancelled: ChangeKind.cancelled,
        deleted: ChangeKind.cancelled,
        added: ChangeKind.added,
    }


def test_differences_reach_back_over_several_versions(ws):
    event_id = make_event(ws)
    release(ws)
    ws.run("Move", events.move, event_id, LATER)
    release(ws)
    assert changes(ws, 1) == {event_id: ChangeKind.moved}
    assert changes(ws, 2) == {}


def test_what_is_moved_back_is_no_change(ws):
    event_id = make_event(ws)
    release(ws)
    ws.run("Move", events.move, event_id, LATER)
    ws.undo()
    assert changes(ws) == {}


def test_an_unknown_version_is_named(ws):
    with pytest.raises(NotFoundError, match="Nothing was released yet"):
        ws.ask(releases.differences, 1)
    release(ws)
    with pytest.raises(NotFoundError, match="no plan version 4; the newest is 1"):
        ws.ask(releases.differences, 4)


def test_a_release_is_no_undo_step_and_undo_goes_on_before_it(ws):
    event_id = make_event(ws)
    ws.run("Move", events.move, event_id, LATER)
    before = ws.undo_state()
    release(ws)
    assert ws.undo_state() == before
    ws.undo()
    assert ws.ask(releases.latest).number == 1
    assert changes(ws) == {event_id: ChangeKind.moved}


def test_listeners_hear_of_a_release(ws):
    heard = []
    stop = ws.listen(heard.append)
    release(ws)
    release(ws)
    stop()
    assert heard == [frozenset({"plan_version"})]


def test_a_release_counts_as_sent_so_that_sequence_rises_with_the_next(ws):
    event_id = make_event(ws)
    release(ws)
    assert sequence(ws, event_id) == 0
    ws.run("Move", events.move, event_id, LATER)
    ws.run("Move", events.move, event_id, LATER + timedelta(days=1))
    release(ws)
    assert sequence(ws, event_id) == 1
    assert [ws.ask(releases.entries, number)[event_id].sequence for number in (1, 2)] == [0, 1]


def test_a_note_too_long_is_refused(ws):
    with pytest.raises(InvalidInputError):
        release(ws, "x" * 2001)
    assert ws.ask(releases.latest) is None


def test_what_outsiders_never_saw_is_no_change_for_them(ws):
    event_id = make_event(ws, audience=Audience.internal)
    release(ws)
    ws.run("Move", events.move, event_id, LATER)
    assert changes(ws) == {event_id: ChangeKind.moved}
    assert changes(ws, audience=Audience.partners) == {}


def test_cells_of_the_newest_version_are_what_the_planner_keeps_to(ws):
    bus = make_vehicle(ws)
    assert ws.ask(releases.published_cells) == {}
    event_id = make_event(ws, vehicle_id=bus)
    make_event(ws, "Zu Fuß")
    make_event(ws, "Ganztägig", all_day=True, vehicle_id=bus)
    make_event(ws, "Abgesagt", vehicle_id=bus, state=EventState.cancelled, state_reason="Krank")
    release(ws)
    ws.run("Move", events.move, event_id, LATER)
    assert ws.ask(releases.published_cells) == {event_id: Cell(bus, DAY, 18 * 60)}


def test_an_entry_names_the_tour_day(ws):
    _tour, (day_id,) = make_tour(ws, make_vehicle(ws))
    stop = make_stop(ws, "Halt")
    place(ws, day_id, stop)
    release(ws)
    assert ws.ask(releases.of_tour_day, 1, day_id) == {stop}
    ws.run("Delete day", tours.delete_day, day_id)
    assert ws.ask(releases.of_tour_day, 1, day_id) == {stop}


def test_the_standing_counts_what_differs(ws):
    make_event(ws)
    event_id = make_event(ws)
    assert (ws.ask(releases.standing).latest, ws.ask(releases.standing).changes) == (None, 2)
    release(ws)
    ws.run("Move", events.move, event_id, LATER)
    found = ws.ask(releases.standing)
    assert (found.latest.number, found.changes, found.events) == (1, 1, 2)


def test_the_preview_warns_of_grave_conflicts_in_the_plan(ws):
    bus = make_vehicle(ws)
    first = make_event(ws, vehicle_id=bus)
    second = make_event(ws, vehicle_id=bus)
    found = ws.ask(release_preview.preview)
    assert found.number == 1
    assert {change.kind for change in found.changes} == {ChangeKind.added}
    assert {finding.event_id for finding in found.conflicts} <= {first, second}
    assert found.conflicts
    release(ws)
    assert ws.ask(release_preview.preview).number == 2
    assert ws.ask(release_preview.preview).changes == ()


def test_a_partner_renamed_shows_on_its_events(ws):
    partner = make_partner(ws)
    event_id = make_event(ws, host_id=partner)
    release(ws)
    ws.run("Rename", partners.change, partner, PartnerDraft("Stadt Köthen (Anhalt)"))
    assert changes(ws) == {event_id: ChangeKind.changed}

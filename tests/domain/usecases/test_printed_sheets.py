"""Printed sheets bear the plan version, and Landauf knows which of them are stale."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain import i18n, outgoing
from domain.documents import DOCUMENTS
from domain.rows.printing import PrintChoice
from domain.rows.settings import OfficeSettings
from domain.terms import EventState
from domain.usecases import events, printed_sheets, printing, releases, settings, sites, tours
from tests.builders import DAY, KOETHEN, change_event, make_event, make_site, make_tour, make_vehicle
from tests.domain.usecases.touring import make_stop, place

GERMAN = i18n.language("de")
LATER = date(2027, 6, 21)


@pytest.fixture
def dialogue(ws):
    return make_event(ws, "Sicher am Bahnhof", ags=KOETHEN)


def release(ws):
    return ws.run("Release", releases.release)


def version_of(ws, name, choice):
    data = ws.ask(printing.gather, name, choice)
    return data.version, data.has_changed


def printed(ws, tmp_path, name="invitation", **choice):
    outgoing.print_document(ws, tmp_path / f"{name}.pdf", name, PrintChoice(**choice), GERMAN)


def stale(ws):
    return [(row.document, row.title, row.version, row.is_gone) for row in ws.ask(printed_sheets.stale_sheets)]


def test_before_any_release_a_sheet_bears_no_version(ws, dialogue):
    assert version_of(ws, "invitation", PrintChoice(event_id=dialogue)) == (None, False)


def test_a_sheet_bears_the_newest_version_and_says_when_it_has_left_it(ws, dialogue):
    release(ws)
    choice = PrintChoice(event_id=dialogue)
    assert version_of(ws, "invitation", choice) == (1, False)
    ws.run("Move", events.move, dialogue, LATER)
    assert version_of(ws, "invitation", choice) == (1, True)
    assert version_of(ws, "briefing", choice) == (1, True)
    release(ws)
    assert version_of(ws, "invitation", choice) == (2, False)


def test_what_only_the_house_knows_leaves_an_invitation_as_released(ws, dialogue):
    release(ws)
    change_event(ws, dialogue, room="2.14")
    choice = PrintChoice(event_id=dialogue)
    assert version_of(ws, "invitation", choice) == (1, False)
    assert version_of(ws, "briefing", choice) == (1, True)


def test_another_event_changes_nothing_on_this_sheet(ws, dialogue):
    other = make_event(ws)
    release(ws)
    ws.run("Move", events.move, other, LATER)
    assert version_of(ws, "invitation", PrintChoice(event_id=dialogue)) == (1, False)


def test_a_stop_taken_off_the_day_changes_the_tour_sheet(ws):
    tour, (first, _second) = make_tour(ws, make_vehicle(ws), days=2)
    stops = [make_stop(ws, "Halt A"), make_stop(ws, "Halt B")]
    place(ws, first, *stops)
    release(ws)
    choice = PrintChoice(tour_id=tour, day=DAY)
    assert version_of(ws, "tour_sheet", choice) == (1, False)
    ws.run("Move", events.move, stops[1], DAY + timedelta(days=1))
    assert version_of(ws, "tour_sheet", choice) == (1, True)


def test_a_fresh_print_is_not_stale(ws, dialogue, tmp_path):
    release(ws)
    printed(ws, tmp_path, event_id=dialogue)
    assert stale(ws) == []
    release(ws)
    assert stale(ws) == []


def test_bookkeeping_makes_nothing_stale(ws, dialogue, tmp_path, clock):
    printed(ws, tmp_path, event_id=dialogue)
    clock.advance(timedelta(hours=1))
    change_event(ws, dialogue, internal_notes="Schlüssel holen", room="2.14")
    release(ws)
    assert stale(ws) == []


def test_what_has_changed_since_it_was_printed_is_stale_until_it_is_printed_again(ws, dialogue, tmp_path):
    release(ws)
    printed(ws, tmp_path, event_id=dialogue)
    ws.run("Move", events.move, dialogue, LATER)
    assert stale(ws) == [("invitation", "Sicher am Bahnhof", 1, False)]
    printed(ws, tmp_path, event_id=dialogue)
    assert stale(ws) == []


def test_undo_makes_a_sheet_good_again(ws, dialogue, tmp_path):
    printed(ws, tmp_path, event_id=dialogue)
    ws.run("Move", events.move, dialogue, LATER)
    assert stale(ws) == [("invitation", "Sicher am Bahnhof", None, False)]
    ws.undo()
    assert stale(ws) == []


def test_the_office_on_a_sheet_counts_as_well(ws, dialogue, tmp_path):
    printed(ws, tmp_path, event_id=dialogue)
    kept = ws.ask(settings.load)
    ws.run("Office", settings.save, type(kept)(office=OfficeSettings(name="Landespräventionsrat")))
    assert len(stale(ws)) == 1


def test_a_sheet_of_what_was_deleted_is_gone(ws, dialogue, tmp_path):
    printed(ws, tmp_path, event_id=dialogue)
    ws.run("Delete", events.delete, [dialogue])
    assert stale(ws) == [("invitation", "Sicher am Bahnhof", None, True)]


def test_a_cancelled_event_makes_its_invitation_stale(ws, dialogue, tmp_path):
    printed(ws, tmp_path, event_id=dialogue)
    change_event(ws, dialogue, state=EventState.cancelled, state_reason="Krank")
    assert stale(ws) == [("invitation", "Sicher am Bahnhof", None, False)]


def test_paper_about_days_gone_by_is_left_alone(ws, dialogue, tmp_path, clock):
    printed(ws, tmp_path, event_id=dialogue)
    ws.run("Move", events.move, dialogue, DAY + timedelta(days=1))
    clock.advance(timedelta(days=60))
    assert stale(ws) == []


def test_each_day_of_a_tour_is_a_sheet_of_its_own(ws, tmp_path):
    tour, days = make_tour(ws, make_vehicle(ws), days=2)
    for number, day_id in enumerate(days):
        place(ws, day_id, make_stop(ws, f"Halt {number}"))
        printed(ws, tmp_path, "tour_sheet", tour_id=tour, day=DAY + timedelta(days=number))
    assert [row.day for row in ws.ask(printed_sheets.printed_sheets)] == [DAY, DAY + timedelta(days=1)]
    draft = tours.TourDayDraft(DAY, ws.ask(printing.gather, "tour_sheet", PrintChoice(tour_id=tour)).day.vehicle_id)
    ws.run("Note", tours.change_day, days[0], type(draft)(DAY, draft.vehicle_id, notes="Schlüssel mitnehmen"))
    assert [row.day for row in ws.ask(printed_sheets.stale_sheets)] == [DAY]


def test_printing_is_no_undo_step_and_is_told(ws, dialogue, tmp_path):
    before, heard = ws.undo_state(), []
    stop = ws.listen(heard.append)
    printed(ws, tmp_path, event_id=dialogue)
    stop()
    assert ws.undo_state() == before
    assert heard == [frozenset({"printed_sheet"})]


def test_the_preview_of_a_document_is_not_a_print(ws, dialogue):
    outgoing.document(ws, "invitation", PrintChoice(event_id=dialogue), GERMAN)
    assert ws.ask(printed_sheets.printed_sheets) == ()


def test_the_last_print_is_that_of_the_same_subject(ws, dialogue, tmp_path):
    site, other = make_site(ws), make_site(ws, "Markt")
    printed(ws, tmp_path, "site_pass", site_id=site)
    printed(ws, tmp_path, event_id=dialogue)

    def last(name, **wanted):
        choice = PrintChoice(**wanted)
        note = printed_sheets.note_of(name, choice, ws.ask(printing.gather, name, choice))
        found = ws.ask(printed_sheets.last_print, note)
        return found and found.title

    assert last("site_pass", site_id=site) == "Holzmarkt"
    assert last("site_pass", site_id=other) is None
    assert last("invitation", event_id=dialogue) == "Sicher am Bahnhof"
    assert last("briefing", event_id=dialogue) is None


def test_a_site_pass_grows_stale_though_it_is_about_no_day(ws, tmp_path):
    site = make_site(ws, "Marktplatz", ags=KOETHEN)
    printed(ws, tmp_path, "site_pass", site_id=site)
    assert stale(ws) == []
    draft = ws.ask(sites.detail, site).draft
    ws.run("Change", sites.change, site, replace(draft, notes="Neuer Schlüssel", key_holder="Bauamt"))
    assert [(document, title) for document, title, _version, _gone in stale(ws)] == [("site_pass", "Marktplatz")]


def test_every_lasting_document_is_one(ws):
    assert set(printed_sheets.LASTING) <= set(DOCUMENTS)

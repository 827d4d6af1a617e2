"""Publications in what else the workspace tells: conflicts and repairs, packing lists, due list, papers, search."""

from datetime import timedelta

import pytest

from domain.errors import UsageError
from domain.rows.due import DueKind
from domain.rows.events import HandOut
from domain.rows.packing import PackGroup
from domain.rows.printing import PrintChoice
from domain.rows.publications import PublicationDraft, StockEntry
from domain.terms import EventState, Rule, StockReason
from domain.usecases import (
    conflicts,
    draft_changes,
    due,
    events,
    packing,
    print_menu,
    printed_sheets,
    printing,
    publications,
    repairs,
    tours,
)
from domain.usecases.tour_rows import detail
from tests.builders import DAY, event_draft, make_event, make_publication, make_tour, make_vehicle
from tests.domain.usecases.test_publications import TODAY, deliver


def publication_findings(ws):
    wanted = {Rule.publication_outdated, Rule.publication_short}
    return [each for each in ws.ask(conflicts.all_findings, repairs=True) if each.rule in wanted]


def planned(ws, event_id):
    return ws.ask(events.detail, event_id).draft.publications


def test_too_few_copies_are_a_conflict_and_its_repair_takes_fewer(ws):
    leaflet = make_publication(ws)
    deliver(ws, leaflet, 100)
    make_event(ws, "Erster", publications=(HandOut(leaflet, 70),))
    second = make_event(ws, "Zweiter", day=DAY + timedelta(days=1), publications=(HandOut(leaflet, 50),))
    (found,) = publication_findings(ws)
    assert (found.event_id, found.rule) == (second, Rule.publication_short)
    ws.run("Repair", repairs.apply, found.repairs[0])
    assert planned(ws, second) == (HandOut(leaflet, 30),)
    assert publication_findings(ws) == []


def test_outdated_edition_is_a_conflict_and_its_repair_takes_the_new_one(ws):
    old = make_publication(ws, edition="1", valid_until=DAY - timedelta(days=1))
    new = ws.run("New", publications.add_edition, old, PublicationDraft("Neu"))
    for each in (old, new):
        deliver(ws, each, 500)
    event = make_event(ws, publications=(HandOut(old, 40),))
    (found,) = publication_findings(ws)
    ws.run("Repair", repairs.apply, found.repairs[0])
    assert planned(ws, event) == (HandOut(new, 40),)


def test_draft_is_checked_before_it_is_saved(ws):
    leaflet = make_publication(ws)
    found = ws.ask(conflicts.for_draft, event_draft(publications=(HandOut(leaflet, 5),)))
    assert Rule.publication_short in {each.rule for each in found}


def test_changes_of_copies_are_told_one_by_one(ws):
    first, second = make_publication(ws, "A"), make_publication(ws, "B")
    before = event_draft(publications=(HandOut(first, 5),))
    after = event_draft(publications=(HandOut(first, 5, 3), HandOut(second)))
    told = [
        (name, change.column, change.old, change.new) for name, change in draft_changes.draft_changes(before, after)
    ]
    assert told == [
        ("publications", "handed_out", None, 3),
        ("publications", "publication_id", None, second),
    ]


def test_packing_lists_of_a_tour_day_and_of_an_event_hold_the_copies(ws):
    leaflet = make_publication(ws, edition="2. Auflage", pack_size=50, storage="Keller")
    deliver(ws, leaflet, 200)
    tour_id, (day_id,) = make_tour(ws, make_vehicle(ws))
    ids = [make_event(ws, f"Halt {number}", publications=(HandOut(leaflet, 60),)) for number in range(2)]
    for event_id in ids:
        ws.run("Stop", tours.place_stop, day_id, event_id)
    (day,) = ws.ask(detail, tour_id).days
    of_day = [each for each in ws.ask(packing.packing_of_day, day, None).items if each.group is PackGroup.material]
    of_event = [each for each in ws.ask(packing.packing_of_event, ids[0]).items if each.group is PackGroup.material]
    assert [(dict(each.params)["copies"], each.stops) for each in (*of_day, *of_event)] == [(120, (1, 2)), (60, (1,))]
    assert dict(of_event[0].params)["name"] == "Enkeltrick, 2. Auflage"


def publications_due(ws):
    return [(row.title, row.what, row.due) for row in ws.ask(due.due_rows) if row.kind is DueKind.publication]


def test_due_list_tells_of_each_publication_what_presses_most(ws):
    low = make_publication(ws, "Knapp", minimum=50)
    outdated = make_publication(ws, "Veraltet", valid_until=TODAY - timedelta(days=3))
    make_publication(ws, "Veraltet und weg", valid_until=TODAY - timedelta(days=3))
    short = make_publication(ws, "Reicht nicht")
    wrong = make_publication(ws, "Unter null")
    fine = make_publication(ws, "Genug", minimum=5)
    for each, copies in ((low, 20), (outdated, 5), (short, 10), (fine, 5)):
        deliver(ws, each, copies)
    ws.run("Book", publications.enter, StockEntry(wrong, TODAY, 1, StockReason.sent))
    make_event(ws, publications=(HandOut(short, 30),))
    assert publications_due(ws) == [
        ("Veraltet", "Take out of use", TODAY - timedelta(days=3)),
        ("Knapp", "Order copies", TODAY),
        ("Unter null", "Count copies", TODAY),
        ("Reicht nicht", "Order before it runs out", DAY),
    ]


def test_reorder_list_is_printed_about_nothing_and_noted_as_stale_when_stock_changes(ws):
    leaflet = make_publication(ws, minimum=50)
    data = ws.ask(printing.gather, "reorder_list", PrintChoice())
    assert [row.id for row in data.rows] == [leaflet]
    note = printed_sheets.note_of("reorder_list", PrintChoice(), data)
    ws.run("Print", printed_sheets.note_printed, note)
    assert ws.ask(printed_sheets.last_print, note).code == note.code
    deliver(ws, leaflet, 500)
    again = ws.ask(printing.gather, "reorder_list", PrintChoice())
    assert printed_sheets.note_of("reorder_list", PrintChoice(), again).code != note.code


def test_print_menu_offers_the_reorder_list_only_where_nothing_is_chosen(ws):
    event = make_event(ws)
    assert "reorder_list" not in {each.document.name for each in ws.ask(print_menu.printables, PrintChoice())}
    make_publication(ws, minimum=5)
    everything = {each.document.name for each in ws.ask(print_menu.printables, PrintChoice())}
    of_event = {each.document.name for each in ws.ask(print_menu.printables, PrintChoice(event_id=event))}
    assert "reorder_list" in everything - of_event
    assert "event_packing_list" in of_event


def test_packing_list_of_an_event_needs_an_event_with_a_date(ws):
    with pytest.raises(UsageError):
        ws.ask(printing.gather, "event_packing_list", PrintChoice())
    event = make_event(ws, publications=(HandOut(make_publication(ws), 5),))
    data = ws.ask(printing.gather, "event_packing_list", PrintChoice(event_id=event))
    assert [item.group for item in data.packing.items] == [PackGroup.material]


def test_publications_are_found_by_title_edition_and_publisher(ws):
    leaflet = make_publication(ws, "Sicher zur Schule", edition="Schuljahr 2026/27", publisher="Verkehrswacht Köthen")
    for words in ("schule", "2026/27", "koethen"):
        assert [(hit.table, hit.id) for hit in ws.search(words)] == [("publication", leaflet)]


def test_templates_and_copies_of_an_event_leave_what_was_handed_out_behind(ws):
    leaflet = make_publication(ws)
    deliver(ws, leaflet, 100)
    event = make_event(
        ws, publications=(HandOut(leaflet, 20, 15),), state=EventState.held, day=TODAY - timedelta(days=5)
    )
    copy = ws.run("Copy", events.duplicate, event)
    assert planned(ws, copy) == (HandOut(leaflet, 20),)
    assert ws.ask(publications.list_rows)[0].stock == 85

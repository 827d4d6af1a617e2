"""Any sequence of use cases: undone, everything is as before; redone, as after."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import LandaufError
from domain.rows.events import AssignmentDraft, Count, DialogueFacts, HandOut, LectureFacts
from domain.rows.filters import RequestFilter
from domain.rows.partners import ContactDraft, PartnerDraft
from domain.rows.requests import RequestDraft, Wish
from domain.rows.settings import OfficeSettings, Settings
from domain.rows.tours import Absence, HeldQualification, StaffDraft, TourDayDraft, TourDraft, VehicleDraft
from domain.terms import AssignmentRole, EventKind, EventState, PlaceKind, RequestState
from domain.usecases import (
    events,
    filters,
    fleet,
    imports,
    numbering,
    partners,
    people,
    requests,
    sites,
    tour_rows,
    tours,
    travel,
    vocabulary,
)
from domain.usecases import settings as settings_of
from domain.usecases.event_rows import list_rows
from tests.builders import DAY, HALLE, KOETHEN, at, dump, event_draft
from tests.domain.usecases.drafts import fill
from tests.domain.usecases.undo_catalogue import CATALOGUE_STEPS
from tests.domain.usecases.undo_handouts import HANDOUT_STEPS
from tests.domain.usecases.undo_network import NETWORK_STEPS
from tests.domain.usecases.undo_stand import STAND_STEPS
from tests.domain.usecases.undo_stock import STOCK_STEPS
from tests.domain.usecases.undo_triage import TRIAGE_STEPS

CSV = "Name;Typ;PLZ;Ort\nSchule {n};Grundschule;06366;Köthen\nStadt Köthen;Stadt;;\n"
STEPS: dict[str, Callable] = {
    **NETWORK_STEPS,
    **CATALOGUE_STEPS,
    **STOCK_STEPS,
    **HANDOUT_STEPS,
    **TRIAGE_STEPS,
    **STAND_STEPS,
}


def step(function):
    STEPS[function.__name__] = function
    return function


def one(pick, rows):
    """One of the rows; whoever has none lets the step fail like a person who clicks into nothing."""
    if not rows:
        raise LandaufError("nothing there")
    return rows[pick(len(rows))]


@step
def create_event(session, known, pick):
    events.create(session, rich_draft(known, pick))


def rich_draft(known, pick):
    kind, facts = [
        (EventKind.citizen_dialogue, DialogueFacts(seats=pick(99))),
        (EventKind.lecture, LectureFacts(school_grade=str(pick(12)))),
        (EventKind.mobile_stop, None),
    ][pick(3)]
    return event_draft(
        f"Termin {pick(99)}",
        kind=kind,
        facts=facts,
        day=DAY + timedelta(days=pick(4)),
        all_day=pick(5) == 0,
        place_kind=list(PlaceKind)[pick(3)],
        site_id=known.sites[pick(2)],
        place_partner_id=known.partners[pick(3)],
        host_id=known.partners[pick(3)],
        topic_ids=known.topics[: pick(4)],
        counts=(Count(known.groups[0], pick(50), None),) if pick(2) else (),
        partner_ids=known.partners[pick(3) :],
        publications=(HandOut(known.publications[pick(2)], pick(90), pick(60)),) if pick(2) else (),
        assignments=(AssignmentDraft(known.people[pick(3)], list(AssignmentRole)[pick(8)]),),
    )


@step
def change_event(session, known, pick):
    row = one(pick, list_rows(session))
    before = events.detail(session, row.id).draft
    events.change(session, row.id, replace(rich_draft(known, pick), state=before.state, state_reason="x"), row.version)


@step
def move_event(session, known, pick):
    events.move(session, one(pick, list_rows(session)).id, DAY + timedelta(days=pick(4)))


@step
def retime_event(session, known, pick):
    events.retime(session, one(pick, list_rows(session)).id, at(DAY, "07:00"), at(DAY, "08:30"))


SETTLED = (EventState.cancelled, EventState.confirmed, EventState.tentative)


@step
def settle_event(session, known, pick):
    events.settle(session, one(pick, list_rows(session)).id, SETTLED[pick(3)], reason="Weil")


@step
def duplicate_event(session, known, pick):
    events.duplicate(session, one(pick, list_rows(session)).id)


@step
def delete_events(session, known, pick):
    events.delete(session, [row.id for row in list_rows(session)[: 1 + pick(2)]])


@step
def series(session, known, pick):
    events.create_series(session, rich_draft(known, pick), [DAY, DAY + timedelta(days=7)])


@step
def send(session, known, pick):
    numbering.raise_sequences(session, [row.id for row in list_rows(session)])


@step
def create_partner(session, known, pick):
    partner_id = partners.create(session, PartnerDraft(f"Partner {pick(9)}", postcode="06366"))
    partners.add_contact(session, ContactDraft(partner_id, "Leitung"))


@step
def delete_partner(session, known, pick):
    partners.delete(session, [one(pick, partners.list_rows(session)).id])


@step
def delete_site(session, known, pick):
    sites.delete(session, [one(pick, sites.list_rows(session)).id])


@step
def create_request(session, known, pick):
    requests.create(session, RequestDraft("Schule", EventKind.lecture, earliest=DAY, wishes=(Wish(DAY, DAY),)))


def waiting(session):
    return requests.list_rows(session, RequestFilter(states=(RequestState.open,)))


@step
def accept_request(session, known, pick):
    row = one(pick, waiting(session))
    requests.accept(session, row.id, requests.proposed_event(session, row.id))


@step
def decline_request(session, known, pick):
    requests.decline(session, one(pick, waiting(session)).id, "Keine Zeit")


@step
def add_tour_day(session, known, pick):
    tour_id = tours.create(session, TourDraft("Tour"))
    tours.add_day(session, tour_id, TourDayDraft(DAY + timedelta(days=pick(4)), known.vehicles[0], KOETHEN))


@step
def place_stop(session, known, pick):
    day = one(pick, tour_rows.days_between(session, DAY, DAY + timedelta(days=9)))
    tours.place_stop(session, day.id, one(pick, list_rows(session)).id, 1 + pick(3))


@step
def reorder(session, known, pick):
    day = one(pick, tour_rows.days_between(session, DAY, DAY + timedelta(days=9)))
    tours.reorder(session, day.id, [stop.event.id for stop in reversed(day.stops)])


@step
def change_day(session, known, pick):
    day = one(pick, tour_rows.days_between(session, DAY, DAY + timedelta(days=9)))
    draft = TourDayDraft(DAY + timedelta(days=pick(6)), day.vehicle_id, crew_ids=known.people[: pick(3)])
    tours.change_day(session, day.id, draft, day.version)


@step
def delete_tour(session, known, pick):
    tours.delete(session, [one(pick, tour_rows.list_rows(session)).id])


@step
def delete_vehicle(session, known, pick):
    fleet.delete(session, [one(pick, fleet.list_rows(session)).id])


@step
def create_vehicle(session, known, pick):
    fleet.create(session, VehicleDraft(f"Bus {pick(9)}", equipment_ids=known.equipment))


@step
def change_person(session, known, pick):
    row = one(pick, people.list_rows(session))
    held = (HeldQualification(known.qualifications[0], DAY),) if pick(2) else ()
    away = tuple(Absence(DAY, DAY + timedelta(days=day)) for day in range(pick(3)))
    people.change(session, row.id, StaffDraft("Kühne", qualifications=held, absences=away), row.version)


@step
def delete_person(session, known, pick):
    people.delete(session, [one(pick, people.list_rows(session)).id])


@step
def delete_topic(session, known, pick):
    vocabulary.delete_topics(session, [one(pick, vocabulary.topics(session)).id])


@step
def change_settings(session, known, pick):
    settings_of.save(session, Settings(office=OfficeSettings(name=f"Büro {pick(3)}"), theme=["dark", "light"][pick(2)]))


@step
def correct_drive(session, known, pick):
    travel.correct(session, HALLE, KOETHEN, 30 + pick(9))


@step
def save_filter(session, known, pick):
    filters.save(session, "events", f"Filter {pick(2)}", str(pick(9)))


@step
def keep_draft(session, known, pick):
    filters.keep_draft(session, "event:new", str(pick(9)))


@step
def import_partners(session, known, pick):
    imports.import_partners(session, CSV.format(n=pick(5)).encode())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=25)
@given(
    names=st.lists(st.sampled_from(sorted(STEPS)), min_size=5, max_size=25), random=st.randoms(use_true_random=False)
)
def test_undoing_everything_gives_the_file_of_before_and_redoing_that_of_after(ws, names, random):
    while ws.undo_state().undo is not None:
        ws.undo()
    known = fill(ws)
    before, floor = dump(ws), ws.undo_state().undo
    for name in names:
        try:
            ws.run(name, STEPS[name], known, random.randrange)
        except LandaufError:
            continue  # refused like any wrong input: nothing was written
    after, undone = dump(ws), 0
    while ws.undo_state().undo != floor:
        ws.undo()
        undone += 1
    assert dump(ws) == before
    for _ in range(undone):
        ws.redo()
    assert dump(ws) == after
    assert ws.undo_state().redo is None
    assert ws.check() == ()


def test_every_step_can_succeed(ws):
    """The property above would mean nothing if its steps were always refused."""
    known, random, never = fill(ws), Random(7), set(STEPS)
    for _round in range(4):
        for name in ("create_event", "create_request", "add_tour_day", *STEPS):
            with suppress(LandaufError):
                ws.run(name, STEPS[name], known, random.randrange)
                never.discard(name)
        while ws.undo_state().undo is not None:
            ws.undo()
        known = fill(ws)
    assert never == set()

"""The journal leads to every event that may differ from a plan version."""

from contextlib import suppress
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import NotFoundError
from domain.rows.events import AssignmentDraft
from domain.rows.partners import PartnerDraft, SiteDraft
from domain.rows.tours import StaffDraft
from domain.rules import plan_changes
from domain.terms import AssignmentRole, EventState, PlaceKind
from domain.usecases import event_rows, events, partners, people, releases, sites, vocabulary
from domain.usecases.touched import touched_events
from tests.builders import change_event, make_event, make_group, make_partner, make_person, make_site, make_topic

LATER = date(2027, 6, 21)


def release(ws):
    return ws.run("Release", releases.release)


STEPS = ("title", "move", "cancel", "create", "delete", "partner", "site", "topic", "group", "person", "undo", "redo")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.lists(st.sampled_from(STEPS), max_size=8), st.integers(0, 4), st.data())
def test_the_journal_leads_to_every_event_that_differs(ws, steps, early, data):
    """Comparing only what the journal says was touched finds the same as comparing everything."""
    things = furnished(ws)
    for number, step in enumerate(steps):
        if number == early:
            release(ws)
        take(ws, step, things, delete=data.draw(st.booleans()))
    last = ws.ask(releases.latest) or release(ws)
    assert ws.ask(releases.differences, last.number) == everything(ws, last.number)


def everything(ws, number):
    """What differs, found by comparing every event."""
    return plan_changes.differences(ws.ask(releases.entries, number), ws.ask(releases.plan))


def furnished(ws):
    """An event with everything around it that shows on it; the ids of those things."""
    things = {
        "partner": make_partner(ws),
        "site": make_site(ws),
        "topic": make_topic(ws, f"Thema {next(FRESH)}"),
        "group": make_group(ws, f"Gruppe {next(FRESH)}"),
        "person": make_person(ws),
    }
    make_event(
        ws,
        place_kind=PlaceKind.site,
        site_id=things["site"],
        host_id=things["partner"],
        partner_ids=(things["partner"],),
        topic_ids=(things["topic"],),
        target_group_ids=(things["group"],),
        assignments=(AssignmentDraft(things["person"], AssignmentRole.speaker),),
    )
    return things


FRESH = count()

CHANGES = {
    "partner": lambda key, name: (partners.change, key, PartnerDraft(name)),
    "site": lambda key, name: (sites.change, key, SiteDraft(name)),
    "topic": lambda key, name: (vocabulary.rename_topic, key, name),
    "group": lambda key, name: (vocabulary.rename_target_group, key, name),
    "person": lambda key, name: (people.change, key, StaffDraft(name)),
}
DELETIONS = {
    "partner": partners.delete,
    "site": sites.delete,
    "topic": vocabulary.delete_topics,
    "group": vocabulary.delete_target_groups,
    "person": people.delete,
}


def cancel(ws, row, _number):
    if row.state is EventState.confirmed:
        change_event(ws, row.id, state=EventState.cancelled, state_reason="Krank")


OF_EVENT = {
    "title": lambda ws, row, number: change_event(ws, row.id, title=f"Titel {number}"),
    "move": lambda ws, row, number: ws.run("Move", events.move, row.id, LATER + timedelta(days=number % 300)),
    "cancel": cancel,
    "create": lambda ws, _row, number: make_event(ws, f"Termin {number}"),
    "delete": lambda ws, row, _number: ws.run("Delete", events.delete, [row.id]),
}


def take(ws, step, things, *, delete):
    """Do one step; what an earlier one has made impossible is left out."""
    rows, number = ws.ask(event_rows.list_rows), next(FRESH)
    if step in {"undo", "redo"}:
        if getattr(ws.undo_state(), step):
            getattr(ws, step)()
    elif step in things:
        deed = (DELETIONS[step], [things[step]]) if delete else CHANGES[step](things[step], f"Neu {number}")
        with suppress(NotFoundError):
            ws.run("Change", *deed)
    elif rows:
        OF_EVENT[step](ws, rows[-1], number)


@pytest.mark.parametrize("thing", CHANGES)
def test_a_thing_renamed_shows_on_its_events(ws, thing):
    things = furnished(ws)
    release(ws)
    take(ws, thing, things, delete=False)
    (row,) = ws.ask(event_rows.list_rows)
    assert [change.entry.event_id for change in ws.ask(releases.differences, 1)] == [row.id]


@pytest.mark.parametrize("thing", DELETIONS)
def test_a_thing_deleted_is_compared_where_it_was(ws, thing):
    things = furnished(ws)
    release(ws)
    take(ws, thing, things, delete=True)
    assert ws.ask(releases.differences, 1) == everything(ws, 1)


def test_only_what_was_touched_is_compared(ws):
    make_event(ws)
    touched = make_event(ws)
    release(ws)
    mark = ws.ask(lambda session: session.raw().execute("select change from plan_version").fetchone()[0])
    change_event(ws, touched, title="Neu")
    assert ws.ask(touched_events, mark) == {touched}
    assert ws.ask(touched_events, 0) is None
    assert ws.ask(touched_events, 10**9) is None

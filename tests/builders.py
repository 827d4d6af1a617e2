"""Short ways to fill a workspace in tests; every argument a test does not care about has a plain default."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from domain.rows.concerns import ConcernDraft
from domain.rows.events import EventDraft
from domain.rows.partners import PartnerDraft, SiteDraft
from domain.rows.publications import PublicationDraft
from domain.rows.requests import RequestDraft
from domain.rows.tours import StaffDraft, TourDayDraft, TourDraft, VehicleDraft
from domain.terms import BERLIN, EventKind, EventState
from domain.usecases import (
    concerns,
    events,
    fleet,
    partners,
    people,
    publications,
    requests,
    sites,
    tours,
    vocabulary,
)
from domain.workspace import Workspace
from tests.guards.clock import MOMENT

DAY = date(2027, 5, 13)
"""A Thursday, two weeks after the clock of the tests."""

KOETHEN, ZERBST, HALLE, MAGDEBURG = "15082180", "15082430", "15002000", "15003000"


@contextmanager
def open_workspace(folder, clock, **options):
    """A new workspace in a folder, closed in the end."""
    path, writer = folder / "test.landauf", {"clock": clock, "author": "Kühne", "device": "Laptop 7"}
    if options:
        made = Workspace.create(path, **writer, **options)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_empty_file())
        made = Workspace.open(path, **writer)
    try:
        yield made
    finally:
        made._let_go()  # without the backup of the day, which has tests of its own and would double the time


@cache
def _empty_file():
    """The bytes of a new plain workspace: copied, it is there ten times as fast as made."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.landauf"
        Workspace.create(path, clock=lambda: MOMENT, author="Kühne", device="Laptop 7").close()
        return path.read_bytes()


def at(day, clock_time):
    """The local moment on a day: at(DAY, "09:30")."""
    return datetime.combine(day, time.fromisoformat(clock_time), BERLIN)


def event_draft(title="Bürgerdialog Köthen", *, day=DAY, start="18:00", end="20:00", **fields):
    """An event's draft, confirmed and on `DAY`; `day=None` leaves the date open."""
    usual = {"kind": EventKind.citizen_dialogue, "state": EventState.confirmed}
    if day is None:
        usual["state"] = EventState.idea
    elif fields.get("all_day"):
        usual |= {"first_day": day, "last_day": day}
    else:
        usual |= {"starts_at": at(day, start), "ends_at": at(day, end)}
    return EventDraft(title=title, **(usual | fields))


def make_event(ws, title="Bürgerdialog Köthen", **fields):
    """Add an event (`event_draft`); returns its id."""
    return ws.run("Create event", events.create, event_draft(title, **fields))


def make_partner(ws, name="Stadt Köthen", **fields):
    """Add a partner; returns its id."""
    return ws.run("Create partner", partners.create, PartnerDraft(name, **fields))


def make_site(ws, name="Holzmarkt", **fields):
    """Add a site; returns its id."""
    return ws.run("Create site", sites.create, SiteDraft(name, **fields))


def make_request(ws, requester="Grundschule Radis", kind=EventKind.mobile_stop, **fields):
    """Add a request; returns its id."""
    return ws.run("Create request", requests.create, RequestDraft(requester, kind, **fields))


def make_concern(ws, wording="In der Unterführung ist es dunkel", **fields):
    """Note a concern; returns its id."""
    return ws.run("Note concern", concerns.capture, ConcernDraft(wording, **fields)).id


def make_publication(ws, title="Enkeltrick", **fields):
    """Add a publication without stock; returns its id."""
    return ws.run("Create publication", publications.create, PublicationDraft(title, **fields))


def make_vehicle(ws, name="Präventionsmobil", depot_town="Magdeburg", depot_postcode="39104", **fields):
    """Add a vehicle with its depot in Magdeburg; returns its id."""
    draft = VehicleDraft(name, depot_town=depot_town, depot_postcode=depot_postcode, **fields)
    return ws.run("Create vehicle", fleet.create, draft)


def make_person(ws, name="Jana Kühne", **fields):
    """Add a person of the house; returns the id."""
    return ws.run("Create person", people.create, StaffDraft(name, **fields))


def make_topic(ws, name="Extremismus", **fields):
    """Add a topic; returns its id."""
    return ws.run("Create topic", vocabulary.add_topic, name, **fields)


def make_group(ws, name="Jugendliche"):
    """Add a target group; returns its id."""
    return ws.run("Create target group", vocabulary.add_target_group, name)


def make_tour(ws, vehicle_id, days=1, first=DAY, title="Frühjahrstour"):
    """Add a tour with that many days of a vehicle; returns its id and those of its days."""
    tour_id = ws.run("Create tour", tours.create, TourDraft(title))
    drafts = [TourDayDraft(first + timedelta(days=offset), vehicle_id) for offset in range(days)]
    return tour_id, [ws.run("Add day", tours.add_day, tour_id, draft) for draft in drafts]


def change_event(ws, event_id, **fields):
    """Change some fields of an event as a form would."""
    draft = ws.ask(events.detail, event_id).draft
    ws.run("Change event", events.change, event_id, replace(draft, **fields))


def dump(ws):
    """Every journalled row of the workspace, without the counters and times that never go back."""
    from sqlmodel import SQLModel

    from domain.store.journal_tables import journal_tables
    from domain.store.sql import commas, ident, sql

    content = {}
    for name, table in journal_tables(SQLModel.metadata).items():
        columns = [ident(column) for column in table.columns if column not in {*table.counts, *table.times}]
        query = sql("SELECT {columns} FROM {table}", columns=commas(columns), table=ident(name))
        content[name] = sorted(ws.glance(lambda raw, query=query: raw.execute(query).fetchall()), key=repr)
    return content

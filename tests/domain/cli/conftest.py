"""The command line as programs and people call it."""

import json
import shutil
from datetime import UTC, date, datetime

import pytest

from domain.cli import main
from domain.rows.handouts import EditionDraft, HandoutDraft
from domain.rows.outlets import OutletDraft
from domain.rows.parliament import ParliamentQuestion
from domain.rows.projects import ProjectDraft
from domain.rows.publications import StockEntry
from domain.rows.tours import TourDayDraft
from domain.terms import EventKind, EventState
from domain.usecases import handouts, outlets, parliament, projects, publications, report_snapshots, tally, tours
from tests.builders import (
    KOETHEN,
    make_concern,
    make_event,
    make_group,
    make_partner,
    make_publication,
    make_request,
    make_tour,
    make_vehicle,
    open_workspace,
)


def moment():
    """Wednesday, 28 April 2027, 14:32 in Berlin, as everywhere in the tests."""
    return datetime(2027, 4, 28, 12, 32, tzinfo=UTC)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory):
    """A workspace with nothing in it, to be copied."""
    with open_workspace(tmp_path_factory.mktemp("empty"), moment) as ws:
        return ws.path


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory):
    """A workspace with something for every list, to be copied."""
    with open_workspace(tmp_path_factory.mktemp("filled"), moment) as ws:
        bus = make_vehicle(ws)
        tour_id, (day_id,) = make_tour(ws, bus)
        stop = make_event(ws, "Halt", kind=EventKind.mobile_stop, ags=KOETHEN, state=EventState.tentative)
        ws.run("Place stop", tours.place_stop, day_id, stop)
        ws.run("Add day", tours.add_day, tour_id, TourDayDraft(date(2027, 5, 14), bus))
        make_event(ws, "Dialog", ags=KOETHEN)
        held = make_event(
            ws, "Gehalten", day=date(2027, 4, 15), kind=EventKind.information_event, state=EventState.held, ags=KOETHEN
        )
        ws.run("Count", tally.strike, held, make_group(ws), 5)
        ws.run("Count", tally.strike, held, None)
        make_event(ws, "Winter", day=date(2027, 1, 15), start="23:30", end="23:45", state=EventState.held, ags=KOETHEN)
        make_event(ws, "Woche", all_day=True, last_day=date(2027, 5, 15))
        make_event(ws, "Idee", day=None)
        make_event(ws, "Doppelt belegt", vehicle_id=bus)
        make_event(ws, "Auch belegt", vehicle_id=bus)
        make_event(ws, "Vorlage", day=None, is_template=True)
        make_partner(ws, "Grundschule „Ä&<\t\n>“", postcode="06366", town="Köthen")
        make_partner(ws, "GS Ä&<\t\n>", town="Köthen (Anhalt)")
        make_concern(ws, "Unterführung ist dunkel", event_id=held, public_text="Unterführung dunkel")
        low = make_publication(ws, "=Enkel;trick", minimum=120, pack_size=50)
        ws.run("Book", publications.enter, StockEntry(low, date(2027, 4, 1), 30))
        make_publication(ws, "Sicher", language="pl", storage="Keller")
        ws.run("Add", outlets.add, OutletDraft("Webspace", address="web", is_active=False))
        make_request(ws, postcode="06366", earliest=date(2027, 6, 1), duration_minutes=90)
        text = EditionDraft(title="Enkeltrick", text="## Die Masche", valid_until=date(2028, 12, 31))
        ws.run("Handout", handouts.create, HandoutDraft(), text)
        ws.run("Project", projects.create, ProjectDraft(title="Willkommensbehörde", kreis_ags="15085"))
        question = ParliamentQuestion(date(2027, 1, 1), date(2027, 4, 28), "Drs. 9/1234")
        ws.run(report_snapshots.FROZEN, parliament.freeze, question)
        return ws.path


class Answer:
    """What one call left behind."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def json(self):
        """Standard output as the one JSON document it is."""
        return json.loads(self.out)


@pytest.fixture
def landauf(capsys, tmp_path):
    """Calls the command line on `a.landauf` in the test's folder (or the `file` given); gives the answer."""

    def call(*arguments, file=tmp_path / "a.landauf"):
        capsys.readouterr()
        named = ["--file", str(file)] if file else []
        code = main([*map(str, arguments), *named])
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return call


@pytest.fixture
def made(landauf, empty_file, tmp_path):
    """The same with an empty workspace in place."""
    shutil.copy(empty_file, tmp_path / "a.landauf")
    return landauf


@pytest.fixture
def filled(landauf, filled_file, tmp_path):
    """The same with something for every list in the workspace."""
    shutil.copy(filled_file, tmp_path / "a.landauf")
    return landauf


@pytest.fixture
def says(monkeypatch):
    """Puts lines onto standard input."""
    from io import StringIO

    return lambda *lines: monkeypatch.setattr("sys.stdin", StringIO("".join(f"{line}\n" for line in lines)))

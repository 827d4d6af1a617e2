"""Publishing in a folder: what lies there afterwards, what stays untouched, what happens when something is wrong."""

import shutil
from datetime import date, timedelta

import icalendar
import pytest

from domain.errors import LandaufError
from domain.i18n import N_, language
from domain.outgoing import publishing
from domain.outgoing.folder import write_folder
from domain.rows.outlets import OutletDraft
from domain.rules import outlet_files
from domain.terms import Audience, EventState
from domain.usecases import events, outlets
from tests.builders import DAY, KOETHEN, change_event, make_event, open_workspace
from tests.guards.clock import MOMENT

GERMAN = language("de")
KREIS = "15082"
HALLE = "15002000"


class BrokenOffError(LandaufError):
    """What a person's breaking off raises."""


@pytest.fixture
def ws(tmp_path):
    with open_workspace(tmp_path / "work", lambda: MOMENT) as made:
        yield made


@pytest.fixture
def place(tmp_path):
    made = tmp_path / "web"
    made.mkdir()
    return made


@pytest.fixture
def outlet(ws, place):
    """An outlet for the public in a folder, with its web page; gives how it stands now."""
    draft = OutletDraft("Webspace", address=str(place), public_address="https://praevention.example/termine")
    record = ws.run("Add", outlets.add, draft)
    return lambda: ws.ask(outlets.detail, record)


def publish(ws, outlet, seen=lambda _count: None):
    return publishing.publish(ws, outlet(), "", GERMAN, seen).run


def waiting(ws):
    return [each.waiting for each in publishing.standings(ws, GERMAN)]


def times(place):
    return {path.relative_to(place): path.stat().st_mtime_ns for path in place.rglob("*") if path.is_file()}


def titles(path):
    return sorted(str(found["SUMMARY"]) for found in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def test_a_folder_gets_a_calendar_for_every_kreis_one_for_all_and_a_page(ws, outlet, place):
    make_event(ws, "Dialog Köthen", ags=KOETHEN)
    make_event(ws, "Dialog Halle", ags=HALLE)
    make_event(ws, "Nur intern", ags=KOETHEN, audience=Audience.internal)
    run = publish(ws, outlet)
    inside = place / "oeffentlich"
    assert run.trouble == ""
    assert len(list(inside.glob("*.ics"))) == 15
    assert titles(inside / "alle.ics") == ["Dialog Halle", "Dialog Köthen"]
    assert titles(inside / "15082-anhalt-bitterfeld.ics") == ["Dialog Köthen"]
    assert "Dialog Köthen" in (inside / "index.html").read_text("utf-8")
    assert b"Nur intern" not in b"".join(path.read_bytes() for path in place.rglob("*") if path.is_file())
    assert b"SOURCE;VALUE=URI:https://praevention.example/termine/oeffentlich/alle.ics" in (
        (inside / "alle.ics").read_bytes().replace(b"\r\n ", b"")
    )


def test_nothing_is_touched_when_nothing_changed(ws, outlet, place):
    make_event(ws, "Dialog", ags=KOETHEN)
    publish(ws, outlet)
    before = times(place)
    run = publish(ws, outlet)
    assert (run.written, run.removed) == (0, 0)
    assert times(place) == before


def test_only_the_calendars_concerned_are_written_anew(ws, outlet, place):
    moved = make_event(ws, "Dialog Köthen", ags=KOETHEN)
    make_event(ws, "Dialog Halle", ags=HALLE)
    publish(ws, outlet)
    before = times(place)
    assert waiting(ws) == [0]
    ws.run("Move", events.move, moved, DAY + timedelta(days=7))
    assert waiting(ws) == [1]
    publish(ws, outlet)
    assert waiting(ws) == [0]
    changed = {path.name for path, moment in times(place).items() if before.get(path) != moment}
    assert {"alle.ics", "15082-anhalt-bitterfeld.ics", "index.html"} <= changed
    assert "15002-halle-saale.ics" not in changed


def test_a_called_off_event_stays_in_the_calendar_as_such(ws, outlet, place):
    event = make_event(ws, "Dialog", ags=KOETHEN)
    publish(ws, outlet)
    change_event(ws, event, state=EventState.cancelled, state_reason="Sturm")
    publish(ws, outlet)
    assert titles(place / "oeffentlich" / "alle.ics") == ["ABGESAGT: Dialog"]


def test_foreign_files_are_neither_replaced_nor_removed(ws, outlet, place):
    inside = place / "oeffentlich"
    inside.mkdir()
    (inside / "fremd.txt").write_text("Bleibt hier")
    (inside / "index.html").write_text("<h1>Startseite der Stadt</h1>")
    run = publish(ws, outlet)
    assert "index.html" in run.trouble
    assert (inside / "index.html").read_text() == "<h1>Startseite der Stadt</h1>"
    assert (inside / "fremd.txt").read_text() == "Bleibt hier"


def test_files_of_ours_that_nobody_needs_any_more_are_removed(ws, outlet, place):
    event = make_event(ws, "Dialog", ags=KOETHEN)
    publish(ws, outlet)
    (kept,) = (place / "oeffentlich" / "events").glob("*.ics")
    ws.run("Delete", events.delete, [event])
    assert publish(ws, outlet).removed >= 1
    assert not kept.exists()


@pytest.mark.parametrize("is_there_first", [False, True])
def test_a_missing_folder_is_said_in_one_line_and_nothing_is_made(ws, outlet, place, is_there_first):
    make_event(ws, "Dialog", ags=KOETHEN)
    if is_there_first:
        publish(ws, outlet)
    shutil.rmtree(place)
    run = publish(ws, outlet)
    assert "web" in run.trouble
    assert "\n" not in run.trouble
    assert not place.exists()
    if is_there_first:  # a drive that is not connected leaves an empty folder behind
        place.mkdir()
        assert publish(ws, outlet).trouble
        assert list(place.iterdir()) == []


def test_a_run_that_was_broken_off_is_completed_by_the_next(ws, outlet, place):
    make_event(ws, "Dialog", ags=KOETHEN)
    done = []

    def impatient(number):
        if number == 5:
            raise BrokenOffError(N_("Publishing was broken off; the next run completes it."))
        done.append(number)

    with pytest.raises(BrokenOffError):
        publish(ws, outlet, impatient)
    assert 0 < len(list(place.rglob("*.ics"))) < 15
    assert list(place.rglob("*.part")) == []
    assert publish(ws, outlet).trouble == ""
    assert titles(place / "oeffentlich" / "alle.ics") == ["Dialog"]
    assert waiting(ws) == [0]


def test_each_audience_has_a_folder_of_its_own(ws, place):
    make_event(ws, "Dialog", ags=KOETHEN)
    make_event(ws, "Absprache", ags=KOETHEN, audience=Audience.internal)
    for audience in Audience:
        write_folder(ws, OutletDraft("x", address=str(place), audience=audience), GERMAN)
    assert sorted(path.name for path in place.iterdir()) == ["intern", "oeffentlich", "partner"]
    assert titles(place / "intern" / "alle.ics") == ["Absprache", "Dialog"]
    assert titles(place / "oeffentlich" / "alle.ics") == titles(place / "partner" / "alle.ics") == ["Dialog"]
    assert not (place / "intern" / "index.html").exists()


def test_only_a_month_back_and_a_year_ahead_are_published(ws, outlet, place):
    today = MOMENT.date()
    for title, day in (("Alt", today - timedelta(days=31)), ("Fern", today + timedelta(days=366)), ("Jetzt", today)):
        make_event(ws, title, ags=KOETHEN, day=day)
    publish(ws, outlet)
    assert titles(place / "oeffentlich" / "alle.ics") == ["Jetzt"]
    assert outlet_files.window(date(2027, 4, 28)) == (date(2027, 3, 29), date(2028, 4, 27))

"""Calendar files: what they are called, what stays untouched, and one file for each entry."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from icalendar import Calendar

from domain.errors import FileProblemError, UsageError
from domain.i18n import language
from domain.outgoing import calendars
from domain.rows.calendars import CalendarChoice
from domain.rows.events import AssignmentDraft
from domain.terms import AssignmentRole, Audience, EventKind, TourShape
from domain.usecases import events
from tests.builders import DAY, change_event, make_event, make_person, make_tour, make_vehicle, open_workspace
from tests.domain.usecases.touring import place

GERMAN = language("de")


@pytest.fixture
def ws(tmp_path_factory, clock):
    """An empty workspace beside the folder that is written to."""
    with open_workspace(tmp_path_factory.mktemp("file"), clock) as made:
        yield made


def each(ws, folder, **choice):
    """The files in the folder by name, after every entry was written there."""
    calendars.export_each(ws, folder, CalendarChoice(**choice), GERMAN)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def only(content):
    (found,) = Calendar.from_ical(content).walk("VEVENT")
    return found


def test_an_unchanged_calendar_is_not_written_again(ws, tmp_path, clock):
    make_event(ws)
    out = tmp_path / "a.ics"
    assert calendars.export_calendar(ws, out, CalendarChoice(), GERMAN) == 1
    before = out.stat()
    clock.advance(timedelta(days=1))
    calendars.export_calendar(ws, out, CalendarChoice(), GERMAN)
    after = out.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_calendar_ends_in_ics_and_contradictions_leave_the_old_file(ws, tmp_path):
    out = tmp_path / "a.ics"
    out.write_text("alt")
    with pytest.raises(UsageError):
        calendars.export_calendar(ws, tmp_path / "a.txt", CalendarChoice(), GERMAN)
    with pytest.raises(UsageError):
        calendars.export_calendar(ws, out, CalendarChoice(reminds=True), GERMAN)
    assert out.read_text() == "alt"


def test_a_calendar_of_a_district_bears_its_name(ws):
    stream = BytesIO()
    ws.ask(calendars.write_feed, stream, CalendarChoice(), GERMAN, kreis="15081")
    assert Calendar.from_ical(stream.getvalue())["X-WR-CALNAME"].endswith(": Altmarkkreis Salzwedel")


def test_each_entry_gets_a_file_with_day_number_and_title(ws, tmp_path):
    make_event(ws, 'Vorträge: "Größe" ../../etc')
    assert list(each(ws, tmp_path / "neu")) == ["2027-05-13-2027-0001-vortrage-grosse-etc.ics"]


def test_an_entry_that_moves_leaves_no_earlier_file_behind(ws, tmp_path):
    moved, kept = make_event(ws, "Zieht um"), make_event(ws, "Bleibt")
    before = each(ws, tmp_path)
    stranger = tmp_path / "2027-05-13-2027-0001-fremd.ics"
    stranger.write_text("kein Termin")
    times = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    ws.run("Move", events.move, moved, date(2027, 6, 1))
    after = each(ws, tmp_path)
    assert set(after) == {
        "2027-06-01-2027-0001-zieht-um.ics",
        "2027-05-13-2027-0002-bleibt.ics",
        "2027-05-13-2027-0001-fremd.ics",
    }
    assert only(after["2027-06-01-2027-0001-zieht-um.ics"])["SEQUENCE"] == 1
    assert times["2027-05-13-2027-0002-bleibt.ics"] == (tmp_path / "2027-05-13-2027-0002-bleibt.ics").stat().st_mtime_ns
    change_event(ws, kept, title="Heißt anders")
    assert "2027-05-13-2027-0002-bleibt.ics" in before
    assert "2027-05-13-2027-0002-bleibt.ics" not in each(ws, tmp_path)


def test_the_bar_of_a_tour_has_a_file_too_and_takes_the_earlier_one_away(ws, tmp_path):
    _tour, (day_id, _next) = make_tour(ws, make_vehicle(ws), days=2)
    stop = make_event(ws, "Halt", kind=EventKind.mobile_stop, town="Zerbst")
    place(ws, day_id, stop)
    (name,) = each(ws, tmp_path, tours=TourShape.bars)
    assert name.startswith("2027-05-13-")
    ws.run("Move", events.move, stop, DAY + timedelta(days=1))
    (later,) = each(ws, tmp_path, tours=TourShape.bars)
    assert later == name.replace("05-13", "05-14", 1)


def test_single_files_of_own_appointments_remind_when_asked(ws, tmp_path):
    me = make_person(ws)
    make_event(ws, "Meiner", assignments=(AssignmentDraft(me, AssignmentRole.speaker),))
    (content,) = each(ws, tmp_path, audience=Audience.internal, person_id=me, reminds=True).values()
    assert len(only(content).walk("VALARM")) == 1


def test_a_file_where_the_folder_should_be_is_refused(ws, tmp_path):
    (tmp_path / "a").write_text("")
    with pytest.raises(FileProblemError):
        calendars.export_each(ws, tmp_path / "a", CalendarChoice(), GERMAN)

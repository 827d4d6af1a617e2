"""The web page leaves the house: as a folder that follows the plan, and as a single file for one audience."""

import pytest

from domain.errors import FileProblemError
from domain.i18n import language
from domain.outgoing.web_page import export_page, web_files, write_web_page
from domain.rows.calendars import CalendarChoice
from domain.rows.filters import EventFilter
from domain.rows.web import WebAddresses
from domain.terms import Audience, EventState
from domain.usecases import events
from tests.builders import KOETHEN, change_event, make_event, open_workspace

GERMAN = language("de")
INSIDE = "Geheim"


@pytest.fixture
def ws(tmp_path, clock):
    """A workspace with a public event, one for partners and one for the house."""
    with open_workspace(tmp_path, clock) as workspace:
        make_event(workspace, "Offener Abend", ags=KOETHEN, internal_notes=f"{INSIDE}e Notiz")
        make_event(workspace, f"{INSIDE}es Treffen", audience=Audience.internal)
        make_event(workspace, "Partnerrunde", audience=Audience.partners)
        yield workspace


@pytest.fixture
def folder(tmp_path):
    """Where the pages go; not there yet."""
    return tmp_path / "web" / "termine"


def write(ws, folder, **choice):
    return write_web_page(ws, folder, CalendarChoice(**choice), GERMAN)


def everything(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_folder_holds_pages_in_both_languages_and_an_own_file_of_each_event(ws, folder):
    write(ws, folder)
    files = everything(folder)
    assert {"index.html", "kreis-15082.html", "en/index.html", "landauf.css", "landauf.js"} <= files.keys()
    assert b"Offener Abend" in files["kreis-15082.html"]
    [event] = [name for name in files if name.startswith("events/")]
    assert b"SUMMARY:Offener Abend" in files[event]


def test_what_is_not_public_is_in_none_of_the_files(ws, folder):
    write(ws, folder)
    for name, content in everything(folder).items():
        assert INSIDE.encode() not in content, name
        assert b"Partnerrunde" not in content, name
    write(ws, folder, audience=Audience.partners)
    assert b"Partnerrunde" in everything(folder)["index.html"]
    assert not any(INSIDE.encode() in content for content in everything(folder).values())


def test_notes_stay_in_the_house_even_on_its_own_page(ws, tmp_path):
    assert export_page(ws, tmp_path / "intern.html", CalendarChoice(Audience.internal), GERMAN) == 3
    assert b"Notiz" not in (tmp_path / "intern.html").read_bytes()


def test_unchanged_files_stay_as_they_are(ws, folder):
    assert write(ws, folder) > 30
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.*")}
    assert write(ws, folder) == 0
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.*")} == before


def test_only_what_an_event_touches_is_written_again(ws, folder):
    write(ws, folder)
    make_event(ws, "Zweiter Abend", ags=KOETHEN)
    before = everything(folder)
    written, after = write(ws, folder), everything(folder)
    changed = {name for name in after if after[name] != before.get(name)}
    assert written == len(changed)
    assert "kreis-15082.html" in changed
    assert not {"landauf.css", *(name for name in before if name.startswith("events/"))} & changed


def test_file_of_an_event_that_is_gone_goes_too_and_nothing_else(ws, folder):
    later = make_event(ws, "Fällt weg")
    write(ws, folder)
    own = folder / "events" / "2026-0001.ics"
    own.write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//Andere//DE\r\n")
    (folder / "events" / "notiz.txt").write_text("meins")
    count = len(list((folder / "events").iterdir()))
    ws.run("Delete", events.delete, [later])
    write(ws, folder)
    assert len(list((folder / "events").iterdir())) == count - 1
    assert own.exists()


def test_filter_chooses_what_the_page_holds(ws, folder):
    write(ws, folder, wanted=EventFilter(kreise=("15001",), dated=True))
    assert not any(name.startswith("events/") for name in everything(folder))
    assert b"Zurzeit gibt es keine" in everything(folder)["index.html"]


def test_cancelled_event_stays_and_says_so(ws, folder):
    event = make_event(ws, "Fällt aus")
    change_event(ws, event, state=EventState.cancelled, state_reason=f"{INSIDE}er Grund")
    write(ws, folder)
    page = everything(folder)["index.html"].decode()
    assert "<s>Fällt aus</s>" in page
    assert INSIDE not in page


def test_publisher_gets_the_same_files_as_the_folder(ws, folder):
    write(ws, folder)
    given = ws.ask(lambda session: dict(web_files(session, CalendarChoice(), WebAddresses(), GERMAN)))
    assert given == everything(folder)


def test_folder_that_cannot_be_made_is_named(ws, tmp_path):
    (tmp_path / "datei").write_text("")
    with pytest.raises(FileProblemError, match="datei"):
        write(ws, tmp_path / "datei" / "web")

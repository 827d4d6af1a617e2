"""Whatever is in a file: no writer and no document for outsiders tells a confidential name, a remark or a contact."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from domain import outgoing
from domain.cli import exports, main
from domain.documents import DOCUMENTS
from domain.errors import LandaufError
from domain.i18n import language
from domain.outgoing.folder import write_folder
from domain.rows.events import FACTS_OF_KIND, AssignmentDraft, LectureFacts, PatrolFacts, TrafficFacts
from domain.rows.handouts import EditionDraft, HandoutDraft
from domain.rows.outlets import OutletDraft
from domain.rows.parliament import ParliamentQuestion
from domain.rows.partners import ContactDraft
from domain.rows.printing import PrintChoice
from domain.rows.projects import ProjectDraft
from domain.rows.requests import RequestDraft
from domain.rows.tours import StaffDraft
from domain.terms import (
    AccidentCause,
    AssignmentRole,
    Audience,
    EventKind,
    EventState,
    OutletKind,
    ProjectKind,
    Schulform,
    TourShape,
)
from domain.usecases import (
    caldav_records,
    handouts,
    parliament,
    partners,
    people,
    print_menu,
    projects,
    report_snapshots,
    requests,
)
from domain.workspace import Workspace
from tests.builders import (
    KOETHEN,
    event_draft,
    make_concern,
    make_partner,
    make_publication,
    make_topic,
    open_workspace,
)
from tests.domain.documents import tagged

NOW = datetime(2027, 4, 28, 12, 32, tzinfo=UTC)
HIDDEN = "Geheim"
TEXTS = ("title", "public_text", "place_name", "host_name", "accessibility")
ENDINGS = ("csv", "json", "xlsx", "ics", "vcf", "gpx", "geojson", "html")
DRAWN = settings(max_examples=2, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
STATES = (EventState.tentative, EventState.confirmed, EventState.held, EventState.reviewed, EventState.cancelled)

events = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(EventKind),
            "state": st.sampled_from(STATES),
            "audience": st.sampled_from(Audience),
            "day": st.dates(date(2027, 3, 20), date(2027, 6, 30)),
            "host_confidential": st.booleans(),
            "typed_into": st.sets(
                st.sampled_from(["title", "public_text", "place_name", "host_name", "accessibility"])
            ),
            "role": st.sampled_from([AssignmentRole.speaker, AssignmentRole.moderation, AssignmentRole.driver]),
        }
    ),
    min_size=3,
    max_size=5,
)


def draft(drawn, secrets, speaker, host, topic):
    """An event with a secret wherever it must stay inside, and the confidential name typed where people may type it."""
    staff, name = speaker
    hidden = drawn["host_confidential"] or drawn["audience"] is Audience.internal
    words = dict.fromkeys(drawn["typed_into"], f"Offen, mit {name} dabei")
    if hidden:
        words |= dict.fromkeys(("title", "public_text", "place_name", "host_name"), f"{HIDDEN}{next(secrets)}Haus")
    facts = {
        EventKind.lecture: LectureFacts(Schulform.gymnasium, occasion="Projekttag", prior_knowledge=f"{HIDDEN}Wissen"),
        EventKind.joint_patrol: PatrolFacts(2, 2, 5, f"{HIDDEN}Schwerpunkt"),
    }
    happened = drawn["state"] in {EventState.held, EventState.reviewed}
    values = {"title": "Offener Termin", "host_name": "Offene Schule"} | words
    return event_draft(
        values.pop("title"),
        **values,
        kind=drawn["kind"],
        state=drawn["state"],
        state_reason=f"{HIDDEN}Grund" if drawn["state"] is EventState.cancelled else "",
        day=drawn["day"] if not happened else date(2027, 4, 6),
        audience=drawn["audience"],
        host_confidential=drawn["host_confidential"],
        host_id=None if hidden else host,
        ags=KOETHEN,
        room=f"{HIDDEN}Raum",
        internal_notes=f"{HIDDEN}Notiz {name}",
        security_remarks=f"{HIDDEN}Sicherheit",
        lessons=f"{HIDDEN}Besser",
        actual=30 if happened else None,
        best_practice=happened and not hidden,
        topic_ids=(topic,),
        traffic=TrafficFacts(AccidentCause.speed, f"{HIDDEN}Schwerpunkt"),
        facts=facts.get(drawn["kind"], FACTS_OF_KIND[drawn["kind"]]() if drawn["kind"] in FACTS_OF_KIND else None),
        assignments=(AssignmentDraft(staff, drawn["role"]),),
    )


def fill(ws, drawn):
    secrets = count(1)
    name = f"{HIDDEN} Redner"
    speaker = ws.run("Add", people.create, StaffDraft(name, confidential=True, phone="0391 000666", notes=f"{HIDDEN}"))
    host = make_partner(ws, "Offene Schule", ags=KOETHEN, notes=f"{HIDDEN}Partner")
    ws.run("Add", partners.add_contact, ContactDraft(host, "Leitung", f"{HIDDEN}Kontakt", "0340 000666"))
    topic = make_topic(ws, f"Extremismus mit {name}")
    make_publication(ws, f"Faltblatt von {name}", publisher=name)
    text = EditionDraft(title=f"Offen mit {name}", lead=name, text=f"## {name}\n\nFragen an {name}.", author=name)
    ws.run("Add", handouts.create, HandoutDraft(topic, f"{HIDDEN}Notiz"), text)
    made = [draft(each, secrets, (speaker, name), host, topic) for each in drawn]
    for number, each in enumerate(made):
        asked = RequestDraft(
            "Offene Schule", each.kind, security_remarks=f"{HIDDEN}Störer", notes=f"{HIDDEN}Notiz", ags=KOETHEN
        )
        request = ws.run("Ask", requests.create, asked)
        if number % 2:
            ws.run("Decline", requests.decline, request, f"{HIDDEN}Absage")
        else:
            ws.run("Accept", requests.accept, request, each)
    make_concern(ws, f"{HIDDEN} am Markt", ags=KOETHEN, place=f"{HIDDEN}Weg", raised_on=date(2027, 4, 1))
    student = ProjectDraft(
        ProjectKind.regional_analysis, "Analyse", student=f"{HIDDEN}Name", student_until=date(2028, 1, 1)
    )
    ws.run("Project", projects.create, student)
    question = ParliamentQuestion(date(2027, 1, 1), date(2027, 6, 30), "Offene Frage")
    ws.run(report_snapshots.FROZEN, parliament.freeze, question)


HELD = {
    "kind": EventKind.citizen_dialogue,
    "state": EventState.held,
    "audience": Audience.public,
    "day": date(2027, 4, 6),
    "host_confidential": False,
    "typed_into": {"title"},
    "role": AssignmentRole.speaker,
}
"""An event that took place, whatever else is drawn."""

_REFUSED: set[tuple[str, str]] = set()
"""What cannot be written in which form, once that was seen: each refusal costs as much as a file."""


def told(path):
    if path.suffix == ".xlsx":
        with ZipFile(path) as book:
            return "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    return path.read_text("utf-8").replace("\n ", "")


def tables(path, folder, audience):
    """Every file that the command line writes for an audience, by its name, as text."""
    days = ("--from", "2027-01-01", "--to", "2027-12-31")
    for what in exports.KINDS:
        for ending in ENDINGS:
            if (what, ending) in _REFUSED:
                continue
            out = folder / f"{what}-{audience.value}-{uuid4().hex}.{ending}"
            year = ("--year", "2027") if what == "annual_report" else ()
            asked = () if what in {"calendar", "events", "partners"} else days
            main(["export", what, str(out), "--audience", audience.value, *asked, *year, "--file", str(path)])
            if out.exists():
                yield out.name, told(out)
            else:
                _REFUSED.add((what, ending))
    yield from published(path, folder / f"web-{uuid4().hex}", audience)


def published(path, place, audience):
    """Every file that is published in a folder, and every resource of a calendar server, by its name, as text."""
    place.mkdir()
    with Workspace.open(path, clock=lambda: NOW, author="Kühne", device="Laptop 7") as ws:
        draft = OutletDraft("Web", address=str(place), audience=audience, tours=TourShape.both)
        assert write_folder(ws, draft, language("de")).written >= 15
        server = replace(draft, kind=OutletKind.caldav, address="https://kalender.example/")
        wanted = ws.run(
            "Send", lambda session: caldav_records.wanted(caldav_records.leaving(session, server), language("de"))
        )
    for file in filter(Path.is_file, place.rglob("*")):
        yield file.name, told(file)
    for resources in wanted.values():
        yield from ((name, each.content.decode().replace("\r\n ", "")) for name, each in resources.items())


def papers(ws):
    """Every document for outsiders about everything it could be about, as text."""
    for entry in ws.ask(print_menu.printables, PrintChoice()):
        if DOCUMENTS[entry.document.name].is_internal:
            continue
        for subject in entry.subjects:
            with suppress(LandaufError):  # what may not go out is refused in a line
                yield (
                    entry.document.name,
                    tagged.text(outgoing.document(ws, entry.document.name, subject.choice, language("de"))),
                )


def leak(name, text):
    """Where and how a secret is told; "" if it is not."""
    found = next((text.find(words) for words in (HIDDEN, "000666") if words in text), None)
    return "" if found is None else f"{name}: …{text[max(0, found - 60) : found + 60]}…"


@pytest.mark.parametrize("audience", [Audience.public, Audience.partners])
@DRAWN
@given(drawn=events)
def test_no_file_for_outsiders_holds_a_secret(audience, drawn):
    with TemporaryDirectory() as name:
        folder = Path(name)
        with open_workspace(folder, lambda: NOW) as ws:
            fill(ws, drawn)
            path = ws.path
        found = dict(tables(path, folder, audience))
        assert len(found) >= len(exports.KINDS)
        assert [leak(name, text) for name, text in found.items() if leak(name, text)] == []


@DRAWN
@given(drawn=events)
def test_no_document_for_outsiders_holds_a_secret(drawn):
    with TemporaryDirectory() as name, open_workspace(Path(name), lambda: NOW) as ws:
        fill(ws, [*drawn, HELD])  # reports are offered only where something took place
        found = list(papers(ws))
        assert {kind for kind, _text in found} >= {"annual_report", "coverage_report", "parliament_answer"}
        assert [leak(kind, text) for kind, text in found if leak(kind, text)] == []

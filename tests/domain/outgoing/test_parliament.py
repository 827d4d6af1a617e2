"""Files of answers to parliament: the same numbers everywhere, the same bytes for good, no formula, no secret."""

import csv
import json
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from domain import outgoing
from domain.errors import UsageError
from domain.i18n import language
from domain.outgoing import parliament as outgoing_parliament
from domain.rows.events import LectureFacts
from domain.rows.printing import PrintChoice
from domain.rules.parliament import figures
from domain.terms import Schulform
from domain.usecases import events, parliament
from domain.usecases.report_snapshots import FROZEN
from tests.builders import change_event, make_person, open_workspace
from tests.domain.documents import tagged
from tests.domain.usecases.test_parliament import QUESTION, frozen, lecture

DE = language("de")
ENDINGS = (".xlsx", ".csv", ".json")


@pytest.fixture
def ws(tmp_path, clock):
    with open_workspace(tmp_path, clock) as made:
        yield made


def filled(ws):
    """Three events, two of them at schools, one with a guest; returns the snapshot and the first event."""
    ids = [
        lecture(ws, "Symbole", actual=25, facts=LectureFacts(schulform=Schulform.gymnasium)),
        lecture(ws, "=1+1", actual=17, facts=LectureFacts(schulform=Schulform.grundschule)),
        lecture(ws, "Spionage", actual=130, facts=LectureFacts(speaker_office="Verfassungsschutz Sachsen")),
    ]
    lecture(ws, "Geheimwerk", actual=8, host_confidential=True)
    return frozen(ws), ids[0]


def files(ws, folder, snapshot):
    """Every file of a snapshot by ending, as bytes."""
    found = {}
    for ending in ENDINGS:
        out = folder / f"answer{ending}"
        outgoing_parliament.export_snapshot(ws, out, snapshot, DE)
        found[ending] = out.read_bytes()
    found[".pdf"] = outgoing.document(ws, "parliament_answer", PrintChoice(snapshot_id=snapshot), DE)
    return found


def csv_rows(content):
    return list(csv.DictReader(content.decode("utf-8-sig").splitlines(), delimiter=";"))


def sheets(content):
    book = openpyxl.load_workbook(BytesIO(content))
    return {page.title: [[cell.value for cell in row] for row in page.iter_rows()] for page in book}


def test_a_snapshot_gives_the_same_bytes_after_its_events_have_changed_and_gone(ws, tmp_path):
    snapshot, event = filled(ws)
    before = files(ws, tmp_path, snapshot)
    change_event(ws, event, actual=999, title="Ganz anders")
    lecture(ws, "neu")
    ws.run("Delete", events.delete, [event])
    assert files(ws, tmp_path, snapshot) == before


def test_all_outputs_tell_the_same_numbers(ws, tmp_path):
    snapshot, _event = filled(ws)
    found = files(ws, tmp_path, snapshot)
    answer = ws.ask(parliament.opened, snapshot).content.answer
    told = json.loads(found[".json"])
    assert {each["name"]: each["value"] for each in told["figures"]} == {
        DE.gettext(name): value for name, value in figures(answer)
    }
    assert told["sums"]["schools"] == {"events": 2, "participants": 42, "uncounted": 0}
    assert told["sums"]["all"] == {"events": 4, "participants": 180, "uncounted": 0}
    of_csv = {(row["Wo"], row["Was gezählt ist"]): row for row in csv_rows(found[".csv"])}
    book = sheets(found[".xlsx"])
    paper = tagged.text(found[".pdf"])
    for (part, title), sums in {
        ("Veranstaltungen an Schulen", "Veranstaltungen an Schulen"): answer.school_sums,
        ("Veranstaltungen außerhalb von Schulen", "Veranstaltungen außerhalb von"): answer.other_sums,
        ("Alle Veranstaltungen", "Summen und Anfragen"): answer.total,
    }.items():
        line = of_csv[part, "Summe"]
        assert (line["Teilnehmende"], line["Anzahl"]) == (str(sums.participants), str(sums.events))
        heads, *rows = next(rows for name, rows in book.items() if name.startswith(title))
        row = next(dict(zip(heads, row, strict=True)) for row in rows if row[:2] == [part, "Summe"])
        assert (row["Teilnehmende"], row["Anzahl"]) == (sums.participants, sums.events)
        assert f"{part} {sums.events} {sums.participants}" in paper
    assert len(told["schools"]) == 2
    assert [row["participants"] for row in told["schools"]] == [17, 25]


def test_a_title_is_no_formula(ws, tmp_path):
    found = files(ws, tmp_path, filled(ws)[0])
    assert b"<f>" not in ZipFile(BytesIO(found[".xlsx"])).read("xl/worksheets/sheet1.xml")
    assert "'=1+1" in {row["Titel"] for row in csv_rows(found[".csv"])}


def test_no_file_holds_what_must_stay_in_the_house(ws, tmp_path):
    from domain.rows.events import AssignmentDraft
    from domain.terms import AssignmentRole

    speaker = make_person(ws, "Geheime Rednerin")
    lecture(
        ws, "Vortrag Geheime Rednerin", security_remarks="Geheim 1", internal_notes="Geheim 2", room="Geheim 3",
        assignments=(AssignmentDraft(speaker, AssignmentRole.speaker),),
    )  # fmt: skip
    lecture(ws, "Bei Geheimwerk", host_name="Geheimwerk", host_confidential=True)
    for ending, content in files(ws, tmp_path, frozen(ws)).items():
        whole = content.decode("utf-8", "replace")
        if ending == ".xlsx":
            book = ZipFile(BytesIO(content))
            whole = "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
        elif ending == ".pdf":
            whole = tagged.text(content)
        assert "Geheim" not in whole, ending


def test_an_answer_can_be_written_without_freezing_it(ws, tmp_path):
    lecture(ws, "Symbole")
    out = tmp_path / "answer.json"
    assert outgoing_parliament.export_answer(ws, out, QUESTION, DE) == 1
    told = json.loads(out.read_text("utf-8"))
    assert [row["title"] for row in told["others"]] == ["Symbole"]
    assert told["code"] == ""


def test_a_foreign_ending_is_refused(ws, tmp_path):
    with pytest.raises(UsageError, match=r"\.xlsx"):
        outgoing_parliament.export_snapshot(
            ws, tmp_path / "answer.doc", ws.run(FROZEN, parliament.freeze, QUESTION), DE
        )

"""The evaluation as files: the same numbers in each, sums only, and what each audience may see of the events."""

import csv
import io
import json
from datetime import date

import pytest
from openpyxl import load_workbook

from domain.errors import LandaufError, UsageError
from domain.exchange.statistics_table import EVENT_FIGURES, REQUEST_FIGURES
from domain.i18n import language
from domain.outgoing.evaluation import export_everything, export_statistics
from domain.rows.evaluation import EvaluationFilter
from domain.rows.events import ConsultationFacts, Count, HandOut, PatrolFacts
from domain.rows.publications import PublicationDraft
from domain.rules.counting_rules import footnotes
from domain.terms import Audience, EventKind, EventState, Measure
from domain.usecases import evaluation, publications
from tests.builders import (
    HALLE,
    KOETHEN,
    make_event,
    make_group,
    make_partner,
    make_person,
    make_request,
    make_topic,
    open_workspace,
)

HIDDEN = "Geheim"
DAY = date(2027, 3, 2)
WANTED = EvaluationFilter(date(2027, 1, 1), date(2027, 6, 30))
DE = language("de")


@pytest.fixture
def ws(tmp_path, clock):
    """A workspace with something for every breakdown, and secrets wherever somebody could type one."""
    with open_workspace(tmp_path, clock) as workspace:
        topic, group = make_topic(workspace, "=Einbruch"), make_group(workspace)
        paper = workspace.run("Add", publications.create, PublicationDraft("Sicher wohnen"))
        host = make_partner(workspace, f"{HIDDEN}er Verein", notes=f"{HIDDEN}e Notiz")
        make_person(workspace, f"{HIDDEN} Person")
        held = {"state": EventState.held, "ags": KOETHEN, "day": DAY, "internal_notes": f"{HIDDEN}e Notiz"}
        facts = PatrolFacts(police_officers=2, ordnungsamt_officers=2, checks=3)
        patrol = {"audience": Audience.internal, "security_remarks": HIDDEN, "facts": facts}
        make_event(workspace, f"{HIDDEN}e Streife", kind=EventKind.joint_patrol, **held, **patrol)
        consultation = {"facts": ConsultationFacts(talks=5, minutes=75), "actual": 5, "kilometres": 33.3}
        make_event(workspace, "Beratung", kind=EventKind.consultation, **held, **consultation)
        counted = {"counts": (Count(group, 30, 25),), "publications": (HandOut(paper, 40, 12),), "topic_ids": (topic,)}
        make_event(workspace, "Dialog", host_id=host, host_confidential=True, actual=25, **held, **counted)
        make_event(workspace, "Vortrag", kind=EventKind.lecture, expected=60, ags=HALLE, host_name="Schule")
        make_request(workspace, f"{HIDDEN}e Schule", received_on=DAY, notes=HIDDEN)
        yield workspace


@pytest.fixture
def written(ws, tmp_path):
    """A function that writes the statistics with an ending; gives the bytes."""

    def write(ending):
        out = tmp_path / f"s.{ending}"
        export_statistics(ws, out, WANTED, DE)
        return out.read_bytes()

    return write


def table(content):
    """The lines of a CSV file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def sheet(book, name):
    """The rows of a sheet below its heading."""
    return [list(row) for row in book[name].iter_rows(min_row=2, values_only=True)]


def in_german(value):
    """A figure as the CSV file writes it."""
    if value is None:
        return ""
    return f"{value:.10g}".replace(".", ",") if isinstance(value, float) else str(value)


def test_json_csv_and_workbook_hold_the_same_numbers(ws, written):
    figures = ws.ask(evaluation.figures, WANTED)
    lines = json.loads(written("json"))
    whole = lines[0]
    assert {key: whole[key] for key, _msgid in EVENT_FIGURES} == {
        key: getattr(figures.whole, key) for key, _msgid in EVENT_FIGURES
    }
    names = [key for key, _msgid in EVENT_FIGURES] + [f"request_{key}" for key, _msgid in REQUEST_FIGURES]
    expected = [[line[name] for name in names] for line in lines]
    assert [line[5:] for line in table(written("csv"))[1:]] == [[in_german(value) for value in row] for row in expected]
    written("xlsx")
    book = load_workbook(io.BytesIO(written("xlsx")))
    assert [row[5:] for row in sheet(book, "Statistik")] == expected
    assert len(lines) > 40


def test_every_breakdown_is_in_the_statistics_and_in_a_sheet_of_its_own(ws, written, tmp_path):
    figures = ws.ask(evaluation.figures, WANTED)
    lines = json.loads(written("json"))
    out = tmp_path / "all.xlsx"
    export_everything(ws, out, Audience.internal, WANTED, DE)
    book = load_workbook(out)
    for part, title, rows in (
        ("month", "Nach Monat", figures.months),
        ("kind", "Nach Art", figures.kinds),
        ("kreis", "Nach Kreis", figures.kreise),
        ("topic", "Nach Thema", figures.topics),
        ("target_group", "Nach Zielgruppe", figures.target_groups),
        ("school", "Schulen und andere", figures.schools),
    ):
        held = [row.sums.held for row in rows]
        assert [line["held"] for line in lines if line["part"] == part] == held
        assert [row[1] for row in sheet(book, title)] == held
        hours = [row.sums.hours for row in rows]
        assert [line["hours"] for line in lines if line["part"] == part] == hours
        assert [row[10] for row in sheet(book, title)] == hours
    assert book.sheetnames[-1] == "Termine"


def test_workbook_has_real_numbers_and_days_frozen_heads_and_no_formula(ws, tmp_path):
    out = tmp_path / "all.xlsx"
    count = export_everything(ws, out, Audience.internal, WANTED, DE)
    book = load_workbook(out)
    figures = ws.ask(evaluation.figures, WANTED)
    keyed = {row[0]: row[1:] for row in sheet(book, "Kennzahlen")}
    assert keyed["Gehalten"][0] == 3
    assert keyed["Kilometer"][0] == 33.3
    assert keyed["Streifenstunden Polizei"][0] == figures.whole.police_hours == 4.0
    assert keyed["Anfragen eingegangen"][0] == 1
    for page in book:
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref
        assert page.page_setup.orientation == "landscape"
        for row in page.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
    starts = [row[4] for row in sheet(book, "Termine")]
    assert all(start.year == 2027 for start in starts)
    assert count == sum(page.max_row - 1 for page in book)
    assert "=Einbruch" in [row[0] for row in sheet(book, "Nach Thema")]


def test_counting_rules_stand_in_the_workbook(ws, tmp_path):
    out = tmp_path / "all.xlsx"
    export_everything(ws, out, Audience.public, WANTED, DE)
    told = [row[0] for row in sheet(load_workbook(out), "So wird gezählt")]
    assert told[0] == "01.01.–30.06.2027"
    assert told[1:] == [DE.gettext(msgid) for msgid in footnotes()]


@pytest.mark.parametrize("audience", [Audience.public, Audience.partners])
def test_outsiders_get_all_sums_but_neither_names_nor_hidden_events(ws, tmp_path, audience):
    out = tmp_path / "all.xlsx"
    export_everything(ws, out, audience, WANTED, DE)
    book = load_workbook(out)
    assert {row[0]: row[1] for row in sheet(book, "Kennzahlen")}["Gehalten"] == 3
    assert [row[3] for row in sheet(book, "Termine")] == ["Beratung", "Vortrag"]
    assert not any(HIDDEN in str(value) for page in book for row in page.values for value in row)


def test_statistics_hold_no_name_that_somebody_typed_about_people_or_hosts(written):
    for ending in ("json", "csv"):
        assert HIDDEN not in written(ending).decode()


def test_the_house_sees_every_event(ws, tmp_path):
    out = tmp_path / "all.xlsx"
    export_everything(ws, out, Audience.internal, WANTED, DE)
    assert len(sheet(load_workbook(out), "Termine")) == 4


def test_unchanged_statistics_leave_the_file_alone(ws, written, tmp_path):
    first = written("xlsx")
    changed_at = (tmp_path / "s.xlsx").stat().st_mtime_ns
    assert written("xlsx") == first
    assert (tmp_path / "s.xlsx").stat().st_mtime_ns == changed_at


def test_wrong_endings_are_refused_before_anything_is_written(ws, tmp_path):
    with pytest.raises(UsageError):
        export_statistics(ws, tmp_path / "s.pdf", WANTED, DE)
    with pytest.raises(UsageError):
        export_everything(ws, tmp_path / "s.csv", Audience.public, WANTED, DE)
    assert not list(tmp_path.glob("s.*"))


def test_writing_can_be_broken_off(ws, tmp_path):
    def stop(number):
        raise LandaufError(f"{number}")

    with pytest.raises(LandaufError):
        export_everything(ws, tmp_path / "all.xlsx", Audience.internal, WANTED, DE, stop)
    assert not list(tmp_path.glob("all*"))


def test_figures_of_every_measure_can_be_told(ws):
    whole = ws.ask(evaluation.figures, WANTED).whole
    assert {measure: whole.amount(measure) for measure in Measure} == {
        Measure.events: 3,
        Measure.people: 30,
        Measure.kilometres: 33.3,
        Measure.hours: 6.0,
        Measure.patrol_hours: 8.0,
        Measure.talks: 5,
        Measure.reach: 0,
        Measure.handed_out: 12,
    }
    assert (whole.outlook(Measure.events), whole.outlook(Measure.people), whole.outlook(Measure.hours)) == (1, 60, 0)

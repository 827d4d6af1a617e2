"""Projects in a real file: stages, versions, undo, the due list, coverage, and the extract that leaves."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.errors import ConflictError, InvalidInputError, UsageError
from domain.i18n import language
from domain.outgoing.analysis import export_extract
from domain.rows.concerns import ConcernDraft
from domain.rows.events import TrafficFacts
from domain.rows.projects import ProjectDraft, StageDraft
from domain.terms import AccidentCause, Audience, DaySpan, EventKind, EventState, ProjectKind, ProjectState
from domain.usecases import analysis_extract, concerns, coverage_story, due, projects
from tests.builders import DAY, KOETHEN, dump, make_event, make_partner, make_topic

PAST = date(2027, 3, 2)
YEAR = DaySpan(date(2027, 1, 1), date(2027, 12, 31))
STAGES = (StageDraft("Auftakt", PAST, PAST), StageDraft("Leitfaden", PAST + timedelta(days=30)))
DRAFT = ProjectDraft(
    ProjectKind.advisory, "Willkommensbehörde", "15082", first_day=PAST, last_day=date(2027, 12, 1), stages=STAGES
)


def make(ws, draft=DRAFT):
    return ws.run("Add", projects.create, draft)


def test_a_project_comes_back_with_its_stages_and_who_takes_part(ws):
    office = make_partner(ws, "Ausländerbehörde Anhalt-Bitterfeld")
    project = make(ws, replace(DRAFT, partner_id=office))
    row = ws.ask(projects.detail, project)
    assert row.draft == replace(DRAFT, partner_id=office)
    assert row.partner == "Ausländerbehörde Anhalt-Bitterfeld"
    assert [found.id for found in ws.ask(projects.list_rows)] == [project]


def test_stages_can_change_their_order(ws):
    project = make(ws)
    turned = replace(DRAFT, stages=STAGES[::-1])
    ws.run("Change", projects.change, project, turned)
    assert ws.ask(projects.detail, project).draft == turned


def test_reaching_a_stage_is_noted_today_and_can_be_taken_back(ws):
    project = make(ws)
    before = dump(ws)
    assert ws.run("Reach", projects.reach, project, 2)
    row = ws.ask(projects.detail, project)
    assert row.state is ProjectState.done
    assert row.draft.stages[1].done_on is not None
    ws.undo()
    assert dump(ws) == before
    with pytest.raises(InvalidInputError):
        ws.run("Reach", projects.reach, project, 3)


def test_of_two_writers_the_later_one_is_told(ws):
    project = make(ws)
    version = ws.ask(projects.detail, project).version
    ws.run("Change", projects.change, project, replace(DRAFT, title="Neu"), version)
    with pytest.raises(ConflictError):
        ws.run("Change", projects.change, project, replace(DRAFT, title="Alt"), version)


def test_deleting_takes_the_stages_along_and_comes_back(ws):
    project = make(ws)
    before = dump(ws)
    assert ws.run("Delete", projects.delete, [project]) == 1
    assert ws.ask(projects.list_rows) == []
    ws.undo()
    assert dump(ws) == before


def test_an_overdue_stage_and_a_name_kept_too_long_are_due(ws):
    make(ws)
    analysis = ProjectDraft(
        ProjectKind.regional_analysis, "Fahrräder", student="Bachelorarbeit", student_until=PAST, first_day=PAST
    )
    make(ws, analysis)
    found = [(row.title, row.what) for row in ws.ask(due.due_rows) if row.page == "projects"]
    assert found == [("Fahrräder", "Delete the student’s name"), ("Willkommensbehörde", "Leitfaden")]


def test_coverage_counts_the_projects_of_the_kreis(ws):
    make(ws)
    assert ws.ask(coverage_story.story, "15082", (), ("2027-H1",)).projects == 1
    assert ws.ask(coverage_story.story, "15082", (), ("2028-H1",)).projects == 0
    assert ws.ask(coverage_story.story, "15001", (), ("2027-H1",)).projects == 0


def held(ws, **changes):
    values = {"day": PAST, "state": EventState.held, "ags": KOETHEN, "kind": EventKind.lecture, "actual": 30} | changes
    return make_event(ws, values.pop("title", "Vortrag"), **values)


def test_the_extract_holds_what_was_held_in_bands_and_quarters(ws):
    topic = make_topic(ws, "Sucht")
    held(ws, topic_ids=(topic,), traffic=TrafficFacts(AccidentCause.alcohol, "B 6, Abzweig"))
    held(ws, audience=Audience.internal)
    held(ws, host_confidential=True)
    held(ws, state=EventState.cancelled, state_reason="krank")
    make_event(ws, "Später", day=DAY, ags=KOETHEN)
    (only,) = ws.ask(analysis_extract.events, YEAR)
    assert (only.year, only.quarter, only.weekday, only.people) == (2027, 1, PAST.weekday(), 25)
    assert (only.topics, only.cause, only.ags) == (("Sucht",), AccidentCause.alcohol, None)
    assert ws.ask(analysis_extract.events, YEAR, "15001") == ()
    assert ws.ask(analysis_extract.events, DaySpan(DAY, DAY)) == ()


def test_five_alike_are_told_with_their_gemeinde(ws):
    for number in range(5):
        held(ws, title=f"Vortrag {number}")
    assert {row.ags for row in ws.ask(analysis_extract.events, YEAR)} == {KOETHEN}


def test_the_files_hold_no_name_text_or_number(ws, tmp_path):
    host = make_partner(ws, "Geheimschule")
    held(ws, title="Geheimtitel", host_id=host, place_name="Geheimort", internal_notes="Geheimnotiz")
    ws.run(
        "Note", concerns.capture, ConcernDraft("Geheimwort am Markt", ags=KOETHEN, place="Geheimweg", raised_on=PAST)
    )
    out = tmp_path / "auszug.csv"
    written = export_extract(ws, out, YEAR, "15082", language("de"))
    assert [path.name for path in written] == ["auszug.csv", "auszug-anliegen.csv", "auszug-codebuch.csv"]
    texts = [path.read_text("utf-8-sig") for path in written]
    assert not any("eheim" in text or "2027-" in text for text in texts)
    assert "Vortrag" in texts[0]
    assert "Anhalt-Bitterfeld" in texts[1]
    columns = texts[0].splitlines()[0].split(";") + texts[1].splitlines()[0].split(";")
    assert len(texts[2].splitlines()) == 1 + len(columns)
    assert all(column in texts[2] for column in columns)


def test_an_extract_needs_days_and_the_right_ending(ws, tmp_path):
    with pytest.raises(UsageError):
        export_extract(ws, tmp_path / "auszug.xlsx", YEAR, None, language("de"))
    with pytest.raises(UsageError):
        export_extract(ws, tmp_path / "auszug.csv", DaySpan(DAY, PAST), None, language("de"))

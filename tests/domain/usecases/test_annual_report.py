"""Annual reports from a real file: the figures of the evaluation, the year before, what is public, frozen for good."""

import json
from datetime import date

import openpyxl
import pytest

from domain import outgoing
from domain.errors import InvalidInputError, NotFoundError, UsageError
from domain.i18n import language
from domain.outgoing import annual_report as outgoing_annual
from domain.rows.events import ConsultationFacts, LectureFacts, PatrolFacts
from domain.rows.parliament import ParliamentQuestion
from domain.rows.practice import PracticeProfile
from domain.rows.printing import PrintChoice
from domain.terms import AdviceField, EventKind, EventState, Schulform
from domain.usecases import annual_report, evaluation, events, parliament, practice, report_snapshots, targets
from domain.usecases.report_snapshots import FROZEN
from tests.builders import (
    HALLE,
    KOETHEN,
    change_event,
    make_concern,
    make_event,
    make_person,
    make_topic,
    open_workspace,
)
from tests.domain.documents import tagged

DE = language("de")
THIS, BEFORE = date(2026, 3, 4), date(2025, 3, 4)


@pytest.fixture
def ws(tmp_path, clock):
    with open_workspace(tmp_path, clock) as made:
        yield made


def held(ws, title="Vortrag", **fields):
    usual = {"kind": EventKind.lecture, "state": EventState.held, "day": THIS, "ags": KOETHEN, "actual": 20}
    return make_event(ws, title, **(usual | fields))


def of_year(ws, year=2026):
    return ws.ask(annual_report.annual_report, year)


def figures(found):
    return {each.msgid: (each.now, each.before) for each in found}


def test_key_figures_stand_beside_those_of_the_year_before(ws):
    held(ws)
    held(ws, day=date(2026, 12, 31), ags=HALLE)
    held(ws, day=BEFORE, actual=5)
    held(ws, day=date(2027, 1, 1))
    key = figures(of_year(ws).key)
    assert key["Events held"] == (2, 1)
    assert key["People reached"] == (40, 5)
    assert key["Districts with an event"] == (2, 1)


def test_events_stand_by_kind_month_kreis_and_topic(ws):
    topic = make_topic(ws, "Spionage")
    held(ws, topic_ids=(topic,))
    held(ws, kind=EventKind.online, ags=None, day=date(2026, 7, 1), actual=None)
    found = of_year(ws)
    assert {each.kind: each.months for each in found.kinds} == {
        EventKind.lecture: (0, 0, 1, *[0] * 9),
        EventKind.online: (*[0] * 6, 1, *[0] * 5),
    }
    assert [(each.ags, each.held) for each in found.kreise if each.held] == [("15082", 1)]
    assert found.elsewhere == 1
    assert [(each.name, each.events, each.amount) for each in found.topics] == [("Spionage", 1, 20)]
    assert sum(found.months) == found.held == 2


def test_of_a_year_that_is_not_over_both_years_count_up_to_the_same_day(ws):
    held(ws, day=date(2027, 4, 1))
    held(ws, day=date(2026, 4, 28))
    held(ws, day=date(2026, 4, 29))
    found = of_year(ws, 2027)
    assert found.until == date(2027, 4, 28)
    assert not found.is_over
    assert figures(found.key)["Events held"] == (1, 1)


def test_lectures_patrols_and_consultations_have_their_own_figures(ws):
    held(ws, facts=LectureFacts(schulform=Schulform.gymnasium))
    held(ws)
    held(ws, kind=EventKind.joint_patrol, start="20:00", end="22:00", facts=PatrolFacts(2, 3))
    held(ws, kind=EventKind.consultation, facts=ConsultationFacts(AdviceField.cyber_protection, 4, 90))
    held(ws, kind=EventKind.consultation, facts=ConsultationFacts(None, 2, 30))
    found = of_year(ws)
    lectures = figures(found.lectures)
    assert (lectures["Lectures"], lectures["Lectures at schools"], lectures["Lectures elsewhere"]) == (
        (2, 0),
        (1, 0),
        (1, 0),
    )
    patrols = figures(found.patrols)
    assert patrols["Hours of the police (people × time)"] == (4, 0)
    assert patrols["Hours of the Ordnungsämter (people × time)"] == (6, 0)
    assert [(each.about, each.held, each.talks, each.minutes) for each in found.consultations] == [
        (AdviceField.cyber_protection, 1, 4, 90), (None, 1, 2, 30),
    ]  # fmt: skip


def test_concerns_are_counted_by_what_became_of_them(ws):
    make_concern(ws, raised_on=THIS)
    make_concern(ws, "Zu schnell auf dem Ring", raised_on=BEFORE)
    told = figures(of_year(ws).dialogues)
    assert told["Concerns raised"] == (1, 1)
    assert told["Concerns waiting for an answer"] == (1, 1)
    assert told["Concerns answered or settled"] == (0, 0)


def test_targets_of_this_year_and_the_next_stand_side_by_side(ws):
    for half, count in (("2026-H1", 2), ("2027-H2", 3)):
        ws.run("Target", targets.put, half, {("15082", EventKind.lecture): count})
    held(ws)
    (line,) = of_year(ws).targets
    assert (line.kind, line.target, line.held, line.missing, line.next_target) == (EventKind.lecture, 2, 1, 1, 3)


def test_figures_are_those_of_the_evaluation_and_of_the_answer_to_parliament(ws):
    for number in range(4):
        held(ws, actual=number * 10 or None, facts=LectureFacts(schulform=Schulform.gymnasium if number % 2 else None))
    found = figures(of_year(ws).key)
    from domain.rows.evaluation import EvaluationFilter

    days = (date(2026, 1, 1), date(2026, 12, 31))
    sums = ws.ask(evaluation.figures, EvaluationFilter(*days))
    answer = ws.ask(parliament.answer, ParliamentQuestion(*days))
    assert found["Events held"][0] == sums.whole.held == answer.total.events == 4
    assert found["People reached"][0] == sums.whole.reached == answer.total.participants == 60
    at_school = next(line.sums.held for line in sums.schools if line.key == "school")
    assert figures(of_year(ws).lectures)["Lectures at schools"][0] == at_school == answer.school_sums.events == 2


def test_only_public_good_examples_of_the_year_are_told_and_name_nobody_confidential(ws):
    from domain.rows.events import AssignmentDraft
    from domain.terms import AssignmentRole, Audience

    speaker = make_person(ws, "Geheime Rednerin", confidential=True)
    part = {"best_practice": True, "assignments": (AssignmentDraft(speaker, AssignmentRole.speaker),)}
    for title, changes in (("Offen", {}), ("Intern", {"audience": Audience.internal}), ("Alt", {"day": BEFORE})):
        event = held(ws, title, **(part | changes))
        ws.run("Profile", practice.put_profile, event, PracticeProfile(aim="Geheime Rednerin hilft", result="Gut"))
    (example,) = of_year(ws).examples
    assert (example.title, example.result) == ("Offen", "Gut")
    assert "Geheime" not in example.aim


@pytest.mark.parametrize("year", [1990, 2101])
def test_a_year_nobody_counts_in_is_refused(ws, year):
    with pytest.raises(InvalidInputError):
        of_year(ws, year)


def frozen(ws, **more):
    return ws.run(FROZEN, annual_report.freeze, 2026, **more)


def made(ws, folder, snapshot):
    out = {}
    for ending in (".xlsx", ".csv", ".json"):
        path = folder / f"report{ending}"
        outgoing_annual.export_report(ws, path, None, snapshot, DE)
        out[ending] = path.read_bytes()
    out[".pdf"] = outgoing.document(ws, "annual_report", PrintChoice(snapshot_id=snapshot), DE)
    return out


def test_a_frozen_report_gives_the_same_bytes_after_its_events_have_changed_and_gone(ws, tmp_path):
    kept, gone = held(ws), held(ws)
    snapshot = frozen(ws, foreword="Vorweg")
    before = made(ws, tmp_path, snapshot)
    change_event(ws, kept, actual=999)
    ws.run("Delete", events.delete, [gone])
    held(ws, "neu")
    assert made(ws, tmp_path, snapshot) == before
    assert "Vorweg" in tagged.text(before[".pdf"])


def test_all_outputs_of_a_report_tell_the_same_numbers(ws, tmp_path):
    held(ws)
    held(ws, day=BEFORE)
    found = made(ws, tmp_path, frozen(ws))
    lines = {line["what"]: (line["now"], line["before"]) for line in json.loads(found[".json"])}
    assert lines["Durchgeführte Veranstaltungen"] == (1, 1)
    book = openpyxl.load_workbook(tmp_path / "report.xlsx")
    assert book.sheetnames[0] == "Kennzahlen"
    told = {row[1].value: (row[2].value, row[3].value) for row in book.worksheets[0].iter_rows(min_row=2)}
    assert told == lines
    assert "Durchgeführte Veranstaltungen 1 1 ±0 " in tagged.text(found[".pdf"])


def test_a_report_is_printed_as_of_now_or_frozen_and_needs_one_of_both(ws):
    held(ws)
    content = outgoing.document(ws, "annual_report", PrintChoice(year=2026), DE)
    assert tagged.faults(content) == []
    with pytest.raises(UsageError):
        outgoing.document(ws, "annual_report", PrintChoice(), DE)
    with pytest.raises(UsageError):
        outgoing.document(ws, "parliament_answer", PrintChoice(year=2026), DE)


def test_a_snapshot_of_another_kind_is_not_taken_for_a_report(ws):
    snapshot = frozen(ws)
    with pytest.raises(NotFoundError):
        ws.ask(parliament.opened, snapshot)
    assert [row.title for row in ws.ask(report_snapshots.list_rows)] == ["2026"]

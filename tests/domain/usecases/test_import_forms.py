"""Request forms that came back become requests once, with their wished dates, as one step."""

from dataclasses import replace
from datetime import date

from domain.errors import Problem
from domain.exchange.row_reader import Reading
from domain.rows.imports import Fate
from domain.rows.requests import Wish
from domain.usecases import requests
from domain.usecases.import_forms import import_request_forms
from tests.builders import dump
from tests.domain.exchange.test_request_forms import FULL, answers, told

OTHER = replace(FULL, requester="Verein Süd", topic="Einbruchschutz", kind=FULL.kind)


def reading(draft=FULL, line=1, **changes):
    return replace(told(**(answers(draft) | changes)), line=line)


def take(ws, *readings):
    return ws.run("Import", import_request_forms, readings)


def drafts(ws):
    return [row.draft for row in ws.ask(requests.list_rows)]


def fates(report):
    return [row.fate for row in report.fates]


def test_a_form_becomes_a_request_with_its_wishes(ws):
    assert fates(take(ws, reading())) == [Fate.new]
    assert drafts(ws) == [replace(FULL, received_on=date(2027, 4, 28))]


def test_the_same_form_again_changes_nothing_and_twice_at_once_counts_once(ws):
    assert fates(take(ws, reading(), reading(line=2))) == [Fate.new, Fate.duplicate]
    before = dump(ws)
    assert fates(take(ws, reading())) == [Fate.unchanged]
    assert dump(ws) == before


def test_other_days_are_another_request(ws):
    take(ws, reading())
    assert fates(take(ws, reading(wish_1_first_day="5.5.2027"))) == [Fate.new]
    assert len(drafts(ws)) == 2


def test_another_hour_or_answer_changes_the_request_and_is_told(ws):
    take(ws, reading())
    (row,) = take(ws, reading(wish_1_from="11 Uhr", expected="80")).fates
    assert row.fate is Fate.changed
    assert {field for field, _before, _after in row.changes} == {"expected", "wishes"}
    (draft,) = drafts(ws)
    assert (draft.expected, draft.wishes[0]) == (80, Wish(date(2027, 5, 3), date(2027, 5, 3), 660, 690))


def test_an_empty_answer_erases_nothing(ws):
    take(ws, reading())
    assert fates(take(ws, reading(phone="", security_remarks="", teacher_present=""))) == [Fate.unchanged]
    assert drafts(ws)[0].phone == FULL.phone


def test_a_preview_stores_nothing(ws):
    before = dump(ws)
    report = ws.ask(import_request_forms, [reading()], store=False)
    assert fates(report) == [Fate.new]
    assert dump(ws) == before


def test_one_undo_takes_all_forms_back(ws):
    before = dump(ws)
    take(ws, reading(), reading(OTHER, line=2))
    assert len(drafts(ws)) == 2
    ws.undo()
    assert dump(ws) == before


def test_a_bad_file_is_refused_beside_good_ones_and_remarks_are_told(ws):
    bad = Reading(1, "brief.pdf", None, (Problem("", "“{file}” is no PDF.", (("file", "brief.pdf"),)),))
    report = take(ws, bad, reading(line=2, expected="viele"))
    assert fates(report) == [Fate.refused, Fate.new]
    assert [field for field, _msgid, _params in report.fates[1].remarks] == ["expected"]
    assert report.hinted == 1

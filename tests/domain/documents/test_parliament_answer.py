"""The answer to parliament on paper: its columns, sums, counting rules, and what is not told."""

import pytest

from domain import documents
from domain.i18n import language
from domain.labels import label
from domain.terms import PartnerCategory
from tests.domain.documents import tagged
from tests.domain.documents.report_samples import answer, parliament_answer, row


def made(code="de", **changes):
    return documents.render("parliament_answer", parliament_answer(**changes), language(code))


def tables(content):
    with tagged.opened(content) as pdf:
        return [node for node in tagged.tree(pdf).walk() if node.tag == "Table"]


def test_schools_and_others_stand_in_tables_of_eight_columns_with_a_line_for_the_sum():
    schools, others = [table for table in tables(made()) if len(table.kids[0].kids) == 8]
    assert len(schools.kids) == 1 + 23 + 1
    assert len(others.kids) == 1 + 3 + 1
    assert {cell.tag for cell in schools.kids[0].kids} == {"TH"}


def test_the_columns_are_those_parliament_asked_for():
    text = tagged.text(made())
    heads = "Veranstaltung, Datum¹ Teilnehmende² Schulform³ Veranstalter⁴ Ort Dauer⁵ Thema, Titel⁷ Anlass"
    assert heads in text


def test_the_column_heads_are_repeated_on_every_page_of_a_long_table():
    pages = tagged.page_texts(made())
    with_rows = [page for page in pages if "Kennzeichen und Symbole: Was" in page]
    assert len(with_rows) > 1
    assert all("Schulform" in page for page in with_rows)


def test_sums_are_those_of_the_rows_and_of_what_is_only_counted():
    found, text = answer(), tagged.text(made())
    assert f"Veranstaltungen an Schulen 23 {found.school_sums.participants} 0 0" in text
    assert "Veranstalter nicht genannt⁶ 3 54 1 0" in text
    assert f"Alle Veranstaltungen 31 {found.total.participants} 2 1" in text
    assert found.total.events == 23 + 3 + 3 + 2


def test_declined_requests_are_told_by_cause_with_capacity_apart():
    text = tagged.text(made())
    assert "Eingegangen 37 Abgelehnt⁸ 9 mangels Kapazität 6 Zu spät angefragt 2 Kein Grund vermerkt 1" in text


def test_a_guests_office_stands_beside_the_topic_and_in_a_table_of_its_own():
    text = tagged.text(made())
    assert "Vortrag durch: Bundesamt für Verfassungsschutz" in text
    assert "Anzahl Bundesamt für Verfassungsschutz 1" in text


def test_a_host_that_must_not_be_named_stands_by_its_kind():
    text = tagged.text(made())
    assert label(PartnerCategory.citizen, language("de")) in text


@pytest.mark.parametrize(("code", "words"), [("de", "So wurde gezählt"), ("en", "How it was counted")])
def test_every_counting_rule_stands_at_the_end_under_its_mark(code, words):
    text = tagged.text(made(code))
    end = text[text.rindex(words) :]
    assert all(mark in end for mark in "¹²³⁴⁵⁶⁷⁸⁹")


def test_every_page_bears_code_and_moment_of_the_snapshot():
    pages = tagged.page_texts(made())
    assert all("Eingefroren am 29.04.2027 09:12 · Stand 1A2B-3C4D" in page for page in pages)


def test_an_answer_without_events_says_so():
    empty = made(answer=answer(schools=(), others=(), guests=(), statements=()))
    assert tagged.text(empty).count("Keine in diesem Zeitraum.") == 2
    assert tagged.faults(empty) == []


def test_whole_days_and_a_missing_count_are_told_in_words():
    text = tagged.text(made(answer=answer(schools=(row(1, participants=None, minutes=None),))))
    assert "nicht gezählt" in text
    assert "ganztägig" in text
    assert "2 Tage" in text

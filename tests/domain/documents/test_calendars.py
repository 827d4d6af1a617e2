"""Calendars on paper: every public event on its day, holidays by name, one sheet."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import documents
from domain.documents.calendar_days import days_of
from domain.documents.kinds import letter
from domain.documents.kit.calendar_grid import SIZE, cut, piece
from domain.documents.kit.theme import MM, REGULAR
from domain.i18n import language
from domain.terms import EventKind, PaperSize
from tests.domain.documents import samples, tagged
from tests.domain.documents.calendar_samples import public_event, week


def made(name: str = "wall_calendar", code: str = "de", **changes: object) -> bytes:
    return documents.render(name, getattr(samples, name)(**changes), language(code))


def rows(content: bytes) -> list:
    with tagged.opened(content) as pdf:
        return [node for node in tagged.tree(pdf).walk() if node.tag == "TR"]


@pytest.mark.parametrize(
    "fact",
    [
        "Öffentliche Termine 2027, Sachsen-Anhalt",
        "M Mobil-Halt · B Bürgerdialog · V Vortrag · I Infoveranstaltung",
        "Fr Neujahr",
        "17. Mai Pfingstmontag",
        "Sommerferien 10.07.–20.08.2027",
    ],
)
def test_fact_stands_on_the_wall_calendar(fact):
    assert fact in tagged.text(made())


def test_year_is_a_table_of_31_days_and_12_months():
    found = rows(made())
    assert len(found) == 32
    assert all(len(row.kids) == 13 for row in found)
    assert [kid.tag for kid in found[0].kids] == ["TH"] * 13
    assert all([kid.tag for kid in row.kids] == ["TH", *["TD"] * 12] for row in found[1:])


@pytest.mark.parametrize("size", [PaperSize.a3, PaperSize.a4])
@pytest.mark.parametrize("code", ["de", "en"])
def test_year_fits_one_sheet_laid_across(size, code):
    with tagged.opened(made(code=code, size=size)) as pdf:
        assert len(pdf.pages) == 1
        left, bottom, right, top = map(float, pdf.pages[0].MediaBox)
    assert right - left > top - bottom
    assert abs((right - left) / MM - {PaperSize.a3: 420, PaperSize.a4: 297}[size]) < 1


def test_events_without_room_are_counted():
    day = [replace(public_event(0), id=public_event(number).id) for number in range(5)]
    assert "M Havelberg M Havelberg +3" in tagged.text(made(events=tuple(day)))
    assert "+4" in tagged.text(made(events=tuple(day), size=PaperSize.a4))


def test_year_without_events_and_of_one_district_still_prints():
    content = made(events=(), kreis=samples.district_calendar().kreis, office=samples.OfficeSettings())
    assert tagged.faults(content) == []
    assert "Öffentliche Termine 2027, Stendal" in tagged.text(content)


def test_event_of_several_days_stands_on_each():
    assert days_of(week(0)) == tuple(date(2027, 5, 17) + timedelta(number) for number in range(5))


def test_event_that_ends_at_midnight_leaves_the_next_day_alone():
    event = public_event(0)
    end = event.starts_at.replace(hour=0, minute=0) + timedelta(days=1)
    assert days_of(replace(event, ends_at=end)) == (date(2027, 1, 12),)


@pytest.mark.parametrize("code", ["de", "en"])
def test_every_kind_has_a_letter_of_its_own(code):
    assert len({letter(kind, language(code)) for kind in EventKind}) == len(EventKind)


@settings(max_examples=40)
@given(st.text(max_size=60), st.floats(0, 200))
def test_cut_words_fit_their_cell(text, width):
    found = cut(piece(text, REGULAR, "#000000"), width)
    assert found.width <= width or not found.text
    assert SIZE >= 8.5


@pytest.mark.parametrize(
    "fact",
    [
        "Termine in Stendal",
        "1. Halbjahr 2027",
        "Januar 2027 KW Mo Di",
        "Di 12. Januar 09:30–11:30 Sicher unterwegs, Folge 1 Schulhof, Hansestadt Havelberg Mobil-Halt",
        "17.05.–21.05.2027",
        "Auskunft: 0391 000-0000",
    ],
)
def test_fact_stands_on_the_calendar_of_a_district(fact):
    assert fact in tagged.text(made("district_calendar"))


def test_half_year_fits_one_page_and_both_fit_two():
    with tagged.opened(made("district_calendar")) as pdf:
        assert len(pdf.pages) == 1
    with tagged.opened(made("district_calendar", half_years=("2027-H1", "2027-H2"))) as pdf:
        assert len(pdf.pages) == 2


def test_half_year_without_events_says_so():
    content = made("district_calendar", events=(), office=samples.OfficeSettings())
    assert tagged.faults(content) == []
    assert "In diesem Halbjahr ist noch kein öffentlicher Termin geplant." in tagged.text(content)

"""Building the sample workspace at any date, twice the same."""

from datetime import UTC, datetime

import pytest

from domain.demo import build
from domain.errors import FileProblemError
from domain.rows.filters import EventFilter
from domain.terms import EventState, Grade
from domain.usecases import conflicts, event_rows, partners, requests, tour_rows
from domain.workspace import Workspace
from tests.domain.demo.conftest import NOW


def opened(sample, now):
    return Workspace.open(sample.path, clock=lambda: now, author="Kühne", device="Laptop 7")


def content(workspace):
    """Everything a person sees in the lists; ids and UIDs are fresh in every workspace."""
    shown = [
        (row.number, row.kind, row.state, row.title, row.starts_at, row.first_day, row.place, row.audience)
        for row in workspace.ask(event_rows.list_rows, EventFilter(templates=True))
    ]
    institutions = [(row.name, row.phone, row.last_contact) for row in workspace.ask(partners.list_rows)]
    asked = [(row.draft.requester, row.draft.earliest, row.state) for row in workspace.ask(requests.list_rows)]
    return sorted(shown, key=str), institutions, sorted(asked, key=str)


def test_the_same_moment_gives_the_same_content(sample, workspace, tmp_path):
    again = build(tmp_path / "again.landauf", clock=lambda: NOW)
    with opened(again, NOW) as other:
        assert content(other) == content(workspace)


@pytest.mark.parametrize(
    "now",
    [datetime(2027, 7, 12, 9, tzinfo=UTC), datetime(2031, 12, 24, 23, 30, tzinfo=UTC)],
    ids=["first Monday of the summer holidays", "Christmas of a year without known holidays"],
)
def test_any_moment_gives_a_year_without_unmeant_conflicts(tmp_path, now):
    made = build(tmp_path / "other.landauf", clock=lambda: now)
    with opened(made, now) as workspace:
        errors = [found for found in workspace.ask(conflicts.all_findings) if found.grade is Grade.error]
        rows = workspace.ask(event_rows.list_rows)
        assert workspace.ask(tour_rows.detail, made.tour_id).row.stops == 7
    assert {found.event_id for found in errors} <= made.conflicting
    assert len(errors) >= 4
    assert all(row.state not in {EventState.held, EventState.reviewed} for row in rows if (row.starts_at or now) > now)


def test_an_existing_file_is_left_alone(tmp_path):
    present = tmp_path / "mine.landauf"
    present.write_bytes(b"mine")
    with pytest.raises(FileProblemError):
        build(present, clock=lambda: NOW)
    assert present.read_bytes() == b"mine"

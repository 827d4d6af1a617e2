"""What an export would hold, counted before it is written."""

from datetime import timedelta

import pytest

from domain import i18n, outgoing
from domain.rows.filters import EventFilter, PartnerFilter
from domain.terms import Audience, EventState
from domain.usecases import outgoing_preview
from tests.builders import DAY, HALLE, KOETHEN, make_event, make_partner

DATED = EventFilter(dated=True)


@pytest.fixture
def mixed(ws):
    """One event for everybody, one for partners, one for the house, one without a date."""
    make_event(ws, "Offen", ags=KOETHEN)
    make_event(ws, "Partner", audience=Audience.partners, ags=HALLE)
    make_event(ws, "Intern", audience=Audience.internal)
    make_event(ws, "Idee", day=None)
    return ws


@pytest.mark.parametrize(
    ("audience", "titles"),
    [
        (Audience.public, ["Offen"]),
        (Audience.partners, ["Offen", "Partner"]),
        (Audience.internal, ["Offen", "Partner", "Intern"]),
    ],
)
def test_preview_shows_what_the_audience_gets_and_counts_what_stays(mixed, audience, titles):
    found = mixed.ask(outgoing_preview.events, audience, DATED)
    assert [event.title for event in found.rows] == titles
    assert (found.count, found.held_back) == (len(titles), 3 - len(titles))


def test_preview_counts_what_the_file_then_holds(mixed, tmp_path):
    for audience in Audience:
        found = mixed.ask(outgoing_preview.events, audience, DATED)
        written = outgoing.export_events(mixed, tmp_path / "x.csv", audience, DATED, i18n.language())
        assert written == found.count


def test_long_preview_counts_all_and_shows_the_first(ws, monkeypatch):
    monkeypatch.setattr(outgoing_preview, "SHOWN", 3)
    for offset in range(7):
        make_event(ws, f"Tag {offset}", day=DAY + timedelta(days=offset))
    found = ws.ask(outgoing_preview.events, Audience.public, DATED)
    assert (found.count, [event.title for event in found.rows]) == (7, ["Tag 0", "Tag 1", "Tag 2"])


def test_preview_nobody_waits_for_stops(mixed):
    found = mixed.ask(outgoing_preview.events, Audience.internal, DATED, lambda: True)
    assert found.rows == ()


def test_preview_of_partners_follows_the_filter(ws):
    make_partner(ws, "Stadt Köthen", ags=KOETHEN)
    make_partner(ws, "Stadt Halle", ags=HALLE)
    found = ws.ask(outgoing_preview.institutions, PartnerFilter(kreise=(KOETHEN[:5],)))
    assert (found.count, [row.name for row in found.rows]) == (1, ["Stadt Köthen"])


def test_broken_off_export_leaves_the_old_file(mixed, tmp_path):
    out = tmp_path / "termine.csv"
    out.write_text("alt")

    def enough(number):
        raise ValueError(number)

    with pytest.raises(ValueError, match="1"):
        outgoing.export_events(mixed, out, Audience.public, DATED, i18n.language(), enough)
    assert out.read_text() == "alt"
    assert [path.name for path in tmp_path.glob("termine*")] == ["termine.csv"]


def test_export_tells_each_row_it_writes(mixed, tmp_path):
    seen = []
    outgoing.export_events(mixed, tmp_path / "x.csv", Audience.internal, DATED, i18n.language(), seen.append)
    assert seen == [1, 2, 3]


def test_cancelled_event_still_goes_out(ws):
    make_event(ws, "Abgesagt", state=EventState.cancelled, state_reason="Saal gesperrt")
    assert ws.ask(outgoing_preview.events, Audience.public, DATED).count == 1

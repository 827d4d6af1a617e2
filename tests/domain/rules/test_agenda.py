"""Agendas: times that run from the start, sums, and text to items and back."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.rows.meetings import AgendaDraft
from domain.rules import agenda
from domain.terms import BERLIN

START, END = datetime(2027, 5, 13, 18, tzinfo=BERLIN), datetime(2027, 5, 13, 20, tzinfo=BERLIN)


def clock(moments):
    return [f"{moment:%H:%M}" if moment else None for moment in moments]


def test_times_run_from_the_start_until_an_item_says_no_length():
    items = [AgendaDraft("A", 10), AgendaDraft("B"), AgendaDraft("C", 5)]
    assert clock(agenda.begins(items, START)) == ["18:00", "18:10", None]
    assert agenda.begins(items, None) == [None, None, None]


def test_times_skip_the_hour_that_does_not_exist():
    night = datetime(2027, 3, 28, 1, 30, tzinfo=BERLIN)
    assert clock(agenda.begins([AgendaDraft("A", 45), AgendaDraft("B", 1)], night)) == ["01:30", "03:15"]


def test_sum_is_compared_with_the_length_of_the_event():
    items = [AgendaDraft("A", 100), AgendaDraft("B"), AgendaDraft("C", 35)]
    assert agenda.total_minutes(items) == 135
    assert agenda.spare_minutes(items, START, END) == -15
    assert agenda.spare_minutes(items, START, None) is None


def test_timed_lines_become_items_with_their_minutes():
    text = "18:00 Begrüßung\n18.10 Uhr – Lage im Ort\n\n 19:30 Ausklang "
    assert agenda.parsed(text, START, END) == (
        AgendaDraft("Begrüßung", 10),
        AgendaDraft("Lage im Ort", 80),
        AgendaDraft("Ausklang", 30),
    )


def test_times_that_do_not_fit_the_event_stay_in_the_titles():
    for text in ("17:30 Einlass\n18:00 Beginn", "18:00 Beginn\n17:00 Früher", "18:00 Beginn\nohne Zeit"):
        items = agenda.parsed(text, START, END)
        assert [item.title for item in items] == text.split("\n")
        assert all(item.minutes is None for item in items)


def test_numbers_and_bullets_before_items_are_dropped():
    titles = [item.title for item in agenda.parsed("1. Protokoll\n2) Lage\n• Termine\n3 Anträge", START, END)]
    assert titles == ["Protokoll", "Lage", "Termine", "3 Anträge"]


items_of_agendas = st.lists(
    st.builds(
        AgendaDraft,
        st.text(st.characters(categories=("L",)), min_size=1, max_size=20),
        st.integers(0, 40),
    ),
    min_size=1,
    max_size=8,
)


@given(items_of_agendas)
def test_text_of_items_becomes_the_same_items_again(items):
    end = agenda.begins([*items, AgendaDraft("Ende")], START)[-1]
    assert agenda.parsed(agenda.as_text(items, START), START, end) == tuple(items)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n"), max_size=200))
def test_no_word_of_a_typed_agenda_is_lost(text):
    titles = " ".join(item.title for item in agenda.parsed(text, START, END))
    for line in text.splitlines():
        rest = agenda.BULLET.sub("", line.strip())
        found = agenda.TIMED_LINE.match(line.strip())
        assert (found[3] if found and found[3] in titles else rest) in titles


def test_speaker_stands_behind_the_title_and_clock_only_if_every_time_is_known():
    items = [AgendaDraft("Grußwort", 10, "Bürgermeisterin"), AgendaDraft("Gespräch", None), AgendaDraft("Ende", 5)]
    assert agenda.as_text(items[:2], START) == "18:00 Grußwort (Bürgermeisterin)\n18:10 Gespräch"
    assert agenda.as_text(items, START) == "Grußwort (Bürgermeisterin)\nGespräch\nEnde"

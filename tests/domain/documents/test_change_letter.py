"""The letter of changes says what was and what is, in words."""

from dataclasses import replace

import pytest

from domain import documents
from domain.i18n import language
from tests.domain.documents import samples, tagged
from tests.domain.documents.posting_samples import CHANGES, SCHULE, STADT


def made(code: str = "de", **changes: object) -> bytes:
    return documents.render("change_letter", samples.change_letter(**changes), language(code))


@pytest.mark.parametrize(
    "fact",
    [
        "Änderungen seit Fassung 7: Landkreis Stendal",
        "von Fassung 7 unseres Plans (12.03.2027) zu Fassung 8 (28.04.2027)",
        "2 entfallen, 1 mit neuem Termin oder Ort, 2 neu, 1 mit geänderten Angaben",
        "Findet nicht statt.",
        "Wird verschoben; den neuen Termin teilen wir mit.",
        "Bisher Ab jetzt",
        "Freitag, 14. Mai 2027 15:00–17:00 Uhr Stadthaus, Hansestadt Havelberg",
        "Freitag, 21. Mai 2027 16:00–18:00 Uhr Domschule, Aula, Hansestadt Havelberg",
        "Barrierefreiheit, Ablauf und Lage auf der Karte",
        "2027-0190",
    ],
)
def test_fact_stands_in_the_letter(fact):
    assert fact in tagged.text(made())


def test_what_is_called_off_comes_first():
    found = tagged.text(made())
    heads = ("Entfällt", "Neuer Termin oder Ort", "Neu im Plan", "Geänderte Angaben")
    places = [found.index(head) for head in heads]
    assert places == sorted(places)


def test_a_state_without_a_number_is_said_to_have_none():
    assert "zu seinem Stand vom 29.04.2027, der noch keine Nummer hat" in tagged.text(made(has_changed=True))


def test_without_changes_it_says_so():
    content = made(changes=(), kreis="")
    assert tagged.faults(content) == []
    assert "Für Sie hat sich darin nichts geändert." in tagged.text(content)


def test_the_newest_version_itself_needs_no_way_from_and_to():
    assert "Unser Plan steht wie in Fassung 8 (12.03.2027)" in tagged.text(made(changes=(), since=8))


def test_whole_days_and_several_days_are_told_without_times():
    added = CHANGES[1]
    event = replace(
        added.now, all_day=True, first_day=added.now.starts_at.date(), starts_at=None, ends_at=None, last_day=None
    )
    assert "Donnerstag, 3. Juni 2027 Markt, Tangermünde" in tagged.text(made(changes=(replace(added, now=event),)))


def test_each_reader_gets_a_letter_with_the_same_changes():
    content = made(addressees=(STADT, SCHULE))
    assert tagged.faults(content) == []
    assert tagged.text(content).count("Gemeinsame Streife im Stadtpark") == 2

"""Gaps in a catalogue are seen."""

import pytest
from babel.messages.catalog import Catalog

from scripts.catalogue import collected, gaps, keys


def catalogue(**entries):
    """A German catalogue of one message."""
    made = Catalog(locale="de")
    made.add(**entries)
    return made


@pytest.fixture
def template():
    """One message with a field."""
    made = Catalog()
    made.add("{file} is empty.")
    return made


def test_translated_message_is_no_gap(template):
    assert list(gaps(template, catalogue(id="{file} is empty.", string="{file} ist leer."))) == []


@pytest.mark.parametrize(
    ("entry", "gap"),
    [
        ({"id": "Help", "string": "Hilfe"}, "missing: {file} is empty."),
        ({"id": "{file} is empty.", "string": ""}, "empty: {file} is empty."),
        ({"id": "{file} is empty.", "string": "{file} ist leer.", "flags": ["fuzzy"]}, "fuzzy: {file} is empty."),
        ({"id": "{file} is empty.", "string": "Leer."}, "other fields: {file} is empty. → Leer."),
    ],
)
def test_gap_is_named(template, entry, gap):
    assert list(gaps(template, catalogue(**entry))) == [gap]


def test_plural_needs_both_its_texts():
    template = Catalog()
    template.add(("{n} event", "{n} events"))
    assert list(gaps(template, catalogue(id=("{n} event", "{n} events"), string=("{n} Termin", "")))) == [
        "empty: {n} event"
    ]
    assert list(gaps(template, catalogue(id=("{n} event", "{n} events"), string=("{n} Termin", "{n} Termine")))) == []


def test_marked_and_shown_messages_are_collected():
    found = keys(collected())
    assert (None, "Citizen dialogue") in found
    assert (None, "{hours} h {minutes} min") in found

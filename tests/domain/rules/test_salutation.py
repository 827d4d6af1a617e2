"""Whom a letter greets."""

import pytest

from domain.rules.salutation import TO_ANYBODY, TO_MR, TO_MS, TO_PERSON, salutation


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("", (TO_ANYBODY, "")),
        ("   ", (TO_ANYBODY, "")),
        ("Frau", (TO_ANYBODY, "")),
        ("Frau Muster", (TO_MS, "Muster")),
        ("Herr Kim Probe", (TO_MR, "Probe")),
        ("Frau Dr. Erika Muster", (TO_MS, "Dr. Muster")),
        ("Herrn Prof. Dr. Max von der Vorlage", (TO_MR, "Prof. Dr. von der Vorlage")),
        ("Frau Muster-Beispiel", (TO_MS, "Muster-Beispiel")),
        ("Kim Probe", (TO_PERSON, "Kim Probe")),
        ("P. Muster", (TO_PERSON, "P. Muster")),
    ],
)
def test_a_person_is_greeted_as_the_name_was_written(name, greeting):
    assert salutation(name) == greeting

"""What of a concern leaves the house."""

from dataclasses import fields, replace
from datetime import date
from uuid import UUID

import pytest

from domain.rows.concerns import ConcernDraft, ConcernRow
from domain.rules.audience import without_names
from domain.rules.public_concerns import publish_concern
from domain.terms import Audience, ConcernState

INSIDE = "GEHEIM"
ROW = ConcernRow(
    UUID(int=1),
    1,
    "A-2027-0001",
    ConcernState.answered,
    ConcernDraft(INSIDE, place=INSIDE, office_name=INSIDE, notes=INSIDE, public_text="Unterführung dunkel"),
    office=INSIDE,
    event=INSIDE,
    answer=INSIDE,
    answered_on=date(2027, 4, 1),
    public_answer="Wird ersetzt.",
    state_reason=INSIDE,
)


def test_only_what_was_written_for_the_public_is_copied():
    found = publish_concern(ROW, Audience.public)
    assert (found.number, found.text, found.answer) == ("A-2027-0001", "Unterführung dunkel", "Wird ersetzt.")
    assert not any(INSIDE in str(getattr(found, field.name)) for field in fields(found))


@pytest.mark.parametrize("audience", [Audience.partners, Audience.internal])
def test_what_was_raised_behind_closed_doors_stays_inside(audience):
    assert publish_concern(ROW, audience) is None
    assert publish_concern(ROW, None) is not None


def test_an_answer_stays_inside_until_it_is_given():
    assert publish_concern(replace(ROW, state=ConcernState.open, answered_on=None), None).answer == ""


def test_names_of_the_house_and_personal_details_are_taken_out_once_more():
    draft = replace(ROW.draft, public_text="Anna Vorlage, 0170 1234567, hat es gesagt")
    row = replace(ROW, draft=draft, public_answer="Anna Vorlage sagt: 03496 4250, Az.: 4711/26")
    found = publish_concern(row, None, without_names(["Anna Vorlage"]))
    assert found.text == "N. N., […], hat es gesagt"
    assert found.answer == "N. N. sagt: 03496 4250, […]"

"""Terms of membership."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rows.memberships import MembershipDraft
from domain.rules import membership, validation
from domain.terms import MembershipRole, TermState

BODY, ONE, OTHER, PERSON, COLLEAGUE = (UUID(int=number) for number in range(1, 6))
TODAY = date(2027, 4, 28)
days = st.dates(date(2000, 1, 1), date(2090, 12, 31))


def term(first=None, last=None, **fields):
    return MembershipDraft(BODY, fields.pop("member_id", ONE), first_day=first, last_day=last, **fields)


spans = st.tuples(st.none() | days, st.none() | days).filter(lambda pair: None in pair or pair[0] <= pair[1])
terms = spans.map(lambda pair: term(*pair))


@pytest.mark.parametrize(
    ("first", "last", "state"),
    [
        (None, None, TermState.running),
        (date(2027, 4, 29), None, TermState.coming),
        (date(2027, 1, 1), date(2027, 4, 28), TermState.ending),
        (None, TODAY + timedelta(days=membership.NOTICE_DAYS), TermState.ending),
        (None, TODAY + timedelta(days=membership.NOTICE_DAYS + 1), TermState.running),
        (None, date(2027, 4, 27), TermState.ended),
    ],
)
def test_a_term_stands_where_its_days_say(first, last, state):
    assert membership.term_state(term(first, last), TODAY) is state


@given(terms, terms, days)
def test_two_terms_overlap_exactly_if_some_day_lies_in_both(one, other, day):
    assert membership.overlap(one, other) == membership.overlap(other, one)
    if all(covers(each, day) for each in (one, other)):
        assert membership.overlap(one, other)
    if one.last_day and other.first_day and one.last_day < other.first_day:
        assert not membership.overlap(one, other)


def covers(draft, day):
    return (draft.first_day or date.min) <= day <= (draft.last_day or date.max)


def test_the_same_seat_is_taken_once_at_a_time():
    taken = term(date(2026, 1, 1), date(2027, 12, 31))
    again = term(date(2027, 12, 31), None)
    assert membership.clashes(again, [taken]) == [taken]
    assert membership.clashes(replace(again, first_day=date(2028, 1, 1)), [taken]) == []
    assert membership.clashes(replace(again, role=MembershipRole.chair), [taken]) == []
    assert membership.clashes(replace(again, member_id=OTHER), [taken]) == []


def test_two_named_people_of_one_institution_are_two_members():
    first, second = term(contact_id=PERSON), term(contact_id=COLLEAGUE)
    assert membership.clashes(second, [first]) == []
    assert membership.clashes(term(), [first]) == [first]


def test_a_second_chair_at_the_same_time_is_told_but_not_refused():
    chair = term(role=MembershipRole.chair, last=date(2027, 6, 30))
    other = term(role=MembershipRole.chair, member_id=OTHER, first=date(2027, 6, 1))
    assert membership.rival_chairs(other, [chair]) == [chair]
    assert membership.rival_chairs(replace(other, first_day=date(2027, 7, 1)), [chair]) == []
    assert membership.rival_chairs(replace(other, role=MembershipRole.member), [chair]) == []
    assert validation.membership_problems(other, [chair]) == []


@given(days, st.integers(0, 4000))
def test_the_next_term_follows_without_gap_and_overlap(first, length):
    old = term(first, first + timedelta(days=length))
    new = membership.next_term(old)
    assert new.first_day == old.last_day + timedelta(days=1)
    assert not membership.clashes(new, [old])
    assert membership.is_followed(old, [old, new])
    assert abs((new.last_day - new.first_day).days - length) <= 2  # leap days of whole years


def test_whole_years_stay_whole_years():
    assert membership.next_term(term(date(2025, 1, 1), date(2026, 12, 31))).last_day == date(2028, 12, 31)
    assert membership.next_term(term(date(2024, 2, 29), date(2025, 2, 28))).last_day == date(2026, 3, 1)


def test_the_next_term_may_end_on_another_day():
    assert membership.next_term(term(None, date(2027, 6, 30)), date(2028, 12, 31)).last_day == date(2028, 12, 31)
    assert membership.next_term(term(None, date(2027, 6, 30))).last_day is None


def test_a_term_without_end_is_not_renewed():
    with pytest.raises(ValueError, match="without an end"):
        membership.next_term(term(date(2027, 1, 1)))


@pytest.mark.parametrize(("days_left", "needs"), [(91, False), (90, True), (0, True), (-90, True), (-91, False)])
def test_a_term_asks_for_the_next_one_around_its_end(days_left, needs):
    draft = term(None, TODAY + timedelta(days=days_left))
    assert membership.needs_new_term(draft, (), TODAY) is needs
    assert not membership.needs_new_term(draft, [membership.next_term(draft, date(2030, 1, 1))], TODAY)


def test_impossible_memberships_name_their_field():
    backwards = term(date(2027, 2, 1), date(2027, 1, 1))
    assert [problem.field for problem in validation.membership_problems(backwards)] == ["last_day"]
    assert [problem.field for problem in validation.membership_problems(term(member_id=BODY))] == ["member_id"]
    assert [problem.field for problem in validation.membership_problems(term(member_id=None))] == ["member_id"]
    assert [problem.field for problem in validation.membership_problems(term(), [term()])] == ["first_day"]

"""What a run on a calendar server does with each name, for every combination of here, there and remembered."""

from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from domain.rows.caldav import KnownResource
from domain.rules.caldav_sync import FIRST_WAIT, LONGEST_WAIT, SyncPlan, next_wait, plan, waiting

NAMES = st.sampled_from([f"{letter}.ics" for letter in "abcdef"])
DIGESTS, ETAGS = st.sampled_from(["d1", "d2"]), st.sampled_from(["e1", "e2", ""])
WANTED = st.dictionaries(NAMES, DIGESTS)
KNOWN = st.dictionaries(NAMES, st.builds(KnownResource, st.just("uid"), ETAGS, DIGESTS))
THERE = st.dictionaries(NAMES, ETAGS)


def lists(made: SyncPlan) -> dict[str, list[str]]:
    return {field.name: getattr(made, field.name) for field in fields(made)}


@given(WANTED, KNOWN, st.none() | THERE)
def test_each_name_has_exactly_one_fate(wanted, known, there):
    names = [name for some in lists(plan(wanted, known, there)).values() for name in some]
    assert sorted(names) == sorted(wanted.keys() | known.keys() | (there or {}).keys())


@given(WANTED, KNOWN, THERE)
def test_nothing_is_written_over_or_removed_that_is_not_as_we_left_it(wanted, known, there):
    made = plan(wanted, known, there)
    assert all(there[name] == known[name].etag != "" for name in (*made.update, *made.remove, *made.same))
    assert not any(name in there or name in known for name in made.create)
    assert not any(name in known or name in wanted for name in made.unknown)


@given(WANTED, KNOWN, THERE)
def test_a_second_run_has_nothing_to_do(wanted, known, there):
    made = plan(wanted, known, there)
    known, there = dict(known), dict(there)
    for number, name in enumerate((*made.create, *made.update, *made.look, *made.deleted)):
        there[name] = f"new{number}"
        known[name] = KnownResource("uid", there[name], wanted[name])
    for name in (*made.remove, *made.foreign, *made.forget):
        there.pop(name, None)
        del known[name]
    again = lists(plan(wanted, known, there))
    assert [name for name, some in again.items() if some and name not in {"same", "unknown"}] == []
    assert waiting(wanted, known) == 0
    assert plan(wanted, known, None).same == sorted(wanted)


@given(WANTED, KNOWN)
def test_what_waits_is_what_a_run_without_trouble_would_write(wanted, known):
    made = plan(wanted, known, None)
    assert waiting(wanted, known) == len(made.create) + len(made.update) + len(made.remove)


@given(st.none() | st.floats(-10, 1e12), st.integers(-3, 10_000))
def test_waits_grow_and_have_an_end(asked, tries):
    assert 0 <= next_wait(asked, tries) <= LONGEST_WAIT
    assert FIRST_WAIT <= next_wait(None, tries) <= next_wait(None, tries + 1)

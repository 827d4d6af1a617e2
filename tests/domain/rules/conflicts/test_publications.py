"""Outdated editions and too few copies as conflicts of an event."""

from datetime import timedelta

from domain.rows.events import HandOut
from domain.rows.publications import Promise
from domain.rules.conflicts import Supply, findings, findings_for
from domain.terms import EventState, Grade, Rule
from tests.domain.rules.conflicts.world import DAY, World, detail, read, rules, uid

LEAFLET, NEWER = uid("Faltblatt"), uid("Faltblatt neu")


def world_with(**supply):
    world = World()
    world.change(
        publications={
            LEAFLET: Supply("Faltblatt", **{"stock": 100, **supply}),
            NEWER: Supply("Faltblatt, neu", stock=500),
        }
    )
    return world


def checked(world, event, **options):
    return findings_for(event, world.events, world.context, **options)


def test_enough_copies_of_a_valid_edition_are_no_conflict():
    world = world_with(valid_until=DAY)
    event = world.add("Stand", "9-12", publications=(HandOut(LEAFLET, 100),))
    assert checked(world, event) == ()


def test_edition_outdated_on_the_day_names_the_new_one_and_offers_it():
    world = world_with(valid_until=DAY - timedelta(days=1), replaced_by_id=NEWER)
    event = world.add("Stand", "9-12", publications=(HandOut(LEAFLET, 40),))
    (found,) = checked(world, event)
    assert (found.rule, found.grade, read(found)) == (
        Rule.publication_outdated,
        Grade.warning,
        "“Faltblatt” is outdated on that day",
    )
    assert detail(found) == "Valid until 11/05/2027; “Faltblatt, neu” replaces it."
    (repair,) = found.repairs
    assert (repair.hand_out, repair.instead_of, repair.event_id) == (HandOut(NEWER, 40), LEAFLET, event.id)


def test_outdated_edition_without_a_successor_says_so():
    world = world_with(valid_until=DAY - timedelta(days=1))
    event = world.add("Stand", "9-12", publications=(HandOut(LEAFLET, 40),))
    (found,) = checked(world, event)
    assert detail(found) == "Valid until 11/05/2027; no newer edition is on record."
    assert found.repairs == ()


def test_copies_promised_before_leave_too_few_and_fewer_can_be_taken():
    before = Promise(uid("Früher"), "Früher", DAY - timedelta(days=2), 70)
    later = Promise(uid("Später"), "Später", DAY + timedelta(days=2), 900)
    world = world_with(promises=(before, later))
    event = world.add("Stand", "9-12", publications=(HandOut(LEAFLET, 50),))
    (found,) = checked(world, event)
    assert read(found) == "Too few of “Faltblatt”: 20 missing"
    assert detail(found) == "50 planned, 30 left by then: 100 in stock, 70 promised before."
    (repair,) = found.repairs
    assert (read(repair), repair.effect, repair.hand_out) == ("Take only 30", "−20", HandOut(LEAFLET, 30))


def test_nothing_left_is_left_out_and_the_own_promise_does_not_count_twice():
    before = Promise(uid("Früher"), "Früher", DAY, 100)
    own = Promise(uid("Stand"), "Stand", DAY, 50)
    world = world_with(promises=(before, own), replaced_by_id=NEWER)
    event = world.add("Stand", "9-12", day=DAY + timedelta(days=1), publications=(HandOut(LEAFLET, 50),))
    (found,) = checked(world, event)
    assert [read(each) for each in found.repairs] == ["Leave “Faltblatt” out", "Take the new edition"]
    assert found.repairs[0].hand_out == HandOut(LEAFLET)


def test_negative_stock_counts_as_none_left():
    world = world_with(stock=-30)
    event = world.add("Stand", "9-12", publications=(HandOut(LEAFLET, 50),))
    assert read(checked(world, event)[0]) == "Too few of “Faltblatt”: 50 missing"


def test_what_is_handed_out_or_settled_or_unknown_is_no_conflict():
    world = world_with(valid_until=DAY - timedelta(days=1), stock=0)
    done = world.add("Erledigt", "9-12", publications=(HandOut(LEAFLET, 40, 40), HandOut(uid("weg"), 3)))
    held = world.add("Gehalten", "13-15", state=EventState.held, publications=(HandOut(LEAFLET, 40),))
    assert checked(world, done) == checked(world, held) == ()


def test_the_list_of_all_conflicts_names_each_publication_of_each_event():
    world = world_with(stock=0, valid_until=DAY - timedelta(days=1))
    world.add("Stand", "9-12", publications=(HandOut(LEAFLET, 40), HandOut(NEWER, 9)))
    world.add("Zweiter", "9-12", day=DAY + timedelta(days=1), publications=(HandOut(LEAFLET, 1),))
    found = findings(world.events, world.context)
    assert sorted(rules(found)) == [*[Rule.publication_outdated] * 2, *[Rule.publication_short] * 2]
    assert len({each.key for each in found}) == 4
    accepted = findings(world.events, world.context, {found[0].key: "weil"})
    assert [each.reason for each in accepted if each.accepted] == ["weil"]

"""What was counted at a site speaks for a time, or against it."""

from datetime import date

import pytest

from domain.i18n import language
from domain.region.travel import TravelTable, Waypoint
from domain.rows.date_finder import DateWish
from domain.rows.visitors import CountedDay
from domain.rules.date_finder import World, find_dates
from domain.rules.visitors import site_visitors, told
from domain.terms import Bearing, DateCheck, DaySpan, EventKind

OPEN = frozenset({8, 9, 10, 11})
THURSDAY, TUESDAY = date(2027, 4, 22), date(2027, 4, 20)


def day(moment, *counts):
    return CountedDay(moment, tuple(zip(range(8, 12), counts, strict=True)), OPEN)


BUSY = [day(THURSDAY, 5, 40, 40, 5), day(date(2027, 4, 15), 5, 40, 40, 5)]
QUIET = [day(TUESDAY, 1, 4, 4, 1), day(date(2027, 4, 13), 1, 4, 4, 1)]


def reasons(days, start, kind=EventKind.mobile_stop, first=date(2027, 6, 1), last=date(2027, 6, 3)):
    wish = DateWish("15081", kind, DaySpan(first, last), start, 120, checks=frozenset({DateCheck.room}))
    world = World(date(2027, 4, 28), Waypoint("15081455"), TravelTable().leg_between, visitors=site_visitors(days))
    return {
        offer.day.weekday(): [(each.bearing, language().text(each.msgid, each.params)) for each in offer.reasons]
        for offer in find_dates(wish, world).offers
    }


def test_the_best_hours_speak_for_a_time_that_holds_them_and_against_another():
    morning, evening = reasons(BUSY, 9 * 60), reasons(BUSY, 16 * 60)
    assert morning[3] == [(Bearing.good, "Beste Zeit hier 9 bis 11 Uhr: 40 Besuche je Stunde")]
    assert evening[3] == [(Bearing.warning, "Die meisten kommen hier von 9 bis 11 Uhr")]


def test_the_best_weekday_is_named_and_a_poor_one_too():
    found = reasons([*BUSY, *QUIET], 9 * 60)
    assert (Bearing.good, "Bester Wochentag hier: 22 Besuche je Stunde") in found[3]
    assert (Bearing.warning, "An diesem Wochentag kommen hier weniger: 2 Besuche je Stunde") in found[1]
    assert len(found[2]) == 1


@pytest.mark.parametrize(("days", "kind"), [(BUSY[:1], EventKind.mobile_stop), (BUSY, EventKind.citizen_dialogue)])
def test_a_single_day_and_a_meeting_with_invitations_give_no_reason(days, kind):
    assert all(not found for found in reasons(days, 9 * 60, kind).values())


def test_a_sentence_sums_up_what_was_counted():
    assert language().text(*told(site_visitors(BUSY))) == (
        "beste Zeit 9 bis 11 Uhr, im Mittel 40 Besuche je Stunde, gezählte Tage: 2"
    )
    assert told(site_visitors([])) is None

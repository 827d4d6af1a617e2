"""The zone rules of calendar files against the tz database."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from dateutil.tz import tzical

from domain.exchange.calendar_zone import BERLIN_ZONE
from domain.terms import BERLIN


@pytest.fixture(scope="module")
def written_zone():
    return tzical(StringIO(BERLIN_ZONE.decode())).get("Europe/Berlin")


@pytest.mark.parametrize("year", range(1997, 2100))
def test_zone_in_the_file_is_the_zone_of_the_law(written_zone, year):
    """Noon of every day, and the quarters of an hour around both changes.

    Fails when the law changes (the Union may end daylight saving): then the constant must learn a second set of rules.
    """
    day = datetime(year, 1, 1, 12, tzinfo=UTC)
    while day.year == year:
        assert day.replace(tzinfo=written_zone).utcoffset() == day.replace(tzinfo=BERLIN).utcoffset(), day
        day += timedelta(days=1)


@pytest.mark.parametrize("year", [2026, 2027, 2037, 2038, 2060])
def test_clocks_change_at_one_in_the_morning_utc(written_zone, year):
    for month, offsets in ((3, (1, 2)), (10, (2, 1))):
        sunday = max(day for day in range(25, 32) if date(year, month, day).weekday() == 6)
        change = datetime(year, month, sunday, 1, tzinfo=UTC)
        for moment, hours in ((change - timedelta(minutes=15), offsets[0]), (change, offsets[1])):
            for zone in (written_zone, BERLIN):
                assert moment.astimezone(zone).utcoffset() == timedelta(hours=hours)

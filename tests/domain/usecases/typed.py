"""Values as people could type them, for hypothesis: texts, days, moments, counts."""

from datetime import date, datetime

from hypothesis import strategies as st

from domain.rules.local import exists
from domain.terms import BERLIN

_LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t")
AGS = st.sampled_from(["15001000", "15002000", "15003000", "15082180", "15090535"])
AREAS = st.sets(st.sampled_from(["15082", "150815051", "15082180", "15090535"])).map(sorted).map(tuple)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
COUNTS = st.none() | st.integers(0, 10_000_000)
LENGTHS = st.none() | st.floats(0, 10_000_000, allow_nan=False)
POSTCODES = st.just("") | st.from_regex(r"[0-9]{5}", fullmatch=True)


def texts(length):
    """Any text people can type, up to a length."""
    return st.text(_LETTERS, max_size=min(length, 40)) | st.just("ß" * length)


def names(length):
    """Texts that are not blank."""
    return texts(length).filter(lambda text: bool(text.strip()))


@st.composite
def moments(draw):
    """Moments the clock on the wall shows, both hours of autumn's long night among them."""
    odd = st.sampled_from(["2027-10-31 02:30", "2027-03-28 01:59:59", "2027-03-28 03:00", "2027-12-31 23:59"])
    first, last = datetime.fromisoformat("1990-01-02"), datetime.fromisoformat("2100-12-30")
    plain = draw(st.datetimes(first, last) | odd.map(datetime.fromisoformat))
    moment = plain.replace(tzinfo=BERLIN, fold=draw(st.integers(0, 1)))
    return moment if exists(moment) else moment.replace(hour=12)


def some(ids):
    """A few of the ids, each once, in any order."""
    return st.lists(st.sampled_from(ids), unique=True, max_size=3).map(tuple)

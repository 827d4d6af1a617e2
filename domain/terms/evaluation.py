"""What the evaluation counts, and by what it is broken down."""

from enum import StrEnum, auto


class Measure(StrEnum):
    """What bars, map and tables of the evaluation show."""

    events = auto()
    people = auto()
    kilometres = auto()
    hours = auto()
    patrol_hours = auto()
    talks = auto()
    reach = auto()
    handed_out = auto()


class Breakdown(StrEnum):
    """By what the figures are told apart."""

    month = auto()
    year = auto()
    kind = auto()
    kreis = auto()
    topic = auto()
    target_group = auto()
    place_category = auto()
    accident_cause = auto()
    advice_field = auto()
    host_category = auto()
    schulform = auto()
    school = auto()


class StatisticsPart(StrEnum):
    """What a line of the statistics that leave the house is about."""

    whole = auto()
    before = auto()
    year_ago = auto()
    month = auto()
    year = auto()
    kind = auto()
    kreis = auto()
    topic = auto()
    target_group = auto()
    place_category = auto()
    accident_cause = auto()
    advice_field = auto()
    host_category = auto()
    schulform = auto()
    school = auto()
    month_kind = auto()
    kreis_kind = auto()
    cause_kreis = auto()
    publication = auto()
    request = auto()
    request_kind = auto()
    request_kreis = auto()
    request_school = auto()
    decline_cause = auto()

"""What the rules check and how serious a finding is."""

from enum import StrEnum, auto


class Grade(StrEnum):
    """How serious a finding is; the order is the order of weight."""

    error = auto()
    warning = auto()
    hint = auto()


class Rule(StrEnum):
    """The rules that `rules.conflicts` checks."""

    vehicle_booked_twice = auto()
    equipment_booked_twice = auto()
    person_booked_twice = auto()
    site_booked_twice = auto()
    unreachable_in_time = auto()
    duty_too_long = auto()
    drive_too_long = auto()
    break_missing = auto()
    public_holiday = auto()
    school_free_day = auto()
    school_holidays_unknown = auto()
    permit_too_late = auto()
    market_day = auto()
    person_absent = auto()
    qualification_missing = auto()
    ends_before_start = auto()
    vehicle_too_large = auto()
    inviting_body_missing = auto()
    topic_expired = auto()
    power_missing = auto()
    press_excluded = auto()
    permit_refused = auto()
    permit_moved = auto()
    site_too_steep = auto()
    adviser_unqualified = auto()
    audience_too_wide = auto()
    over_capacity = auto()
    publication_outdated = auto()
    publication_short = auto()

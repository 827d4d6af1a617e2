"""What the facts of single kinds of events, projects, publications and reports are named with."""

from enum import StrEnum, auto


class AdviceField(StrEnum):
    """What a consultation is about."""

    crime_prevention = auto()
    road_safety = auto()
    security_technology = auto()
    victim_protection = auto()
    economic_protection = auto()
    cyber_protection = auto()
    extremism = auto()


class AccidentCause(StrEnum):
    """Main cause of accidents that a road-safety measure is aimed at.

    The groups of the German road accident statistics (Unfallursachenverzeichnis), as the police reports use them.
    """

    speed = auto()
    distance = auto()
    right_of_way = auto()
    turning = auto()
    overtaking = auto()
    road_use = auto()
    pedestrians = auto()
    alcohol = auto()
    drugs = auto()
    distraction = auto()
    fatigue = auto()
    other = auto()


class OnlineChannel(StrEnum):
    """Where an online contribution appears."""

    mastodon = auto()
    bluesky = auto()
    x = auto()
    threads = auto()
    instagram = auto()
    facebook = auto()
    linkedin = auto()
    youtube = auto()
    website = auto()
    newsletter = auto()
    video_call = auto()
    other = auto()


class ProjectKind(StrEnum):
    """What sort of longer piece of work a project is."""

    regional_analysis = auto()
    advisory = auto()


class ProjectState(StrEnum):
    """How far a project is."""

    planned = auto()
    running = auto()
    late = auto()
    done = auto()


class PartOfDay(StrEnum):
    """When in the day an event began, as an anonymised extract tells it."""

    night = auto()
    morning = auto()
    midday = auto()
    afternoon = auto()
    evening = auto()
    all_day = auto()


class StockReason(StrEnum):
    """Why the stock of a publication changed without an event."""

    delivery = auto()
    inventory = auto()
    sent = auto()
    discarded = auto()


class StockState(StrEnum):
    """How far the stock of a publication reaches; the order is the order of weight."""

    negative = auto()
    outdated = auto()
    empty = auto()
    runs_out = auto()
    low = auto()
    enough = auto()


class ReportKind(StrEnum):
    """Which report was frozen."""

    parliament = auto()
    annual = auto()

"""Requests, tours, and how much a wish weighs."""

from enum import StrEnum, auto


class RequestState(StrEnum):
    """Where a request stands in triage."""

    open = auto()
    waiting = auto()
    accepted = auto()
    declined = auto()
    withdrawn = auto()


class TourState(StrEnum):
    """Whether a tour is a draft, agreed or over."""

    draft = auto()
    agreed = auto()
    done = auto()


class Weight(StrEnum):
    """How much a person wants something of a plan; the order is the order of weight."""

    off = auto()
    usual = auto()
    high = auto()
    highest = auto()


class DeclineCause(StrEnum):
    """Why a request was declined, in countable words."""

    capacity = auto()
    no_date = auto()
    too_late = auto()
    not_our_task = auto()
    topic = auto()
    unqualified = auto()
    withdrawn = auto()
    other = auto()

"""Enum members as translatable text."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from domain.i18n import Language
from domain.labels import (
    calendar,
    concern,
    dates,
    evaluation,
    event,
    finding,
    handout,
    mail,
    measure,
    meeting,
    pack,
    paper,
    partner,
    people,
    planning,
    site,
)

_MODULES = (
    calendar,
    concern,
    dates,
    evaluation,
    event,
    finding,
    handout,
    mail,
    measure,
    meeting,
    pack,
    paper,
    partner,
    people,
    planning,
    site,
)
_NAMES: Mapping[tuple[type[StrEnum], str], str] = MappingProxyType(
    {(type(term), term.value): name for module in _MODULES for term, name in module.NAMES}
)
"""Keyed by the enum too: members of different enums with one value are equal as strings."""

KREIS_CODES: dict[str, str] = {
    "15001": "DE",
    "15002": "HAL",
    "15003": "MD",
    "15081": "SAW",
    "15082": "ABI",
    "15083": "BK",
    "15084": "BLK",
    "15085": "HZ",
    "15086": "JL",
    "15087": "MSH",
    "15088": "SK",
    "15089": "SLK",
    "15090": "SDL",
    "15091": "WB",
}
"""Short codes of the Kreise as on number plates, used on hexagons and badges; keys are `kreis_ags`."""


def has_name(value: object) -> bool:
    """Whether it is a member of one of our enums that people may read."""
    return isinstance(value, StrEnum) and (type(value), value.value) in _NAMES


def name_of(term: StrEnum) -> str:
    """The member's name as a message to be translated.

    Raises:
        KeyError: people never read it.
    """
    return _NAMES[type(term), term.value]


def label(term: StrEnum, language: Language) -> str:
    """The member's name in `language`."""
    return language.gettext(name_of(term))

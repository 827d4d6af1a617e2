"""One check of the self-test, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from domain.errors import LandaufError
from domain.i18n import N_


class FailedCheckError(LandaufError):
    """Something this installation should be able to do did not work."""


def expect(is_right: object, msgid: str, **params: object) -> None:
    """Go on only if it is right.

    Raises:
        FailedCheckError: it is not.
    """
    if not is_right:
        raise FailedCheckError(msgid, **params)


@dataclass(frozen=True, slots=True)
class Check:
    """A check by name (a message); `run` is given a folder to work in and says what it saw, "" if that is plain."""

    msgid: str
    run: Callable[[Path], str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a check ended: `trouble` is "" if all is well; `seconds` by the clock on the wall."""

    name: str
    detail: str
    trouble: str
    seconds: float


BLANK = N_("{name} stays empty.")
"""For what should hold or show something."""

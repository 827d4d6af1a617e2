"""Reads values out of a JSON document and notes, with its path, every one that is missing or wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from domain.errors import Problem
from domain.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST = 1_000_000_000
"""The greatest figure taken: a thousand prizes of this size still add up exactly everywhere."""

LATEST = 2880
"""The last minute of a day that is taken: midnight of the next one, for what ends after midnight."""

SHOWN = 3
"""Findings named in one line; the rest is counted."""

_ABSENT = object()
_LONGEST = 40


@dataclass
class Findings:
    """What is wrong with a document, in the order of reading."""

    found: list[Problem] = field(default_factory=list)

    def add(self, path: str, msgid: str, **params: object) -> None:
        """Note that something is wrong at `path`; the msgid begins with `{path}`."""
        self.found.append(Problem(path, msgid, (("path", path), *params.items())))


def in_one_line(findings: Sequence[Problem]) -> Problem:
    """The first findings in one line, and how many more there are."""
    line = findings[0]
    for each in findings[1:SHOWN]:
        line = Problem(line.field, "{line}; {next}", (("line", line), ("next", each)))
    if len(findings) > SHOWN:
        more = len(findings) - SHOWN
        line = Problem(line.field, N_("{line}; and {count} more"), (("line", line), ("count", more)))
    return line


@dataclass(frozen=True, slots=True)
class Node:
    """A value in a document and the path to it; what is wrong is noted and read as something harmless.

    A value that is absent answers every question harmlessly without a further finding.
    """

    value: object
    path: str
    findings: Findings

    def at(self, key: str) -> Node:
        """The value under `key`; absence is noted."""
        if not isinstance(self.value, dict):
            self._refuse_as_object()
        elif key in self.value:
            return Node(self.value[key], self._below(key), self.findings)
        else:
            self.findings.add(self._below(key), N_("{path} is missing"))
        return Node(_ABSENT, self._below(key), self.findings)

    def maybe(self, key: str) -> Node | None:
        """The value under `key`, None where there is none or null."""
        if not isinstance(self.value, dict):
            self._refuse_as_object()
            return None
        value = self.value.get(key)
        return None if value is None else Node(value, self._below(key), self.findings)

    def items(self) -> list[Node]:
        """The values of a list."""
        if self._is_absent:
            return []
        if not isinstance(self.value, list):
            self.refuse(N_("{path} is not a list"))
            return []
        return [Node(value, f"{self.path}[{index}]", self.findings) for index, value in enumerate(self.value)]

    def entries(self) -> Iterator[tuple[str, Node]]:
        """Key and value of an object's members."""
        if self._is_absent:
            return
        if not isinstance(self.value, dict):
            self.refuse(N_("{path} is not an object"))
            return
        for key, value in self.value.items():
            yield key, Node(value, f"{self.path}[{shown(key)}]", self.findings)

    def tuple_of(self, count: int, form: str) -> list[Node] | None:
        """The values of a list of exactly `count`, else None and a finding that shows the `form`."""
        if isinstance(self.value, list) and len(self.value) == count:
            return self.items()
        if not self._is_absent:
            self.refuse(N_("{path} is not of the form {form}"), form=form)
        return None

    def whole(self, low: int = 0, high: int = MOST) -> int:
        """A whole number from `low` to `high`; `low` where it is none."""
        if self._is_absent:
            return low
        if type(self.value) is not int:  # true and false are numbers to Python, not to us
            self.refuse(N_("{path}: {value} is not a whole number"), value=shown(self.value))
            return low
        if not low <= self.value <= high:
            self.refuse(
                N_("{path}: {value} is not between {low} and {high}"), value=shown(self.value), low=low, high=high
            )
            return low
        return self.value

    def degrees(self, high: int) -> float:
        """A latitude or longitude between -`high` and `high`."""
        if type(self.value) not in {int, float} or not -high <= self.value <= high:  # type: ignore[operator]  # a number
            self.refuse(
                N_("{path}: {value} is not between {low} and {high}"), value=shown(self.value), low=-high, high=high
            )
            return 0.0
        return float(self.value)  # type: ignore[arg-type]  # a number, as was just looked at

    def text(self) -> str:
        """Text that can be written again; "" where it is none."""
        if self._is_absent:
            return ""
        if not isinstance(self.value, str) or not _is_writable(self.value):
            self.refuse(N_("{path}: {value} is not text"), value=shown(self.value))
            return ""
        return self.value

    def refuse(self, msgid: str, **params: object) -> None:
        """Note that something is wrong here."""
        self.findings.add(self.path, msgid, **params)

    def _refuse_as_object(self) -> None:
        """Noted once, although every key is asked for."""
        if not self._is_absent and not any(each.field == self.path for each in self.findings.found[-1:]):
            self.refuse(N_("{path} is not an object"))

    def _below(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    @property
    def _is_absent(self) -> bool:
        return self.value is _ABSENT


def shown(value: object) -> str:
    """A value of the document as it may stand in a line for a person: short and printable."""
    if isinstance(value, (list, dict)):
        return "[…]" if isinstance(value, list) else "{…}"
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > MOST**2:
        return "> 10^18" if value > 0 else "< -10^18"  # figures of thousands of digits may not even be written out
    words = {None: "null", True: "true", False: "false"}.get(value) if isinstance(value, bool | None) else None
    text = words or str(value)
    text = "".join(sign if sign.isprintable() else "?" for sign in text[: _LONGEST + 1])
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _is_writable(text: str) -> bool:
    """Whether the text is Unicode; JSON can also spell halves of characters, which no file may hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True

"""Names typed or pasted for badges, signs and certificates: one a line, with the institution behind a mark."""

import re
from collections.abc import Iterable

from domain.errors import LandaufError
from domain.i18n import N_
from domain.rows.guests import Guest

MOST_NAMES = 2_000
LONGEST_NAME = 200
"""Characters kept of a name and of an institution; paper shortens them further where they do not fit."""

SAMPLES = (
    Guest("Erika Beispiel", "Ordnungsamt Stendal"),
    Guest("Max Muster", "Polizeirevier Stendal"),
    Guest("Dr. Anna-Lena Vorlage-Mustermann", "Verkehrswacht Elb-Havel e. V."),
    Guest("Jo Probe"),
)
"""Invented people that stand on paper where nobody has typed a name."""

_NUMBERING = re.compile(r"^(?:\(?\d{1,4}[.)]|\d{1,4}(?=\t)|[-–—•*·](?=\s))\s*")
_STRONG_MARK = re.compile(r"[\t;]")


def parse_names(text: str) -> tuple[Guest, ...]:
    """The people in a pasted text in their order, also those who stand there twice.

    Each line is one; what follows a tab, a semicolon or, without these, a comma is the institution. A number, dash or
    dot before the name goes; so do empty lines and spaces around and between.

    Raises:
        LandaufError: there are more than `MOST_NAMES`.
    """
    found = tuple(guest for guest in map(_guest, text.splitlines()) if guest.name)
    if len(found) > MOST_NAMES:
        raise LandaufError(
            N_("{count} names are too many for one run; please take at most {most}."),
            count=len(found),
            most=MOST_NAMES,
        )
    return found


def guests(lines: Iterable[str]) -> tuple[Guest, ...]:
    """The people in lines that were typed; an entry may hold several lines.

    Raises:
        LandaufError: there are more than `MOST_NAMES`.
    """
    return parse_names("\n".join(lines))


def _guest(line: str) -> Guest:
    plain = _NUMBERING.sub("", line.strip(" \r\n"), count=1)
    mark = _STRONG_MARK if _STRONG_MARK.search(plain) else re.compile(",")
    parts = [" ".join(part.split())[:LONGEST_NAME].strip() for part in mark.split(plain)]
    name, *rest = [part for part in parts if part] or [""]
    return Guest(name, ", ".join(rest)[:LONGEST_NAME].strip())

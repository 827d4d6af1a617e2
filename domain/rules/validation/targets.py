"""Which targets can be taken."""

import re
from collections.abc import Iterator, Mapping

from domain.errors import Problem
from domain.i18n import N_
from domain.region.kreise import kreise
from domain.rules.validation import fields
from domain.terms import EventKind

MOST = 999
"""The largest target of one Kreis, kind and half-year: five events every working day."""

_HALF_YEAR = re.compile(r"[0-9]{4}-H[12]", re.ASCII)


def target_problems(half_year: str, aims: Mapping[tuple[str, EventKind], int]) -> list[Problem]:
    """Why the targets cannot be taken; empty when they can."""
    return [*_half_year(half_year), *_aims(aims)]


def _half_year(half_year: str) -> Iterator[Problem]:
    year = int(half_year[:4]) if _HALF_YEAR.fullmatch(half_year) else 0
    if not fields.FIRST_YEAR <= year <= fields.LAST_YEAR:
        yield Problem("half_year", N_("A half-year is written like 2027-H1, not “{text}”."), (("text", half_year),))


def _aims(aims: Mapping[tuple[str, EventKind], int]) -> Iterator[Problem]:
    known = {kreis.ags for kreis in kreise()}
    for (kreis_ags, _kind), aim in aims.items():
        if kreis_ags not in known:
            yield Problem("kreis_ags", N_("There is no district with the key “{ags}”."), (("ags", kreis_ags),))
        yield from fields.number("target", aim, 0, MOST)

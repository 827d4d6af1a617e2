"""Sample targets: what the house aims at in each Kreis, by kind and half-year."""

from collections.abc import Mapping
from types import MappingProxyType

from domain.region.kreise import Kreis, kreise
from domain.rules.coverage import half_year_of, shifted
from domain.store.session import Session
from domain.terms import EventKind
from domain.usecases import targets

_LARGE = 180_000
"""Inhabitants from which a Kreis gets one more of everything that is rare."""

_USUAL: Mapping[EventKind, tuple[int, int, int]] = MappingProxyType(
    {
        EventKind.citizen_dialogue: (1, 2, 3),
        EventKind.mobile_stop: (3, 5, 6),
        EventKind.lecture: (1, 2, 2),
        EventKind.joint_patrol: (1, 1, 2),
        EventKind.expert_dialogue: (0, 1, 1),
    }
)
"""A half-year's target in a smaller town, a Landkreis, and a large Kreis or city."""


def aim(session: Session) -> None:
    """Set the targets of this half-year, and copy them from the last one and to the next as people would."""
    now = half_year_of(session.today)
    for kind, sizes in _USUAL.items():
        aims = {(kreis.ags, kind): sizes[_size(kreis)] for kreis in kreise()}
        targets.put(session, shifted(now, -1), aims)
    targets.copy(session, shifted(now, -1), now)
    targets.copy(session, now, shifted(now, 1))


def _size(kreis: Kreis) -> int:
    return 2 if kreis.population >= _LARGE else 0 if kreis.is_town else 1

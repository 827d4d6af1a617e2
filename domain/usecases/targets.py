"""Targets: how many events of a kind are aimed at in a Kreis and half-year."""

from collections.abc import Iterable, Mapping

from sqlmodel import select

from domain.model import Target
from domain.rows.coverage import CoverageKey
from domain.rules import validation
from domain.store.session import Session
from domain.terms import EventKind
from domain.usecases.records import refuse, write_out

_KINDS = {kind.value: kind for kind in EventKind}


def all_targets(session: Session) -> dict[CoverageKey, int]:
    """Every target, by Kreis, kind and half-year."""
    lines = session.raw().execute("select kreis_ags, kind, half_year, aim from target")
    return {(line[0], _KINDS[line[1]], line[2]): line[3] for line in lines}


def of_half_year(session: Session, half_year: str) -> dict[tuple[str, EventKind], int]:
    """The targets of a half-year, by Kreis and kind."""
    found = session.exec(select(Target).where(Target.half_year == half_year))
    return {(each.kreis_ags, each.kind): each.aim for each in found}


def put(session: Session, half_year: str, aims: Mapping[tuple[str, EventKind], int]) -> int:
    """Aim at so many events (0 to 999) in these Kreise and kinds; 0 takes the target away, all others stay.

    Returns how many targets are different now.

    Raises:
        InvalidInputError: a number is out of range, there is no such Kreis, or the half-year is not like "2027-H1".
    """
    refuse(validation.target_problems(half_year, aims))
    changed = 0
    for (kreis_ags, kind), aim in aims.items():
        present = session.get(Target, (kreis_ags, kind, half_year))
        if aim == (present.aim if present else 0):
            continue
        changed += 1
        if present is None:
            session.add(Target(kreis_ags=kreis_ags, kind=kind, half_year=half_year, aim=aim))
        elif aim:
            present.aim = aim
        else:
            session.delete(present)
    write_out(session)
    return changed


def copy(session: Session, source: str, target: str, kinds: Iterable[EventKind] = ()) -> int:
    """Let a half-year aim at what another one does, in these kinds or in all of them.

    What the source does not aim at, the target does not either. Returns how many targets are different now.

    Raises:
        InvalidInputError: a half-year is not like "2027-H1".
    """
    wanted = frozenset(kinds)
    aims = dict.fromkeys(of_half_year(session, target), 0) | of_half_year(session, source)
    return put(session, target, {key: aim for key, aim in aims.items() if not wanted or key[1] in wanted})

"""Working hours of a joint patrol: people times the time that really passes, for each side (note domain 4.6)."""

from dataclasses import dataclass

from domain.rows.events import EventDraft, PatrolFacts
from domain.rules.local import minutes_between


@dataclass(frozen=True, slots=True)
class PatrolHours:
    """How long a patrol lasts and what each side works, in minutes; None where a headcount is not known."""

    minutes: int
    police: int | None
    ordnungsamt: int | None

    @property
    def total(self) -> int | None:
        """Both sides together; None while neither headcount is known."""
        known = [side for side in (self.police, self.ordnungsamt) if side is not None]
        return sum(known) if known else None


def patrol_hours(draft: EventDraft) -> PatrolHours | None:
    """The hours of a patrol, from its first to its last moment, across midnight and a change of clocks.

    None for other kinds, without times, for whole days, and if the end lies before the start.
    """
    facts, start, end = draft.facts, draft.starts_at, draft.ends_at
    if not isinstance(facts, PatrolFacts) or draft.all_day or start is None or end is None:
        return None
    minutes = minutes_between(start, end)
    if minutes < 0:
        return None
    return PatrolHours(minutes, _times(facts.police_officers, minutes), _times(facts.ordnungsamt_officers, minutes))


def _times(people: int | None, minutes: int) -> int | None:
    return None if people is None else people * minutes

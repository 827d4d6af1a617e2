"""What a calendar of changes holds since a plan version: what is there as it stands, what has gone as called off."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from domain.model import PlanVersion
from domain.rows.calendars import CalendarChoice
from domain.rows.published import PublishedEvent
from domain.rows.releases import Change, PlanEntryRow
from domain.rules.calendar_changes import (
    Withdrawal,
    beyond_versions,
    is_cancellation,
    is_news,
    stood_in,
    withdrawn,
)
from domain.store.session import Session
from domain.terms import CalendarContent
from domain.usecases import releases
from domain.usecases.confidential import cleaner
from domain.usecases.event_rows import list_ids
from domain.usecases.numbering import GONE, identities_of
from domain.usecases.published import published_events, visible_ids

CHUNK = 400
_THERE = "select id, updated_at from event where id in (select value from json_each(?))"


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """A change that readers are told; `stays` = they see the event as it stands, else as the version has it."""

    event_id: UUID
    change: Change
    stays: bool

    @property
    def former_day_id(self) -> UUID | None:
        """The tour day on which the event stood in the version."""
        return self.change.before.tour_day_id if self.change.before else None


def version_of(session: Session, choice: CalendarChoice) -> int:
    """The plan version from which a choice counts; 0 if nothing was ever released."""
    if choice.since is not None:
        return choice.since
    last = releases.latest(session)
    return last.number if last else 0


def told_events(session: Session, choice: CalendarChoice) -> tuple[ToldEvent, ...]:
    """What readers of this choice are told since its version, by day.

    Raises:
        NotFoundError: there is no such version.
    """
    changes = releases.differences(session, version_of(session, choice), choice.audience)
    ids = {change.entry.event_id for change in changes}
    here = set(visible_ids(session, choice.audience, choice.wanted)) & ids if ids else set()
    might = _judged_now(session, choice, ids)
    found = []
    for change in changes:
        key, before = change.entry.event_id, change.before
        stays = key in here and change.now is not None and choice.audience in change.now.marks
        left = before is not None and is_news(before) and stood_in(before, choice.audience, choice.wanted)
        if stays or (left and key in might):
            found.append(ToldEvent(key, change, stays))
    if choice.content is CalendarContent.cancellations:
        return tuple(each for each in found if is_cancellation(each.change, stays=each.stays))
    return tuple(found)


def _judged_now(session: Session, choice: CalendarChoice, ids: set[UUID]) -> set[UUID]:
    """The events that were in the calendar as far as no version can tell; those that are deleted always."""
    rest = beyond_versions(choice.wanted)
    if rest is None or not ids:
        return ids
    return (ids - _there(session, ids).keys()) | (ids & set(list_ids(session, rest)))


def changed(session: Session, choice: CalendarChoice, told: Sequence[ToldEvent]) -> Iterator[PublishedEvent]:
    """The entries of a calendar of changes, a few hundred at a time in memory."""
    version = session.get(PlanVersion, version_of(session, choice))
    released_at = version.released_at if version else session.now
    clean = cleaner(session)
    for start in range(0, len(told), CHUNK):
        chunk = told[start : start + CHUNK]
        stand = published_events(session, [each.event_id for each in chunk if each.stays], choice.audience)
        gone = {each.event_id: each.change.before for each in chunk if not each.stays and each.change.before}
        withdrawals = _withdrawals(session, gone, released_at)
        for each in chunk:
            if each.stays:
                yield stand[each.event_id]
            elif each.event_id in gone:
                yield withdrawn(gone[each.event_id], choice.audience, withdrawals[each.event_id], clean)


def _withdrawals(session: Session, gone: dict[UUID, PlanEntryRow], released_at: datetime) -> dict[UUID, Withdrawal]:
    there, identities = _there(session, gone), identities_of(session, gone)
    found = {}
    for key, entry in gone.items():
        known = identities.get(key)
        noted = known.sent_at if known and known.sent == GONE else None
        moment = there.get(key) or noted or session.now
        sequence = max(known.sequence if known else 0, entry.sequence + 1)
        found[key] = Withdrawal(sequence, released_at, max(moment, released_at))
    return found


def _there(session: Session, ids: Iterable[UUID]) -> dict[UUID, datetime]:
    """The events that are not deleted, with the moment of their last change."""
    lines = session.raw().execute(_THERE, (json.dumps([key.hex for key in ids]),))
    return {UUID(key): datetime.fromisoformat(moment).replace(tzinfo=UTC) for key, moment in lines}

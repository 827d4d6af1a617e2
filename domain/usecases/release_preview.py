"""What the next release would freeze, and what to look at before."""

from domain.rows.releases import ReleasePreview
from domain.rules import plan_changes
from domain.store.session import Session
from domain.terms import Grade
from domain.usecases.conflicts import all_findings
from domain.usecases.event_rows import list_ids
from domain.usecases.printed_sheets import stale_sheets
from domain.usecases.releases import PLANNED, differences, latest, next_number, plan


def preview(session: Session) -> ReleasePreview:
    """What the next release would freeze: changes, grave conflicts that nobody accepted, sheets gone stale.

    Before the first version every event is added.
    """
    last = latest(session)
    planned = frozenset(list_ids(session, PLANNED))
    grave = (found for found in all_findings(session) if found.grade is Grade.error and not found.accepted)
    return ReleasePreview(
        latest=last,
        number=next_number(session),
        changes=differences(session, last.number) if last else plan_changes.differences({}, plan(session)),
        conflicts=tuple(found for found in grave if found.event_id in planned),
        stale=stale_sheets(session),
    )

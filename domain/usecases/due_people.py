"""What is due because of the people of the house: qualifications that run out."""

from collections.abc import Iterator

from domain.rows.due import DueKind, DueRow
from domain.rules.qualifications import needs_reminder
from domain.store.session import Session
from domain.usecases import speakers


def qualifications_due(session: Session) -> Iterator[DueRow]:
    """Qualifications whose end is near or past, on their last day; old ones only of people with appointments ahead."""
    for row in speakers.rows(session):
        for line in row.held:
            if line.valid_until is not None and needs_reminder(
                line.valid_until, session.today, is_booked=row.ahead > 0
            ):
                name = row.staff.draft.name
                title = f"{name}: {line.name}"
                yield DueRow(DueKind.qualification, line.valid_until, title, "lectures", row.staff.id, name, line.name)

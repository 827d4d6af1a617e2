"""What is due because of handouts: editions whose validity ends."""

from collections.abc import Iterator

from domain.i18n import N_
from domain.rows.due import DueKind, DueRow
from domain.store.session import Session
from domain.usecases import handout_rows


def handouts_due(session: Session) -> Iterator[DueRow]:
    """Each edition that has a last day, due on it."""
    for row in handout_rows.list_rows(session):
        for edition in row.editions:
            if edition.draft.valid_until is not None:
                title = edition.draft.title
                yield DueRow(
                    DueKind.handout,
                    edition.draft.valid_until,
                    title,
                    "handouts",
                    edition.id,
                    title,
                    N_("Check and renew handout"),
                    is_msgid=True,
                )

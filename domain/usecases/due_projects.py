"""What is due because of projects: stages to reach, students' names to delete."""

from collections.abc import Iterator

from domain.i18n import N_
from domain.region.kreise import kreis
from domain.rows.due import DueKind, DueRow
from domain.rules.due import is_close
from domain.rules.projects import next_stage
from domain.store.session import Session
from domain.terms import ProjectState
from domain.usecases import projects

_NAME_KEPT_TOO_LONG = N_("Delete the student’s name")


def stages_due(session: Session) -> Iterator[DueRow]:
    """The next stage of each project that is not finished, and names that may not be kept any longer."""
    for row in projects.list_rows(session):
        place = kreis(row.draft.kreis_ags).name if row.draft.kreis_ags else ""
        stage = next_stage(row.draft)
        if (
            stage is not None
            and stage.due
            and row.state is not ProjectState.done
            and is_close(stage.due, session.today)
        ):
            yield DueRow(DueKind.step, stage.due, row.draft.title, "projects", row.id, place, stage.title)
        until = row.draft.student_until
        if row.draft.student and until is not None:
            yield DueRow(
                DueKind.step, until, row.draft.title, "projects", row.id, place, _NAME_KEPT_TOO_LONG, is_msgid=True
            )

"""Projects: add, change, reach a stage, delete, list."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from uuid import UUID

from sqlmodel import col, select

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.model import Project, ProjectStage
from domain.rows.projects import ProjectDraft, ProjectRow, StageDraft
from domain.rules import projects as rules
from domain.rules.validation.projects import project_problems
from domain.store.session import Session
from domain.usecases import names
from domain.usecases.records import change_whole, get, insert, put_list, refuse, remove

_LINKED = ("stages",)


def create(session: Session, draft: ProjectDraft) -> UUID:
    """Add a project.

    Raises:
        InvalidInputError: the draft is impossible.
    """
    refuse(project_problems(draft))
    project = insert(session, Project, _columns_of(draft))
    _put_stages(session, project.id, draft)
    return project.id


def change(session: Session, project_id: UUID, draft: ProjectDraft, version: int | None = None) -> None:
    """Make a project be what the draft says.

    Raises:
        InvalidInputError: the draft is impossible.
        ConflictError: somebody changed it meanwhile.
    """
    refuse(project_problems(draft))
    project = get(session, Project, project_id)
    change_whole(session, project, version, _columns_of(draft), lambda: _put_stages(session, project_id, draft))


def reach(session: Session, project_id: UUID, position: int) -> bool:
    """Note that a stage (1 = the first) is reached today, or open it again; returns whether it is reached now.

    Raises:
        InvalidInputError: the project has no such stage.
        NotFoundError: the project is gone.
    """
    draft = detail(session, project_id).draft
    if not 1 <= position <= len(draft.stages):
        raise InvalidInputError(Problem("stages", N_("This project has no such stage.")))
    stages = list(draft.stages)
    stage = stages[position - 1]
    is_reached = stage.done_on is None
    stages[position - 1] = StageDraft(stage.title, stage.due, session.today if is_reached else None)
    values = {field.name: getattr(draft, field.name) for field in fields(draft) if field.name != "stages"}
    change(session, project_id, ProjectDraft(**values, stages=tuple(stages)))
    return is_reached


def delete(session: Session, project_ids: Iterable[UUID]) -> int:
    """Delete projects with their stages (undoable)."""
    return remove(session, Project, project_ids)


def detail(session: Session, project_id: UUID) -> ProjectRow:
    """One project.

    Raises:
        NotFoundError: it is gone.
    """
    return _rows(session, [get(session, Project, project_id)])[0]


def list_rows(session: Session) -> list[ProjectRow]:
    """All projects: the latest beginning first, those without a day before them."""
    first = col(Project.first_day)
    query = select(Project).order_by(first.is_not(None), first.desc(), col(Project.title), col(Project.id))
    return _rows(session, list(session.exec(query)))


def _rows(session: Session, found: list[Project]) -> list[ProjectRow]:
    ids = [project.id for project in found]
    stages: dict[UUID, tuple[StageDraft, ...]] = {}
    query = select(ProjectStage).where(col(ProjectStage.project_id).in_(ids)).order_by(col(ProjectStage.position))
    for stage in session.exec(query):
        line = StageDraft(stage.title, stage.due, stage.done_on)
        stages[stage.project_id] = (*stages.get(stage.project_id, ()), line)
    called = names.of_ids(
        session, (key for each in found for key in (each.partner_id, each.adviser_id, each.university_id))
    )
    return [_row(project, stages.get(project.id, ()), called, session) for project in found]


def _row(project: Project, stages: tuple[StageDraft, ...], called: dict[UUID, str], session: Session) -> ProjectRow:
    values = {field.name: getattr(project, field.name) for field in fields(ProjectDraft) if field.name not in _LINKED}
    draft = ProjectDraft(**values, stages=stages)

    def name(key: UUID | None) -> str:
        return called.get(key, "") if key else ""

    return ProjectRow(
        project.id,
        project.version,
        draft,
        rules.state_of(draft, session.today),
        rules.next_stage(draft),
        name(draft.partner_id),
        name(draft.adviser_id),
        name(draft.university_id),
    )


def _columns_of(draft: ProjectDraft) -> dict[str, object]:
    return {field.name: getattr(draft, field.name) for field in fields(draft) if field.name not in _LINKED}


def _put_stages(session: Session, project_id: UUID, draft: ProjectDraft) -> bool:
    rows = [asdict(stage) | {"position": position} for position, stage in enumerate(draft.stages, 1)]
    return put_list(session, ProjectStage, {"project_id": project_id}, rows)

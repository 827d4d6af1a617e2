"""The columns of the list of projects."""

from datetime import date

from domain.labels import label
from domain.rows.projects import ProjectRow
from domain.rules.ages import Urgency, urgency_of_due
from domain.terms import ProjectKind, ProjectState
from gui.models.table import Cell, Column
from gui.texts import _, current, ngettext
from gui.widgets.badge import kreis_badge

KIND_ICONS = {ProjectKind.advisory: "building", ProjectKind.regional_analysis: "chart"}
_STATE_ICONS = {
    ProjectState.planned: "clock",
    ProjectState.running: "half",
    ProjectState.late: "warning",
    ProjectState.done: "double-check",
}
_STATE_TONES = {ProjectState.late: "warning", ProjectState.done: "muted"}
_DUE_TONES = {Urgency.calm: "text", Urgency.gold: "gold", Urgency.red: "error"}


def columns(today: date) -> list[Column[ProjectRow]]:
    """Title with kind, Kreis, with whom, the next stage by the local day `today`, how far it is."""
    return [
        Column(_("Project"), _title),
        Column("", _kreis, width=60, hide_below=560),
        Column(_("With"), _with, width=200, hide_below=860),
        Column(_("Next stage"), lambda row: _stage(row, today), width=180, hide_below=640),
        Column(_("State"), _state, width=176),
    ]


def _title(row: ProjectRow) -> Cell:
    return Cell(
        row.draft.title,
        second=label(row.draft.kind, current()),
        icon=KIND_ICONS[row.draft.kind],
        is_first=True,
    )


def _kreis(row: ProjectRow) -> Cell:
    return Cell(badge=kreis_badge(row.draft.kreis_ags)) if row.draft.kreis_ags else Cell(_("state"), tone="muted")


def _with(row: ProjectRow) -> Cell:
    return Cell(row.partner or row.university, second=row.adviser or row.draft.student)


def _stage(row: ProjectRow, today: date) -> Cell:
    stage = row.next_stage
    if stage is None:
        return Cell("–", tone="muted")
    tone = _DUE_TONES[urgency_of_due(stage.due, today)] if stage.due else "muted"
    return Cell(current().day(stage.due) if stage.due else _("no day"), second=stage.title, tone=tone)


def _state(row: ProjectRow) -> Cell:
    reached = sum(1 for stage in row.draft.stages if stage.done_on)
    count = len(row.draft.stages)
    second = ngettext("{reached} of {count} stage", "{reached} of {count} stages", count)
    return Cell(
        label(row.state, current()),
        second=second.format(reached=reached, count=count) if count else "",
        icon=_STATE_ICONS[row.state],
        tone=_STATE_TONES.get(row.state, "text"),
    )

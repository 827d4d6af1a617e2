"""The columns of the register."""

from datetime import date

from domain.labels import label
from domain.rows.concerns import ConcernRow
from domain.rows.filters import ConcernOrder
from domain.terms import ConcernState
from gui.models.table import Cell, Column
from gui.pages.concerns import words
from gui.texts import _, current
from gui.widgets.badge import kreis_badge


def columns(today: date) -> list[Column[ConcernRow]]:
    """Number, wording with category, Kreis, office, due with age by the local day `today`, state."""
    return [
        Column(_("Number"), _number, width=116, order=ConcernOrder.number),
        Column(_("Concern"), _wording),
        Column(_("Kreis"), _kreis, width=72, order=ConcernOrder.kreis),
        Column(_("Office"), _office, width=176, hide_below=760),
        Column(_("Due"), lambda row: _due(row, today), width=128, order=ConcernOrder.due),
        Column(_("State"), lambda row: Cell(badge=words.state_badge(row.state)), width=172, order=ConcernOrder.state),
    ]


def _number(row: ConcernRow) -> Cell:
    raised = row.draft.raised_on
    return Cell(row.number, second=current().day(raised) if raised else "", is_first=True)


def _wording(row: ConcernRow) -> Cell:
    about = (label(row.draft.category, current()), row.draft.place or label(row.draft.place_category, current()))
    return Cell(
        " ".join(row.draft.wording.split()), second=" · ".join(about), is_struck=row.state is ConcernState.dropped
    )


def _kreis(row: ConcernRow) -> Cell:
    return Cell(badge=kreis_badge(row.kreis_ags)) if row.kreis_ags else Cell("–", tone="muted")


def _office(row: ConcernRow) -> Cell:
    return Cell(row.office or "–", tone="text" if row.office else "muted")


def _due(row: ConcernRow, today: date) -> Cell:
    shown, tone = words.due_words(row, today)
    is_over = row.answered_on is not None
    return Cell(shown, second=_("answered") if is_over else words.age_words(row, today), tone=tone)

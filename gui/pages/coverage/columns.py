"""The columns of the table that says what the tiles show."""

from domain.rows.coverage import KreisCoverage
from domain.rules.ages import Urgency
from gui.models.table import Cell, Column
from gui.pages.coverage import words
from gui.texts import _, current
from gui.widgets.badge import kreis_badge


def columns() -> tuple[Column[KreisCoverage], ...]:
    """Kreis, figures, what is missing, the last one, people reached, the trend in figures."""
    return (
        Column(_("District"), lambda each: Cell(words.name(each.kreis_ags), is_first=True)),
        Column("", lambda each: Cell(badge=kreis_badge(each.kreis_ags)), 60, hide_below=560),
        Column(_("Target"), lambda each: _number(each.target), 48, is_right=True),
        Column(_("Held"), lambda each: _number(each.held), 74, is_right=True),
        Column(_("Planned"), lambda each: _number(each.planned), 70, is_right=True),
        Column(_("Missing"), _missing, 52, is_right=True),
        Column(_("Days since"), _since, 74, is_right=True),
        Column(_("per 1,000"), lambda each: _number(round(each.per_thousand, 1)), 76, is_right=True, hide_below=620),
        Column(_("Trend"), lambda each: Cell(_trend(each), tone="muted"), 120, hide_below=720),
    )


def _number(figure: float) -> Cell:
    return Cell(current().number(figure))


def _missing(each: KreisCoverage) -> Cell:
    return Cell(current().number(each.missing), tone="error" if each.missing else "muted")


def _since(each: KreisCoverage) -> Cell:
    tones = {Urgency.calm: "muted", Urgency.gold: "gold", Urgency.red: "error"}
    days = _("never") if each.days_since is None else current().number(each.days_since)
    return Cell(days, tone=tones[words.urgency(each)])


def _trend(each: KreisCoverage) -> str:
    return " · ".join(str(point.held) for point in each.trend)

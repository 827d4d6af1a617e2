"""The columns of the list of sites."""

from domain.labels import label
from domain.rows.partners import SiteRow
from domain.terms import Surface
from gui.models.table import Cell, Column
from gui.pages.sites import words
from gui.texts import _, current
from gui.widgets.badge import kreis_badge


def columns() -> list[Column[SiteRow]]:
    """Name with address, town with Kreis, ground, space, power and the permit."""
    return [
        Column(_("Name"), _name),
        Column(_("Town"), _town, width=196),
        Column(_("Surface"), _surface, width=104, hide_below=760),
        Column(_("Space"), lambda row: Cell(words.space(row.draft) or "–"), width=96, is_right=True, hide_below=620),
        Column(_("Power"), _power, width=140, hide_below=860),
        Column(_("Permit"), lambda row: Cell(badge=words.permit_badge(row.draft.permit_state)), width=136),
    ]


def _name(row: SiteRow) -> Cell:
    return Cell(row.name, second=row.draft.street, icon="pin", is_first=True)


def _town(row: SiteRow) -> Cell:
    return Cell(row.town, badge=kreis_badge(row.kreis_ags) if row.kreis_ags else None)


def _surface(row: SiteRow) -> Cell:
    is_known = row.draft.surface is not Surface.unknown
    return Cell(label(row.draft.surface, current()) if is_known else "–", tone="muted")


def _power(row: SiteRow) -> Cell:
    strongest, *others = words.outlets(row.draft) or ["–"]
    return Cell(strongest, second=", ".join(others))

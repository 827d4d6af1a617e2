"""The columns of the list of partners."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from domain.labels import label
from domain.rows.partners import PartnerRow
from domain.rules.ages import CONTACT_GOLD, CONTACT_RED, Urgency, age_in_days, urgency_of_age
from domain.terms import PartnerCategory
from gui.models.table import Cell, Column
from gui.texts import _, current, ngettext
from gui.widgets.badge import hint_badge, kreis_badge

_TONES = {Urgency.calm: "text", Urgency.gold: "gold", Urgency.red: "error"}

_ICONS = {
    PartnerCategory.school: "cap",
    PartnerCategory.university: "cap",
    PartnerCategory.adult_education: "lectern",
    PartnerCategory.police: "walkers",
    PartnerCategory.fire_brigade: "flag",
    PartnerCategory.church: "home",
    PartnerCategory.advice_centre: "speech",
    PartnerCategory.council: "table",
    PartnerCategory.company: "building",
    PartnerCategory.media: "globe",
    PartnerCategory.ordnungsamt: "document",
    PartnerCategory.jugendamt: "document",
    PartnerCategory.other_office: "document",
    PartnerCategory.gemeinde: "building",
    PartnerCategory.kreis: "building",
}


def icon_of(category: PartnerCategory) -> str:
    """The icon of a category of institutions."""
    return _ICONS.get(category, "people")


def columns(today: date, is_twice: Callable[[UUID], bool] = lambda _id: False) -> list[Column[PartnerRow]]:
    """Name, category, town, Kreis and the last contact, which turns gold and red with age by the local day `today`.

    One that `is_twice` says is probably there already bears a badge instead.
    """

    def last(row: PartnerRow) -> Cell:
        if is_twice(row.id):
            return Cell(badge=hint_badge(_("twice?"), "merge"))
        return contact_cell(row.last_contact, today)

    return [
        Column(_("Name"), _name, order="heading"),
        Column(_("Category"), _category, width=140, order="category", hide_below=860),
        Column(_("Town"), lambda row: Cell(row.town), width=160, order="town"),
        Column(_("District"), _kreis, width=72, order="kreis"),
        Column(_("Last contact"), last, width=116, order="last_contact", is_right=True),
    ]


def _name(row: PartnerRow) -> Cell:
    return Cell(row.name, icon=icon_of(row.category), is_first=True)


def _category(row: PartnerRow) -> Cell:
    return Cell(label(row.office_kind or row.category, current()), tone="muted")


def _kreis(row: PartnerRow) -> Cell:
    return Cell(badge=kreis_badge(row.kreis_ags)) if row.kreis_ags else Cell()


def contact_cell(last_contact: date | None, today: date) -> Cell:
    """The day of the last contact, or from 90 days on how many days it is ago."""
    if last_contact is None:
        return Cell("–", tone="muted")
    days = age_in_days(last_contact, today)
    urgency = urgency_of_age(days, CONTACT_GOLD, CONTACT_RED)
    if urgency is Urgency.calm:
        return Cell(current().day(last_contact))
    words = ngettext("{days} day", "{days} days", days).format(days=days)
    return Cell(words, icon="clock", tone=_TONES[urgency])

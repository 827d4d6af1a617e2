"""The people of the house: what they may do, when they are away, whose name must stay inside."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.i18n import N_
from domain.rows.steps import Label
from domain.rows.tours import StaffDraft, StaffRow
from domain.terms import BERLIN
from gui.desk import Desk
from gui.dialogs.draft_dialog import DraftDialog
from gui.models.table import Cell, Column
from gui.pages.settings.person_rows import AbsencesField, QualificationsField
from gui.pages.settings.record_list import Deeds, Kind
from gui.texts import _, current, ngettext
from gui.widgets.badge import plain_badge
from gui.widgets.bindings import Binding
from gui.widgets.choice import CheckBox
from gui.widgets.field import Field, NumberField
from gui.widgets.form import Form
from gui.widgets.text_area import TextArea

_WIDTH, _HEIGHT = 960, 560


class PersonDialog(DraftDialog):
    """Edits a person of the house."""

    def __init__(self, desk: Desk, title: str, draft: StaffDraft, parent: QWidget) -> None:
        from domain.usecases import vocabulary

        super().__init__(title, parent)
        self.resize(_WIDTH, _HEIGHT)

        def today() -> date:
            return desk.clock().astimezone(BERLIN).date()

        held = QualificationsField({row.id: row.name for row in desk.ask(vocabulary.qualifications)}, today)
        away = AbsencesField(today)
        left: Form[StaffDraft] = Form()
        right: Form[StaffDraft] = Form()
        _add_person(left)
        right.add_heading(_("Qualifications"))
        right.add(_("May hold"), held, "qualifications", binding=_bound(held), is_wide=True)
        right.add_heading(_("Absences"))
        right.add(_("Away"), away, "absences", binding=_bound(away), is_wide=True)
        self.set_columns(draft, left, right)


def _add_person(form: Form[StaffDraft]) -> None:
    form.add_heading(_("Person"))
    form.add(_("Name"), Field(), "name")
    form.add(_("Office"), Field(), "office")
    form.add(_("Phone"), Field(leading="phone"), "phone")
    form.add(_("E-mail"), Field(leading="mail"), "email")
    form.add(_("Secrecy"), CheckBox(_("The name never leaves the house")), "confidential")
    form.add(_("At most"), NumberField(_("At most"), highest=99), "capacity_per_month", note=_("events a month"))
    form.add(_("Notes"), TextArea(_("Notes")), "notes")


def _bound(widget: QualificationsField | AbsencesField) -> Binding:
    return Binding(widget, widget.values, widget.set_values, widget.changed)


def _columns() -> tuple[Column[StaffRow], ...]:
    return (
        Column(_("Name"), _name),
        Column(_("Office"), lambda row: Cell(row.draft.office), 240),
        Column(_("Qualifications"), lambda row: Cell(_count(row)), 140),
        Column(_("Latest absence"), lambda row: Cell(_away(row), tone="muted"), 200, hide_below=800),
    )


def _name(row: StaffRow) -> Cell:
    badge = plain_badge(_("internal only"), "eye-off") if row.draft.confidential else None
    return Cell(row.draft.name, icon="person", is_first=True, badge=badge)


def _count(row: StaffRow) -> str:
    count = len(row.draft.qualifications)
    return ngettext("{count} qualification", "{count} qualifications", count).format(count=count) if count else ""


def _away(row: StaffRow) -> str:
    days = sorted((absence.first_day, absence.last_day) for absence in row.draft.absences)
    return f"{current().day(days[-1][0])} – {current().day(days[-1][1])}" if days else ""


def _rows(desk: Desk) -> Sequence[StaffRow]:
    from domain.usecases import people

    return desk.ask(people.list_rows)


def _create(desk: Desk, label: Label, draft: StaffDraft) -> UUID:
    from domain.usecases import people

    return desk.run(label, people.create, draft)


def _change(desk: Desk, label: Label, row: StaffRow, draft: StaffDraft) -> None:
    from domain.usecases import people

    desk.run(label, people.change, row.id, draft, row.version)


def _delete(desk: Desk, label: Label, ids: Sequence[UUID]) -> None:
    from domain.usecases import people

    desk.run(label, people.delete, ids)


PEOPLE = Kind(
    id="people",
    icon="people",
    new=N_("New person"),
    edit=N_("Edit person"),
    remove=N_("Delete people"),
    empty=N_("Nobody has been entered yet"),
    columns=_columns,
    draft=lambda row: row.draft,
    blank=lambda: StaffDraft(""),
    dialog=PersonDialog,
    deeds=Deeds(_rows, _create, _change, _delete),
)

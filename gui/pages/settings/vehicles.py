"""Vehicles: where they live, when they may be out, how large they are, what they carry."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.i18n import N_
from domain.rows.steps import Label
from domain.rows.tours import VehicleDraft, VehicleRow
from gui.desk import Desk
from gui.dialogs.draft_dialog import DraftDialog
from gui.models.table import Cell, Column
from gui.pages.settings.bindings import counted
from gui.pages.settings.record_list import Deeds, Kind
from gui.texts import _, current
from gui.widgets.chips import ChipField
from gui.widgets.dates import TimeField
from gui.widgets.field import DecimalField, Field, NumberField
from gui.widgets.form import Form
from gui.widgets.text_area import TextArea

_WIDTH, _HEIGHT = 860, 560


class VehicleDialog(DraftDialog):
    """Edits a vehicle."""

    def __init__(self, desk: Desk, title: str, draft: VehicleDraft, parent: QWidget) -> None:
        from domain.usecases import fleet

        super().__init__(title, parent)
        self.resize(_WIDTH, _HEIGHT)
        carried = ChipField(_("Equipment"))
        carried.set_choice({row.id: row.name for row in desk.ask(fleet.equipment)})
        left: Form[VehicleDraft] = Form()
        right: Form[VehicleDraft] = Form()
        _add_duty(left)
        _add_size(right)
        right.add_heading(_("On board"))
        right.add(_("Equipment"), carried, "equipment_ids")
        right.add(_("Notes"), TextArea(_("Notes")), "notes")
        self.set_columns(draft, left, right)


def _add_duty(form: Form[VehicleDraft]) -> None:
    form.add_heading(_("Vehicle"))
    form.add(_("Name"), Field(), "name")
    form.add(_("Depot, postcode"), Field(), "depot_postcode")
    form.add(_("Depot, town"), Field(), "depot_town")
    form.add_heading(_("On the road"))
    form.add(_("Earliest"), TimeField(_("Earliest")), "available_from")
    form.add(_("Latest"), TimeField(_("Latest")), "available_to")
    for words, attribute in ((_("Duty time"), "max_duty_minutes"), (_("Driving time"), "max_drive_minutes")):
        field = NumberField(words, highest=1440)
        form.add(words, field, attribute, binding=counted(field), note=_("minutes a day at most"))


def _add_size(form: Form[VehicleDraft]) -> None:
    form.add_heading(_("Size and power"))
    for words, attribute in ((_("Length"), "length_m"), (_("Width"), "width_m"), (_("Height"), "height_m")):
        form.add(words, DecimalField(words), attribute, note=_("m"))
    form.add(_("Weight"), NumberField(_("Weight")), "weight_kg", note=_("kg"))
    form.add(_("Seats"), NumberField(_("Seats"), highest=99), "seats")
    form.add(_("Power"), Field(), "power")
    form.add(_("Cable"), DecimalField(_("Cable")), "cable_m", note=_("m to the socket"))
    form.add(_("Licence"), Field(), "licence_class")


def _columns() -> tuple[Column[VehicleRow], ...]:
    language = current()
    return (
        Column(_("Name"), lambda row: Cell(row.draft.name, second=row.draft.licence_class, icon="bus", is_first=True)),
        Column(_("Depot"), lambda row: Cell(f"{row.draft.depot_postcode} {row.draft.depot_town}".strip()), 200),
        Column(
            _("On the road"),
            lambda row: Cell(f"{language.clock(row.draft.available_from)}–{language.clock(row.draft.available_to)}"),
            120,
        ),
        Column(_("Duty time"), lambda row: Cell(language.duration(row.draft.max_duty_minutes)), 100, hide_below=800),
        Column(_("Equipment"), lambda row: Cell(", ".join(row.equipment)), 260, hide_below=900),
    )


def _rows(desk: Desk) -> Sequence[VehicleRow]:
    from domain.usecases import fleet

    return desk.ask(fleet.list_rows)


def _create(desk: Desk, label: Label, draft: VehicleDraft) -> UUID:
    from domain.usecases import fleet

    return desk.run(label, fleet.create, draft)


def _change(desk: Desk, label: Label, row: VehicleRow, draft: VehicleDraft) -> None:
    from domain.usecases import fleet

    desk.run(label, fleet.change, row.id, draft, row.version)


def _delete(desk: Desk, label: Label, ids: Sequence[UUID]) -> None:
    from domain.usecases import fleet

    desk.run(label, fleet.delete, ids)


VEHICLES = Kind(
    id="vehicles",
    icon="bus",
    new=N_("New vehicle"),
    edit=N_("Edit vehicle"),
    remove=N_("Delete vehicles"),
    empty=N_("No vehicles yet"),
    columns=_columns,
    draft=lambda row: row.draft,
    blank=lambda: VehicleDraft(""),
    dialog=VehicleDialog,
    deeds=Deeds(_rows, _create, _change, _delete),
    is_tall=True,
)

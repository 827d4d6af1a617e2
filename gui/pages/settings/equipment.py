"""Equipment: what vehicles carry and events need, and how many there are."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.i18n import N_
from domain.rows.steps import Label
from domain.rows.tours import EquipmentRow
from domain.rows.vocabulary import EquipmentDraft
from gui.desk import Desk
from gui.dialogs.draft_dialog import DraftDialog
from gui.models.table import Cell, Column
from gui.pages.settings.bindings import counted
from gui.pages.settings.record_list import Deeds, Kind
from gui.texts import _
from gui.widgets.field import Field, NumberField
from gui.widgets.form import Form

_WIDTH = 460
_MOST = 9999


class EquipmentDialog(DraftDialog):
    """Edits a piece of equipment."""

    def __init__(self, _desk: Desk, title: str, draft: EquipmentDraft, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setMinimumWidth(_WIDTH)
        quantity = NumberField(highest=_MOST)
        form: Form[EquipmentDraft] = Form()
        form.add(_("Name"), Field(), "name")
        form.add(_("Quantity"), quantity, "quantity", binding=counted(quantity))
        self.set_columns(draft, form)


def _columns() -> tuple[Column[EquipmentRow], ...]:
    return (
        Column(_("Name"), lambda row: Cell(row.name, is_first=True)),
        Column(_("Quantity"), lambda row: Cell(str(row.quantity)), 100, is_right=True),
    )


def _rows(desk: Desk) -> Sequence[EquipmentRow]:
    from domain.usecases import fleet

    return desk.ask(fleet.equipment)


def _create(desk: Desk, label: Label, draft: EquipmentDraft) -> UUID:
    from domain.usecases import fleet

    return desk.run(label, fleet.add_equipment, draft.name, draft.quantity)


def _change(desk: Desk, label: Label, row: EquipmentRow, draft: EquipmentDraft) -> None:
    from domain.usecases import fleet

    desk.run(label, fleet.change_equipment, row.id, draft.name, draft.quantity)


def _delete(desk: Desk, label: Label, ids: Sequence[UUID]) -> None:
    from domain.usecases import fleet

    desk.run(label, fleet.delete_equipment, ids)


EQUIPMENT = Kind(
    id="equipment",
    icon="plug",
    new=N_("New equipment"),
    edit=N_("Edit equipment"),
    remove=N_("Delete equipment"),
    empty=N_("No equipment yet"),
    columns=_columns,
    draft=lambda row: EquipmentDraft(row.name, row.quantity),
    blank=EquipmentDraft,
    dialog=EquipmentDialog,
    deeds=Deeds(_rows, _create, _change, _delete),
)

"""Target groups and qualifications: lists of names."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.i18n import N_
from domain.rows.steps import Label
from domain.rows.tours import NamedRow
from domain.rows.vocabulary import NameDraft
from gui.desk import Desk
from gui.dialogs.draft_dialog import DraftDialog
from gui.models.table import Cell, Column
from gui.pages.settings.record_list import Deeds, Kind
from gui.texts import _
from gui.widgets.field import Field
from gui.widgets.form import Form

_WIDTH = 460


class NameDialog(DraftDialog):
    """Edits a name."""

    def __init__(self, title: str, draft: NameDraft, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setMinimumWidth(_WIDTH)
        form: Form[NameDraft] = Form()
        form.add(_("Name"), Field(), "name")
        self.set_columns(draft, form)


def _columns() -> tuple[Column[NamedRow], ...]:
    return (Column(_("Name"), lambda row: Cell(row.name, is_first=True)),)


def _open(_desk: Desk, title: str, draft: NameDraft, parent: QWidget) -> NameDialog:
    return NameDialog(title, draft, parent)


def _groups(desk: Desk) -> Sequence[NamedRow]:
    from domain.usecases import vocabulary

    return desk.ask(vocabulary.target_groups)


def _add_group(desk: Desk, label: Label, draft: NameDraft) -> UUID:
    from domain.usecases import vocabulary

    return desk.run(label, vocabulary.add_target_group, draft.name)


def _rename_group(desk: Desk, label: Label, row: NamedRow, draft: NameDraft) -> None:
    from domain.usecases import vocabulary

    desk.run(label, vocabulary.rename_target_group, row.id, draft.name)


def _delete_groups(desk: Desk, label: Label, ids: Sequence[UUID]) -> None:
    from domain.usecases import vocabulary

    desk.run(label, vocabulary.delete_target_groups, ids)


def _qualifications(desk: Desk) -> Sequence[NamedRow]:
    from domain.usecases import vocabulary

    return desk.ask(vocabulary.qualifications)


def _add_qualification(desk: Desk, label: Label, draft: NameDraft) -> UUID:
    from domain.usecases import vocabulary

    return desk.run(label, vocabulary.add_qualification, draft.name)


def _rename_qualification(desk: Desk, label: Label, row: NamedRow, draft: NameDraft) -> None:
    from domain.usecases import vocabulary

    desk.run(label, vocabulary.rename_qualification, row.id, draft.name)


def _delete_qualifications(desk: Desk, label: Label, ids: Sequence[UUID]) -> None:
    from domain.usecases import vocabulary

    desk.run(label, vocabulary.delete_qualifications, ids)


GROUPS = Kind(
    id="groups",
    icon="people",
    new=N_("New target group"),
    edit=N_("Edit target group"),
    remove=N_("Delete target groups"),
    empty=N_("No target groups yet"),
    columns=_columns,
    draft=lambda row: NameDraft(row.name),
    blank=NameDraft,
    dialog=_open,
    deeds=Deeds(_groups, _add_group, _rename_group, _delete_groups),
)
QUALIFICATIONS = Kind(
    id="qualifications",
    icon="cap",
    new=N_("New qualification"),
    edit=N_("Edit qualification"),
    remove=N_("Delete qualifications"),
    empty=N_("No qualifications yet"),
    columns=_columns,
    draft=lambda row: NameDraft(row.name),
    blank=NameDraft,
    dialog=_open,
    deeds=Deeds(_qualifications, _add_qualification, _rename_qualification, _delete_qualifications),
)

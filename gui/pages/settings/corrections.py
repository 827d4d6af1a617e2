"""Drives that people know better than the estimate."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from domain.i18n import N_
from domain.region.gemeinden import gemeinde
from domain.rows.steps import Label
from domain.rows.vocabulary import CorrectionDraft, CorrectionRow
from gui import theme
from gui.desk import Desk
from gui.dialogs.draft_dialog import DraftDialog
from gui.models.table import Cell, Column
from gui.pages.settings.record_list import Deeds, Kind, RecordList
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.card import Card
from gui.widgets.field import DecimalField, NumberField
from gui.widgets.form import Form
from gui.widgets.gemeinde_field import GemeindeField

_WIDTH, _HEIGHT, _LIST_HEIGHT = 480, 340, 240


class CorrectionList(QWidget):
    """A heading and the list of corrected drives in a card."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = RecordList(desk, CORRECTIONS)
        card = Card()
        card.body.addWidget(self.records)
        card.setFixedHeight(_LIST_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(labels.heading(_("Corrected drives")))
        column.addWidget(card)

    def refresh(self) -> None:
        """Show what is in the file now."""
        self.records.refresh()


class CorrectionDialog(DraftDialog):
    """Edits a corrected drive."""

    def __init__(self, _desk: Desk, title: str, draft: CorrectionDraft, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.resize(_WIDTH, _HEIGHT)
        form: Form[CorrectionDraft] = Form()
        form.add(_("From"), GemeindeField(_("From")), "from_ags")
        form.add(_("Destination"), GemeindeField(_("Destination")), "to_ags")
        form.add(_("Drive"), NumberField(_("Drive"), highest=1440), "minutes", note=_("minutes by bus, both ways"))
        form.add(_("Distance"), DecimalField(_("Distance"), 1), "kilometres", note=_("km; empty keeps the estimate"))
        self.set_columns(draft, form)


def _columns() -> tuple[Column[CorrectionRow], ...]:
    return (
        Column(_("From"), lambda row: Cell(_name(row.draft.from_ags), is_first=True)),
        Column(_("Destination"), lambda row: Cell(_name(row.draft.to_ags), is_first=True)),
        Column(_("Drive"), lambda row: Cell(current().duration(row.draft.minutes or 0)), 110, is_right=True),
        Column(_("Distance"), lambda row: Cell(_distance(row.draft)), 110, is_right=True),
    )


def _name(ags: str | None) -> str:
    return gemeinde(ags).name if ags else ""


def _distance(draft: CorrectionDraft) -> str:
    return "" if draft.kilometres is None else _("{km} km").format(km=current().number(draft.kilometres))


def _rows(desk: Desk) -> Sequence[CorrectionRow]:
    from domain.usecases import travel

    return desk.ask(travel.corrections)


def _create(desk: Desk, label: Label, draft: CorrectionDraft) -> UUID:
    from domain.usecases import travel

    return desk.run(label, travel.correct_drive, draft)


def _change(desk: Desk, label: Label, row: CorrectionRow, draft: CorrectionDraft) -> None:
    from domain.usecases import travel

    desk.run(label, travel.change_correction, row.id, draft)


def _delete(desk: Desk, label: Label, ids: Sequence[UUID]) -> None:
    from domain.usecases import travel

    desk.run(label, travel.forget, ids)


CORRECTIONS = Kind(
    id="corrections",
    icon="route",
    new=N_("New correction"),
    edit=N_("Edit correction"),
    remove=N_("Delete corrections"),
    empty=N_("No drive has been corrected"),
    columns=_columns,
    draft=lambda row: row.draft,
    blank=CorrectionDraft,
    dialog=CorrectionDialog,
    deeds=Deeds(_rows, _create, _change, _delete),
)

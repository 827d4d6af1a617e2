"""Topics: what events are about, since when and until when they are in use."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.i18n import N_
from domain.rows.steps import Label
from domain.rows.vocabulary import TopicDraft, TopicRow
from domain.terms import BERLIN
from gui.desk import Desk
from gui.dialogs.draft_dialog import DraftDialog
from gui.models.table import Cell, Column
from gui.pages.settings.record_list import Deeds, Kind
from gui.texts import _, current
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.field import Field
from gui.widgets.form import Form

_WIDTH, _HEIGHT = 520, 380


class TopicDialog(DraftDialog):
    """Edits a topic."""

    def __init__(self, desk: Desk, title: str, draft: TopicDraft, parent: QWidget) -> None:
        from domain.usecases import vocabulary

        super().__init__(title, parent)
        self.resize(_WIDTH, _HEIGHT)
        wanted = Combo(_("Asks for"))
        wanted.add(None, _("no qualification"))
        for row in desk.ask(vocabulary.qualifications):
            wanted.add(row.id, row.name)

        def today() -> date:
            return desk.clock().astimezone(BERLIN).date()

        form: Form[TopicDraft] = Form()
        form.add(_("Topic"), Field(), "name")
        form.add(_("Area"), Field(), "area")
        form.add(_("In use from"), DateField(_("In use from"), today), "valid_from")
        form.add(_("Until"), DateField(_("Until"), today), "valid_until")
        form.add(_("Asks for"), wanted, "qualification_id")
        self.set_columns(draft, form)


def _columns() -> tuple[Column[TopicRow], ...]:
    return (
        Column(_("Topic"), lambda row: Cell(row.draft.name, is_first=True)),
        Column(_("Area"), lambda row: Cell(row.draft.area), 180),
        Column(_("In use"), lambda row: Cell(period(row.draft), tone="muted"), 200),
        Column(_("Asks for"), lambda row: Cell(row.qualification), 220, hide_below=800),
    )


def period(draft: TopicDraft) -> str:
    """When a topic is in use, in words."""
    first = current().day(draft.valid_from) if draft.valid_from else ""
    last = current().day(draft.valid_until) if draft.valid_until else ""
    if first and last:
        return f"{first} – {last}"
    if first:
        return _("from {day}").format(day=first)
    return _("until {day}").format(day=last) if last else _("always")


def _rows(desk: Desk) -> Sequence[TopicRow]:
    from domain.usecases import vocabulary

    return desk.ask(vocabulary.topic_rows)


def _create(desk: Desk, label: Label, draft: TopicDraft) -> UUID:
    from domain.usecases import vocabulary

    return desk.run(
        label,
        vocabulary.add_topic,
        draft.name,
        area=draft.area,
        valid_from=draft.valid_from,
        valid_until=draft.valid_until,
        qualification_id=draft.qualification_id,
    )


def _change(desk: Desk, label: Label, row: TopicRow, draft: TopicDraft) -> None:
    from domain.usecases import vocabulary

    desk.run(label, vocabulary.change_topic, row.id, draft, row.version)


def _delete(desk: Desk, label: Label, ids: Sequence[UUID]) -> None:
    from domain.usecases import vocabulary

    desk.run(label, vocabulary.delete_topics, ids)


TOPICS = Kind(
    id="topics",
    icon="tag",
    new=N_("New topic"),
    edit=N_("Edit topic"),
    remove=N_("Delete topics"),
    empty=N_("No topics yet"),
    columns=_columns,
    draft=lambda row: row.draft,
    blank=TopicDraft,
    dialog=TopicDialog,
    deeds=Deeds(_rows, _create, _change, _delete),
)

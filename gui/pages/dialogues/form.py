"""The form for a new dialogue: what, when and where, perhaps after a template."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.rows.event_row import EventRow
from domain.rows.events import EventDraft
from domain.rules.workflow import DIALOGUE_KINDS
from domain.terms import EventKind
from gui.dialogs.draft_dialog import DraftDialog
from gui.pages.events.when_field import ATTRIBUTES, WhenField, bind_when
from gui.texts import _
from gui.widgets import labels
from gui.widgets.combo import Combo
from gui.widgets.field import Field
from gui.widgets.form import Form
from gui.widgets.gemeinde_field import GemeindeField

_WIDTH, _HEIGHT = 560, 500


class NewDialogueDialog(DraftDialog):
    """What is needed to begin; everything else follows in the record."""

    def __init__(self, templates: Sequence[EventRow], today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(_("New dialogue"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self.primary.setText(_("Begin"))
        self._templates = {row.id: row for row in templates}
        self._form: Form[EventDraft] = Form()
        self.template = Combo(_("Template"))
        self.template.add(None, _("none"))
        for row in templates:
            self.template.add(row.id, row.title)
        self.template.activated.connect(self._on_template)
        self.template.setEnabled(bool(templates))
        kinds = Combo(_("Kind"))
        kinds.add_terms(DIALOGUE_KINDS)
        self.when = WhenField(today)
        self._form.add_row(_("Template"), self.template)
        self._form.add(_("Kind"), kinds, "kind")
        self._form.add(_("Title"), Field(name=_("Title")), "title")
        self._form.add(_("Date"), self.when, ATTRIBUTES, binding=bind_when(self.when))
        self._form.add(_("Municipality"), GemeindeField(_("Municipality")), "ags")
        note = _(
            "Due dates and checklist come from the template of the kind, open concerns of the district with the agenda."
        )
        self._form.add_row("", labels.note(note, wrap=True))
        self.set_columns(EventDraft(EventKind.citizen_dialogue, ""), self._form)

    def template_id(self) -> UUID | None:
        """The template that was chosen."""
        value = self.template.value()
        return value if isinstance(value, UUID) else None

    def _on_template(self, _at: int) -> None:
        chosen = self.template_id()
        if chosen is None:
            return
        row = self._templates[chosen]
        draft = self._form.draft()
        self._form.take(replace(draft, kind=row.kind, title=draft.title or row.title))

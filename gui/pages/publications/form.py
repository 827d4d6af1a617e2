"""The form of a publication, in a dialog."""

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.labels.languages import LANGUAGES
from domain.rows.publications import PublicationDraft
from gui.dialogs.draft_dialog import DraftDialog
from gui.texts import _
from gui.widgets.bindings import Binding
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.field import Field, NumberField
from gui.widgets.form import Form
from gui.widgets.text_area import TextArea

_WIDTH, _HEIGHT = 820, 520
Named = Iterable[tuple[UUID, str]]


class PublicationDialog(DraftDialog):
    """Edits a publication; `editions` are those that can replace it, None leaves that line out."""

    def __init__(
        self,
        title: str,
        draft: PublicationDraft,
        *,
        topics: Named,
        editions: Named | None,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self.resize(_WIDTH, _HEIGHT)
        left: Form[PublicationDraft] = Form()
        right: Form[PublicationDraft] = Form()
        left.add_heading(_("Publication"))
        left.add(_("Title"), Field(name=_("Title")), "title")
        left.add(_("Edition"), Field(name=_("Edition")), "edition")
        left.add(_("Language"), _languages(draft.language), "language")
        left.add(_("Publisher"), Field(name=_("Publisher")), "publisher")
        left.add(_("Topic"), _choice(_("Topic"), topics), "topic_id")
        left.add(_("Notes"), TextArea(_("Notes")), "notes")
        right.add_heading(_("Stock"))
        minimum = NumberField(_("Minimum"))
        right.add(_("Minimum"), minimum, "minimum", binding=_counted(minimum), note=_("copies"))
        right.add(_("Per pack"), NumberField(_("Per pack"), 1), "pack_size", note=_("copies"))
        right.add(_("Where it lies"), Field(name=_("Where it lies")), "storage")
        right.add_heading(_("Validity"))
        right.add(_("Valid until"), DateField(_("Valid until"), today), "valid_until")
        if editions is not None:
            right.add(_("Replaced by"), _choice(_("Replaced by"), editions), "replaced_by_id")
        self.set_columns(draft, left, right)


def _languages(shown: str) -> Combo:
    """The languages by name; one we have no name for stays as it came."""
    box = Combo(_("Language"))
    for tag, name in LANGUAGES:
        box.add(tag, _(name))
    if shown not in dict(LANGUAGES):
        box.add(shown, shown)
    return box


def _choice(name: str, values: Named) -> Combo:
    box = Combo(name)
    box.add(None, _("none"))
    for value, words in values:
        box.add(value, words)
    box.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _counted(field: NumberField) -> Binding:
    """An empty field counts as none."""
    return Binding(field, lambda: field.number() or 0, field.set_number, field.number_changed)

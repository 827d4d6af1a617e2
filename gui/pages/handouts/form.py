"""The dialogs of a handout: a new one, what its editions share, and another language."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.labels.languages import LANGUAGES
from domain.rows.handouts import HandoutDraft
from gui.dialogs.draft_dialog import DraftDialog
from gui.texts import _
from gui.widgets.combo import Combo
from gui.widgets.field import Field
from gui.widgets.form import Form
from gui.widgets.text_area import TextArea

_WIDTH, _HEIGHT = 560, 360
Named = Iterable[tuple[UUID, str]]


@dataclass(frozen=True, slots=True)
class NewHandout:
    """What a new handout begins with."""

    title: str = ""
    language: str = "de"
    topic_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class NewLanguage:
    """The language of another edition."""

    language: str


class NewHandoutDialog(DraftDialog):
    """Asks for title, language and topic."""

    def __init__(self, topics: Named, parent: QWidget | None = None) -> None:
        super().__init__(_("New handout"), parent)
        self.resize(_WIDTH, _HEIGHT)
        form: Form[NewHandout] = Form()
        form.add(_("Title"), Field(name=_("Title")), "title")
        form.add(_("Language"), languages(dict(LANGUAGES)), "language")
        form.add(_("Topic"), _topics(topics), "topic_id", note=_("offers it at events"))
        self.set_columns(NewHandout(), form)


class HandoutDialog(DraftDialog):
    """Edits what all editions share."""

    def __init__(self, title: str, draft: HandoutDraft, topics: Named, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.resize(_WIDTH, _HEIGHT)
        form: Form[HandoutDraft] = Form()
        form.add(_("Topic"), _topics(topics), "topic_id", note=_("offers it at events"))
        form.add(_("Notes"), TextArea(_("Notes")), "notes", note=_("internal"))
        self.set_columns(draft, form)


class LanguageDialog(DraftDialog):
    """Asks which language to add; the edition begins as a copy of the one in front."""

    def __init__(self, free: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(_("Add another language"), parent)
        self.resize(_WIDTH, _HEIGHT // 2)
        form: Form[NewLanguage] = Form()
        form.add(_("Language"), languages(free), "language", note=_("begins as a copy"))
        self.set_columns(NewLanguage(next(iter(free))), form)


def languages(offered: dict[str, str]) -> Combo:
    """A choice of languages by tag and msgid."""
    box = Combo(_("Language"))
    for tag, name in offered.items():
        box.add(tag, _(name))
    return box


def _topics(topics: Named) -> Combo:
    box = Combo(_("Topic"))
    box.add(None, _("none"))
    for value, words in topics:
        box.add(value, words)
    box.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box

"""The editor of a handout: its languages as tabs, title and text of the edition in front, hints, what is not saved."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.errors import InvalidInputError, LandaufError
from domain.labels import label
from domain.labels.languages import language_name
from domain.rows.handouts import EditionDraft, EditionRow, HandoutRow
from domain.rules.handouts import hints
from gui import theme
from gui.pages.handouts.hint_list import HintList
from gui.pages.handouts.markup import MarkupField
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.bindings import Binding
from gui.widgets.button import Button, Weight
from gui.widgets.card import Card, Line
from gui.widgets.dates import DateField
from gui.widgets.field import Field
from gui.widgets.form import Form
from gui.widgets.notice import Notice, Tone
from gui.widgets.problem_line import ProblemLine
from gui.widgets.tabs import TabBar
from gui.widgets.text_area import TextArea

_LEAD_LINES = 3


class EditionEditor(Card):
    """Edits one edition at a time; `typed` tells the draft at each change, `tab_changed` another edition in front."""

    typed = Signal(object)
    edition_changed = Signal(object)  # the id of the edition in front
    save_clicked = Signal()
    discard_clicked = Signal()
    language_clicked = Signal()
    newer_clicked = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(_("Edition"), parent=parent)
        self._row: HandoutRow | None = None
        self._edition: EditionRow | None = None
        self.tabs = TabBar(_("Languages"))
        self.more = Button(icon="plus", weight=Weight.quiet, tip=_("Add another language …"))
        self.newer = Notice(Tone.hint, _("A newer text came with the program"))
        self.form: Form[EditionDraft] = Form()
        self.markup = MarkupField(_("Text"))
        self.hints = HintList()
        self.trouble = ProblemLine()
        self.state = labels.note()
        self.save = Button(_("Save"), icon="save")
        self.discard = Button(icon="undo", weight=Weight.quiet, tip=_("Discard what is not saved"))
        self._add_fields(today)
        self._build()
        self.show_handout(None)

    def _add_fields(self, today: Callable[[], date]) -> None:
        form = self.form
        form.add(_("Title"), Field(name=_("Title")), "title")
        form.add(_("Lead sentence"), TextArea(_("Lead sentence"), _LEAD_LINES), "lead")
        form.add(_("Valid until"), DateField(_("Valid until"), today), "valid_until")
        form.add(_("Text by"), Field(name=_("Text by")), "author")
        binding = Binding(self.markup.area, self.markup.text, self.markup.show_text, self.markup.typed)
        form.add(_("Text"), self.markup, "text", binding=binding, is_wide=True)
        form.edited.connect(self._on_edited)

    def _build(self) -> None:
        self.title.hide()
        self.head.insertWidget(0, self.tabs, 100)
        self.head.addWidget(self.more)
        self.head.setContentsMargins(theme.GAP_ROW, 0, theme.GAP_SMALL, 0)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_SMALL)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(self.newer)
        column.addWidget(self.form, 1)
        column.addWidget(self.hints)
        column.addWidget(self.trouble)
        self.newer.add_action(_("Take the newer text")).clicked.connect(self.newer_clicked)
        self.body.addWidget(inner, 1)
        self.body.addWidget(Line())
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        foot.setSpacing(theme.GAP_SMALL)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.discard)
        foot.addWidget(self.save)
        self.body.addLayout(foot)
        self.tabs.currentChanged.connect(self._on_tab)
        self.more.clicked.connect(self.language_clicked)
        self.save.clicked.connect(self.save_clicked)
        self.discard.clicked.connect(self.discard_clicked)
        self.hints.line_asked.connect(self.markup.go_to_line)

    def show_handout(self, row: HandoutRow | None, edition_id: UUID | None = None) -> None:
        """Show the tabs of a handout, the named edition or the first in front; the caller loads its draft."""
        self._row = row
        editions = row.editions if row else ()
        at = next((place for place, each in enumerate(editions) if each.id == edition_id), 0)
        self.tabs.blockSignals(True)  # noqa: FBT003 - Qt's signature
        while self.tabs.count():
            self.tabs.removeTab(0)
        for each in editions:
            name = language_name(each.draft.language, current())
            index = self.tabs.addTab(name)
            self.tabs.setAccessibleTabName(index, name)
        self.tabs.setCurrentIndex(at if editions else -1)
        self.tabs.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._edition = editions[at] if editions else None
        self.tabs.setVisible(bool(editions))
        self.more.setEnabled(bool(editions))
        self.setEnabled(bool(editions))

    def edition(self) -> EditionRow | None:
        """The edition in front."""
        return self._edition

    def load(self, stored: EditionDraft, typed: EditionDraft | None = None) -> None:
        """Show an edition as it is stored, or what was typed over it."""
        self.form.load(stored)
        if typed is not None and typed != stored:
            self.form.set_draft(typed)
        self.trouble.show_words("")
        self._show_around(self.form.draft())

    def draft(self) -> EditionDraft:
        """The edition as it is shown."""
        return self.form.draft()

    def has_changes(self) -> bool:
        """Whether anything typed is not saved."""
        return self._edition is not None and bool(self.form.changed_attributes())

    def refuse(self, trouble: LandaufError) -> None:
        """Put the problems beside their fields; what was typed stays."""
        problems = trouble.problems if isinstance(trouble, InvalidInputError) else ()
        self.form.show_problems(problems)
        loose = [each for each in problems if each.field not in self.form.fields]
        words = " ".join(current().error(each) for each in loose)
        self.trouble.show_words(words if problems else current().error(trouble))

    def _on_edited(self, draft: EditionDraft) -> None:
        self._show_around(draft)
        self.typed.emit(draft)

    def _on_tab(self, at: int) -> None:
        if self._row is not None and 0 <= at < len(self._row.editions):
            self._edition = self._row.editions[at]
            self.edition_changed.emit(self._edition.id)

    def _show_around(self, draft: EditionDraft) -> None:
        """Hints, version and what can be done now."""
        edition, is_changed = self._edition, self.has_changes()
        self.hints.show_hints(hints(draft) if edition else ())
        self.save.setEnabled(is_changed)
        self.discard.setVisible(is_changed)
        self.newer.setVisible(edition is not None and edition.newer is not None)
        if edition is None:
            self.state.setText("")
            return
        told = _("unsaved") if is_changed else label(edition.state, current())
        version = _("Version {number}").format(number=edition.revision)
        self.state.setText(f"{version} · {told}")

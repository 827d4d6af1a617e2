"""Fast capture during an event: type, pick two keys, Enter; the number is shown large for the citizen's card."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.errors import LandaufError
from domain.i18n import N_
from domain.labels import label
from domain.overriding import override
from domain.rows.concerns import Captured, ConcernDraft
from domain.rows.steps import Label
from domain.terms import ConcernCategory, PlaceCategory
from gui import theme
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.pages.concerns.occasion import OccasionBar, memory_of
from gui.pages.concerns.tally import NumberCard
from gui.pages.concerns.wording import WordingField
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.key_choice import KeyChoice
from gui.widgets.notice import Notice, Tone
from gui.widgets.problem_line import ProblemLine

if TYPE_CHECKING:
    from gui.shell import Shell

NOTED = Label(N_("Note concern"))
"""The label of the step that stores one."""

_WIDTH, _HEIGHT = 1120, 620
_SIDE = 304


def open_capture(window: "Shell") -> None:
    """The action's handler: capture at the event that is in front, else where concerns were noted last."""
    if window.desk is None:
        return
    page = window.stack.current_page()
    choice = page.print_choice() if page is not None else None
    open_for(window, window.desk, choice.event_id if choice is not None else None)


def open_for(parent: QWidget, desk: Desk, event_id: UUID | None = None) -> "CaptureDialog":
    """Open the capture of concerns, at an event if one is given."""
    dialog = CaptureDialog(desk, event_id, parent)
    dialog.open()
    return dialog


class CaptureDialog(Dialog):
    """Wording, category, place category; Enter stores and clears, Ctrl+Z takes the last one back.

    Each is stored at once as a step of its own.
    """

    def __init__(self, desk: Desk, event_id: UUID | None, parent: QWidget | None = None) -> None:
        super().__init__(_("Note concerns"), _("Store (Enter)"), parent, cancel=_("Close"))
        self.resize(_WIDTH, _HEIGHT)
        self._desk = desk
        self._memory = memory_of(desk.path)
        self._stored: list[tuple[Captured, ConcernDraft]] = []
        self._asked_again = ""
        self.occasion = OccasionBar(desk, event_id)
        self.wording = WordingField(_("Wording"), 4)
        self.wording.area.is_quick = True
        self.category = KeyChoice([(each, label(each, current())) for each in ConcernCategory], name=_("Category"))
        self.place = KeyChoice([(each, label(each, current())) for each in PlaceCategory], name=_("Place category"))
        self.trouble = ProblemLine()
        self.warning = Notice(
            Tone.warning,
            _("Does this tell of a person?"),
            _("Black it out, or press Enter once more to store it as it stands."),
        )
        self.card = NumberCard()
        self._build()
        self._connect()
        if self._memory.typed:
            self.wording.set_text(self._memory.typed)
        self.wording.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.GAP_SMALL)
        for head, widget in (
            (_("What is it about? No names, telephone or file numbers."), self.wording),
            (_("Category: its key, or arrows"), self.category),
            (_("Kind of place: its key, or arrows"), self.place),
        ):
            left.addWidget(labels.note(head))
            left.addWidget(widget)
            left.addSpacing(theme.GAP_TINY)
        left.addWidget(self.trouble)
        left.addWidget(self.warning)
        left.addStretch(1)
        self.warning.hide()
        self.card.setFixedWidth(_SIDE)
        row = QHBoxLayout()
        row.setSpacing(theme.MARGIN)
        row.addLayout(left, 1)
        row.addWidget(self.card)
        self.content.addWidget(self.occasion)
        self.content.addLayout(row, 1)
        keys = _("Tab: next field · Enter: store · Shift+Enter: new line · Ctrl+Z: take the last one back · Esc: done")
        self.buttons.insertWidget(0, labels.note(keys))
        self.primary.setAutoDefault(False)
        self.primary.setDefault(False)

    def _connect(self) -> None:
        self.primary.clicked.connect(self.store)
        self.wording.area.entered.connect(self.store)
        self.wording.area.taken_back.connect(self.take_back)
        self.wording.typed.connect(self._on_typed)
        self.category.entered.connect(self.store)
        self.category.keyed.connect(self.place.take_keyboard)
        self.place.entered.connect(self.store)

    def draft(self) -> ConcernDraft:
        """The concern as it is typed."""
        return ConcernDraft(
            wording=self.wording.text().strip(),
            event_id=self.occasion.event_id(),
            kreis_ags=self.occasion.kreis_ags(),
            category=ConcernCategory(str(self.category.value())),
            place_category=PlaceCategory(str(self.place.value())),
        )

    def store(self) -> None:
        """Store what is typed and make room for the next; what tells of a person is asked about first."""
        from domain.usecases import concerns

        draft = self.draft()
        soft = [found for found in self.wording.found() if not found.is_hard]
        has_hard = len(soft) < len(self.wording.found())
        if soft and not has_hard and self._asked_again != draft.wording:
            self._asked_again = draft.wording
            self.trouble.show_words("")
            self.warning.show()
            self._grow()
            return
        try:
            captured = self._desk.run(NOTED, concerns.capture, draft)
        except LandaufError as trouble:
            self.trouble.show_words(current().error(trouble))
            self._grow()
            self.wording.area.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._stored.append((captured, draft))
        self._make_room(ConcernDraft(""))
        self._show_stored()

    def take_back(self) -> None:
        """Take the concern stored last back into the fields; its number is not given again."""
        step = self._desk.undo_state().undo
        if not self._stored or step is None or step.msgid != NOTED.msgid:
            return
        try:
            self._desk.undo()
        except LandaufError as trouble:
            self.trouble.show_words(current().error(trouble))
            return
        captured, draft = self._stored.pop()
        self._make_room(draft)
        self._show_stored()
        self.card.show_note(_("{number} was taken back; the number is not given again.").format(number=captured.number))

    def _make_room(self, draft: ConcernDraft) -> None:
        self._asked_again = ""
        self.wording.set_text(draft.wording)
        self.wording.area.moveCursor(self.wording.area.textCursor().MoveOperation.End)
        self.category.set_value(draft.category)
        self.place.set_value(draft.place_category)
        self.trouble.show_words("")
        self.warning.hide()
        self.wording.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_stored(self) -> None:
        self.card.show_numbers(
            [(captured.number, draft.wording, label(draft.category, current())) for captured, draft in self._stored]
        )

    def _on_typed(self) -> None:
        self._memory.typed = self.wording.text()
        if self.warning.isVisible() and self._asked_again != self.wording.text().strip():
            self.warning.hide()
        self.trouble.show_words("")
        self._grow()

    def _grow(self) -> None:
        """Make the window as high as what is told in it needs."""
        layout = self.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        if needed > self.height():
            self.resize(self.width(), needed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the wording, wherever in the dialog the keyboard is."""
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.store()
        elif is_control and event.key() == Qt.Key.Key_Z:
            self.take_back()
        elif is_control and event.key() == Qt.Key.Key_R:
            self.wording.black_out_all()
        else:
            super().keyPressEvent(event)

    @override
    def reject(self) -> None:
        """What was typed and not stored waits for the next opening."""
        self._memory.typed = self.wording.text()
        super().reject()

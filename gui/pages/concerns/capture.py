"""Fast capture during an event: type, pick two keys, Enter; the number is shown large for the citizen's card."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.errors import LandaufError
from domain.i18n import N_
from domain.labels import label
from domain.overriding import override
from domain.region.kreise import kreise
from domain.rows.concerns import Captured, ConcernDraft, Occasion
from domain.rows.steps import Label
from domain.terms import ConcernCategory, PlaceCategory
from gui import theme
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.pages.concerns.tally import NumberCard
from gui.pages.concerns.wording import WordingField
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.combo import Combo
from gui.widgets.key_choice import KeyChoice
from gui.widgets.notice import Notice, Tone
from gui.widgets.problem_line import ProblemLine

if TYPE_CHECKING:
    from gui.shell import Shell

NOTED = Label(N_("Note concern"))
"""The label of the step that stores one."""

_WIDTH, _HEIGHT = 1120, 620
_SIDE = 304


@dataclass
class _Memory:
    """What the next opening begins with: where concerns were noted last, and what was typed and not stored."""

    event_id: UUID | None = None
    kreis_ags: str | None = None
    typed: str = ""


_memories: dict[Path, _Memory] = {}
"""By workspace file; forgotten when the program ends."""


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
        self._memory = _memories.setdefault(desk.path, _Memory())
        self._stored: list[tuple[Captured, ConcernDraft]] = []
        self._asked_again = ""
        self.events, self.kreis = Combo(_("Noted at")), Combo(_("District"))
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
        self._fill_events(event_id)
        self._connect()
        if self._memory.typed:
            self.wording.set_text(self._memory.typed)
        self.wording.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(theme.GAP_SMALL)
        where.addWidget(labels.Text(_("Noted at"), tone="muted"))
        where.addWidget(self.events, 1)
        where.addSpacing(theme.GAP_SMALL)
        where.addWidget(labels.Text(_("District"), tone="muted"))
        where.addWidget(self.kreis)
        self.events.setMinimumContentsLength(24)
        self.events.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
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
        self.content.addLayout(where)
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
        self.events.activated.connect(lambda _index: self._on_event())
        self.kreis.activated.connect(lambda _index: self._remember())

    def _fill_events(self, event_id: UUID | None) -> None:
        """The events of today and the last weeks; the one given or remembered, else the first of today, is chosen."""
        from domain.usecases import concern_context

        wanted = event_id or self._memory.event_id
        self._occasions = {each.event_id: each for each in self._desk.ask(concern_context.occasions, wanted)}
        self.events.add(None, _("no event"))
        for occasion in self._occasions.values():
            self.events.add(occasion.event_id, _occasion_words(occasion))
        self.kreis.add(None, "–")
        for found in kreise():
            self.kreis.add(found.ags, found.name)
        is_fresh = wanted is None and self._memory.kreis_ags is None
        first = next(iter(self._occasions), None) if is_fresh else None
        self.events.set_value(wanted if wanted in self._occasions else first)
        self.kreis.set_value(self._memory.kreis_ags)
        self._on_event()

    def _on_event(self) -> None:
        """An event brings its Kreis along; without one, or without a Kreis of its own, it is chosen."""
        occasion = self._occasions.get(self._event_id() or UUID(int=0))
        if occasion is not None and occasion.kreis_ags is not None:
            self.kreis.set_value(occasion.kreis_ags)
        self.kreis.setEnabled(occasion is None or occasion.kreis_ags is None)
        self._remember()

    def _event_id(self) -> UUID | None:
        value = self.events.value()
        return value if isinstance(value, UUID) else None

    def _remember(self) -> None:
        self._memory.event_id = self._event_id()
        self._memory.kreis_ags = self._kreis_ags()

    def _kreis_ags(self) -> str | None:
        value = self.kreis.value()
        return str(value) if value is not None else None

    def draft(self) -> ConcernDraft:
        """The concern as it is typed."""
        return ConcernDraft(
            wording=self.wording.text().strip(),
            event_id=self._event_id(),
            kreis_ags=self._kreis_ags(),
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


def _occasion_words(occasion: Occasion) -> str:
    day = f"{current().weekday_short(occasion.day)} {current().day(occasion.day)} · " if occasion.day else ""
    town = f", {occasion.town}" if occasion.town and occasion.town not in occasion.title else ""
    return f"{day}{occasion.title}{town}"

"""How the record of an event is laid out: forms left, conflicts and history right, or over them where it is narrow."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from domain.overriding import override
from domain.rows.events import EventDraft, EventRow
from domain.rules.validation import saving_problems
from domain.rules.workflow import MEETING_KINDS
from gui import theme
from gui.desk import Desk
from gui.pages.events.choices import Names, PartnerFinder
from gui.pages.events.fact_tools import fact_tools
from gui.pages.events.hint_bar import HintBar
from gui.pages.events.meeting.mood import MoodPart
from gui.pages.events.meeting.parts import MeetingParts
from gui.pages.events.record_side import RecordSide
from gui.pages.events.record_tabs import RecordTabs
from gui.texts import _
from gui.widgets.notice import Tone

_NARROW = 900
"""Below this width the right side comes as a drawer when asked for."""


class RecordFrame(QWidget):
    """The parts of a record; Escape and Alt+Left ask to leave it."""

    leave_asked = Signal()

    def __init__(self, desk: Desk, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = Names(desk)
        finder = PartnerFinder(desk)
        self.meeting = MeetingParts(desk, finder, self.names, self)
        self.mood = MoodPart(desk)
        self.tabs = RecordTabs(fact_tools(desk, finder, self.names, today), self.meeting, self.mood)
        self.side = RecordSide(desk)
        self.hint = HintBar()
        self.row: EventRow | None = None
        self.is_open = False
        self.has_problems = False
        self._today = today
        self._is_narrow = False
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.GAP)
        self._row.addWidget(self.tabs, 1)
        self._row.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(self.hint)
        column.addLayout(self._row, 1)
        self.tabs.back_clicked.connect(self.leave_asked)
        self.tabs.aside_clicked.connect(self._toggle_side)
        self.side.checked.connect(self.tabs.show_conflicts)
        self.side.responsible.partner_asked.connect(self._add_partner)
        self.side.responsible.office_asked.connect(self._set_office)
        for keys in ("Esc", "Alt+Left"):
            back = QShortcut(QKeySequence(keys), self)
            back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            back.activated.connect(self._on_back)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.tabs.aside.setVisible(is_narrow)
            if is_narrow:
                self._row.removeWidget(self.side)
            else:
                self._row.addWidget(self.side)
            self.side.setVisible(not is_narrow)
        if is_narrow:
            left = self.width() - theme.INSPECTOR_WIDTH
            top = theme.CARD_HEAD_HEIGHT + 2
            self.side.setGeometry(left, top, theme.INSPECTOR_WIDTH, self.height() - top)

    def finish_field(self) -> None:
        """Take over what stands in the field with the keyboard."""
        focused = self.window().focusWidget()
        if isinstance(focused, QLineEdit) and self.isAncestorOf(focused):
            focused.editingFinished.emit()

    def draft(self) -> EventDraft:
        """The event as it is shown, with the field finished that has the keyboard."""
        self.finish_field()
        return self.tabs.forms.draft()

    def has_changes(self) -> bool:
        """Whether something typed is not saved."""
        return self.is_open and self.tabs.forms.draft() != self.tabs.forms.base()

    def check_again(self, draft: EventDraft) -> None:
        """Take away what is no longer wrong since the draft was refused; the keyboard stays where it is."""
        problems = saving_problems(self.row.state if self.row else None, draft, today=self._today())
        self.has_problems = bool(problems)
        self.tabs.show_problems(problems, focus=False)

    def show_changed(self) -> None:
        """Say in the foot how many fields are changed and not saved."""
        from domain.usecases.draft_changes import changed_attributes

        self.tabs.show_changed(len(changed_attributes(self.tabs.forms.base(), self.tabs.forms.draft())))

    def follow_meeting(self, event_id: UUID | None) -> None:
        """Let the tabs of a meeting show what hangs on an event; other kinds have none."""
        is_meeting = self.tabs.forms.draft().kind in MEETING_KINDS
        self.meeting.show_event(event_id if is_meeting else None)
        self.mood.show_event(event_id if is_meeting else None, self.row.kreis_ags if self.row else None)

    def say_restored(self, discard: Callable[[], object]) -> None:
        """Say that the draft was typed before a crash or a leave; `discard` forgets it."""
        self.hint.say(Tone.hint, _("What was typed and not saved has been restored."), (_("Discard"), discard))

    def focus_title(self) -> None:
        """Put the keyboard into the first field."""
        if self.tabs.details is not None:
            self.tabs.details.fields["title"].binding.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_partner(self, partner: UUID) -> None:
        draft = self.draft()
        self.tabs.forms.change(replace(draft, partner_ids=(*draft.partner_ids, partner)))

    def _set_office(self, partner: UUID) -> None:
        self.tabs.forms.change(replace(self.draft(), office_id=partner))

    def _toggle_side(self) -> None:
        self.side.setVisible(not self.side.isVisible())
        self.side.raise_()

    def _on_back(self) -> None:
        if self._is_narrow and self.side.isVisible():
            self.side.hide()
        else:
            self.leave_asked.emit()

"""The tab about what came of an event, and why it went to its state."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.rows.events import EventDraft
from domain.terms import EventState
from gui.pages.events.small_fields import CountedText, bind_decimal, bind_live
from gui.texts import _
from gui.widgets.button import Button
from gui.widgets.choice import CheckBox
from gui.widgets.dates import DateField
from gui.widgets.field import Field, NumberField
from gui.widgets.form import Form


class ReviewForm(Form[EventDraft]):
    """What came of the event; the reason and the new day where its state has them.

    `profile_clicked` asks for the one-page profile of a good example.
    """

    profile_clicked = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.add_heading(_("Review"))
        self.add(_("Came"), NumberField(_("Came")), "actual", note=_("people in all"))
        kilometres = Field(name=_("Kilometres"))
        kilometres.setFixedWidth(80)
        self.add(_("Kilometres"), kilometres, "kilometres", binding=bind_decimal(kilometres))
        lessons = CountedText(_("What to do better"), 3, badge=_("internal"))
        self.add(_("What to do better"), lessons, "lessons", binding=bind_live(lessons))
        self.add(_("Good practice"), CheckBox(_("Worth doing again")), "best_practice")
        self.profile = Button(_("Profile …"), icon="edit", tip=_("Write the one-page profile of the good example"))
        self.profile.clicked.connect(self.profile_clicked)
        self._beside = QWidget()
        row = QHBoxLayout(self._beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.profile)
        row.addStretch(1)
        self.add_row("", self._beside)
        self.add(_("Template"), CheckBox(_("Keep as a template; it is in no list or calendar")), "is_template")
        self.add_heading(_("State"))
        reason = CountedText(_("Reason"), 2)
        self.add(_("Reason"), reason, "state_reason", binding=bind_live(reason))
        self.add(_("Postponed to"), DateField(_("Postponed to"), today), "postponed_to")
        self.dirty_changed.connect(self._fit_state)

    def _fit_state(self, _changed: int) -> None:
        draft = self.draft()
        self._beside.setVisible(draft.best_practice)
        has_reason = draft.state in {EventState.cancelled, EventState.declined} or bool(draft.state_reason)
        self.show_field("state_reason", shown=has_reason)
        is_postponed = draft.state is EventState.postponed or draft.postponed_to is not None
        self.show_field("postponed_to", shown=is_postponed)

"""The form of a request, in a dialog."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.errors import InvalidInputError
from domain.rows.requests import RequestDraft
from domain.terms import EventKind
from gui import theme
from gui.dialogs.dialog import Dialog
from gui.texts import _, current
from gui.widgets.chips import ChipField
from gui.widgets.choice import CheckBox
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField, TimeField
from gui.widgets.field import Field, NumberField
from gui.widgets.form import Form
from gui.widgets.gemeinde_field import GemeindeField
from gui.widgets.minute_binding import minutes_of_day
from gui.widgets.text_area import TextArea

_WIDTH, _HEIGHT = 860, 620


class RequestDialog(Dialog):
    """Edits a request; `saved` brings the draft, the caller stores it and then accepts or shows problems."""

    saved = Signal(object)

    def __init__(
        self,
        title: str,
        draft: RequestDraft,
        equipment: tuple[str, ...],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, _("Save"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self._left: Form[RequestDraft] = Form()
        self._right: Form[RequestDraft] = Form()
        self._build_left()
        self._build_right(equipment, today)
        inner = QWidget()
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(0, 0, theme.GAP_SMALL, 0)
        columns.setSpacing(theme.GAP_WIDE)
        for form in (self._left, self._right):
            column = QVBoxLayout()
            column.addWidget(form)
            column.addStretch(1)
            columns.addLayout(column, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inner)
        area.setAccessibleName(title)
        self.content.addWidget(area, 1)
        self._left.load(draft)
        self._right.load(draft)
        self._left.edited.connect(self._right.set_draft)
        self._right.edited.connect(self._left.set_draft)
        self.primary.clicked.connect(lambda: self.saved.emit(self.draft()))

    def draft(self) -> RequestDraft:
        """The request as it is shown."""
        return self._left.draft()

    def refuse(self, trouble: InvalidInputError) -> None:
        """Put the problems beside their fields."""
        self._left.show_problems(trouble.problems)
        self._right.show_problems(trouble.problems)

    def _build_left(self) -> None:
        kinds = Combo(_("Kind"))
        kinds.add_terms(EventKind)
        form = self._left
        form.add_heading(_("Who asks for what"))
        form.add(_("Requester"), Field(name=_("Requester")), "requester")
        form.add(_("Kind"), kinds, "kind")
        form.add(_("Topic"), Field(name=_("Topic")), "topic")
        form.add(_("Contact’s role"), Field(name=_("Contact’s role")), "contact_role")
        form.add(_("Phone"), Field(name=_("Phone")), "phone")
        form.add_heading(_("Where"))
        form.add(_("Place"), Field(name=_("Place")), "place")
        form.add(_("Street"), Field(name=_("Street")), "street")
        form.add(_("Postcode"), Field(name=_("Postcode")), "postcode")
        form.add(_("Town"), Field(name=_("Town")), "town")
        form.add(_("Municipality"), GemeindeField(_("Municipality")), "ags")
        form.add(_("Needs"), TextArea(_("Needs")), "needs")

    def _build_right(self, equipment: tuple[str, ...], today: Callable[[], date]) -> None:
        form = self._right
        days = ChipField(_("Weekdays"))
        days.set_choice({day: current().weekday_name(day) for day in range(7)})
        things = ChipField(_("Equipment"))
        things.set_choice({name: name for name in equipment})
        form.add_heading(_("When"))
        form.add(_("Earliest day"), DateField(_("Earliest day"), today), "earliest")
        form.add(_("Latest day"), DateField(_("Latest day"), today), "latest")
        form.add(_("Weekdays"), days, "weekdays")
        for words, attribute in ((_("From"), "from_minute"), (_("To"), "to_minute")):
            field = TimeField(words)
            form.add(words, field, attribute, binding=minutes_of_day(field))
        form.add(_("Stay in minutes"), NumberField(_("Stay in minutes")), "duration_minutes")
        form.add_heading(_("For whom"))
        form.add(_("Expected"), NumberField(_("Expected")), "expected")
        form.add(_("Equipment"), things, "equipment")
        priority = Combo(_("Priority"))
        for value, words in ((1, _("1, urgent")), (2, _("2, usual")), (3, _("3, can wait"))):
            priority.add(value, words)
        form.add(_("Priority"), priority, "priority")
        form.add(_("Press"), CheckBox(_("Press expected")), "press_expected")
        form.add(_("Access"), CheckBox(_("Closed group")), "closed")
        form.add(_("Notes"), TextArea(_("Notes")), "notes")
        form.add(_("Security (internal)"), TextArea(_("Security (internal)")), "security_remarks")

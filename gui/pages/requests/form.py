"""The form of a request, in a dialog."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from domain.rows.requests import RequestDraft
from domain.terms import EventKind
from gui.dialogs.draft_dialog import DraftDialog
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


class RequestDialog(DraftDialog):
    """Edits a request; `equipment` are the names that can be asked for."""

    def __init__(
        self,
        title: str,
        draft: RequestDraft,
        equipment: tuple[str, ...],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self.resize(_WIDTH, _HEIGHT)
        self._left: Form[RequestDraft] = Form()
        self._right: Form[RequestDraft] = Form()
        self._build_left()
        self._build_right(equipment, today)
        self.set_columns(draft, self._left, self._right)

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

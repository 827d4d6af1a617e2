"""The form of a request, in a dialog: who asks, for what, when, for whom, where, and what stays in the house."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.rows.requests import RequestDraft
from domain.terms import EventKind, Schulform
from gui.dialogs.draft_dialog import DraftDialog
from gui.pages.events.small_fields import bind_live
from gui.pages.requests.form_parts import HostField, OfferCombo, TopicField, bind_requester
from gui.pages.requests.wishes_field import WishesField, bind_wishes
from gui.texts import _, current
from gui.widgets.chips import ChipField
from gui.widgets.choice import CheckBox
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField, TimeField
from gui.widgets.field import Field, NumberField
from gui.widgets.form import Form
from gui.widgets.gemeinde_field import GemeindeField
from gui.widgets.minute_binding import minutes_of_day
from gui.widgets.partner_field import Find
from gui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from domain.usecases.request_hosts import RequestChoices

_WIDTH, _HEIGHT = 920, 680
SCHOOL_FIELDS = ("schulform", "school_grade", "teacher_present")
"""Shown only where a school asks."""


@dataclass(frozen=True)
class Desktop:
    """What the form needs to know: choices, today, how partners are found, named and known to be schools."""

    choices: "RequestChoices"
    today: Callable[[], date]
    find: Find
    name_of: Callable[[UUID], str]
    asks_a_school: Callable[[RequestDraft], bool]
    filled_in: Callable[[RequestDraft], RequestDraft]


class RequestDialog(DraftDialog):
    """Edits a request; a partner that is chosen fills in what is recorded of it."""

    def __init__(self, title: str, draft: RequestDraft, known: Desktop, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.resize(_WIDTH, _HEIGHT)
        self._known = known
        self._left: Form[RequestDraft] = Form()
        self._right: Form[RequestDraft] = Form()
        self._offers = OfferCombo(known.choices.offers)
        self._host = HostField(known.find, known.name_of)
        self._build_host()
        self._build_place()
        self._build_inside()
        self._build_what()
        self._build_when()
        self._build_listeners()
        self._offers.show_kind(draft.kind)
        self.set_columns(draft, self._left, self._right)
        self._host.partner_changed.connect(self._on_host)
        for form in self.forms:
            form.edited.connect(self._fit)
        self._fit(draft)

    def _build_host(self) -> None:
        form = self._left
        form.add_heading(_("Who asks"))
        form.add(_("Requester"), self._host, "partner_id,requester", binding=bind_requester(self._host))
        form.add(_("Contact"), Field(name=_("Contact")), "contact_name")
        form.add(_("Contact’s role"), Field(name=_("Contact’s role")), "contact_role")
        form.add(_("Phone"), Field(name=_("Phone")), "phone")
        form.add(_("E-mail"), Field(name=_("E-mail")), "email")
        forms = Combo(_("School type"))
        forms.add(None, _("not known"))
        forms.add_terms(Schulform)
        form.add(_("School type"), forms, "schulform")
        form.add(_("School grade"), Field(name=_("School grade")), "school_grade")
        teacher = Combo(_("Teacher present"))
        for value, words in ((None, _("not known")), (True, _("yes")), (False, _("no"))):
            teacher.add(value, words)
        form.add(_("Teacher present"), teacher, "teacher_present")

    def _build_place(self) -> None:
        form = self._left
        form.add_heading(_("Where"))
        form.add(_("Place"), Field(name=_("Place")), "place")
        form.add(_("Street"), Field(name=_("Street")), "street")
        form.add(_("Postcode"), Field(name=_("Postcode")), "postcode")
        form.add(_("Town"), Field(name=_("Town")), "town")
        form.add(_("Municipality"), GemeindeField(_("Municipality")), "ags")
        form.add(_("Room technique"), TextArea(_("Room technique")), "room_technique")
        form.add(_("Needs"), TextArea(_("Needs")), "needs")

    def _build_inside(self) -> None:
        form = self._left
        form.add_heading(_("Only in the house"))
        form.add(_("Notes"), TextArea(_("Notes")), "notes")
        form.add(_("Security (internal)"), TextArea(_("Security (internal)")), "security_remarks")

    def _build_what(self) -> None:
        form = self._right
        kinds = Combo(_("Kind"))
        kinds.add_terms(EventKind)
        things = ChipField(_("Equipment"))
        things.set_choice({name: name for name in self._known.choices.equipment})
        form.add_heading(_("What for"))
        form.add(_("Kind"), kinds, "kind")
        form.add(_("Offer"), self._offers, "offer_id")
        topic = TopicField(self._known.choices.topics)
        form.add(_("Topic"), topic, "topic", binding=bind_live(topic))
        form.add(_("Occasion"), Field(name=_("Occasion")), "occasion")
        form.add(_("Duration in minutes"), NumberField(_("Duration in minutes")), "duration_minutes")
        form.add(_("Equipment"), things, "equipment")

    def _build_when(self) -> None:
        form, today = self._right, self._known.today
        wishes = WishesField(today)
        days = ChipField(_("Weekdays"))
        days.set_choice({day: current().weekday_name(day) for day in range(7)})
        form.add_heading(_("When"))
        form.add(_("Wished dates"), wishes, "wishes", binding=bind_wishes(wishes))
        form.add(_("Earliest day"), DateField(_("Earliest day"), today), "earliest")
        form.add(_("Latest day"), DateField(_("Latest day"), today), "latest")
        form.add(_("Weekdays"), days, "weekdays")
        for words, attribute in ((_("From"), "from_minute"), (_("To"), "to_minute")):
            field = TimeField(words)
            form.add(words, field, attribute, binding=minutes_of_day(field))
        form.add(_("Received on"), DateField(_("Received on"), today), "received_on")
        form.add(_("Answer by"), DateField(_("Answer by"), today), "answer_by")
        priority = Combo(_("Priority"))
        for value, words in ((1, _("1, urgent")), (2, _("2, usual")), (3, _("3, can wait"))):
            priority.add(value, words)
        form.add(_("Priority"), priority, "priority")

    def _build_listeners(self) -> None:
        form = self._right
        form.add_heading(_("For whom"))
        form.add(_("Who will listen"), Field(name=_("Who will listen")), "listeners")
        form.add(_("Expected"), NumberField(_("Expected")), "expected")
        form.add(_("Prior knowledge"), TextArea(_("Prior knowledge")), "prior_knowledge")
        form.add(_("Press"), CheckBox(_("Press expected")), "press_expected")
        form.add(_("Access"), CheckBox(_("Closed group")), "closed")

    def _on_host(self) -> None:
        """Fill in what is recorded of the partner that was chosen."""
        draft = self._known.filled_in(self.draft())
        for form in self.forms:
            form.take(draft)
        self._fit(draft)

    def _fit(self, draft: RequestDraft) -> None:
        """Show the fields of schools where a school asks, and the offers of the kind."""
        is_school = self._known.asks_a_school(draft)
        for attribute in SCHOOL_FIELDS:
            self._left.show_field(attribute, shown=is_school or bool(getattr(draft, attribute)))
        self._offers.show_kind(draft.kind)

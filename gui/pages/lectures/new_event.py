"""The form for a new event from an offer: which one, when, at whose invitation."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.rows.catalogue import OfferRow
from domain.rows.events import EventDraft
from domain.rules.local import later
from domain.rules.offers import event_of
from domain.terms import EventKind, EventState, PlaceKind
from gui.dialogs.draft_dialog import DraftDialog
from gui.pages.events.choices import Names, PartnerFinder
from gui.pages.events.when_field import ATTRIBUTES, WhenField, bind_when
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.combo import Combo
from gui.widgets.field import Field
from gui.widgets.form import Form
from gui.widgets.gemeinde_field import GemeindeField
from gui.widgets.partner_field import PartnerField, bind_host

_WIDTH, _HEIGHT = 580, 480
_KEPT = ("all_day", "starts_at", "ends_at", "first_day", "last_day", "host_id", "host_name", "ags")
"""What stays when another offer is chosen."""


class NewEventDialog(DraftDialog):
    """What is needed to begin; texts, topic, groups, neutrality note, room needs and material come from the offer.

    A date that is chosen lasts as long as the offer says.
    """

    def __init__(
        self,
        offers: Sequence[OfferRow],
        chosen: UUID | None,
        around: tuple[PartnerFinder, Names, Callable[[], date]],
        parent: QWidget,
    ) -> None:
        super().__init__(_("New event from an offer"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self.primary.setText(_("Begin"))
        finder, names, today = around
        self._offers = {row.id: row for row in offers}
        self._form: Form[EventDraft] = Form()
        self._start: object = None
        self.offer = Combo(_("Offer"))
        self.offer.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for row in offers:
            self.offer.add(row.id, row.draft.title)
        self.offer.activated.connect(self._on_offer)
        self.when = WhenField(today)
        self.about = labels.note(wrap=True)
        host = PartnerField(_("Host"), finder.find, names.of, is_free=True)
        self._form.add_row(_("Offer"), self.offer)
        self._form.add_row("", self.about)
        self._form.add(_("Title"), Field(), "title")
        self._form.add(_("Date"), self.when, ATTRIBUTES, binding=bind_when(self.when))
        self._form.add(_("Host"), host, "host_id,host_name", binding=bind_host(host))
        self._form.add(_("Municipality"), GemeindeField(_("Municipality")), "ags")
        self._form.edited.connect(self._fit_length)
        if chosen in self._offers:
            self.offer.set_value(chosen)
        self.set_columns(self._drawn(), self._form)
        self._describe()

    def event_draft(self) -> EventDraft:
        """The event to be made: tentative with a date, at the host's if it is a partner."""
        draft: EventDraft = self.draft()
        if draft.starts_at is not None or draft.first_day is not None:
            draft = replace(draft, state=EventState.tentative)
        if draft.host_id is not None and draft.ags is None:
            draft = replace(draft, place_kind=PlaceKind.partner, place_partner_id=draft.host_id)
        return draft

    def _row(self) -> OfferRow | None:
        return self._offers.get(self.offer.value())  # type: ignore[call-overload, no-any-return]  # a key, or None

    def _drawn(self) -> EventDraft:
        row = self._row()
        return event_of(row.draft, row.id) if row else EventDraft(EventKind.lecture, "")

    def _on_offer(self, _at: int) -> None:
        before = self._form.draft()
        kept = {name: getattr(before, name) for name in _KEPT}
        self._form.take(self._lasting(replace(self._drawn(), **kept)))
        self._describe()

    def _fit_length(self, draft: EventDraft) -> None:
        """A start that was chosen anew brings its end along."""
        if draft.starts_at != self._start:
            self._form.take(self._lasting(draft))
        self._start = draft.starts_at

    def _lasting(self, draft: EventDraft) -> EventDraft:
        row = self._row()
        minutes = row.draft.duration_minutes if row else None
        if draft.starts_at is None or draft.all_day or minutes is None:
            return draft
        return replace(draft, ends_at=later(draft.starts_at, minutes))

    def _describe(self) -> None:
        row = self._row()
        if row is None:
            self.about.setText("")
            return
        minutes = row.draft.duration_minutes
        parts = (row.topic, current().duration(minutes) if minutes else "", row.draft.listeners)
        self.about.setText(" · ".join(part for part in parts if part))

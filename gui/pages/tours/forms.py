"""The forms of a tour, of one of its days and of a drive, in dialogs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.errors import InvalidInputError
from domain.region.travel import Leg
from domain.rows.tours import TourDayDraft, TourDraft, VehicleRow
from domain.terms import TourState
from gui import theme
from gui.dialogs.dialog import Dialog
from gui.texts import _
from gui.widgets import labels
from gui.widgets.chips import ChipField
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.field import DecimalField, Field, NumberField
from gui.widgets.form import Form
from gui.widgets.gemeinde_field import GemeindeField
from gui.widgets.text_area import TextArea

_WIDTH = 520
_MOST_MINUTES = 1440


class TourDialog(Dialog):
    """Edits a tour's own fields; `saved` brings the draft, `removed` asks to delete the tour."""

    saved = Signal(object)
    removed = Signal()

    def __init__(self, title: str, draft: TourDraft, parent: QWidget | None = None, *, is_new: bool) -> None:
        super().__init__(title, _("Save"), parent)
        self.setMinimumWidth(_WIDTH)
        self.form: Form[TourDraft] = Form()
        states = Combo(_("State"))
        states.add_terms(TourState)
        self.form.add(_("Name"), Field(name=_("Name")), "title")
        self.form.add(_("State"), states, "state")
        self.form.add(_("Notes"), TextArea(_("Notes"), lines=4), "notes")
        self.content.addWidget(self.form)
        self.form.load(draft)
        self.primary.clicked.connect(lambda: self.saved.emit(self.form.draft()))
        if not is_new:
            self.add_button(_("Delete tour"), icon="trash").clicked.connect(self.removed)

    def refuse(self, trouble: InvalidInputError) -> None:
        """Put the problems beside their fields."""
        self.form.show_problems(trouble.problems)


class DayDialog(Dialog):
    """Edits one vehicle's day; `saved` brings the draft."""

    saved = Signal(object)

    def __init__(
        self,
        title: str,
        draft: TourDayDraft,
        choice: tuple[Sequence[VehicleRow], Mapping[object, str]],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """`choice` are the vehicles and the names of the people to choose from."""
        super().__init__(title, _("Save"), parent)
        self.setMinimumWidth(_WIDTH)
        self.form: Form[TourDayDraft] = Form()
        vehicles = Combo(_("Vehicle"))
        for row in choice[0]:
            vehicles.add(row.id, row.draft.name, "bus")
        crew = ChipField(_("Crew"))
        crew.set_choice(choice[1])
        form = self.form
        form.add(_("Day"), DateField(_("Day"), today), "day")
        form.add(_("Vehicle"), vehicles, "vehicle_id")
        form.add(_("Crew"), crew, "crew_ids")
        form.add(_("Overnight in"), GemeindeField(_("Overnight in")), "overnight_ags", note=_("empty: drives home"))
        form.add(_("Notes"), TextArea(_("Notes"), lines=3), "notes")
        self.content.addWidget(form)
        form.load(draft)
        self.primary.clicked.connect(lambda: self.saved.emit(form.draft()))

    def refuse(self, trouble: InvalidInputError) -> None:
        """Put the problems beside their fields."""
        self.form.show_problems(trouble.problems)


@dataclass(frozen=True)
class DriveDraft:
    """What a drive really takes; kilometres None keeps the estimate."""

    minutes: int | None
    kilometres: float | None = None


class DriveDialog(Dialog):
    """Asks what a drive really takes; `saved` brings the draft."""

    saved = Signal(object)

    def __init__(self, words: str, leg: Leg, parent: QWidget | None = None) -> None:
        super().__init__(_("Correct drive time"), _("Save"), parent)
        self.setMinimumWidth(_WIDTH)
        self.content.addWidget(labels.Text(words, font=theme.text_font(theme.MEDIUM), wrap=True))
        self.form: Form[DriveDraft] = Form()
        minutes = NumberField(_("Drive time"), lowest=0, highest=_MOST_MINUTES)
        self.form.add(_("Drive time"), minutes, "minutes", note=_("minutes"))
        self.form.add(_("Distance"), DecimalField(_("Distance"), 1), "kilometres", note=_("km"))
        self.content.addWidget(self.form)
        sentence = _("Holds from now on for every drive between these two municipalities, both ways.")
        self.content.addWidget(labels.note(sentence, wrap=True))
        self.form.load(DriveDraft(leg.minutes, leg.kilometres))
        self.primary.clicked.connect(self._on_save)

    def refuse(self, trouble: InvalidInputError) -> None:
        """Put the problems beside their fields."""
        self.form.show_problems(trouble.problems)

    def _on_save(self) -> None:
        if self.form.draft().minutes is None:
            self.form.fields["minutes"].binding.widget.setFocus()
            return
        self.saved.emit(self.form.draft())

"""The tabs beside the details: who takes part, what the kind adds, and what came of it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.rows.events import (
    ConsultationFacts,
    CouncilFacts,
    DialogueFacts,
    EventDraft,
    ExchangeFacts,
    InformationFacts,
    KindFacts,
    LectureFacts,
    OnlineFacts,
    PatrolFacts,
    TrainingFacts,
)
from domain.terms import EventState
from gui.pages.events.choices import Choices, Names, PartnerFinder
from gui.pages.events.law_checks import LawChecks
from gui.pages.events.outsiders_field import OutsidersField, bind_outsiders
from gui.pages.events.people_fields import (
    AssignmentsField,
    CountsField,
    PartnersField,
    bind_assignments,
    bind_counts,
    bind_partners,
)
from gui.pages.events.small_fields import CountedText, bind_decimal, bind_live
from gui.texts import _
from gui.widgets.button import Button
from gui.widgets.choice import CheckBox
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.field import Field, NumberField
from gui.widgets.form import Form

CHANNEL_LIMITS = {"mastodon": 500, "bluesky": 300, "x": 280, "twitter": 280, "threads": 500, "instagram": 2200}
"""Characters a post may have, by channel, as usual at the networks (not looked up): a hint, nothing is refused."""

_WIDE_LINES = 10


class PeopleForm(Form[EventDraft]):
    """Assignments, partners and counts per target group."""

    def __init__(self, choices: Choices, finder: PartnerFinder, names: Names) -> None:
        super().__init__()
        self.add_heading(_("From the house"))
        people = AssignmentsField(choices.staff, choices.confidential)
        self.add(_("Assignments"), people, "assignments", binding=bind_assignments(people))
        outside = OutsidersField(finder, names)
        self.add(_("From outside"), outside, "outsiders", binding=bind_outsiders(outside))
        self.add_heading(_("Partners"))
        partners = PartnersField(finder, names)
        self.add(_("Taking part"), partners, "partner_ids", binding=bind_partners(partners))
        self.add_heading(_("Guests"))
        counts = CountsField(names)
        self.add(_("By target group"), counts, "target_group_ids,counts", binding=bind_counts(counts))


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


class FactsForm(Form[EventDraft]):
    """What only one kind of event has; `shape` says which."""

    def __init__(self, shape: type[KindFacts], title: str, choices: Choices, today: Callable[[], date]) -> None:
        super().__init__()
        self.shape = shape
        self._choices = choices
        self._today = today
        self._shown_facts: KindFacts | None = None
        self.dirty_changed.connect(self._on_shown)
        self.add_heading(title)
        _BUILDERS[shape](self)

    def text(self, words: str, attribute: str, lines: int = 0) -> None:
        """A text of one line, or of several."""
        widget = CountedText(words, lines) if lines else Field(name=words)
        self.add(words, widget, attribute, binding=bind_live(widget), is_wide=lines >= _WIDE_LINES)

    def number(self, words: str, attribute: str, note: str = "") -> None:
        """A whole number."""
        self.add(words, NumberField(words), attribute, note=note)

    def day(self, words: str, attribute: str) -> None:
        """A day."""
        self.add(words, DateField(words, self._today), attribute)

    def qualification(self) -> None:
        """The qualification a training gives."""
        box = Combo(_("Qualification"))
        box.add(None, _("none"))
        for record, name in self._choices.qualifications:
            box.add(record, name)
        self.add(_("Qualification"), box, "facts.qualification_id")

    def _on_shown(self, _changed: int) -> None:
        self._shown_facts = self.draft().facts

    def channel_limit(self) -> int | None:
        """How many characters the chosen channel takes."""
        facts = self._shown_facts
        return CHANNEL_LIMITS.get(facts.channel.strip().casefold()) if isinstance(facts, OnlineFacts) else None


def _lecture(form: FactsForm) -> None:
    form.text(_("School grade"), "facts.school_grade")
    form.text(_("Prior knowledge"), "facts.prior_knowledge", 2)
    teacher = Combo(_("Teacher present"))
    for value, words in ((None, _("not known")), (True, _("yes")), (False, _("no"))):
        teacher.add(value, words)
    form.add(_("Teacher present"), teacher, "facts.teacher_present")
    form.text(_("Room technique"), "facts.room_technique", 2)
    form.text(_("Speaker’s office"), "facts.speaker_office")
    form.text(_("Neutrality note"), "facts.neutrality_note", 3)


def _dialogue(form: FactsForm) -> None:
    form.number(_("Seats"), "facts.seats")
    form.text(_("Moderation"), "facts.moderation")
    form.day(_("Invitation by"), "facts.invitation_until")
    form.add(_("Press"), CheckBox(_("Press admitted")), "facts.press_admitted")
    form.text(_("Groups kept out"), "facts.excluded_groups")
    checks = LawChecks()
    form.add_wide(checks)
    form.dirty_changed.connect(lambda _changed: checks.show_draft(form.draft()))


def _council(form: FactsForm) -> None:
    form.text(_("Session"), "facts.session")


def _consultation(form: FactsForm) -> None:
    form.number(_("Talks"), "facts.talks", _("counts only, never persons"))
    form.number(_("Minutes"), "facts.minutes", _("in all"))


def _patrol(form: FactsForm) -> None:
    form.number(_("Police officers"), "facts.police_officers")
    form.number(_("Ordnungsamt staff"), "facts.ordnungsamt_officers")
    form.text(_("Focus"), "facts.focus", 3)


def _information(form: FactsForm) -> None:
    form.text(_("Occasion"), "facts.occasion")
    form.text(_("Stands"), "facts.stands", 3)
    form.text(_("If it rains"), "facts.rain_plan", 2)


def _training(form: FactsForm) -> None:
    form.text(_("Aims"), "facts.aims", 4)
    form.qualification()


def _exchange(form: FactsForm) -> None:
    form.number(_("Interval in days"), "facts.interval_days", _("at most between two meetings"))


def _online(form: FactsForm) -> None:
    form.text(_("Channel"), "facts.channel")
    text = CountedText(_("Text"), 6, limit=form.channel_limit)
    form.add(_("Text"), text, "facts.text", binding=bind_live(text))
    form.dirty_changed.connect(lambda _changed: text.show_count())
    form.text(_("Alternative text"), "facts.alt_text", 2)
    form.number(_("Reach"), "facts.reach", _("typed in later"))


_BUILDERS: dict[type[KindFacts], Callable[[FactsForm], None]] = {
    LectureFacts: _lecture,
    DialogueFacts: _dialogue,
    CouncilFacts: _council,
    ConsultationFacts: _consultation,
    PatrolFacts: _patrol,
    InformationFacts: _information,
    TrainingFacts: _training,
    ExchangeFacts: _exchange,
    OnlineFacts: _online,
}

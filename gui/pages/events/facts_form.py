"""The tab with what only one kind of event has."""

from collections.abc import Callable

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
from gui.pages.events.choices import Choices
from gui.pages.events.consultation_part import ConsultationPart
from gui.pages.events.fact_tools import FactTools
from gui.pages.events.law_checks import LawChecks
from gui.pages.events.offices_field import OfficesField, bind_offices
from gui.pages.events.online_part import OnlinePart
from gui.pages.events.patrol_line import PatrolLine
from gui.pages.events.small_fields import CountedText, bind_live
from gui.texts import _
from gui.widgets.choice import CheckBox
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.field import Field, NumberField
from gui.widgets.form import Form

_WIDE_LINES = 10


class FactsForm(Form[EventDraft]):
    """What only one kind of event has; `shape` says which."""

    def __init__(self, shape: type[KindFacts], title: str, choices: Choices, tools: FactTools) -> None:
        super().__init__()
        self.shape = shape
        self.choices = choices
        self.tools = tools
        self.add_heading(title)
        _BUILDERS[shape](self)

    def text(self, words: str, attribute: str, lines: int = 0, *, example: str = "") -> None:
        """A text of one line, or of several."""
        widget = CountedText(words, lines) if lines else Field(name=words)
        if isinstance(widget, Field):
            widget.setPlaceholderText(example)
        else:
            widget.area.setPlaceholderText(example)
        self.add(words, widget, attribute, binding=bind_live(widget), is_wide=lines >= _WIDE_LINES)

    def number(self, words: str, attribute: str, note: str = "") -> None:
        """A whole number."""
        self.add(words, NumberField(words), attribute, note=note)

    def day(self, words: str, attribute: str) -> None:
        """A day."""
        self.add(words, DateField(words, self.tools.today), attribute)

    def follow(self, show: Callable[[EventDraft], None]) -> None:
        """Let a part of the form follow every change of the draft."""
        self.dirty_changed.connect(lambda _changed: show(self.draft()))


def _lecture(form: FactsForm) -> None:
    form.text(_("School grade"), "facts.school_grade")
    form.text(_("Prior knowledge"), "facts.prior_knowledge", 2)
    teacher = Combo(_("Teacher present"))
    for value, words in ((None, _("not known")), (True, _("yes")), (False, _("no"))):
        teacher.add(value, words)
    form.add(_("Teacher present"), teacher, "facts.teacher_present")
    form.text(_("Room technique"), "facts.room_technique", 2)
    form.text(_("Speaker’s office"), "facts.speaker_office")
    form.text(_("Neutrality"), "facts.neutrality_note", 3)


def _dialogue(form: FactsForm) -> None:
    form.number(_("Seats"), "facts.seats")
    form.text(_("Moderation"), "facts.moderation")
    form.day(_("Invitation by"), "facts.invitation_until")
    form.add(_("Press"), CheckBox(_("Press admitted")), "facts.press_admitted")
    form.text(_("Groups kept out"), "facts.excluded_groups")
    checks = LawChecks()
    form.add_wide(checks)
    form.follow(checks.show_draft)


def _council(form: FactsForm) -> None:
    form.text(_("Session"), "facts.session")


def _consultation(form: FactsForm) -> None:
    ConsultationPart(form)


def _patrol(form: FactsForm) -> None:
    form.number(_("Police officers"), "facts.police_officers", _("people"))
    form.number(_("Ordnungsamt staff"), "facts.ordnungsamt_officers", _("people"))
    hours = PatrolLine()
    form.add_row(_("Working hours"), hours)
    form.follow(hours.show_draft)
    form.text(_("Focus"), "facts.focus", 3, example=_("What it looks at, e.g. youth protection; no operational data"))
    form.number(_("Checks"), "facts.checks", _("made together; typed in afterwards"))


def _information(form: FactsForm) -> None:
    form.text(_("Occasion"), "facts.occasion", example=_("e.g. day of open doors of the fire brigade"))
    form.text(_("Stands"), "facts.stands", 4, example=_("One line for each stand"))
    form.text(_("If it rains"), "facts.rain_plan", 2, example=_("Where it goes then, or that it is called off"))


def _training(form: FactsForm) -> None:
    form.text(_("Aims"), "facts.aims", 4, example=_("What those taking part can do afterwards"))
    box = Combo(_("Qualification"))
    box.add(None, _("none"))
    for record, name in form.choices.qualifications:
        box.add(record, name)
    form.add(_("Qualification"), box, "facts.qualification_id", note=_("gained by taking part"))
    months = NumberField(_("Valid for months"), 1, 600)
    form.add(_("Valid for months"), months, "facts.valid_months", note=_("empty: without end"))
    form.follow(lambda draft: months.setEnabled(_gives_qualification(draft)))
    form.add_heading(_("Took part, by office"))
    offices = OfficesField(form.tools.finder, form.tools.names)
    form.add(_("By office"), offices, "offices", binding=bind_offices(offices))
    form.follow(offices.show_draft)


def _gives_qualification(draft: EventDraft) -> bool:
    facts = draft.facts
    return isinstance(facts, TrainingFacts) and (facts.qualification_id is not None or facts.valid_months is not None)


def _exchange(form: FactsForm) -> None:
    form.number(_("Interval in days"), "facts.interval_days", _("at most between two meetings"))


def _online(form: FactsForm) -> None:
    OnlinePart(form)


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

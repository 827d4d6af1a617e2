"""The dialogs of a concern: its facts, forwarding it, and its answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.region.kreise import kreise
from domain.rows.concerns import AnswerDraft, ConcernDraft
from domain.rules import personal_details
from domain.rules.validation.concerns import PUBLIC_ANSWER_LENGTH, PUBLIC_LENGTH
from domain.terms import ConcernCategory, PersonalKind, PlaceCategory
from gui.dialogs.draft_dialog import DraftDialog
from gui.pages.concerns.wording import WordingField, bind_wording
from gui.texts import _
from gui.widgets import labels
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.field import Field
from gui.widgets.form import Form
from gui.widgets.gemeinde_field import GemeindeField
from gui.widgets.partner_field import Find, PartnerField, bind_host
from gui.widgets.text_area import TextArea

_WIDTH, _HEIGHT = 900, 560
_NARROW = 560
_IN_ANSWERS = personal_details.IN_ANSWERS | {PersonalKind.person, PersonalKind.birth_date, PersonalKind.plate}
"""What is looked for in an answer, where an office may give its telephone and address."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What the dialogs need from the page: finding partners, naming them, the local day."""

    find: Find
    name_of: Callable[[UUID], str]
    today: Callable[[], date]


@dataclass(frozen=True, slots=True)
class ForwardDraft:
    """To which office a concern goes, and until when it has to answer."""

    office_id: UUID | None = None
    office_name: str = ""
    due: date | None = None


class ConcernDialog(DraftDialog):
    """Edits what was said and where; number, state and answer stay."""

    def __init__(self, title: str, draft: ConcernDraft, ways: Ways, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.resize(_WIDTH, _HEIGHT)
        left: Form[ConcernDraft] = Form()
        right: Form[ConcernDraft] = Form()
        self.wording = WordingField(_("Wording"), 5)
        left.add(_("Wording"), self.wording, "wording", binding=bind_wording(self.wording), is_wide=True)
        left.add(_("Category"), _terms(_("Category"), ConcernCategory), "category")
        left.add(_("Place category"), _terms(_("Place category"), PlaceCategory), "place_category")
        left.add(_("Place"), Field(name=_("Place")), "place")
        self.public = WordingField(_("Public short form"), 3, limit=PUBLIC_LENGTH)
        right.add(_("Public short form"), self.public, "public_text", binding=bind_wording(self.public), is_wide=True)
        right.add(_("Raised on"), DateField(_("Raised on"), ways.today), "raised_on")
        right.add(_("Municipality"), GemeindeField(_("Municipality")), "ags")
        right.add(_("District"), _kreise(), "kreis_ags")
        office = PartnerField(_("Office"), ways.find, ways.name_of, is_free=True)
        right.add(_("Office"), office, "office_id,office_name", binding=bind_host(office))
        right.add(_("Answer by"), DateField(_("Answer by"), ways.today), "due")
        right.add(_("Notes"), TextArea(_("Notes"), 2), "notes")
        self.set_columns(draft, left, right)


class ForwardDialog(DraftDialog):
    """Asks for the office and the day; `hint` says why an office is proposed."""

    def __init__(self, draft: ForwardDraft, hint: str, ways: Ways, parent: QWidget | None = None) -> None:
        super().__init__(_("Forward concern"), parent)
        self.resize(_NARROW, 280)
        self.primary.setText(_("Forward"))
        form: Form[ForwardDraft] = Form()
        office = PartnerField(_("Office"), ways.find, ways.name_of, is_free=True)
        form.add(_("Office"), office, "office_id,office_name", binding=bind_host(office))
        if hint:
            form.add_row("", labels.note(hint, wrap=True))
        form.add(_("Answer by"), DateField(_("Answer by"), ways.today), "due")
        self.set_columns(draft, form)


class AnswerDialog(DraftDialog):
    """Asks for the answer, and what of concern and answer the public reads."""

    def __init__(self, draft: AnswerDraft, wording: str, ways: Ways, parent: QWidget | None = None) -> None:
        super().__init__(_("Answer concern"), parent)
        self.resize(_WIDTH, 480)
        left: Form[AnswerDraft] = Form()
        right: Form[AnswerDraft] = Form()
        left.add_heading(_("For the house"))
        left.add_row(_("Concern"), labels.Text(wording, wrap=True))
        left.add(_("Answer"), TextArea(_("Answer of the office"), 6), "answer", is_wide=True)
        left.add(_("Answered on"), DateField(_("Answered on"), ways.today), "answered_on")
        right.add_heading(_("For the public"))
        self.public = WordingField(_("Public short form"), 3, limit=PUBLIC_LENGTH)
        right.add(_("Public short form"), self.public, "public_text", binding=bind_wording(self.public), is_wide=True)
        told = WordingField(_("Public answer"), 4, limit=PUBLIC_ANSWER_LENGTH, kinds=_IN_ANSWERS)
        right.add(_("Public answer"), told, "public_answer", binding=bind_wording(told), is_wide=True)
        self.set_columns(draft, left, right)


def _terms(name: str, terms: type[ConcernCategory] | type[PlaceCategory]) -> Combo:
    combo = Combo(name)
    combo.add_terms(terms)
    return combo


def _kreise() -> Combo:
    combo = Combo(_("District"))
    combo.add(None, "–")
    for found in kreise():
        combo.add(found.ags, found.name)
    return combo

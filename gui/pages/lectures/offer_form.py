"""The form of an offer, in a dialog."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.rows.catalogue import OfferDraft
from domain.rows.publications import PublicationRow
from domain.rows.tours import NamedRow
from domain.rows.vocabulary import TopicRow
from domain.rules.validation.catalogue import OFFERED
from domain.rules.validity import is_in_use
from domain.terms import EventKind
from gui.dialogs.draft_dialog import DraftDialog
from gui.pages.events.small_fields import PairField, bind_pair
from gui.pages.lectures.material import publication_name
from gui.texts import _
from gui.widgets.chips import ChipField
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.field import Field, NumberField
from gui.widgets.form import Form
from gui.widgets.text_area import TextArea

_WIDTH, _HEIGHT = 980, 720
_LONGEST = 10_080  # minutes of a week


@dataclass(frozen=True, slots=True)
class OfferChoices:
    """What the fields of an offer are chosen from."""

    topics: Sequence[TopicRow]
    groups: Sequence[NamedRow]
    publications: Sequence[PublicationRow]


class OfferDialog(DraftDialog):
    """Edits an offer; topics and publications that are over are shown where they stand, not offered anew."""

    def __init__(
        self, title: str, draft: OfferDraft, choices: OfferChoices, today: Callable[[], date], parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self.resize(_WIDTH, _HEIGHT)
        left: Form[OfferDraft] = Form()
        right: Form[OfferDraft] = Form()
        self._today = today
        self._add_what(left, draft, choices)
        self._add_material(left, choices)
        _add_texts(right)
        self.set_columns(draft, left, right)

    def _add_what(self, form: Form[OfferDraft], draft: OfferDraft, choices: OfferChoices) -> None:
        form.add_heading(_("Offer"))
        form.add(_("Title"), Field(), "title")
        kinds = Combo(_("Kind"))
        kinds.add_terms(kind for kind in EventKind if kind in OFFERED)
        form.add(_("Kind"), kinds, "kind")
        form.add(_("Topic"), self._topics(draft.topic_id, choices.topics), "topic_id")
        groups = ChipField(_("Target groups"))
        groups.set_choice({row.id: row.name for row in choices.groups})
        form.add(_("Target groups"), groups, "target_group_ids")
        form.add(_("Listeners"), Field(), "listeners")
        minutes = NumberField(_("Duration"), 1, _LONGEST)
        form.add(_("Duration"), minutes, "duration_minutes", note=_("minutes"))
        first, last = DateField(_("In use from"), self._today), DateField(_("In use until"), self._today)
        pair = PairField(first, last, _("until"))
        form.add(_("In use"), pair, "valid_from,valid_until", binding=bind_pair(pair))

    def _topics(self, own: UUID | None, topics: Sequence[TopicRow]) -> Combo:
        field = Combo(_("Topic"))
        field.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumWidth(240)
        field.add(None, _("none"))
        for row in topics:
            if is_in_use(row.draft, self._today()):
                field.add(row.id, row.draft.name)
            elif row.id == own:
                field.add(row.id, _("{name} (not in use)").format(name=row.draft.name))
        return field

    def _add_material(self, form: Form[OfferDraft], choices: OfferChoices) -> None:
        material = ChipField(_("Publications"))
        names: dict[object, str] = {row.id: publication_name(row) for row in choices.publications}
        fresh = {row.id for row in choices.publications if not _is_outdated(row, self._today())}
        material.set_choice({key: name for key, name in names.items() if key in fresh}, names)
        form.add_heading(_("Material and notes"))
        form.add(_("Publications"), material, "publication_ids")
        form.add(_("Internal notes"), TextArea(_("Internal notes"), 2), "notes", is_wide=True)


def _is_outdated(row: PublicationRow, today: date) -> bool:
    return row.draft.valid_until is not None and row.draft.valid_until < today


def _add_texts(form: Form[OfferDraft]) -> None:
    form.add_heading(_("Texts"))
    form.add(_("Aims"), TextArea(_("Aims"), 3), "aims", is_wide=True)
    form.add(_("Public text"), TextArea(_("Public text"), 5), "public_text", is_wide=True)
    words = _("Neutrality note (Beutelsbacher Konsens)")
    form.add(words, TextArea(words, 5), "neutrality_note", is_wide=True)
    form.add(_("Needs"), TextArea(_("Needs"), 2), "needs", is_wide=True)

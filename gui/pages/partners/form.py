"""The forms of an institution and of a person there, in dialogs."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.rows.partners import ContactDraft, PartnerDraft
from domain.terms import LegalBasis, OfficeKind, PartnerCategory, Schulform
from gui.desk import Desk
from gui.dialogs.draft_dialog import DraftDialog
from gui.pages.events.choices import Names, PartnerFinder
from gui.pages.partners.areas import area_field
from gui.pages.partners.duplicate_hints import LikeHint
from gui.texts import _
from gui.widgets.choice import CheckBox
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.field import Field
from gui.widgets.form import Form
from gui.widgets.gemeinde_field import GemeindeField
from gui.widgets.partner_field import PartnerField, bind_partner
from gui.widgets.text_area import TextArea

_WIDTH, _HEIGHT = 820, 620
_CONTACT_WIDTH, _CONTACT_HEIGHT = 480, 580


class PartnerDialog(DraftDialog):
    """Edits an institution."""

    def __init__(
        self,
        title: str,
        draft: PartnerDraft,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        desk: Desk | None = None,
    ) -> None:
        """With `desk` the place in the tree can be chosen."""
        super().__init__(title, parent)
        self.resize(_WIDTH, _HEIGHT)
        self._left: Form[PartnerDraft] = Form()
        self._right: Form[PartnerDraft] = Form()
        self.hint = LikeHint()
        self._build(today)
        if desk is not None:
            belongs = PartnerField(_("Belongs to"), PartnerFinder(desk).find, Names(desk).of)
            self._left.add(_("Belongs to"), belongs, "parent_id", binding=bind_partner(belongs))
        self._left.add(_("Responsible for"), area_field(), "areas")
        self._right.add(_("Notes"), TextArea(_("Notes"), lines=4), "notes")
        self.set_columns(draft, self._left, self._right)
        self._left.edited.connect(self._fit)
        self._fit(draft)

    def _fit(self, draft: PartnerDraft) -> None:
        """Ask for the type of school or office only where the category has one."""
        self._left.show_field("schulform", shown=draft.category is PartnerCategory.school)
        self._left.show_field("office_kind", shown=draft.category is PartnerCategory.other_office)

    def _build(self, today: Callable[[], date]) -> None:
        category, schulform, office = Combo(_("Category")), Combo(_("School type")), Combo(_("Kind of office"))
        category.add_terms(PartnerCategory)
        for combo, terms in ((schulform, Schulform), (office, OfficeKind)):
            combo.add(None, "–")
            combo.add_terms(terms)
        left, right = self._left, self._right
        left.add(_("Name"), Field(name=_("Name")), "name")
        left.add_row("", self.hint)
        left.add(_("Category"), category, "category")
        left.add(_("School type"), schulform, "schulform")
        left.add(_("Kind of office"), office, "office_kind")
        left.add(_("Street"), Field(name=_("Street")), "street")
        left.add(_("Postcode"), Field(name=_("Postcode")), "postcode")
        left.add(_("Town"), Field(name=_("Town")), "town")
        left.add(_("Municipality"), GemeindeField(_("Municipality")), "ags")
        right.add(_("Phone"), Field(name=_("Phone")), "phone")
        right.add(_("E-mail"), Field(name=_("E-mail")), "email")
        right.add(_("Website"), Field(name=_("Website")), "website")
        right.add(_("Last contact"), DateField(_("Last contact"), today), "last_contact")
        right.add(_("Partnership"), CheckBox(_("Confirmed")), "confirmed")


class ContactDialog(DraftDialog):
    """Edits a person in a role; `removed` asks to forget the person."""

    removed = Signal()

    def __init__(
        self,
        title: str,
        draft: ContactDraft,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        is_new: bool,
    ) -> None:
        super().__init__(title, parent)
        self.resize(_CONTACT_WIDTH, _CONTACT_HEIGHT)
        form: Form[ContactDraft] = Form()
        basis = Combo(_("Legal basis"))
        basis.add_terms(LegalBasis)
        form.add(_("Role"), Field(name=_("Role")), "role")
        form.add(_("Name"), Field(name=_("Name")), "name", note=_("only if needed"))
        form.add(_("Phone"), Field(name=_("Phone")), "phone")
        form.add(_("E-mail"), Field(name=_("E-mail")), "email")
        form.add(_("Legal basis"), basis, "legal_basis")
        form.add(_("Source"), Field(name=_("Source")), "source")
        form.add(_("Review on"), DateField(_("Review on"), today), "review_on")
        form.add(_("Responsible for"), area_field(), "areas")
        form.add(_("Notes"), TextArea(_("Notes")), "notes")
        self.set_columns(draft, form)
        if not is_new:
            self.add_button(_("Delete"), icon="trash").clicked.connect(self.removed)

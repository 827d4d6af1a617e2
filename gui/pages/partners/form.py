"""The forms of an institution and of a person there, in dialogs."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.errors import InvalidInputError
from domain.rows.partners import ContactDraft, PartnerDraft
from domain.terms import LegalBasis, PartnerCategory, Schulform
from gui import theme
from gui.dialogs.dialog import Dialog
from gui.texts import _
from gui.widgets.choice import CheckBox
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.field import Field
from gui.widgets.form import Form
from gui.widgets.gemeinde_field import GemeindeField
from gui.widgets.text_area import TextArea

_WIDTH, _HEIGHT = 820, 480
_CONTACT_WIDTH = 480


class PartnerDialog(Dialog):
    """Edits an institution; `saved` brings the draft, the caller stores it and then accepts or shows problems."""

    saved = Signal(object)

    def __init__(
        self, title: str, draft: PartnerDraft, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, _("Save"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self._left: Form[PartnerDraft] = Form()
        self._right: Form[PartnerDraft] = Form()
        self._build(today)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP_WIDE)
        for form in (self._left, self._right):
            column = QVBoxLayout()
            column.addWidget(form)
            column.addStretch(1)
            row.addLayout(column, 1)
        self.content.addLayout(row, 1)
        self._left.load(draft)
        self._right.load(draft)
        self._left.edited.connect(self._right.set_draft)
        self._right.edited.connect(self._left.set_draft)
        self.primary.clicked.connect(lambda: self.saved.emit(self.draft()))

    def draft(self) -> PartnerDraft:
        """The institution as it is shown."""
        return self._left.draft()

    def refuse(self, trouble: InvalidInputError) -> None:
        """Put the problems beside their fields."""
        self._left.show_problems(trouble.problems)
        self._right.show_problems(trouble.problems)

    def _build(self, today: Callable[[], date]) -> None:
        category, schulform = Combo(_("Category")), Combo(_("School type"))
        category.add_terms(PartnerCategory)
        schulform.add(None, "–")
        schulform.add_terms(Schulform)
        left, right = self._left, self._right
        left.add(_("Name"), Field(name=_("Name")), "name")
        left.add(_("Category"), category, "category")
        left.add(_("School type"), schulform, "schulform")
        left.add(_("Street"), Field(name=_("Street")), "street")
        left.add(_("Postcode"), Field(name=_("Postcode")), "postcode")
        left.add(_("Town"), Field(name=_("Town")), "town")
        left.add(_("Municipality"), GemeindeField(_("Municipality")), "ags")
        right.add(_("Phone"), Field(name=_("Phone")), "phone")
        right.add(_("E-mail"), Field(name=_("E-mail")), "email")
        right.add(_("Website"), Field(name=_("Website")), "website")
        right.add(_("Last contact"), DateField(_("Last contact"), today), "last_contact")
        right.add(_("Partnership"), CheckBox(_("Confirmed")), "confirmed")
        right.add(_("Notes"), TextArea(_("Notes"), lines=5), "notes")


class ContactDialog(Dialog):
    """Edits a person in a role; `saved` brings the draft, `removed` asks to forget the person."""

    saved = Signal(object)
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
        super().__init__(title, _("Save"), parent)
        self.setMinimumWidth(_CONTACT_WIDTH)
        self._form: Form[ContactDraft] = Form()
        basis = Combo(_("Legal basis"))
        basis.add_terms(LegalBasis)
        form = self._form
        form.add(_("Role"), Field(name=_("Role")), "role")
        form.add(_("Name"), Field(name=_("Name")), "name", note=_("only if needed"))
        form.add(_("Phone"), Field(name=_("Phone")), "phone")
        form.add(_("E-mail"), Field(name=_("E-mail")), "email")
        form.add(_("Legal basis"), basis, "legal_basis")
        form.add(_("Source"), Field(name=_("Source")), "source")
        form.add(_("Review on"), DateField(_("Review on"), today), "review_on")
        form.add(_("Notes"), TextArea(_("Notes")), "notes")
        self.content.addWidget(form)
        form.load(draft)
        self.primary.clicked.connect(lambda: self.saved.emit(form.draft()))
        if not is_new:
            self.add_button(_("Delete"), icon="trash").clicked.connect(self.removed)

    def refuse(self, trouble: InvalidInputError) -> None:
        """Put the problems beside their fields."""
        self._form.show_problems(trouble.problems)

"""The form of a new council, in a dialog; everything else is edited on the partners page."""

from PySide6.QtWidgets import QWidget

from domain.rows.partners import PartnerDraft
from gui.dialogs.draft_dialog import DraftDialog
from gui.texts import _
from gui.widgets.field import Field
from gui.widgets.form import Form
from gui.widgets.gemeinde_field import GemeindeField

_WIDTH, _HEIGHT = 520, 360


class CouncilDialog(DraftDialog):
    """Asks for name and place of a council."""

    def __init__(self, draft: PartnerDraft, parent: QWidget | None = None) -> None:
        super().__init__(_("New council"), parent)
        self.resize(_WIDTH, _HEIGHT)
        form: Form[PartnerDraft] = Form()
        form.add(_("Name"), Field(name=_("Name")), "name")
        form.add(_("Municipality"), GemeindeField(_("Municipality")), "ags")
        form.add(_("Street"), Field(name=_("Street")), "street")
        form.add(_("Postcode"), Field(name=_("Postcode")), "postcode")
        form.add(_("Town"), Field(name=_("Town")), "town")
        self.set_columns(draft, form)

"""The office as documents show it."""

from domain.rows.settings import Settings
from gui.pages.settings.logo_field import LogoField
from gui.texts import _
from gui.widgets.bindings import Binding
from gui.widgets.field import Field
from gui.widgets.form import Form
from gui.widgets.text_area import TextArea

_POSTCODE_WIDTH = 80


class OfficeForm(Form[Settings]):
    """Name, address, ways to reach it, imprint and logo."""

    def __init__(self) -> None:
        super().__init__()
        self.add_heading(_("Office"))
        self.add(_("Name"), Field(), "office.name")
        self.add(_("Unit"), Field(), "office.unit")
        self.add(_("Street"), Field(), "office.street")
        postcode = Field()
        postcode.setFixedWidth(_POSTCODE_WIDTH)
        self.add(_("Postcode"), postcode, "office.postcode")
        self.add(_("Town"), Field(), "office.town")
        self.add_heading(_("To be reached"))
        self.add(_("Phone"), Field(leading="phone"), "office.phone")
        self.add(_("E-mail"), Field(leading="mail"), "office.email", note=_("functional mailbox"))
        self.add(_("Website"), Field(leading="globe"), "office.website")
        self.add_heading(_("On paper"))
        self.add(_("Imprint"), TextArea(_("Imprint"), 4), "office.imprint")
        logo = LogoField()
        self.add(_("Logo"), logo, "office.logo", binding=Binding(logo, logo.content, logo.set_content, logo.changed))

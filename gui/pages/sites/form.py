"""The form of a site, in a dialog."""

from PySide6.QtWidgets import QWidget

from domain.rows.partners import SiteDraft
from domain.terms import PermitState, Surface
from gui.dialogs.draft_dialog import DraftDialog
from gui.texts import _, current
from gui.widgets.bindings import Binding
from gui.widgets.chips import ChipField
from gui.widgets.combo import Combo
from gui.widgets.field import DecimalField, Field, NumberField
from gui.widgets.form import Form
from gui.widgets.gemeinde_field import GemeindeField
from gui.widgets.text_area import TextArea

_WIDTH, _HEIGHT = 860, 640
_DEGREE_PLACES = 6  # 0.1 m
_MOST_OUTLETS, _MOST_LEAD_DAYS = 99, 365


class SiteDialog(DraftDialog):
    """Edits a site."""

    def __init__(self, title: str, draft: SiteDraft, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.resize(_WIDTH, _HEIGHT)
        left: Form[SiteDraft] = Form()
        right: Form[SiteDraft] = Form()
        _add_where(left)
        _add_permit(left)
        _add_space(right)
        _add_equipment(right)
        self.set_columns(draft, left, right)


def _add_where(form: Form[SiteDraft]) -> None:
    form.add_heading(_("Where"))
    form.add(_("Name"), Field(name=_("Name")), "name")
    form.add(_("Street"), Field(name=_("Street")), "street")
    form.add(_("Postcode"), Field(name=_("Postcode")), "postcode")
    form.add(_("Town"), Field(name=_("Town")), "town")
    form.add(_("Municipality"), GemeindeField(_("Municipality")), "ags")
    form.add(_("Latitude"), DecimalField(_("Latitude"), _DEGREE_PLACES), "latitude", note=_("degrees, WGS84"))
    form.add(_("Longitude"), DecimalField(_("Longitude"), _DEGREE_PLACES), "longitude", note=_("degrees, WGS84"))
    form.add(_("Key holder"), Field(name=_("Key holder")), "key_holder")
    form.add(_("Way in"), TextArea(_("Way in")), "access")


def _add_permit(form: Form[SiteDraft]) -> None:
    state = Combo(_("Permit"))
    state.add_terms(PermitState)
    market = ChipField(_("Market days"))
    market.set_choice({day: current().weekday_name(day) for day in range(7)})
    form.add_heading(_("Permit"))
    form.add(_("Permit"), state, "permit_state")
    form.add(_("Authority"), Field(name=_("Authority")), "permit_authority")
    lead = NumberField(_("Lead time"), highest=_MOST_LEAD_DAYS)
    form.add(_("Lead time"), lead, "permit_lead_days", binding=_counted(lead), note=_("days before the date"))
    form.add(_("Market days"), market, "market_days")


def _add_space(form: Form[SiteDraft]) -> None:
    surface = Combo(_("Surface"))
    surface.add_terms(Surface)
    step_free = Combo(_("Step-free"))
    for value, words in ((None, _("Unknown")), (True, _("yes")), (False, _("no"))):
        step_free.add(value, words)
    form.add_heading(_("Space"))
    for words, attribute in ((_("Length"), "length_m"), (_("Width"), "width_m"), (_("Headroom"), "height_m")):
        form.add(words, DecimalField(words), attribute, note=_("m"))
    form.add(_("Weight limit"), NumberField(_("Weight limit")), "weight_limit_kg", note=_("kg"))
    form.add(_("Surface"), surface, "surface")
    form.add(_("Slope"), DecimalField(_("Slope"), 1), "slope_percent", note="%")
    form.add(_("Step-free"), step_free, "step_free")


def _add_equipment(form: Form[SiteDraft]) -> None:
    form.add_heading(_("Power"))
    for words, attribute in (
        (_("Sockets 230 V"), "sockets_230v"),
        ("CEE 16 A", "cee_16a"),
        ("CEE 32 A", "cee_32a"),
    ):
        field = NumberField(words, highest=_MOST_OUTLETS)
        form.add(words, field, attribute, binding=_counted(field))
    form.add(_("Cable length"), DecimalField(_("Cable length"), 1), "power_distance_m", note=_("m to the outlet"))
    form.add(_("Notes"), TextArea(_("Notes")), "notes")


def _counted(field: NumberField) -> Binding:
    """An empty field counts as none."""
    return Binding(field, lambda: field.number() or 0, field.set_number, field.number_changed)

"""The field for what somebody is responsible for: Kreise, Verbandsgemeinden and Gemeinden."""

from domain.region.areas import areas
from gui.texts import _
from gui.widgets.chips import ChipField


def area_field() -> ChipField:
    """A field that takes areas by name; typing offers those that fit."""
    field = ChipField(_("Responsible for"))
    field.set_choice({area.key: area.name for area in areas().values()})
    return field

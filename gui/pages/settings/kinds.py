"""The kinds of record that the settings keep, in the order of their tabs."""

from domain.i18n import N_
from gui.pages.settings.equipment import EQUIPMENT
from gui.pages.settings.names import GROUPS, QUALIFICATIONS
from gui.pages.settings.people import PEOPLE
from gui.pages.settings.record_list import Kind
from gui.pages.settings.topics import TOPICS
from gui.pages.settings.vehicles import VEHICLES

TITLES = {
    "topics": N_("Topics"),
    "groups": N_("Target groups"),
    "qualifications": N_("Qualifications"),
    "equipment": N_("Equipment"),
    "vehicles": N_("Vehicles"),
    "people": N_("Team"),
}
"""What the tabs are called (msgids), by id of the kind."""


def all_kinds() -> tuple[Kind, ...]:
    """Every kind."""
    return TOPICS, GROUPS, QUALIFICATIONS, EQUIPMENT, VEHICLES, PEOPLE

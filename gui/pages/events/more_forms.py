"""The tab of who takes part."""

from domain.rows.events import EventDraft
from gui.pages.events.choices import Choices, Names, PartnerFinder
from gui.pages.events.outsiders_field import OutsidersField, bind_outsiders
from gui.pages.events.people_fields import (
    AssignmentsField,
    CountsField,
    PartnersField,
    bind_assignments,
    bind_counts,
    bind_partners,
)
from gui.texts import _
from gui.widgets.form import Form


class PeopleForm(Form[EventDraft]):
    """Assignments, partners and counts per target group."""

    def __init__(self, choices: Choices, finder: PartnerFinder, names: Names) -> None:
        super().__init__()
        self.add_heading(_("From the house"))
        people = AssignmentsField(choices.staff, choices.confidential)
        self.add(_("Assignments"), people, "assignments", binding=bind_assignments(people))
        outside = OutsidersField(finder, names)
        self.add(_("From outside"), outside, "outsiders", binding=bind_outsiders(outside))
        self.add_heading(_("Partners"))
        partners = PartnersField(finder, names)
        self.add(_("Taking part"), partners, "partner_ids", binding=bind_partners(partners))
        self.add_heading(_("Guests"))
        counts = CountsField(names)
        self.add(_("By target group"), counts, "target_group_ids,counts", binding=bind_counts(counts))

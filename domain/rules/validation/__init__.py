"""Which drafts can be taken: only impossible data is refused, everything else is a finding."""

from domain.rules.validation.catalogue import (
    movement_problems,
    offer_problems,
    publication_problems,
    stock_entry_problems,
)
from domain.rules.validation.concerns import answer_problems, concern_problems, forwarding_problems, reason_problems
from domain.rules.validation.events import event_problems, saving_problems
from domain.rules.validation.handouts import edition_problems, handout_problems
from domain.rules.validation.memberships import (
    interval_problems,
    membership_problems,
    profile_problems,
)
from domain.rules.validation.outlets import is_safe_address, outlet_problems
from domain.rules.validation.partners import (
    contact_problems,
    entry_problems,
    partner_problems,
    permit_problems,
    relation_problems,
    site_problems,
)
from domain.rules.validation.releases import release_problems
from domain.rules.validation.reports import question_problems
from domain.rules.validation.requests import decline_problems, request_problems
from domain.rules.validation.settings import settings_problems
from domain.rules.validation.targets import target_problems
from domain.rules.validation.tours import (
    equipment_problems,
    staff_problems,
    tour_day_problems,
    tour_problems,
    vehicle_problems,
)

__all__ = [
    "answer_problems",
    "concern_problems",
    "contact_problems",
    "decline_problems",
    "edition_problems",
    "entry_problems",
    "equipment_problems",
    "event_problems",
    "forwarding_problems",
    "handout_problems",
    "interval_problems",
    "is_safe_address",
    "membership_problems",
    "movement_problems",
    "offer_problems",
    "outlet_problems",
    "partner_problems",
    "permit_problems",
    "profile_problems",
    "publication_problems",
    "question_problems",
    "reason_problems",
    "relation_problems",
    "release_problems",
    "request_problems",
    "saving_problems",
    "settings_problems",
    "site_problems",
    "staff_problems",
    "stock_entry_problems",
    "target_problems",
    "tour_day_problems",
    "tour_problems",
    "vehicle_problems",
]

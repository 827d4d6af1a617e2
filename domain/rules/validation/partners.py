"""Which drafts of partners, contacts and sites can be taken."""

from datetime import date

from domain.errors import Problem
from domain.i18n import N_
from domain.rows.network import EntryDraft, RelationDraft
from domain.rows.partners import ContactDraft, PartnerDraft, SiteDraft
from domain.rows.permits import PermitDraft
from domain.rules.reviews import needs_end
from domain.rules.validation import fields
from domain.rules.validation.fields import LONG_TEXT
from domain.terms import PartnerCategory

_PARTNER = {
    "name": 300,
    "street": 200,
    "town": 200,
    "phone": 100,
    "website": 2_000,
    "notes": LONG_TEXT,
    "source": 300,
    "source_id": 100,
}
_CONTACT = {"role": 200, "name": 200, "phone": 100, "source": 300, "notes": 2_000}
_RELATION = {"notes": 2_000}
_SITE = {
    "name": 300,
    "street": 200,
    "town": 200,
    "key_holder": 300,
    "permit_authority": 300,
    "notes": LONG_TEXT,
    "access": 2_000,
    "photo": 64,
    "photo_alt": 500,
}
_PERMIT = {"permit_authority": 300, "permit_reference": 100, "notes": 2_000}
_LONGEST_LEAD_DAYS = 730


def partner_problems(draft: PartnerDraft) -> list[Problem]:
    """Why the institution cannot be taken, by field; empty when it can."""
    return [
        *fields.required("name", draft.name),
        *fields.texts(draft, _PARTNER),
        *fields.postcode("postcode", draft.postcode),
        *fields.ags("ags", draft.ags),
        *fields.email("email", draft.email),
        *fields.web_address("website", draft.website),
        *fields.day("last_contact", draft.last_contact),
        *fields.areas("areas", draft.areas),
    ]


def contact_problems(draft: ContactDraft, category: PartnerCategory = PartnerCategory.other) -> list[Problem]:
    """Why the contact cannot be taken, by field; empty when it can. The role is needed, the name is not.

    `category` is the partner's: the consent of an engaged citizen needs a day on which it ends or is asked again.
    """
    problems = [
        *fields.required("role", draft.role),
        *fields.texts(draft, _CONTACT),
        *fields.email("email", draft.email),
        *fields.day("review_on", draft.review_on),
        *fields.areas("areas", draft.areas),
    ]
    if draft.review_on is None and needs_end(category, draft.legal_basis):
        problems.append(Problem("review_on", N_("Consent of a citizen needs a day on which it is reviewed.")))
    return problems


def relation_problems(draft: RelationDraft) -> list[Problem]:
    """Why a relation cannot be taken, by field; empty when it can. Nobody stands in relation to itself."""
    problems = [
        *fields.texts(draft, _RELATION),
        *fields.day("first_day", draft.first_day),
        *fields.day("last_day", draft.last_day),
        *fields.days_in_order("last_day", draft.first_day, draft.last_day),
    ]
    if draft.other_id is None:
        problems.append(Problem("other_id", N_("Please choose a partner.")))
    elif draft.other_id == draft.partner_id:
        problems.append(Problem("other_id", N_("Please choose another partner: this is the same one.")))
    return problems


def entry_problems(draft: EntryDraft, *, today: date) -> list[Problem]:
    """Why an entry of the contact log cannot be taken, by field; empty when it can. It tells of the past."""
    problems = [
        *fields.required("subject", draft.subject),
        *fields.text("subject", draft.subject, 500),
        *fields.day("day", draft.day),
    ]
    if draft.day > today:
        problems.append(Problem("day", N_("This day is still to come; the log tells of what has been.")))
    return problems


def permit_problems(draft: PermitDraft) -> list[Problem]:
    """Why a permit cannot be taken, by field; empty when it can. It is not decided before it is applied for."""
    problems = [
        *fields.texts(draft, _PERMIT),
        *fields.number("permit_lead_days", draft.permit_lead_days, 0, _LONGEST_LEAD_DAYS),
        *fields.day("applied_on", draft.applied_on),
        *fields.day("decided_on", draft.decided_on),
    ]
    if draft.applied_on and draft.decided_on and draft.decided_on < draft.applied_on:
        problems.append(Problem("decided_on", N_("It cannot be decided before it was applied for.")))
    return problems


def site_problems(draft: SiteDraft) -> list[Problem]:
    """Why the site cannot be taken, by field; empty when it can."""
    return [
        *fields.required("name", draft.name),
        *fields.texts(draft, _SITE),
        *fields.postcode("postcode", draft.postcode),
        *fields.ags("ags", draft.ags),
        *fields.number("latitude", draft.latitude, -90, 90),
        *fields.number("longitude", draft.longitude, -180, 180),
        *fields.number("slope_percent", draft.slope_percent, 0, 100),
        *fields.numbers(draft, "length_m", "width_m", "height_m", "weight_limit_kg", "power_distance_m"),
        *fields.numbers(draft, "sockets_230v", "cee_16a", "cee_32a"),
        *fields.number("permit_lead_days", draft.permit_lead_days, 0, _LONGEST_LEAD_DAYS),
        *fields.weekdays("market_days", draft.market_days),
    ]

"""Names of rules and of how serious a finding is."""

from domain.i18n import N_
from domain.terms import Grade, Rule

NAMES = (
    (Grade.error, N_("Error")),
    (Grade.warning, N_("Warning")),
    (Grade.hint, N_("Hint")),
    (Rule.vehicle_booked_twice, N_("Vehicle booked twice")),
    (Rule.equipment_booked_twice, N_("Equipment booked twice")),
    (Rule.person_booked_twice, N_("Person booked twice")),
    (Rule.site_booked_twice, N_("Site booked twice")),
    (Rule.unreachable_in_time, N_("Not reachable in time")),
    (Rule.duty_too_long, N_("Duty time too long")),
    (Rule.drive_too_long, N_("Driving time too long")),
    (Rule.break_missing, N_("Break missing")),
    (Rule.public_holiday, N_("Public holiday")),
    (Rule.school_free_day, N_("School-free day")),
    (Rule.school_holidays_unknown, N_("School holidays not known yet")),
    (Rule.permit_too_late, N_("Permit too late")),
    (Rule.market_day, N_("Market day")),
    (Rule.person_absent, N_("Person absent")),
    (Rule.qualification_missing, N_("Qualification missing")),
    (Rule.ends_before_start, N_("Ends before it starts")),
    (Rule.vehicle_too_large, N_("Vehicle too large for the site")),
    (Rule.adviser_unqualified, N_("Nobody qualified to advise")),
    (Rule.audience_too_wide, N_("Audience too wide")),
    (Rule.inviting_body_missing, N_("Inviting body missing")),
    (Rule.topic_expired, N_("Topic no longer in use")),
    (Rule.power_missing, N_("Power supply missing")),
    (Rule.press_excluded, N_("Press expected but not admitted")),
    (Rule.permit_refused, N_("Permit refused")),
    (Rule.permit_moved, N_("Permit for another day or site")),
    (Rule.site_too_steep, N_("Site too steep")),
    (Rule.over_capacity, N_("Person booked above capacity")),
    (Rule.publication_outdated, N_("Publication outdated")),
    (Rule.publication_short, N_("Too few copies")),
)

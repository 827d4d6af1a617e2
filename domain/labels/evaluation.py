"""Names of what the evaluation measures and breaks down by."""

from domain.i18n import N_
from domain.terms import Breakdown, Measure

NAMES = (
    (Measure.events, N_("Events")),
    (Measure.people, N_("People reached")),
    (Measure.kilometres, N_("Kilometres")),
    (Measure.hours, N_("Event hours")),
    (Measure.patrol_hours, N_("Patrol hours")),
    (Measure.talks, N_("Talks")),
    (Measure.reach, N_("Reach online")),
    (Measure.handed_out, N_("Copies handed out")),
    (Breakdown.month, N_("By month")),
    (Breakdown.year, N_("By year")),
    (Breakdown.kind, N_("By kind")),
    (Breakdown.kreis, N_("By district")),
    (Breakdown.topic, N_("By topic")),
    (Breakdown.target_group, N_("By target group")),
    (Breakdown.place_category, N_("By sort of place")),
    (Breakdown.accident_cause, N_("By accident cause")),
    (Breakdown.advice_field, N_("By field of advice")),
    (Breakdown.host_category, N_("By sort of host")),
    (Breakdown.schulform, N_("By school type")),
    (Breakdown.school, N_("Schools and others")),
)

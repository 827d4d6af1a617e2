"""Names of fields of advice, accident causes, projects, stock changes and reports."""

from domain.i18n import N_
from domain.terms import AccidentCause, AdviceField, ProjectKind, ReportKind, StockReason

NAMES = (
    (AdviceField.crime_prevention, N_("Crime prevention")),
    (AdviceField.road_safety, N_("Road safety")),
    (AdviceField.security_technology, N_("Security technology")),
    (AdviceField.victim_protection, N_("Victim protection")),
    (AdviceField.economic_protection, N_("Economic protection")),
    (AdviceField.cyber_protection, N_("Protection against cyber attacks")),
    (AdviceField.extremism, N_("Individual advice on extremism")),
    (AccidentCause.speed, N_("Speed")),
    (AccidentCause.distance, N_("Distance")),
    (AccidentCause.right_of_way, N_("Right of way")),
    (AccidentCause.turning, N_("Turning, reversing, pulling out")),
    (AccidentCause.overtaking, N_("Overtaking")),
    (AccidentCause.road_use, N_("Wrong use of the road")),
    (AccidentCause.pedestrians, N_("Conduct towards pedestrians")),
    (AccidentCause.alcohol, N_("Alcohol")),
    (AccidentCause.drugs, N_("Other intoxicants")),
    (AccidentCause.distraction, N_("Distraction")),
    (AccidentCause.fatigue, N_("Fatigue")),
    (AccidentCause.other, N_("Other cause")),
    (ProjectKind.regional_analysis, N_("Regional crime analysis")),
    (ProjectKind.advisory, N_("Advisory project")),
    (StockReason.delivery, N_("Delivery")),
    (StockReason.inventory, N_("Stock-taking")),
    (StockReason.sent, N_("Sent without an event")),
    (StockReason.discarded, N_("Discarded")),
    (ReportKind.parliament, N_("Answer to parliament")),
    (ReportKind.annual, N_("Annual report")),
)

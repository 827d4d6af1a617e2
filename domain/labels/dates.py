"""Names of what the date finder looks at."""

from domain.i18n import N_
from domain.terms import Bearing, DateCheck

NAMES = (
    (DateCheck.people, N_("People")),
    (DateCheck.vehicle, N_("Vehicle")),
    (DateCheck.police, N_("Police station")),
    (DateCheck.ordnungsamt, N_("Ordnungsamt")),
    (DateCheck.room, N_("Room or site")),
    (DateCheck.holidays, N_("no holidays")),
    (DateCheck.weekend, N_("Weekday fits")),
    (DateCheck.neighbours, N_("Distance to others")),
    (DateCheck.lead, N_("Time to invite")),
    (Bearing.good, N_("speaks for it")),
    (Bearing.warning, N_("speaks against it")),
    (Bearing.obstacle, N_("rules it out")),
)

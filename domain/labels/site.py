"""Names of what is known of sites and permits."""

from domain.i18n import N_
from domain.terms import Criterion, Fit, PermitLight, PermitState, Surface

NAMES = (
    (Surface.asphalt, N_("Asphalt")),
    (Surface.paving, N_("Paving")),
    (Surface.gravel, N_("Gravel")),
    (Surface.grass, N_("Grass")),
    (Surface.unknown, N_("Unknown")),
    (PermitState.not_needed, N_("Not needed")),
    (PermitState.missing, N_("Missing")),
    (PermitState.applied, N_("Applied for")),
    (PermitState.granted, N_("Granted")),
    (PermitState.refused, N_("Refused")),
    (PermitLight.clear, N_("Settled")),
    (PermitLight.waiting, N_("Still open")),
    (PermitLight.blocked, N_("At risk")),
    (PermitLight.idle, N_("Nothing to settle")),
    (Criterion.length, N_("Length")),
    (Criterion.width, N_("Width")),
    (Criterion.height, N_("Clear height")),
    (Criterion.weight, N_("Weight")),
    (Criterion.power, N_("Power")),
    (Criterion.cable, N_("Cable")),
    (Criterion.ground, N_("Ground")),
    (Criterion.slope, N_("Slope")),
    (Criterion.step_free, N_("Step-free")),
    (Fit.misfit, N_("Does not fit")),
    (Fit.tight, N_("Tight")),
    (Fit.unknown, N_("Unknown")),
    (Fit.fits, N_("Fits")),
)

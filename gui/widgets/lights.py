"""How the window shows a permit's traffic light and how well a vehicle fits: icon, word and colour."""

from domain.labels import label
from domain.rows.permits import PermitView
from domain.terms import Fit, PermitLight
from gui import theme
from gui.texts import _, current
from gui.widgets.badge import BadgeLook

LIGHT_ICONS = {
    PermitLight.clear: "check",
    PermitLight.waiting: "warning",
    PermitLight.blocked: "error",
    PermitLight.idle: "minus",
}
FIT_ICONS = {Fit.fits: "check", Fit.tight: "warning", Fit.misfit: "error", Fit.unknown: "help"}


def permit_light(view: PermitView, *, named: bool = False) -> BadgeLook:
    """The badge of a permit: its state in the colour of its light; `named` says that it is one of a permit."""
    look = theme.tokens()
    mark, ground = {
        PermitLight.clear: (look.done, look.done_ground),
        PermitLight.waiting: (look.warning, look.warning_ground),
        PermitLight.blocked: (look.error, look.error_ground),
        PermitLight.idle: (look.muted, look.off),
    }[view.light]
    words = label(view.state, current())
    words = _("Permit: {state}").format(state=words) if named else words
    return BadgeLook(words, mark, ground, LIGHT_ICONS[view.light])


def permit_words(view: PermitView) -> str:
    """How far the permit is, in a sentence."""
    return current().text(view.msgid, view.params)


def fit_badge(fit: Fit) -> BadgeLook:
    """The badge of a fit."""
    look = theme.tokens()
    mark, ground = {
        Fit.fits: (look.done, look.done_ground),
        Fit.tight: (look.warning, look.warning_ground),
        Fit.misfit: (look.error, look.error_ground),
        Fit.unknown: (look.muted, look.off),
    }[fit]
    return BadgeLook(label(fit, current()), mark, ground, FIT_ICONS[fit])

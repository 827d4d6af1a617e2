"""What a site offers, in words."""

from domain.labels import label
from domain.rows.partners import SiteDraft
from domain.terms import PermitState
from gui import theme
from gui.texts import _, current
from gui.widgets.badge import BadgeLook

_ICONS = {
    PermitState.not_needed: "check",
    PermitState.missing: "warning",
    PermitState.applied: "clock",
    PermitState.granted: "check",
    PermitState.refused: "error",
}


def space(draft: SiteDraft) -> str:
    """Length and width in metres: 18 × 6 m; "" when neither is known."""
    sizes = [current().number(size) for size in (draft.length_m, draft.width_m) if size is not None]
    return _("{size} m").format(size=" × ".join(sizes)) if sizes else ""


def outlets(draft: SiteDraft) -> list[str]:
    """The outlets, the strongest first: CEE 32 A, 2 × 230 V."""
    kinds = ((draft.cee_32a, "CEE 32 A"), (draft.cee_16a, "CEE 16 A"), (draft.sockets_230v, "230 V"))
    return [f"{count} × {kind}" if count > 1 else kind for count, kind in kinds if count]


def address(draft: SiteDraft) -> str:
    """Street, postcode and town in one line."""
    return ", ".join(part for part in (draft.street, f"{draft.postcode} {draft.town}".strip()) if part)


def permit_badge(state: PermitState) -> BadgeLook:
    """How far the permit is: icon, word and colour."""
    look = theme.tokens()
    mark, ground = {
        PermitState.granted: (look.done, look.done_ground),
        PermitState.applied: (look.strong, look.hint_ground),
        PermitState.missing: (look.warning, look.warning_ground),
        PermitState.refused: (look.error, look.error_ground),
    }.get(state, (look.muted, look.off))
    return BadgeLook(label(state, current()), mark, ground, _ICONS[state])

"""How an outlet stands, in words and badges."""

from domain.labels import label
from domain.rows.outlets import OutletRow, OutletStanding
from domain.rows.releases import PlanStanding
from domain.terms import Audience, OutletKind
from gui import theme
from gui.publishing_watch import waiting_words
from gui.texts import _, current, ngettext
from gui.widgets.badge import BadgeLook, hint_badge, plain_badge, warning_badge

KIND_ICONS = {OutletKind.folder: "folder", OutletKind.caldav: "globe"}
AUDIENCE_ICONS = {Audience.public: "globe", Audience.partners: "people", Audience.internal: "lock"}


def state_badge(standing: OutletStanding) -> BadgeLook:
    """Off, error, never published, so many changes wait, or up to date."""
    look, row = theme.tokens(), standing.row
    if not row.draft.is_active:
        return plain_badge(_("off"), "minus")
    if row.last_run is not None and row.last_run.trouble:
        return BadgeLook(_("Error"), look.error, look.error_ground, "error")
    if row.last_run is None:
        return hint_badge(_("not published yet"), "hint")
    if standing.waiting:
        return warning_badge(waiting_words(standing.waiting), "clock")
    return BadgeLook(_("up to date"), look.done, look.done_ground, "check")


def audience_badge(audience: Audience) -> BadgeLook:
    """For whom; internal stands out."""
    words = label(audience, current())
    return (warning_badge if audience is Audience.internal else plain_badge)(words, AUDIENCE_ICONS[audience])


def last_run(row: OutletRow) -> str:
    """When the last run ended, well or not: 28.04.2027 14:32."""
    return current().moment(row.last_run.finished_at) if row.last_run else "–"


def figures(row: OutletRow) -> str:
    """What the last run did: 3 written · 1 removed · 84 unchanged; of one that failed before it wrote, just that."""
    run = row.last_run
    if run is None:
        return ""
    if run.trouble and not run.written + run.removed:
        return _("nothing written")
    parts = (
        _("{count} written").format(count=run.written),
        _("{count} removed").format(count=run.removed) if run.removed else "",
        _("{count} unchanged").format(count=run.unchanged),
    )
    return " · ".join(filter(None, parts))


def advice(row: OutletRow) -> str:
    """What to do about the last trouble."""
    if row.draft.kind is OutletKind.folder:
        return _("What was there stays as it was. Landauf tries again by itself; the next run completes it.")
    return _("Nothing is lost: what was not written waits. Check address, name and password under “Edit outlet”.")


def plan_words(standing: PlanStanding | None) -> str:
    """How the plan stands: Fassung 7 of 3 May, 3 changes since."""
    if standing is None or standing.latest is None:
        return _("no version released yet")
    latest, count = standing.latest, standing.changes
    version = _("version {number} of {day}").format(
        number=latest.number, day=current().day_of_month(latest.released_at.date())
    )
    since = ngettext("{count} change since", "{count} changes since", count).format(count=count)
    return f"{version} · {since if count else _('unchanged since')}"

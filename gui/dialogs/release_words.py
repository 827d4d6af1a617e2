"""How changes of the plan read: what was before, which fields, and the badge of each kind."""

from datetime import datetime

from domain.i18n import N_
from domain.labels import label
from domain.rows.releases import Change, PlanEntryRow, SheetRow
from domain.terms import ChangeKind
from gui import theme
from gui.texts import _, current
from gui.widgets.badge import BadgeLook

FIELDS = {
    "accessibility": N_("Accessibility"),
    "agenda": N_("Agenda"),
    "all_day": N_("All day"),
    "audience": N_("Audience"),
    "coordinates": N_("Coordinates"),
    "ends_at": N_("End"),
    "first_day": N_("First day"),
    "host": N_("Host"),
    "kind": N_("Kind"),
    "languages": N_("Languages"),
    "last_day": N_("Last day"),
    "office": N_("Responsible office"),
    "partners": N_("Partners"),
    "place": N_("Place"),
    "postponed_to": N_("Postponed to"),
    "room": N_("Room"),
    "speakers": N_("Speakers"),
    "starts_at": N_("Start"),
    "state": N_("Status"),
    "target_groups": N_("Target groups"),
    "team": N_("Team"),
    "text": N_("Public text"),
    "title": N_("Title"),
    "topics": N_("Topics"),
    "vehicle": N_("Vehicle"),
}
"""What the fields of a change are called."""

_ICONS = {
    ChangeKind.added: "plus",
    ChangeKind.moved: "move",
    ChangeKind.changed: "edit",
    ChangeKind.cancelled: "ban",
}
_TIMES = {"all_day", "starts_at", "ends_at", "first_day", "last_day"}


def change_badge(kind: ChangeKind) -> BadgeLook:
    """The badge of a change: icon, word and colour."""
    look = theme.tokens()
    mark, ground = {
        ChangeKind.added: (look.done, look.done_ground),
        ChangeKind.moved: (look.warning, look.warning_ground),
        ChangeKind.changed: (look.strong, look.hint_ground),
        ChangeKind.cancelled: (look.error, look.error_ground),
    }[kind]
    return BadgeLook(label(kind, current()), mark, ground, _ICONS[kind])


def when(entry: PlanEntryRow) -> str:
    """Day and time of an event in a plan: Do 13.05.2027, 18:00–20:00."""
    day, last = entry.start_day, entry.last_day
    if day is None:
        return ""
    if entry.all_day and last is not None and last != day:
        return current().day_range(day, last)
    shown = f"{current().weekday_short(day)} {current().day(day)}"
    return f"{shown}, {_clock(entry.starts_at, entry.ends_at)}" if entry.starts_at and not entry.all_day else shown


def _clock(start: datetime, end: datetime | None) -> str:
    begin = current().clock(start)
    return f"{begin}–{current().clock(end)}" if end is not None and end != start else begin


def what(change: Change) -> str:
    """What differs: the old time or place of what was moved, else the names of the fields."""
    before = change.before
    if before is None or change.kind is ChangeKind.cancelled:
        return ""
    if change.kind is ChangeKind.moved:
        old = [when(before)] if _TIMES & set(change.fields) else []
        old += [before.place or "–"] if "place" in change.fields else []
        return _("before: {what}").format(what=" · ".join(old))
    return ", ".join(_(FIELDS[name]) for name in change.fields)


def sheet_line(sheet: SheetRow) -> str:
    """A printed sheet in a line: Briefing, Do 13.05.2027: Sicher am Bahnhof (gedruckt 28.04.2027 14:32, Fassung 1)."""
    language = current()
    about = f"{language.weekday_short(sheet.day)} {language.day(sheet.day)}" if sheet.day else ""
    printed = _("printed {moment}").format(moment=language.moment(sheet.printed_at))
    version = _("Version {number}").format(number=sheet.version) if sheet.version else ""
    head = ", ".join(part for part in (_(sheet.heading), about) if part)
    return f"{head}: {sheet.title} ({', '.join(part for part in (printed, version) if part)})"

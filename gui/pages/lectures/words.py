"""What the page of lectures says and how it marks it."""

from datetime import date

from domain.labels import label
from domain.rows.catalogue import LectureRow, OfferDraft, OfferRow, OfferUsage
from domain.rows.event_row import EventRow
from domain.rows.speakers import HeldLine, SpeakerRow
from domain.rules.audience import CONFIDENTIAL_SPEAKER
from domain.terms import QualificationStanding
from gui import theme
from gui.texts import _, current, ngettext
from gui.widgets.badge import BadgeLook, plain_badge, warning_badge


def when(event: EventRow) -> str:
    """Day and hours of an event in one line."""
    day = event.start_day
    if day is None:
        return _("no date yet")
    words = f"{current().weekday_short(day)} {current().day(day)}"
    if event.all_day:
        return words
    return f"{words}, {hours(event)}"


def hours(event: EventRow) -> str:
    """From when to when on the clock."""
    if event.all_day:
        return _("all day")
    if event.starts_at is None or event.ends_at is None:
        return ""
    return f"{current().clock(event.starts_at)}–{current().clock(event.ends_at)}"


def host(row: LectureRow) -> str:
    """Who invites, with the town where the name does not tell it; without a host the place."""
    town = row.event.town.partition(" (")[0]
    if not row.host:
        return row.event.place
    return row.host if town in row.host else f"{row.host}, {row.event.town}"


def place(row: LectureRow) -> str:
    """The place, unless it is at the host’s, who is named anyway."""
    return "" if row.host and row.event.place.startswith(row.host) else row.event.place


def school(row: LectureRow) -> str:
    """School type and grade."""
    form = label(row.schulform, current()) if row.schulform else ""
    return ", ".join(part for part in (form, row.school_grade) if part)


def people(row: LectureRow) -> str:
    """How many came, or are expected."""
    if row.actual is not None:
        return _("{count} came").format(count=current().number(row.actual))
    return "" if row.expected is None else _("{count} expected").format(count=current().number(row.expected))


def usage(found: OfferUsage) -> str:
    """How often an offer was held, whom it reached, and how many are planned."""
    if not found.held and not found.planned:
        return _("not held yet")
    held = ngettext("held {count} time", "held {count} times", found.held).format(count=current().number(found.held))
    reached = _("{count} people reached").format(count=current().number(found.reached))
    planned = _("{count} planned").format(count=current().number(found.planned))
    return " · ".join((held, reached, planned) if found.held else (held, planned))


def validity(draft: OfferDraft) -> str:
    """The days between which an offer is in use, "" without limit."""
    first = current().day(draft.valid_from) if draft.valid_from else ""
    last = current().day(draft.valid_until) if draft.valid_until else ""
    if first and last:
        return f"{first} – {last}"
    if first:
        return _("from {day}").format(day=first)
    return _("until {day}").format(day=last) if last else ""


def offer_badge(row: OfferRow, today: date) -> BadgeLook | None:
    """Marks an offer that may not be chosen anew: no longer, or not yet."""
    if row.is_over:
        return plain_badge(_("no longer offered"), "ban")
    if row.draft.valid_from is not None and row.draft.valid_from > today:
        return plain_badge(_("from {day}").format(day=current().day(row.draft.valid_from)), "clock")
    return None


def standing_badge(line: HeldLine) -> BadgeLook:
    """How a qualification stands: icon, word and colour."""
    look, words = theme.tokens(), label(line.standing, current())
    match line.standing:
        case QualificationStanding.expired:
            return BadgeLook(words, look.error, look.error_ground, "error")
        case QualificationStanding.expiring:
            return warning_badge(words, "clock")
    return BadgeLook(words, look.done, look.done_ground, "check")


def until(line: HeldLine) -> str:
    """Until when a qualification is valid."""
    return _("until {day}").format(day=current().day(line.valid_until)) if line.valid_until else _("without end")


def load(row: SpeakerRow) -> str:
    """Appointments of this month against what is agreed: 2 of 5."""
    capacity = row.staff.draft.capacity_per_month
    used = current().number(row.used)
    return used if capacity is None else _("{used} of {capacity}").format(used=used, capacity=capacity)


def left(row: SpeakerRow) -> str:
    """How many more appointments may be made this month."""
    capacity = row.staff.draft.capacity_per_month
    if capacity is None:
        return _("no limit")
    if row.used > capacity:
        return _("{count} too many").format(count=row.used - capacity)
    return _("{count} left").format(count=capacity - row.used)


def absence(row: SpeakerRow, today: date) -> str:
    """The absence that runs, or the next one; the reason stays in the inspector."""
    if row.away is None:
        return ""
    days = current().day_range(row.away.first_day, row.away.last_day)
    return _("away {days}").format(days=days) if row.away.first_day <= today else days


def outside() -> str:
    """What stands outside the house in place of a confidential speaker."""
    return _("Outside stands: “{words}”").format(words=_(CONFIDENTIAL_SPEAKER))

"""The columns of the tables on the councils page."""

from datetime import date

from domain.labels import label
from domain.rows.councils import CouncilRow, ResolutionRow, WatchKind, WatchRow
from domain.rows.event_row import EventRow
from domain.rows.meetings import TaskRow
from domain.rows.memberships import MembershipRow
from domain.rows.practice import PracticeRow
from domain.rules.ages import urgency_of_due
from domain.terms import TermState
from gui import icons
from gui.models.table import Cell, Column
from gui.pages.councils import words
from gui.texts import _, current, ngettext
from gui.widgets.badge import kreis_badge, state_badge


def council_columns(today: date) -> list[Column[CouncilRow]]:
    """Name over chair, Kreis, members, how long ago and when next, what is left to do; by the local day `today`."""
    return [
        Column(_("Council"), _council),
        Column(_("District"), lambda row: _kreis(row.kreis_ags), width=58),
        Column(_("Members"), _members, width=96),
        Column(_("Last session"), lambda row: _session(row, today), width=132),
        Column(_("Tasks"), _tasks, width=92),
    ]


def _council(row: CouncilRow) -> Cell:
    chair = _("Chair: {institution}").format(institution=row.chair) if row.chair else _("no chair")
    return Cell(row.name, second=chair, is_first=True)


def _kreis(ags: str | None) -> Cell:
    return Cell(badge=kreis_badge(ags)) if ags else Cell()


def _members(row: CouncilRow) -> Cell:
    if not row.members:
        return Cell("–", tone="muted")
    ending = ngettext("{count} term ends", "{count} terms end", row.ending).format(count=row.ending)
    return Cell(current().number(row.members), second=ending if row.ending else "")


def _session(row: CouncilRow, today: date) -> Cell:
    return Cell(words.since(row.last, today), second=words.coming(row.next), tone=words.tone_of(row, today))


def _tasks(row: CouncilRow) -> Cell:
    if not row.open_tasks:
        return Cell("–", tone="muted")
    left = _("{count} open").format(count=current().number(row.open_tasks))
    if not row.overdue_tasks:
        return Cell(left)
    late = _("{count} are overdue").format(count=current().number(row.overdue_tasks))
    return Cell(late, second=left, tone="error")


def member_columns() -> list[Column[MembershipRow]]:
    """Institution over role and person, and until when."""
    return [Column(_("Member"), _member), Column(_("Until"), _until, width=128)]


def _member(row: MembershipRow) -> Cell:
    role = label(row.draft.role, current())
    second = f"{role} · {row.contact}" if row.contact else role
    return Cell(row.member, second=second, is_first=True, tone="muted" if row.state is TermState.ended else "text")


def _until(row: MembershipRow) -> Cell:
    return Cell(words.until(row), second=words.term_words(row), tone=words.term_tone(row))


def session_columns() -> list[Column[EventRow]]:
    """Title over day, and the state."""
    return [
        Column(_("Session"), _titled),
        Column(_("State"), lambda row: Cell(badge=state_badge(row.state)), width=136),
    ]


def _titled(row: EventRow) -> Cell:
    day = current().day(row.start_day) if row.start_day else _("no date")
    return Cell(row.title, second=day, is_first=True)


def resolution_columns() -> list[Column[ResolutionRow]]:
    """What was decided over day and votes."""
    return [Column(_("Resolution"), _resolution)]


def _resolution(row: ResolutionRow) -> Cell:
    day = current().day(row.day) if row.day else _("no date")
    return Cell(row.wording, second=" · ".join(part for part in (day, row.votes, row.session) if part))


def task_columns(today: date) -> list[Column[TaskRow]]:
    """A tick, what is to do over who does it, and until when; red when it is overdue on the local day `today`."""
    return [
        Column(_("Task"), _task),
        Column(_("Due"), lambda row: _due(row, today), width=128),
    ]


def _task(row: TaskRow) -> Cell:
    draft = row.draft
    is_done = draft.done_on is not None
    about = row.about if draft.event_id else ""  # its own tasks need not name the council
    second = " · ".join(part for part in (row.who, about) if part)
    icon = "check" if is_done else "half"
    return Cell(draft.title, second=second, icon=icon, is_first=not is_done, is_struck=is_done)


def _due(row: TaskRow, today: date) -> Cell:
    draft = row.draft
    if draft.done_on is not None:
        return Cell(current().day(draft.done_on), second=_("done"), tone="muted")
    if draft.due is None:
        return Cell(_("no date"), tone="muted")
    late = (today - draft.due).days
    second = ngettext("{days} day late", "{days} days late", late).format(days=late) if late > 0 else ""
    return Cell(current().day(draft.due), second=second, tone=words.TONES[urgency_of_due(draft.due, today)])


def watch_columns(today: date) -> list[Column[WatchRow]]:
    """What recurs over its partners, Kreis, how long ago, interval, due day and next date."""
    return [
        Column(_("Exchange or council"), _watched),
        Column(_("District"), lambda row: _kreis(row.kreis_ags), width=64),
        Column(_("Last time"), lambda row: _last(row, today), width=132),
        Column(_("Interval"), _interval, width=136, hide_below=820),
        Column(_("Due"), lambda row: _next_due(row, today), width=104),
        Column(_("Next date"), _next, width=124),
    ]


def _interval(row: WatchRow) -> Cell:
    return Cell(words.every(row.interval_days) or _("not watched"), tone="muted")


def _watched(row: WatchRow) -> Cell:
    icon = "table" if row.kind is WatchKind.council else "arrows"
    second = _("Council") if row.kind is WatchKind.council else current().listing(row.partners)
    return Cell(row.name, second=second or _("Information exchange"), icon=icon, is_first=True)


def _last(row: WatchRow, today: date) -> Cell:
    second = current().day(row.last) if row.last else ""
    return Cell(words.since(row.last, today), second=second, tone=words.tone_of(row, today))


def _next_due(row: WatchRow, today: date) -> Cell:
    return Cell(current().day(row.due), tone=words.tone_of(row, today)) if row.due else Cell("–", tone="muted")


def _next(row: WatchRow) -> Cell:
    return Cell(current().day(row.next)) if row.next else Cell(_("none planned"), tone="muted")


def practice_columns() -> list[Column[PracticeRow]]:
    """Title over kind and day, Kreis, topics, and what came of it."""
    return [
        Column(_("Good example"), _example),
        Column(_("District"), lambda row: _kreis(row.event.kreis_ags), width=64),
        Column(_("Topics"), lambda row: Cell(", ".join(row.topics), tone="muted"), width=190, hide_below=900),
        Column(_("Result"), _result, width=320),
    ]


def _example(row: PracticeRow) -> Cell:
    day = current().day(row.event.start_day) if row.event.start_day else _("no date")
    kind = label(row.event.kind, current())
    return Cell(row.event.title, second=f"{kind} · {day}", icon=icons.KIND_ICONS[row.event.kind], is_first=True)


def _result(row: PracticeRow) -> Cell:
    if not row.has_profile:
        return Cell(_("no profile yet"), tone="muted")
    return Cell(" ".join(row.result.split()) or "–")

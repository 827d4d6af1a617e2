"""The columns of lectures, offers and people."""

from datetime import date

from domain.labels import label
from domain.rows.catalogue import LectureRow, OfferRow
from domain.rows.speakers import SpeakerDuty, SpeakerRow
from domain.terms import AssignmentRole, EventState, QualificationStanding
from gui import icons, theme
from gui.models.table import Cell, Column
from gui.pages.lectures import words
from gui.texts import _, current
from gui.widgets.badge import state_badge

OFF = frozenset({EventState.cancelled, EventState.declined, EventState.postponed})


def lecture_columns() -> list[Column[LectureRow]]:
    """Date, title with host, topic, school, who speaks, state, how many; the secondary ones give way first."""
    return [
        Column(_("Date"), _when, 122),
        Column(_("Lecture"), _lecture),
        Column(_("Topic"), lambda row: Cell(", ".join(row.topics) or "–", tone="muted"), 196, hide_below=900),
        Column(_("School"), _school, 148, hide_below=1080),
        Column(_("Speakers"), _speaker, 168, hide_below=620),
        Column(_("State"), lambda row: Cell(badge=state_badge(row.event.state)), 118, hide_below=480),
        Column(_("People"), _people, 84, is_right=True, hide_below=560),
    ]


def _when(row: LectureRow) -> Cell:
    day = row.event.start_day
    if day is None:
        return Cell(_("no date yet"), tone="muted")
    return Cell(f"{current().weekday_short(day)} {current().day(day)}", second=words.hours(row.event))


def _lecture(row: LectureRow) -> Cell:
    return Cell(row.event.title, second=words.host(row), is_first=True, is_struck=row.event.state in OFF)


def _school(row: LectureRow) -> Cell:
    if row.schulform is None:
        return Cell(row.school_grade or "–", tone="muted")
    return Cell(label(row.schulform, current()), second=row.school_grade)


def _speaker(row: LectureRow) -> Cell:
    if not row.speakers:
        return Cell(row.speaker_office or _("nobody yet"), tone="muted")
    names = ", ".join(speaker.name for speaker in row.speakers)
    if any(speaker.confidential for speaker in row.speakers):
        return Cell(names, second=_("internal only"), icon="eye-off")
    return Cell(names, icon="person")


def _people(row: LectureRow) -> Cell:
    if row.actual is not None:
        return Cell(current().number(row.actual), second=_("came"))
    if row.expected is None:
        return Cell("–", tone="muted")
    return Cell(current().number(row.expected), second=_("expected"))


def offer_columns(today: date) -> list[Column[OfferRow]]:
    """Title with topic and whether it is still offered, for whom, duration, how often it was held, whom it reached."""
    return [
        Column(_("Offer"), lambda row: _offer(row, today)),
        Column(_("For whom"), _for_whom, 232, hide_below=760),
        Column(_("Duration"), _duration, 84, is_right=True, hide_below=560),
        Column(_("Held"), lambda row: Cell(_figure(row.usage.held)), 84, is_right=True, hide_below=480),
        Column(_("Reached"), lambda row: Cell(_figure(row.usage.reached)), 84, is_right=True, hide_below=640),
    ]


def _offer(row: OfferRow, today: date) -> Cell:
    kind = row.draft.kind
    colour = theme.tokens().muted if row.is_over else theme.tokens().kinds[kind].mark
    second = " · ".join(part for part in (row.topic or label(kind, current()), words.validity(row.draft)) if part)
    tone = "muted" if row.is_over else "text"
    return Cell(
        row.draft.title,
        second=second,
        icon=icons.KIND_ICONS[kind],
        icon_colour=colour,
        is_first=True,
        tone=tone,
        badge=words.offer_badge(row, today),
    )


def _for_whom(row: OfferRow) -> Cell:
    first, *rest = row.target_groups or (row.draft.listeners or "–",)
    return Cell(first, second=", ".join(rest), tone="muted" if first == "–" else "text")


def _duration(row: OfferRow) -> Cell:
    minutes = row.draft.duration_minutes
    return Cell(current().duration(minutes)) if minutes else Cell("–", tone="muted")


def _figure(count: int) -> str:
    return current().number(count) if count else "–"


def speaker_columns(today: date) -> list[Column[SpeakerRow]]:
    """Name with office, the most pressing qualification, this month, appointments ahead, absence."""
    return [
        Column(_("Name"), _name),
        Column(_("Qualifications"), _held, 262, hide_below=600),
        Column(_("This month"), _load, 128, hide_below=480),
        Column(_("Ahead"), lambda row: Cell(_figure(row.ahead)), 96, is_right=True, hide_below=540),
        Column(_("Absence"), lambda row: _absence(row, today), 168, hide_below=840),
    ]


def _name(row: SpeakerRow) -> Cell:
    draft = row.staff.draft
    icon = "eye-off" if draft.confidential else "person"
    second = " · ".join(part for part in (_("internal only") if draft.confidential else "", draft.office) if part)
    return Cell(draft.name, second=second, icon=icon, is_first=True)


def _held(row: SpeakerRow) -> Cell:
    if not row.held:
        return Cell("–", tone="muted")
    first, *rest = row.held
    badge = None if first.standing is QualificationStanding.valid else words.standing_badge(first)
    dated = badge is not None or first.valid_until is not None
    second = words.until(first) if dated else ", ".join(line.name for line in rest)
    return Cell(first.name, second=second, badge=badge)


def _load(row: SpeakerRow) -> Cell:
    capacity = row.staff.draft.capacity_per_month
    if capacity is None:
        return Cell(current().number(row.used), second=words.left(row))
    tone = "error" if row.used > capacity else "gold" if row.used == capacity else "text"
    return Cell(words.load(row), second=words.left(row), tone=tone)


def _absence(row: SpeakerRow, today: date) -> Cell:
    shown = words.absence(row, today)
    is_now = row.away is not None and row.away.first_day <= today
    return Cell(shown or "–", tone="gold" if is_now else "muted")


def duty_columns() -> list[Column[SpeakerDuty]]:
    """An appointment of a person: title over date, state and role, if it is another than to speak."""
    return [Column(_("Appointment"), _duty)]


def _duty(row: SpeakerDuty) -> Cell:
    roles = ", ".join(label(role, current()) for role in row.roles if role is not AssignmentRole.speaker)
    second = " · ".join(part for part in (words.when(row.event), label(row.event.state, current()), roles) if part)
    kind = row.event.kind
    colour = theme.tokens().kinds[kind].mark
    return Cell(row.event.title, second=second, icon=icons.KIND_ICONS[kind], icon_colour=colour, is_first=True)

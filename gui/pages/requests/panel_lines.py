"""What the inspector tells of a request: name and value of everything that is filled in."""

from domain.labels import label
from domain.rows.requests import RequestRow, Wish
from domain.rules.ages import answer_due
from gui.pages.requests.columns import wished_days
from gui.texts import _, current

Lines = list[tuple[str, str]]


def lines_of(row: RequestRow) -> Lines:
    """Name and value of everything that is filled in, in the order in which people ask."""
    found = [*_what(row), *_when(row), *_who(row), *_where(row), *_inside(row)]
    return [(name, value) for name, value in found if value]


def _what(row: RequestRow) -> Lines:
    draft, language = row.draft, current()
    return [
        (_("Topic"), draft.topic),
        (_("Occasion"), draft.occasion),
        (_("Duration"), language.duration(draft.duration_minutes) if draft.duration_minutes else ""),
        (_("Equipment"), ", ".join(draft.equipment)),
    ]


def _when(row: RequestRow) -> Lines:
    draft, language = row.draft, current()
    hours = (
        f"{_clock(draft.from_minute)}–{_clock(draft.to_minute)}"
        if draft.from_minute is not None and draft.to_minute is not None
        else ""
    )
    due = answer_due(draft)
    return [
        (_("Wished"), "\n".join(map(_wish, draft.wishes)) or wished_days(row).strip("–")),
        (_("Period"), wished_days_of_window(row) if draft.wishes else ""),
        (_("Weekdays"), ", ".join(language.weekday_name(day) for day in draft.weekdays)),
        (_("Hours"), hours),
        (_("Received"), language.day(draft.received_on) if draft.received_on else ""),
        (_("Answer by"), language.day(due) if due else ""),
        (_("Waiting since"), language.day(row.waiting_since) if row.waiting_since else ""),
        (_("Decided on"), language.day(row.decided_on) if row.decided_on else ""),
        (_("Cause"), label(row.decline_cause, language) if row.decline_cause else ""),
        (_("Declined because"), row.declined_reason),
    ]


def wished_days_of_window(row: RequestRow) -> str:
    """The days of the wished period, which may stand beside wished dates."""
    first, last = row.draft.earliest, row.draft.latest
    if first is None or last is None:
        day = first or last
        return current().day(day) if day else ""
    return current().day_range(first, last)


def _wish(wish: Wish) -> str:
    language = current()
    days = language.day(wish.first_day)
    if wish.last_day != wish.first_day:
        days = language.day_range(wish.first_day, wish.last_day)
    told = f"{language.weekday_short(wish.first_day)} {days}"
    if wish.from_minute is None:
        return told
    hours = _clock(wish.from_minute) + (f"–{_clock(wish.to_minute)}" if wish.to_minute is not None else "")
    return f"{told}, {hours}"


def _who(row: RequestRow) -> Lines:
    draft, language = row.draft, current()
    teacher = {True: _("yes"), False: _("no"), None: ""}[draft.teacher_present]
    return [
        (_("For whom"), draft.listeners),
        (_("School type"), label(draft.schulform, language) if draft.schulform else ""),
        (_("School grade"), draft.school_grade),
        (_("Teacher present"), teacher),
        (_("Prior knowledge"), draft.prior_knowledge),
        (_("Expected"), language.number(draft.expected) if draft.expected is not None else ""),
        (_("Access"), _("closed group") if draft.closed else ""),
        (_("Press"), _("expected") if draft.press_expected else ""),
        (_("Contact"), ", ".join(part for part in (draft.contact_name, draft.contact_role) if part)),
        (_("Phone"), draft.phone),
        (_("E-mail"), draft.email),
    ]


def _where(row: RequestRow) -> Lines:
    draft = row.draft
    address = ", ".join(part for part in (draft.street, f"{draft.postcode} {draft.town}".strip()) if part)
    return [
        (_("Place"), draft.place),
        (_("Address"), address),
        (_("Room technique"), draft.room_technique),
        (_("Needs"), draft.needs),
    ]


def _inside(row: RequestRow) -> Lines:
    draft = row.draft
    return [
        (_("Priority"), str(draft.priority)),
        (_("Notes"), draft.notes),
        (_("Security (internal)"), draft.security_remarks),
    ]


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"

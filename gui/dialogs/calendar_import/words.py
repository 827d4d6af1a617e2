"""What the lines of a calendar file say: when, what, what becomes of it, and why."""

from collections.abc import Collection
from datetime import date, datetime

from domain.i18n import N_
from domain.labels import label
from domain.rows.calendar_import import CalendarEntry, CalendarLine, CalendarReport
from domain.terms import BERLIN, CalendarFate, DaySpan, EventState, TimeSpan
from gui.texts import _, current, ngettext
from gui.widgets.badge import BadgeLook, hint_badge, plain_badge, warning_badge

_FIELDS = {
    "title": N_("Title"),
    "when": N_("When"),
    "place": N_("Place"),
    "state": N_("State"),
    "text": N_("Text"),
}
_SHOWN = 60
_WRITTEN = frozenset({CalendarFate.new, CalendarFate.changed, CalendarFate.cancelled})


def is_taken(line: CalendarLine, left: Collection[tuple[str, str]]) -> bool:
    """Whether something of it would be stored."""
    return can_be_left(line) and line.entry is not None and line.entry.key not in left


def can_be_left(line: CalendarLine) -> bool:
    """Whether there is anything to take or leave."""
    return line.entry is not None and line.fate in _WRITTEN and not line.reason[0]


def when(entry: CalendarEntry | None) -> str:
    """Days or times of an entry, in Berlin."""
    if entry is None:
        return "–"
    if entry.all_day and entry.first_day:
        return current().span(DaySpan(entry.first_day, entry.last_day or entry.first_day))
    if entry.starts_at:
        return current().span(TimeSpan(entry.starts_at.astimezone(BERLIN), (entry.ends_at or entry.starts_at)))
    return "–"


def second(line: CalendarLine) -> str:
    """Reason, changes and hints, then place and kind: what asks for a look comes first."""
    parts = [current().text(*line.reason)] if line.reason[0] else []
    parts += [f"{_(_FIELDS.get(name, name))}: {_face(name, a)} → {_face(name, b)}" for name, a, b in line.changes]
    parts += [current().text(*hint) for hint in line.hints]
    if line.entry and line.entry.place:
        parts.append(" ".join(line.entry.place.split()))
    if line.kind is not None:
        parts.append(label(line.kind, current()))
    return " · ".join(parts)


def _face(name: str, value: object) -> str:
    text = " ".join(str(value or "").split())
    if name == "when" and "/" in text:
        first, last = text.split("/", 1)
        if "T" in first:
            return current().span(TimeSpan(datetime.fromisoformat(first), datetime.fromisoformat(last)))
        return current().span(DaySpan(date.fromisoformat(first), date.fromisoformat(last))) if first else "–"
    if name == "state":
        return label(EventState(text), current())
    if name == "place" and text.startswith(("site ", "partner ")):
        return _("the known place")
    return (text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…") or "–"


def fate_badge(line: CalendarLine, left: Collection[tuple[str, str]], theirs: Collection[tuple[str, str]]) -> BadgeLook:
    """What becomes of a line, with the person's choice."""
    key = line.entry.key if line.entry else ("", "")
    words = label(line.fate, current())
    if line.fate is CalendarFate.refused:
        return warning_badge(words)
    if line.fate is CalendarFate.conflict:
        return warning_badge(_("conflict: ours stays"))
    if can_be_left(line) and key in left:
        return plain_badge(_("is left"), "close")
    if key in theirs:
        return hint_badge(_("conflict: theirs counts"), "edit")
    icons = {CalendarFate.new: "plus", CalendarFate.changed: "edit", CalendarFate.cancelled: "close"}
    icon = icons.get(line.fate)
    return hint_badge(words, icon) if icon and can_be_left(line) else plain_badge(words, "check")


def counted(report: CalendarReport) -> str:
    """How many entries there are and what becomes of them; hidden ones and other components are told too."""
    figures = ", ".join(
        f"{current().number(report.count(fate))} {label(fate, current())}"
        for fate in CalendarFate
        if report.count(fate)
    )
    words = ngettext("{count} entry: {figures}.", "{count} entries: {figures}.", len(report.lines))
    parts = [words.format(count=current().number(len(report.lines)), figures=figures)]
    parts += [current().text(*hint) for hint in report.reading.hints]
    others = [
        _("{count} × {name} are no events and were left out.").format(count=n, name=name)
        for name, n in report.reading.others
    ]
    return " ".join([*parts, *others])


def taken_words(count: int) -> str:
    """How many entries were taken over."""
    words = ngettext("{count} entry taken over", "{count} entries taken over", count)
    return words.format(count=current().number(count))

"""How the overview says and paints what comes second: what is due, and conflicts."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from domain.labels import label
from domain.rows.due import DueKind, DueRow
from domain.rules import ages
from domain.terms import Grade
from gui import icons, theme
from gui.pages.overview import lines, words
from gui.texts import _, current, ngettext
from gui.widgets import paint

DUE_ICONS = {
    DueKind.permit: "key",
    DueKind.invitation: "mail",
    DueKind.report: "document",
    DueKind.step: "clock",
    DueKind.task: "check",
    DueKind.concern: "flag",
    DueKind.contact: "person",
    DueKind.exchange: "repeat",
    DueKind.term: "people",
    DueKind.qualification: "cap",
    DueKind.request: "inbox",
    DueKind.publication: "book",
    DueKind.handout: "document",
}


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A conflict in the words of the window's language."""

    event_id: UUID
    grade: Grade
    headline: str
    detail: str


def due_day(due: date, today: date) -> str:
    """heute, Do 29., or how long ago it was due."""
    late = (today - due).days
    if late > 0:
        return ngettext("{count} day late", "{count} days late", late).format(count=late)
    return words.near_day(due, today)


def due_title(row: DueRow) -> str:
    """What has to be done, in a few words."""
    place = row.place or row.title
    kind = label(row.event.kind, current()) if row.event is not None else ""
    what = current().gettext(row.what) if row.is_msgid else row.what
    sentence = {
        DueKind.permit: _("Apply for permit: {town}"),
        DueKind.invitation: _("Invitation {kind} {town}"),
        DueKind.report: _("Report {kind} {town}"),
        DueKind.step: _("{town}: {what}"),
        DueKind.task: _("{town}: {what}"),
        DueKind.concern: _("Answer {what}"),
        DueKind.contact: _("Review contact: {town}"),
        DueKind.exchange: _("Exchange overdue: {town}"),
        DueKind.term: _("Term ends: {town}"),
        DueKind.qualification: _("Renew {what}: {town}"),
        DueKind.request: _("Answer request: {town}"),
        DueKind.publication: _("{what}: {town}"),
        DueKind.handout: _("{what}: {town}"),
    }[row.kind]
    return sentence.format(kind=kind, town=place, what=what)


def spoken_due(row: DueRow, today: date) -> str:
    """What is due for screen readers and tooltips."""
    return f"{due_title(row)}, {due_day(row.due, today)}: {row.title}"


def spoken_finding(line: FindingLine) -> str:
    """A conflict for screen readers and tooltips."""
    grade = label(line.grade, current())
    return f"{grade}: {line.headline}. {line.detail}" if line.detail else f"{grade}: {line.headline}"


def draw_due(painter: QPainter, rect: QRectF, row: DueRow, today: date) -> None:
    """Icon, what is to be done, and until when."""
    look = theme.tokens()
    urgency = ages.urgency_of_due(row.due, today)
    pressing = row.due <= today
    lines.icon(painter, rect.x() + 16, rect.center().y(), DUE_ICONS[row.kind], lines.urgent(urgency, look.muted))
    inner = rect.adjusted(41, 0, -theme.GAP, 0)
    font = theme.text_font(theme.MEDIUM if pressing else theme.REGULAR)
    day = due_day(row.due, today)
    taken = paint.text(painter, inner, day, font, lines.urgent(urgency, look.muted), paint.RIGHT)
    title = inner.adjusted(0, 0, -taken - theme.GAP_SMALL, 0)
    paint.text(painter, title, due_title(row), theme.text_font(), look.text)


def draw_finding(painter: QPainter, rect: QRectF, line: FindingLine) -> None:
    """Octagon, triangle or bulb, the headline over who and when."""
    look = theme.tokens()
    colour = {Grade.error: look.error, Grade.warning: look.warning, Grade.hint: look.accent}[line.grade]
    spot = QRectF(rect.x() + 16, rect.center().y() - 9, 18, 18)
    icons.draw(painter, icons.GRADE_ICONS[line.grade], spot, colour)
    lines.title_and_note(painter, rect.adjusted(44, 0, -theme.GAP, 0), line.headline, line.detail)

"""The working hours of a joint patrol in words, as they follow from times and headcounts."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from domain.rows.events import EventDraft, PatrolFacts
from domain.rules.patrol_hours import PatrolHours, patrol_hours
from gui import theme
from gui.texts import _, current
from gui.widgets import labels


class PatrolLine(QWidget):
    """Both sides together, and each side; says what is missing while it cannot be told."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Working hours"))
        self.total = labels.Text(font=theme.text_font(theme.MEDIUM))
        self.parts = labels.note(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.total)
        column.addWidget(self.parts)

    def show_draft(self, draft: EventDraft) -> None:
        """Compute the hours of a draft."""
        found = patrol_hours(draft)
        total = found.total if found is not None else None
        self.total.setText("–" if total is None else current().duration(total))
        self.parts.setText(_missing(draft) if found is None or total is None else _parts(found))
        self.setAccessibleDescription(f"{self.total.text()}. {self.parts.text()}")


class PatrolReview(QWidget):
    """The hours again where the event is reviewed; hidden for other kinds."""

    def __init__(self) -> None:
        super().__init__()
        self.line = PatrolLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.GAP)
        column.setSpacing(0)
        column.addWidget(labels.heading(_("Working hours")))
        column.addWidget(self.line)
        self.hide()

    def show_draft(self, draft: EventDraft) -> None:
        """Show the hours of a patrol."""
        is_patrol = isinstance(draft.facts, PatrolFacts)
        self.setVisible(is_patrol)
        if is_patrol:
            self.line.show_draft(draft)


def _parts(found: PatrolHours) -> str:
    language = current()
    sides = []
    if found.police is not None:
        sides.append(_("Police {hours}").format(hours=language.duration(found.police)))
    if found.ordnungsamt is not None:
        sides.append(_("Ordnungsamt {hours}").format(hours=language.duration(found.ordnungsamt)))
    lasts = _("people × {time}").format(time=language.duration(found.minutes))
    return f"{', '.join(sides)} ({lasts})"


def _missing(draft: EventDraft) -> str:
    if draft.all_day:
        return _("Give times of day instead of whole days, so that hours can be told.")
    if draft.starts_at is None or draft.ends_at is None:
        return _("Give start and end under Details, so that hours can be told.")
    return _("People × time from start to end, as soon as the people are known.")

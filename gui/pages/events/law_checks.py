"""What the assembly law asks of a dialogue, beside its form: each point with its reason, in order or not."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from domain.rows.events import EventDraft
from domain.rules.assembly import LawCheck, assembly_checks
from gui import theme
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import Badge, BadgeLook
from gui.widgets.card import Line


class LawChecks(QWidget):
    """Three points of the VersammlG LSA; they remind, the office decides whether the law applies."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Assembly law"))
        self.points: dict[str, _Point] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.GAP_SMALL, 0, 0)
        column.setSpacing(theme.GAP_ROW)
        column.addWidget(Line())
        column.addWidget(labels.heading(_("Assembly law (VersammlG LSA)")))
        self._points = QVBoxLayout()
        self._points.setSpacing(theme.GAP_SMALL)
        column.addLayout(self._points)
        note = _("Whether an official dialogue is a public assembly is for the office to decide; these are reminders.")
        column.addWidget(labels.note(note, wrap=True))

    def show_draft(self, draft: EventDraft) -> None:
        """Check a draft."""
        for check in assembly_checks(draft):
            if check.key not in self.points:
                self.points[check.key] = _Point()
                self._points.addWidget(self.points[check.key])
            self.points[check.key].show_check(check)


class _Point(QWidget):
    """One point: badge with the paragraph, what is so, and why it matters."""

    def __init__(self) -> None:
        super().__init__()
        self.badge = Badge(lambda: _look("§", is_met=True))
        self.headline = labels.Text(font=theme.text_font(theme.MEDIUM), wrap=True)
        self.reason = labels.note(wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GAP_SMALL)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, 92)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.badge, 0, 0)
        grid.addWidget(self.headline, 0, 1)
        grid.addWidget(self.reason, 1, 1)

    def show_check(self, check: LawCheck) -> None:
        """Show whether the point is met."""
        self.badge.show_look(lambda: _look(check.paragraph, is_met=check.is_met))
        state = _("in order") if check.is_met else _("please check")
        self.badge.setAccessibleName(f"{check.paragraph}: {state}")
        self.headline.setText(current().gettext(check.headline))
        self.headline.set_tone("" if check.is_met else "error")
        self.reason.setText(current().gettext(check.reason))


def _look(words: str, *, is_met: bool) -> BadgeLook:
    look = theme.tokens()
    if is_met:
        return BadgeLook(words, look.done, look.done_ground, "check")
    return BadgeLook(words, look.error, look.error_ground, "error")

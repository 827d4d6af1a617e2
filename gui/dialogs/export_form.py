"""The left side of the export dialog: what, for whom, where, which kinds, when, in which format."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from domain.errors import Problem
from domain.i18n import N_
from domain.labels import label
from domain.region.kreise import kreise
from domain.terms import Audience, CalendarContent, EventKind
from gui import theme
from gui.dialogs.export_calendar import CalendarFields
from gui.dialogs.export_choice import FORMATS, PARTNER_FORMATS, ExportChoice, What
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.chips import ChipField
from gui.widgets.choice import Segmented
from gui.widgets.dates import DateField
from gui.widgets.problem_line import ProblemLine

_WHAT = ((What.calendar, N_("Calendar")), (What.events, N_("Events")), (What.partners, N_("Partners")))
_AUDIENCES = (Audience.public, Audience.partners, Audience.internal)


class ExportForm(QWidget):
    """Fields one under the other; `changed` is sent when the choice is another one."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language = current()
        self.what = Segmented([(what.value, _(msgid)) for what, msgid in _WHAT], name=_("What"))
        self.audience = Segmented([(each.value, label(each, language)) for each in _AUDIENCES], name=_("For whom"))
        self.kreise = ChipField(_("Districts"))
        self.kreise.set_choice({each.ags: each.name for each in kreise()})
        self.kinds = ChipField(_("Kinds"))
        self.kinds.set_choice({kind: label(kind, language) for kind in EventKind})
        self.first = DateField(_("From"), today)
        self.last = DateField(_("Until"), today)
        self.format = Segmented([(ending, _(msgid)) for ending, msgid in FORMATS.items()], name=_("Format"))
        self.partner_format = Segmented(
            [(ending, _(msgid)) for ending, msgid in PARTNER_FORMATS.items()], name=_("Format")
        )
        self.calendar = CalendarFields()
        self.problem = ProblemLine()
        self._rows: dict[str, tuple[QWidget, QWidget]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.GAP_ROW)
        self._grid.setColumnMinimumWidth(0, 72)
        self._grid.setColumnStretch(1, 1)
        self._build()
        for signal in (
            self.what.picked,
            self.audience.picked,
            self.kreise.values_changed,
            self.kinds.values_changed,
            self.first.date_changed,
            self.last.date_changed,
            self.format.picked,
            self.partner_format.picked,
        ):
            signal.connect(self._on_changed)
        self.calendar.changed.connect(self._on_changed)
        self._on_changed()

    def show_what(self, what: What) -> None:
        """Begin with this."""
        self.what.set_value(what.value)
        self._on_changed()

    def choice(self) -> ExportChoice:
        """What is chosen."""
        what = What(self.what.value())
        has_events = what is not What.partners
        return ExportChoice(
            what=what,
            audience=Audience(self.audience.value()),
            kreise=tuple(str(ags) for ags in self.kreise.values()),
            kinds=tuple(EventKind(str(kind)) for kind in self.kinds.values()) if has_events else (),
            first=self.first.day() if has_events else None,
            last=self.last.day() if has_events else None,
            ending=(self.format if has_events else self.partner_format).value(),
            **(self._of_calendars() if what is What.calendar else {}),
        )

    def _of_calendars(self) -> dict[str, Any]:
        fields = self.calendar
        content = fields.chosen_content()
        return {
            "content": content,
            "since": None if content is CalendarContent.complete else fields.since(),
            "tours": fields.shape(),
            "person_id": fields.person_id() if self.audience.value() == Audience.internal else None,
            "reminds": fields.reminder.isChecked(),
            "saved": fields.saved_filter(),
            "is_split": fields.each.isChecked(),
        }

    def show_problem(self, problem: Problem | None) -> None:
        """Say why nothing can be written so."""
        self.problem.show_words(current().error(problem) if problem else "")

    def _build(self) -> None:
        period = QWidget()
        row = QHBoxLayout(period)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_SMALL)
        for field in (self.first, self.last):
            field.setFixedWidth(124)
            row.addWidget(field)
        row.addStretch(1)
        self._add("what", _("What"), self.what)
        self._add("audience", _("For whom"), self.audience)
        self._add("kreise", _("Districts"), self.kreise)
        self._add("kinds", _("Kinds"), self.kinds)
        self._add("period", _("From, until"), period)
        self._grid.addWidget(self.calendar, self._grid.rowCount(), 0, 1, 2)
        self._grid.addWidget(self.problem, self._grid.rowCount(), 1)
        self._add("format", _("Format"), self.format)
        self._add("partner_format", _("Format"), self.partner_format)

    def _add(self, key: str, words: str, widget: QWidget) -> None:
        row = self._grid.rowCount()
        named = labels.Text(words, tone="muted")
        named.setBuddy(widget)
        self._grid.addWidget(named, row, 0)
        self._grid.addWidget(widget, row, 1)
        self._rows[key] = (named, widget)

    def _on_changed(self) -> None:
        what = What(self.what.value())
        self._show_row("kinds", is_shown=what is not What.partners)
        self._show_row("period", is_shown=what is not What.partners)
        self._show_row("format", is_shown=what is What.events)
        self._show_row("partner_format", is_shown=what is What.partners)
        self.calendar.setVisible(what is What.calendar)
        self.calendar.show_audience(Audience(self.audience.value()))
        self.changed.emit()

    def _show_row(self, key: str, *, is_shown: bool) -> None:
        for widget in self._rows[key]:
            widget.setVisible(is_shown)

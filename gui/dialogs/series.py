"""Asks for the further days of a series and shows them before they are made."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from domain.region.holidays import shipped_calendar
from domain.rows.events import EventDraft
from domain.rules.local import first_day_of
from domain.rules.series import Rhythm, SeriesDates, SeriesRule, series_dates, series_problems
from gui import theme
from gui.dialogs.dialog import Dialog
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.choice import CheckBox
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.field import NumberField

_WIDTH, _LIST_HEIGHT = 520, 220
_TIMES = 6


class SeriesDialog(Dialog):
    """Rhythm, end and what to skip; the list shows every day, and those left out with the reason.

    `picked` brings the days after the event's own, at least one.
    """

    picked = Signal(object)  # tuple of days

    def __init__(self, draft: EventDraft, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(_("Make a series"), _("Add events"), parent)
        self.setMinimumWidth(_WIDTH)
        self._first = first_day_of(draft) or today()
        self._days: tuple[date, ...] = ()
        self.rhythm = Combo(_("Rhythm"))
        self.interval = NumberField(_("Every how many weeks or months"), 1, 52)
        self.times = NumberField(_("Number of dates"), 1, 400)
        self.until = DateField(_("Until"), today)
        self.public = CheckBox(_("Leave out public holidays"))
        self.school = CheckBox(_("Leave out school holidays"))
        self.summary = labels.Text(font=theme.text_font(theme.MEDIUM), wrap=True)
        self.list = QWidget()
        self._fill()
        self._lay_out()
        self._connect()
        self.show_days()

    def _fill(self) -> None:
        weekday = current().weekday(self._first)
        self.rhythm.add(Rhythm.weekly, _("Weekly on {weekday}").format(weekday=weekday))
        self.rhythm.add(Rhythm.monthly_by_day, _("Monthly on the {day}.").format(day=self._first.day))
        self.rhythm.add(Rhythm.monthly_by_weekday, _("Monthly on the same {weekday}").format(weekday=weekday))
        self.interval.set_number(1)
        self.times.set_number(_TIMES)
        self.public.setChecked(True)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GAP_ROW)
        grid.setVerticalSpacing(theme.GAP_SMALL)
        grid.setColumnMinimumWidth(0, theme.FORM_LABEL_WIDTH)
        grid.setColumnStretch(2, 1)
        for line, (words, field) in enumerate(
            (
                (_("Rhythm"), self.rhythm),
                (_("Every"), self.interval),
                (_("Number of dates"), self.times),
                (_("or until"), self.until),
            )
        ):
            label = labels.Text(words, tone="muted")
            label.setBuddy(field)
            grid.addWidget(label, line, 0)
            grid.addWidget(field, line, 1)
        grid.addWidget(self.public, 4, 1, 1, 2)
        grid.addWidget(self.school, 5, 1, 1, 2)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFixedHeight(_LIST_HEIGHT)
        self.area.setAccessibleName(_("Dates of the series"))
        self.content.addLayout(grid)
        self.content.addWidget(self.summary)
        self.content.addWidget(self.area, 1)

    def _connect(self) -> None:
        self.rhythm.activated.connect(self.show_days)
        self.interval.textEdited.connect(self.show_days)
        self.times.textEdited.connect(self.show_days)
        self.until.date_changed.connect(self._on_until)
        self.public.clicked.connect(self.show_days)
        self.school.clicked.connect(self.show_days)
        self.primary.clicked.connect(self._on_primary)

    def rule(self) -> SeriesRule:
        """The series as it is set."""
        return SeriesRule(
            self._first,
            Rhythm(str(self.rhythm.value())),
            self.interval.number() or 0,
            until=self.until.day(),
            times=self.times.number(),
            skip_public_holidays=self.public.isChecked(),
            skip_school_holidays=self.school.isChecked(),
        )

    def show_days(self, _change: object = None) -> None:
        """Find the days anew and list them."""
        rule = self.rule()
        problems = series_problems(rule)
        found = SeriesDates((), ()) if problems else series_dates(rule, shipped_calendar())
        self._days = tuple(day for day in found.days if day != self._first)
        if problems:
            self.summary.setText(current().error(problems[0]))
        else:
            words = ngettext("{count} further event", "{count} further events", len(self._days))
            self.summary.setText(words.format(count=current().number(len(self._days))))
        self.summary.set_tone("error" if problems else "")
        self.primary.setEnabled(bool(self._days))
        self._list(found)

    def _list(self, found: SeriesDates) -> None:
        self.list = QWidget()
        self.list.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        column = QVBoxLayout(self.list)
        column.setSpacing(theme.GAP_TINY)
        lines = [(day, "") for day in found.days] + [(skipped.day, skipped.holiday) for skipped in found.skipped]
        for day, holiday in sorted(lines):
            words = f"{current().weekday_short(day)} {current().day(day)}"
            if holiday:
                column.addWidget(
                    labels.Text(_("{day}: left out, {holiday}").format(day=words, holiday=holiday), tone="gold")
                )
            elif day == self._first:
                column.addWidget(labels.Text(_("{day}: this event").format(day=words), tone="muted"))
            else:
                column.addWidget(labels.Text(words))
        column.addStretch(1)
        self.area.setWidget(self.list)

    def _on_until(self, day: date | None) -> None:
        if day is not None and day > self._first + timedelta(days=1):
            self.times.set_number(None)
        self.show_days()

    def _on_primary(self) -> None:
        self.picked.emit(self._days)
        self.accept()

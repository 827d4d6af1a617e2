"""How a Kreis stands, in words: figures, what happened and is coming, earlier half-years, the way to its targets."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from domain.labels.half_years import half_year
from domain.rows.coverage import GapStory, KreisCoverage
from domain.rows.event_row import EventRow
from gui import theme
from gui.pages.coverage import words
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.meter import TargetMeter

_MOST_BOXES = 11


class Situation(QWidget):
    """The story of a gap; `opened` brings an event, `targets_asked` the wish to change targets."""

    opened = Signal(object)  # UUID of an event
    targets_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._events: dict[Button, object] = {}
        self.meter = TargetMeter(_("Target"))
        self.counts = labels.Text(wrap=True)
        self.standing = labels.Text(font=theme.text_font(theme.SEMIBOLD), wrap=True)
        self.sentences = labels.Text(wrap=True)
        self.reached = labels.note(wrap=True)
        self.last = Button(weight=Weight.link, icon="calendar")
        self.coming = Button(weight=Weight.link, icon="next")
        self.targets = Button(_("Change targets …"), icon="edit")
        self.grid = QGridLayout()
        self._cells: list[labels.Text] = []
        self._build()

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP)
        column.setSpacing(theme.GAP_SMALL)
        for part in (self.standing, self.counts, self.meter, self.sentences, self.last, self.coming, self.reached):
            column.addWidget(part)
        column.addSpacing(theme.GAP_SMALL)
        column.addWidget(labels.heading(_("Earlier half-years")))
        self.grid.setHorizontalSpacing(theme.GAP)
        self.grid.setVerticalSpacing(theme.GAP_TINY)
        column.addLayout(self.grid)
        column.addSpacing(theme.GAP_SMALL)
        column.addWidget(self.targets)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.targets.clicked.connect(self.targets_asked)
        for button in (self.last, self.coming):
            button.clicked.connect(partial(self._on_event, button))

    def show_kreis(self, each: KreisCoverage) -> None:
        """Show the figures of a Kreis."""
        self.standing.setText(f"{words.name(each.kreis_ags)}: {words.standing(each)}")
        self.counts.setText(words.counts(each))
        self.meter.set_counts(each.held, each.planned, each.target)
        self.meter.setVisible(0 < max(each.target, each.held + each.planned) <= _MOST_BOXES)
        self.reached.setText(
            _("{count} people reached, {figure} per 1,000 inhabitants").format(
                count=current().number(each.reached), figure=current().number(round(each.per_thousand, 1))
            )
        )
        self._show_trend(each)

    def show_story(self, story: GapStory, each: KreisCoverage, today: date) -> None:
        """Tell what lies behind the figures."""
        self.sentences.setText("\n".join(words.story_lines(story, each, today)))
        self._events.clear()
        self._show_event(self.last, story.last)
        self._show_event(self.coming, story.coming)

    def _show_event(self, button: Button, event: EventRow | None) -> None:
        button.setVisible(event is not None)
        if event is not None and event.start_day is not None:
            self._events[button] = event.id
            words_ = f"{current().day(event.start_day)} {event.title}"
            button.setToolTip(words_)
            button.setAccessibleName(_("Open {event}").format(event=words_))
            button.setText(self._fitting(words_))

    @staticmethod
    def _fitting(text: str) -> str:
        room = theme.INSPECTOR_WIDTH - 2 * theme.GAP - 32
        return QFontMetrics(theme.text_font(theme.MEDIUM)).elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _show_trend(self, each: KreisCoverage) -> None:
        """A line for each half-year, the newest first: the text of the little bars."""
        for cell in self._cells:
            self.grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = []
        heads = (_("Half-year"), _("Held"), _("Planned"), _("Target"))
        lines = [heads] + [
            (half_year(point.half_year, current()), str(point.held), str(point.planned), str(point.target or "–"))
            for point in reversed(each.trend)
        ]
        for row, line in enumerate(lines):
            for column, text in enumerate(line):
                cell = labels.note(text) if row == 0 or column == 0 else labels.note(text, tone="")
                self.grid.addWidget(cell, row, column)
                self._cells.append(cell)

    def _on_event(self, button: Button) -> None:
        if (event_id := self._events.get(button)) is not None:
            self.opened.emit(event_id)

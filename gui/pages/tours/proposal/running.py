"""While the engine plans: what it does, how good the best plan is so far, and taking that one."""

import math

from PySide6.QtCore import QElapsedTimer, QRectF, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.i18n import N_
from domain.overriding import override
from domain.planning.plan import Phase, Plan, Progress
from gui import theme
from gui.texts import _, current
from gui.widgets import labels, paint
from gui.widgets.button import Button

PHASES = {
    Phase.preparing: N_("Reading requests, vehicles and drives …"),
    Phase.searching: N_("Searching for a first good plan …"),
    Phase.listing: N_("Listing every possible day …"),
    Phase.bounding: N_("Reckoning how good a plan can be at all …"),
    Phase.choosing: N_("Choosing the best days …"),
}
_BAR_HEIGHT = 6
_BEAT_MS = 250


class RunningView(QWidget):
    """How far planning is; `take_asked` is sent when the best plan so far is good enough."""

    take_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.phase = labels.Text(font=theme.text_font(theme.MEDIUM))
        self.quality = labels.title()
        self.bar = _Bar()
        self.clock = labels.note()
        self.take = Button(_("Take the best plan so far"), icon="check")
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self.take_asked)
        row = QHBoxLayout()
        row.addWidget(self.take)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_ROW)
        column.addStretch(2)
        for part in (self.phase, self.quality, self.bar, self.clock):
            column.addWidget(part)
        column.addSpacing(theme.GAP)
        column.addLayout(row)
        column.addStretch(3)
        self._seconds = 1.0
        self._engine_seconds = 0.0
        self._is_ending = False
        self._since = QElapsedTimer()
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._show_clock)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._beat.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._beat.stop()

    def begin(self, seconds: float) -> None:
        """Planning begins and may take so long."""
        self._seconds = seconds
        self._is_ending = False
        self._since.start()
        self.show_progress(Progress(Phase.preparing, 0.0))

    def show_progress(self, progress: Progress) -> None:
        """Say where planning is; the button waits for the first plan."""
        if not self._is_ending:
            self.phase.setText(_(PHASES[progress.phase]))
            self.take.setEnabled(progress.cost is not None)
        self.quality.setText(quality(progress.cost, progress.bound))
        self._engine_seconds = progress.seconds
        self._show_clock()

    def _show_clock(self) -> None:
        """How long it has taken since it was asked for; the engine's own clock starts later and ticks seldom."""
        passed = min(self._seconds, max(self._engine_seconds, self._since.elapsed() / 1000))
        limit, shown = current().number(round(self._seconds)), _("{seconds} of at most {limit} seconds")
        self.clock.setText(shown.format(seconds=current().number(int(passed)), limit=limit))
        self.bar.set_share(passed / self._seconds)
        self.bar.setAccessibleName(f"{self.phase.text()} {self.clock.text()}")

    def end(self) -> None:
        """The best plan so far was asked for; it comes in a moment."""
        self._is_ending = True
        self.take.setEnabled(False)
        self.phase.setText(_("Bringing the best plan so far …"))


class _Bar(QWidget):
    """A track that fills as time passes."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(_BAR_HEIGHT)

    def set_share(self, share: float) -> None:
        """Fill the track to this share, 1.0 = full."""
        self._share = min(1.0, max(0.0, share))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            track = QRectF(self.rect())
            paint.box(painter, track, _BAR_HEIGHT / 2, look.off)
            track.setWidth(max(float(_BAR_HEIGHT), track.width() * self._share))
            paint.box(painter, track, _BAR_HEIGHT / 2, look.accent)


def quality(cost: int | None, bound: float | None) -> str:
    """How good the best plan is, as far as that is known while planning."""
    if cost is None:
        return _("No plan yet")
    if bound is None or bound <= 0:
        return _("A first plan is found")
    return _at_most(max(0.0, (cost - bound) / bound))


def plan_quality(plan: Plan) -> str:
    """How good a finished plan is."""
    if plan.proven:
        return _("Proven: no better plan exists")
    return _("A good plan; how far from the best is not known") if plan.gap is None else _at_most(plan.gap)


def _at_most(gap: float) -> str:
    """The share above the optimum with one digit, rounded up so that it never promises too much."""
    tenths = math.ceil(round(gap * 1000, 6))
    return _("At most {gap} % above the best possible").format(gap=current().number(tenths / 10))

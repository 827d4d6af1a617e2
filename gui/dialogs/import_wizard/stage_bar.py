"""The four stages of reading a file in one line: which are done, which is in front."""

from enum import IntEnum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from domain.i18n import N_
from domain.overriding import override
from gui import icons, theme
from gui.texts import _
from gui.widgets import paint

_DOT = 20
_LINE_WIDTH = 32
_HEIGHT = 28


class Stage(IntEnum):
    """The parts of the dialog, in order."""

    file = 0
    columns = 1
    preview = 2
    done = 3


_NAMES = {
    Stage.file: N_("File"),
    Stage.columns: N_("Columns"),
    Stage.preview: N_("Preview"),
    Stage.done: N_("Done"),
}


class StageBar(QWidget):
    """Numbers and names side by side; a stage behind us bears a tick, the present one is filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = Stage.file
        self._skipped: frozenset[Stage] = frozenset()
        self.setFixedHeight(_HEIGHT)
        self.show_stage(Stage.file)

    def show_stage(self, stage: Stage, skipped: frozenset[Stage] = frozenset()) -> None:
        """Show which stage is in front; `skipped` ones are left out: contacts have no columns."""
        self._stage, self._skipped = stage, skipped
        shown = self._shown()
        words = _("Step {number} of {count}: {name}")
        number = shown.index(stage) + 1
        self.setAccessibleName(words.format(number=number, count=len(shown), name=_(_NAMES[stage])))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            left = 0.0
            for number, stage in enumerate(self._shown(), start=1):
                if number > 1:
                    painter.fillRect(QRectF(left, _HEIGHT / 2, _LINE_WIDTH, 1), theme.tokens().outline)
                    left += _LINE_WIDTH + theme.GAP_SMALL
                left = self._paint_stage(painter, left, number, stage)

    def _paint_stage(self, painter: QPainter, left: float, number: int, stage: Stage) -> float:
        """Paint one stage and give the place where the next begins."""
        look = theme.tokens()
        dot = QRectF(left, (_HEIGHT - _DOT) / 2, _DOT, _DOT)
        is_present, is_over = stage is self._stage, stage < self._stage
        paint.box(painter, dot, _DOT / 2, look.fill if is_present else None, look.done if is_over else look.outline)
        if is_over:
            icons.draw(painter, "check", dot.adjusted(3, 3, -3, -3), look.done)
        else:
            colour = look.on_fill if is_present else look.muted
            paint.text(painter, dot, str(number), theme.small_font(theme.MEDIUM), colour, paint.CENTER)
        font = theme.text_font(theme.SEMIBOLD if is_present else theme.REGULAR)
        words = QRectF(dot.right() + theme.GAP_SMALL, 0, 240, _HEIGHT)
        taken = paint.text(painter, words, _(_NAMES[stage]), font, look.text if is_present else look.muted)
        return words.x() + taken + theme.GAP_SMALL

    def _shown(self) -> list[Stage]:
        return [stage for stage in Stage if stage not in self._skipped]

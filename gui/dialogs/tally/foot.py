"""The foot of the tally: take the last stroke back, what was struck last, how to count, and the end."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from domain.overriding import override
from gui import theme
from gui.dialogs.tally.big_button import TARGET
from gui.texts import _
from gui.widgets import labels, paint
from gui.widgets.button import Button

HEIGHT = 72
_BUTTON = 48
_ROOM_FOR_HINT = 1180


class TallyFoot(QWidget):
    """Shows the last stroke, or what went wrong in the colour of errors."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.back = Button(_("Take last stroke back"), icon="undo")
        self.back.note = _("Backspace")
        self.finish = Button(_("Finish and report"), icon="check")
        for button in (self.back, self.finish):
            button.setFixedHeight(_BUTTON)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(button.sizeHint().width() + theme.GAP)
        self.line = labels.ElidedText()
        self.line.setAccessibleName(_("Last stroke"))
        self.hint = labels.Text(tone="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, 0, theme.MARGIN, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.back)
        row.addWidget(self.line, 1)
        row.addWidget(self.hint)
        row.addWidget(self.finish)

    def say(self, words: str, *, is_trouble: bool = False) -> None:
        """Tell the last stroke, or why it was not counted."""
        self.line.set_tone("error" if is_trouble else "")
        self.line.setText(words)
        self.line.setAccessibleDescription(words)

    def fit(self, width: int, groups: int) -> None:
        """Say which keys count, where there is room."""
        words = _("Keys 1 to {last} count, with Shift five each, G a longer talk")
        self.hint.setText(words.format(last=groups))
        self.hint.setVisible(width >= _ROOM_FOR_HINT and groups > 0)
        is_narrow = width < TARGET * 14
        self.back.setText("" if is_narrow else _("Take last stroke back"))
        self.back.setAccessibleName(_("Take last stroke back"))
        self.back.note = "" if is_narrow else _("Backspace")
        self.back.setMinimumWidth(TARGET if is_narrow else self.back.sizeHint().width() + theme.GAP)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            painter.fillRect(self.rect(), look.base)
            painter.fillRect(QRectF(0, 0, self.width(), 1), look.hairline)

"""Notice boxes: error, warning, hint and done, with icon, text and buttons that help."""

from dataclasses import dataclass
from enum import StrEnum, auto

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.overriding import override
from gui import icons, theme
from gui.texts import _
from gui.widgets import labels, paint
from gui.widgets.button import Button, Weight


class Tone(StrEnum):
    """What a notice is about."""

    error = auto()
    warning = auto()
    hint = auto()
    done = auto()


@dataclass(frozen=True)
class ToneLook:
    """Icon, mark and ground of a tone."""

    icon: str
    mark: QColor
    ground: QColor


def tone_look(tone: Tone) -> ToneLook:
    """How a tone looks in the theme in use."""
    look = theme.tokens()
    return {
        Tone.error: ToneLook("error", look.error, look.error_ground),
        Tone.warning: ToneLook("warning", look.warning, look.warning_ground),
        Tone.hint: ToneLook("hint", look.accent, look.hint_ground),
        Tone.done: ToneLook("check", look.done, look.done_ground),
    }[tone]


def tone_name(tone: Tone) -> str:
    """The word that stands for the icon and colour of a tone."""
    return {Tone.error: _("Error"), Tone.warning: _("Warning"), Tone.hint: _("Hint"), Tone.done: _("Done")}[tone]


class Notice(QWidget):
    """A box with icon, headline, a second line, and repairs as full-width buttons or actions in a row.

    `icon` stands in place of the tone's own where that says more.
    """

    def __init__(self, tone: Tone, headline: str, line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.icon = ""
        self.headline = labels.Text(headline, font=theme.text_font(theme.MEDIUM), wrap=True)
        self.line = labels.note(line, wrap=True)
        if not line:
            self.line.hide()  # showing it before it lies in the box would open a window
        self.setAccessibleName(f"{tone_name(tone)}: {headline}")
        self.setAccessibleDescription(line)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(38, 9, theme.GAP_ROW, 9)
        self._column.setSpacing(0)
        self._column.addWidget(self.headline)
        self._column.addWidget(self.line)
        self._column.addStretch(1)  # text and buttons stay at the top of a box that is taller than they need
        self._actions: QHBoxLayout | None = None
        self._has_repairs = False

    def show_words(self, headline: str, line: str = "") -> None:
        """Say something else in both lines."""
        self.headline.setText(headline)
        self.setAccessibleName(f"{tone_name(self._tone)}: {headline}")
        self.set_line(line)

    def set_line(self, line: str) -> None:
        """Say something else in the second line."""
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.setAccessibleDescription(line)

    def add_repair(self, words: str, effect: str = "") -> Button:
        """A full-width button with its side effect at the right end."""
        button = Button(words, is_small=True)
        button.note = effect
        button.setMinimumWidth(1)  # long words are cut before the box grows wider than its panel
        self._insert_gap(theme.GAP_TINY if self._has_repairs else theme.GAP_SMALL)
        self._column.insertWidget(self._column.count() - 1, button)
        self._has_repairs = True
        return button

    def add_action(self, words: str, *, is_link: bool = False) -> Button:
        """A small button, or a link, in the row under the text."""
        if self._actions is None:
            self._insert_gap(theme.GAP_SMALL)
            self._actions = QHBoxLayout()
            self._actions.setSpacing(theme.GAP)
            self._actions.addStretch(1)
            self._column.insertLayout(self._column.count() - 1, self._actions)
        button = Button(words, is_small=True, weight=Weight.link if is_link else Weight.secondary)
        self._actions.insertWidget(self._actions.count() - 1, button)
        return button

    def _insert_gap(self, pixels: int) -> None:
        self._column.insertSpacing(self._column.count() - 1, pixels)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = tone_look(self._tone)
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), theme.RADIUS, look.ground, look.mark)
            icons.draw(painter, self.icon or look.icon, QRectF(13, 10, 16, 16), look.mark)


class MessageBar(QWidget):
    """One line above the page about trouble a person can act on; stays until closed or done away with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.error
        self.words = labels.Text(font=theme.text_font(theme.MEDIUM), wrap=True)
        self.close_button = Button(icon="close", weight=Weight.quiet, tip=_("Close message"), is_small=True)
        self.close_button.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.MARGIN + 38, 6, theme.MARGIN + 6, 6 + theme.GAP_SMALL)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.close_button)
        self.hide()

    def show_message(self, tone: Tone, words: str) -> None:
        """Show a line in the colours of `tone`."""
        self._tone = tone
        self.words.setText(words)
        self.setAccessibleName(f"{tone_name(tone)}: {words}")
        self.show()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = tone_look(self._tone)
        rect = QRectF(self.rect()).adjusted(theme.MARGIN, 0, -theme.MARGIN, -theme.GAP_SMALL)
        with paint.painting(self) as painter:
            paint.box(painter, rect, theme.RADIUS, look.ground, look.mark)
            icons.draw(painter, look.icon, QRectF(rect.x() + 13, rect.center().y() - 8, 16, 16), look.mark)

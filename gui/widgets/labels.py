"""Labels: plain text in the type scale, colours by tone, elided where asked."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from domain.overriding import override
from gui import theme
from gui.widgets.paint import painting


class Text(QLabel):
    """Plain text; what people typed is never read as markup.

    `tone` is "", muted, strong, accent, gold, error, warning or done; `wrap` lets it take several lines.
    """

    def __init__(
        self,
        words: str = "",
        *,
        font: QFont | None = None,
        tone: str = "",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font or theme.text_font())
        self.setWordWrap(wrap)
        if tone:
            self.setProperty("tone", tone)
        self.setText(words)

    def set_tone(self, tone: str) -> None:
        """Change the colour."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().polish(self)


class ElidedText(Text):
    """One line that gives way: too long text ends in an ellipsis and stands in full in the tooltip."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…") * 2, super().minimumSizeHint().height())

    @override
    def setText(self, words: str) -> None:
        super().setText(words)
        self.setToolTip(self.text() if self._is_too_long() else "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self._is_too_long() else "")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        with painting(self) as painter:
            painter.setFont(self.font())
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.rect(), int(self.alignment() | Qt.TextFlag.TextSingleLine), shown)

    def _is_too_long(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.text()) > self.width()


def title(words: str = "") -> Text:
    """A page title: 20 px semibold."""
    return Text(words, font=theme.title_font())


def section(words: str) -> Text:
    """A section head: 13 px semibold."""
    return Text(words, font=theme.text_font(theme.SEMIBOLD))


def heading(words: str) -> Text:
    """A heading inside a form: 13 px semibold in the strong colour."""
    return Text(words, font=theme.text_font(theme.SEMIBOLD), tone="strong")


def note(words: str = "", *, tone: str = "muted", wrap: bool = False) -> Text:
    """A second line: 12 px, muted unless a tone is given."""
    return Text(words, font=theme.small_font(), tone=tone, wrap=wrap)

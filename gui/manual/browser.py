"""The text of a chapter: pictures from our own files only, links to chapters inside, others in the web browser."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices, QImage, QPainter, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from domain.documents.manual_text import LINK, Chapter
from domain.overriding import override
from gui import theme
from gui.manual import html
from gui.manual.search import places
from gui.texts import _

_WIDEST = 720
_EDGE = 36
_ABOVE = 18
"""Pixels between the upper edge and a heading that was jumped to."""
_STEP, _SMALLEST, _LARGEST = 0.1, -2, 10
"""What one step adds to the size of letters, and how many steps there are below and above the usual."""


class ManualBrowser(QTextBrowser):
    """Shows one chapter at a time; `wandered` tells which, and its section, after a link, Back or Forward."""

    wandered = Signal(str, str)  # id of a chapter, anchor
    picture_asked = Signal(str)  # path of a picture that is to be seen larger

    def __init__(self, chapters: tuple[Chapter, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chapters = {chapter.id: chapter for chapter in chapters}
        self._zoom = 0
        self._words: Sequence[str] = ()
        self.setObjectName("manualText")
        self.setOpenLinks(False)
        self.setAccessibleName(_("Chapter of the manual"))
        # What is set in the width of the view must not change it by a bar that comes and goes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_EDGE)
        self.anchorClicked.connect(self._on_link)
        self.sourceChanged.connect(self._on_source)
        theme.notifier().changed.connect(self._renew)
        self._dress()

    def show_chapter(self, chapter_id: str, section: str = "") -> None:
        """Show a chapter from its beginning or from one of its sections."""
        url = QUrl(f"{LINK}{chapter_id}")
        url.setFragment(section)
        if url != self.source():
            self.setSource(url)
        elif section:
            self._scroll_to(section)
        else:
            self.verticalScrollBar().setValue(0)

    def chapter_id(self) -> str:
        """Which chapter is shown."""
        return _chapter_of(self.source())

    def zoom(self, steps: int) -> None:
        """Make the letters larger or smaller; 0 gives them their usual size."""
        self._zoom = max(_SMALLEST, min(_LARGEST, self._zoom + steps)) if steps else 0
        self._renew()

    def show_words(self, words: Sequence[str]) -> None:
        """Mark words wherever they stand."""
        self._words = words
        look, document = theme.tokens(), self.document()
        marks = []
        for place in places(document.toPlainText(), words) if words else ():
            cursor = QTextCursor(document)
            cursor.setPosition(place.start)
            cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
            marks.append(_mark(cursor, look.warning_ground, look.warning))
        self.setExtraSelections(marks)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        address = name.toString() if isinstance(name, QUrl) else name
        if kind == QTextDocument.ResourceType.ImageResource and address.startswith(html.PICTURE):
            return self._picture(address.removeprefix(html.PICTURE))
        if address.startswith(LINK):
            chapter = self._chapters.get(_chapter_of(QUrl(address)))
            return html.page(chapter) if chapter is not None else ""
        return None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        before = self._column()
        super().resizeEvent(event)
        if self._column() != before or event.oldSize() == QSize(-1, -1):
            self._renew()

    def _column(self) -> int:
        widest = round(_WIDEST * self._scale())
        return max(200, min(widest, self.viewport().width() - 2 * _EDGE))

    def _scale(self) -> float:
        return 1 + self._zoom * _STEP

    def _picture(self, path: str) -> QImage:
        """The picture, scaled once and well instead of by the text at every paint, with a hairline around it."""
        picture = QImage(path)
        if picture.isNull():
            return picture
        wide = min(self._column(), picture.width())
        ratio = self.devicePixelRatioF()
        scaled = picture.scaledToWidth(round(wide * ratio), Qt.TransformationMode.SmoothTransformation)
        scaled = scaled.convertToFormat(QImage.Format.Format_RGB32)
        painter = QPainter(scaled)
        painter.setPen(theme.tokens().hairline)
        painter.drawRect(0, 0, scaled.width() - 1, scaled.height() - 1)
        painter.end()
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def _dress(self) -> None:
        font = theme.text_font()
        font.setPixelSize(round(html.TEXT * self._scale()))
        self.document().setDefaultStyleSheet(html.style(self._scale()))
        self.document().setDefaultFont(font)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(self._column() + 2 * _EDGE)

    def _renew(self) -> None:
        """Set the chapter anew in the width, size and colours of now, at the place where the person reads."""
        bar = self.verticalScrollBar()
        part = bar.value() / (bar.maximum() or 1)
        self._dress()
        if not self.source().isEmpty():
            self.reload()
        bar.setValue(round(part * bar.maximum()))
        self.show_words(self._words)

    def _scroll_to(self, section: str) -> None:
        """Bring a heading near the upper edge, not against it."""
        self.scrollToAnchor(section)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - _ABOVE)

    def _on_source(self, url: QUrl) -> None:
        if url.hasFragment():
            self._scroll_to(url.fragment())
        self.show_words(self._words)
        self.wandered.emit(_chapter_of(url), url.fragment())

    def _on_link(self, url: QUrl) -> None:
        address = url.toString()
        if address.startswith(LINK):
            self.show_chapter(_chapter_of(url), url.fragment())
        elif address.startswith(html.PICTURE):
            self.picture_asked.emit(address.removeprefix(html.PICTURE))
        elif url.scheme() in {"http", "https", "mailto"}:
            QDesktopServices.openUrl(url)


def _mark(place: QTextCursor, ground: QColor, text: QColor) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = place
    mark.format.setBackground(ground)
    mark.format.setForeground(text)
    return mark


def _chapter_of(url: QUrl) -> str:
    return url.toString().partition("#")[0].removeprefix(LINK)

"""The text of a chapter: pictures from our own files only, links to chapters inside, others in the web browser."""

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from domain.documents.manual_text import LINK, Chapter
from domain.overriding import override
from gui import theme
from gui.manual import html
from gui.texts import _

_WIDEST = 760
_EDGE = 36


class ManualBrowser(QTextBrowser):
    """Shows one chapter at a time; `wandered` tells which after a link, Back or Forward."""

    wandered = Signal(str)  # id of a chapter

    def __init__(self, chapters: tuple[Chapter, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chapters = {chapter.id: chapter for chapter in chapters}
        self._zoom = 0
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setAccessibleName(_("Chapter of the manual"))
        # What is set in the width of the view must not change it by a bar that comes and goes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_EDGE)
        self.anchorClicked.connect(self._on_link)
        self.sourceChanged.connect(lambda url: self.wandered.emit(_chapter_of(url)))
        theme.notifier().changed.connect(self._renew)
        self._dress()

    def show_chapter(self, chapter_id: str, section: str = "") -> None:
        """Show a chapter from its beginning or from one of its sections."""
        url = QUrl(f"{LINK}{chapter_id}")
        url.setFragment(section)
        if url == self.source():
            self.scrollToAnchor(section)
        else:
            self.setSource(url)

    def chapter_id(self) -> str:
        """Which chapter is shown."""
        return _chapter_of(self.source())

    def zoom(self, steps: int) -> None:
        """Make the letters larger or smaller; 0 gives them their usual size."""
        change = steps or -self._zoom
        self._zoom += change
        self.zoomIn(change)

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
        return max(200, min(_WIDEST, self.viewport().width() - 2 * _EDGE))

    def _picture(self, path: str) -> QImage:
        """The picture, scaled once and well instead of by the text at every paint."""
        picture = QImage(path)
        if picture.isNull():
            return picture
        wide = min(self._column(), picture.width())
        ratio = self.devicePixelRatioF()
        scaled = picture.scaledToWidth(round(wide * ratio), Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def _dress(self) -> None:
        self.document().setDefaultStyleSheet(html.style())
        self.document().setDefaultFont(theme.text_font())

    def _renew(self) -> None:
        """Set the chapter anew in the width and colours of now, at the place where the person reads."""
        place = self.verticalScrollBar().value()
        self._dress()
        if not self.source().isEmpty():
            self.reload()
        self.verticalScrollBar().setValue(place)

    def _on_link(self, url: QUrl) -> None:
        if url.toString().startswith(LINK):
            self.show_chapter(_chapter_of(url), url.fragment())
        elif url.scheme() in {"http", "https", "mailto"}:
            QDesktopServices.openUrl(url)


def _chapter_of(url: QUrl) -> str:
    return url.toString().partition("#")[0].removeprefix(LINK)

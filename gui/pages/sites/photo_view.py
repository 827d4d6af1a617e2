"""The photo of a site: shown, chosen, dropped, described, removed."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from domain.overriding import override
from gui import theme
from gui.dialogs import files
from gui.texts import _
from gui.widgets import labels, paint
from gui.widgets.button import Button, Weight
from gui.widgets.field import Field

_ENDINGS = (".png", ".jpg", ".jpeg")
_LEAST, _USUAL = QSize(120, 90), QSize(300, 200)


class PhotoView(QWidget):
    """Shows a photo and what it shows; a file can be chosen, or dropped on it."""

    picked = Signal(object)  # Path
    described = Signal(str)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slot = _Slot()
        self.choose = Button(_("Choose picture …"), icon="folder")
        self.remove = Button(_("Remove"), weight=Weight.quiet)
        self.alt = Field(name=_("What the photo shows"))
        self.alt.setPlaceholderText(_("e.g. entrance from the north, sockets at the left"))
        self._told = ""
        named = labels.note(_("What the photo shows, for readers who cannot see it"), wrap=True)
        named.setBuddy(self.alt)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP_SMALL)
        for button in (self.choose, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        column.setSpacing(theme.GAP_ROW)
        column.addWidget(self.slot, 1)
        column.addLayout(buttons)
        column.addWidget(named)
        column.addWidget(self.alt)
        column.addWidget(labels.note(_("Kept small and without place and camera data."), wrap=True))
        self.slot.dropped.connect(self.picked)
        self.choose.clicked.connect(self._on_choose)
        self.remove.clicked.connect(self.removed)
        self.alt.editingFinished.connect(self._on_described)

    def show_photo(self, content: bytes | None, alt: str, *, is_lost: bool = False) -> None:
        """Show a photo with its description; None is none, `is_lost` one that is no longer kept."""
        self.slot.show_picture(QImage.fromData(content) if content else QImage(), alt, is_lost=is_lost)
        has_photo = content is not None
        self.remove.setEnabled(has_photo or is_lost)
        self.alt.setEnabled(has_photo)
        self._told = alt
        self.alt.setText(alt)
        self.alt.setCursorPosition(0)

    def _on_choose(self) -> None:
        files.choose_file(self, _("Choose picture"), _("Pictures (*.png *.jpg *.jpeg)"), self.picked.emit)

    def _on_described(self) -> None:
        words = self.alt.text().strip()
        if words != self._told:
            self._told = words
            self.described.emit(words)


class _Slot(QWidget):
    """The picture as large as there is room, or a dashed place to drop one."""

    dropped = Signal(object)  # Path

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()
        self._words = _("Drop a picture here")
        self.setAcceptDrops(True)
        self.setMinimumSize(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("No photo yet"))

    @override
    def sizeHint(self) -> QSize:
        return _USUAL

    def show_picture(self, picture: QImage, alt: str, *, is_lost: bool) -> None:
        """Show this, or nothing."""
        self._picture = picture
        self._words = _("The photo is no longer kept") if is_lost else _("Drop a picture here")
        named = alt or _("Photo of the site")
        self.setAccessibleName(_("No photo yet") if picture.isNull() else named)
        self.update()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _picture_in(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _picture_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            if self._picture.isNull():
                paint.box(painter, whole, theme.RADIUS, None, paint.pen(look.outline, dashed=True))
                paint.text(painter, whole, self._words, theme.small_font(), look.muted, paint.CENTER)
                return
            size = self._picture.size().scaled(whole.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            spot = QRectF(whole.x(), whole.y(), size.width(), size.height())
            painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(spot, self._picture)


def _picture_in(event: QDropEvent) -> Path | None:
    """The one picture file that is dragged, None if it is anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in _ENDINGS else None

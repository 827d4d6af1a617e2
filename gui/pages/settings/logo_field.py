"""The slot for the office's own logo."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.errors import FileProblemError
from domain.i18n import N_
from domain.overriding import override
from gui import palettes, theme
from gui.dialogs import files
from gui.texts import _, current
from gui.widgets import labels, paint
from gui.widgets.button import Button, Weight

_SLOT = QSize(200, 80)
_LARGEST = 20_000_000
"""Bytes of a file that is looked at; what a logo may have is checked when it is saved."""


class LogoField(QWidget):
    """Shows the logo on white, as paper does; picks a PNG or JPEG, or none."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: bytes | None = None
        self.slot = _Slot()
        self.choose = Button(_("Choose picture …"))
        self.remove = Button(_("Remove"), weight=Weight.quiet)
        self.facts = labels.note(_("PNG or JPEG, up to 2 MB"), wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP_SMALL)
        for button in (self.choose, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(theme.GAP_SMALL)
        right.addLayout(buttons)
        right.addWidget(self.facts)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.slot)
        row.addLayout(right, 1)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._on_choose)
        self.remove.clicked.connect(lambda: self._take(None))

    def content(self) -> bytes | None:
        """The picture's bytes, None for no logo."""
        return self._content

    def set_content(self, content: bytes | None) -> None:
        """Show a logo, or the empty slot, without telling."""
        self._content = content
        picture = QImage.fromData(content) if content else QImage()
        self.slot.show_picture(picture)
        self.remove.setEnabled(content is not None)
        self.facts.setText(_facts(content, picture) if content else _("PNG or JPEG, up to 2 MB"))

    def read(self, path: Path) -> None:
        """Take a file as logo; whether it fits is checked when it is saved.

        Raises:
            FileProblemError: the file cannot be read, or is much too large.
        """
        try:
            if path.stat().st_size > _LARGEST:
                raise FileProblemError(N_("“{file}” is too large for a logo."), file=path.name)
            content = path.read_bytes()
        except OSError as trouble:
            reason = trouble.strerror or str(trouble)
            raise FileProblemError(N_("“{file}” cannot be read: {reason}."), file=path.name, reason=reason) from trouble
        self._take(content)

    def _on_choose(self) -> None:
        files.choose_file(self, _("Choose picture"), _("Pictures (*.png *.jpg *.jpeg)"), self.read)

    def _take(self, content: bytes | None) -> None:
        if content != self._content:
            self.set_content(content)
            self.changed.emit()


class _Slot(QWidget):
    """White, whatever the theme, with a dashed edge while empty."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()
        self.setFixedSize(_SLOT)
        self.setAccessibleName(_("No logo"))

    def show_picture(self, picture: QImage) -> None:
        """Show this, or nothing."""
        self._picture = picture
        self.setAccessibleName(_("No logo") if picture.isNull() else _("The office’s logo"))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            whole = QRectF(self.rect())
            if self._picture.isNull():
                paint.box(painter, whole, theme.RADIUS, None, paint.pen(look.outline, dashed=True))
                paint.text(painter, whole, _("No logo"), theme.small_font(), look.muted, paint.CENTER)
                return
            paint.box(painter, whole, theme.RADIUS, palettes.PAPER, look.outline)
            room = whole.adjusted(8, 8, -8, -8)
            size = self._picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            spot = QRectF(0, 0, size.width(), size.height())
            spot.moveCenter(room.center())
            painter.drawImage(spot, self._picture)


def _facts(content: bytes, picture: QImage) -> str:
    if picture.isNull():
        return _("This file is no picture that can be read.")
    size = current().number(round(len(content) / 1000))
    return _("{width} × {height} pixels, {size} kB").format(width=picture.width(), height=picture.height(), size=size)

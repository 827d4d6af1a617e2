"""About Landauf: version, licence, and the notices of data, fonts and software, to read and to copy."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit, QWidget

from domain import __version__, assets
from domain.region.notices import NOTICES
from gui import theme
from gui.dialogs.dialog import Dialog
from gui.texts import _
from gui.widgets import labels
from gui.widgets.choice import Segmented

if TYPE_CHECKING:
    from gui.shell import Shell

_WIDTH, _HEIGHT = 720, 560


def open_dialog(window: "Shell") -> None:
    """The action's handler."""
    AboutDialog(window).open()


class AboutDialog(Dialog):
    """One text at a time; every one can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("About Landauf"), _("Close"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self.cancel.hide()
        version = _("Version {version} · European Union Public Licence 1.2 (EUPL-1.2)").format(version=__version__)
        purpose = _("Plans, carries out and accounts for the outreach of the prevention staff of Sachsen-Anhalt.")
        self.content.addWidget(labels.Text(purpose, wrap=True))
        self.version = labels.note(version)
        self.content.addWidget(self.version)
        self.parts = Segmented(
            [("notices", _("Notices")), ("region", _("Region data")), ("fonts", _("Font licence"))],
            name=_("What to read"),
        )
        self.content.addWidget(self.parts)
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Notices"))
        self.text.setTabChangesFocus(True)
        self.content.addWidget(self.text, 1)
        self.copy = self.add_button(_("Copy text"), icon="copy")
        self.copy.clicked.connect(self._on_copy)
        self.parts.picked.connect(self._show)
        self.primary.clicked.connect(self.accept)
        self._show("notices")

    def _show(self, part: str) -> None:
        if part == "fonts":
            self.text.setPlainText(text_of(part))
        else:
            self.text.setMarkdown(text_of(part))
            _set_headings(self.text.document())
        self.copy.setText(_("Copy text"))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(f"Landauf {__version__}\n\n{self.text.toPlainText()}")
        self.copy.setText(_("Copied"))


def _set_headings(document: QTextDocument) -> None:
    """Headings in the size of the text, with room above them."""
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            shape, room = QTextCharFormat(), QTextBlockFormat()
            shape.setFont(theme.text_font(theme.SEMIBOLD))
            room.setTopMargin(theme.GAP_ROW)
            room.setBottomMargin(theme.GAP_TINY)
            cursor.mergeCharFormat(shape)
            cursor.mergeBlockFormat(room)
        block = block.next()


def text_of(part: str) -> str:
    """The text of a part: "notices", "region" or "fonts".

    Raises:
        KeyError: there is no such part.
    """
    files = {"notices": ("NOTICES.md",), "region": ("region", "NOTICE.md"), "fonts": ("fonts", "OFL.txt")}
    text = assets.resource(*files[part]).read_text(encoding="utf-8")
    if part == "region":
        text = "\n".join([*(f"- {notice}" for notice in NOTICES), "", text])
    return text

"""What a person does with a folder: save it, give it to the website, print it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from domain.terms import Audience
from gui.dialogs import files
from gui.pages.documents import work
from gui.pages.documents.words import subject_words
from gui.texts import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from domain.rows.packs import PackOrder
    from gui.pages.documents.page import DocumentsPage


class PackDeeds:
    """The page's actions."""

    def __init__(self, page: "DocumentsPage") -> None:
        self._page = page

    def save(self) -> None:
        """Ask where to, and write the folder as one PDF."""
        page = self._page
        files.save_as(
            page, _("Save folder as PDF"), f"{self._stem()}.pdf", _("PDF (*.pdf)"), partial(self._write, page.order())
        )

    def save_each(self) -> None:
        """Ask for a folder, and write one PDF per document into it."""
        self._choose_folder(_("Folder for one PDF per document"), self._page.order())

    def save_web(self) -> None:
        """Ask for a folder, and write what outsiders may see into it, one accessible PDF per document."""
        page = self._page
        order = page.state.order(page.options.values(), audience=Audience.public)
        self._choose_folder(_("Folder for the website"), order)

    def print_pack(self) -> None:
        """Let the person choose a printer, then print all copies in a pool thread."""
        from PySide6.QtPrintSupport import QPrintDialog

        from gui.dialogs.printing import new_printer

        page = self._page
        title = _("Folder: {title}").format(title=page.state.subject.title)
        printer = new_printer(title)
        if page.options.values().is_duplex:
            from PySide6.QtPrintSupport import QPrinter

            printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
        dialog = QPrintDialog(printer, page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(_("Print folder"))
        dialog.accepted.connect(partial(self.send_to, printer, title))
        QDialog.open(dialog)  # QPrintDialog hides it behind an overload that wants a slot

    def send_to(self, printer: "QPrinter", title: str) -> None:
        """Print the folder on a printer that was chosen."""
        desk = self._page.desk
        order = self._page.order(repeats=True)
        told = _("Sent to {printer}: {title}").format(printer=printer.printerName() or _("file"), title=title)
        desk.tasks.start(
            partial(work.print_out, desk.workspace, printer, order, self._page.options.language()),
            lambda _pages: desk.tell(told),
            progress=_("Printing {title}").format(title=title),
        )

    def _choose_folder(self, title: str, order: "PackOrder") -> QFileDialog:
        dialog = QFileDialog(self._page, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self._write(order, Path(name)))
        dialog.open()
        return dialog

    def _write(self, order: "PackOrder", path: Path) -> None:
        desk = self._page.desk
        desk.tasks.start(
            partial(work.save, desk.workspace, path, order, self._page.options.language()),
            lambda _made: desk.tell(_("Saved {file}").format(file=path.name)),
            progress=_("Saving {file}").format(file=path.name),
        )

    def _stem(self) -> str:
        from domain.outgoing.packs import file_stem

        return file_stem(f"{_('Folder')} {subject_words(self._page.state.subject)}")

"""Sends the pages of a PDF to a printer. Imported only when somebody prints."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from domain.errors import LandaufError
from domain.i18n import N_
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.preview.pdf import page_sizes, rendered
from gui.tasks import Ticket
from gui.texts import _

_FINEST = 300
"""Dots per inch at most; finer gives larger jobs that nobody can tell apart."""
_POINTS = 72


def ask_and_print(
    parent: Dialog, desk: Desk, content: bytes, title: str, printed: Callable[[], None] = lambda: None
) -> QPrintDialog:
    """Let the person choose a printer and pages, then print in a pool thread and close `parent`.

    `printed` is called in that thread when pages have gone to the printer.
    """
    printer = new_printer(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, max(1, len(page_sizes(content))))
    dialog.setWindowTitle(_("Print"))

    def start() -> None:
        work = partial(_print, printer, content, printed)
        told = _("Sent to {printer}: {title}").format(printer=printer.printerName() or _("file"), title=title)
        progress = _("Printing {title}").format(title=title)
        desk.tasks.start(work, lambda _pages: desk.tell(told), progress=progress)
        parent.accept()

    dialog.accepted.connect(start)
    QDialog.open(dialog)  # QPrintDialog hides it behind an overload that wants a slot
    return dialog


def _print(printer: QPrinter, content: bytes, printed: Callable[[], None], ticket: Ticket) -> int:
    pages = print_pages(printer, content, ticket)
    if pages:
        printed()
    return pages


def new_printer(title: str) -> QPrinter:
    """A printer for A4 sheets without margins of its own: the documents bring theirs."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    return printer


def print_pages(printer: QPrinter, content: bytes, ticket: Ticket) -> int:
    """Print the chosen pages; gives their number. Called in a pool thread, which alone touches the printer.

    Raises:
        LandaufError: the printer cannot be started.
    """
    sizes = page_sizes(content)
    first = max(1, printer.fromPage())
    last = printer.toPage() or len(sizes)
    painter = QPainter()
    done = 0
    for number in range(first, min(last, len(sizes)) + 1):
        size = sizes[number - 1]
        turned = size.width > size.height
        way = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
        printer.setPageOrientation(way)
        if ticket.is_cancelled:
            printer.abort()
            break
        if not (printer.newPage() if done else painter.begin(printer)):
            raise LandaufError(N_("The printer “{name}” cannot be used."), name=printer.printerName())
        picture = rendered(content, number - 1, min(printer.resolution(), _FINEST) / _POINTS)
        scale = printer.resolution() / _POINTS
        painter.drawImage(QRectF(0, 0, size.width * scale, size.height * scale), picture)
        done += 1
        ticket.report(done, len(sizes))
    if painter.isActive():
        painter.end()
    return done

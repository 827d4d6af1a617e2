"""Sends the pages of a PDF to a printer. Imported only when somebody prints."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog

from domain.errors import LandaufError
from domain.i18n import N_
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.preview.pdf import PageSize, PdfFile, page_sizes, whole
from gui.tasks import Ticket
from gui.texts import _, ngettext

_FINEST = 300
"""Dots per inch at most; finer gives larger jobs that nobody can tell apart."""
_POINTS = 72


@dataclass(frozen=True, slots=True)
class Printed:
    """How many pages went to the printer, and how many of them were fitted to a sheet of another size."""

    pages: int
    fitted: int


def ask_and_print(
    parent: Dialog, desk: Desk, content: bytes, title: str, printed: Callable[[], None] = lambda: None
) -> QPrintDialog:
    """Let the person choose a printer, pages, copies and sides, then print in a pool thread and close `parent`.

    `printed` is called in that thread when pages have gone to the printer.
    """
    sizes = page_sizes(content)
    usual = sheet_of(sizes[0]) if sizes else QPageSize(QPageSize.PageSizeId.A4)
    printer = new_printer(title, usual)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, max(1, len(sizes)))
    dialog.setWindowTitle(_("Print"))

    def start() -> None:
        picked = printer.pageLayout().pageSize()
        paper = None if picked.isEquivalentTo(usual) else picked
        work = partial(_print, printer, content, paper, printed)
        name = printer.printerName() or _("file")
        progress = _("Printing {title}").format(title=title)
        desk.tasks.start(work, lambda done: desk.tell(_told(done, name, title)), progress=progress)
        parent.accept()

    dialog.accepted.connect(start)
    QDialog.open(dialog)  # QPrintDialog hides it behind an overload that wants a slot
    return dialog


def _told(done: Printed, name: str, title: str) -> str:
    words = _("Sent to {printer}: {title}").format(printer=name, title=title)
    if not done.fitted:
        return words
    fitted = ngettext("{count} page fitted to the paper", "{count} pages fitted to the paper", done.fitted)
    return f"{words} ({fitted.format(count=done.fitted)})"


def _print(
    printer: QPrinter, content: bytes, paper: QPageSize | None, printed: Callable[[], None], ticket: Ticket
) -> Printed:
    done = print_pages(printer, content, ticket, paper)
    if done.pages:
        printed()
    return done


def new_printer(title: str, size: QPageSize | None = None) -> QPrinter:
    """A printer for such sheets (A4) without margins of its own: the documents bring theirs."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setPageSize(size or QPageSize(QPageSize.PageSizeId.A4))
    return printer


def sheet_of(size: PageSize) -> QPageSize:
    """The sheet for a page, upright; a usual one if it is as large as that."""
    upright = QSizeF(min(size.width, size.height), max(size.width, size.height))
    return QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)


def numbers_of(printer: QPrinter, count: int) -> list[int]:
    """The pages (0 = the first) in the order in which they are sent: chosen ones, turned round, copied if need be."""
    ranges = printer.pageRanges()
    first, last = printer.fromPage() or 1, printer.toPage() or count
    numbers = [
        number - 1
        for number in range(1, count + 1)
        if (first <= number <= last if ranges.isEmpty() else ranges.contains(number))
    ]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return numbers * copies
    return [number for number in numbers for _copy in range(copies)]


def print_pages(printer: QPrinter, content: bytes, ticket: Ticket, paper: QPageSize | None = None) -> Printed:
    """Print the chosen pages, each on a sheet of its size, or fitted to `paper` or to what the printer has.

    Called in a pool thread, which alone touches the printer.

    Raises:
        LandaufError: the printer cannot be started.
    """
    document = PdfFile(content)
    try:
        return _print_each(printer, document, ticket, paper)
    finally:
        document.close()


def _print_each(printer: QPrinter, document: PdfFile, ticket: Ticket, paper: QPageSize | None) -> Printed:
    numbers = numbers_of(printer, len(document.sizes))
    painter = QPainter()
    done = fitted = 0
    for number in numbers:
        size = document.sizes[number]
        if ticket.is_cancelled:
            printer.abort()
            break
        is_fitted = _lay(printer, size, paper)
        if not (printer.newPage() if done else painter.begin(printer)):
            raise LandaufError(
                N_("The printer “{name}” does not answer; see that it is on, or choose another one."),
                name=printer.printerName(),
            )
        dots = min(printer.resolution(), _FINEST) / _POINTS
        painter.drawImage(_target(printer, size, is_fitted=is_fitted), document.picture(number, whole(size, dots)))
        done += 1
        fitted += is_fitted
        ticket.report(done, len(numbers))
    if painter.isActive():
        painter.end()
    return Printed(done, fitted)


def _lay(printer: QPrinter, size: PageSize, paper: QPageSize | None) -> bool:
    """Put in a sheet for a page; tells whether it is one of another size, to which the page must be fitted."""
    wanted = sheet_of(size)
    given = paper or (wanted if _has(printer, wanted) else QPrinterInfo(printer).defaultPageSize())
    way = QPageLayout.Orientation.Landscape if size.width > size.height else QPageLayout.Orientation.Portrait
    layout = QPageLayout(given, way, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    if not printer.pageLayout().isEquivalentTo(layout):
        printer.setPageLayout(layout)
    return not given.isEquivalentTo(wanted)


def _has(printer: QPrinter, size: QPageSize) -> bool:
    """Whether a printer has such sheets; one that does not tell, or a file, has all."""
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
        return True
    info = QPrinterInfo(printer)
    known = info.supportedPageSizes()
    return info.supportsCustomPageSizes() or not known or any(each.isEquivalentTo(size) for each in known)


def _target(printer: QPrinter, size: PageSize, *, is_fitted: bool) -> QRectF:
    """Where a page goes on its sheet: as large as it is, or as large as fits, in the middle."""
    scale = printer.resolution() / _POINTS
    width, height = size.width * scale, size.height * scale
    if not is_fitted:
        return QRectF(0, 0, width, height)
    room = printer.pageLayout().fullRectPixels(printer.resolution())
    factor = min(room.width() / width, room.height() / height)
    width, height = width * factor, height * factor
    return QRectF((room.width() - width) / 2, (room.height() - height) / 2, width, height)

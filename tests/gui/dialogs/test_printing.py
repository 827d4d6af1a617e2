"""Sending pages to a printer, which is a file here."""

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from domain import i18n, outgoing
from domain.rows.printing import PrintChoice
from gui.dialogs import printing
from gui.preview.pdf import page_sizes, rendered
from gui.tasks import Ticket
from tests.builders import KOETHEN, make_event
from tests.gui.preview.sample import pdf

A3, A4, A5 = (842, 1191), (595, 842), (420, 595)


@pytest.fixture
def to_file(tmp_path, qapp):
    """A function that makes a printer for the first page of a document; it prints into a file."""

    def make(content):
        printer = printing.new_printer("Probe", printing.sheet_of(page_sizes(content)[0]))
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "out.pdf"))
        printer.setResolution(72)  # one dot a point is quick and shows enough
        return printer

    return make


@pytest.fixture
def sheets(tmp_path):
    """A function that reads the sizes of what was printed, in whole points."""
    return lambda: [(round(s.width), round(s.height)) for s in page_sizes((tmp_path / "out.pdf").read_bytes())]


def test_printer_gets_every_page_as_it_looks(ws, to_file, sheets, tmp_path):
    event_id = make_event(ws, "Sicher am Bahnhof", ags=KOETHEN)
    content = outgoing.document(ws, "briefing", PrintChoice(event_id=event_id), i18n.language("de"))
    done = printing.print_pages(to_file(content), content, Ticket("print"))
    assert done == printing.Printed(len(page_sizes(content)), 0)
    assert sheets() == [A4] * done.pages
    printed, wanted = rendered((tmp_path / "out.pdf").read_bytes(), 0, 0.5), rendered(content, 0, 0.5)
    assert printed.pixelColor(40, 40).lightness() == pytest.approx(wanted.pixelColor(40, 40).lightness(), abs=12)


@pytest.mark.parametrize(("size", "wanted"), [("a3", A3), ("a5", A5)])
def test_a_poster_and_a_flyer_are_printed_on_their_own_sheets(size, wanted, to_file, sheets):
    content = pdf(2, size)
    assert printing.print_pages(to_file(content), content, Ticket("print")) == printing.Printed(2, 0)
    assert sheets() == [wanted, wanted]


def test_a_poster_is_fitted_to_the_paper_that_is_chosen(to_file, sheets, tmp_path):
    content = pdf(1, "a3")
    done = printing.print_pages(to_file(content), content, Ticket("print"), QPageSize(QPageSize.PageSizeId.A4))
    assert done == printing.Printed(1, 1)
    assert sheets() == [A4]
    printed = rendered((tmp_path / "out.pdf").read_bytes(), 0, 1.0)
    wanted = rendered(content, 0, A4[0] / A3[0])
    dark = [
        [(x, y) for y in range(50, 140) for x in range(40, 200) if picture.pixelColor(x, y).lightness() < 128]
        for picture in (printed, wanted)
    ]
    assert dark[0]
    assert len(dark[0]) == pytest.approx(len(dark[1]), rel=0.5)
    assert min(x for x, _y in dark[0]) == pytest.approx(min(x for x, _y in dark[1]), abs=3)


def test_pages_copies_and_order_are_those_of_the_system_dialog(to_file):
    printer = to_file(pdf())
    printer.setFromTo(2, 3)
    assert printing.numbers_of(printer, 5) == [1, 2]
    printer.setCopyCount(2)
    assert printing.numbers_of(printer, 5) == [1, 2, 1, 2]
    printer.setCollateCopies(False)
    assert printing.numbers_of(printer, 5) == [1, 1, 2, 2]
    printer.setCopyCount(1)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert printing.numbers_of(printer, 5) == [2, 1]


def test_chosen_pages_are_printed(to_file, sheets):
    content = pdf(5)
    printer = to_file(content)
    printer.setFromTo(2, 3)
    assert printing.print_pages(printer, content, Ticket("print")).pages == 2
    assert len(sheets()) == 2


def test_progress_is_told_page_by_page(to_file):
    content, told = pdf(3), []
    ticket = Ticket("print", _report=lambda _ticket, done, total: told.append((done, total)))
    printing.print_pages(to_file(content), content, ticket)
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_cancelled_print_stops(to_file):
    content, ticket = pdf(3), Ticket("print")
    ticket.cancel()
    assert printing.print_pages(to_file(content), content, ticket).pages == 0

"""The print dialog: what fits, every page, the very bytes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from domain import i18n, outgoing
from domain.rows.printing import PrintChoice
from domain.terms import Audience, EventKind
from domain.usecases import printed_sheets
from gui.dialogs import printing
from gui.dialogs.pdf_pages import page_sizes, rendered
from gui.dialogs.print_preview import open_print
from gui.tasks import Ticket
from tests.builders import KOETHEN, change_event, make_event

A4 = (595, 842)


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that opens the dialog and waits until its pages are there."""
    made = []

    def show(document=None, **choice):
        dialog = open_print(None, desk, document, PrintChoice(**choice))
        made.append(dialog)
        settle()
        return dialog

    yield show
    for dialog in made:
        dialog.close()
    settle()


@pytest.fixture
def dialogue(ws):
    """A public dialogue in Köthen."""
    return make_event(ws, "Sicher am Bahnhof", ags=KOETHEN)


def test_pages_are_shown_as_they_will_be_on_paper(opened, dialogue):
    dialog = opened("briefing", event_id=dialogue)
    page = dialog.paper.pages[0]
    assert (round(page.size_on_paper.width), round(page.size_on_paper.height)) == A4
    assert page.picture.width() == pytest.approx(page.width(), abs=2)
    assert dialog.paper.where.text() == f"Seite 1 von {len(dialog.paper.pages)}"


def test_internal_sheet_says_so(opened, dialogue):
    assert opened("briefing", event_id=dialogue).internal.isVisible()
    assert not opened("invitation", event_id=dialogue).internal.isVisible()


def test_saved_file_holds_the_very_bytes(opened, ws, dialogue, tmp_path, qtbot, desk):
    dialog = opened("invitation", event_id=dialogue)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    out = tmp_path / "einladung.pdf"
    with qtbot.waitSignal(desk.told):
        dialog.findChild(QFileDialog).fileSelected.emit(str(out))
    wanted = outgoing.document(ws, "invitation", PrintChoice(event_id=dialogue), i18n.language("de"))
    assert out.read_bytes() == wanted


def test_other_language_is_another_document(opened, dialogue, qtbot, settle):
    dialog = opened("invitation", event_id=dialogue)
    german = dialog._content
    dialog.language.set_value("en")
    dialog.language.activated.emit(1)
    assert not dialog.primary.isEnabled()
    settle()
    assert dialog._content not in {german, b""}
    assert dialog.primary.isEnabled()


def test_what_cannot_be_printed_says_why(opened, ws, settle):
    event_id = make_event(ws, "Intern", audience=Audience.internal)
    dialog = opened("invitation", event_id=event_id)
    assert dialog.trouble.isVisible()
    assert "öffentlich" in dialog.trouble.line.text()
    assert not dialog.save.isEnabled()
    assert dialog.paper.pages == []


def test_lecture_offers_only_what_fits(opened, ws):
    dialog = opened(event_id=make_event(ws, "Vortrag", kind=EventKind.lecture))
    assert [dialog.document.itemText(at) for at in range(dialog.document.count())] == [
        "Flyer",
        "Plakat",
        "Briefing zu einer Veranstaltung",
        "Packliste eines Termins",
    ]
    assert dialog.document.value().document.name == "flyer"


def test_the_form_that_is_about_nothing_shows_its_fields(opened):
    dialog = opened()
    assert (dialog.document.value().document.name, dialog.subject.currentText()) == ("request_form", "–")
    assert not dialog.subject.isEnabled()
    picture = rendered(dialog._content, 0, 1)
    ground = {picture.pixelColor(x, 330).name() for x in range(60, 200)}
    assert "#f4f6f7" in ground


def test_empty_file_says_that_there_is_nothing_to_print_about_a_district(opened):
    dialog = opened(kreis_ags="15081")
    assert dialog.trouble.isVisible()
    assert not dialog.primary.isEnabled()


def test_plus_and_minus_change_the_size(opened, dialogue, qtbot, settle):
    paper = opened("briefing", event_id=dialogue).paper
    width = paper.pages[0].width()
    qtbot.mouseClick(paper.larger, Qt.MouseButton.LeftButton)
    settle()
    assert paper.pages[0].width() > width
    assert paper.pages[0].picture.width() == pytest.approx(paper.pages[0].width(), abs=2)
    qtbot.mouseClick(paper.smaller, Qt.MouseButton.LeftButton)
    assert paper.pages[0].width() <= width


def test_scrolling_tells_the_page_and_renders_it(opened, dialogue, qtbot, settle):
    paper = opened("briefing", event_id=dialogue).paper
    paper.set_zoom(1.0)
    bar = paper.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    assert paper.where.text().startswith(f"Seite {len(paper.pages)} von")
    assert paper.pages[-1].picture is not None


def test_paper_is_white_in_the_dark(opened, dialogue):
    picture = opened("briefing", event_id=dialogue).paper.pages[0].picture
    assert picture.pixelColor(3, picture.height() - 3).name() == "#ffffff"


def test_printer_gets_every_page(ws, dialogue, tmp_path, qapp):
    content = outgoing.document(ws, "briefing", PrintChoice(event_id=dialogue), i18n.language("de"))
    printer = printing.new_printer("Briefing")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    count = printing.print_pages(printer, content, Ticket("print"))
    sizes = page_sizes((tmp_path / "out.pdf").read_bytes())
    assert count == len(sizes) == len(page_sizes(content))
    assert (round(sizes[0].width), round(sizes[0].height)) == A4
    printed, wanted = rendered((tmp_path / "out.pdf").read_bytes(), 0, 0.5), rendered(content, 0, 0.5)
    assert printed.pixelColor(40, 40).lightness() == pytest.approx(wanted.pixelColor(40, 40).lightness(), abs=12)


def test_cancelled_print_stops(ws, dialogue, tmp_path, qapp):
    content = outgoing.document(ws, "briefing", PrintChoice(event_id=dialogue), i18n.language("de"))
    printer = printing.new_printer("Briefing")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    ticket = Ticket("print")
    ticket.cancel()
    assert printing.print_pages(printer, content, ticket) == 0


def test_a_saved_sheet_is_remembered_and_told_when_it_has_grown_stale(opened, ws, dialogue, tmp_path, qtbot, desk):
    first = opened("invitation", event_id=dialogue)
    assert not first.before.isVisible()
    qtbot.mouseClick(first.save, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(desk.told):
        first.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "einladung.pdf"))
    assert opened("invitation", event_id=dialogue).before.headline.text() == "Schon gedruckt, seither unverändert"
    change_event(ws, dialogue, title="Sicher am Hafen")
    again = opened("invitation", event_id=dialogue)
    assert again.before.headline.text() == "Das gedruckte Blatt ist veraltet"
    assert again.before.line.text() == "gedruckt 28.04.2027 14:32"


def test_a_sheet_that_was_only_looked_at_was_not_printed(opened, ws, dialogue):
    opened("invitation", event_id=dialogue)
    assert ws.ask(printed_sheets.printed_sheets) == ()

"""Large print: every document is read, large enough, within its page, and nothing lies on anything else."""

import re
from dataclasses import replace

import pypdfium2
import pytest
from pypdfium2 import raw

from domain import documents
from domain.documents.kit.flow import Frame, Row, Stack
from domain.documents.kit.narrow import Fit
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.scale import LARGE_SCALE, LARGE_ZOOM, LIGHT
from domain.documents.kit.table import facts, table
from domain.documents.kit.theme import MM, Theme, large_print, theme_of, true_size
from domain.i18n import language
from domain.terms import PaperLook
from tests.domain.documents import reading, samples, tagged
from tests.domain.documents.kit.sheets import made as sheet_made
from tests.domain.documents.test_hostile import hostile

NAMES = tuple(name for name in documents.DOCUMENTS if name not in documents.TRUE_SIZE)
THEME = large_print().laid_out()
LEAST_SIZE, LEAST_BODY, LEAST_LINES = 12, 14, 1.3
LONG = "Verkehrssicherheitsberatung und Kriminalprävention für Seniorinnen und Senioren im Landkreis Mansfeld-Südharz "


def made(name: str, code: str = "de", **changes: object) -> bytes:
    data = getattr(samples, name)(**changes)
    return documents.render(name, data, language(code), theme=theme_of(PaperLook.large))


def letters(content: bytes) -> list[list[tuple[float, float, float, float, float, str]]]:
    """On each page the boxes (left, bottom, right, top), size and letter of all that is not blank."""
    document = pypdfium2.PdfDocument(content)
    pages = []
    for page in document:
        text = page.get_textpage()
        found = []
        for at in range(text.count_chars()):
            letter = chr(raw.FPDFText_GetUnicode(text, at))
            if letter.strip() and letter not in "\u00ad\ufffe\u0002-":
                left, bottom, right, top = text.get_charbox(at)
                found.append((left, bottom, right, top, raw.FPDFText_GetFontSize(text, at), letter))
        pages.append(found)
        text.close()
        page.close()
    document.close()
    return pages


def overlaps(page: list[tuple[float, float, float, float, float, str]]) -> list[tuple[str, str]]:
    """Letters that lie on one another by more than a fifth of the smaller one."""
    cells: dict[tuple[int, int], list[int]] = {}
    found = []
    for number, (left, bottom, right, top, _size, letter) in enumerate(page):
        near = {(int(x // 20), int(y // 20)) for x in (left, right) for y in (bottom, top)}
        for other in {at for cell in near for at in cells.get(cell, ())}:
            x1, y1, x2, y2, _other_size, beside = page[other]
            common = max(0, min(right, x2) - max(left, x1)) * max(0, min(top, y2) - max(bottom, y1))
            if common > 0.2 * min((right - left) * (top - bottom), (x2 - x1) * (y2 - y1)) > 0:
                found.append((letter, beside))
        for cell in near:
            cells.setdefault(cell, []).append(number)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_document_is_tagged_and_large_in_large_print(name):
    content = made(name)
    assert tagged.faults(content) == []
    with tagged.opened(content) as pdf:
        faces = {str(font.BaseFont) for page in pdf.pages for font in page.obj.Resources.get("/Font", {}).values()}
        wide, high = (float(edge) for edge in pdf.pages[0].mediabox[2:])
        zooms = [float(pikepdf_first_matrix(page)) for page in pdf.pages]
    assert not any(face.endswith(LIGHT.split("-")[1]) for face in faces)
    assert zooms == [pytest.approx(LARGE_ZOOM, abs=1e-4)] * len(zooms)
    for page in letters(content):
        assert overlaps(page) == []
        for left, bottom, right, top, size, letter in page:
            assert size * LARGE_ZOOM >= LEAST_SIZE - 0.01, letter
            assert left >= 0
            assert bottom >= 0
            assert right <= wide
            assert top <= high


def pikepdf_first_matrix(page: object) -> str:
    """By how much a page's content is enlarged."""
    return re.match(rb"\s*([\d.]+) 0 0", page.Contents.read_bytes())[1].decode()


@pytest.mark.parametrize("name", NAMES)
def test_long_and_hostile_texts_are_tagged_in_large_print(name):
    for text, other in ((LONG, "x" * 300), ("\u202e\x00🚓 " * 50, "<b>&")):
        content = documents.render(name, hostile(name, text, other), language("en"), theme=large_print())
        assert tagged.faults(content) == []


@pytest.mark.parametrize("name", NAMES)
def test_large_print_says_all_that_normal_print_says(name):
    def words(content: bytes) -> set[str]:
        return set(re.findall(r"[^\W\d_]{4,}", re.sub(r"Figure.*", "", reading.told(content, 10_000))))

    # Tables that became records say their heads as often as they have rows; titles may be shortened elsewhere.
    missing = words(reading.made(name)) - words(made(name))
    assert not missing - {"Scope", "Column"}


def test_scale_of_large_print_keeps_its_promises():
    for role, (size, leading) in LARGE_SCALE.sizes().items():
        assert size * LARGE_ZOOM >= LEAST_SIZE, role
        if role not in {"address", "return_address", "title", "plain_title"}:  # the window of an envelope; headlines
            assert leading / size >= LEAST_LINES, role
    assert LARGE_SCALE.body[0] * LARGE_ZOOM >= LEAST_BODY


def test_margins_and_sheet_are_those_of_the_paper():
    laid_out = large_print().laid_out()
    assert laid_out.page_width * LARGE_ZOOM == pytest.approx(210 * MM)
    assert laid_out.margin * LARGE_ZOOM == pytest.approx(15 * MM)
    assert Theme().laid_out() == Theme()


def test_sheets_with_measures_of_their_own_are_not_enlarged():
    labels = true_size(large_print())
    assert labels.zoom == 1
    assert labels.page_width == Theme().page_width
    assert true_size(Theme()) == Theme()


@pytest.mark.parametrize("name", sorted(documents.TRUE_SIZE))
def test_document_with_the_measures_of_its_paper_is_the_same_in_large_print(name):
    assert made(name) == reading.made(name)


def column(title: str) -> Stack:
    return Stack([Paragraph(title, THEME.section), Paragraph(LONG, THEME.body)])


def test_columns_that_would_be_too_narrow_stand_one_below_the_other():
    row = Row([column("links"), column("rechts")], (None, None), 6 * MM)
    row.fit = Fit(THEME).row
    assert row.instead(THEME.width) is None
    assert isinstance(row.instead(THEME.width * 0.8), Stack)


def test_table_gives_its_columns_the_width_of_their_words():
    made = table(THEME, (None, 60 * MM, 40 * MM), ("Art", "Ort", "Zahl"), [("Verkehrssicherheit", "Burg", "1")])
    made.fit = Fit(THEME).table
    made.height(110 * MM, "de")
    assert made.head.widths[0] > 35 * MM
    assert sum(made.head.widths) + 2 * 3 * MM == pytest.approx(110 * MM)


@pytest.mark.parametrize("value", ["1", LONG])
def test_table_with_too_many_columns_becomes_records_that_name_their_columns(value):
    heads = ("Kreis", *(f"Spalte{number}" for number in range(13)))
    rows = [(f"Kreis {number}", *[value] * 13) for number in range(9)]
    content = sheet_made(table(Theme(), (None,) * 14, heads, rows), theme=large_print())
    assert tagged.faults(content) == []
    found = tagged.text(content)
    assert all(len(re.findall(rf"\b{head}\b", found)) == len(rows) for head in heads[1:])


def test_names_and_values_keep_the_line_of_their_row_when_they_wrap():
    made = facts(THEME, [("Verkehrssicherheitsberatung", LONG), ("Ort", "Burg")], 20 * MM)
    content = sheet_made(Stack([made], Frame(right=70 * MM)), theme=large_print())
    assert tagged.faults(content) == []


def test_letter_keeps_its_window_in_large_print():
    (first, *_rest) = letters(made("lecture_confirmation"))
    window = [
        (left, right)
        for left, bottom, right, top, _size, _letter in first
        if bottom / MM > 297 - 90 and top / MM < 297 - 45 and left < 105 * MM
    ]
    assert min(left for left, _right in window) == pytest.approx(25 * MM, abs=1.5)
    assert max(right for _left, right in window) <= 105 * MM


def test_normal_theme_leaves_rows_and_tables_alone():
    row = Row([Stack(()), Stack(())], (None, None))
    assert row.instead(10) is None
    assert replace(Theme(), least_column=0) == Theme()

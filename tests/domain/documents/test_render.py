"""Every document: tagged, readable, complete, the same bytes again."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

import pytest

from domain import documents
from domain.documents.kit.page import Masthead
from domain.documents.kit.theme import Theme, print_saver
from domain.i18n import language
from tests.domain.documents import samples, tagged

NAMES = tuple(documents.DOCUMENTS)
FOOTLESS = {"table_signs", "feedback_card", "concern_card", "attendance_certificate"}
"""What is cut, folded or given away, and has no foot with pages and version."""
ON_ONE_PAGE = {"poster", "flyer"}
"""What is put up or handed out bears no page number."""
SHARED_CHECK = Path(__file__).resolve().parents[4] / "shared" / "tools" / "pdfua_check.py"


def made(name: str, code: str = "de", **changes: object) -> bytes:
    return documents.render(name, getattr(samples, name)(**changes), language(code))


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_document_is_tagged_throughout(name, code):
    assert tagged.faults(made(name, code)) == []


@pytest.mark.parametrize("name", NAMES)
def test_document_passes_the_shared_check(name, tmp_path):
    if not SHARED_CHECK.is_file():
        pytest.skip("the shared checker is not beside this checkout")
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(made(name))
    run = subprocess.run([sys.executable, SHARED_CHECK, path], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("name", NAMES)
def test_equal_input_gives_equal_bytes(name):
    assert made(name) == made(name)


@pytest.mark.parametrize("name", NAMES)
def test_bytes_do_not_depend_on_process_or_environment(name):
    line = (
        "import hashlib; from tests.domain.documents import samples; from domain.documents import render;"
        f"from domain.i18n import language; pdf = render({name!r}, samples.{name}(), language('de'));"
        "print(hashlib.sha256(pdf).hexdigest())"
    )
    digests = set()
    for seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": f"{seed}00000000", "TZ": f"Etc/GMT-{seed}"}
        run = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True, env=environment)
        digests.add(run.stdout)
    assert len(digests) == 1


@pytest.mark.parametrize("name", NAMES)
def test_document_bears_its_language_title_and_moment(name):
    with tagged.opened(made(name, "en")) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo.CreationDate) == "D:20270429071200+00'00'"
        assert str(pdf.docinfo.Title)
    with tagged.opened(made(name, "de")) as pdf:
        assert str(pdf.Root.Lang) == "de-DE"


@pytest.mark.parametrize("name", [name for name in NAMES if name not in FOOTLESS])
def test_every_page_says_which_of_how_many_it_is(name):
    content = made(name)
    with tagged.opened(content) as pdf:
        pages = len(pdf.pages)
    found = re.findall(rf"Seite (\d+) von {pages}", tagged.text(content))
    assert found == ([] if name in ON_ONE_PAGE else [str(number + 1) for number in range(pages)])
    assert name not in ON_ONE_PAGE or pages == 1


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_bookmarks(name):
    with tagged.opened(made(name)) as pdf:
        headings = [node for node in tagged.tree(pdf).walk() if re.fullmatch("H[1-6]", node.tag)]
        with pdf.open_outline() as outline:
            assert outline.root[0].title

            def count(entries):
                return sum(1 + count(entry.children) for entry in entries)

            assert count(outline.root) == len(headings)


@pytest.mark.parametrize("name", NAMES)
def test_print_saver_draws_no_dark_band(name):
    def dark_fills(content: bytes) -> int:
        with tagged.opened(content) as pdf:
            page = pdf.pages[0].Contents.read_bytes().decode("latin-1")
        return len(re.findall(r"0\.043 0\.310 0\.424 rg 0\.00 \S+ (?:595\.28|841\.89)", page))

    data = getattr(samples, name)()
    sparing = documents.render(name, data, language("de"), theme=print_saver())
    head = import_module(f"domain.documents.{name}").sheet(data, language("de"), Theme()).masthead
    has_band = isinstance(head, Masthead)  # a letter and a plain head have none
    assert dark_fills(documents.render(name, data, language("de"))) == int(has_band)
    assert dark_fills(sparing) == 0
    assert tagged.faults(sparing) == []


def test_code_changes_with_the_content_and_not_with_the_moment_of_printing():
    def code(**changes: object) -> str:
        return re.search(r"Fassung 8 · (\w{4}) ", tagged.text(made("tour_sheet", **changes)))[1]

    assert code() == code(stand=samples.at(23))
    assert code() != code(title="Andere Tour")


def test_two_threads_draw_at_the_same_time_without_harm():
    expected = {name: made(name) for name in NAMES}
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda name: (name, made(name)), NAMES * 4))
    assert all(content == expected[name] for name, content in drawn)


def test_unknown_document_and_wrong_input_are_refused():
    with pytest.raises(KeyError):
        documents.render("papyrus", samples.briefing(), language("de"))
    with pytest.raises(TypeError, match="tour_sheet is not made from Briefing"):
        documents.render("tour_sheet", samples.briefing(), language("de"))


def test_names_and_inputs_are_known_without_loading_the_drawing_library():
    line = (
        "import sys; import domain.documents, domain.documents.tour_sheet, domain.documents.invitation,"
        "domain.documents.briefing;"
        "print([name for name in ('reportlab', 'PIL', 'segno', 'pyphen', 'babel') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"

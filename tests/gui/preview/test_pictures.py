"""Pictures of pages: in order, within a limit, and none of a document that is gone."""

import pytest

from gui.preview.pdf import PdfFile, whole
from gui.preview.pictures import Pictures
from tests.gui.preview.sample import pdf


@pytest.fixture
def document():
    """Five pages."""
    made = PdfFile(pdf(5))
    yield made
    made.close()


@pytest.fixture
def pictures(tasks, document):
    """Pictures with room for three small ones."""
    made = Pictures(tasks, tasks, most_bytes=3 * whole(document.sizes[0], 0.2).across * 168 * 4)
    made.show_document(document)
    return made


def parts(document, *pages):
    return [(page, whole(document.sizes[page], 0.2)) for page in pages]


def test_what_is_in_sight_comes_before_what_is_small(pictures, document, settle):
    came = []
    pictures.came.connect(came.append)
    pictures.ask("2 thumbnails", parts(document, 3, 4))
    pictures.ask("1 sheets", parts(document, 1, 0))
    settle()
    assert came == [3, 1, 0, 4]  # the third was in work already


def test_what_was_not_seen_for_longest_is_forgotten(pictures, document, settle):
    pictures.ask("1 sheets", parts(document, 0, 1, 2))
    settle()
    assert pictures.picture(*parts(document, 0)[0]) is not None  # looked at again
    pictures.ask("1 sheets", parts(document, 3))
    settle()
    kept = [page for page in range(5) if pictures.picture(*parts(document, page)[0]) is not None]
    assert kept == [0, 2, 3]
    assert pictures.size <= 3 * 119 * 168 * 4


def test_what_is_no_longer_wanted_is_not_made(pictures, document, settle):
    came = []
    pictures.came.connect(came.append)
    pictures.ask("1 sheets", parts(document, 0, 1, 2))
    pictures.ask("1 sheets", parts(document, 4))
    settle()
    assert came == [0, 4]


def test_another_document_has_none_of_the_old_pictures(pictures, document, settle):
    pictures.ask("1 sheets", parts(document, 0))
    pictures.show_document(None)
    settle()
    assert pictures.picture(*parts(document, 0)[0]) is None
    assert pictures.stand_in(0) is None
    assert pictures.size == 0


def test_a_closed_document_is_blank(document):
    document.close()
    assert document.picture(0, whole(document.sizes[0], 1)).isNull()
    assert document.words(0).text == ""

"""Links inside a document lead to the first heading of their title, or the document is not made."""

import pytest

from domain.documents.kit.catalog import Bookmark, destinations
from domain.documents.kit.objects import pdf_text


def headings():
    root = Bookmark("", 0, 0)
    for title, level, page in (("Eins", 0, 0), ("Unter", 1, 1), ("Zwei", 0, 2), ("Unter", 1, 3)):
        root.add(title, level, page, 700)
    return root


def test_a_link_leads_to_the_first_heading_of_its_title():
    root = headings()
    for title in ("Zwei", "Unter"):
        root.wanted(title)
    places = [pdf_text("Unter") + b" [11 0 R/XYZ 0 700.0 0]", pdf_text("Zwei") + b" [12 0 R/XYZ 0 700.0 0]"]
    assert destinations(root, lambda page: page + 10).body == b"<</Dests<</Names[" + b" ".join(places) + b"]>>>>"


def test_a_link_that_leads_nowhere_is_a_fault():
    root = headings()
    root.wanted("Drei")
    with pytest.raises(LookupError, match="Drei"):
        destinations(root, lambda page: page)

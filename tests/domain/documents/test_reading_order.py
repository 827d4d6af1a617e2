"""Documents are read in the order that was agreed on; `python -m tests.domain.documents.renew` agrees anew."""

import pytest

from domain import documents
from tests.domain.documents import reading

NAMES = tuple(documents.DOCUMENTS)


@pytest.mark.parametrize("name", NAMES)
def test_document_is_read_in_the_agreed_order(name):
    agreed = reading.golden(reading.GOLDEN, name).read_text(encoding="utf-8")
    assert reading.told(reading.made(name)) == agreed


def test_every_agreed_order_is_that_of_a_document():
    for folder in (reading.GOLDEN, reading.GATE_GOLDEN):
        assert {path.stem for path in folder.glob("*.txt")} == set(NAMES)

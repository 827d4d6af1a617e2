"""The glossary names every term, and every code name in it exists."""

import re
from enum import StrEnum

from domain import terms
from tests.style.sources import ROOT, assert_none, code

ROW = re.compile(r"^\| (?P<term>[^|]+) \| (?P<meaning>[^|]+) \| `(?P<code>\w+)` \| (?P<text>[^|]+) \|$", re.MULTILINE)


def rows():
    """The lines of the table."""
    return [match.groupdict() for match in ROW.finditer((ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"))]


def test_every_enum_of_the_terms_is_explained():
    explained = {row["code"] for row in rows()}
    enums = [value.__name__ for value in vars(terms).values() if isinstance(value, type) and issubclass(value, StrEnum)]
    assert_none(name for name in enums if name != "StrEnum" and name not in explained)


def test_every_code_name_exists():
    text = "\n".join(source.text for source in code() if source.name.startswith("domain/"))
    assert_none(row["code"] for row in rows() if not re.search(rf"\b{row['code']}\b", text))


def test_every_term_stands_once():
    names = [row["term"] for row in rows()]
    assert len(names) == len(set(names)) > 0

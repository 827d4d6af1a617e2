"""Every message has a German text, and what a person sees goes through the catalogue."""

import ast
from enum import StrEnum
from functools import cache

from domain import labels, terms
from scripts import catalogue
from tests.style.sources import assert_none, called, code, findings

NAME = "Landauf"
VISIBLE = {
    "QLabel", "QPushButton", "QToolButton", "QAction", "QGroupBox", "QCheckBox", "QRadioButton",
    "setText", "setWindowTitle", "setTitle", "setToolTip", "setStatusTip", "setPlaceholderText", "setAccessibleName",
    "setAccessibleDescription", "setWhatsThis", "addTab", "addMenu", "addAction", "addItem", "setLabelText",
}  # fmt: skip


@cache
def template():
    """Every message in the sources."""
    return catalogue.collected()


def test_german_catalogue_is_complete():
    german = catalogue.read(catalogue.catalogue_file("de"), "de")
    assert_none(catalogue.gaps(template(), german))


def test_committed_template_holds_the_messages_of_the_sources():
    committed = catalogue.keys(catalogue.read(catalogue.TEMPLATE))
    assert catalogue.keys(template()) ^ committed == set(), "run `make locales`"


def test_english_texts_keep_their_fields():
    english = catalogue.read(catalogue.catalogue_file("en"), "en")
    assert_none(line for line in catalogue.gaps(template(), english) if line.startswith("other fields"))


def test_every_term_has_a_label():
    enums = [enum for enum in vars(terms).values() if isinstance(enum, type) and issubclass(enum, StrEnum)]
    members = [member for enum in enums for member in enum]
    assert members
    assert_none([repr(member) for member in members if not labels.has_name(member)])


def test_visible_text_goes_through_the_catalogue():
    def look(source):
        for node in source.nodes(ast.Call):
            text = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else None
            if called(node) in VISIBLE and isinstance(text, str) and text != NAME and sum(map(str.isalpha, text)) > 2:
                yield f"{node.lineno} {called(node)}({text!r})"

    assert_none(findings([source for source in code() if source.name.startswith("gui/")], look))

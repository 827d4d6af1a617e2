"""Files, functions and classes stay small enough to be read in one go."""

import ast
import re

from tests.style.sources import assert_none, code, findings, proofs

FILE, FUNCTION, CLASS, METHODS = 300, 40, 200, 15
DRAWN = {"domain/errors.py"}  # draws its tree above the first class
FORBIDDEN_WORDS = {"manager", "helper", "helpers", "util", "utils", "base", "data"}
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_files_are_short():
    def look(source):
        lines = source.text.count("\n")
        return [f" {lines} lines"] if lines >= FILE else []

    assert_none(findings(code() + proofs(), look))


def test_functions_are_short():
    def look(source):
        functions = source.nodes(Function)
        return [f"{node.lineno} {node.name}: {length(node)}" for node in functions if length(node) >= FUNCTION]

    assert_none(findings(code(), look))


def test_classes_are_small():
    def look(source):
        for node in source.nodes(ast.ClassDef):
            methods = sum(isinstance(child, Function) and is_own(child) for child in node.body)
            if length(node) >= CLASS or methods > METHODS:
                yield f"{node.lineno} {node.name}: {length(node)} lines, {methods} methods"

    assert_none(findings(code(), look))


def test_modules_say_in_one_line_what_they_hold():
    def look(source):
        docstring = ast.get_docstring(source.tree)
        if source.tree.body and not docstring:
            yield "1 no docstring"
        elif docstring and "\n" in docstring and source.name not in DRAWN:
            yield "1 more than one line"

    assert_none(findings(code(), look))


def test_names_say_something():
    def look(source):
        for name in [source.path.stem, *(node.name for node in source.nodes(ast.ClassDef))]:
            if {word.lower() for word in WORD.findall(name)} & FORBIDDEN_WORDS:
                yield f" {name}"

    assert_none(findings(code() + proofs(), look))


def is_own(method):
    """Whether a reader has to learn it: no attribute in disguise, no dunder, nothing that a framework demands."""
    decorators = {ast.unparse(decorator).split(".")[-1] for decorator in method.decorator_list}
    return not method.name.startswith("__") and not decorators & {"property", "cached_property", "setter", "override"}


def length(node):
    """Lines from the `def` or `class` to the end, without decorators."""
    return node.end_lineno - node.lineno + 1

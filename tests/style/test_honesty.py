"""No silenced checks without a reason, nothing left behind, no test that cannot fail."""

import ast
import re

from tests.style.sources import ROOT, assert_none, called, code, findings, proofs, prose

TYPE_IGNORE = re.compile(r"type:\s*ignore")
GOOD_TYPE_IGNORE = re.compile(r"# type: ignore\[[a-z-]+(, ?[a-z-]+)*\]\s+# \S.{3,}")
NOQA = re.compile(r"#\s*(ruff:\s*)?noqa|pylint:|pyright:|nosec|pragma: no cover", re.IGNORECASE)
GOOD_NOQA = re.compile(r"# noqa: [A-Z]+\d+(, ?[A-Z]+\d+)* - \S.{3,}")
LEFT_BEHIND = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
MACHINE_PATH = re.compile(r"(?<![\w.~/])/(?:root|home/\w+|mnt|srv|work|tmp/[\w-]+|opt/wheels)(?=[/\s\"'`),;:]|$)")
PACKAGE_SERVER = re.compile(r"--(?:extra-)?index[-]url|--find[-]links|https?://[\w.]*(?:pypi|pythonhosted|npmjs)\.")
PROVING = ("assert", "check_", "raises", "warns", "expect", "waitSignal", "waitUntil", "fail")
WIDE = {"Exception", "BaseException", "None"}


def test_silenced_checks_name_rule_and_reason():
    def look(source):
        lines = source.text.splitlines()
        for number, comment in source.comments():
            if TYPE_IGNORE.search(comment) and not GOOD_TYPE_IGNORE.search(lines[number - 1]):
                yield f"{number} {comment}"
            if NOQA.search(comment) and not GOOD_NOQA.search(comment):
                yield f"{number} {comment}"

    assert_none(findings(code() + proofs(), look))


def test_nothing_is_left_behind():
    def look(source):
        return [f"{number} {comment}" for number, comment in source.comments() if LEFT_BEHIND.search(comment)]

    assert_none(findings(code() + proofs(), look))


def test_no_error_is_swallowed_unseen():
    def look(source):
        handlers = source.nodes(ast.ExceptHandler)
        return [str(node.lineno) for node in handlers if ast.unparse(node.type or ast.Constant(None)) in WIDE]

    assert_none(findings(code() + proofs(), look))


def test_no_path_of_a_machine_and_no_package_server():
    found = []
    for path in [*(source.path for source in code() + proofs()), *prose()]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if MACHINE_PATH.search(line) or PACKAGE_SERVER.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}")
    assert_none(found)


def test_every_test_can_fail():
    def look(source):
        functions = source.nodes(ast.FunctionDef)
        proving = {node.name for node in functions if proves(node, set())}
        tests = [node for node in functions if node.name.startswith("test_")]
        return [f"{node.lineno} {node.name}" for node in tests if not proves(node, proving)]

    assert_none(findings(proofs(), look))


def proves(function, proving):
    """Whether the body asserts something, itself or by calling a function of the same file that does."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call) and (called(node).startswith(PROVING) or called(node) in proving):
            return True
    return False

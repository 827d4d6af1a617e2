"""The files of the repository, read and parsed once for all style tests."""

import ast
import io
import tokenize
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("domain", "gui", "scripts", "installer")
PROSE = {".md", ".toml", ".txt", ".cfg", ".sh", ".yml", ".yaml", ".json", ".spec", ".nsi", ".po", ".pot", ".css"}
NAMED = ("Makefile", "LICENSE", ".ci/run")

Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True)
class Source:
    """One Python file."""

    path: Path

    @cached_property
    def name(self) -> str:
        """The path inside the repository."""
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def text(self) -> str:
        """The file's text."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed file."""
        return ast.parse(self.text)

    @cached_property
    def _nodes(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(self.tree))

    def nodes(self, kind: type[Node]) -> list[Node]:
        """Every node of a kind, in reading order by level."""
        return [node for node in self._nodes if isinstance(node, kind)]

    def comments(self) -> list[tuple[int, str]]:
        """Line number and text of every comment."""
        tokens = tokenize.generate_tokens(io.StringIO(self.text).readline)
        return [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]


@cache
def code() -> tuple[Source, ...]:
    """Everything that is shipped or helps to ship it; migrations are history and not rewritten."""
    paths = [ROOT / "hatch_build.py", *(path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")))]
    return tuple(Source(path) for path in paths if "versions" not in path.parts)


@cache
def proofs() -> tuple[Source, ...]:
    """Every Python file under tests/."""
    return tuple(Source(path) for path in sorted((ROOT / "tests").rglob("*.py")))


@cache
def prose() -> tuple[Path, ...]:
    """Text files that are not Python."""
    folders = (*FOLDERS, "tests", "docs", "locales", "resources")
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*")) if path.suffix in PROSE]
    top = [path for path in sorted(ROOT.iterdir()) if path.is_file() and path.suffix in PROSE]
    return tuple(found + top + [ROOT / name for name in NAMED])


def findings(files: Iterable[Source], look: Callable[[Source], Iterable[str]]) -> list[str]:
    """What `look` finds in each file, one line per finding that begins with the file."""
    return [f"{source.name}:{found}" for source in files for found in look(source)]


def called(node: ast.Call) -> str:
    """The last part of the name of what is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def assert_none(found: Iterable[str]) -> None:
    """Fail with every finding on a line of its own."""
    lines = list(found)
    assert not lines, "\n" + "\n".join(lines)

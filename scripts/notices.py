"""Who wrote what is in a bundle, and under which licence: from the metadata of the installed packages."""

import sys
import sysconfig
import tomllib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "installer" / "licences"
"""Texts of licences whose packages do not bring them: those of Qt."""

_SIGNS = ("licen", "copying", "notice", "authors")


@dataclass(frozen=True, slots=True)
class Part:
    """Something of somebody else in the bundle: its name, version, licence in short, author, and the texts to keep."""

    name: str
    version: str
    licence: str
    author: str
    texts: tuple[Path, ...]


def parts() -> list[Part]:
    """Python and every package that Landauf needs at run time, direct or not, by name.

    Raises:
        LookupError: a package brings no text of its licence and `installer/licences` holds none.
    """
    found = [_python(), *map(_part, sorted(_needed(), key=str.lower))]
    bare = [part.name for part in found if not part.texts]
    if bare:
        raise LookupError("no text of a licence found for: " + ", ".join(bare))
    return found


def files() -> list[tuple[str, str]]:
    """Every text of a licence and the folder of the bundle it belongs into, as PyInstaller takes data files."""
    kept = [(str(path), f"licences/{part.name}") for part in parts() for path in part.texts]
    return [(str(ROOT / "LICENSE"), "licences/Landauf"), *kept]


def _needed() -> set[str]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        waiting = [Requirement(line) for line in tomllib.load(file)["project"]["dependencies"]]
    found: dict[str, metadata.Distribution] = {}
    while waiting:
        wanted = waiting.pop()
        if wanted.marker is not None and not wanted.marker.evaluate({"extra": ""}):
            continue
        package = metadata.distribution(wanted.name)
        name = package.metadata["Name"]
        if name not in found:
            found[name] = package
            waiting += [Requirement(line) for line in package.requires or ()]
    return set(found)


def _part(name: str) -> Part:
    package = metadata.distribution(name)
    facts = package.metadata
    texts = tuple(
        sorted(path for file in package.files or () if _is_text(file) if (path := Path(str(file.locate()))).is_file())
    )
    if name.lower().startswith(("pyside6", "shiboken6")):
        texts = tuple(sorted(KEPT.iterdir()))
    author = facts.get("Author") or facts.get("Author-email") or facts.get("Maintainer") or name
    return Part(name, package.version, _licence(facts), " ".join(author.split()), texts)


def _is_text(file: metadata.PackagePath) -> bool:
    """Whether the file of a package is about its licence: by its name, or because it lies in a folder of licences."""
    named = any(sign in file.name.lower() for sign in _SIGNS) or "licenses" in {part.lower() for part in file.parts}
    return named and file.suffix.lower() not in {".py", ".pyc", ".pyi", ".so", ".json"}


def _licence(facts: metadata.PackageMetadata) -> str:
    """The licence as its expression, its short field, or the last word of its classifier."""
    stated = facts.get("License-Expression") or ""
    classified = [
        line.rpartition(" :: ")[2] for line in facts.get_all("Classifier") or () if line.startswith("License")
    ]
    short = facts.get("License") or ""
    return stated or ", ".join(classified) or (short.splitlines() or ["see its text"])[0]


def _python() -> Part:
    version = ".".join(map(str, sys.version_info[:3]))
    stdlib = Path(sysconfig.get_path("stdlib"))
    debian = Path(f"/usr/share/doc/python{sys.version_info[0]}.{sys.version_info[1]}/copyright")
    texts = [path for path in (stdlib / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt", debian) if path.is_file()]
    return Part("Python", version, "PSF-2.0", "Python Software Foundation", tuple(texts[:1]))

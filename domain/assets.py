"""Finds resources/ and locales/ in a checkout, an installed wheel and a frozen bundle."""

import os
import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder that holds `resources/` and `locales/`.

    In a frozen bundle PyInstaller unpacks data to `sys._MEIPASS`; an installed wheel carries them under
    `domain/_assets/`; a checkout has them beside `domain/`.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    package = Path(__file__).resolve().parent
    installed = package / "_assets"
    return installed if installed.is_dir() else package.parent


def resource(*parts: str) -> Path:
    """The path of a file under `resources/`."""
    return root().joinpath("resources", *parts)


def locales() -> Path:
    """The folder of the message catalogues."""
    return root() / "locales"


def catalogues() -> Path:
    """The folder with compiled message catalogues.

    A wheel and a bundle ship them compiled; in a checkout they are compiled beside the sources when missing or older.
    """
    folder = locales()
    if (root() / "pyproject.toml").is_file():
        for source in folder.glob("*/LC_MESSAGES/*.po"):
            _compile_if_stale(source)
    return folder


def _compile_if_stale(source: Path) -> None:
    compiled = source.with_suffix(".mo")
    if compiled.is_file() and compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns:
        return
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as text:
        catalogue = read_po(text, locale=source.parent.parent.name)
    partial = compiled.with_suffix(f".mo.{os.getpid()}")  # two programs may start at the same moment
    with partial.open("wb") as binary:
        write_mo(binary, catalogue)
    partial.replace(compiled)

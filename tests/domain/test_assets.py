"""Where the program finds what is not Python."""

import os
import sys

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from domain import assets


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout with one German catalogue."""
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.setattr(assets, "root", lambda: tmp_path)
    source = assets.locales() / "de" / "LC_MESSAGES" / "landauf.po"
    source.parent.mkdir(parents=True)
    write_german(source, "Hilfe")
    return source


def write_german(source, text):
    """Write a catalogue that translates “Help”."""
    catalogue = Catalog(locale="de")
    catalogue.add("Help", text)
    with source.open("wb") as out:
        write_po(out, catalogue)


def test_checkout_holds_the_fonts():
    assert assets.resource("fonts", "IBMPlexSans-Regular.ttf").is_file()


def test_frozen_bundle_is_looked_up_where_it_was_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert assets.root.__wrapped__() == tmp_path


def test_missing_catalogue_is_compiled(checkout):
    folder = assets.catalogues()
    assert (folder / "de" / "LC_MESSAGES" / "landauf.mo").is_file()
    assert [path.name for path in checkout.parent.iterdir() if path.suffix not in {".po", ".mo"}] == []


def test_older_catalogue_is_compiled_again(checkout):
    assets.catalogues()
    compiled = checkout.with_suffix(".mo")
    before = compiled.read_bytes()
    write_german(checkout, "Beistand")
    os.utime(compiled, ns=(0, 0))
    assets.catalogues()
    assert compiled.read_bytes() != before


def test_catalogue_in_step_with_its_source_is_left_alone(checkout):
    assets.catalogues()
    compiled = checkout.with_suffix(".mo")
    later = checkout.stat().st_mtime_ns + 1
    os.utime(compiled, ns=(later, later))
    assets.catalogues()
    assert compiled.stat().st_mtime_ns == later


def test_installed_program_compiles_nothing(checkout):
    (assets.root() / "pyproject.toml").unlink()
    assets.catalogues()
    assert not checkout.with_suffix(".mo").exists()

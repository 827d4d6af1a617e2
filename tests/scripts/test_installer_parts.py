"""What goes into the installers: help as manual pages, notices of all parts, the same packages in every list, icons."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from domain.cli.parser import subcommands
from domain.i18n import language
from scripts import deb, icons, man_page, notices

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 12, 1)


@pytest.mark.parametrize("code", ["de", "en"])
def test_the_manual_page_holds_every_command_with_its_help(code):
    page = man_page.page(code, DAY)
    for name, made in subcommands(language(code)).items():
        assert f'.SS "landauf {name}"' in page
        assert made.description.split(":")[0].split(".")[0].replace("-", r"\-")[:25] in page


def test_what_roff_would_take_for_a_request_is_text():
    assert man_page._escaped(".landauf is an ending") == r"\&.landauf is an ending"
    assert man_page._escaped("'quoted'") == r"\&'quoted'"
    assert man_page._escaped(r"--since C:\plan") == r"\-\-since C:\eplan"


def test_german_help_has_no_english_heads():
    page = man_page.page("de", DAY)
    for word in ("usage:", "options:", "positional arguments", "show this help"):
        assert word not in page


def test_every_part_of_others_has_licence_author_and_text():
    parts = notices.parts()
    assert {"Python", "PySide6_Essentials", "numpy", "reportlab", "sqlcipher3"} <= {part.name for part in parts}
    for part in parts:
        assert part.licence, part.name
        assert part.author, part.name
        assert max(text.stat().st_size for text in part.texts) > 400, part.name


def test_the_notices_name_every_part():
    """The table in resources/NOTICES.md is what the About box and the repository show."""
    told = re.sub(r"[-_.]", "-", (ROOT / "resources" / "NOTICES.md").read_text(encoding="utf-8").lower())
    assert [part.name for part in notices.parts() if re.sub(r"[-_.]", "-", part.name.lower()) not in told] == []


def test_the_copyright_file_has_a_stanza_for_every_part():
    text = deb._copyright()
    assert text.startswith("Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/")
    assert len(re.findall(r"^License: ", text, re.MULTILINE)) == len(notices.parts()) + 2
    for before, line in pairwise(text.splitlines()):
        assert line or before, "no empty line stands inside a stanza"


def test_the_package_asks_for_what_make_installs_for_qt():
    script = (ROOT / "scripts" / "system_packages.sh").read_text(encoding="utf-8")
    wanted = script.partition('qt_needs="')[2].partition('"')[0]
    assert {line.partition("|")[2] for line in wanted.split()} <= set(deb.depends())


@pytest.mark.parametrize("name", ["landauf", "landauf-file"])
def test_icons_are_drawn_in_every_size_and_not_empty(qapp, tmp_path, name):
    for size in icons.SIZES:
        with Image.open(icons.render(name, size, tmp_path / f"{size}.png")) as picture:
            assert picture.size == (size, size)
            assert picture.getchannel("A").getbbox() is not None
            assert len(picture.getcolors(size * size)) > 8


def test_the_windows_icon_holds_all_its_sizes(qapp, tmp_path):
    pictures = [icons.render("landauf", size, tmp_path / f"{size}.png") for size in icons.WINDOWS_SIZES]
    icons.save_ico(pictures, tmp_path / "landauf.ico")
    with Image.open(tmp_path / "landauf.ico") as ico:
        assert {size for size, _same in ico.info["sizes"]} == set(icons.WINDOWS_SIZES)


def test_both_languages_of_the_windows_set_up_say_the_same_things():
    script = (ROOT / "installer" / "windows" / "landauf.nsi").read_text(encoding="utf-8")
    said = {code: set(re.findall(rf"LangString (\w+) \${{LANG_{code}}}", script)) for code in ("GERMAN", "ENGLISH")}
    assert said["GERMAN"] == said["ENGLISH"]
    assert len(said["GERMAN"]) >= 4


def test_the_windows_set_up_touches_nothing_outside_the_profile():
    script = (ROOT / "installer" / "windows" / "landauf.nsi").read_text(encoding="utf-8")
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
    assert "HKCR" not in script
    uninstall = script.partition('Section "Uninstall"')[2]
    assert '.landauf"' not in uninstall.replace('Software\\Classes\\.landauf"', "")
    assert "APPDATA" not in uninstall


def test_the_windows_workflow_pins_its_actions_and_tries_what_it_built():
    text = (ROOT / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8")
    assert all(re.search(r"@v\d", line) for line in re.findall(r"uses: (.+)", text))
    for step in ("pytest", "PyInstaller", "self-test", "makensis", "uninstall.exe"):
        assert step in text
    assert "\t" not in text

"""What installers are made of is sound by the rules of others: starter, metainfo, manual pages, packages."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scripts import deb, man_page
from tests.gates.conftest import ROOT

pytestmark = [pytest.mark.gate, pytest.mark.timeout(300)]

LINUX = ROOT / "installer" / "linux"


def run(*command, **options):
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True, check=False, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_starter_is_a_sound_desktop_entry(program):
    assert run(program("desktop-file-validate"), LINUX / "landauf.desktop") == ""


def test_the_metainfo_is_sound(program, tmp_path):
    filled = tmp_path / "de.landauf.landauf.metainfo.xml"
    text = (LINUX / filled.name).read_text(encoding="utf-8")
    filled.write_text(text.replace("@VERSION@", "1.2.3").replace("@DATE@", "2026-12-01"), encoding="utf-8")
    assert "successful" in run(program("appstreamcli"), "validate", "--no-net", filled)


@pytest.mark.parametrize("code", ["de", "en"])
def test_the_manual_page_is_set_without_a_warning(program, tmp_path, code):
    path = tmp_path / "landauf.1"
    path.write_text(man_page.page(code, datetime(2026, 12, 1, tzinfo=UTC).date()), encoding="utf-8")
    assert run(program("groff"), "-man", "-Tutf8", "-Kutf8", "-ww", "-z", path) == ""


def test_a_small_bundle_becomes_a_debian_package(program, tmp_path):
    packer = program("dpkg-deb")
    bundle, icons = tmp_path / "bundle", tmp_path / "icons"
    (bundle / "_internal").mkdir(parents=True)
    (bundle / "landauf").write_text("#!/bin/sh\n", encoding="utf-8")
    (bundle / "_internal" / "libx.so").touch(0o755)
    run(sys.executable, "-m", "scripts.icons", icons, icons / "landauf.ico", cwd=ROOT)
    package = deb.build(bundle, icons, tmp_path, datetime(2026, 12, 1, tzinfo=UTC))
    listed = run(packer, "--contents", package)
    for path in (
        "./usr/bin/landauf -> ../lib/landauf/landauf",
        "./usr/share/applications/landauf.desktop",
        "./usr/share/icons/hicolor/48x48/mimetypes/application-x-landauf.png",
        "./usr/share/man/de/man1/landauf.1.gz",
        "./usr/share/mime/packages/landauf.xml",
        "./usr/share/doc/landauf/copyright",
    ):
        assert path in listed
    assert "-rw-r--r-- root/root" in next(line for line in listed.splitlines() if "libx.so" in line)
    again = tmp_path / "again"
    again.mkdir()
    assert deb.build(bundle, icons, again, datetime(2026, 12, 1, tzinfo=UTC)).read_bytes() == package.read_bytes()


def test_the_windows_set_up_compiles_without_a_warning(program, tmp_path):
    program("makensis")
    path = run(ROOT / "scripts" / "windows_setup.sh", sys.executable, tmp_path, cwd=ROOT).splitlines()[-1]
    with Path(path).open("rb") as made:
        assert made.read(2) == b"MZ"

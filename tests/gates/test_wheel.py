"""The built wheel brings its resources and catalogues, and puts nothing else into site-packages."""

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.gates.conftest import ROOT

pytestmark = [pytest.mark.gate, pytest.mark.timeout(600)]

LOOK = """
from domain import assets
from domain.i18n import language
print(assets.root())
print(assets.resource("region", "kreise.csv").is_file())
print(language("de").gettext("Citizen dialogue"))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A fresh environment with our wheel; what it depends on is borrowed from the environment of the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT)
    [wheel] = folder.glob("*.whl")
    run([sys.executable, "-m", "venv", "--without-pip", str(folder / "env")], cwd=folder)
    python = folder / "env" / "bin" / "python"
    run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)],
        cwd=folder,
    )
    packages = Path(run([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], cwd=folder))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python, packages


def test_resources_and_catalogues_are_found_in_the_wheel(installed):
    python, packages = installed
    root, found, german = run([str(python), "-P", "-c", LOOK], cwd=packages).splitlines()
    assert Path(root) == packages / "domain" / "_assets"
    assert found == "True"
    assert german == "Bürgerdialog"


def test_only_our_two_packages_stand_in_site_packages(installed):
    _, packages = installed
    assert sorted(path.name for path in packages.iterdir() if path.suffix not in {".pth", ".dist-info"}) == [
        "domain",
        "gui",
    ]


def test_every_resource_of_the_checkout_is_in_the_wheel(installed):
    _, packages = installed
    shipped = packages / "domain" / "_assets" / "resources"
    wanted = {path.relative_to(ROOT / "resources") for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert {path.relative_to(shipped) for path in shipped.rglob("*") if path.is_file()} == wanted


def test_command_line_of_the_wheel_answers(installed):
    python, packages = installed
    assert "landauf" in run([str(python.parent / "landauf"), "--help"], cwd=packages).lower()


def run(command, cwd):
    """What a command prints; a failing one fails the test with all it said."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()

"""The Windows set-up, really run: under Wine, with a stand-in for the program; as its owner uses it, silently.

Debian's Wine runs 64-bit programs only, so the same script is compiled with a 64-bit head.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from domain import __version__
from tests.gates.conftest import ROOT, virtual_display

pytestmark = [pytest.mark.gate, pytest.mark.timeout(300)]

UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Landauf"
FILE_TYPE = r"HKCU\Software\Classes\Landauf.Workspace"
OWN = r"HKCU\Software\Landauf"
ENDING = r"HKCU\Software\Classes\.landauf"


class Windows:
    """A fresh Windows of Wine's, with what is asked of it."""

    def __init__(self, loader: str, folder: Path, display: str) -> None:
        self.loader = loader
        self.disk = folder / "wine" / "drive_c"
        names = ("PATH", "HOME", "LD_LIBRARY_PATH", "WINESERVER")
        self.surroundings = {name: os.environ[name] for name in names if name in os.environ} | {
            "WINEPREFIX": str(folder / "wine"), "WINEDEBUG": "-all", "DISPLAY": display, "LC_ALL": "C.UTF-8",
        }  # fmt: skip

    def run(self, *command: object) -> subprocess.CompletedProcess[str]:
        """Run a program to its end; what Wine starts beside it lives on and would hold a pipe open."""
        with TemporaryFile("w+", encoding="utf-8", errors="replace") as out:
            done = subprocess.run(
                [self.loader, *map(str, command)],
                env=self.surroundings,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.DEVNULL,
                check=False,
                timeout=120,
            )
            out.seek(0)
            return subprocess.CompletedProcess(done.args, done.returncode, out.read())

    @contextmanager
    def opened(self, program: str) -> Iterator[None]:
        """The stand-in is Windows' own command line: it says when it runs, and ends when nobody types any more."""
        with subprocess.Popen(
            [self.loader, program, "/k", "echo open"],
            env=self.surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        ) as running:  # fmt: skip
            assert any("open" in line for line in running.stdout)
            yield
            running.stdin.close()
            running.wait(60)

    def value(self, key: str, name: str = "") -> str | None:
        """What a key of the registry holds under a name, the usual one if none is given; None if it is not there."""
        asked = self.run("reg", "query", key, *(["/v", name] if name else ["/ve"]))
        lines = [line for line in asked.stdout.splitlines() if line.startswith("    ")]
        return lines[0].strip().split("    ", 2)[-1].strip() if asked.returncode == 0 and lines else None

    def set_version(self, name: str) -> None:
        assert self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", name, "/f").returncode == 0

    @property
    def home(self) -> Path:
        return next(path for path in (self.disk / "users").iterdir() if path.name != "Public")

    @property
    def program(self) -> Path:
        return self.home / "AppData" / "Local" / "Programs" / "Landauf"

    def named(self, path: Path) -> str:
        """The path as Windows writes it."""
        return "C:\\" + str(path.relative_to(self.disk)).replace("/", "\\")


@pytest.fixture(scope="module")
def wine(tmp_path_factory) -> Iterator[Windows]:
    """One Windows for all tests here: to make it takes longer than what is tried in it."""
    loader = shutil.which("wine64") or shutil.which("wine64", path="/usr/lib/wine")
    if loader is None:
        pytest.skip("Wine is not installed: apt install wine64")
    with virtual_display() as display:
        made = Windows(loader, tmp_path_factory.mktemp("windows"), display)
        if made.run("wineboot", "--init").returncode or not made.disk.is_dir():
            pytest.skip("Wine does not start here")
        yield made
        made.run("wineboot", "--kill")


@pytest.fixture
def windows(wine) -> Windows:
    """The same Windows, of the version that is asked for, with nothing of Landauf."""
    wine.set_version("win10")
    shutil.rmtree(wine.program, ignore_errors=True)
    for key in (UNINSTALL, FILE_TYPE, ENDING, OWN):
        wine.run("reg", "delete", key, "/f")
    return wine


@pytest.fixture(scope="module")
def set_ups(wine, tmp_path_factory) -> tuple[Path, Path]:
    """Two set-ups, whose folders of libraries differ in one file."""
    if shutil.which("makensis") is None:
        pytest.skip("makensis is not installed and could not be")
    made = []
    for library in ("old.dll", "new.dll"):
        folder = tmp_path_factory.mktemp("setup")
        payload = folder / "payload"
        (payload / "_internal").mkdir(parents=True)
        for file in ("base.zip", library):
            (payload / "_internal" / file).write_text("stand-in", encoding="ascii")
        for file in ("landauf.exe", "landauf-cli.exe"):
            shutil.copy(wine.disk / "windows" / "system32" / "cmd.exe", payload / file)
        done = subprocess.run(
            [ROOT / "scripts" / "windows_setup.sh", sys.executable, folder, payload, "-XTarget amd64-unicode"],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        made.append(Path(done.stdout.splitlines()[-1]))
    return made[0], made[1]


def test_it_installs_replaces_itself_and_goes_without_touching_what_people_made(windows, set_ups):
    first, second = set_ups
    work = windows.home / "Documents" / "arbeit.landauf"
    work.write_bytes(b"what people made")

    assert windows.run(first, "/S").returncode == 0
    assert (windows.program / "_internal" / "old.dll").is_file()
    place = windows.named(windows.program)
    assert windows.value(UNINSTALL, "DisplayVersion") == __version__
    assert windows.value(UNINSTALL, "InstallLocation") == place
    assert int(windows.value(UNINSTALL, "EstimatedSize") or "0", 16) > 100
    assert windows.value(FILE_TYPE + r"\shell\open\command") == f'"{place}\\landauf.exe" "%1"'
    assert windows.value(FILE_TYPE + r"\DefaultIcon") == f"{place}\\landauf-file.ico"
    assert windows.value(ENDING) == "Landauf.Workspace"
    assert list(windows.home.rglob("Landauf.lnk")), "no line in the start menu"

    (windows.program / "notes.txt").write_text("kept", encoding="ascii")
    assert windows.run(second, "/S").returncode == 0
    assert sorted(path.name for path in (windows.program / "_internal").iterdir()) == ["base.zip", "new.dll"]

    remove(windows)
    assert [path.name for path in windows.program.iterdir()] == ["notes.txt"]
    assert windows.value(UNINSTALL, "DisplayVersion") is None
    assert windows.value(FILE_TYPE) is None
    assert windows.value(ENDING) is None
    assert not list(windows.home.rglob("Landauf.lnk"))
    assert work.read_bytes() == b"what people made"


@pytest.mark.parametrize("name", ["landauf.exe", "landauf-cli.exe"])
def test_nothing_changes_while_the_program_is_open(windows, set_ups, name):
    setup, _other = set_ups
    assert windows.run(setup, "/S").returncode == 0
    (windows.program / "_internal" / "mark.txt").touch()
    uninstall = windows.named(windows.program / "uninstall.exe")
    with windows.opened(windows.named(windows.program / name)):
        assert windows.run(setup, "/S").returncode == 2
        assert windows.run(uninstall, "/S", f"_?={windows.named(windows.program)}").returncode == 2
        assert (windows.program / "_internal" / "mark.txt").is_file()
        assert windows.value(FILE_TYPE) == "Landauf workspace"
    assert windows.run(setup, "/S").returncode == 0
    assert not (windows.program / "_internal" / "mark.txt").exists()


def test_an_older_landauf_leaves_its_own_folder_when_the_new_one_goes_elsewhere(windows, set_ups):
    setup, _other = set_ups
    assert windows.run(setup, "/S").returncode == 0
    elsewhere = windows.home / "Anderswo" / "Landauf"
    assert windows.run(setup, "/S", f"/D={windows.named(elsewhere)}").returncode == 0
    assert list(windows.program.rglob("*")) == []  # the empty folder itself may still be held by the run before
    assert (elsewhere / "landauf.exe").is_file()
    assert windows.value(UNINSTALL, "InstallLocation") == windows.named(elsewhere)


def test_an_ending_that_another_program_took_stays_with_it(windows, set_ups):
    assert windows.run(set_ups[0], "/S").returncode == 0
    windows.run("reg", "add", ENDING, "/ve", "/d", "Other.File", "/f")
    remove(windows)
    assert windows.value(ENDING) == "Other.File"


def test_windows_before_10_is_refused(windows, set_ups):
    setup, _other = set_ups
    windows.set_version("win81")
    assert windows.run(setup, "/S").returncode == 2
    assert not windows.program.exists()


def remove(windows: Windows) -> None:
    """Run the uninstaller, which goes on in a copy of itself, until Landauf is gone from the list of programs."""
    assert windows.run(windows.named(windows.program / "uninstall.exe"), "/S").returncode == 0
    deadline = time.monotonic() + 60
    while windows.value(UNINSTALL, "DisplayVersion") is not None:
        assert time.monotonic() < deadline

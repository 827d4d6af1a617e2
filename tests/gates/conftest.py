"""Foreign programs, and the demo's files that they look at."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from domain import documents
from domain.i18n import AVAILABLE
from domain.terms import PaperLook
from tests.domain.documents import reading

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def program():
    """Finds a program by name, or skips the gate."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            pytest.skip(f"{name} is not installed and could not be")
        return path

    return find


@contextmanager
def virtual_display() -> Iterator[str]:
    """The name of a fresh virtual display."""
    server_program = shutil.which("Xvfb")
    if server_program is None:
        pytest.skip("Xvfb is not installed and could not be")
    with subprocess.Popen(
        [server_program, "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        number = server.stdout.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
        server.terminate()


@pytest.fixture
def display() -> Iterator[str]:
    """A virtual display for one test."""
    with virtual_display() as name:
        yield name


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `landauf demo` fills, made once."""
    folder = tmp_path_factory.mktemp("demo")
    made = subprocess.run(
        [sys.executable, "-m", "gui", "demo", "--out", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture(scope="session")
def prints(demo: Path) -> list[Path]:
    """Every PDF of the demo, and the manual in both languages."""
    found = sorted(demo.rglob("*.pdf"))
    assert found, "the demo printed nothing"
    for code in sorted(AVAILABLE):
        out = demo / f"manual-{code}.pdf"
        command = [sys.executable, "-m", "gui", "manual", str(out), "--language", code]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, timeout=120)
        found.append(out)
    return found


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One sample of every document type, by name."""
    folder = tmp_path_factory.mktemp("papers")
    found = {name: folder / f"{name}.pdf" for name in documents.DOCUMENTS}
    for name, path in found.items():
        path.write_bytes(reading.made(name))
    return found


@pytest.fixture(scope="session")
def large_papers(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """One sample of every document type in large print."""
    folder = tmp_path_factory.mktemp("large")
    found = [folder / f"{name}.pdf" for name in documents.DOCUMENTS]
    for path in found:
        path.write_bytes(reading.made(path.stem, PaperLook.large))
    return found

"""Foreign programs, and the demo's files that they look at."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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
    """Every PDF of the demo."""
    found = sorted(demo.rglob("*.pdf"))
    assert found, "the demo printed nothing"
    return found

"""Each test has an empty home of its own; the machine's time zone is none that the program may rely on."""

import os
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

FOLDERS = {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": ".run",
}
NUMBERS = count()


@pytest.fixture(scope="session", autouse=True)
def strange_time_zone() -> Iterator[None]:
    """Half a day away from Berlin, so that a naive local time shows; no language from the environment either."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Pacific/Auckland")
        for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANDAUF_QUIT_AFTER", "SOURCE_DATE_EPOCH"):
            patch.delenv(name, raising=False)
        patch.setenv("LANG", "C.UTF-8")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all private homes."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def private_home(homes: Path) -> Iterator[Path]:
    """An empty home folder for this test alone."""
    home = homes / str(next(NUMBERS))
    home.mkdir()
    before = {name: os.environ.get(name) for name in FOLDERS}
    os.environ.update({name: str(home / folder) for name, folder in FOLDERS.items()})
    yield home
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value

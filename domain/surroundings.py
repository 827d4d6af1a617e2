"""What a program takes from its surroundings: clock, person, device, language and the usual file."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from domain.errors import UsageError
from domain.i18n import AVAILABLE, DEFAULT, N_

if TYPE_CHECKING:
    from domain.terms import Clock

_LATEST = 7_258_118_400
"""The first second of 2200; date arithmetic needs years on either side of a clock."""


def clock() -> "Clock":
    """The system's clock, or the fixed moment that SOURCE_DATE_EPOCH (seconds since 1970, UTC) names.

    Raises:
        UsageError: SOURCE_DATE_EPOCH is not a number of seconds between 1970 and 2200.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if not fixed:
        return lambda: datetime.now(UTC)
    try:
        seconds = int(fixed)
    except ValueError:
        seconds = -1
    if not 0 <= seconds < _LATEST:
        raise UsageError(N_("SOURCE_DATE_EPOCH is not a number of seconds: {value}"), value=fixed)
    moment = datetime.fromtimestamp(seconds, UTC)
    return lambda: moment


def author() -> str:
    """Who works here, as the system knows it."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def device() -> str:
    """The name of this computer."""
    import platform

    return platform.node() or "?"


def language_code() -> str:
    """The language of messages: LANDAUF_LANGUAGE if it names one there is, else German."""
    wanted = os.environ.get("LANDAUF_LANGUAGE", DEFAULT)
    return wanted if wanted in AVAILABLE else DEFAULT


def usual_file() -> Path:
    """The workspace used when none is named: in the user's data folder."""
    if sys.platform == "win32":
        folder = Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming"))
    elif sys.platform == "darwin":
        folder = Path.home() / "Library" / "Application Support"
    else:
        folder = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return folder / "landauf" / "landauf.landauf"


def sample_file() -> Path:
    """The place of the sample workspace that the welcome page makes, beside the usual file."""
    return usual_file().with_name("landauf-beispiel.landauf")

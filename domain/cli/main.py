"""From arguments to an exit code: 0 done, 1 refused with one line, 2 wrong usage."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import StringIO

from domain import surroundings
from domain.cli.call import Call
from domain.cli.parser import parser
from domain.cli.usage import visible
from domain.errors import LandaufError, UsageError
from domain.i18n import language

REFUSED, WRONG_USAGE, INTERRUPTED = 1, 2, 130

_LONGEST = 1_000
"""Characters of a refusal at most; what was typed or read may be longer than anybody reads."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code and writes refusals as one line to stderr."""
    tongue = language(surroundings.language_code())
    _speak_utf8()
    try:
        options = parser(tongue).parse_args(arguments)
        options.run(Call(options, tongue, surroundings.clock()))
        sys.stdout.flush()
    except UsageError as trouble:
        return _refuse(tongue.error(trouble), WRONG_USAGE)
    except LandaufError as trouble:
        return _refuse(tongue.error(trouble), REFUSED)
    except BrokenPipeError:  # the reader has gone, as `| head` does: nothing is left to say
        _fall_silent()
        return REFUSED
    except OSError as trouble:  # full or closed output, folders that vanish: nothing a use case could foresee
        _fall_silent()
        reason = ": ".join(str(part) for part in (trouble.filename, trouble.strerror or trouble) if part)
        return _refuse(tongue.gettext("The system refuses: {reason}").format(reason=reason), REFUSED)
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def _refuse(line: str, code: int) -> int:
    said = " ".join(line.split())
    if len(said) > _LONGEST:
        said = f"{said[: _LONGEST // 2]} … {said[-_LONGEST // 2 :]}"
    sys.stderr.write(f"landauf: {visible(said)}\n")
    return code


def _fall_silent() -> None:
    """What is still waiting for standard output must not fail again at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """Every character can be written; streams that were closed before the start are empty and take what they get."""
    sys.stdin, sys.stdout, sys.stderr = (stream or StringIO() for stream in (sys.stdin, sys.stdout, sys.stderr))
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8")

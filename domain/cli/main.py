"""From arguments to an exit code: 0 done, 1 refused with one line, 2 wrong usage."""

import os
import sys
from collections.abc import Sequence

from domain import surroundings
from domain.cli.call import Call
from domain.cli.parser import parser
from domain.errors import LandaufError, UsageError
from domain.i18n import language

REFUSED, WRONG_USAGE, INTERRUPTED = 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code and writes refusals as one line to stderr."""
    tongue = language(surroundings.language_code())
    _speak_utf8()
    options = parser(tongue).parse_args(arguments)
    try:
        options.run(Call(options, tongue, surroundings.clock()))
        sys.stdout.flush()
    except UsageError as trouble:
        return _refuse(tongue.error(trouble), WRONG_USAGE)
    except LandaufError as trouble:
        return _refuse(tongue.error(trouble), REFUSED)
    except BrokenPipeError:
        # The reader has gone (as `| head` does): nothing is left to say, and flushing at exit must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def _refuse(line: str, code: int) -> int:
    sys.stderr.write("landauf: " + " ".join(line.split()) + "\n")
    return code


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")

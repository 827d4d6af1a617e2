"""The entry `landauf`: a window for nothing or a file, the self-test, or the command line."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Start what the arguments ask for; gives the exit code."""
    if getattr(sys, "frozen", False):  # only a bundle starts its child processes through this module
        import multiprocessing

        multiprocessing.freeze_support()
    given = list(sys.argv[1:] if arguments is None else arguments)
    wants_window, file = window_file(given)
    if wants_window:
        # The collector would walk through half-loaded modules a dozen times before the first paint.
        gc.disable()
        from gui import app

        return app.main(file)
    if given[:1] == ["self-test"]:
        from gui.self_test.run import main as self_test

        return self_test(given[1:])
    from domain.cli.main import main as command_line

    return command_line(given)


def window_file(arguments: list[str]) -> tuple[bool, Path | None]:
    """Whether the arguments ask for the window, and on which file.

    Nothing, a lone file (`*.landauf`, or anything that exists) and `--file FILE` alone do.
    """
    match arguments:
        case []:
            return True, None
        case ["--file", file]:
            return True, Path(file)
        case [option] if option.startswith("--file="):
            return True, Path(option.removeprefix("--file="))
        case [file] if not file.startswith("-") and (file.endswith(".landauf") or Path(file).is_file()):
            return True, Path(file)
        case _other:
            return False, None


if __name__ == "__main__":
    sys.exit(main())

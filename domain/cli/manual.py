"""The manual command: the whole manual as a PDF file."""

from argparse import ArgumentParser
from pathlib import Path

from domain import outgoing
from domain.cli.call import Call
from domain.i18n import AVAILABLE, N_, Language, language


def arguments(made: ArgumentParser, tongue: Language) -> None:
    """The options of the command."""
    made.add_argument("out", metavar="OUT.pdf", help=tongue.gettext("file to write"))
    made.add_argument("--language", choices=sorted(AVAILABLE), help=tongue.gettext("its language; default: yours"))


def run(call: Call) -> None:
    """Write the manual; it needs no workspace.

    Raises:
        UsageError: the file is not to be a PDF.
        FileProblemError: the file cannot be written.
    """
    from domain.outgoing.manual import write_manual

    out = Path(call.options.out)
    outgoing.expect_ending(out, ".pdf")
    write_manual(out, language(call.options.language or call.language.code), call.clock)
    call.say(call.language.gettext(_WRITTEN).format(file=out))


_WRITTEN = N_("{file}: the manual")

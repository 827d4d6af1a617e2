"""What every command of the command line has: help, example, and the options of a workspace."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter, _SubParsersAction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.cli.call import Call
    from domain.cli.usage import Parser
    from domain.i18n import Language


def command(
    commands: _SubParsersAction[Parser],
    language: Language,
    name: str,
    run: Callable[[Call], None],
    words: tuple[str, str],
    *,
    opens_file: bool = True,
) -> ArgumentParser:
    """A command with its help, example, and the options of every command that opens a workspace."""
    _ = language.gettext
    text, example = words
    made = commands.add_parser(
        name,
        add_help=False,
        help=_(text),
        description=_(text),
        epilog=_("Example: {example}").format(example=example),
        formatter_class=RawDescriptionHelpFormatter,
    )
    made.speak(language)
    made.set_defaults(run=run)
    if opens_file:
        made.add_argument(
            "--file", metavar=_("FILE"), help=_("the workspace (*.landauf); default: the one in your data folder")
        )
        made.add_argument("--passphrase-stdin", action="store_true", help=_("read the passphrase from standard input"))
    return made


def with_json(made: ArgumentParser, language: Language) -> ArgumentParser:
    """Add the option by which a command answers as JSON."""
    made.add_argument("--json", action="store_true", help=language.gettext("answer as JSON"))
    return made

"""One call of a command: its options, and how it opens its file and answers."""

import getpass
import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from domain import surroundings
from domain.cli.usage import visible
from domain.errors import FileProblemError, UsageError
from domain.i18n import N_, Language
from domain.store.open_file import salt_in
from domain.terms import Clock
from domain.workspace import Workspace


@dataclass(frozen=True)
class Call:
    """The options of one call, the language it speaks and its clock."""

    options: Namespace
    language: Language
    clock: Clock

    @property
    def file(self) -> Path:
        """The workspace file this call names, or the usual one."""
        return Path(self.options.file) if self.options.file else surroundings.usual_file()

    @contextmanager
    def workspace(self) -> Iterator[Workspace]:
        """The open workspace; closed in the end.

        Raises:
            FileProblemError: the file is missing, locked, damaged, foreign or too new, or the passphrase is wrong.
        """
        if not self.file.is_file():
            raise FileProblemError(
                N_("There is no workspace {file}. Create one: landauf init --file {file}"), file=self.file
            )
        passphrase = self.passphrase() if salt_in(self.file) is not None else None
        with Workspace.open(
            self.file,
            clock=self.clock,
            author=surroundings.author(),
            device=surroundings.device(),
            passphrase=passphrase,
        ) as workspace:
            yield workspace

    def passphrase(self, *, twice: bool = False) -> str:
        """The passphrase from standard input or, without echo, from the keyboard; never from arguments.

        Raises:
            UsageError: there is nobody to ask, what came is no UTF-8 text, or the two entries differ.
        """
        if self.options.passphrase_stdin:
            try:
                given = sys.stdin.readline().rstrip("\r\n")
            except UnicodeDecodeError:
                raise UsageError(N_("The passphrase on standard input is not UTF-8 text.")) from None
            if not given:
                raise UsageError(N_("No passphrase came on standard input."))
            return given
        if not sys.stdin.isatty():
            raise UsageError(N_("The file is encrypted; give the passphrase with --passphrase-stdin."))
        given = getpass.getpass(self.language.gettext("Passphrase: "))
        if twice and getpass.getpass(self.language.gettext("Passphrase again: ")) != given:
            raise UsageError(N_("The two entries differ; nothing was done."))
        return given

    def say(self, line: str) -> None:
        """Write one line to standard output."""
        sys.stdout.write(visible(line) + "\n")

    def say_json(self, answer: object) -> None:
        """Write one JSON document to standard output."""
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")

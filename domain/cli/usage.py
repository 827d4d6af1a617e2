"""A parser that tells wrong usage in one line, in the person's language."""

import re
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from typing import NoReturn

from typing_extensions import override

from domain.errors import Problem, UsageError
from domain.i18n import N_, Language

# argparse tells its reasons only by their English text.
_REASONS = (
    (
        r"argument (?P<name>.+?): invalid choice: (?P<value>.+?) \(choose from (?P<names>.+)\)",
        N_("{name}: {value} is not known; there are: {names}."),
    ),
    (r"argument (?P<name>.+?): invalid \w+ value: (?P<value>.+)", N_("{name}: {value} cannot be read.")),
    (r"argument (?P<name>.+?): expected .+", N_("{name} needs a value.")),
    (r"the following arguments are required: (?P<names>.+)", N_("Something is missing: {names}.")),
    (r"unrecognized arguments: (?P<names>.+)", N_("Not understood: {names}.")),
    (r"ambiguous option: (?P<name>.+?) could match (?P<names>.+)", N_("{name} may mean: {names}.")),
    (r"argument (?P<name>.+?): (?P<reason>.+)", "{name}: {reason}"),
)


class Parser(ArgumentParser):
    """Raises `UsageError` instead of printing its usage and leaving."""

    usage_head = "usage:"

    def speak(self, language: Language) -> None:
        """Give it `--help` and name the parts of its help in a language; argparse would name them in English."""
        _ = language.gettext
        self.usage_head = _("usage:")
        self._positionals.title, self._optionals.title = _("what to give"), _("options")
        self.add_argument("-h", "--help", action="help", help=_("show this help and end"))

    @override
    def format_usage(self) -> str:
        return self.format_help().partition("\n\n")[0] + "\n"

    @override
    def format_help(self) -> str:
        return super().format_help().replace("usage:", self.usage_head, 1)

    @override
    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is.

        Raises:
            UsageError: always.
        """
        raise UsageError(N_("{reason} Help: {command} --help"), reason=_reason(message), command=self.prog)


def _reason(message: str) -> Problem:
    for pattern, msgid in _REASONS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return Problem("", msgid, tuple(found.groupdict().items()))
    return Problem("", "{reason}", (("reason", message),))


def text(typed: str) -> str:
    """An argument as text that can be stored and compared: bytes that are no UTF-8 become question marks."""
    return typed.encode("utf-8", "replace").decode()


def day(typed: str) -> date:
    """A date typed as 2027-03-01 or 01.03.2027.

    Raises:
        ArgumentTypeError: it is none.
    """
    german = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", typed)
    try:
        return date(int(german[3]), int(german[2]), int(german[1])) if german else date.fromisoformat(typed)
    except ValueError:
        # Worded as argparse words a value of the wrong type.
        raise ArgumentTypeError(f"invalid date value: {text(typed)!r}") from None


_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(line: str) -> str:
    """The line with everything written out that would steer a terminal: arguments and files of others stand in it."""
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode(), line)

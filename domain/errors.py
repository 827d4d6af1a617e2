"""What can go wrong so that a person can act on it.

    LandaufError
    ├── InvalidInputError     a value typed or imported that cannot be taken (field)
    ├── NotFoundError         something named that is not there
    ├── ConflictError         the data changed meanwhile, or an undo would break later work
    ├── FileProblemError      a file that is missing, locked, full, damaged, foreign or too new
    ├── ServerProblemError    a server that is out of reach, refuses, or answers what cannot be understood
    └── UsageError            the command line was called wrongly

Everything else is a bug and reaches the crash dialog.
"""

from dataclasses import dataclass

from domain.overriding import override


class LandaufError(Exception):
    """Trouble a person can act on: one line that says what, where and what to do.

    `msgid` is an English gettext message with `{name}` fields, `params` fill them. `str()` gives the English
    line; `domain.i18n.Language.error` gives it in the person's language.
    """

    def __init__(self, msgid: str, **params: object) -> None:
        super().__init__(msgid)
        self.msgid = msgid
        self.params = params

    @override
    def __str__(self) -> str:
        return self.msgid.format(**self.params)


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason why a draft cannot be taken: the attribute, an English msgid and what fills its fields."""

    field: str
    msgid: str
    params: tuple[tuple[str, object], ...] = ()

    @override
    def __str__(self) -> str:
        return self.msgid.format(**dict(self.params))


class InvalidInputError(LandaufError):
    """A draft or argument that cannot be taken; `problems` name every field at fault."""

    def __init__(self, *problems: Problem) -> None:
        first = problems[0]
        super().__init__(first.msgid, **dict(first.params))
        self.field = first.field
        self.problems = problems


class NotFoundError(LandaufError):
    """Something was named that is not in the workspace."""


class ConflictError(LandaufError):
    """The record changed since it was read, or later steps stand in the way."""


class FileProblemError(LandaufError):
    """A file is missing, locked, full, damaged, not ours or made by a newer Landauf."""


class ServerProblemError(LandaufError):
    """A server is out of reach, refuses, or answers what cannot be understood; its line never holds a password."""


class UsageError(LandaufError):
    """The command line was called with arguments that do not fit together."""

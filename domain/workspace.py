"""The open workspace: ask queries, run use cases, undo, search, keep copies."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from domain.errors import ConflictError, Problem
from domain.i18n import N_
from domain.overriding import override
from domain.rows.overview import Glance
from domain.rows.steps import HistoryEntry, Label, StepRow, UndoState
from domain.store import opening
from domain.store.glance import glance
from domain.store.journal import Writer, undo_state
from domain.store.keeping import KeptFile
from domain.store.open_file import OpenFile
from domain.terms import Clock

if TYPE_CHECKING:
    from domain.store.journal import Commit
    from domain.store.session import Session
    from domain.store.transactions import Transactions

P = ParamSpec("P")
R = TypeVar("R")


class Workspace(KeptFile):
    """One workspace file. Everything may be called from any thread; writes take turns.

    SQLAlchemy and the model are imported at the first `ask`, `run`, `undo` or `history`, so that a window can show its
    first page before. `glance`, `search`, `listen`, `poll`, `backup`, `restore`, `check`, `change_passphrase` and
    `close` come from `KeptFile`. Every method raises `FileProblemError` when the file itself makes trouble (locked,
    full, read-only, damaged).
    """

    def __init__(self, file: OpenFile, writer: Writer) -> None:
        super().__init__(file, writer)
        self._first_need = Lock()
        self._made: Transactions | None = None

    @classmethod
    def create(
        cls, path: Path, *, clock: Clock, author: str, device: str, passphrase: str | None = None
    ) -> "Workspace":
        """Make a new file, encrypted if there is a passphrase, and open it.

        Raises:
            FileProblemError: there is a file already, or its folder cannot be written.
        """
        return cls(opening.create_file(path, passphrase), Writer(author, device, clock))

    @classmethod
    def open(cls, path: Path, *, clock: Clock, author: str, device: str, passphrase: str | None = None) -> "Workspace":
        """Open a file; an older one is brought up to date first, after a backup.

        Raises:
            FileProblemError: the file is missing, not ours, too new or damaged, the passphrase is missing or wrong,
                or it is older and another program has it open.
        """
        return cls(opening.open_file(path, passphrase, clock), Writer(author, device, clock))

    @property
    def former(self) -> Path | None:
        """The backup of the file as an older Landauf left it, if it was brought up to date at this opening."""
        return self._file.former

    def first_page(self) -> Glance:
        """What the first page shows now; imports no SQLAlchemy."""
        now = self._writer.clock()
        return self.glance(lambda connection: glance(connection, now))

    def ask(self, query: Callable[Concatenate["Session", P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """What `query(session, …)` finds in one read transaction; it cannot write."""
        return self._transactions.read(self._writer.clock, lambda session: query(session, *args, **kwargs))

    def run(
        self,
        label: Label | str,
        use_case: Callable[Concatenate["Session", P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Run `use_case(session, …)` in one transaction as one undo step; no step if it changed nothing.

        `label` is the English msgid of the step's name, or a `Label` with fields. On any error nothing is written.

        Raises:
            LandaufError: whatever the use case refuses.
            ConflictError: a record changed since it was read.
        """
        named = Label(label) if isinstance(label, str) else label
        result, commit = self._transactions.write(
            named, self._writer, lambda session: use_case(session, *args, **kwargs)
        )
        self._committed(commit)
        return result

    def undo(self, expected: StepRow | None = None) -> StepRow:
        """Take back the newest step, whoever wrote it, and give it back.

        `expected` is the step a person was offered: if another one is newest by now, nothing is done.

        Raises:
            ConflictError: there is nothing to undo, another step came between, or later work stands in the way.
        """
        return self._take_back(self.undo_state().undo, expected, N_("There is nothing to undo."))

    def redo(self, expected: StepRow | None = None) -> StepRow:
        """Bring back what the last undo took, and give back the undo step; otherwise as `undo`."""
        return self._take_back(self.undo_state().redo, expected, N_("There is nothing to redo."))

    def undo_state(self) -> UndoState:
        """What `undo` and `redo` would do."""
        return self._file.glance(undo_state)

    def history(self, table: str, id: UUID) -> tuple[HistoryEntry, ...]:  # noqa: A002 - the column is named so
        """What happened to one record and to what hangs on its key, newest first, with Python values."""
        return self._transactions.history(table, id.hex)

    @property
    def _transactions(self) -> "Transactions":
        with self._first_need:
            if self._made is None:
                from domain.store.transactions import Transactions

                self._made = Transactions(self._file)
            return self._made

    def _take_back(self, step: StepRow | None, expected: StepRow | None, nothing: str) -> StepRow:
        if step is None:
            raise ConflictError(nothing)
        if expected is not None and expected.id != step.id:
            raise ConflictError(
                N_("Meanwhile {author} did something else: “{step}”. Nothing was taken back."),
                author=step.author,
                step=Problem("", step.msgid, step.params),
            )
        self._committed(self._transactions.revert(step, self._writer))
        return step

    def _committed(self, commit: "Commit") -> None:
        self._wrote = True
        if commit.step is not None:
            self._watch.own(commit.step)
        if commit.tables:
            self._watch.tell(commit.tables)

    @override
    def _let_go(self) -> None:
        with self._first_need:
            if self._made is not None:
                self._made.close()
            self._made = None
        super()._let_go()

"""Keeps what the evaluation has read, so that a filter answers at once; all of it happens in a pool thread."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from domain.rows.evaluation import EvaluationFigures, EvaluationFilter
from domain.rows.tours import NamedRow
from domain.terms import BERLIN
from gui.desk import Desk

if TYPE_CHECKING:
    from domain.rules.evaluation.columns import Columns
    from domain.store.session import Session
    from gui.tasks import Ticket


class EvaluationReader(QObject):
    """Reads columns once and sums them for each filter; `came` brings the figures of the newest filter."""

    came = Signal(object)  # EvaluationFigures

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._columns: Columns | None = None
        self._age = 0

    def today(self) -> date:
        """The day in Berlin."""
        return self._desk.clock().astimezone(BERLIN).date()

    def forget(self) -> None:
        """Read anew the next time: something that counts has changed."""
        self._age += 1
        self._columns = None

    def ask(self, wanted: EvaluationFilter) -> None:
        """Sum up what a filter finds; `came` follows."""
        columns, age, today, workspace = self._columns, self._age, self.today(), self._desk.workspace

        def work(_ticket: "Ticket") -> "tuple[Columns, EvaluationFigures]":
            from domain.rules.evaluation.figures import evaluate
            from domain.usecases import evaluation

            found = workspace.ask(evaluation.columns) if columns is None else columns
            return found, evaluate(found, wanted, today)

        def keep(answer: "tuple[Columns, EvaluationFigures]") -> None:
            if age == self._age:
                self._columns = answer[0]
                self.came.emit(answer[1])

        self._desk.tasks.start(work, keep, key=f"evaluation.{id(self)}")

    def read_names(self, on_done: Callable[[tuple[list[NamedRow], list[NamedRow]]], None]) -> None:
        """The topics and the target groups to choose from."""

        def read(session: "Session") -> tuple[list[NamedRow], list[NamedRow]]:
            from domain.usecases import vocabulary

            return list(vocabulary.topics(session)), list(vocabulary.target_groups(session))

        workspace = self._desk.workspace
        self._desk.tasks.start(lambda _ticket: workspace.ask(read), on_done, key=f"evaluation.names.{id(self)}")

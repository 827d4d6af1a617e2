"""What is taken while a choice of columns grows: cells and stops that no other column may use."""

import numpy as np

from domain.planning.columns import Columns
from domain.planning.columns_groups import Flags


class Taken:
    """The columns taken so far, `columns`, and what they block."""

    def __init__(self, table: Columns) -> None:
        """Nothing is taken."""
        self.columns: list[int] = []
        self._table = table
        self._stops: Flags = np.zeros(len(table.problem.stops) + 1, dtype=np.bool_)
        self._cells: Flags = np.zeros(max(1, len(table.cells)), dtype=np.bool_)

    def free(self, column: int) -> bool:
        """Whether neither the cell nor a stop of this column is used."""
        table = self._table
        return not (self._cells[table.cell_of[column]] or self._stops[table.stops[table.set_of[column]]].any())

    def take(self, column: int) -> None:
        """Take a column that is free."""
        table = self._table
        self.columns.append(column)
        self._cells[table.cell_of[column]] = True
        self._stops[table.stops[table.set_of[column]]] = True
        self._stops[-1] = False  # the padding of short sets

    def blocked(self) -> Flags:
        """Which columns are not free."""
        table = self._table
        served: Flags = self._stops[table.stops[:, 0]]
        for place in range(1, table.stops.shape[1]):
            served |= self._stops[table.stops[:, place]]
        blocked: Flags = served[table.set_of] | self._cells[table.cell_of]
        return blocked

"""Where the nodes of the network diagram stand: a column for each circle, the strongest on top."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from domain.rows.network import KreisNetwork, Node, Tie
from domain.rules.network import Circle, circle_of

HEAD, NODE_HEIGHT, PITCH, MARGIN = 32, 38, 46, 12
_GAP, _FOOT, _WIDEST = 28, 20, 220


@dataclass(frozen=True, slots=True)
class Placed:
    """A node with its place: column and row from 0, and its box."""

    node: Node
    column: int
    row: int
    box: QRectF


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: its circle, where it stands, how many it has and how many of them are not shown."""

    circle: Circle
    box: QRectF
    count: int
    hidden: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Heads, nodes, and the ties between them, the weakest first; what finds no room is only in the list."""

    heads: tuple[Head, ...] = ()
    nodes: tuple[Placed, ...] = ()
    ties: tuple[tuple[Tie, Placed, Placed], ...] = ()

    def of(self, partner: UUID | None) -> Placed | None:
        """The place of a partner, None if it is not shown."""
        return next((placed for placed in self.nodes if placed.node.partner.id == partner), None)

    def at(self, spot: QPointF) -> Placed | None:
        """The node under a point."""
        return next((placed for placed in self.nodes if placed.box.contains(spot)), None)

    def beside(self, placed: Placed, columns: int, rows: int) -> Placed:
        """The node in a direction: up and down in the column, left and right the nearest row of the next column."""
        if rows:
            column = [each for each in self.nodes if each.column == placed.column]
            wanted = placed.row + rows
            return next((each for each in column if each.row == wanted), placed)
        column = [each for each in self.nodes if each.column == placed.column + columns]
        return min(column, key=lambda each: abs(each.row - placed.row), default=placed)


def lay_out(network: KreisNetwork, width: float, height: float) -> Layout:
    """Place as many nodes as a picture of this size in pixels has room for; empty circles take none."""
    circles: dict[Circle, list[Node]] = {circle: [] for circle in Circle}
    for node in network.nodes:
        circles[circle_of(node.partner.category)].append(node)
    filled = [(circle, nodes) for circle, nodes in circles.items() if nodes]
    if not filled:
        return Layout()
    rows = max(1, int((height - HEAD - _FOOT - MARGIN) // PITCH))
    share = (width - 2 * MARGIN - (len(filled) - 1) * _GAP) / len(filled)
    wide = min(share, _WIDEST)
    step = wide + _GAP if len(filled) == 1 else wide + (width - 2 * MARGIN - len(filled) * wide) / (len(filled) - 1)
    heads, placed = [], []
    for column, (circle, nodes) in enumerate(filled):
        left = MARGIN + column * step
        heads.append(Head(circle, QRectF(left, 0, wide, HEAD), len(nodes), max(0, len(nodes) - rows)))
        for row, node in enumerate(nodes[:rows]):
            placed.append(Placed(node, column, row, QRectF(left, HEAD + row * PITCH, wide, NODE_HEIGHT)))
    there = {each.node.partner.id: each for each in placed}
    ties = [
        (tie, there[tie.first], there[tie.second])
        for tie in reversed(network.ties)
        if tie.first in there and tie.second in there
    ]
    return Layout(tuple(heads), tuple(placed), tuple(ties))


def tie_path(one: Placed, other: Placed) -> QPainterPath:
    """The curve between two nodes: from edge to edge, or a bow beside the column if both stand in it."""
    first, second = sorted((one, other), key=lambda placed: placed.column)
    path = QPainterPath(QPointF(first.box.right(), first.box.center().y()))
    if first.column == second.column:
        reach = first.box.right() + _GAP * 0.45
        path.cubicTo(
            QPointF(reach, first.box.center().y()),
            QPointF(reach, second.box.center().y()),
            QPointF(second.box.right(), second.box.center().y()),
        )
        return path
    middle = (first.box.right() + second.box.left()) / 2
    path.cubicTo(
        QPointF(middle, first.box.center().y()),
        QPointF(middle, second.box.center().y()),
        QPointF(second.box.left(), second.box.center().y()),
    )
    return path

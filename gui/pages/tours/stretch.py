"""A stay made longer or shorter at one of its ends, in steps of five minutes."""

from dataclasses import replace
from enum import Enum, auto

from domain.rules.chain import STEP
from gui.pages.tours import words
from gui.pages.tours.plan import Block, BoardPlan, Lane
from gui.texts import _

_REACH = 5
_NARROWEST = 24
"""Pixels: how near the mouse must come to an end, and how wide a stop is whose ends can be taken."""


class Edge(Enum):
    """Which end of a stay."""

    begin = auto()
    end = auto()


def edge_at(plan: BoardPlan, block: Block, x: float) -> Edge | None:
    """The end of a stop at `x`; None in its middle, and for stops that are narrow or have no time."""
    left, right = plan.scale.x(block.arrives), plan.scale.x(block.leaves)
    if not block.is_timed or right - left < _NARROWEST:
        return None
    if abs(x - left) <= _REACH:
        return Edge.begin
    return Edge.end if abs(x - right) <= _REACH else None


def stretched(block: Block, edge: Edge, minutes: float) -> Block:
    """The stop with its end moved by about so many minutes, open for at least five."""
    if edge is Edge.begin:
        opens = min(_snapped(block.opens + minutes), block.closes - STEP)
        return replace(block, opens=opens, arrives=block.arrives + opens - block.opens)
    closes = max(_snapped(block.closes + minutes), block.opens + STEP)
    return replace(block, closes=closes, leaves=block.leaves + closes - block.closes)


def _snapped(minute: float) -> int:
    return round(minute / STEP) * STEP


def squeeze(lane: Lane, shown: Block) -> str:
    """What gets tight when a stop of a lane is as long as shown: the drive to a neighbour, or the duty; "" if nothing.

    The duty changes only with the first beginning and the last end of a day.
    """
    at = next(index for index, block in enumerate(lane.blocks) if block.id == shown.id)
    block = lane.blocks[at]
    if at:
        before = lane.blocks[at - 1]
        missing = before.leaves + shown.stop.leg.minutes - shown.arrives
        if missing > 0 and shown.arrives < block.arrives:
            return _missing(missing, before)
    if at + 1 < len(lane.blocks):
        behind = lane.blocks[at + 1]
        missing = shown.leaves + behind.stop.leg.minutes - behind.arrives
        if missing > 0 and shown.leaves > block.leaves:
            return _missing(missing, behind)
    more = (block.arrives - shown.arrives if at == 0 else 0) + (
        shown.leaves - block.leaves if at + 1 == len(lane.blocks) else 0
    )
    over = lane.row.duty_minutes + more - lane.row.max_duty_minutes
    return _("duty {minutes} min too long").format(minutes=over) if more > 0 and over > 0 else ""


def _missing(minutes: int, neighbour: Block) -> str:
    return _("{minutes} min missing for {place}").format(minutes=minutes, place=words.town(neighbour.stop.event))

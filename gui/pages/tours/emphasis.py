"""What stands out on the board, and what is being changed with the mouse."""

from dataclasses import dataclass, field, replace
from uuid import UUID

from gui.pages.tours.plan import Band, Block


@dataclass(frozen=True, slots=True)
class Emphasis:
    """The selected stop or day, what is under the mouse, what is held, stops with conflicts, a stay being resized."""

    selected: UUID | None = None
    hovered: UUID | None = None
    held: UUID | None = None
    conflicts: frozenset[UUID] = field(default_factory=frozenset)
    resized: Block | None = None

    def within(self, band: Band) -> "Emphasis":
        """What of it concerns one date; two that are equal look the same there."""
        ids = {lane.row.id for lane in band.lanes} | {block.id for lane in band.lanes for block in lane.blocks}
        return replace(
            self,
            selected=self.selected if self.selected in ids else None,
            hovered=self.hovered if self.hovered in ids else None,
            held=self.held if self.held in ids else None,
            conflicts=self.conflicts & ids,
            resized=self.resized if self.resized is not None and self.resized.id in ids else None,
        )

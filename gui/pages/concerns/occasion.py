"""Where concerns are being noted: the event, or the district; remembered for the next opening."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.region.kreise import kreise
from domain.rows.concerns import Occasion
from gui import theme
from gui.desk import Desk
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.combo import Combo


@dataclass
class Memory:
    """What the next opening begins with: where concerns were noted last, and what was typed and not stored."""

    event_id: UUID | None = None
    kreis_ags: str | None = None
    typed: str = ""


_memories: dict[Path, Memory] = {}
"""By workspace file; forgotten when the program ends."""


def memory_of(path: Path) -> Memory:
    """What is remembered of a file."""
    return _memories.setdefault(path, Memory())


class OccasionBar(QWidget):
    """The event and the district concerns belong to; an event brings its district along."""

    def __init__(self, desk: Desk, event_id: UUID | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._memory = memory_of(desk.path)
        self._occasions: dict[UUID, Occasion] = {}
        self.events, self.kreis = Combo(_("Noted at")), Combo(_("District"))
        self.events.setMinimumContentsLength(24)
        self.events.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(labels.Text(_("Noted at"), tone="muted"))
        row.addWidget(self.events, 1)
        row.addSpacing(theme.GAP_SMALL)
        row.addWidget(labels.Text(_("District"), tone="muted"))
        row.addWidget(self.kreis)
        self._fill(event_id)
        self.events.activated.connect(lambda _index: self._on_event())
        self.kreis.activated.connect(lambda _index: self._remember())

    def event_id(self) -> UUID | None:
        """The event chosen."""
        value = self.events.value()
        return value if isinstance(value, UUID) else None

    def kreis_ags(self) -> str | None:
        """The district chosen."""
        value = self.kreis.value()
        return str(value) if value is not None else None

    def _fill(self, event_id: UUID | None) -> None:
        """The events of today and the last weeks; the one given or remembered, else the first of them, is chosen."""
        from domain.usecases import concern_context

        wanted = event_id or self._memory.event_id
        self._occasions = {each.event_id: each for each in self._desk.ask(concern_context.occasions, wanted)}
        self.events.add(None, _("no event"))
        for occasion in self._occasions.values():
            self.events.add(occasion.event_id, _words(occasion))
        self.kreis.add(None, "–")
        for found in kreise():
            self.kreis.add(found.ags, found.name)
        is_fresh = wanted is None and self._memory.kreis_ags is None
        first = next(iter(self._occasions), None) if is_fresh else None
        self.events.set_value(wanted if wanted in self._occasions else first)
        self.kreis.set_value(self._memory.kreis_ags)
        self._on_event()

    def _on_event(self) -> None:
        """An event brings its district along; without one, or without a district of its own, it is chosen."""
        chosen = self.event_id()
        occasion = self._occasions.get(chosen) if chosen is not None else None
        if occasion is not None and occasion.kreis_ags is not None:
            self.kreis.set_value(occasion.kreis_ags)
        self.kreis.setEnabled(occasion is None or occasion.kreis_ags is None)
        self._remember()

    def _remember(self) -> None:
        self._memory.event_id = self.event_id()
        self._memory.kreis_ags = self.kreis_ags()


def _words(occasion: Occasion) -> str:
    day = f"{current().weekday_short(occasion.day)} {current().day(occasion.day)} · " if occasion.day else ""
    town = f", {occasion.town}" if occasion.town and occasion.town not in occasion.title else ""
    return f"{day}{occasion.title}{town}"

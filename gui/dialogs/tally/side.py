"""Beside the tiles: all visitors, the bars per hour, and the longer talks."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.rows.tally import HourCount
from domain.rules import tally as rules
from domain.terms import BERLIN
from gui import theme
from gui.dialogs.tally.big_button import BigButton
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.card import Card
from gui.widgets.hour_bars import HourBar, HourBars

WIDTH, NARROW_WIDTH = 336, 240


class TallySide(QWidget):
    """Shows sums; `talk_struck` asks for one longer talk more."""

    talk_struck = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.total = labels.Text(font=theme.tally_font(), tone="strong")
        self.before = labels.ElidedText(tone="muted")
        self.talks = labels.Text(font=theme.title_font())
        self.talk = BigButton("plus", _("One longer talk more (G)"), 72)
        self.talk.clicked.connect(self.talk_struck)
        self.bars = HourBars(_("Visitors per hour"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self._total_card())
        column.addWidget(self._bars_card(), 1)
        column.addWidget(self._talks_card())

    def _total_card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(theme.MARGIN, theme.GAP_ROW, theme.MARGIN, theme.GAP_ROW)
        card.body.addWidget(labels.Text(_("Visitors today"), tone="muted"))
        self.total.setFixedHeight(64)
        self.total.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        card.body.addWidget(self.total)
        card.body.addWidget(self.before)
        return card

    def _bars_card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(theme.MARGIN, theme.GAP_ROW, theme.MARGIN, theme.GAP_ROW)
        card.body.setSpacing(theme.GAP_SMALL)
        card.body.addWidget(labels.section(_("Visitors per hour")))
        card.body.addWidget(self.bars, 1)
        return card

    def _talks_card(self) -> Card:
        card = Card()
        row = QHBoxLayout()
        row.setContentsMargins(theme.MARGIN, theme.GAP_ROW, theme.MARGIN, theme.GAP_ROW)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(labels.Text(_("Longer talks (G)"), tone="muted"))
        words.addWidget(self.talks)
        row.addLayout(words, 1)
        row.addWidget(self.talk)
        card.body.addLayout(row)
        return card

    def show_sums(self, hours: Sequence[HourCount], now: datetime) -> None:
        """Show what is counted; the hour of `now` still runs."""
        total = current().number(rules.visitors(hours))
        talks = current().number(rules.by_group(hours).get(None, 0))
        self.total.setText(total)
        self.total.setAccessibleName(_("Visitors today: {count}").format(count=total))
        self.talks.setText(talks)
        self.talks.setAccessibleName(_("Longer talks: {count}").format(count=talks))
        running = rules.hour_of(now)
        bars = [
            HourBar(hour.astimezone(BERLIN).hour, count, is_running=hour == running)
            for hour, count in rules.per_hour(hours, now)
        ]
        self.bars.set_bars(bars, _("Nobody has been counted yet."))

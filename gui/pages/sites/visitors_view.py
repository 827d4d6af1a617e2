"""How many came to a site by the hour: bars, the sentence that sums them up, and the weekdays."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from domain.rows.visitors import SiteVisitors
from domain.rules.visitors import told
from gui import theme
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.hour_bars import HourBar, HourBars

_BARS = 104


class VisitorsView(QWidget):
    """Hidden while nobody was counted at the site; hours beside the best ones are paler."""

    def __init__(self) -> None:
        super().__init__()
        self.bars = HourBars(_("Visitors per hour"), _BARS)
        self.bars.setFixedHeight(_BARS)
        self.sentence = labels.Text(wrap=True)
        self.weekdays = labels.note(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(labels.section(_("Visitors per hour")))
        column.addWidget(self.bars)
        column.addWidget(self.sentence)
        column.addWidget(self.weekdays)
        self.hide()

    def show_visitors(self, found: SiteVisitors) -> None:
        """Show what the counted days of a site tell."""
        sentence = told(found)
        self.setVisible(sentence is not None)
        if sentence is None or found.best is None:
            return
        first, end = found.best
        bars = [HourBar(hour.hour, hour.mean, is_pale=not first <= hour.hour < end) for hour in found.hours]
        self.bars.set_bars(bars, _("Nobody has been counted yet."))
        words = current().text(*sentence)
        self.sentence.setText(words[:1].upper() + words[1:])
        named = [
            _("{weekday}: {mean} an hour").format(
                weekday=current().weekday_name(each.weekday), mean=current().number(round(each.mean))
            )
            for each in found.weekdays
        ]
        self.weekdays.setText(" · ".join(named))

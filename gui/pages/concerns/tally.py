"""The number for the citizen's card, large, and the last concerns below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from gui import theme
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.card import Card, Line

_SHOWN = 5


class NumberCard(Card):
    """The newest number as it is to be written down, and the last five with their wording."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("For the card"), parent=parent)
        self.year = labels.Text("", font=theme.title_font(), tone="strong")
        self.number = labels.Text("–", font=theme.tally_font(), tone="strong")
        self.words = labels.note(_("After Enter the number stands here."), wrap=True)
        for widget in (self.year, self.number, self.words):
            widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.body.addWidget(widget)
        self.body.insertSpacing(0, theme.GAP_ROW)
        self.body.addSpacing(theme.GAP_ROW)
        self.body.addWidget(Line())
        self._list = QGridLayout()
        self._list.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        self._list.setHorizontalSpacing(theme.GAP_SMALL)
        self._list.setVerticalSpacing(theme.GAP_TINY)
        self._list.setColumnStretch(1, 1)
        self.body.addLayout(self._list)
        self.body.addStretch(1)

    def show_numbers(self, stored: Sequence[tuple[str, str, str]]) -> None:
        """Show (number, wording, category) of what was stored, the newest last in `stored` and first here."""
        newest = stored[-1][0] if stored else ""
        head, _dash, tail = newest.rpartition("-")
        self.year.setText(f"{head}-" if head else "")
        self.number.setText(tail or "–")
        count = len(stored)
        self.set_title(
            _("For the card"), ngettext("{count} noted", "{count} noted", count).format(count=current().number(count))
        )
        self.show_note(
            _("Please write {number} on the card.").format(number=newest)
            if newest
            else _("After Enter the number stands here.")
        )
        self._show_list(stored[-_SHOWN:][::-1])

    def show_note(self, words: str) -> None:
        """Say something under the number, to screen readers too."""
        self.words.setText(words)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def shown(self) -> list[str]:
        """The numbers in the list, the newest first."""
        return [self._text(row) for row in range(self._list.rowCount()) if self._text(row)]

    def _text(self, row: int) -> str:
        item = self._list.itemAtPosition(row, 0)
        widget = item.widget() if item is not None else None
        return widget.text() if isinstance(widget, labels.Text) else ""

    def _show_list(self, stored: Sequence[tuple[str, str, str]]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, (number, wording, category) in enumerate(stored):
            self._list.addWidget(labels.Text(number, font=theme.text_font(theme.MEDIUM)), 2 * row, 0)
            self._list.addWidget(labels.ElidedText(" ".join(wording.split())), 2 * row, 1)
            self._list.addWidget(labels.note(category), 2 * row + 1, 1)

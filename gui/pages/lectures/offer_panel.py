"""What is known of one offer, and a new event from it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.labels import label
from domain.rows.catalogue import OfferRow
from gui import theme
from gui.pages.lectures import words
from gui.pages.lectures.facts import Facts, clear
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import Badge
from gui.widgets.button import Button
from gui.widgets.card import Card, Line


class OfferPanel(QWidget):
    """The inspector of the offers; empty until one is chosen."""

    edit_clicked = Signal()
    event_clicked = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.head = Card(_("Offer"))
        self.head.set_padding()
        self.card = Card()
        self.facts = Facts(_("About the offer"))
        self.new_event = Button(_("New event from this offer"), icon="calendar")
        self.new_event.clicked.connect(self.event_clicked)
        self.edit = Button(icon="edit", tip=_("Edit offer"))
        self.edit.clicked.connect(self.edit_clicked)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        foot.setSpacing(theme.GAP_SMALL)
        foot.addWidget(self.new_event, 1)
        foot.addWidget(self.edit)
        self.card.body.addWidget(self.facts, 1)
        self.card.body.addWidget(Line())
        self.card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.head)
        column.addWidget(self.card, 1)

    def show_offer(self, row: OfferRow | None, material: tuple[str, ...] = ()) -> None:
        """Show an offer with the names of its publications, or that none is chosen."""
        self.card.setVisible(row is not None)
        clear(self.head.body)
        if row is None:
            self.head.body.addWidget(labels.note(_("Choose an offer on the left."), wrap=True))
            return
        self.head.body.addWidget(self._head(row))
        self.new_event.setEnabled(not row.is_over)
        self.new_event.setToolTip(_("It is no longer offered") if row.is_over else "")
        self.facts.show_lines(fact_lines(row, material))

    def _head(self, row: OfferRow) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(labels.Text(row.draft.title, font=theme.text_font(theme.SEMIBOLD), wrap=True))
        column.addWidget(labels.note(words.usage(row.usage), wrap=True))
        today = self._today
        if words.offer_badge(row, today) is not None:
            line = QHBoxLayout()
            line.addWidget(Badge(lambda: words.offer_badge(row, today)))  # type: ignore[arg-type, return-value]  # there is one
            line.addStretch(1)
            column.addLayout(line)
        return content


def fact_lines(row: OfferRow, material: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """What is known of an offer as names and values."""
    draft, usage = row.draft, row.usage
    return [
        (_("Kind"), label(draft.kind, current())),
        (_("Topic"), row.topic),
        (_("Asks for"), row.qualification),
        (_("Duration"), current().duration(draft.duration_minutes) if draft.duration_minutes else ""),
        (_("For whom"), ", ".join(row.target_groups)),
        (_("Listeners"), draft.listeners),
        (_("Last held"), current().day(usage.last_held) if usage.last_held else ""),
        (_("In use"), words.validity(draft)),
        (_("Aims"), draft.aims),
        (_("Neutrality note"), draft.neutrality_note),
        (_("Needs"), draft.needs),
        (_("Material"), "\n".join(material)),
        (_("Public text"), draft.public_text),
        (_("Internal notes"), draft.notes),
    ]

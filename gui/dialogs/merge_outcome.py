"""What two merged institutions become, and how much follows."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from domain.labels import label
from domain.rows.duplicates import Follower
from domain.rows.follower_names import follower_words
from domain.rows.partners import PartnerDraft
from domain.rules.merging import value_words
from gui import theme
from gui.desk import Desk
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.card import Card, Line

_WIDTH = 320


def field_words(desk: Desk, field: str, value: object) -> str:
    """A field's value as people read it; a record's key as its name."""
    if isinstance(value, UUID):
        from domain.usecases import names

        return desk.ask(names.of_ids, [value]).get(value, "")
    return value_words(field, value, current())


class OutcomeCard(Card):
    """The merged institution as the inspector would show it, and what will point at it."""

    def __init__(self, followers: Sequence[Follower], parent: QWidget | None = None) -> None:
        super().__init__(_("Result"), parent=parent)
        self.setFixedWidth(_WIDTH)
        self.name = _wrapped(theme.text_font(theme.MEDIUM))
        self.facts = _wrapped()
        self.notes = _wrapped(tone="muted")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        column.setSpacing(theme.GAP_SMALL)
        for widget in (self.name, self.facts, self.notes, Line(), labels.section(_("Moves to the left one"))):
            column.addWidget(widget)
        column.addLayout(_follow(followers))
        undo = labels.note(_("One step; undo brings both back as they were."), wrap=True)
        column.addWidget(undo)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setAccessibleName(_("Result"))
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self.body.addWidget(area)

    def show_draft(self, draft: PartnerDraft) -> None:
        """Show what the institution will be."""
        language = current()
        kind = label(draft.schulform or draft.category, language)
        place = f"{draft.postcode} {draft.town}".strip()
        facts = (kind, draft.street, place, draft.phone, draft.email, draft.website)
        self.name.setText(draft.name)
        self.facts.setText("\n".join(line for line in facts if line))
        self.notes.setText(draft.notes)


def _wrapped(font: object = None, *, tone: str = "") -> labels.Text:
    made = labels.Text(tone=tone, wrap=True)
    if font is not None:
        made.setFont(theme.text_font(theme.MEDIUM))
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made


def _follow(followers: Sequence[Follower]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(theme.GAP_TINY)
    grid.setColumnStretch(0, 1)
    gettext = current().gettext
    for row, follower in enumerate(followers):
        words = gettext(follower_words(follower.table, follower.column))
        grid.addWidget(labels.Text(words, wrap=True), row, 0)
        grid.addWidget(labels.Text(current().number(follower.count)), row, 1, Qt.AlignmentFlag.AlignRight)
    if not followers:
        grid.addWidget(labels.note(_("Nothing points at the right one.")), 0, 0)
    return grid

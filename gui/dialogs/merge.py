"""Two institutions side by side: choose field by field, see the result and what follows, and merge in one step."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from domain.errors import LandaufError
from domain.i18n import N_
from domain.rows.duplicates import Difference, MergeOrder, MergePreview, Side
from domain.rows.field_names import FIELD_NAMES
from domain.rows.steps import Label
from gui import theme
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.dialogs.duplicate_words import scored_reasons
from gui.dialogs.merge_outcome import OutcomeCard, field_words
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.card import Card, Line
from gui.widgets.choice import Segmented
from gui.widgets.problem_line import ProblemLine

if TYPE_CHECKING:
    from domain.rows.partners import PartnerDraft

_WIDTH, _HEIGHT = 1160, 700
_LABEL_WIDTH = 112
_CHOICE_COLUMN = 3


def open_merge(parent: QWidget | None, desk: Desk, one: UUID, two: UUID) -> "MergeDialog | None":
    """Lay two institutions side by side; None if one of them is gone meanwhile."""
    from domain.usecases import merging

    try:
        preview = desk.ask(merging.preview, one, two)
    except LandaufError as trouble:
        desk.tell(current().error(trouble))
        return None
    dialog = MergeDialog(desk, preview, parent)
    dialog.open()
    return dialog


class MergeDialog(Dialog):
    """Each field that differs as a line: left value, right value, whose to take; the result beside it."""

    def __init__(self, desk: Desk, preview: MergePreview, parent: QWidget | None = None) -> None:
        super().__init__(_("Compare partners"), _("Merge"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self._desk = desk
        self._preview = preview
        self.choices: dict[str, Segmented] = {}
        self.outcome = OutcomeCard(preview.followers)
        self.problem = ProblemLine()
        self.apart = self.add_button(_("Not the same"))
        self.apart.clicked.connect(self._on_apart)
        self.primary.clicked.connect(self._on_merge)
        why = labels.Text(scored_reasons(preview.likeness), tone="muted", wrap=True)
        why.setAccessibleName(_("Why they may be the same"))
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self._fields(), 1)
        row.addWidget(self.outcome)
        self.content.addWidget(why)
        self.content.addLayout(row, 1)
        self.content.addWidget(self.problem)
        self._show_outcome()

    def order(self) -> MergeOrder:
        """What is chosen."""
        chosen = tuple((field, Side(choice.value())) for field, choice in self.choices.items())
        return MergeOrder(self._preview.left, self._preview.right, chosen)

    def _fields(self) -> Card:
        card = Card(_("Where they differ"))
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(theme.GAP_SMALL)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        left, right = labels.section(_("Left: stays")), labels.section(_("Right: goes into it"))
        grid.addWidget(left, 0, 1)
        grid.addWidget(right, 0, 2)
        for difference in self._preview.differences:
            self._add(grid, difference)
        if not self._preview.differences:
            same = labels.note(_("Both say the same everywhere."), wrap=True)
            grid.addWidget(same, 1, 0, 1, _CHOICE_COLUMN + 1)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        area.setAccessibleName(_("Where they differ"))
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        card.body.addWidget(area)
        return card

    def _add(self, grid: QGridLayout, difference: Difference) -> None:
        row = grid.rowCount()
        grid.addWidget(Line(), row, 0, 1, _CHOICE_COLUMN + 1)
        words = current().gettext(FIELD_NAMES.get(difference.field, difference.field))
        sides = {Side.left: _("Left"), Side.right: _("Right"), Side.both: _("Both")}
        choice = Segmented([(side.value, sides[side]) for side in difference.sides], name=words)
        choice.set_value(difference.proposed.value)
        values = {
            Side.left: _value(field_words(self._desk, difference.field, difference.left)),
            Side.right: _value(field_words(self._desk, difference.field, difference.right)),
        }
        label = labels.Text(words, tone="muted", wrap=True)
        label.setFixedWidth(_LABEL_WIDTH)
        top = Qt.AlignmentFlag.AlignTop
        for column, widget in enumerate((label, values[Side.left], values[Side.right])):
            widget.setContentsMargins(0, 6, 0, 6)
            grid.addWidget(widget, row + 1, column, top)
        grid.addWidget(choice, row + 1, _CHOICE_COLUMN, top)
        choice.picked.connect(lambda side: self._on_picked(values, Side(side)))
        _mark(values, difference.proposed)
        self.choices[difference.field] = choice

    def _on_picked(self, values: dict[Side, labels.Text], side: Side) -> None:
        _mark(values, side)
        self._show_outcome()

    def _show_outcome(self) -> None:
        from domain.usecases import merging

        try:
            draft: PartnerDraft = self._desk.ask(merging.outcome, self.order(), current())
        except LandaufError as trouble:
            self.problem.show_words(current().error(trouble))
            return
        self.outcome.show_draft(draft)

    def _on_apart(self) -> None:
        from domain.usecases import duplicates

        left, right = self._preview.left, self._preview.right
        try:
            self._desk.run(N_("Noted as not the same"), duplicates.set_apart, left.id, right.id)
        except LandaufError as trouble:
            self.problem.show_words(current().error(trouble))
            return
        self.accept()
        self._desk.tell(_("Noted: these two are not the same"), undoable=True)

    def _on_merge(self) -> None:
        from domain.usecases import merging

        label = Label(N_("Merge partners into {name}"), (("name", self._preview.left.draft.name),))
        try:
            self._desk.run(label, merging.merge, self.order(), current())
        except LandaufError as trouble:
            self.problem.show_words(current().error(trouble))
            return
        self.accept()
        self._desk.tell(_("Merged into one partner"), undoable=True)


def _value(words: str) -> labels.Text:
    """A value that wraps, and gives way where it cannot."""
    made = labels.Text(words or "–", wrap=True)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _mark(values: dict[Side, labels.Text], chosen: Side) -> None:
    """What is taken stands in the text colour and medium, the rest muted."""
    for side, text in values.items():
        is_taken = chosen in {side, Side.both}
        text.set_tone("" if is_taken else "muted")
        text.setFont(theme.text_font(theme.MEDIUM if is_taken else theme.REGULAR))

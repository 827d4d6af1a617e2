"""A dialog of several steps: which one is in front, the way back, and how far work is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.dialogs.dialog import Dialog
from gui.dialogs.import_wizard.progress import ProgressLine
from gui.dialogs.import_wizard.stage_bar import Stage, StageBar
from gui.texts import _


class StagedDialog(Dialog):
    """The stages above, one part below, Back at the left of the buttons."""

    def __init__(self, title: str, parts: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(title, _("Next"), parent)
        self.stages, self.progress, self.stack = StageBar(), ProgressLine(), QStackedWidget()
        for part in parts:
            self.stack.addWidget(part)
        self.content.addWidget(self.stages)
        self.content.addWidget(self.stack, 1)
        self.back = self.add_button(_("Back"), icon="chevron-left")
        self.buttons.insertWidget(1, self.progress)

    @property
    def stage(self) -> Stage:
        """Which step is in front."""
        return Stage(self.stack.currentIndex())

    def bring(self, stage: Stage, first: QWidget | None = None) -> None:
        """Bring a step to the front and the keyboard to its first control, else to the primary button."""
        self.stack.setCurrentIndex(stage)
        self.back.setVisible(stage in {Stage.columns, Stage.preview})
        self.cancel.setVisible(stage is not Stage.done)
        self._order_focus()  # parts may hold controls that were made since the dialog was opened
        (first or self.primary).setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, words: str, *, is_possible: bool) -> None:
        """Say what the primary button does, and whether it can."""
        self.primary.setText(words)
        self.primary.setEnabled(is_possible)
        self.primary.updateGeometry()

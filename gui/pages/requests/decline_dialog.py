"""Asks why a request is declined: a cause that can be counted, and words for the host."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.labels import label
from domain.terms import DeclineCause
from gui import theme
from gui.dialogs.dialog import Dialog
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.choice import RadioButton
from gui.widgets.text_area import TextArea

_WIDTH = 460


class DeclineDialog(Dialog):
    """A cause and words; `declined` brings both. Words may stay empty unless the cause is "other"."""

    declined = Signal(object, str)  # DeclineCause, words
    waiting = Signal()

    def __init__(self, requester: str, parent: QWidget | None = None, *, may_wait: bool = True) -> None:
        super().__init__(_("Decline request"), _("Decline"), parent)
        self.setMinimumWidth(_WIDTH)
        self.content.setSpacing(theme.GAP_TINY)
        self.content.addWidget(labels.Text(requester, font=theme.text_font(theme.MEDIUM), wrap=True))
        self.content.addWidget(
            labels.note(_("The cause stays countable, also in the answer to parliament."), wrap=True)
        )
        self.content.addSpacing(theme.GAP_SMALL)
        self.causes = {cause: RadioButton(label(cause, current())) for cause in DeclineCause}
        for button in self.causes.values():
            self.content.addWidget(button)
            button.toggled.connect(self._fit)
        self.content.addSpacing(theme.GAP_SMALL)
        self.hint = labels.note(_("Words for the host (optional)"))
        self.field = TextArea(_("Words for the host"))
        self.hint.setBuddy(self.field)
        self.content.addWidget(self.hint)
        self.content.addWidget(self.field)
        self.field.textChanged.connect(self._fit)
        self.primary.clicked.connect(self._on_primary)
        self.wait = self.add_button(_("Waiting list instead"), icon="clock")
        self.wait.setVisible(may_wait)
        self.wait.clicked.connect(self._on_wait)
        self._fit()

    def cause(self) -> DeclineCause | None:
        """The cause that is chosen."""
        return next((cause for cause, button in self.causes.items() if button.isChecked()), None)

    def _fit(self, *_change: object) -> None:
        cause, has_words = self.cause(), bool(self.field.text().strip())
        needs_words = cause is DeclineCause.other
        self.hint.setText(_("Reason; it stays countable") if needs_words else _("Words for the host (optional)"))
        self.primary.setEnabled(cause is not None and (has_words or not needs_words))

    def _on_primary(self) -> None:
        self.declined.emit(self.cause(), self.field.text().strip())
        self.accept()

    def _on_wait(self) -> None:
        self.waiting.emit()
        self.accept()

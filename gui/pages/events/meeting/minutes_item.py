"""One agenda item in the minutes: what was discussed, the result, and the concern it answers."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from domain.labels import label
from domain.rows.meetings import AgendaRow
from domain.rules.concern_states import WAITING
from gui import theme
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import Badge, plain_badge
from gui.widgets.button import Button
from gui.widgets.text_area import TextArea

_LINES = 3
_REST_MS = 3000
"""After so long a rest a text is saved while it is typed, so that a crash loses little of it."""


class MinutesItem(QWidget):
    """Two texts side by side under the item's title; each is saved when it is left, and in pauses."""

    finished = Signal(object, str, str)  # id of the item, discussion, result
    answer_asked = Signal(object)  # id of the item

    def __init__(self, row: AgendaRow) -> None:
        super().__init__()
        self.key = row.id
        self.title = labels.Text(font=theme.text_font(theme.MEDIUM), wrap=True)
        self.discussion, self.result = TextArea("", _LINES), TextArea("", _LINES)
        self.badge = Badge(lambda: plain_badge("–"))
        self.wording = labels.note(wrap=True)
        self.answer = Button(_("Use as answer"), icon="send", is_small=True)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_finished)
        self.answer.clicked.connect(self._on_answer)
        self._lay_out()
        for area in (self.discussion, self.result):
            area.finished.connect(lambda _text: self._on_finished())
            area.textChanged.connect(self._on_typed)
        self.show_row(row)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.GAP_SMALL)
        head.addWidget(self.title, 1)
        head.addWidget(self.badge)
        head.addWidget(self.answer)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, theme.GAP_SMALL)
        grid.setHorizontalSpacing(theme.GAP_ROW)
        grid.setVerticalSpacing(theme.GAP_TINY)
        grid.addLayout(head, 0, 0, 1, 2)
        grid.addWidget(self.wording, 1, 0, 1, 2)
        grid.addWidget(labels.note(_("Discussion")), 2, 0)
        grid.addWidget(labels.note(_("Result")), 2, 1)
        grid.addWidget(self.discussion, 3, 0)
        grid.addWidget(self.result, 3, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)

    def show_row(self, row: AgendaRow) -> None:
        """Show what is in the file; a text with the keyboard keeps what is typed."""
        clock = f"{current().clock(row.begins)}  " if row.begins else ""
        self.title.setText(f"{clock}{row.position}. {row.draft.title}")
        for area, text, name in (
            (self.discussion, row.draft.discussion, _("Discussion of {item}")),
            (self.result, row.draft.result, _("Result of {item}")),
        ):
            area.setAccessibleName(name.format(item=row.draft.title))
            if not area.hasFocus() and area.text() != text:
                area.set_text(text)
        note = row.concern
        self.badge.setVisible(note is not None)
        self.wording.setVisible(note is not None)
        self.answer.setVisible(note is not None and note.state in WAITING)
        self.answer.setEnabled(bool(self.result.text().strip()))
        if note is not None:
            state = label(note.state, current())
            self.badge.show_look(lambda: plain_badge(f"{note.number} · {state}", "flag"))
            self.wording.setText(note.wording)

    def _on_typed(self) -> None:
        self.answer.setEnabled(bool(self.result.text().strip()))  # at once, so that Tab finds it
        if self.discussion.hasFocus() or self.result.hasFocus():
            self._rest.start()

    def order_tabs(self) -> None:
        """Let Tab go from the result to the answer; Qt keeps such an order only once the item is in its place."""
        QWidget.setTabOrder(self.result, self.answer)

    def _on_answer(self) -> None:
        self._on_finished()
        self.answer_asked.emit(self.key)

    def _on_finished(self) -> None:
        self._rest.stop()
        self.finished.emit(self.key, self.discussion.text(), self.result.text())

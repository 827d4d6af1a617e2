"""What is known of one request, and what can be done with it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.labels import label
from domain.rows.requests import RequestRow
from domain.terms import RequestState
from gui import theme
from gui.pages.requests.panel_lines import lines_of
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import Badge, kreis_badge, plain_badge
from gui.widgets.button import Button
from gui.widgets.card import Card, Line

UNDECIDED = frozenset({RequestState.open, RequestState.waiting})
"""States in which something can still be decided."""

_REOPENED = frozenset({RequestState.declined, RequestState.withdrawn, RequestState.waiting})


class RequestPanel(Card):
    """The inspector of the inbox; empty until a request is chosen."""

    triage_clicked = Signal()
    accept_clicked = Signal()
    wait_clicked = Signal()
    decline_clicked = Signal()
    edit_clicked = Signal()
    reopen_clicked = Signal()
    event_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Request"), parent=parent)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setAccessibleName(_("What is known of the request"))
        self.body.addWidget(self._area, 1)
        self.body.addWidget(Line())
        self.triage = Button(_("Triage …"), icon="wand")
        self.accept = Button(_("Make event"), icon="calendar")
        self.wait = Button(_("Waiting list"), icon="clock")
        self.decline = Button(_("Decline …"))
        self.reopen = Button(_("Reopen"), icon="undo")
        self.open_event = Button(_("Open event"), icon="calendar")
        self.edit = Button(icon="edit", tip=_("Edit request"))
        self.body.addLayout(_buttons(self.triage, self.accept, self.open_event, below=0))
        self.body.addLayout(_buttons(self.wait, self.reopen, self.decline, self.edit, below=theme.GAP_ROW))
        for button, signal in (
            (self.triage, self.triage_clicked),
            (self.accept, self.accept_clicked),
            (self.wait, self.wait_clicked),
            (self.decline, self.decline_clicked),
            (self.reopen, self.reopen_clicked),
            (self.open_event, self.event_clicked),
            (self.edit, self.edit_clicked),
        ):
            button.clicked.connect(signal)
        self.show_request(None)

    def show_request(self, row: RequestRow | None) -> None:
        """Show a request, or say that none is chosen."""
        is_open = row is not None and row.state in UNDECIDED
        is_waiting = row is not None and row.state is RequestState.waiting
        for button in (self.triage, self.accept, self.decline, self.edit):
            button.setVisible(is_open)
        self.wait.setVisible(is_open and not is_waiting)
        self.open_event.setVisible(row is not None and row.event_id is not None)
        self.reopen.setText(_("Off the list") if is_waiting else _("Reopen"))
        self.reopen.setVisible(row is not None and row.state in _REOPENED)
        content = _facts(row) if row else _nothing()
        self._area.setWidget(content)
        content.setAutoFillBackground(False)


def _buttons(*buttons: Button, below: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, below)
    row.setSpacing(theme.GAP_SMALL)
    for button in buttons:
        row.addWidget(button, 1 if button.text() else 0)
    return row


def _nothing() -> QWidget:
    words = labels.note(_("Choose a request on the left."), wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    words.setMargin(theme.MARGIN)
    return words


def _facts(row: RequestRow) -> QWidget:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
    column.setSpacing(theme.GAP_SMALL)
    head = labels.Text(row.draft.requester, font=theme.text_font(theme.SEMIBOLD), wrap=True)
    column.addWidget(head)
    badges = QHBoxLayout()
    badges.setSpacing(theme.GAP_SMALL)
    badges.addWidget(Badge(lambda: plain_badge(label(row.draft.kind, current()))))
    badges.addWidget(Badge(lambda: plain_badge(label(row.state, current()))))
    if row.kreis_ags is not None:
        ags = row.kreis_ags
        badges.addWidget(Badge(lambda: kreis_badge(ags)))
    badges.addStretch(1)
    column.addLayout(badges)
    column.addSpacing(theme.GAP_TINY)
    column.addLayout(facts_grid(lines_of(row)))
    column.addStretch(1)
    return content


def facts_grid(lines: Iterable[tuple[str, str]]) -> QGridLayout:
    """Names left, values right, as an inspector shows facts; a long name takes several lines, no word is cut."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.GAP_ROW)
    grid.setVerticalSpacing(theme.GAP_SMALL)
    grid.setColumnMinimumWidth(0, theme.FORM_LABEL_WIDTH)
    grid.setColumnStretch(1, 1)
    for line, (name, value) in enumerate(lines):
        words = labels.Text(name, tone="muted", wrap=True)
        longest = max((words.fontMetrics().horizontalAdvance(word) for word in name.split()), default=0)
        words.setFixedWidth(max(theme.FORM_LABEL_WIDTH, longest + 2))
        grid.addWidget(words, line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(labels.Text(value, wrap=True), line, 1)
    return grid

"""What is known of one request, and what can be done with it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.labels import label
from domain.rows.requests import RequestRow
from domain.terms import RequestState
from gui import theme
from gui.pages.requests.columns import wished_days
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import Badge, kreis_badge, plain_badge
from gui.widgets.button import Button
from gui.widgets.card import Card, Line


class RequestPanel(Card):
    """The inspector of the inbox; empty until a request is chosen."""

    accept_clicked = Signal()
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
        self.accept = Button(_("Make event"), icon="calendar")
        self.decline = Button(_("Decline …"))
        self.reopen = Button(_("Reopen"), icon="undo")
        self.open_event = Button(_("Open event"), icon="calendar")
        self.edit = Button(icon="edit", tip=_("Edit request"))
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        foot.setSpacing(theme.GAP_SMALL)
        for button in (self.accept, self.open_event, self.reopen, self.decline, self.edit):
            foot.addWidget(button, 1 if button in {self.accept, self.open_event, self.reopen} else 0)
        self.body.addLayout(foot)
        self.accept.clicked.connect(self.accept_clicked)
        self.decline.clicked.connect(self.decline_clicked)
        self.reopen.clicked.connect(self.reopen_clicked)
        self.open_event.clicked.connect(self.event_clicked)
        self.edit.clicked.connect(self.edit_clicked)
        self.show_request(None)

    def show_request(self, row: RequestRow | None) -> None:
        """Show a request, or say that none is chosen."""
        is_open = row is not None and row.state is RequestState.open
        self.accept.setVisible(is_open)
        self.decline.setVisible(is_open)
        self.edit.setVisible(is_open)
        self.open_event.setVisible(row is not None and row.event_id is not None)
        self.reopen.setVisible(row is not None and row.state in {RequestState.declined, RequestState.withdrawn})
        content = _facts(row) if row else _nothing()
        self._area.setWidget(content)
        content.setAutoFillBackground(False)


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
    column.addLayout(facts_grid(_lines(row)))
    column.addStretch(1)
    return content


def facts_grid(lines: Iterable[tuple[str, str]]) -> QGridLayout:
    """Names left, values right, as an inspector shows facts."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.GAP_ROW)
    grid.setVerticalSpacing(theme.GAP_SMALL)
    grid.setColumnMinimumWidth(0, theme.FORM_LABEL_WIDTH)
    grid.setColumnStretch(1, 1)
    for line, (name, value) in enumerate(lines):
        grid.addWidget(labels.Text(name, tone="muted"), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(labels.Text(value, wrap=True), line, 1)
    return grid


def _lines(row: RequestRow) -> list[tuple[str, str]]:
    """Name and value of everything that is filled in."""
    draft, language = row.draft, current()
    address = ", ".join(part for part in (draft.street, f"{draft.postcode} {draft.town}".strip()) if part)
    hours = (
        f"{_clock(draft.from_minute)}–{_clock(draft.to_minute)}"
        if draft.from_minute is not None and draft.to_minute is not None
        else ""
    )
    lines = [
        (_("Topic"), draft.topic),
        (_("Place"), draft.place),
        (_("Address"), address),
        (_("Wished"), wished_days(row)),
        (_("Weekdays"), ", ".join(language.weekday_name(day) for day in draft.weekdays)),
        (_("Hours"), hours),
        (_("Stay"), language.duration(draft.duration_minutes) if draft.duration_minutes else ""),
        (_("Equipment"), ", ".join(draft.equipment)),
        (_("Expected"), language.number(draft.expected) if draft.expected is not None else ""),
        (_("Priority"), str(draft.priority)),
        (_("Contact"), ", ".join(part for part in (draft.contact_role, draft.phone) if part)),
        (_("Press"), _("expected") if draft.press_expected else ""),
        (_("Access"), _("closed group") if draft.closed else ""),
        (_("Needs"), draft.needs),
        (_("Notes"), draft.notes),
        (_("Security (internal)"), draft.security_remarks),
        (_("Received"), language.day(draft.received_on) if draft.received_on else ""),
        (_("Declined because"), row.declined_reason),
    ]
    return [(name, value) for name, value in lines if value]


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"

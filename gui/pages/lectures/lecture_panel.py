"""What is known of one lecture."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.labels import label
from domain.rows.catalogue import LectureRow
from gui import theme
from gui.pages.lectures import words
from gui.pages.lectures.facts import Facts, clear
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import Badge, kreis_badge, state_badge
from gui.widgets.button import Button
from gui.widgets.card import Card, Line
from gui.widgets.flow import FlowLayout


class LecturePanel(QWidget):
    """The inspector of the lectures; empty until one is chosen."""

    open_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Card(_("Lecture"))
        self.head.set_padding()
        self.card = Card()
        self.facts = Facts(_("About the lecture"))
        self.open_record = Button(_("Open entry"), icon="open")
        self.open_record.clicked.connect(self.open_clicked)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        foot.addWidget(self.open_record, 1)
        self.card.body.addWidget(self.facts, 1)
        self.card.body.addWidget(Line())
        self.card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.head)
        column.addWidget(self.card, 1)

    def show_lecture(self, row: LectureRow | None) -> None:
        """Show a lecture, or that none is chosen."""
        self.card.setVisible(row is not None)
        clear(self.head.body)
        if row is None:
            self.head.body.addWidget(labels.note(_("Choose a lecture on the left."), wrap=True))
            return
        self.head.body.addWidget(_head(row))
        self.facts.show_lines(fact_lines(row))


def fact_lines(row: LectureRow) -> list[tuple[str, str]]:
    """What is known of a lecture as names and values."""
    names = ", ".join(speaker.name for speaker in row.speakers)
    hidden = any(speaker.confidential for speaker in row.speakers)
    return [
        (_("Date"), words.when(row.event)),
        (_("Place"), words.place(row)),
        (_("Host"), words.host(row) if row.host else ""),
        (_("School"), words.school(row)),
        (_("Topic"), ", ".join(row.topics)),
        (_("Offer"), row.offer),
        (_("Speakers"), names or _("nobody yet")),
        (_("Secrecy"), words.outside() if hidden else ""),
        (_("Guest of"), row.speaker_office),
        (_("Expected"), "" if row.expected is None else current().number(row.expected)),
        (_("Came"), "" if row.actual is None else current().number(row.actual)),
        (_("Audience"), label(row.event.audience, current())),
        (_("Number"), row.event.number),
    ]


def _head(row: LectureRow) -> QWidget:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.GAP_SMALL)
    column.addWidget(labels.Text(row.event.title, font=theme.text_font(theme.SEMIBOLD), wrap=True))
    badges = QWidget()
    flow = FlowLayout(badges)
    state, ags = row.event.state, row.event.kreis_ags
    flow.addWidget(Badge(lambda: state_badge(state)))
    if ags is not None:
        flow.addWidget(Badge(lambda: kreis_badge(ags)))
    column.addWidget(badges)
    return content

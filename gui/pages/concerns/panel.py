"""What is known of one concern, and what can be done with it."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.labels import label
from domain.rows.concerns import ConcernRow, Occasion
from domain.rules.concern_states import DONE, WAITING, may_become
from domain.rules.validation.concerns import PUBLIC_LENGTH
from domain.terms import ConcernState
from gui import theme
from gui.pages.concerns import words
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import Badge, kreis_badge, plain_badge
from gui.widgets.button import Button, Weight
from gui.widgets.card import Card, Line
from gui.widgets.flow import FlowLayout
from gui.widgets.tabs import Tabs


class ConcernPanel(QWidget):
    """The inspector of the register; empty until a concern is chosen.

    `deed_asked` names what a button asks for: forward, answer, settle, drop, reopen, edit, print.
    """

    deed_asked = Signal(str)
    event_opened = Signal(object)  # UUID

    def __init__(self, history: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = Tabs(_("About the concern"))
        self.facts = QScrollArea()
        self.facts.setWidgetResizable(True)
        self.facts.setFrameShape(QScrollArea.Shape.NoFrame)
        self.facts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.facts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.facts.setAccessibleName(_("What is known of the concern"))
        self.facts.viewport().setAutoFillBackground(False)
        self.tabs.add_tab(_("Concern"), self.facts)
        self.tabs.add_tab(_("History"), history)
        self.tabs.body.addWidget(Line())
        self.tabs.body.addLayout(self._foot())
        self.nothing = Card(_("Concern"))
        self.nothing.set_padding()
        self.nothing.body.addWidget(labels.note(_("Choose a concern on the left."), wrap=True))
        self.nothing.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.nothing)
        column.addWidget(self.tabs)
        self.show_concern(None, None, date.min)

    def _foot(self) -> QVBoxLayout:
        self.buttons = {
            "forward": Button(_("Forward …"), icon="send"),
            "answer": Button(_("Answer …"), icon="speech"),
            "settle": Button(_("Settle"), icon="double-check"),
            "reopen": Button(_("Reopen")),
            "drop": Button(icon="ban", tip=_("Do not pursue …")),
            "print": Button(icon="printer", tip=_("Result sheet of the district …")),
            "edit": Button(icon="edit", tip=_("Edit concern")),
        }
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, wanted=name: self.deed_asked.emit(wanted))
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        foot.setSpacing(theme.GAP_SMALL)
        upper, lower = QHBoxLayout(), QHBoxLayout()
        for row in (upper, lower):
            row.setSpacing(theme.GAP_SMALL)
            foot.addLayout(row)
        for name in ("forward", "answer", "reopen"):
            upper.addWidget(self.buttons[name], 1)
        lower.addWidget(self.buttons["settle"], 1)
        lower.addStretch()
        for name in ("drop", "print", "edit"):
            lower.addWidget(self.buttons[name])
        return foot

    def show_concern(self, row: ConcernRow | None, coming: Occasion | None, today: date) -> None:
        """Show a concern with the dialogue it comes up at next (`coming`), or say that none is chosen."""
        self.nothing.setVisible(row is None)
        self.tabs.setVisible(row is not None)
        if row is None:
            return
        following = may_become(row.state)
        self.buttons["forward"].setVisible(ConcernState.forwarded in following)
        self.buttons["answer"].setVisible(ConcernState.answered in following)
        self.buttons["answer"].setText(_("Answer …") if row.state in WAITING else _("Change answer …"))
        self.buttons["settle"].setVisible(ConcernState.closed in following)
        self.buttons["reopen"].setVisible(row.state not in WAITING)
        self.buttons["drop"].setVisible(ConcernState.dropped in following)
        self.buttons["print"].setEnabled(row.kreis_ags is not None)
        content = self._facts(row, coming, today)
        self.facts.setWidget(content)
        content.setAutoFillBackground(False)

    def _facts(self, row: ConcernRow, coming: Occasion | None, today: date) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(labels.Text(row.number, font=theme.title_font()))
        column.addWidget(_badges(row))
        column.addWidget(labels.Text(row.draft.wording, wrap=True))
        column.addSpacing(theme.GAP_TINY)
        column.addWidget(self._next_step(row, coming, today))
        for head, lines in (
            (_("Story"), _story(row, today)),
            (_("For the public"), _public(row)),
            (_("Notes"), [("", row.draft.notes)] if row.draft.notes else []),
        ):
            if lines:
                column.addSpacing(theme.GAP_TINY)
                column.addWidget(labels.heading(head))
                column.addLayout(_grid(lines))
        column.addStretch(1)
        return content

    def _next_step(self, row: ConcernRow, coming: Occasion | None, today: date) -> QWidget:
        """What happens next: what is due, and the dialogue on whose agenda it stands."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_TINY)
        if row.state in WAITING and row.due is not None:
            shown, tone = words.due_words(row, today)
            line = _("Answer due {day}: {when}").format(day=current().day(row.due), when=shown)
            column.addWidget(labels.Text(line, font=theme.text_font(theme.MEDIUM), tone=tone, wrap=True))
        elif row.state is ConcernState.answered and row.answered_on is not None:
            line = _("answered on {day}, to be presented at the next dialogue")
            text = line.format(day=current().day(row.answered_on))
            column.addWidget(labels.Text(text, font=theme.text_font(theme.MEDIUM), tone="done", wrap=True))
        if row.state in {*WAITING, ConcernState.answered}:
            column.addWidget(self._agenda(row, coming))
        return box

    def _agenda(self, row: ConcernRow, coming: Occasion | None) -> QWidget:
        if row.kreis_ags is None:
            return labels.note(_("Without a district it stands on no agenda."), wrap=True)
        if coming is None:
            return labels.note(_("No dialogue is planned in this district yet."), wrap=True)
        day = current().day(coming.day) if coming.day else "–"
        link = Button(_("On the agenda {day}: {event}").format(day=day, event=coming.title), weight=Weight.link)
        link.setMinimumWidth(1)
        link.setToolTip(link.text())
        link.clicked.connect(lambda: self.event_opened.emit(coming.event_id))
        return link


def _badges(row: ConcernRow) -> QWidget:
    box = QWidget()
    flow = FlowLayout(box, theme.GAP_TINY)
    flow.addWidget(Badge(lambda: words.state_badge(row.state)))
    if row.kreis_ags is not None:
        ags = row.kreis_ags
        flow.addWidget(Badge(lambda: kreis_badge(ags)))
    flow.addWidget(Badge(lambda: plain_badge(label(row.draft.category, current()))))
    flow.addWidget(Badge(lambda: plain_badge(label(row.draft.place_category, current()))))
    return box


def _story(row: ConcernRow, today: date) -> list[tuple[str, str]]:
    """From the evening it was raised to what became of it."""
    draft, language = row.draft, current()
    raised = " · ".join(part for part in (row.event, language.day(draft.raised_on) if draft.raised_on else "") if part)
    lines = [(_("Raised"), raised), ("", words.age_words(row, today)), (_("Place"), draft.place)]
    if row.office:
        due = _("until {day}").format(day=language.day(row.due)) if row.due and row.state in WAITING else ""
        lines.append((_("Office"), ", ".join(part for part in (row.office, due) if part)))
    if row.answered_on is not None or row.answer:
        lines.append((_("Answer"), row.answer))
        lines.append((_("Answered"), language.day(row.answered_on) if row.answered_on else ""))
    lines.append((_("Not pursued"), row.state_reason))
    return [(name, value) for name, value in lines if value]


def _public(row: ConcernRow) -> list[tuple[str, str]]:
    text = row.draft.public_text
    count = _("{count} of {limit} characters").format(
        count=current().number(len(text)), limit=current().number(PUBLIC_LENGTH)
    )
    lines = [(_("Short form"), text or _("not written yet")), ("", count if text else "")]
    if row.state in DONE or row.public_answer:
        lines.append((_("Answer"), row.public_answer or _("not written yet")))
    return [(name, value) for name, value in lines if value]


def _grid(lines: Iterable[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.GAP_ROW)
    grid.setVerticalSpacing(theme.GAP_TINY)
    grid.setColumnMinimumWidth(0, 80)
    grid.setColumnStretch(1, 1)
    for line, (name, value) in enumerate(lines):
        is_second = not name and bool(line)
        text = labels.note(value, wrap=True) if is_second else labels.Text(value, wrap=True)
        grid.addWidget(labels.Text(name, tone="muted"), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text, line, 1)
    return grid

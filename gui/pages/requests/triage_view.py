"""Triage of one request: an offer, a day and people to choose from, each with its reasons."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.rows.requests import RequestRow
from domain.rows.triage import DayChoice, Decision, PersonChoice, Reason, Suggestions
from domain.rules.triage.days import start_of
from domain.terms import BERLIN, Bearing
from gui import theme
from gui.desk import Desk
from gui.pages.requests import triage_words as words
from gui.texts import _
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.card import Card, Line
from gui.widgets.dates import DateField, TimeField
from gui.widgets.reason_list import ReasonList

_DAY_WIDTH, _TIME_WIDTH = 148, 72


class TriageView(QWidget):
    """What fits the request; `accepted` brings the decision, the other signals what else a person wants.

    `decision()` is what is chosen now. People are ranked anew for every other offer, day or time.
    """

    accepted = Signal(object)  # Decision
    left = Signal()
    decline_clicked = Signal()
    wait_clicked = Signal()
    edit_clicked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._request: RequestRow | None = None
        self._found: Suggestions | None = None
        self._people: tuple[PersonChoice, ...] = ()
        self.back = Button(_("Requests"), icon="chevron-left", weight=Weight.quiet)
        self.requester = labels.ElidedText(font=theme.text_font(theme.SEMIBOLD))
        self.facts = labels.ElidedText(font=theme.text_font())
        self.wished = labels.ElidedText(font=theme.small_font(), tone="muted")
        self.edit = Button(icon="edit", tip=_("Edit request"))
        self.no_offer = labels.note(
            _("The catalogue has no offer of this kind; the event can be made without."), wrap=True
        )
        self.offers = ReasonList(_("Offers that fit"))
        self.days = ReasonList(_("Days that fit"))
        self.people = ReasonList(_("People who could go"), is_multiple=True)
        self.day = DateField(_("Day"), self._today)
        self.time = TimeField(_("Begins at"))
        self.summary = labels.ElidedText(font=theme.text_font(theme.MEDIUM))
        self.decline = Button(_("Decline …"))
        self.wait = Button(_("Waiting list"), icon="clock")
        self.accept = Button(_("Accept request"), icon="check", weight=Weight.primary)
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_ROW)
        column.addWidget(self._head())
        self.offer_card = _column(_("Offer"), self.offers)
        self.offer_card.body.addWidget(self.no_offer)
        self.no_offer.setMargin(theme.GAP)
        self.no_offer.hide()
        self.day_card = _column(_("When"), self.days)
        self.people_card = _column(_("Who"), self.people)
        self.day.setFixedWidth(_DAY_WIDTH)
        self.time.setFixedWidth(_TIME_WIDTH)
        self.day_card.body.addWidget(Line())
        self.day_card.body.addLayout(_padded(labels.note(_("or on")), self.day, self.time, None))
        cards = QHBoxLayout()
        cards.setSpacing(theme.GAP_ROW)
        for card, share in ((self.offer_card, 5), (self.day_card, 5), (self.people_card, 6)):
            cards.addWidget(card, share)
        column.addLayout(cards, 1)
        foot = Card()
        row = _padded(self.summary, self.decline, self.wait, self.accept)
        row.setStretch(0, 1)
        foot.body.addLayout(row)
        column.addWidget(foot)

    def _head(self) -> Card:
        head = Card()
        told = QVBoxLayout()
        told.setSpacing(0)
        for part in (self.requester, self.facts, self.wished):
            told.addWidget(part)
        row = _padded(self.back)
        row.addLayout(told, 1)
        row.addWidget(self.edit)
        head.body.addLayout(row)
        return head

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.edit.clicked.connect(self.edit_clicked)
        self.decline.clicked.connect(self.decline_clicked)
        self.wait.clicked.connect(self.wait_clicked)
        self.accept.clicked.connect(lambda: self.accepted.emit(self.decision()))
        self.offers.chosen_changed.connect(self._rank)
        self.days.chosen_changed.connect(self._on_day_chosen)
        self.people.chosen_changed.connect(self._sum_up)
        self.day.date_changed.connect(self._on_typed)
        self.time.time_changed.connect(self._on_typed)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def _today(self) -> date:
        return self._desk.clock().astimezone(BERLIN).date()

    def request(self) -> RequestRow | None:
        """The request in triage."""
        return self._request

    def open_request(self, row: RequestRow) -> None:
        """Show a request; its suggestions come a little later."""
        from domain.usecases import triage

        is_another = self._request is None or self._request.id != row.id
        self._request = row
        self.requester.setText(row.draft.requester)
        self.facts.setText(words.request_facts(row))
        self.wished.setText(words.wished_facts(row))
        if is_another:
            self._found = None
            self._people = ()
            for found in (self.offers, self.days, self.people):
                found.show_suggestions(())
            self.day.set_date(None)
            self.time.set_time(None)
            self._sum_up()
        self._desk.ask_later(self._show, triage.suggestions, row.id)

    def _show(self, found: Suggestions) -> None:
        if self._request is None or found.request.id != self._request.id:
            return
        is_first_look, self._found = self._found is None, found
        offers, day = self.offers.chosen(), self.days.chosen()
        if is_first_look:
            offers = tuple(each.offer_id for each in found.offers if each.is_fit and _speaks_for(each.reasons))[:1]
            day = tuple(each.day for each in found.days if each.is_fit)[:1]
        self.offers.show_suggestions(words.offer_lines(found.offers), offers)
        self.days.show_suggestions(words.day_lines(found.days), day)
        self.no_offer.setVisible(not found.offers)
        self.offer_card.set_title(_("Offer"), _counted(sum(each.is_fit for each in found.offers)))
        self.day_card.set_title(_("When"), _counted(sum(each.is_fit for each in found.days)))
        if not is_first_look:
            self._rank()
            return
        self._on_day_chosen()
        stop = next((each for each in (*self.offers.lines, *self.days.lines) if each.isChecked()), None)
        if stop is not None and self.isVisible():
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def decision(self) -> Decision:
        """What is chosen now."""
        offer = next((key for key in self.offers.chosen() if isinstance(key, UUID)), None)
        staff = tuple(key for key in self.people.chosen() if isinstance(key, UUID))
        day, begin = self.day.day(), self.time.moment()
        start = None if day is None or begin is None else start_of(day, begin.hour * 60 + begin.minute)
        return Decision(offer, staff, start)

    def _on_day_chosen(self) -> None:
        """Take day and time from the line that is chosen."""
        key = next(iter(self.days.chosen()), None)
        choice = next((each for each in self._days() if each.day == key), None)
        if choice is not None and choice.starts_at is not None:
            local = choice.starts_at.astimezone(BERLIN)
            self.day.set_date(choice.day)
            self.time.set_time(local.time())
        self._rank()

    def _days(self) -> tuple[DayChoice, ...]:
        return self._found.days if self._found else ()

    def _on_typed(self, _value: object) -> None:
        self.days.choose([self.day.day()])
        self._rank()

    def _rank(self) -> None:
        """Rank the people for what is chosen."""
        from domain.usecases import triage

        if self._request is not None:
            self._sum_up()
            workspace, request_id, decision = self._desk.workspace, self._request.id, self.decision()
            self._desk.tasks.start(
                lambda _ticket: workspace.ask(triage.people_for, request_id, decision),
                partial(self._show_people, request_id),
                key=f"requests.triage.{id(self)}",
            )

    def _show_people(self, request_id: UUID, found: tuple[PersonChoice, ...]) -> None:
        if self._request is None or request_id != self._request.id:
            return
        self._people = found
        self.people.show_suggestions(words.people_lines(found), self.people.chosen())
        self.people_card.set_title(_("Who"), _counted(sum(each.is_fit for each in found)))
        self._sum_up()

    def _sum_up(self) -> None:
        """Say in one line what accepting would make, and who of the chosen cannot go."""
        told, is_trouble = words.summary(self.decision(), self._people)
        self.summary.set_tone("warning" if is_trouble else "text")
        self.summary.setText(told)


def _speaks_for(reasons: tuple[Reason, ...]) -> bool:
    """Whether the first reason speaks for an offer: the host named it, or the topic fits."""
    return bool(reasons) and reasons[0].bearing is Bearing.good


def _counted(count: int) -> str:
    return _("{count} fit").format(count=count)


def _column(title: str, found: ReasonList) -> Card:
    card = Card(title)
    card.body.addWidget(found, 1)
    return card


def _padded(*parts: QWidget | None) -> QHBoxLayout:
    """Widgets side by side with room around them; None is room that grows."""
    row = QHBoxLayout()
    row.setContentsMargins(theme.GAP_ROW, theme.GAP_SMALL, theme.GAP_ROW, theme.GAP_SMALL)
    row.setSpacing(theme.GAP_SMALL)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row

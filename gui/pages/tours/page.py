"""The page of the tours: one tour on the board, on the map and as a list, changed by hand."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from domain.rows.findings import Finding
from domain.rows.requests import RequestRow
from domain.rows.tours import TourDayRow, TourDetail, TourRow
from domain.terms import BERLIN, Grade
from gui import registry, theme
from gui.page import Page
from gui.pages.tours import deeds, reasons, waiting, wiring, words
from gui.pages.tours.board_card import BoardCard
from gui.pages.tours.plan import Block, Lane
from gui.pages.tours.price_book import PriceBook
from gui.pages.tours.side import STOPS, WAITING, TourSide
from gui.pages.tours.worth import Worth, standing
from gui.texts import _, ngettext

if TYPE_CHECKING:
    from domain.planning.case import PlanningCase
    from domain.rows.printing import PrintChoice

_TOUR_TABLES = frozenset({"tour", "tour_day", "tour_day_crew", "stop", "event", "event_permit", "request"})
_TABLES_AROUND = frozenset({"request_wish", "vehicle", "booking", "staff", "staff_absence", "site", "travel_override"})
_PRINT = "gui.dialogs.print_preview:open_print"


class ToursPage(Page):
    """Days and stops of a tour; picking, moving and printing them."""

    watches = _TOUR_TABLES | _TABLES_AROUND | {"setting"}

    @override
    def _build(self) -> None:
        self.detail: TourDetail | None = None
        self._tours: list[TourRow] = []
        self._tour_id: UUID | None = None
        self.picked: UUID | None = None
        self.waiting: dict[UUID, RequestRow] = {}
        self.case: PlanningCase | None = None
        self.worth: Worth | None = None
        self.card = BoardCard()
        self.board, self.panel = self.card.board, self.card.panel
        self.board.chip.setParent(self)
        self.prices = PriceBook(self.desk, self)
        self.side = TourSide()
        self.map, self.list, self.left_out = self.side.map, self.side.list, self.side.left_out
        self.map_card, self.tabs = self.side.map_card, self.side.tabs
        self.whole = QWidget()
        row = QHBoxLayout(self.whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.card, 1)
        row.addWidget(self.side)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.whole)
        self.stack.addWidget(wiring.empty_card(self))
        self.body.addWidget(self.stack)
        wiring.connect(self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit(self.width())

    def today(self) -> date:
        """The local day."""
        return self.desk.clock().astimezone(BERLIN).date()

    @override
    def title(self) -> str:
        return self.detail.row.title if self.detail else _("Tours")

    @override
    def context(self) -> str:
        return words.context(self.detail.row) if self.detail else ""

    @override
    def primary(self) -> str:
        return "tours.propose"

    @override
    def secondary(self) -> tuple[str, ...]:
        return ("tours.replan", "tours.print")

    @override
    def may(self, action_id: str) -> bool:
        has_days = self.detail is not None and bool(self.detail.days)
        if action_id == "tours.propose":
            return True
        return has_days and registry.exists(_PRINT) if action_id == "tours.print" else has_days

    @override
    def first_focus(self) -> QWidget:
        return self.board

    @override
    def show_record(self, record: UUID) -> None:
        """Show a tour; its first stop is picked when it comes to the front."""
        if record != self._tour_id:
            self._tour_id = record
            self.picked = None
        self.refresh(frozenset())

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        from domain.usecases import conflicts, tour_obstacles, tour_rows

        self.board.let_go(is_wanted=False)
        self._tours = self.desk.ask(tour_rows.list_rows)
        if self._tour_id not in {row.id for row in self._tours}:
            self._tour_id = self._nearest()
        self.stack.setCurrentIndex(0 if self._tours else 1)
        self.detail = self.desk.ask(tour_rows.detail, self._tour_id) if self._tour_id else None
        days = self.detail.days if self.detail else ()
        self.card.show_tours(self._tours, self._tour_id)
        against = self.desk.ask(tour_obstacles.obstacles, self._tour_id) if self._tour_id else ()
        self.card.show_days(days, against)
        waiting.show(self)
        self.prices.renew(self.detail)
        self.map.show_tour(days, self.board.plan)
        self.list.show_plan(self.board.plan)
        self._show_counts(days)
        self.card.sums.show_worth(self.worth.of(self.detail) if self.worth else "")
        self.pick(self.picked if self.found(self.picked)[1] else next(iter(self.board.plan.stops()), None))
        self.head_changed.emit()
        if days:
            self.desk.ask_later(self._on_conflicts, conflicts.all_findings)

    def show_proposed(self, tour_id: UUID, said: str) -> None:
        """Show a tour that was proposed, and what is said of it as long as it stands like that."""
        self.show_record(tour_id)
        if self.detail is not None:
            self.worth = Worth(said, tour_id, standing(self.detail))
            self.card.sums.show_worth(self.worth.of(self.detail))

    def _nearest(self) -> UUID | None:
        """The tour that is under way or comes next, else the latest."""
        today = self.today()
        ahead = [row for row in self._tours if row.last_day is None or row.last_day >= today]
        return (ahead[-1] if ahead else self._tours[0]).id if self._tours else None

    def _show_counts(self, days: tuple[TourDayRow, ...]) -> None:
        stops = sum(len(day.stops) for day in days)
        words_ = ngettext("{count} tour stop", "{count} tour stops", stops).format(count=stops)
        self.map_card.set_title(_("Map"), words_)
        self.tabs.set_count(STOPS, stops)
        self.card.sums.show_broken(None if days else 0)

    def pick(self, record: UUID | None) -> None:
        """Let a stop or a day stand out on board, map and list, and tell about it below."""
        from domain.usecases import conflicts, permits

        found, lane = self.found(record)
        self.picked = record if lane is not None else None
        self.board.select(self.picked)
        self.map.select(self.picked)
        if self.list.current_id() != self.picked:
            self.list.select(self.picked)
        if lane is None:
            self.panel.show_nothing()
        elif found is None:
            self.panel.show_day(lane.row)
        else:
            self.panel.show_stop(lane.row, found)
            self.desk.ask_later(self._on_findings, conflicts.findings_of, found.id)
            self.desk.ask_later(self.panel.show_permit, permits.row, found.id)

    def found(self, record: UUID | None) -> tuple[Block | None, Lane | None]:
        """The stop and the lane of what is picked; no stop if it is a day."""
        pair = self.board.plan.find(record) if record else None
        if pair is not None:
            return pair[1], pair[0]
        return None, next((lane for lane in self.board.plan.lanes() if lane.row.id == record), None)

    def show_waiting(self, rows: Sequence[RequestRow]) -> None:
        """Show the requests that wait for a place in the tour."""
        self.waiting = {row.id: row for row in rows}
        self.left_out.show_asks(waiting.asks(rows))
        self.tabs.set_count(WAITING, len(rows))
        reasons.explain(self)

    def show_reasons(self, explained: reasons.Explained) -> None:
        """Say of each of them why it has no place, and what would help."""
        self.case = explained[0]
        asks = reasons.with_reasons(waiting.asks(self.waiting.values()), explained)
        self.left_out.show_asks(asks)
        self.tabs.set_count(WAITING, len(asks))

    def _on_findings(self, findings: tuple[Finding, ...]) -> None:
        if all(self.picked in {finding.event_id, *finding.others} for finding in findings):
            self.panel.show_findings(findings)

    def _on_conflicts(self, findings: tuple[Finding, ...]) -> None:
        grave = [each for each in findings if each.grade is Grade.error and not each.accepted]
        own = set(self.board.plan.stops())
        broken = [each for each in grave if own & {each.event_id, *each.others}]
        self.board.set_conflicts(own & {event for each in broken for event in (each.event_id, *each.others)})
        self.card.sums.show_broken(len(broken))

    def enter(self) -> None:
        """Open the form for a new tour."""
        deeds.enter_tour(self)

    def propose(self) -> None:
        """Let the engine propose a tour."""
        from gui.pages.tours.proposal import opening

        opening.propose(self)

    def replan(self) -> None:
        """Plan the rest of the shown tour anew after something has happened."""
        from gui.pages.tours.proposal import opening

        opening.replan(self)

    @override
    def print_choice(self) -> "PrintChoice | None":
        return deeds.print_choice(self)

    def print_sheet(self) -> None:
        """Open the print preview of the tour sheet on the picked day, else on the first."""
        if (choice := self.print_choice()) is not None:
            registry.resolve(_PRINT)(self.window(), self.desk, "tour_sheet", choice)

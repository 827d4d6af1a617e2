"""The page of councils: the list with its inspector, what recurs, and the collection of good examples."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from domain.errors import NotFoundError
from domain.overriding import override
from domain.rows.councils import CouncilDetail, CouncilRow, WatchKind, WatchRow
from domain.rows.printing import PrintChoice
from domain.terms import BERLIN
from gui import theme
from gui.page import Page
from gui.pages.councils import deeds
from gui.pages.councils.council_view import CouncilView
from gui.pages.councils.practice_view import PracticeView
from gui.pages.councils.watch_view import WatchView
from gui.texts import _, ngettext
from gui.widgets.choice import Segmented

_COUNCILS, _WATCH, _PRACTICE = "councils", "watch", "practice"


class CouncilsPage(Page):
    """Councils with members, sessions, resolutions and tasks; the interval watch; good examples."""

    watches = frozenset(
        {
            "partner",
            "contact",
            "membership",
            "council_rhythm",
            "event",
            "event_partner",
            "event_council",
            "event_exchange",
            "event_practice",
            "event_topic",
            "resolution",
            "task",
        }
    )

    @override
    def _build(self) -> None:
        self._detail: CouncilDetail | None = None
        self._wanted: UUID | None = None
        self.views = Segmented(
            [(_COUNCILS, _("Councils")), (_WATCH, _("Regular exchange")), (_PRACTICE, _("Good examples"))],
            name=_("View"),
        )
        self.councils = CouncilView(self.today())
        self.watch = WatchView(self.today())
        self.practice = PracticeView()
        self.stack = QStackedWidget()
        for view in (self.councils, self.watch, self.practice):
            self.stack.addWidget(view)
        row = QHBoxLayout()
        row.addWidget(self.views)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.setSpacing(theme.GAP_ROW)
        self.body.addWidget(self.stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.views.picked.connect(self.show_view)
        self.councils.bodies_changed.connect(self._ask_councils)
        self.councils.current_changed.connect(self._on_council)
        self.councils.new_asked.connect(self.enter)
        self.watch.row_opened.connect(self._open_watched)
        self.watch.current_changed.connect(self.head_changed)
        self.practice.row_opened.connect(lambda row: self.asked_for.emit("events", row.event.id))
        self.practice.profile_asked.connect(lambda row: deeds.edit_profile(self, row))
        self.practice.print_asked.connect(lambda row: deeds.print_example(self, row))
        self.practice.current_changed.connect(self.head_changed)
        panel = self.councils.panel
        panel.member_added.connect(lambda: deeds.add_member(self))
        panel.member_opened.connect(lambda row: deeds.edit_member(self, row))
        panel.member_renewed.connect(lambda row: deeds.renew(self, row))
        panel.session_planned.connect(self.plan_session)
        panel.event_opened.connect(lambda event: self.asked_for.emit("events", event))
        panel.task_added.connect(lambda: deeds.add_task(self))
        panel.task_opened.connect(lambda row: deeds.edit_task(self, row))
        panel.task_toggled.connect(lambda row: deeds.toggle_task(self, row))
        panel.interval_clicked.connect(lambda: deeds.set_interval(self))
        panel.print_clicked.connect(self.print_profile)

    def today(self) -> date:
        """The local day."""
        return self.desk.clock().astimezone(BERLIN).date()

    def detail(self) -> CouncilDetail | None:
        """The council shown in the inspector."""
        return self._detail

    @override
    def title(self) -> str:
        return _("Councils")

    @override
    def context(self) -> str:
        match self.views.value():
            case "watch":
                count = len(self.watch.model.rows())
                return ngettext("{count} that recurs", "{count} that recur", count).format(count=count)
            case "practice":
                count = len(self.practice.model.rows())
                return ngettext("{count} good example", "{count} good examples", count).format(count=count)
        count = len(self.councils.model.rows())
        return ngettext("{count} body", "{count} bodies", count).format(count=count)

    @override
    def primary(self) -> str:
        return {_WATCH: "councils.next", _PRACTICE: "councils.copy"}.get(self.views.value(), "councils.session")

    @override
    def may(self, action_id: str) -> bool:
        match action_id:
            case "councils.next":
                row = self.watch.current()
                return self.views.value() == _WATCH and row is not None
            case "councils.copy":
                return self.views.value() == _PRACTICE and self.practice.current() is not None
            case "councils.renew":
                return self.views.value() == _COUNCILS and self.councils.panel.renew.isEnabled()
        return self.views.value() == _COUNCILS and self._detail is not None

    @override
    def first_focus(self) -> QWidget:
        return {_WATCH: self.watch.table, _PRACTICE: self.practice.table}.get(self.views.value(), self.councils.table)

    @override
    def print_choice(self) -> PrintChoice | None:
        example = self.practice.current()
        if self.views.value() == _PRACTICE and example is not None:
            return PrintChoice(event_id=example.event.id)
        return PrintChoice(partner_id=self._detail.row.id) if self._detail else None

    @override
    def show_record(self, record: UUID) -> None:
        self.show_view(_COUNCILS)
        self._wanted = None if self.councils.select(record) else record

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        from domain.usecases import interval_watch, practice

        self._ask_councils()
        self.desk.ask_later(self.watch.show_rows, interval_watch.watch_rows)
        self.desk.ask_later(self.practice.show_rows, practice.list_rows)

    def show_view(self, key: str) -> None:
        """Bring one of the three views to the front."""
        self.views.set_value(key)
        self.stack.setCurrentIndex([_COUNCILS, _WATCH, _PRACTICE].index(key))
        self.head_changed.emit()

    def _ask_councils(self) -> None:
        from domain.usecases import councils

        self.desk.ask_later(self._on_councils, councils.list_rows, self.councils.wanted())

    def _on_councils(self, rows: list[CouncilRow]) -> None:
        self.councils.show_rows(rows)
        if self._wanted is not None and self.councils.select(self._wanted):
            self._wanted = None
        self.head_changed.emit()

    def _on_council(self, record: UUID | None) -> None:
        from domain.usecases import councils

        try:
            self._detail = self.desk.ask(councils.detail, record) if record is not None else None
        except NotFoundError:  # deleted by another program a moment ago; the list is being filled anew
            self._detail = None
        self.councils.panel.show_council(self._detail, self.today())
        self.head_changed.emit()

    def _open_watched(self, row: WatchRow) -> None:
        if row.kind is WatchKind.council:
            self.show_record(row.id)
        elif row.event_id is not None:
            self.asked_for.emit("events", row.event_id)

    def enter(self) -> None:
        """Ask for a new council and add it."""
        deeds.enter(self)

    def plan_session(self) -> None:
        """Plan the next session of the chosen council and open it."""
        deeds.plan_session(self)

    def plan_next(self) -> None:
        """Create the next date of the chosen exchange or council."""
        row = self.watch.current()
        if row is not None:
            deeds.plan_next(self, row)

    def copy_example(self) -> None:
        """Make a new event after the chosen good example and open it."""
        row = self.practice.current()
        if row is not None:
            deeds.copy_example(self, row)

    def print_profile(self) -> None:
        """Open the print preview on the profile of the chosen council."""
        if self._detail is not None:
            deeds.print_council(self, self._detail.row)

"""The page of citizens' concerns: the register with what is known of the chosen one, and the figures."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from domain.overriding import override
from domain.rows.concerns import ConcernCount, ConcernRow, ConcernStatistics
from domain.rows.printing import PrintChoice
from domain.rules.concern_states import may_become
from domain.terms import ConcernState
from gui.page import Page
from gui.pages.concerns import exports
from gui.pages.concerns.deeds import Deeds
from gui.pages.concerns.register import Register
from gui.pages.concerns.statistics_view import StatisticsView, chosen_filter
from gui.texts import _, current, ngettext
from gui.widgets.choice import Segmented

_REGISTER, _FIGURES = "register", "figures"
_STEPS = {
    "concerns.forward": ConcernState.forwarded,
    "concerns.answer": ConcernState.answered,
    "concerns.settle": ConcernState.closed,
    "concerns.drop": ConcernState.dropped,
    "concerns.reopen": ConcernState.open,
}


class ConcernsPage(Page):
    """Every concern until it is settled; those whose answer is due first on top."""

    watches = frozenset({"concern", "event", "partner"})

    @override
    def _build(self) -> None:
        self.deeds = Deeds(self)
        self.view = Segmented([(_REGISTER, _("Register")), (_FIGURES, _("Figures"))], name=_("View"))
        self.register = Register(self.desk)
        self.figures = StatisticsView()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.register)
        self.stack.addWidget(self.figures)
        self.body.addWidget(self.stack)
        self.view.picked.connect(self._on_view)
        self.register.changed.connect(self.head_changed)
        self.register.capture_asked.connect(self.deeds.capture)
        self.register.table.opened.connect(lambda _record: self.deeds.edit())
        self.register.panel.deed_asked.connect(lambda name: getattr(self.deeds, name)())
        self.register.panel.event_opened.connect(lambda event: self.asked_for.emit("events", event))
        self.figures.picked.connect(self._on_figure)
        self.figures.export_asked.connect(partial(exports.export_statistics, self))

    def today(self) -> date:
        """The local day."""
        return self.register.today()

    def chosen(self) -> ConcernRow | None:
        """The concern in the current row."""
        return self.register.chosen()

    @override
    def title(self) -> str:
        return _("Concerns")

    @override
    def context(self) -> str:
        waiting, late = self.register.waiting, self.register.overdue
        words = ngettext("{count} open", "{count} open", waiting).format(count=current().number(waiting))
        if late:
            words += ", " + ngettext("{count} overdue", "{count} overdue", late).format(count=current().number(late))
        return words

    @override
    def primary(self) -> str:
        return "concerns.capture"

    @override
    def head_widget(self) -> QWidget:
        return self.view

    @override
    def badges(self) -> dict[str, int]:
        return {"concerns": self.register.overdue}

    @override
    def print_choice(self) -> PrintChoice | None:
        row = self.chosen()
        return PrintChoice(kreis_ags=row.kreis_ags) if row is not None and row.kreis_ags else None

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        """Follow the file; what is noted in the capture over the page shows when that is closed.

        To find a long register anew at every stroke of Enter would keep people waiting.
        """
        from gui.pages.concerns.capture import CaptureDialog

        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, CaptureDialog):
            dialog.finished.connect(self._on_captured, Qt.ConnectionType.UniqueConnection)
            return
        self._fill()

    def _on_captured(self, _result: int) -> None:
        self._fill()

    def _fill(self) -> None:
        self.register.offer_offices()
        self.register.refill()
        if self.view.value() == _FIGURES:
            self._count()

    @override
    def show_record(self, record: UUID) -> None:
        self.show_view(_REGISTER)
        self.register.show_record(record)

    @override
    def first_focus(self) -> QWidget:
        return self.register.table if self.view.value() == _REGISTER else self.figures.table

    @override
    def may(self, action_id: str) -> bool:
        row = self.chosen()
        if row is None or self.view.value() != _REGISTER:
            return False
        step = _STEPS.get(action_id)
        return step is None or step in may_become(row.state)

    def _on_view(self, view: str) -> None:
        self.stack.setCurrentIndex(0 if view == _REGISTER else 1)
        if view == _FIGURES:
            self._count()
        self.head_changed.emit()

    def show_view(self, view: str) -> None:
        """Show the "register" or the "figures"."""
        self.view.set_value(view)
        self._on_view(view)

    def _count(self) -> None:
        from domain.usecases import concern_context

        self.desk.ask_later(self._on_counted, concern_context.statistics)

    def _on_counted(self, found: ConcernStatistics) -> None:
        self.figures.show_statistics(found)

    def _on_figure(self, count: ConcernCount) -> None:
        self.show_view(_REGISTER)
        self.register.filters.show_only(*chosen_filter(count))
        self.register.table.setFocus()

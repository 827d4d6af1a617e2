"""The page of lectures: lectures, offers and people, each a list with its inspector."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from domain.errors import NotFoundError
from domain.overriding import override
from domain.rows.printing import PrintChoice
from domain.rows.tours import NamedRow
from domain.terms import BERLIN
from gui import theme
from gui.page import Page
from gui.pages.lectures.deeds import LectureDeeds
from gui.pages.lectures.lectures_view import LecturesView
from gui.pages.lectures.offers_view import OffersView
from gui.pages.lectures.reading import Reading, read
from gui.pages.lectures.speakers_view import SpeakersView
from gui.texts import _, current, ngettext
from gui.widgets.choice import Segmented

LECTURES, OFFERS, SPEAKERS = "lectures", "offers", "speakers"
_VIEWS = (LECTURES, OFFERS, SPEAKERS)


class LecturesPage(Page):
    """What is held, what is offered, and who speaks."""

    watches = frozenset(
        {
            *("event", "event_lecture", "event_topic", "event_training", "assignment", "partner"),
            *("offer", "offer_target_group", "offer_publication", "publication", "topic", "target_group"),
            *("staff", "staff_absence", "staff_qualification", "qualification"),
        }
    )

    @override
    def _build(self) -> None:
        self.deeds = LectureDeeds(self)
        self._wanted: UUID | None = None
        self._names: dict[UUID, str] = {}
        self.views = Segmented(
            [(LECTURES, _("Lectures")), (OFFERS, _("Offers")), (SPEAKERS, _("Speakers"))], name=_("View")
        )
        self.lectures = LecturesView()
        self.offers = OffersView(self.today())
        self.speakers = SpeakersView(self.today())
        self.stack = QStackedWidget()
        for view in (self.lectures, self.offers, self.speakers):
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
        self.lectures.wanted_changed.connect(self._ask)
        self.lectures.new_asked.connect(self.deeds.begin)
        self.lectures.opened.connect(lambda event: self.asked_for.emit("events", event))
        self.lectures.current_changed.connect(self._on_lecture)
        self.lectures.panel.open_clicked.connect(self._open_lecture)
        self.offers.new_asked.connect(self.deeds.enter_offer)
        self.offers.stock_asked.connect(lambda: self.action_asked.emit("lectures.stock"))
        self.offers.opened.connect(lambda _record: self.deeds.edit_offer())
        self.offers.current_changed.connect(self._on_offer)
        self.offers.panel.edit_clicked.connect(self.deeds.edit_offer)
        self.offers.panel.event_clicked.connect(self.deeds.plan_event)
        self.speakers.new_asked.connect(self.deeds.enter_person)
        self.speakers.award_asked.connect(self.deeds.award)
        self.speakers.opened.connect(lambda _record: self.deeds.edit_person())
        self.speakers.current_changed.connect(self._on_person)
        self.speakers.panel.edit_clicked.connect(self.deeds.edit_person)
        self.speakers.panel.event_opened.connect(lambda event: self.asked_for.emit("events", event))
        self.speakers.panel.month_asked.connect(self._show_month)

    def today(self) -> date:
        """The local day."""
        return self.desk.clock().astimezone(BERLIN).date()

    @override
    def title(self) -> str:
        return _("Lectures")

    @override
    def context(self) -> str:
        match self.views.value():
            case "offers":
                count = self.offers.model.rowCount()
                return ngettext("{count} offer", "{count} offers", count).format(count=current().number(count))
            case "speakers":
                count = self.speakers.model.rowCount()
                return ngettext("{count} person", "{count} people", count).format(count=current().number(count))
        count = self.lectures.model.rowCount()
        return ngettext("{count} lecture", "{count} lectures", count).format(count=current().number(count))

    @override
    def primary(self) -> str:
        return {OFFERS: "lectures.offer", SPEAKERS: "lectures.person"}.get(self.views.value(), "lectures.new")

    @override
    def may(self, action_id: str) -> bool:
        if self.views.value() != OFFERS:
            return False
        row = self.offers.current()
        return row is not None and (action_id != "lectures.event" or not row.is_over)

    @override
    def first_focus(self) -> QWidget:
        return {OFFERS: self.offers.table, SPEAKERS: self.speakers.table}.get(self.views.value(), self.lectures.table)

    @override
    def print_choice(self) -> PrintChoice | None:
        row = self.lectures.current()
        return PrintChoice(event_id=row.event.id) if row is not None and self.views.value() == LECTURES else None

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        self._ask()

    @override
    def show_record(self, record: UUID) -> None:
        """Bring an offer or a person to the front; what is being read yet is shown as soon as it is there."""
        self._wanted = record
        self._ask()

    def show_view(self, key: str) -> None:
        """Bring one of the three views to the front."""
        self.views.set_value(key)
        self.stack.setCurrentIndex(_VIEWS.index(key))
        self.head_changed.emit()

    def _ask(self) -> None:
        self.desk.ask_later(self._on_read, read, self.lectures.wanted())

    def _on_read(self, found: Reading) -> None:
        self.lectures.set_topics([NamedRow(row.id, row.draft.name, row.version) for row in found.topics])
        self._names = found.publications
        self.lectures.show_rows(found.lectures)
        self.offers.show_rows(found.offers)
        self.speakers.show_rows(found.speakers)
        self.speakers.show_award(found.awards)
        self._bring(found)
        self.head_changed.emit()

    def _bring(self, found: Reading) -> None:
        """Choose the record that was asked for."""
        wanted, self._wanted = self._wanted, None
        for key, view, ids in (
            (OFFERS, self.offers, {row.id for row in found.offers}),
            (SPEAKERS, self.speakers, {row.staff.id for row in found.speakers}),
        ):
            if wanted in ids:
                self.show_view(key)
                if not view.table.select(wanted):
                    view.clear_filters()
                    view.table.select(wanted)

    def _on_lecture(self, _record: UUID | None) -> None:
        row = self.lectures.current()
        self.lectures.panel.show_lecture(row)
        self.head_changed.emit()

    def _open_lecture(self) -> None:
        row = self.lectures.current()
        if row is not None:
            self.asked_for.emit("events", row.event.id)

    def _on_offer(self, _record: UUID | None) -> None:
        row = self.offers.current()
        names = tuple(self._names[key] for key in row.draft.publication_ids if key in self._names) if row else ()
        self.offers.panel.show_offer(row, names)
        self.head_changed.emit()

    def _on_person(self, record: UUID | None) -> None:
        from domain.usecases import speakers

        try:
            detail = self.desk.ask(speakers.detail, record) if record is not None else None
        except NotFoundError:  # deleted by another program a moment ago; the list is being filled anew
            detail = None
        self.speakers.panel.show_person(detail)
        if detail is not None:
            self._show_month(self.speakers.panel.month.month())
        self.head_changed.emit()

    def _show_month(self, first: date) -> None:
        from domain.usecases import speakers

        row = self.speakers.current()
        if row is not None:
            self.speakers.panel.show_month(first, self.desk.ask(speakers.month, row.staff.id, first))

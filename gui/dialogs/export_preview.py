"""The right side of the export dialog: how much goes out, and the first lines as they arrive."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.labels import label
from domain.region.kreise import kreis
from domain.rows.partners import PartnerRow
from domain.rows.published import PublishedEvent
from domain.terms import BERLIN, ChangeKind
from gui import icons, theme
from gui.models.table import Cell, Column, RowTableModel
from gui.texts import _, current, ngettext
from gui.widgets.badge import kreis_badge, plain_badge, state_badge
from gui.widgets.card import Card
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from domain.rows.releases import Change
    from domain.usecases.outgoing_preview import EventPreview, PartnerPreview


class ExportPreview(Card):
    """A card with the count in its head and a table below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What goes out"), parent=parent)
        self._changes: Mapping[UUID, Change] = {}
        self.events = RowTableModel[PublishedEvent](self._event_columns(), lambda event: event.id, self)
        self.partners = RowTableModel[PartnerRow](_partner_columns(), lambda partner: partner.id, self)
        self._tables = QStackedWidget()
        for model in (self.events, self.partners):
            view: TableView = TableView(model, _("What goes out"))
            view.set_two_lines()
            view.set_empty(EmptyState("eye-off", _("Nothing goes out"), _("No record fits what is chosen.")))
            self._tables.addWidget(view)
        self.body.addWidget(self._tables)

    def show_events(self, found: "EventPreview") -> None:
        """Show events as the audience gets them."""
        count = ngettext("{count} event", "{count} events", found.count).format(count=found.count)
        held = _("{count} stay in the house").format(count=found.held_back) if found.held_back else ""
        others = " · ".join(
            f"{label(audience, current())} {current().number(number)}" for audience, number in found.audiences
        )
        self.set_title(_("What goes out"), " · ".join(filter(None, (others or count, held))))
        self._changes = found.changes or {}
        self.events.set_rows(found.rows)
        self._tables.setCurrentIndex(0)

    def _event_columns(self) -> tuple[Column[PublishedEvent], ...]:
        return (
            Column(_("Title"), _title),
            Column(_("When"), self._when, 184),
            Column(
                _("District"),
                lambda event: Cell(badge=kreis_badge(event.place.kreis_ags)) if event.place.kreis_ags else Cell(),
                64,
            ),
            Column(_("Status"), self._standing, 128, hide_below=520),
        )

    def _when(self, event: PublishedEvent) -> Cell:
        """Day and time; of a moved event also what it was before."""
        change = self._changes.get(event.id)
        before = change.before if change and change.kind is ChangeKind.moved else None
        moment = (before.starts_at or before.first_day) if before else None
        second = _("before: {when}").format(when=_short(moment)) if moment else _clock(event)
        return Cell(_day(event) if not moment else f"{_day(event)} {_clock(event)}", second=second)

    def _standing(self, event: PublishedEvent) -> Cell:
        """What became of it since the version, else how it stands."""
        change = self._changes.get(event.id)
        if change is None or change.kind is ChangeKind.cancelled:
            return Cell(badge=state_badge(event.state))
        return Cell(badge=plain_badge(label(change.kind, current())))

    def show_partners(self, found: "PartnerPreview") -> None:
        """Show institutions."""
        count = ngettext("{count} partner", "{count} partners", found.count).format(count=found.count)
        self.set_title(_("What goes out"), count)
        self.partners.set_rows(found.rows)
        self._tables.setCurrentIndex(1)


def _short(moment: date) -> str:
    if not isinstance(moment, datetime):
        return current().day(moment)
    local = moment.astimezone(BERLIN)
    return f"{current().day(local)}, {current().clock(local)}"


def _title(event: PublishedEvent) -> Cell:
    from domain.exchange.calendar_event import shown_title

    mark = theme.tokens().kinds[event.kind].mark
    place = ", ".join(part for part in (event.place.name, event.place.town) if part) or event.place.online_url
    return Cell(
        shown_title(event, current()), second=place, icon=icons.KIND_ICONS[event.kind], icon_colour=mark, is_first=True
    )


def _day(event: PublishedEvent) -> str:
    day = event.first_day if event.all_day else event.starts_at.date() if event.starts_at else None
    return f"{current().weekday_short(day)} {current().day(day)}" if day else ""


def _clock(event: PublishedEvent) -> str:
    return current().clock(event.starts_at) if event.starts_at and not event.all_day else _("all day")


def _partner_columns() -> tuple[Column[PartnerRow], ...]:
    return (
        Column(_("Name"), lambda row: Cell(row.name, second=label(row.category, current()), is_first=True)),
        Column(_("City or town"), lambda row: Cell(f"{row.postcode} {row.town}".strip()), 180),
        Column(
            _("District"), lambda row: Cell(kreis(row.kreis_ags).name if row.kreis_ags else ""), 150, hide_below=520
        ),
    )

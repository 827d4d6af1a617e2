"""The dialog that sends a tour or one of its days out: as a route (GPX) or as a table."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.errors import NotFoundError
from domain.i18n import N_
from domain.labels import label
from domain.rows.published_tours import TourFilter
from domain.rows.tours import TourRow
from domain.terms import BERLIN, Audience
from gui.desk import Desk
from gui.dialogs import files
from gui.dialogs.dialog import Dialog
from gui.tasks import Ticket
from gui.texts import _, current, ngettext
from gui.widgets.choice import Segmented
from gui.widgets.combo import Combo
from gui.widgets.form import Form
from gui.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from gui.shell import Shell

_WIDTH, _HEIGHT = 560, 380
_FORMATS = (("gpx", N_("Route (GPX)")), ("xlsx", N_("Excel")), ("csv", N_("CSV")), ("json", N_("JSON")))
_AUDIENCES = (Audience.public, Audience.partners, Audience.internal)


def open_dialog(window: "Shell") -> None:
    """The action's handler: the dialog over the window's file."""
    if window.desk is not None:
        open_tour_export(window, window.desk)


def open_tour_export(parent: QWidget, desk: Desk, tour_id: UUID | None = None) -> "TourExportDialog":
    """Open the dialog on a tour; without one on the next.

    Raises:
        NotFoundError: there is no tour with a day yet.
    """
    from domain.usecases import tour_rows

    rows = [row for row in desk.ask(tour_rows.list_rows) if row.first_day is not None]
    if not rows:
        raise NotFoundError(N_("There is no tour with a day yet."))
    dialog = TourExportDialog(desk, rows, parent)
    dialog.tour.set_value(tour_id or _next(rows, desk.clock().astimezone(BERLIN).date()))
    dialog.show_days()
    dialog.open()
    return dialog


def _next(rows: list[TourRow], today: date) -> UUID:
    """The tour that is on or comes next, else the latest."""
    coming = [row for row in rows if row.last_day is not None and row.last_day >= today]
    return min(coming, key=lambda row: row.first_day or today).id if coming else rows[0].id


class TourExportDialog(Dialog):
    """Tour, day, for whom and in which format; the public is the default, internal says what it means."""

    def __init__(self, desk: Desk, rows: list[TourRow], parent: QWidget | None = None) -> None:
        super().__init__(_("Export tour"), _("Export …"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self._desk = desk
        language = current()
        self.tour, self.day = Combo(_("Tour")), Combo(_("Day"))
        for row in rows:
            self.tour.add(row.id, row.title)
        self.audience = Segmented([(each.value, label(each, language)) for each in _AUDIENCES], name=_("For whom"))
        self.format = Segmented([(ending, _(msgid)) for ending, msgid in _FORMATS], name=_("Format"))
        self.warning = Notice(
            Tone.warning,
            _("This file is for the house only"),
            _("It holds internal notes, names and contacts. Do not pass it on."),
        )
        form: Form[object] = Form()
        for words, widget in (
            (_("Tour"), self.tour),
            (_("Day"), self.day),
            (_("For whom"), self.audience),
            (_("Format"), self.format),
        ):
            form.add_row(words, widget)
        self.content.addWidget(form)
        self.content.addWidget(self.warning)
        self.content.addStretch(1)
        self.warning.hide()
        self.tour.activated.connect(lambda _index: self.show_days())
        self.audience.picked.connect(lambda value: self.warning.setVisible(value == Audience.internal))
        self.primary.clicked.connect(self._on_export)

    def show_days(self) -> None:
        """List the days of the chosen tour."""
        from domain.usecases import tour_rows

        self.day.clear()
        self.day.add(None, _("All days"))
        tour = self._desk.ask(tour_rows.detail, self._tour_id())
        for day in sorted({found.day for found in tour.days}):
            self.day.add(day, current().long_day(day))

    def wanted(self) -> TourFilter:
        """The tour and day that are chosen."""
        day = self.day.value()
        chosen = day if isinstance(day, date) else None
        return TourFilter(self._tour_id(), chosen, chosen)

    def _tour_id(self) -> UUID:
        value = self.tour.value()
        if not isinstance(value, UUID):
            raise TypeError("the list holds tours by id")
        return value

    def _on_export(self) -> None:
        ending = self.format.value()
        kind = _("Route (*.gpx)") if ending == "gpx" else _("Table (*.{ending})").format(ending=ending)
        audience = Audience(self.audience.value())
        names = {Audience.public: _("public"), Audience.partners: _("for partners"), Audience.internal: _("internal")}
        suggested = "{tour}-{audience}.{ending}".format(tour=_("tour"), audience=names[audience], ending=ending)
        files.save_as(self, _("Export tour"), suggested.replace(" ", "-"), kind, self.write)

    def write(self, path: Path) -> None:
        """Write the file beside the window's thread, then close."""
        from domain.outgoing.tours import export_tours

        workspace, wanted, audience = self._desk.workspace, self.wanted(), Audience(self.audience.value())
        language = current()

        def work(_ticket: Ticket) -> int:
            return export_tours(workspace, path, audience, wanted, language)

        def told(count: int) -> None:
            words = ngettext("{count} stop written to {file}", "{count} stops written to {file}", count)
            self._desk.tell(words.format(count=count, file=path.name))

        self._desk.tasks.start(work, told, progress=_("Exporting"))
        self.accept()

"""What can be done with tours, days and stops: each deed one undo step."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from domain.errors import InvalidInputError
from domain.i18n import N_
from domain.rows.steps import Label
from domain.rows.tours import StopRow, TourDayDraft, TourDayRow, TourDraft
from gui.pages.tours import words
from gui.pages.tours.forms import DayDialog, DriveDialog, DriveDraft, TourDialog
from gui.pages.tours.layout import neighbour
from gui.pages.tours.stop_dialog import StopDialog
from gui.texts import _, current

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from domain.rows.events import EventDraft
    from gui.pages.tours.page import ToursPage

_Refusing = TourDialog | DayDialog | DriveDialog | StopDialog
_AROUND = timedelta(days=14)
"""How far from a tour's days events are offered as stops."""


def enter_tour(page: ToursPage) -> None:
    """Ask for a new tour and add it."""
    from domain.usecases import tours

    dialog = TourDialog(_("New tour"), TourDraft(""), page.window(), is_new=True)

    def save(draft: TourDraft) -> None:
        label = Label(N_("New tour {title}"), (("title", draft.title),))
        _store(page, dialog, lambda: page.show_record(page.desk.run(label, tours.create, draft)))

    dialog.saved.connect(save)
    dialog.open()


def edit_tour(page: ToursPage) -> None:
    """Ask for changes of the shown tour and keep them, or delete the tour."""
    from domain.usecases import tours

    detail = page.detail
    if detail is None:
        return
    row = detail.row
    dialog = TourDialog(_("Edit tour"), detail.draft, page.window(), is_new=False)

    def save(draft: TourDraft) -> None:
        label = Label(N_("Change tour {title}"), (("title", draft.title),))
        _store(page, dialog, lambda: page.desk.run(label, tours.change, row.id, draft, row.version))

    def remove() -> None:
        page.desk.run(Label(N_("Delete tour {title}"), (("title", row.title),)), tours.delete, [row.id])
        dialog.accept()
        page.desk.tell(_("Tour deleted; its events stay in the calendar"), undoable=True)

    dialog.saved.connect(save)
    dialog.removed.connect(remove)
    dialog.open()


def _store(page: ToursPage, dialog: _Refusing, store: Callable[[], object]) -> None:
    try:
        store()
    except InvalidInputError as trouble:
        dialog.refuse(trouble)
        return
    dialog.accept()
    page.desk.tell(_("Saved"), undoable=True)


def add_day(page: ToursPage) -> None:
    """Ask for a further day of the shown tour: the day after its last, with the same vehicle and crew."""
    from domain.usecases import fleet, tours

    detail = page.detail
    vehicles = page.desk.ask(fleet.list_rows)
    if detail is None:
        return
    if not vehicles:
        page.desk.tell(_("There is no vehicle yet; enter one in the settings."))
        return
    last = detail.days[-1] if detail.days else None
    day = last.day + timedelta(days=1) if last else page.today() + timedelta(days=1)
    blank = TourDayDraft(day, last.vehicle_id if last else vehicles[0].id, crew_ids=last.draft.crew_ids if last else ())
    dialog = _day_dialog(page, _("Add day"), blank)

    def save(draft: TourDayDraft) -> None:
        label = Label(N_("Add day {day} to tour {title}"), (("day", draft.day), ("title", detail.row.title)))
        _store(page, dialog, lambda: page.pick(page.desk.run(label, tours.add_day, detail.row.id, draft)))

    dialog.saved.connect(save)
    dialog.open()


def edit_day(page: ToursPage, row: TourDayRow) -> None:
    """Ask for changes of a day and keep them; its stops move along."""
    from domain.usecases import tours

    dialog = _day_dialog(page, _("Edit day"), row.draft)

    def save(draft: TourDayDraft) -> None:
        label = Label(N_("Change day {day}"), (("day", draft.day),))
        _store(page, dialog, lambda: page.desk.run(label, tours.change_day, row.id, draft, row.version))

    dialog.saved.connect(save)
    dialog.open()


def _day_dialog(page: ToursPage, title: str, draft: TourDayDraft) -> DayDialog:
    from domain.usecases import fleet, people

    crew: dict[object, str] = {row.id: row.draft.name for row in page.desk.ask(people.list_rows)}
    return DayDialog(title, draft, (page.desk.ask(fleet.list_rows), crew), page.today, page.window())


def remove_day(page: ToursPage, row: TourDayRow) -> None:
    """Delete a day; the events of its stops stay in the calendar."""
    from domain.usecases import tours

    page.desk.run(Label(N_("Delete day {day}"), (("day", row.day),)), tours.delete_day, row.id)
    page.desk.tell(_("Day deleted; its events stay in the calendar"), undoable=True)


def add_stop(page: ToursPage, row: TourDayRow) -> None:
    """Ask what becomes a stop of a day, and make it one."""
    from domain.usecases import tour_stops

    first, last = _period(page, row)
    found = page.desk.ask(tour_stops.candidates, first, last)
    title = _("Add stop on {day}").format(day=current().short_day(row.day))
    dialog = StopDialog(title, found, row.day, page.window())
    label = Label(N_("Add stop on {day}"), (("day", row.day),))

    def place(event_id: UUID) -> None:
        page.desk.run(label, tour_stops.place_by_time, row.id, event_id)
        page.pick(event_id)

    def accept(request_id: UUID) -> None:
        page.pick(page.desk.run(label, tour_stops.accept_as_stop, row.id, request_id))

    def enter(draft: EventDraft) -> None:
        page.pick(page.desk.run(label, tour_stops.new_stop, row.id, draft))

    dialog.event_chosen.connect(lambda event_id: _store(page, dialog, lambda: place(event_id)))
    dialog.request_chosen.connect(lambda request_id: _store(page, dialog, lambda: accept(request_id)))
    dialog.entered.connect(lambda draft: _store(page, dialog, lambda: enter(draft)))
    dialog.open()


def _period(page: ToursPage, row: TourDayRow) -> tuple[date, date]:
    """The days from which events are offered: the tour's, and two weeks around them."""
    days = [day.day for day in page.detail.days] if page.detail else [row.day]
    return min(days) - _AROUND, max(days) + _AROUND


def move(page: ToursPage, event_id: UUID, day: TourDayRow, position: int) -> None:
    """Put a stop at a position of a day; times move so that it fits."""
    from domain.usecases import tour_stops

    _move(page, day, event_id, lambda label: page.desk.run(label, tour_stops.move_stop, day.id, event_id, position))


def shift_position(page: ToursPage, day: TourDayRow, stop: StopRow, step: int) -> None:
    """Swap a stop with the one before (-1) or behind (+1) it."""
    if 1 <= stop.position + step <= len(day.stops):
        move(page, stop.event.id, day, stop.position + step)


def shift_day(page: ToursPage, day: TourDayRow, stop: StopRow, step: int) -> None:
    """Move a stop to the vehicle's day before (-1) or after (+1); its hour stays."""
    other = neighbour(page.detail.days, day.id, step) if page.detail else None
    if other is None:
        page.desk.tell(_("The tour has no such day with this vehicle."))
        return
    to_day(page, stop.event.id, other)


def to_day(page: ToursPage, event_id: UUID, day: TourDayRow) -> None:
    """Move a stop to a day; its hour stays."""
    from domain.usecases import tour_stops

    _move(page, day, event_id, lambda label: page.desk.run(label, tour_stops.place_by_time, day.id, event_id))


def _move(page: ToursPage, day: TourDayRow, event_id: UUID, run: Callable[[Label], object]) -> None:
    run(Label(N_("Move stop to {day}"), (("day", day.day),)))
    page.pick(event_id)
    page.desk.tell(_("Stop moved to {day}").format(day=words.day_name(day)), undoable=True)


def remove_stop(page: ToursPage, stop: StopRow) -> None:
    """Take a stop out of the tour; its event stays in the calendar."""
    from domain.usecases import tour_membership

    label = Label(N_("Take {title} out of the tour"), (("title", stop.event.title),))
    page.desk.run(label, tour_membership.leave_tour, stop.event.id)
    page.desk.tell(_("Out of the tour; the event stays in the calendar"), undoable=True)


def correct_drive(page: ToursPage, day: TourDayRow, leg: int) -> None:
    """Ask what a drive really takes, and note it for every drive between the two Gemeinden."""
    from domain.usecases import tour_stops

    drive = day.stops[leg].leg if leg < len(day.stops) else day.home
    if drive is None:
        return
    dialog = DriveDialog(words.leg_name(day, leg), drive, page.window())

    def save(draft: DriveDraft) -> None:
        label = Label(N_("Correct drive time"))
        _store(
            page,
            dialog,
            lambda: page.desk.run(label, tour_stops.correct_drive, day.id, leg, draft.minutes or 0, draft.kilometres),
        )

    dialog.saved.connect(save)
    dialog.open()

"""What can be done with tours, days and stops: each deed one undo step."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from domain.errors import InvalidInputError
from domain.i18n import N_
from domain.rows.steps import Label
from domain.rows.tours import Placed, StopRow, TourDayDraft, TourDayRow, TourDraft, TourSlot
from domain.rules.local import minutes_between
from gui.pages.tours import words
from gui.pages.tours.drag import Held
from gui.pages.tours.forms import DayDialog, DriveDialog, DriveDraft, TourDialog
from gui.pages.tours.move_dialog import MoveDialog
from gui.pages.tours.plan import VehicleDay
from gui.pages.tours.stop_dialog import StopDialog
from gui.texts import _, current

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from domain.rows.events import EventDraft
    from domain.rows.printing import PrintChoice
    from gui.pages.tours.page import ToursPage
    from gui.pages.tours.pricing import Price

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
    from domain.usecases import tour_moves, tour_stops

    first, last = _period(page, row)
    found = page.desk.ask(tour_stops.candidates, first, last)
    title = _("Add stop on {day}").format(day=current().short_day(row.day))
    dialog = StopDialog(title, found, row.day, (first, last), page.window())
    label = Label(N_("Add stop on {day}"), (("day", row.day),))

    def place(use_case: Callable[..., Placed], record: UUID) -> None:
        slot = TourSlot(row.day, row.vehicle_id)
        if page.detail is not None:
            placed = page.desk.run(label, use_case, page.detail.row.id, record, slot)
            dialog.accept()
            _tell(page, placed)

    def enter(draft: EventDraft) -> None:
        page.pick(page.desk.run(label, tour_stops.new_stop, row.id, draft))

    dialog.event_chosen.connect(partial(place, tour_moves.drop_stop))
    dialog.request_chosen.connect(partial(place, tour_moves.drop_request))
    dialog.entered.connect(lambda draft: _store(page, dialog, lambda: enter(draft)))
    dialog.open()


def _period(page: ToursPage, row: TourDayRow) -> tuple[date, date]:
    """The days from which events are offered: the tour's, and two weeks around them."""
    days = [day.day for day in page.detail.days] if page.detail else [row.day]
    return min(days) - _AROUND, max(days) + _AROUND


def drop(
    page: ToursPage, held: Held, where: VehicleDay, position: int | None = None, arrives: int | None = None
) -> None:
    """Put a stop or a request into a vehicle's day; the day is added if the tour lacks it."""
    from domain.usecases import tour_moves

    if page.detail is None:
        return
    slot = TourSlot(where.day, where.vehicle_id, position, arrives)
    use_case = tour_moves.drop_request if held.is_request else tour_moves.drop_stop
    label = Label(N_("Move {title} to {day}"), (("title", held.words), ("day", where.day)))
    _tell(page, page.desk.run(label, use_case, page.detail.row.id, held.id, slot))


def resize(page: ToursPage, event_id: UUID, earlier: int, longer: int) -> None:
    """Let a stop open earlier and close later by so many minutes."""
    from domain.usecases import tour_moves

    found = page.board.plan.find(event_id)
    if found is None:
        return
    label = Label(N_("Change the stay at {title}"), (("title", words.place(found[1].stop.event)),))
    try:
        _tell(page, page.desk.run(label, tour_moves.resize_stay, event_id, earlier, longer))
    except InvalidInputError as trouble:
        page.desk.tell(current().error(trouble))


def _tell(page: ToursPage, placed: Placed) -> None:
    page.pick(placed.event_id)
    page.desk.tell(words.placed(placed), undoable=True)


def shift_position(page: ToursPage, day: TourDayRow, stop: StopRow, step: int) -> None:
    """Swap a stop with the one before (-1) or behind (+1) it."""
    if 1 <= stop.position + step <= len(day.stops):
        drop(page, held_of(day, stop), VehicleDay(day.day, day.vehicle_id), stop.position + step)


def shift_day(page: ToursPage, day: TourDayRow, stop: StopRow, step: int) -> None:
    """Move a stop to the vehicle's next shown day (+1) or the one before (-1), apart from weekends and holidays."""
    slots = [slot for slot in page.board.plan.slots() if slot.where.vehicle_id == day.vehicle_id and not slot.is_thin]
    at = [slot.where.day for slot in slots].index(day.day) + step
    if not 0 <= at < len(slots):
        page.desk.tell(_("The tour has no such day with this vehicle."))
        return
    drop(page, held_of(day, stop), slots[at].where)


def held_of(day: TourDayRow, stop: StopRow) -> Held:
    """A stop as something that is carried elsewhere."""
    row = stop.event
    open_minutes = minutes_between(row.starts_at, row.ends_at) if row.starts_at and row.ends_at else 0
    stay = open_minutes + stop.set_up_minutes + stop.tear_down_minutes
    return Held(row.id, words.place(row), row.kind, stay, VehicleDay(day.day, day.vehicle_id))


def _drop_priced(page: ToursPage, held: Held, where: VehicleDay, price: Price | None) -> None:
    drop(page, held, where, price.position if price else None, price.arrives if price else None)


def choose_place(page: ToursPage, held: Held) -> None:
    """Offer every place of the tour with its price, and put the stop or request into the chosen one."""
    title = _("Move {place}").format(place=held.words)
    dialog = MoveDialog(title, page.board.plan.slots(), held.own, held.id, page.window())
    dialog.chosen.connect(lambda where, price: _drop_priced(page, held, where, price))
    dialog.open()
    page.prices.ask(held.id, dialog.show_prices)


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


def print_choice(page: ToursPage) -> PrintChoice | None:
    """The tour on the picked day, else on its first; None without one."""
    from domain.rows.printing import PrintChoice

    _block, lane = page.found(page.picked)
    lanes = page.board.plan.lanes()
    if page.detail is None or not lanes:
        return None
    return PrintChoice(tour_id=page.detail.row.id, day=(lane or lanes[0]).row.day)

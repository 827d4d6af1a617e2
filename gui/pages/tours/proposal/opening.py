"""Opens the planning dialog for the tours page: a new proposal, the rest of a tour anew, a wish taken less strictly."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from domain.rows.proposals import PlanningWish
from gui.pages.tours import words
from gui.pages.tours.proposal.dialog import PlanningDialog
from gui.pages.tours.proposal.incident_form import IncidentForm
from gui.pages.tours.proposal.running import plan_quality
from gui.pages.tours.proposal.wish_form import WishForm
from gui.texts import _, current

if TYPE_CHECKING:
    from uuid import UUID

    from domain.rows.proposals import Relaxed
    from gui.pages.tours.page import ToursPage


def propose(page: ToursPage, relaxed: Relaxed | None = None, wish: PlanningWish | None = None) -> PlanningDialog | None:
    """Ask for a wish, beginning with `wish`, and plan it; with `relaxed` at once. Without a vehicle says so."""
    from domain.usecases import fleet, present_plan

    vehicles = page.desk.ask(fleet.list_rows)
    if not vehicles:
        page.desk.tell(_("There is no vehicle yet; enter one in the settings."))
        return None
    form = WishForm(vehicles, page.today)
    shown = page.detail.row.id if page.detail else None
    form.load(wish or page.desk.ask(present_plan.usual_wish, shown))
    dialog = _open(_("Propose tour"), form, page)
    if relaxed is not None:
        dialog.start(relaxed)
    return dialog


def replan(page: ToursPage) -> PlanningDialog | None:
    """Ask what has happened to the shown tour and plan the rest of it anew; nothing for a tour without days."""
    from domain.usecases import fleet

    detail = page.detail
    if detail is None or not detail.days:
        return None
    form = IncidentForm(page.desk.ask(fleet.list_rows), _stops(page), page.today)
    days = [day.day for day in detail.days]
    block, lane = page.found(page.picked)
    vehicle = lane.row.vehicle_id if lane else detail.days[0].vehicle_id
    first = lane.row.day if lane else min(days)
    wish = PlanningWish(first, max(days), (vehicle,), tour_id=detail.row.id)
    form.load(wish, block.id if block is not None else None)
    return _open(_("Re-plan tour"), form, page)


def _open(title: str, form: WishForm | IncidentForm, page: ToursPage) -> PlanningDialog:
    dialog = PlanningDialog(title, form, page.desk, page.window())
    dialog.taken.connect(partial(_show, page, dialog))
    dialog.open()
    return dialog


def _show(page: ToursPage, dialog: PlanningDialog, tour_id: UUID) -> None:
    """Show the tour that was taken over, with what the planner says of it."""
    if dialog.proposal is not None:
        page.show_proposed(tour_id, plan_quality(dialog.proposal.plan))


def _stops(page: ToursPage) -> dict[UUID, str]:
    """The stops of the tour by day, as they can be called off."""
    days = page.detail.days if page.detail else ()
    return {
        stop.event.id: f"{current().short_day(day.day)} {words.place(stop.event)}" for day in days for stop in day.stops
    }

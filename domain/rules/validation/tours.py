"""Which drafts of tours, their days, vehicles, equipment and staff can be taken."""

from collections.abc import Iterator

from domain.errors import Problem
from domain.i18n import N_
from domain.rows.tours import StaffDraft, TourDayDraft, TourDraft, VehicleDraft
from domain.rules.validation import fields
from domain.rules.validation.fields import LONG_TEXT

_VEHICLE = {"name": 200, "depot_town": 200, "power": 200, "licence_class": 20, "notes": LONG_TEXT}
_STAFF = {"name": 200, "office": 300, "phone": 100, "notes": LONG_TEXT}
_TOUR = {"title": 300, "notes": LONG_TEXT}
_MINUTES_A_DAY = 1440
_ABSENCE_REASON = 300


def vehicle_problems(draft: VehicleDraft) -> list[Problem]:
    """Why the vehicle cannot be taken, by field; empty when it can."""
    return [
        *fields.required("name", draft.name),
        *fields.texts(draft, _VEHICLE),
        *fields.postcode("depot_postcode", draft.depot_postcode),
        *fields.ags("depot_ags", draft.depot_ags),
        *_hours(draft),
        *fields.number("max_duty_minutes", draft.max_duty_minutes, 0, _MINUTES_A_DAY),
        *fields.number("max_drive_minutes", draft.max_drive_minutes, 0, _MINUTES_A_DAY),
        *fields.numbers(draft, "length_m", "width_m", "height_m", "weight_kg", "seats", "cable_m"),
    ]


def equipment_problems(name: str, quantity: int) -> list[Problem]:
    """Why a piece of equipment of this name and number cannot be taken; empty when it can."""
    return [*fields.required("name", name), *fields.text("name", name, 200), *fields.number("quantity", quantity)]


def staff_problems(draft: StaffDraft) -> list[Problem]:
    """Why the person cannot be taken, by field; empty when it can."""
    return [
        *fields.required("name", draft.name),
        *fields.texts(draft, _STAFF),
        *fields.email("email", draft.email),
        *fields.numbers(draft, "capacity_per_month"),
        *_qualifications(draft),
        *_absences(draft),
    ]


def tour_problems(draft: TourDraft) -> list[Problem]:
    """Why the tour cannot be taken, by field; empty when it can."""
    return [*fields.required("title", draft.title), *fields.texts(draft, _TOUR)]


def tour_day_problems(draft: TourDayDraft) -> list[Problem]:
    """Why the day of a tour cannot be taken, by field; empty when it can."""
    problems = [
        *fields.day("day", draft.day),
        *fields.ags("overnight_ags", draft.overnight_ags),
        *fields.text("notes", draft.notes, LONG_TEXT),
    ]
    if len(set(draft.crew_ids)) != len(draft.crew_ids):
        problems.append(Problem("crew_ids", N_("Each person can be named only once.")))
    return problems


def _hours(draft: VehicleDraft) -> Iterator[Problem]:
    if draft.available_to <= draft.available_from:
        yield Problem("available_to", N_("The end lies before the start."))


def _qualifications(draft: StaffDraft) -> Iterator[Problem]:
    held = [each.qualification_id for each in draft.qualifications]
    if len(set(held)) != len(held):
        yield Problem("qualifications", N_("Each qualification can be named only once."))
    for each in draft.qualifications:
        yield from fields.day("qualifications", each.valid_until)


def _absences(draft: StaffDraft) -> Iterator[Problem]:
    for absence in draft.absences:
        yield from fields.day("absences", absence.first_day)
        yield from fields.day("absences", absence.last_day)
        yield from fields.days_in_order("absences", absence.first_day, absence.last_day)
        yield from fields.text("absences", absence.reason, _ABSENCE_REASON)

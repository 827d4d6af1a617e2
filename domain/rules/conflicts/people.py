"""People who are away, booked too often, or have not learnt what they are to speak on."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from domain.i18n import N_
from domain.rows.findings import Finding
from domain.rows.tours import StaffDraft
from domain.rules.capacity import is_beyond, month_of
from domain.rules.conflicts.appointment import Context
from domain.rules.conflicts.book import Book, Slot
from domain.rules.conflicts.wording import finding, params
from domain.terms import AssignmentRole, DaySpan, Rule


def people_findings(book: Book, slot: Slot) -> Iterator[Finding]:
    """Absent, overbooked and unqualified people of one appointment."""
    for staff_id in book.people_of(slot):
        person = book.context.staff.get(staff_id)
        if person is not None:
            yield from _absent(slot, staff_id, person)
    for staff_id in dict.fromkeys(assignment.staff_id for assignment in slot.event.assignments):
        person = book.context.staff.get(staff_id)
        if person is not None:
            yield from _overbooked(book.context, slot, staff_id, person)
    for assignment in slot.event.assignments:
        person = book.context.staff.get(assignment.staff_id)
        if person is not None and assignment.role is AssignmentRole.speaker:
            yield from _unqualified(book.context, slot, assignment.staff_id, person)


def is_absent(person: StaffDraft, days: DaySpan) -> bool:
    """Whether the person is away on one of the days."""
    return any(absence.first_day <= days.last and days.first <= absence.last_day for absence in person.absences)


def qualified_until(person: StaffDraft, qualification_id: UUID) -> date | None:
    """The last day on which the person holds the qualification; None if it never did, `date.max` without an end."""
    ends = [held.valid_until or date.max for held in person.qualifications if held.qualification_id == qualification_id]
    return max(ends, default=None)


def missing_qualifications(context: Context, slot: Slot, person: StaffDraft) -> list[UUID]:
    """Topics of the appointment on which the person may not speak on its last day."""
    missing = []
    for topic_id in slot.event.topic_ids:
        topic = context.topics.get(topic_id)
        if topic is None or topic.qualification_id is None:
            continue
        until = qualified_until(person, topic.qualification_id)
        if until is None or until < slot.days.last:
            missing.append(topic_id)
    return missing


def _absent(slot: Slot, staff_id: UUID, person: StaffDraft) -> Iterator[Finding]:
    for absence in person.absences:
        if absence.first_day <= slot.days.last and slot.days.first <= absence.last_day:
            away = DaySpan(absence.first_day, absence.last_day)
            yield finding(
                Rule.person_absent,
                slot,
                named=(staff_id, slot.event.id),
                headline=(N_("{name} is away"), params(name=person.name)),
                detail=(
                    N_("Away {days}; “{title}” is on {when}."),
                    params(days=away, title=slot.event.title, when=slot.shown),
                ),
            )
            return


def is_overbooked(context: Context, slot: Slot, staff_id: UUID, person: StaffDraft) -> bool:
    """Whether the appointment is one too many for the person in its month; months that are over do not count."""
    month, capacity = month_of(slot.day), person.capacity_per_month
    if capacity is None or month < month_of(context.today):
        return False
    return is_beyond(slot.event.id, context.booked.get((staff_id, month), ()), capacity)


def _overbooked(context: Context, slot: Slot, staff_id: UUID, person: StaffDraft) -> Iterator[Finding]:
    if not is_overbooked(context, slot, staff_id, person):
        return
    month = month_of(slot.day)
    yield finding(
        Rule.over_capacity,
        slot,
        named=(staff_id, slot.event.id, month),
        headline=(N_("{name} is booked too often"), params(name=person.name)),
        detail=(
            N_("At most {capacity} events a month are agreed; “{title}” on {when} is beyond that."),
            params(capacity=person.capacity_per_month, title=slot.event.title, when=slot.shown),
        ),
    )


def _unqualified(context: Context, slot: Slot, staff_id: UUID, person: StaffDraft) -> Iterator[Finding]:
    for topic_id in missing_qualifications(context, slot, person):
        topic = context.topics[topic_id]
        until = qualified_until(person, topic.qualification_id) if topic.qualification_id else None
        name = context.qualifications.get(topic.qualification_id, topic.name) if topic.qualification_id else topic.name
        lacking = (
            N_("“{topic}” needs the qualification “{qualification}”."),
            params(topic=topic.name, qualification=name),
        )
        run_out = (
            N_("“{topic}” needs the qualification “{qualification}”; it ran out on {day}."),
            params(topic=topic.name, qualification=name, day=until),
        )
        yield finding(
            Rule.qualification_missing,
            slot,
            named=(staff_id, slot.event.id, topic_id),
            headline=(N_("{name} is not qualified to speak"), params(name=person.name)),
            detail=lacking if until is None else run_out,
        )

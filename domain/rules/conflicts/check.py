"""Runs every rule over the appointments, grades what is found and remembers what people have accepted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from uuid import UUID

from domain.i18n import N_
from domain.rows.findings import Finding
from domain.rules.conflicts.appointment import TAKING_PART, Appointment, Context
from domain.rules.conflicts.book import Book, Slot, slot_of
from domain.rules.conflicts.booking import booking_findings
from domain.rules.conflicts.calendar import calendar_findings
from domain.rules.conflicts.kinds import kind_findings
from domain.rules.conflicts.people import people_findings
from domain.rules.conflicts.publications import publication_findings
from domain.rules.conflicts.repairs import FARTHEST_DAY, repairs_of
from domain.rules.conflicts.site import site_findings
from domain.rules.conflicts.tour import duty_findings
from domain.rules.conflicts.wording import GRADES, params
from domain.terms import Grade, Rule, TimeSpan

NOTHING_ACCEPTED: Mapping[str, str] = MappingProxyType({})
_WEIGHT = {grade: weight for weight, grade in enumerate(Grade)}
_AROUND = timedelta(days=FARTHEST_DAY + 3)


def findings(
    appointments: Iterable[Appointment],
    context: Context,
    accepted: Mapping[str, str] = NOTHING_ACCEPTED,
    *,
    repairs: bool = False,
) -> tuple[Finding, ...]:
    """All conflicts, the gravest first, then by time; those in `accepted` (key to reason) last within their grade.

    A conflict of several events is named once, by the later one, with the earlier in `others`. Repairs are looked
    for on demand, as they cost more than finding the conflicts (see `with_repairs`).
    """
    events = list(appointments)
    book = Book(events, context)
    found = [*_upside_down(events), *booking_findings(book), *duty_findings(book)]
    for slot in book.slots:
        found.extend(_of_slot(book, slot))
    return _finished(found, book, accepted, repairs=repairs)


def findings_for(
    event: Appointment,
    others: Iterable[Appointment],
    context: Context,
    accepted: Mapping[str, str] = NOTHING_ACCEPTED,
    *,
    repairs: bool = True,
) -> tuple[Finding, ...]:
    """The conflicts `event` (perhaps an unsaved draft) would have with `others`; its saved self among them is ignored.

    Only appointments of the three weeks around it are looked at, so that a form can ask at every keystroke.
    """
    slot = slot_of(event)
    if slot is None:
        return tuple(_finished(list(_upside_down([event])), Book((), context), accepted, repairs=False))
    near = [other for other in others if other.id != event.id and _is_near(other.span, slot.span)]
    book = Book([event, *near], context)
    focus = book.by_id[event.id]
    found = [*booking_findings(book, focus), *duty_findings(book, focus), *_of_slot(book, focus)]
    return _finished(found, book, accepted, repairs=repairs)


def with_repairs(found: Finding, appointments: Iterable[Appointment], context: Context) -> Finding:
    """The finding with up to three ways out of it."""
    events = list(appointments)
    span = next((event.span for event in events if event.id == found.event_id), None)
    near = [event for event in events if span is not None and _is_near(event.span, span)]
    return replace(found, repairs=repairs_of(Book(near, context), found))


def by_event(found: Iterable[Finding]) -> dict[UUID, tuple[Finding, ...]]:
    """Findings for every event they concern, as bearer or as one of the others, in their order."""
    groups: dict[UUID, list[Finding]] = {}
    for finding in found:
        for event_id in dict.fromkeys((finding.event_id, *finding.others)):
            groups.setdefault(event_id, []).append(finding)
    return {event_id: tuple(group) for event_id, group in groups.items()}


def _of_slot(book: Book, slot: Slot) -> Iterator[Finding]:
    if not slot.is_settled:
        yield from people_findings(book, slot)
        yield from calendar_findings(book, slot)
        yield from site_findings(book, slot)
        yield from kind_findings(book, slot)
        yield from publication_findings(book, slot)


def _upside_down(events: Iterable[Appointment]) -> Iterator[Finding]:
    """Events that end before they start: forms refuse them, an old file may hold them all the same."""
    for event in events:
        span = event.span
        if span is not None and event.state in TAKING_PART and span.end.astimezone(UTC) < span.start.astimezone(UTC):
            yield Finding(
                event_id=event.id,
                rule=Rule.ends_before_start,
                grade=GRADES[Rule.ends_before_start],
                key=f"{Rule.ends_before_start}:{event.id}",
                msgid=N_("Ends before it starts"),
                detail=N_("“{title}” starts at {start} and ends at {end}."),
                detail_params=params(title=event.title, start=span.start, end=span.end),
            )


def _is_near(span: TimeSpan | None, to: TimeSpan) -> bool:
    return span is not None and span.start < to.end + _AROUND and to.start - _AROUND < span.end


def _finished(found: list[Finding], book: Book, accepted: Mapping[str, str], *, repairs: bool) -> tuple[Finding, ...]:
    done = []
    for finding in found:
        if finding.key in accepted:
            done.append(replace(finding, accepted=True, reason=accepted[finding.key]))
        elif repairs:
            done.append(replace(finding, repairs=repairs_of(book, finding)))
        else:
            done.append(finding)
    return tuple(sorted(done, key=lambda each: (_WEIGHT[each.grade], each.accepted, _begins(book, each), each.key)))


def _begins(book: Book, finding: Finding) -> datetime:
    slot = book.by_id.get(finding.event_id)
    return slot.span.start if slot else datetime.min.replace(tzinfo=UTC)

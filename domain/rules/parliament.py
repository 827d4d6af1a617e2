"""The answer to a question of parliament: which events count, what of them may be told, and what is different today."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from uuid import UUID

from domain.i18n import N_
from domain.rows.parliament import (
    AnswerDifferences,
    AnswerRow,
    DeclinedCount,
    FigureChange,
    GuestOffice,
    HeldEvent,
    NeutralityStatement,
    ParliamentAnswer,
    ParliamentQuestion,
    RequestCounts,
    RowChange,
    Sums,
)
from domain.rows.reports import Footnote
from domain.rules.audience import without_names
from domain.terms import BERLIN, Audience, ChangeKind, DeclineCause, EventState, PartnerCategory

COUNTED_STATES = frozenset({EventState.held, EventState.reviewed})
"""Only what took place is told."""

FOOTNOTES = (
    Footnote(
        "counted",
        N_("Counted are events that took place (held or reviewed), by the local day on which they began."),
    ),
    Footnote(
        "participants",
        N_("Participants are those counted at the event; an event without a count adds nothing to the sums."),
    ),
    Footnote(
        "schools",
        N_(
            "An event counts as one at a school if a school type was entered for it, or if its organiser, or else the"
            " place it was held at, is a school."
        ),
    ),
    Footnote(
        "organiser",
        N_(
            "Organiser is the inviting body. Private persons and institutions that have not agreed to be named stand"
            " here by their kind."
        ),
    ),
    Footnote("duration", N_("Duration is the time from beginning to end as entered, without setting up and down.")),
    Footnote(
        "not_listed",
        N_(
            "Events whose organiser must not be named, and events meant only for the house, are not listed; they are"
            " contained in the sums of all events."
        ),
    ),
    Footnote(
        "guests",
        N_("An office named in the column of the topic is one of another state or of the federation that spoke here."),
    ),
    Footnote(
        "declined",
        N_(
            "Requests are counted on the day they were received (or entered) and by what has become of them since."
            " Requests withdrawn by the requester are not declined."
        ),
    ),
    Footnote(
        "no_observations",
        N_("The records of events have no field for observations or for names of listeners; people are only counted."),
    ),
)
"""The counting rules in the order of the columns; the ids last, the wording may be mended."""


def answer(
    question: ParliamentQuestion,
    topics: Sequence[str],
    events: Iterable[HeldEvent],
    requests: RequestCounts,
) -> ParliamentAnswer:
    """The answer from everything that took place around the period; what does not count is left out here."""
    counted = sorted((each for each in events if counts(each, question)), key=_order)
    listed = [each for each in counted if _is_listed(each)]
    guests = Counter(_cleaned(each)(each.guest_office) for each in listed if each.guest_office.strip())
    return ParliamentAnswer(
        question=question,
        topics=tuple(topics),
        schools=tuple(row(each) for each in listed if at_school(each)),
        others=tuple(row(each) for each in listed if not at_school(each)),
        unnamed=_sums(each for each in counted if each.record.host_confidential),
        internal=_sums(each for each in counted if not each.record.host_confidential and not _is_listed(each)),
        guests=tuple(GuestOffice(name, number) for name, number in sorted(guests.items())),
        requests=requests,
        statements=_statements(listed),
        footnotes=FOOTNOTES,
    )


def counts(event: HeldEvent, question: ParliamentQuestion) -> bool:
    """Whether an event took place and began in the period."""
    begins = first_day(event)
    if event.record.state not in COUNTED_STATES or begins is None:
        return False
    return question.first <= begins <= question.last


def first_day(event: HeldEvent) -> date | None:
    """The local day on which the event began."""
    record = event.record
    if record.all_day or record.starts_at is None:
        return record.first_day
    return record.starts_at.astimezone(BERLIN).date()


def at_school(event: HeldEvent) -> bool:
    """Whether the event counts as one at a school (footnote "schools")."""
    category = event.host_category or event.place_category
    return event.schulform is not None or category is PartnerCategory.school


def row(event: HeldEvent) -> AnswerRow:
    """What of the event may be told: no names of people, notes or remarks, and no organiser that stays unnamed."""
    record, clean = event.record, _cleaned(event)
    begins = first_day(event)
    if begins is None:
        raise ValueError("an event without a date is not told")
    hides_host = _hides_host(event)
    return AnswerRow(
        event_id=record.id,
        kind=record.kind,
        day=begins,
        days=_days(event, begins),
        participants=record.actual,
        schulform=event.schulform,
        host="" if hides_host else clean(record.host),
        host_category=event.host_category if hides_host else None,
        place=clean(record.place.town),
        minutes=_minutes(event),
        title=clean(record.title),
        topics=tuple(map(clean, record.topics)),
        occasion=clean(event.occasion),
        guest_office=clean(event.guest_office),
    )


def _cleaned(event: HeldEvent) -> Callable[[str], str]:
    """Takes names out of a text: of everybody of the house, as answers name no speakers, and of silent partners."""
    record = event.record
    names = [*record.confidential_names, *(person.name for person in record.people)]
    names += [partner.name for partner in record.partners if partner.is_person or not partner.confirmed]
    return without_names([*names, record.host] if _hides_host(event) else names)


def _hides_host(event: HeldEvent) -> bool:
    return event.host_category is PartnerCategory.citizen or not event.host_confirmed


def _is_listed(event: HeldEvent) -> bool:
    return not event.record.host_confidential and event.record.audience is not Audience.internal


def _order(event: HeldEvent) -> tuple[date, str, str]:
    return first_day(event) or date.max, event.record.title, str(event.record.id)


def _days(event: HeldEvent, begins: date) -> int:
    record = event.record
    if not record.all_day or record.last_day is None:
        return 1
    return (record.last_day - begins).days + 1


def _minutes(event: HeldEvent) -> int | None:
    record = event.record
    if record.all_day or record.starts_at is None or record.ends_at is None:
        return None
    return round((record.ends_at - record.starts_at).total_seconds() / 60)


def _sums(events: Iterable[HeldEvent]) -> Sums:
    return Sums.of((each.record.actual, bool(each.guest_office.strip())) for each in events)


def _statements(events: Iterable[HeldEvent]) -> tuple[NeutralityStatement, ...]:
    """How neutrality is kept, by offer; events with a note but no offer stand together under an empty name."""
    found: Counter[tuple[str, str]] = Counter()
    for each in events:
        clean = _cleaned(each)
        if each.neutrality_note.strip():
            found[clean(each.offer), clean(each.neutrality_note)] += 1
    in_order = sorted(found.items(), key=lambda entry: (not entry[0][0], entry[0]))
    return tuple(NeutralityStatement(offer, text, number) for (offer, text), number in in_order)


def request_counts(received: int, declined: Mapping[DeclineCause | None, int]) -> RequestCounts:
    """The counts with the causes in their order, capacity first; without a cause last."""
    order = (*DeclineCause, None)
    return RequestCounts(
        received, tuple(DeclinedCount(cause, declined[cause]) for cause in order if declined.get(cause))
    )


_FIGURES: tuple[tuple[str, Callable[[ParliamentAnswer], int]], ...] = (
    (N_("Events at schools"), lambda found: found.school_sums.events),
    (N_("Participants at schools"), lambda found: found.school_sums.participants),
    (N_("Other events"), lambda found: found.other_sums.events),
    (N_("Participants of other events"), lambda found: found.other_sums.participants),
    (N_("Events not listed"), lambda found: found.unnamed.events + found.internal.events),
    (N_("Events in all"), lambda found: found.total.events),
    (N_("Participants in all"), lambda found: found.total.participants),
    (N_("Events with guest speakers"), lambda found: found.total.guests),
    (N_("Requests received"), lambda found: found.requests.received),
    (N_("Requests declined"), lambda found: found.requests.all_declined),
    (N_("Requests declined for capacity"), lambda found: found.requests.for_capacity),
)


def figures(found: ParliamentAnswer) -> tuple[tuple[str, int], ...]:
    """The counts of an answer by name (msgid), in the order in which every output tells them."""
    return tuple((msgid, value(found)) for msgid, value in _FIGURES)


def differences(then: ParliamentAnswer, now: ParliamentAnswer) -> AnswerDifferences:
    """What is different in the answer of today: lines by day, then the counts."""
    before = {each.event_id: each for each in (*then.schools, *then.others)}
    after = {each.event_id: each for each in (*now.schools, *now.others)}
    moved = _sides(then) ^ _sides(now)
    found = [RowChange(ChangeKind.cancelled, each, None) for key, each in before.items() if key not in after]
    found += [RowChange(ChangeKind.added, None, each) for key, each in after.items() if key not in before]
    for key in before.keys() & after.keys():
        names = _changed(before[key], after[key])
        if any(event_id == key for event_id, _is_school in moved):
            names = (*names, "part")
        if names:
            found.append(RowChange(ChangeKind.changed, before[key], after[key], names))
    found.sort(key=lambda change: _when(change.then or change.now))
    told = zip(figures(then), figures(now), strict=True)
    return AnswerDifferences(
        tuple(found), tuple(FigureChange(name, old, new) for (name, old), (_same, new) in told if old != new)
    )


def _sides(found: ParliamentAnswer) -> set[tuple[UUID, bool]]:
    return {(each.event_id, True) for each in found.schools} | {(each.event_id, False) for each in found.others}


def _changed(then: AnswerRow, now: AnswerRow) -> tuple[str, ...]:
    return tuple(field.name for field in fields(AnswerRow) if getattr(then, field.name) != getattr(now, field.name))


def _when(found: AnswerRow | None) -> tuple[date, str]:
    return (found.day, str(found.event_id)) if found else (date.max, "")

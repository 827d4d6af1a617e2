"""What single kinds of events ask for: qualified advisers, and an audience that fits."""

from collections.abc import Iterator
from uuid import UUID

from domain.i18n import N_
from domain.rows.findings import Finding
from domain.rules.conflicts.book import Book, Slot
from domain.rules.conflicts.people import qualified_until
from domain.rules.conflicts.wording import finding, params
from domain.terms import AdviceField, Audience, EventKind, EventState, Rule

_NOT_YET = frozenset({EventState.idea, EventState.requested})


def kind_findings(book: Book, slot: Slot) -> Iterator[Finding]:
    """What the kind of one appointment says against it."""
    yield from _advice(book, slot)
    yield from _too_wide(slot)


def _advice(book: Book, slot: Slot) -> Iterator[Finding]:
    """From tentative on somebody who is assigned must hold, on the last day, what the advice needs."""
    if slot.event.kind is not EventKind.consultation or slot.event.state in _NOT_YET:
        return
    for qualification_id in _needed(book, slot):
        if any(_holds(book, staff_id, qualification_id, slot) for staff_id in book.people_of(slot)):
            continue
        name = book.context.qualifications.get(qualification_id, "")
        yield finding(
            Rule.adviser_unqualified,
            slot,
            named=(slot.event.id, qualification_id),
            headline=(N_("Nobody qualified to advise"), ()),
            detail=(
                N_("“{title}” ({when}) needs somebody with the qualification “{qualification}”."),
                params(title=slot.event.title, when=slot.shown, qualification=name),
            ),
        )


def _needed(book: Book, slot: Slot) -> tuple[UUID, ...]:
    """The qualifications that its field of advice and its topics ask for, each once."""
    of_field = book.context.advice_qualifications.get(slot.event.advice_field) if slot.event.advice_field else None
    topics = (book.context.topics.get(topic_id) for topic_id in slot.event.topic_ids)
    of_topics = (topic.qualification_id for topic in topics if topic is not None)
    return tuple(dict.fromkeys(each for each in (of_field, *of_topics) if each is not None))


def _holds(book: Book, staff_id: UUID, qualification_id: UUID, slot: Slot) -> bool:
    person = book.context.staff.get(staff_id)
    until = qualified_until(person, qualification_id) if person is not None else None
    return until is not None and until >= slot.days.last


def _too_wide(slot: Slot) -> Iterator[Finding]:
    """Patrols are not announced to everybody, and of individual advice nothing leaves the house but numbers."""
    event = slot.event
    if event.kind is EventKind.joint_patrol and event.audience is Audience.public:
        headline = N_("The patrol is public")
        detail = N_("Calendars for everybody would tell when and where “{title}” goes; patrols usually stay internal.")
    elif event.advice_field is AdviceField.extremism and event.audience is not Audience.internal:
        headline = N_("Individual advice is not internal")
        detail = N_("“{title}” is individual advice on extremism: nothing of it should leave the house but numbers.")
    else:
        return
    yield finding(
        Rule.audience_too_wide,
        slot,
        named=(event.id,),
        headline=(headline, ()),
        detail=(detail, params(title=event.title)),
    )

"""What a draft itself still lacks or should not say: remarks beside the form that never refuse anything."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from domain.i18n import N_
from domain.rows.events import EventDraft, InformationFacts, OnlineFacts
from domain.rules.advice import is_about_persons
from domain.rules.personal_details import find
from domain.rules.post_length import measured, whole_text
from domain.terms import EventKind, EventState, Grade, PersonalKind, PlaceKind

_FIRM = frozenset({EventState.tentative, EventState.confirmed, EventState.held, EventState.reviewed})
"""From tentative on an event says what it is about, for whom and at what sort of place (note domain, table 3)."""

_IN_PLACES = tuple(kind for kind in PersonalKind if kind is not PersonalKind.address)
"""A black spot is a place: the number of a house there is no personal detail."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark: the attribute of the draft it is about, how grave, what is so (msgid) and what to do."""

    field: str
    grade: Grade
    headline: str
    detail: str
    params: tuple[tuple[str, object], ...] = ()


def remarks(draft: EventDraft) -> tuple[Remark, ...]:
    """What there is to say about a draft, warnings first; nothing of templates and of what was called off."""
    if draft.is_template or draft.state in {EventState.declined, EventState.cancelled, EventState.postponed}:
        return ()
    found = chain.from_iterable(check(draft) for check in _CHECKS)
    return tuple(sorted(found, key=lambda each: list(Grade).index(each.grade)))


def _missing(draft: EventDraft) -> Iterator[Remark]:
    if draft.state not in _FIRM:
        return
    if not draft.topic_ids:
        yield Remark("topic_ids", Grade.hint, N_("Topic missing"), N_("From tentative on an event names its topics."))
    if not draft.target_group_ids:
        yield Remark(
            "target_group_ids",
            Grade.hint,
            N_("Target group missing"),
            N_("From tentative on an event says whom it is for."),
        )
    if draft.place_category is None and draft.kind is not EventKind.online:
        yield Remark(
            "place_category",
            Grade.hint,
            N_("Place category missing"),
            N_("It is counted in the evaluation: a park, a school, a station …"),
        )


def _advice(draft: EventDraft) -> Iterator[Remark]:
    """Of individual advice on extremism only counts are kept."""
    if not is_about_persons(draft):
        return
    for name in ("title", "public_text", "internal_notes", "security_remarks", "place_name", "room"):
        details = find(getattr(draft, name))
        if details:
            yield _personal(name, details[0].text)


def _personal(field: str, text: str) -> Remark:
    return Remark(
        field,
        Grade.warning,
        N_("This looks like a personal detail: {text}"),
        N_("Please leave it out; only counts are kept here."),
        (("text", text),),
    )


def _black_spot(draft: EventDraft) -> Iterator[Remark]:
    if draft.traffic is None:
        return
    details = find(draft.traffic.black_spot, _IN_PLACES)
    if details:
        yield Remark(
            "traffic",
            Grade.warning,
            N_("A black spot is a place only: {text}"),
            N_("File numbers, number plates and names do not belong here."),
            (("text", details[0].text),),
        )


def _rain(draft: EventDraft) -> Iterator[Remark]:
    facts = draft.facts
    is_outside = draft.place_kind is PlaceKind.site and draft.state in _FIRM
    if isinstance(facts, InformationFacts) and is_outside and not facts.rain_plan.strip():
        yield Remark(
            "facts.rain_plan",
            Grade.hint,
            N_("No plan for rain"),
            N_("The event stands on a site outdoors: where does it go if it rains?"),
        )


def _online(draft: EventDraft) -> Iterator[Remark]:
    facts = draft.facts
    if not isinstance(facts, OnlineFacts):
        return
    post = measured(whole_text(facts.text, draft.online_url), facts.channel)
    if post.excess:
        yield Remark(
            "facts.text",
            Grade.warning,
            N_("The text is too long for the channel: {excess} characters"),
            N_("{length} of {limit} characters, as the channel counts them, with the link."),
            (("excess", post.excess), ("length", post.length), ("limit", post.limit)),
        )
    if facts.has_picture and not facts.alt_text.strip():
        yield Remark(
            "facts.alt_text",
            Grade.hint,
            N_("Alternative text missing"),
            N_("Who cannot see the picture reads what it shows."),
        )


_CHECKS: tuple[Callable[[EventDraft], Iterator[Remark]], ...] = (
    _advice,
    _black_spot,
    _online,
    _missing,
    _rain,
)

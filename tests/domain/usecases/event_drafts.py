"""Drafts of events as people could type them, for hypothesis; all can be saved."""

from dataclasses import replace
from datetime import UTC, date

from hypothesis import strategies as st

from domain.rows.events import (
    FACTS_OF_KIND,
    AssignmentDraft,
    ConsultationFacts,
    Count,
    DialogueFacts,
    EventDraft,
    ExchangeFacts,
    HandOut,
    LectureFacts,
    OfficeCount,
    OnlineFacts,
    TrafficFacts,
    TrainingFacts,
)
from domain.rules import validation
from domain.terms import (
    AccidentCause,
    AdviceField,
    AssignmentRole,
    Audience,
    EventKind,
    EventState,
    OnlineChannel,
    PlaceCategory,
    PlaceKind,
    Schulform,
)
from tests.domain.usecases.typed import AGS, COUNTS, DAYS, LENGTHS, POSTCODES, moments, names, some, texts

TODAY = date(2027, 4, 28)


def facts_of(kind, known):
    """Facts of a kind with every field drawn; None for kinds without."""
    shape = FACTS_OF_KIND.get(kind)
    if shape is None:
        return st.none()
    given = {
        LectureFacts: {
            "teacher_present": st.none() | st.booleans(),
            "schulform": st.none() | st.sampled_from(Schulform),
        },
        ConsultationFacts: {"advice_field": st.none() | st.sampled_from(AdviceField)},
        OnlineFacts: {
            "about_id": st.none(),
            "channel": st.none() | st.sampled_from(OnlineChannel),
            "has_picture": st.booleans(),
        },
        DialogueFacts: {"seats": COUNTS, "invitation_until": st.none() | DAYS, "press_admitted": st.booleans()},
        TrainingFacts: {
            "qualification_id": st.none() | st.sampled_from(known.qualifications),
            "valid_months": st.none() | st.integers(1, 120),
        },
        ExchangeFacts: {"interval_days": st.none() | st.integers(1, 1000)},
    }.get(shape, {})
    numbers = {"talks", "minutes", "police_officers", "ordnungsamt_officers", "checks", "reach"}
    drawn = {name: given.get(name, COUNTS if name in numbers else texts(100)) for name in shape.__dataclass_fields__}
    return st.builds(shape, **drawn)


@st.composite
def events(draw, known):
    """Event drafts of every kind, place, audience and date; states that can be begun with."""
    kind = draw(st.sampled_from(EventKind))
    all_day = draw(st.booleans())
    when = {"all_day": all_day}
    if draw(st.booleans()):
        low, high = ("first_day", "last_day") if all_day else ("starts_at", "ends_at")
        pair = draw(st.tuples(DAYS, DAYS) if all_day else st.tuples(moments(), moments()))
        order = (lambda day: day) if all_day else (lambda moment: moment.astimezone(UTC))
        when |= dict(zip((low, high), sorted(pair, key=order), strict=True))
    fields = {
        "audience": st.sampled_from(Audience),
        "public_text": texts(20_000),
        "internal_notes": texts(20_000),
        "security_remarks": texts(20_000),
        "set_up_minutes": st.integers(0, 1440),
        "tear_down_minutes": st.integers(0, 1440),
        "ags": AGS,
        "place_category": st.none() | st.sampled_from(PlaceCategory),
        "place_kind": st.sampled_from(PlaceKind),
        "site_id": st.none() | st.sampled_from(known.sites),
        "place_partner_id": st.none() | st.sampled_from(known.partners),
        "place_name": texts(300),
        "room": texts(300),
        "street": texts(200),
        "postcode": POSTCODES,
        "town": texts(200),
        "online_url": st.sampled_from(["", "https://beispiel.de/dialog?x=1&y=ü"]),
        "host_id": st.none() | st.sampled_from(known.partners),
        "host_name": texts(300),
        "host_confidential": st.booleans(),
        "office_id": st.none() | st.sampled_from(known.partners),
        "languages": st.lists(st.sampled_from(["de", "en", "de-simple", "uk"]), unique=True).map(tuple),
        "accessibility": texts(2000),
        "press_expected": st.booleans(),
        "expected": COUNTS,
        "actual": COUNTS,
        "kilometres": LENGTHS,
        "state_reason": texts(2000),
        "postponed_to": st.none() | DAYS,
        "lessons": texts(4000),
        "best_practice": st.booleans(),
        "is_template": st.booleans(),
        "vehicle_id": st.none() | st.sampled_from(known.vehicles),
        "offer_id": st.none() | st.sampled_from(known.offers),
        "topic_ids": some(known.topics),
        "target_group_ids": some(known.groups),
        "equipment_ids": some(known.equipment),
        "partner_ids": some(known.partners),
        "assignments": st.lists(
            st.builds(AssignmentDraft, st.sampled_from(known.people), st.sampled_from(AssignmentRole)),
            unique=True,
            max_size=4,
        ).map(tuple),
        "counts": st.lists(
            st.builds(Count, st.sampled_from(known.groups), COUNTS, COUNTS),
            unique_by=lambda count: count.target_group_id,
        ).map(tuple),
        "publications": st.lists(
            st.builds(HandOut, st.sampled_from(known.publications), COUNTS, COUNTS),
            unique_by=lambda item: item.publication_id,
        ).map(tuple),
        "offices": st.lists(
            st.builds(OfficeCount, st.sampled_from(known.partners), texts(300), COUNTS), unique=True, max_size=3
        ).map(tuple),
        "traffic": st.none() | st.builds(TrafficFacts, st.sampled_from(AccidentCause), texts(300)),
        "facts": st.none() | facts_of(kind, known),
    }
    drawn = {name: draw(strategy) for name, strategy in fields.items()}
    draft = EventDraft(kind, draw(names(300)), **when, **drawn)
    states = [
        state for state in EventState if not validation.saving_problems(None, replace(draft, state=state), today=TODAY)
    ]
    return replace(draft, state=draw(st.sampled_from(states)))

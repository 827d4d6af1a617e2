"""Which drafts of events can be taken."""

from collections.abc import Iterator
from datetime import UTC, date

from domain.errors import Problem
from domain.i18n import N_
from domain.rows.events import (
    FACTS_OF_KIND,
    ConsultationFacts,
    CouncilFacts,
    DialogueFacts,
    EventDraft,
    ExchangeFacts,
    InformationFacts,
    KindFacts,
    LectureFacts,
    OnlineFacts,
    PatrolFacts,
    TrainingFacts,
)
from domain.rules.states import state_needs, transition_problems
from domain.rules.validation import fields
from domain.rules.validation.fields import LONG_TEXT
from domain.terms import EventState

_LENGTHS = {
    "title": 300,
    "public_text": LONG_TEXT,
    "internal_notes": LONG_TEXT,
    "security_remarks": LONG_TEXT,
    "place_name": 300,
    "room": 300,
    "street": 200,
    "town": 200,
    "online_url": 2_000,
    "host_name": 300,
    "accessibility": 2_000,
    "state_reason": 2_000,
    "lessons": 4_000,
}
_FACT_LENGTHS: dict[type[KindFacts], dict[str, int]] = {
    LectureFacts: {
        "school_grade": 100,
        "occasion": 500,
        "prior_knowledge": 2_000,
        "room_technique": 2_000,
        "speaker_office": 300,
        "neutrality_note": 2_000,
    },
    DialogueFacts: {"moderation": 300, "agenda": LONG_TEXT, "excluded_groups": 2_000},
    PatrolFacts: {"focus": 2_000},
    CouncilFacts: {"session": 100, "agenda": LONG_TEXT},
    TrainingFacts: {"aims": 2_000},
    InformationFacts: {"occasion": 500, "stands": 2_000, "rain_plan": 1_000},
    OnlineFacts: {"channel_words": 100, "text": LONG_TEXT, "alt_text": 2_000},
}
_FACT_COUNTS: dict[type[KindFacts], tuple[str, ...]] = {
    DialogueFacts: ("seats",),
    ConsultationFacts: ("talks", "minutes"),
    PatrolFacts: ("police_officers", "ordnungsamt_officers", "checks"),
    TrainingFacts: ("valid_months",),
    ExchangeFacts: ("interval_days",),
    OnlineFacts: ("reach",),
}
_LANGUAGES_AT_MOST, _LANGUAGES_LENGTH = 20, 100
_MINUTES_A_DAY = 1440


def event_problems(draft: EventDraft) -> list[Problem]:
    """Why `draft` cannot be taken, by field; empty when it can."""
    return [
        *fields.required("title", draft.title),
        *fields.texts(draft, _LENGTHS),
        *_when(draft),
        *_where(draft),
        *fields.numbers(draft, "expected", "actual", "kilometres"),
        *_counts(draft),
        *_outsiders(draft),
        *_publications(draft),
        *_offices(draft),
        *_languages(draft),
        *_facts(draft),
        *fields.day("postponed_to", draft.postponed_to),
        *state_needs(draft),
    ]


def saving_problems(before: EventState | None, draft: EventDraft, *, today: date) -> list[Problem]:
    """Everything against saving `draft` over an event in state `before` (None = new): data and step, each once."""
    return list(dict.fromkeys([*event_problems(draft), *transition_problems(before, draft, today=today)]))


def _when(draft: EventDraft) -> Iterator[Problem]:
    yield from fields.number("set_up_minutes", draft.set_up_minutes, high=_MINUTES_A_DAY)
    yield from fields.number("tear_down_minutes", draft.tear_down_minutes, high=_MINUTES_A_DAY)
    if draft.all_day:
        yield from _days(draft)
    else:
        yield from _moments(draft)


def _days(draft: EventDraft) -> Iterator[Problem]:
    wrong = [*fields.day("first_day", draft.first_day), *fields.day("last_day", draft.last_day)]
    yield from wrong
    if (draft.first_day is None) != (draft.last_day is None):
        missing = "first_day" if draft.first_day is None else "last_day"
        yield Problem(missing, N_("An all-day event needs its first and its last day."))
    elif not wrong:
        yield from fields.days_in_order("last_day", draft.first_day, draft.last_day)


def _moments(draft: EventDraft) -> Iterator[Problem]:
    start, end = draft.starts_at, draft.ends_at
    wrong = [*fields.moment("starts_at", start), *fields.moment("ends_at", end)]
    yield from wrong
    if (start is None) != (end is None):
        missing = "starts_at" if start is None else "ends_at"
        yield Problem(missing, N_("An event needs both its start and its end."))
    elif start is not None and end is not None and not wrong and end.astimezone(UTC) < start.astimezone(UTC):
        yield Problem("ends_at", N_("The end lies before the start."))


def _where(draft: EventDraft) -> Iterator[Problem]:
    yield from fields.ags("ags", draft.ags)
    yield from fields.postcode("postcode", draft.postcode)
    yield from fields.web_address("online_url", draft.online_url)


def _counts(draft: EventDraft) -> Iterator[Problem]:
    for count in draft.counts:
        yield from fields.number("counts", count.expected)
        yield from fields.number("counts", count.actual)
    groups = [count.target_group_id for count in draft.counts]
    if len(set(groups)) != len(groups):
        yield Problem("counts", N_("Each target group can be counted only once."))


def _outsiders(draft: EventDraft) -> Iterator[Problem]:
    for outsider in draft.outsiders:
        yield from fields.text("outsiders", outsider.words, 300)
        if outsider.partner_id is None and not outsider.words.strip():
            yield Problem("outsiders", N_("Please name the institution or the part of everybody from outside."))


def _publications(draft: EventDraft) -> Iterator[Problem]:
    for item in draft.publications:
        yield from fields.number("publications", item.planned)
        yield from fields.number("publications", item.handed_out)
    named = [item.publication_id for item in draft.publications]
    if len(set(named)) != len(named):
        yield Problem("publications", N_("Each publication can be listed only once."))


def _offices(draft: EventDraft) -> Iterator[Problem]:
    for office in draft.offices:
        yield from fields.text("offices", office.words, 300)
        yield from fields.number("offices", office.participants)
        if office.partner_id is None and not office.words.strip():
            yield Problem("offices", N_("Please name the office whose people took part."))
    if draft.traffic is not None:
        yield from fields.text("traffic.black_spot", draft.traffic.black_spot, 300)


def _languages(draft: EventDraft) -> Iterator[Problem]:
    """Language tags as in BCP 47 (letters, digits, hyphens), e.g. "de" or "de-simple"."""
    fit = all(tag.isascii() and tag.replace("-", "").isalnum() for tag in draft.languages)
    length = len(",".join(draft.languages))
    if not fit or len(draft.languages) > _LANGUAGES_AT_MOST or length > _LANGUAGES_LENGTH:
        yield Problem("languages", N_("Please choose the languages from the list."))


def _facts(draft: EventDraft) -> Iterator[Problem]:
    facts = draft.facts
    if facts is None:
        return
    if type(facts) is not FACTS_OF_KIND.get(draft.kind):
        yield Problem("facts", N_("These details do not belong to this kind of event."))
        return
    for field, length in _FACT_LENGTHS.get(type(facts), {}).items():
        yield from fields.text(f"facts.{field}", getattr(facts, field), length)
    for field in _FACT_COUNTS.get(type(facts), ()):
        low = 1 if field in {"interval_days", "valid_months"} else 0
        yield from fields.number(f"facts.{field}", getattr(facts, field), low)
    if isinstance(facts, DialogueFacts):
        yield from fields.day("facts.invitation_until", facts.invitation_until)

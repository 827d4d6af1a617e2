"""Sample requests in full, of several kinds: some wait for a free date, some became events by triage."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from domain.demo.neighbours import Institution, World
from domain.rows.events import EventDraft
from domain.rows.requests import RequestDraft, Wish
from domain.rows.triage import Decision
from domain.store.session import Session
from domain.terms import EventKind, EventState, PartnerCategory, Schulform
from domain.usecases import requests, triage

_CONTACTS = ("Frau Muster", "Herr Beispiel", "Frau Probe", "Herr Entwurf", "Frau Vorlage")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, of whom (Kreis and categories or Schulformen), so many days ago, for a day so far ahead."""

    kind: EventKind
    topic: str
    kreis: str
    of: tuple[str, ...]
    ago: int
    ahead: int
    minutes: int
    expected: int
    listeners: str
    occasion: str
    technique: str = ""
    grade: str = ""
    closed: bool = False
    is_confirmed: bool = False


_SCHOOLS = (Schulform.sekundarschule, Schulform.gymnasium, Schulform.gemeinschaftsschule, Schulform.gesamtschule)
_WAITING = (
    Asked(
        EventKind.lecture,
        "Reichsbürger und Selbstverwalter",
        "15086",
        (PartnerCategory.ordnungsamt, PartnerCategory.gemeinde),
        41,
        38,
        120,
        30,
        "Beschäftigte in Bürgerbüro und Vollstreckung",
        "Dienstberatung im Frühsommer",
        "Beamer vorhanden",
        closed=True,
    ),
    Asked(
        EventKind.lecture,
        "Medien und Cybermobbing",
        "15088",
        _SCHOOLS,
        33,
        24,
        90,
        54,
        "Schülerinnen und Schüler",
        "Projektwoche",
        "Beamer, Lautsprecher",
        "7 und 8",
        closed=True,
    ),
    Asked(
        EventKind.consultation,
        "Cyberangriffe und Wirtschaftsschutz",
        "15002",
        (PartnerCategory.company, PartnerCategory.research),
        52,
        45,
        120,
        12,
        "Geschäftsführung und IT",
        "Nach einem Angriff auf einen Zulieferer",
        closed=True,
    ),
)
_MET = (
    Asked(
        EventKind.lecture,
        "Kennzeichen und Symbole",
        "15082",
        _SCHOOLS,
        26,
        20,
        90,
        61,
        "Schülerinnen und Schüler",
        "Projekttag „Demokratie“",
        "Beamer, Leinwand, verdunkelbarer Raum",
        "9",
        closed=True,
        is_confirmed=True,
    ),
    Asked(
        EventKind.lecture,
        "Islamismus und Salafismus",
        "15085",
        (PartnerCategory.jugendamt, PartnerCategory.advice_centre, PartnerCategory.kreis),
        19,
        27,
        120,
        25,
        "Fachkräfte der Jugendhilfe",
        "Fachtag",
        "Beamer vorhanden",
    ),
)


def ask(session: Session, world: World) -> None:
    """Store the requests: first those that are met, then those that wait, which find less free."""
    taken: set[str] = set()
    for number, (asked, host) in enumerate(_hosts(world, _MET, taken)):
        request_id = requests.create(session, _draft(asked, host, number, session.today))
        _meet(session, request_id, is_confirmed=asked.is_confirmed)
    for number, (asked, host) in enumerate(_hosts(world, _WAITING, taken), len(_MET)):
        request_id = requests.create(session, _draft(asked, host, number, session.today))
        requests.put_on_waiting_list(session, request_id)


def _hosts(world: World, all_asked: tuple[Asked, ...], taken: set[str]) -> Iterator[tuple[Asked, Institution]]:
    """Each with the first institution there that has not asked before."""
    for asked in all_asked:
        near = (
            *world.of(asked.kreis, *asked.of),
            *(each for each in world.institutions if each.ags[:5] == asked.kreis),
        )
        host = next((each for each in near if each.draft.name not in taken), None)
        if host is not None:
            taken.add(host.draft.name)
            yield asked, host


def _draft(asked: Asked, host: Institution, number: int, today: date) -> RequestDraft:
    first = _workday(today + timedelta(days=asked.ahead))
    days = (first, _workday(first + timedelta(days=2)), _workday(first + timedelta(days=7)))
    return RequestDraft(
        requester=host.draft.name,
        kind=asked.kind,
        topic=asked.topic,
        partner_id=host.id,
        contact_name=_CONTACTS[number % len(_CONTACTS)],
        contact_role=host.role,
        phone=host.draft.phone,
        email=host.draft.email,
        schulform=host.draft.schulform,
        school_grade=asked.grade,
        listeners=asked.listeners,
        prior_knowledge="gering" if asked.grade else "",
        teacher_present=True if asked.grade else None,
        room_technique=asked.technique,
        occasion=asked.occasion,
        place=host.draft.name,
        street=host.draft.street,
        postcode=host.draft.postcode,
        town=host.draft.town,
        ags=host.ags,
        duration_minutes=asked.minutes,
        wishes=tuple(Wish(day, day, 600, 600 + asked.minutes) for day in days),
        expected=asked.expected,
        closed=asked.closed,
        received_on=today - timedelta(days=asked.ago),
        answer_by=today + timedelta(days=10) if asked.kind is EventKind.consultation else None,
    )


def _workday(day: date) -> date:
    """The day, or the Monday after it on a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)  # noqa: PLR2004 - Friday


def _meet(session: Session, request_id: UUID, *, is_confirmed: bool) -> None:
    """Accept a request on the first day that fits, with the best person, if there are both."""
    found = triage.suggestions(session, request_id)
    day = next((each for each in found.days if each.is_fit), None)
    if day is None:
        return
    offer = next((each.offer_id for each in found.offers if each.is_fit), None)
    decision = Decision(offer, (), day.starts_at, day.ends_at)
    best = next((each for each in triage.people_for(session, request_id, decision) if each.is_fit), None)
    if best is None:
        return
    draft = triage.decided_event(session, request_id, replace(decision, staff_ids=(best.staff_id,)))
    requests.accept(session, request_id, _settled(draft) if is_confirmed else draft)


def _settled(draft: EventDraft) -> EventDraft:
    return replace(draft, state=EventState.confirmed)

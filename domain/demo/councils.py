"""Sample councils with members, sessions, decisions and tasks, an overdue exchange, and two good examples."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.demo import tables
from domain.demo.neighbours import Institution, World
from domain.model import Contact, Resolution
from domain.region.gemeinden import gemeinde
from domain.region.holidays import public_holiday_on
from domain.rows.events import CouncilFacts, EventDraft, ExchangeFacts
from domain.rows.filters import EventFilter, EventOrder
from domain.rows.meetings import TaskDraft
from domain.rows.memberships import MembershipDraft
from domain.rows.practice import PracticeProfile
from domain.rules.local import at_local
from domain.store.session import Session
from domain.terms import Audience, EventKind, EventState, MembershipRole, PlaceKind
from domain.usecases import councils, event_rows, events, memberships, practice, tasks

_SESSION = (16 * 60, 18 * 60)
_EXCHANGE = (10 * 60, 12 * 60)
_KNOWN_AFTER = timedelta(days=70)
"""How long after an event the profiles can tell what came of it."""


def add(session: Session, world: World) -> None:
    """Add everything; the two good examples are events of the year that were reviewed."""
    content = tables.document("councils")
    people = {each.partner_id: each.id for each in session.exec(select(Contact).order_by(col(Contact.id).desc()))}
    for name, days in content["intervals"].items():
        councils.set_interval(session, world.named(name).id, days)
    for entry in content["council"]:
        _council(session, world, entry, people)
    _exchange(session, world, content["exchange"])
    for entry in content["practice"]:
        _practice(session, entry)


def _council(session: Session, world: World, entry: dict[str, Any], people: dict[UUID, UUID]) -> None:
    council = world.named(entry["name"])
    councils.set_interval(session, council.id, entry["interval"])
    for number, member in enumerate(entry["members"]):
        _member(session, world, council, member, people, is_named=number % 2 == 0)
    held = [_session(session, council, days, number) for number, days in enumerate(entry["sessions"], 1)]
    for number, (wording, votes) in enumerate(entry["resolutions"]):
        event_id = held[number * len(held) // len(entry["resolutions"])]
        session.add(Resolution(event_id=event_id, position=number + 1, wording=wording, votes=votes))
    for title, who, due in (*entry["tasks"], *entry["done"]):
        day = session.today + timedelta(days=due)
        done_on = day - timedelta(days=2) if [title, who, due] in entry["done"] else None
        draft = TaskDraft(title, council_id=council.id, responsible=who, due=day, done_on=done_on)
        tasks.add(session, draft)


def _member(
    session: Session, world: World, council: Institution, entry: dict[str, Any], people: dict[UUID, UUID], *,
    is_named: bool,
) -> None:  # fmt: skip
    found = world.of(council.ags[:5], entry["category"])
    if not found:
        return
    member = next((each for each in found if each.ags == council.ags), found[0])
    days = {name: session.today + timedelta(days=entry[name]) for name in ("begins", "ends") if name in entry}
    draft = MembershipDraft(
        body_id=council.id,
        member_id=member.id,
        contact_id=people.get(member.id) if is_named else None,
        role=MembershipRole(entry["role"]),
        first_day=days.get("begins"),
        last_day=days.get("ends"),
    )
    memberships.add(session, draft)


def _session(session: Session, council: Institution, days: int, number: int) -> UUID:
    """A session long ago, before the sample year, so that nothing of the year is in its way."""
    day = _working_day(session.today - timedelta(days=days))
    draft = EventDraft(
        kind=EventKind.council_meeting,
        title=f"Sitzung: {council.draft.name}",
        state=EventState.reviewed,
        audience=Audience.public,
        public_text="Ordentliche Sitzung des Gremiums.",
        starts_at=at_local(day, _SESSION[0]),
        ends_at=at_local(day, _SESSION[1]),
        place_kind=PlaceKind.partner,
        place_partner_id=council.id,
        ags=council.ags,
        host_id=council.id,
        facts=CouncilFacts(f"{number}. Sitzung", "Begrüßung\nBerichte\nBeschlüsse\nVerschiedenes"),
    )
    return events.create(session, draft)


def _exchange(session: Session, world: World, entry: dict[str, Any]) -> None:
    kreis_ags = entry["kreis"]
    host = world.of(kreis_ags, "ordnungsamt")[0]
    partners = (world.revier(kreis_ags).id,)
    town = gemeinde(host.ags)
    for days in entry["days"]:
        day = _working_day(session.today - timedelta(days=days))
        draft = EventDraft(
            kind=EventKind.information_exchange,
            title=entry["title"],
            state=EventState.reviewed,
            audience=Audience.partners,
            public_text=entry["text"],
            starts_at=at_local(day, _EXCHANGE[0]),
            ends_at=at_local(day, _EXCHANGE[1]),
            place_name=entry["place"],
            postcode=town.postcode_seat,
            town=town.name,
            ags=town.ags,
            host_id=host.id,
            partner_ids=partners,
            facts=ExchangeFacts(entry["interval"]),
        )
        events.create(session, draft)


def _working_day(day: date) -> date:
    while day.weekday() > 3 or public_holiday_on(day):  # noqa: PLR2004 - councils meet from Monday to Thursday
        day -= timedelta(days=1)
    return day


def _practice(session: Session, entry: dict[str, Any]) -> None:
    """Mark the newest reviewed public event of the kind, best one with the wanted title, and write its profile."""
    entry = dict(entry)
    wanted = EventFilter(
        kinds=(EventKind(entry.pop("kind")),),
        states=(EventState.reviewed,),
        audiences=(Audience.public,),
        last=session.today - _KNOWN_AFTER,
        order=EventOrder.date,
        descending=True,
    )
    title = entry.pop("title")
    found = sorted(event_rows.list_rows(session, wanted), key=lambda row: title not in row.title)
    if not found:
        return
    event_id = found[0].id
    events.change(session, event_id, replace(events.detail(session, event_id).draft, best_practice=True))
    practice.put_profile(session, event_id, PracticeProfile(**{name: text.strip() for name, text in entry.items()}))

"""Gathers what the profiles of councils and good examples are made from: nothing but what the public may see."""

from typing import TYPE_CHECKING
from uuid import UUID

from sqlmodel import col, select

from domain.errors import LandaufError, UsageError
from domain.i18n import N_
from domain.model import Partner
from domain.rows.printing import PrintChoice
from domain.rules import audience, publishing_councils
from domain.store.session import Session
from domain.terms import Audience
from domain.usecases import councils, practice, settings
from domain.usecases.published import published_events, records
from domain.usecases.records import get

if TYPE_CHECKING:
    from domain.documents.best_practice import PracticeSheet
    from domain.documents.council_profile import CouncilSheet


def best_practice(session: Session, choice: PrintChoice) -> "PracticeSheet":
    """What the profile of a good example is made from.

    Raises:
        UsageError: no event was named.
        LandaufError: nobody has written the profile yet, or the public may not see the event.
    """
    from domain.documents.best_practice import PracticeSheet

    if choice.event_id is None:
        raise UsageError(N_("This document is about an event; name it with --event."))
    profile = practice.profile(session, choice.event_id)
    if profile is None:
        raise LandaufError(N_("This event has no profile yet. Mark it as a good example and write one."))
    record = next(records(session, [choice.event_id]))
    event = audience.publish(record, Audience.public, today=session.today)
    if event is None:
        raise LandaufError(N_("A profile goes to the public: the event must be public and confirmed, and have a date."))
    return PracticeSheet(
        event=event,
        profile=publishing_councils.publish_profile(profile, record),
        office=settings.load(session).office,
        stand=session.now,
    )


def council_profile(session: Session, choice: PrintChoice) -> "CouncilSheet":
    """What the profile of a council is made from.

    Raises:
        UsageError: no partner was named.
        NotFoundError: the partner is gone.
        LandaufError: the institution is no council, or has not agreed to be named yet.
    """
    from domain.documents.council_profile import CouncilSheet

    if choice.partner_id is None:
        raise UsageError(N_("This document is about a council; name it with --partner."))
    partner = get(session, Partner, choice.partner_id)
    if partner.category not in councils.BODIES:
        raise LandaufError(N_("This partner is no council and has no members, so there is no profile of it."))
    if not partner.confirmed:
        raise LandaufError(N_("This partner has not agreed yet, so nothing about it may go to the public."))
    detail = councils.detail(session, choice.partner_id)
    ids = [row.id for row in detail.sessions]
    shown = published_events(session, ids, Audience.public)
    hidden = {person.name for record in records(session, ids) for person in record.people if person.confidential}
    return CouncilSheet(
        council=publishing_councils.publish_council(detail, shown.values(), _unconfirmed(session), hidden),
        office=settings.load(session).office,
        stand=session.now,
    )


def _unconfirmed(session: Session) -> frozenset[UUID]:
    return frozenset(session.exec(select(Partner.id).where(col(Partner.confirmed).is_(False))))


def an_example(session: Session) -> tuple[str, ...]:
    """Arguments that print the profile of a good example."""
    found = next((row for row in printable_examples(session)), None)
    return ("--event", str(found)) if found else ()


def printable_examples(session: Session) -> list[UUID]:
    """The good examples whose profile can be printed, the newest first."""
    ids = [row.event.id for row in practice.list_rows(session) if row.has_profile]
    shown = published_events(session, ids, Audience.public)
    return [each for each in ids if each in shown]


def a_council(session: Session) -> tuple[str, ...]:
    """Arguments that print the profile of the council with most members."""
    rows = councils.list_rows(session)
    found = max(rows, key=lambda row: row.members, default=None)
    return ("--partner", str(found.id)) if found else ()

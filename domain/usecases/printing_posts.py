"""Gathers what is sent out and put up: posters, flyers, letters of invitation and of changes, letters to many."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sqlmodel import col, select

from domain.errors import LandaufError, NotFoundError, UsageError
from domain.exchange.calendar_card import card
from domain.i18n import N_
from domain.model import Partner
from domain.region.kreise import kreis
from domain.rows.events import EventRow
from domain.rows.letters import Addressee
from domain.rows.printing import PrintChoice, Subject
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.rules import change_letter as rules
from domain.store.session import Session
from domain.terms import Audience, EventState
from domain.usecases import invitees, releases, settings
from domain.usecases.addressees import addressees
from domain.usecases.confidential import cleaner
from domain.usecases.published import published_event, published_events

if TYPE_CHECKING:
    from domain.documents.announcement import Announcement
    from domain.documents.change_letter import ChangeLetter
    from domain.documents.invitation_letter import InvitationLetter
    from domain.documents.mail_merge import MailMerge

_CALLED_OFF = frozenset({EventState.cancelled, EventState.postponed})
_ANSWER_BEFORE, _ANSWER_AFTER = timedelta(days=7), timedelta(days=5)
"""An answer is asked for a week before the event, if that leaves so much time to answer."""


def announcement(session: Session, choice: PrintChoice) -> "Announcement":
    """What a poster or a flyer is made from.

    Raises:
        UsageError: no event was named.
        LandaufError: the public may not see the event.
    """
    from domain.documents.announcement import Announcement

    event = published_event(session, _event_of(choice), Audience.public)
    if event is None:
        raise LandaufError(
            N_("A poster or flyer goes to the public: the event must be public and confirmed, and have a date.")
        )
    office = settings.load(session).office
    return Announcement(
        event, office, session.now, calendar=_entry(event), url=web_address(event, office), size=choice.size
    )


def invitation_letter(session: Session, choice: PrintChoice) -> "InvitationLetter":
    """What letters of invitation are made from: one to each institution on the list, or to the partners named.

    Raises:
        UsageError: no event was named.
        NotFoundError: a partner is gone.
        LandaufError: partners may not see the event, or it is called off.
    """
    from domain.documents.invitation_letter import InvitationLetter

    event_id = _event_of(choice)
    event = published_event(session, event_id, Audience.partners)
    if event is None or event.state in _CALLED_OFF:
        raise LandaufError(
            N_("A letter of invitation goes to partners: the event must take place, have a date, and not be internal.")
        )
    named = _partners_of(choice)
    to = addressees(session, named, with_contacts=False) if named else _invited(session, event_id)
    office = settings.load(session).office
    first = event.first_day if event.all_day or event.starts_at is None else event.starts_at.date()
    answer_by = first - _ANSWER_BEFORE if first else None
    if answer_by is not None and answer_by < session.today + _ANSWER_AFTER:
        answer_by = None
    return InvitationLetter(
        event, to, office, session.now, answer_by=answer_by, calendar=_entry(event), url=web_address(event, office)
    )


def mail_merge(session: Session, choice: PrintChoice) -> "MailMerge":
    """What letters to several partners are made from.

    Raises:
        NotFoundError: a partner is gone.
        UsageError: there are more partners than a file of letters may hold.
    """
    from domain.documents.mail_merge import MOST_LETTERS, MailMerge

    named = _partners_of(choice)
    if len(named) > MOST_LETTERS:
        raise UsageError(N_("Please choose no more than {count} partners."), count=MOST_LETTERS)
    to = addressees(session, named, with_contacts=True)
    return MailMerge(to, choice.text, settings.load(session).office, session.now)


def change_letter(session: Session, choice: PrintChoice) -> "ChangeLetter":
    """What letters of changes are made from: to the partners named as partners see the plan, else as everybody does.

    Without a version they start from the one before the newest, or from the newest if that has changed since.

    Raises:
        NotFoundError: nothing was released yet, or there is no such version, Kreis or partner.
    """
    from domain.documents.change_letter import ChangeLetter

    last = releases.latest(session)
    if last is None:
        raise NotFoundError(N_("Nothing was released yet."))
    if choice.kreis_ags is not None:
        kreis(choice.kreis_ags)
    named = _partners_of(choice)
    audience = Audience.partners if named else Audience.public
    open_changes = releases.differences(session, last.number, audience)
    since = choice.since or _before(session, last.number, is_changed=bool(open_changes))
    rows = {row.number: row for row in releases.list_rows(session)}
    found = releases.differences(session, since, audience)
    return ChangeLetter(
        since=since,
        since_at=rows[since].released_at,
        changes=rules.told(found, audience, cleaner(session), choice.kreis_ags),
        addressees=addressees(session, named, with_contacts=False),
        office=settings.load(session).office,
        stand=session.now,
        version=last.number,
        version_at=last.released_at,
        has_changed=bool(open_changes),
        kreis=kreis(choice.kreis_ags).name if choice.kreis_ags else "",
    )


def _before(session: Session, newest: int, *, is_changed: bool) -> int:
    numbers = [row.number for row in releases.list_rows(session)]
    return newest if is_changed or len(numbers) == 1 else numbers[1]


def _event_of(choice: PrintChoice) -> UUID:
    if choice.event_id is None:
        raise UsageError(N_("This document is about an event; name it with --event."))
    return choice.event_id


def _partners_of(choice: PrintChoice) -> tuple[UUID, ...]:
    return choice.partner_ids or ((choice.partner_id,) if choice.partner_id is not None else ())


def _entry(event: PublishedEvent) -> str:
    """The calendar entry for a code; empty for what is called off."""
    return "" if event.state in _CALLED_OFF else card(event)


def web_address(event: PublishedEvent, office: OfficeSettings) -> str:
    """Where the event is announced: the office's website; empty if there is none."""
    address = "".join(office.website.split())
    if not address or event.audience is Audience.internal:
        return ""
    return address if address.lower().startswith(("http://", "https://")) else f"https://{address}"


def _invited(session: Session, event_id: UUID) -> tuple[Addressee, ...]:
    """Everybody on the list of the invited, those without a record of their own by name alone."""
    rows = invitees.rows(session, event_id)
    known = [row.draft.partner_id for row in rows if row.draft.partner_id is not None]
    found = dict(zip(dict.fromkeys(known), addressees(session, known, with_contacts=False), strict=True))
    return tuple(
        found[row.draft.partner_id] if row.draft.partner_id is not None else Addressee(row.draft.name) for row in rows
    )


def to_announce(session: Session, events: Sequence[EventRow]) -> Iterator[Subject]:
    """The events that the public may see, for posters and flyers."""
    shown = published_events(session, [event.id for event in events], Audience.public)
    for row in events:
        if row.id in shown:
            yield Subject(PrintChoice(event_id=row.id), row.title, row.start_day)


def changes_to_tell(session: Session, choice: PrintChoice) -> Iterator[Subject]:
    """A letter of changes to everybody, to the partner or about the Kreis in front; none before the first release."""
    elsewhere = (choice.event_id, choice.tour_id, choice.site_id, choice.year, choice.snapshot_id)
    if any(each is not None for each in elsewhere) or releases.latest(session) is None:
        return
    yield Subject(choice, kreis(choice.kreis_ags).name if choice.kreis_ags else _names(session, choice), None)


def to_write_to(session: Session, choice: PrintChoice) -> Iterator[Subject]:
    """A letter to the partners in front, or one to nobody in particular where nothing is."""
    if choice == PrintChoice() or _partners_of(choice):
        yield Subject(choice, _names(session, choice), None)


def _names(session: Session, choice: PrintChoice) -> str:
    """The partner's name where one was named."""
    named = _partners_of(choice)
    if len(named) != 1:
        return ""
    return session.exec(select(Partner.name).where(col(Partner.id) == named[0])).first() or ""


def some_partners(session: Session) -> tuple[str, ...]:
    """Arguments that print letters to the first three partners that have confirmed and an address."""
    query = select(Partner.id).where(col(Partner.confirmed).is_(True), col(Partner.street) != "")
    found = session.exec(query.order_by(col(Partner.sort_key), col(Partner.id)).limit(3))
    return tuple(argument for each in found for argument in ("--partner", str(each)))


def some_changes(session: Session) -> tuple[str, ...]:
    """Arguments that print the changes since the newest version."""
    last = releases.latest(session)
    return ("--since", str(last.number)) if last else ()

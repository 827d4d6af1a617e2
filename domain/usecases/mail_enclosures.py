"""What can be attached to an e-mail about an event: papers that may leave the house, and its calendar entry."""

from collections.abc import Sequence
from uuid import UUID

from domain.documents import DOCUMENTS, Needs
from domain.errors import LandaufError, NotFoundError
from domain.i18n import N_
from domain.model import Event
from domain.rows.mail import CALENDAR, MailEnclosure
from domain.rows.printing import PrintChoice
from domain.rows.published import PublishedEvent
from domain.store.session import Session
from domain.terms import Audience
from domain.usecases import print_menu
from domain.usecases.published import published_event
from domain.usecases.records import get

_TO_ONE = frozenset({"invitation_letter"})
"""Letters that bear the address of the partner they go to."""
_TO_HOST = frozenset({"lecture_confirmation"})
"""Letters to the host alone: they bear the host's address and what the host told us."""
_OFFERED_FOR = (Needs.event, Needs.handout)


def told_event(session: Session, event_id: UUID) -> PublishedEvent:
    """The event as partners may see it.

    Raises:
        NotFoundError: the event is gone.
        LandaufError: partners may not see it.
    """
    get(session, Event, event_id)
    event = published_event(session, event_id, Audience.partners)
    if event is None:
        raise LandaufError(
            N_("Partners may not see this event: it must have a date, be at least tentative, and not be internal.")
        )
    return event


def enclosures(session: Session, event_id: UUID, partner_ids: Sequence[UUID] = ()) -> tuple[MailEnclosure, ...]:
    """The calendar entry and the documents for others that fit the event; none that is for the house.

    A letter to the host is among them only if nobody else gets the e-mail.
    """
    host = get(session, Event, event_id).host_id
    found = [MailEnclosure(CALENDAR, N_("Calendar entry"))]
    for entry in print_menu.printables(session, PrintChoice(event_id=event_id)):
        document = entry.document
        is_offered = DOCUMENTS[document.name].needs in _OFFERED_FOR and not document.is_internal
        if not is_offered or document.takes_names:
            continue
        if document.name in _TO_HOST and (host is None or set(partner_ids) != {host}):
            continue
        for subject in entry.subjects:
            edition = subject.choice.edition_id
            key = f"{document.name}:{edition}" if edition is not None else document.name
            title = subject.title if edition is not None else ""
            found.append(MailEnclosure(key, document.msgid, title, is_personal=document.name in _TO_ONE))
    return tuple({each.key: each for each in found}.values())


def choice_of(key: str, event_id: UUID, partner_id: UUID | None) -> tuple[str, PrintChoice]:
    """The document of an enclosure and the choice that prints it; `partner_id` is whom a letter goes to."""
    name, _colon, edition = key.partition(":")
    if edition:
        return name, PrintChoice(edition_id=UUID(edition))
    to = (partner_id,) if name in _TO_ONE and partner_id is not None else ()
    return name, PrintChoice(event_id=event_id, partner_ids=to)


def chosen(offered: Sequence[MailEnclosure], keys: Sequence[str], *, is_joint: bool) -> tuple[MailEnclosure, ...]:
    """The enclosures of these keys in their order, each once; "handout" alone stands for all handouts offered.

    Raises:
        NotFoundError: one of them is not offered.
        LandaufError: a letter to one partner would go to several.
    """
    wanted: dict[str, MailEnclosure] = {}
    for key in keys:
        fitting = [each for each in offered if key in {each.key, each.key.partition(":")[0]}]
        if not fitting:
            names = ", ".join(each.key for each in offered)
            raise NotFoundError(N_("{name} cannot be attached here; there are: {names}."), name=key, names=names)
        wanted |= {each.key: each for each in fitting}
    if is_joint and any(each.is_personal for each in wanted.values()):
        raise LandaufError(N_("A letter to one partner cannot be attached to an e-mail to several."))
    return tuple(wanted.values())

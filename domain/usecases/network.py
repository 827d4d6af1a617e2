"""The network of a Kreis: who works with whom, last contact, next event, and what is missing. Reads the Kreis alone."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlmodel import col

from domain.model import Contact, ContactArea, Event, EventPartner, Membership, Partner, PartnerArea, Relation
from domain.region.areas import areas
from domain.region.gemeinden import gemeinde
from domain.rows.event_row import EventRow
from domain.rows.filters import EventFilter
from domain.rows.network import Gap, KreisNetwork, NextEvent, Node, PartnerRef, Tie
from domain.rules import network as rules
from domain.rules.relations import opposite
from domain.store.session import Session
from domain.terms import EventState, PartnerCategory, RelationKind
from domain.usecases.event_rows import conditions, list_rows

_TOGETHER = (EventState.tentative, EventState.confirmed, EventState.held, EventState.reviewed)
_COMING = (EventState.tentative, EventState.confirmed)
Pair = tuple[UUID, UUID]
Together = tuple[EventRow, frozenset[UUID]]


def network(session: Session, kreis_ags: str) -> KreisNetwork:
    """The partners of a Kreis and those tied to them from elsewhere, the strongest first, with ties and gaps.

    Events count from two years back; only events in the Kreis are read. Relations and memberships that have ended are
    left out.
    """
    own = frozenset(session.execute(_of_kreis(kreis_ags)).scalars())
    together = _together(session, kreis_ags)
    ties = _ties(session, kreis_ags, own, together)
    nodes = _nodes(session, kreis_ags, own, ties, together)
    return KreisNetwork(kreis_ags, nodes, ties, _gaps(session, kreis_ags, nodes))


def _of_kreis(kreis_ags: str) -> Select[UUID]:
    return select(col(Partner.id)).where(col(Partner.kreis_ags) == kreis_ags)


def _together(session: Session, kreis_ags: str) -> list[Together]:
    """The events of the Kreis by date, each with the partners that take part, are host, place or office."""
    first = session.today - timedelta(days=rules.DAYS_BACK)
    wanted = EventFilter(kreise=(kreis_ags,), states=_TOGETHER, first=first, dated=True)
    where = conditions(wanted)
    found: dict[UUID, set[UUID]] = defaultdict(set)
    columns = (col(Event.id), col(Event.host_id), col(Event.place_partner_id), col(Event.office_id))
    for event_id, *partners in session.execute(select(*columns).where(*where)):
        found[event_id].update(each for each in partners if each is not None)
    links = select(col(EventPartner.event_id), col(EventPartner.partner_id)).join(
        Event, col(Event.id) == col(EventPartner.event_id)
    )
    for event_id, partner_id in session.execute(links.where(*where)):
        found[event_id].add(partner_id)
    return [(row, frozenset(found[row.id])) for row in list_rows(session, wanted)]


def _ties(session: Session, kreis_ags: str, own: frozenset[UUID], together: Sequence[Together]) -> tuple[Tie, ...]:
    relations = _relations(session, kreis_ags)
    members = _memberships(session, kreis_ags)
    tree = _tree(session, kreis_ags)
    events: Counter[Pair] = Counter()
    for _row, partners in together:
        events.update(pair for pair in combinations(sorted(partners), 2) if not own.isdisjoint(pair))
    pairs = {*relations, *members, *tree, *events}
    ties = [
        Tie(*pair, tuple(sorted(relations.get(pair, ()))), pair in members, pair in tree, events[pair])
        for pair in pairs
    ]
    return tuple(sorted(ties, key=lambda tie: (-rules.strength(tie), tie.first, tie.second)))


def _relations(session: Session, kreis_ags: str) -> dict[Pair, list[RelationKind]]:
    ends, kreis = col(Relation.last_day), _of_kreis(kreis_ags)
    query = select(col(Relation.partner_id), col(Relation.other_id), col(Relation.kind)).where(
        or_(col(Relation.partner_id).in_(kreis), col(Relation.other_id).in_(kreis)),
        or_(ends.is_(None), ends >= session.today),
    )
    found: dict[Pair, list[RelationKind]] = {}
    for first, second, kind in session.execute(query):
        pair = _pair(first, second)
        found.setdefault(pair, []).append(kind if pair[0] == first else opposite(kind))
    return found


def _memberships(session: Session, kreis_ags: str) -> set[Pair]:
    ends, kreis = col(Membership.last_day), _of_kreis(kreis_ags)
    query = select(col(Membership.body_id), col(Membership.member_id)).where(
        or_(col(Membership.body_id).in_(kreis), col(Membership.member_id).in_(kreis)),
        or_(ends.is_(None), ends >= session.today),
    )
    return {_pair(*line) for line in session.execute(query)}


def _tree(session: Session, kreis_ags: str) -> set[Pair]:
    kreis = _of_kreis(kreis_ags)
    query = select(col(Partner.id), col(Partner.parent_id)).where(
        col(Partner.parent_id).is_not(None), or_(col(Partner.kreis_ags) == kreis_ags, col(Partner.parent_id).in_(kreis))
    )
    return {_pair(child, parent) for child, parent in session.execute(query)}


def _pair(one: UUID, other: UUID) -> Pair:
    return (one, other) if one < other else (other, one)


def _nodes(
    session: Session, kreis_ags: str, own: frozenset[UUID], ties: Iterable[Tie], together: Sequence[Together]
) -> tuple[Node, ...]:
    weights: Counter[UUID] = Counter()
    count: Counter[UUID] = Counter()
    for tie in ties:
        for end in (tie.first, tie.second):
            weights[end] += rules.strength(tie)
            count[end] += 1
    events = Counter(partner for _row, partners in together for partner in partners)
    coming = _coming(together, session.today)
    query = select(
        col(Partner.id),
        col(Partner.name),
        col(Partner.category),
        col(Partner.office_kind),
        col(Partner.kreis_ags),
        col(Partner.town),
        col(Partner.last_contact),
    ).where(or_(col(Partner.kreis_ags) == kreis_ags, col(Partner.id).in_(weights.keys() - own)))
    nodes = [
        Node(PartnerRef(*line[:5]), line[5], line[6], events[line[0]], coming.get(line[0]), count[line[0]])
        for line in session.execute(query)
    ]
    return tuple(
        sorted(nodes, key=lambda node: (-weights[node.partner.id], -node.events, node.partner.name.casefold()))
    )


def _coming(together: Sequence[Together], today: date) -> dict[UUID, NextEvent]:
    """Each partner's next event: the rows come by date."""
    found: dict[UUID, NextEvent] = {}
    for row, partners in together:
        if row.start_day is not None and row.start_day >= today and row.state in _COMING:
            for partner in partners:
                found.setdefault(partner, NextEvent(row.id, row.title, row.start_day, row.state))
    return found


def _gaps(session: Session, kreis_ags: str, nodes: Iterable[Node]) -> tuple[Gap, ...]:
    inside = {area.key for area in areas().values() if area.kreis_ags == kreis_ags}
    offices = select(col(PartnerArea.area)).join(Partner, col(Partner.id) == col(PartnerArea.partner_id))
    offices = offices.where(col(Partner.category) == PartnerCategory.ordnungsamt, col(PartnerArea.area).in_(inside))
    seats = select(col(Partner.ags)).where(
        col(Partner.category) == PartnerCategory.ordnungsamt,
        col(Partner.kreis_ags) == kreis_ags,
        col(Partner.id).not_in(select(col(PartnerArea.partner_id))),
    )
    officers = (
        select(col(ContactArea.area))
        .join(Contact, col(Contact.id) == col(ContactArea.contact_id))
        .join(Partner, col(Partner.id) == col(Contact.partner_id))
        .where(col(Partner.category) == PartnerCategory.police, col(ContactArea.area).in_(inside))
    )
    categories = {node.partner.category for node in nodes if node.partner.kreis_ags == kreis_ags}
    seated = [gemeinde(ags) for ags in session.execute(seats).scalars() if ags]
    bodies = [body for here in seated for body in (here.ags, here.administration)]
    return rules.gaps(
        kreis_ags,
        categories,
        [*session.execute(offices).scalars(), *bodies],
        session.execute(officers).scalars().all(),
    )

"""Sample ties between partners: the starting stock, Regionalbereichsbeamte, relations, and a log of contacts."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from domain.demo.neighbours import CONTACT_SOURCE, Institution, World
from domain.region.areas import areas
from domain.region.gemeinden import gemeinden
from domain.region.kreise import Kreis, kreise
from domain.rows.network import EntryDraft, RelationDraft
from domain.rows.partners import ContactDraft, PartnerDraft
from domain.store.session import Session
from domain.terms import ContactChannel, LegalBasis, OfficeKind, PartnerCategory, RelationKind
from domain.usecases import contact_log, partner_tree, partners, relations, stock

_ENTRIES = (
    (ContactChannel.phone, "Termin zugesagt, Strom im Hof vorhanden"),
    (ContactChannel.email, "Angebot Fahrsimulator gesendet"),
    (ContactChannel.visit, "Standort gemeinsam angesehen"),
    (ContactChannel.meeting, "Jahresplanung abgestimmt"),
    (ContactChannel.phone, "Ansprechperson für den Herbst geklärt"),
    (ContactChannel.letter, "Einladung zum Fachaustausch verschickt"),
)
_OFFICES = (
    (OfficeKind.auslaenderbehoerde, "Ausländerbehörde"),
    (OfficeKind.verkehrsamt, "Straßenverkehrsamt"),
    (OfficeKind.bauamt, "Bauamt"),
)
_WITHOUT_RBB = 2
_LOG_SHARE = 6
_OFFICERS = 2
_LOG_START = 1


def weave(session: Session, world: World) -> None:
    """Tie the sample partners together and note when somebody spoke to them."""
    rng = Random(session.today.toordinal())  # noqa: S311 - sample data, nothing to keep secret
    stock.take_stock(session)
    for number, kreis in enumerate(kreise(), 1):
        _officers(session, world, kreis, number, rng)
        _offices(session, kreis, number)
        for draft in _relations(world, kreis):
            relations.create(session, draft)
    _log(session, world, rng)


def _officers(session: Session, world: World, kreis: Kreis, number: int, rng: Random) -> None:
    """A few Regionalbereichsbeamte who share the Kreis; in a large one two Gemeinden have none."""
    here = [each for each in gemeinden() if each.kreis_ags == kreis.ags]
    keys = list(dict.fromkeys(each.administration if each.verbandsgemeinde else each.ags for each in here))
    gaps = set(rng.sample(keys, _WITHOUT_RBB)) if len(keys) > 2 * _WITHOUT_RBB else set()
    covered = [each for each in keys if each not in gaps]
    for place in range(min(_OFFICERS, len(covered))):
        draft = ContactDraft(
            partner_id=world.revier(kreis.ags).id,
            role="Regionalbereichsbeamtin" if place % 2 else "Regionalbereichsbeamter",
            phone=f"0391 000-{number:02d}{place:02d}",
            legal_basis=LegalBasis.public_task,
            source=CONTACT_SOURCE,
            review_on=session.today + timedelta(days=40 + 11 * place),
            areas=tuple(sorted(covered[place::_OFFICERS])),
        )
        partners.add_contact(session, draft)


def _offices(session: Session, kreis: Kreis, number: int) -> None:
    """One office of the Kreis that has no category of its own."""
    if kreis.is_town:
        return
    kind, name = _OFFICES[number % len(_OFFICES)]
    draft = PartnerDraft(
        name=f"{areas()[kreis.ags].name}, {name}",
        category=PartnerCategory.other_office,
        office_kind=kind,
        town=kreis.seat,
        ags=kreis.seat_ags,
        areas=(kreis.ags,),
        last_contact=session.today - timedelta(days=17 * number),
    )
    partners.create(session, draft)


def _relations(world: World, kreis: Kreis) -> Iterator[RelationDraft]:
    """The council works with police, offices and clubs; an advice centre is funded by the Jugendamt."""

    def of(*categories: str) -> list[Institution]:
        return world.of(kreis.ags, *categories)

    revier = world.revier(kreis.ags)
    for council in of(PartnerCategory.council):
        yield RelationDraft(council.id, revier.id, notes="Geschäftsführung wechselt jährlich")
        for office in (*of(PartnerCategory.ordnungsamt)[:1], *of(PartnerCategory.jugendamt)):
            yield RelationDraft(council.id, office.id)
        for club in of(PartnerCategory.club)[:1]:
            yield RelationDraft(club.id, council.id, RelationKind.represented_by)
    for office in of(PartnerCategory.jugendamt):
        for centre in of(PartnerCategory.advice_centre, PartnerCategory.kindergarten):
            yield RelationDraft(office.id, centre.id, RelationKind.funds)
    for office in of(PartnerCategory.ordnungsamt)[:1]:
        yield RelationDraft(office.id, revier.id, notes="Ordnungspartnerschaft")


def _log(session: Session, world: World, rng: Random) -> None:
    """Entries up to the last contact of some institutions, and the tree of town halls."""
    for number, each in enumerate(world.institutions):
        last = each.draft.last_contact
        if last is None or number % _LOG_SHARE != _LOG_START:
            continue
        for back in range(rng.randint(1, 2)):
            channel, subject = rng.choice(_ENTRIES)
            day = last - timedelta(days=23 * back)
            contact_log.add(session, EntryDraft(each.id, day, subject, channel))
    for hall in (each for each in world.institutions if each.draft.category is PartnerCategory.gemeinde):
        for office in world.of(hall.ags[:5], PartnerCategory.ordnungsamt, PartnerCategory.jugendamt):
            if office.ags == hall.ags:
                partner_tree.set_parent(session, office.id, hall.id)

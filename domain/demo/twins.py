"""Sample institutions that were entered a second time, written otherwise."""

from dataclasses import replace
from datetime import timedelta

from domain.demo.neighbours import CONTACT_SOURCE, World
from domain.rows.partners import ContactDraft, PartnerDraft
from domain.store.session import Session
from domain.terms import LegalBasis
from domain.usecases import partners

_SCHOOL = "Gymnasium „Am Brockenblick“ Halberstadt"
_OFFICE = "Stadt Thale, Ordnungsamt"
_CLUB = "Harzfreunde Teufelsmauer e. V."


def add(session: Session, world: World) -> None:
    """Add a second record of a school, an office and a club, each with something the first has not."""
    school = _again(world, _SCHOOL, name="Gym. Am Brockenblick", street="", email="", notes="Aula mit 200 Plätzen")
    office = _again(world, _OFFICE, name="Ordnungsamt der Stadt Thale", phone="", notes="Anträge nur schriftlich")
    club = _again(world, _CLUB, name="Harzfreunde Teufelmauer", street="Ringstr. 16", email="", website="")
    for days, draft, role in ((355, school, "Sekretariat"), (214, office, "Marktwesen"), (160, club, "Kasse")):
        seen = replace(draft, last_contact=session.today - timedelta(days=days))
        partner_id = partners.create(session, seen)
        contact = ContactDraft(partner_id, role, legal_basis=LegalBasis.public_task, source=CONTACT_SOURCE)
        partners.add_contact(session, contact)


def _again(world: World, known: str, *, name: str, **fields: str) -> PartnerDraft:
    return replace(world.named(known).draft, name=name, **fields)  # type: ignore[arg-type]  # texts only

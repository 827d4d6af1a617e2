"""Short ways to tie partners together in tests."""

from domain.rows.network import EntryDraft, RelationDraft
from domain.rows.partners import ContactDraft
from domain.terms import PartnerCategory, RelationKind
from domain.usecases import contact_log, partners, relations
from tests.builders import make_partner


def make_police(ws, name="Polizeirevier Anhalt-Bitterfeld", **fields):
    """Add a police unit; returns its id."""
    return make_partner(ws, name, category=PartnerCategory.police, **fields)


def make_office(ws, name="Stadt Köthen (Anhalt), Ordnungsamt", **fields):
    """Add an Ordnungsamt; returns its id."""
    return make_partner(ws, name, category=PartnerCategory.ordnungsamt, **fields)


def make_officer(ws, partner_id, *areas, role="Regionalbereichsbeamtin"):
    """Add a Regionalbereichsbeamte at a police unit; returns the contact's id."""
    return ws.run("Add person", partners.add_contact, ContactDraft(partner_id, role, areas=areas))


def relate(ws, one, other, kind=RelationKind.works_with, **fields):
    """Note a relation; returns its id."""
    return ws.run("Add relation", relations.create, RelationDraft(one, other, kind, **fields))


def note(ws, partner_id, day, subject="Termin zugesagt", **fields):
    """Write an entry into the contact log; returns its id."""
    return ws.run("Note", contact_log.add, EntryDraft(partner_id, day, subject, **fields))

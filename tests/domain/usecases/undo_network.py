"""Steps with the network of partners, for the test that undoes everything."""

from datetime import timedelta

from domain.errors import LandaufError
from domain.rows.network import EntryDraft, RelationDraft
from domain.terms import RelationKind
from domain.usecases import contact_log, partner_tree, relations


def tie_partners(session, known, pick):
    one, other = (known.partners[pick(len(known.partners))] for _ in range(2))
    kind = list(RelationKind)[pick(len(RelationKind))]
    relations.create(session, RelationDraft(one, other, kind, notes=f"Notiz {pick(9)}"))


def untie_partners(session, known, pick):
    rows = [row for partner in known.partners for row in relations.of_partner(session, partner)]
    relations.delete(session, [_one(pick, rows).id])


def move_in_the_tree(session, known, pick):
    child, parent = (known.partners[pick(len(known.partners))] for _ in range(2))
    partner_tree.set_parent(session, child, parent)


def note_contact(session, known, pick):
    partner = known.partners[pick(len(known.partners))]
    contact_log.add(session, EntryDraft(partner, session.today - timedelta(days=pick(99)), "Anruf"))


def forget_contact(session, known, pick):
    lines = [line for partner in known.partners for line in contact_log.timeline(session, partner)]
    contact_log.delete(session, [_one(pick, [line for line in lines if line.entry_id]).entry_id])


def _one(pick, rows):
    if not rows:
        raise LandaufError("nothing there")
    return rows[pick(len(rows))]


NETWORK_STEPS = {
    step.__name__: step for step in (tie_partners, untie_partners, move_in_the_tree, note_contact, forget_contact)
}

"""Steps with handouts for the property that any sequence can be undone."""

from dataclasses import replace

from domain.errors import LandaufError
from domain.rows.handouts import EditionDraft, HandoutDraft
from domain.usecases import handout_rows, handouts
from tests.builders import DAY


def _edition(session, pick):
    found = list(handout_rows.editions(session).values())
    if not found:
        raise LandaufError("nothing there")
    return found[pick(len(found))]


def new_handout(session, known, pick):
    edition = EditionDraft(("de", "de-simple", "pl")[pick(3)], f"Merkblatt {pick(9)}", "", "## Eins", "Kühne", DAY)
    handouts.create(session, HandoutDraft(notes=f"Notiz {pick(9)}"), edition)


def write_edition(session, known, pick):
    edition = _edition(session, pick)
    handouts.save_edition(session, edition.id, replace(edition.draft, text=f"Text {pick(9)}"))


def note_handout(session, known, pick):
    handouts.change(session, _edition(session, pick).handout_id, HandoutDraft(notes=f"Anders {pick(9)}"))


def translate_handout(session, known, pick):
    handouts.add_edition(session, _edition(session, pick).id, ("en", "uk", "ru")[pick(3)])


def delete_edition(session, known, pick):
    handouts.delete_edition(session, _edition(session, pick).id)


def delete_handout(session, known, pick):
    handouts.delete(session, [_edition(session, pick).handout_id])


HANDOUT_STEPS = {
    step.__name__: step
    for step in (new_handout, write_edition, note_handout, translate_handout, delete_edition, delete_handout)
}

"""Short ways to what hangs on meetings."""

from domain.rows.meetings import AgendaDraft
from domain.usecases import agenda


def add_concern(ws, number="A-2027-0001", kreis_ags="15082", **fields):
    """Add a citizen's concern as the register will; returns its id."""
    from domain.model import Concern
    from domain.usecases.records import insert

    values = {"number": number, "kreis_ags": kreis_ags, "wording": "Dunkle Unterführung am Bahnhof", **fields}
    return ws.run("Concern", lambda session: insert(session, Concern, values).id)


def concern_of(ws, concern_id):
    """State and answer of a concern."""
    from domain.model import Concern

    def read(session):
        found = session.get(Concern, concern_id)
        return found.state, found.answer, found.answered_on

    return ws.ask(read)


def add_items(ws, event_id, *titles, minutes=10):
    """Add agenda items; returns their ids."""
    return [ws.run("Item", agenda.add, event_id, AgendaDraft(title, minutes)) for title in titles]


def titles_of(ws, event_id):
    """What is on an agenda, in its order."""
    return [row.draft.title for row in ws.ask(agenda.agenda, event_id).rows]

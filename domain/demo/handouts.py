"""The sample handouts: the texts that come with the program, one of them edited and about to expire."""

from dataclasses import replace
from datetime import timedelta

from domain.demo.neighbours import World
from domain.store.session import Session
from domain.usecases import handout_rows, handout_starters, handouts

_SOON = timedelta(days=41)


def put_in(session: Session, _world: World) -> None:
    """Put in the supplied texts; the first was looked over by the house and is due to be checked again."""
    handout_starters.put_in(session)
    rows = handout_rows.list_rows(session)
    if rows:
        first = rows[0].editions[0]
        draft = replace(first.draft, author="Koordinierungsstelle Prävention", valid_until=session.today + _SOON)
        handouts.save_edition(session, first.id, draft)

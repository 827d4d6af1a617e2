"""A stand that can be counted, for the tests of the tally and the review."""

from domain.rows.events import Count, HandOut
from domain.rows.publications import PublicationDraft
from domain.terms import EventKind, PlaceKind
from domain.usecases import publications
from tests.builders import make_event, make_group, make_site
from tests.guards.clock import MOMENT

GROUPS = ("Jugendliche", "Kinder", "Ältere")


def make_stand(ws, title="Wochenmarkt", **fields):
    """An event of today with three target groups at a site; gives its id and those of the groups by name."""
    groups = [make_group(ws, name) for name in GROUPS]
    usual = {
        "kind": EventKind.mobile_stop,
        "day": MOMENT.date(),
        "start": "09:00",
        "end": "13:00",
        "site_id": make_site(ws),
        "place_kind": PlaceKind.site,
        "target_group_ids": tuple(groups),
        "counts": (Count(groups[0], 40),),
    }
    return make_event(ws, title, **(usual | fields)), groups


def make_planned(ws, *copies):
    """Publications that an event takes along, so many copies each."""
    ids = [
        ws.run("Add", publications.create, PublicationDraft(f"Faltblatt {number}")) for number, _ in enumerate(copies)
    ]
    return tuple(HandOut(key, planned) for key, planned in zip(ids, copies, strict=True))

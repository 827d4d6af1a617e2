"""The network of a Kreis, the ties of a partner and who is responsible, at 15,000 partners and 26,000 events."""

import random
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlalchemy import insert
from sqlmodel import SQLModel

from domain.model import Event, EventIdentity, EventPartner, Partner, Relation
from domain.model.columns import uuid7
from domain.region.kreise import kreise
from domain.store import engine
from domain.store.schema import drop_triggers, make_triggers
from domain.store.session import Session
from domain.terms import RelationKind
from domain.usecases import network, partner_ties, responsibility, stock
from domain.workspace import Workspace
from tests.bench.bench_lists import STAMP, best, event, partner
from tests.bench.table import Row

PARTNERS, EVENTS, RELATIONS, CHUNK = 15_000, 26_000, 6_000, 2_000
"""Twenty years of the real scale, and two relations for every fifth partner."""


def fill(session: Session) -> UUID:
    """Write everything past the triggers, which then make search anew; returns a partner with many events."""
    pick = random.Random(15)
    connection = session.connection()
    drop_triggers(engine.raw(connection))
    rows = [partner(number) for number in range(PARTNERS)]
    here: dict[str, list[UUID]] = defaultdict(list)
    for row in rows:
        here[row["kreis_ags"]].append(row["id"])
    plans = [event(number) for number in range(EVENTS)]
    links = []
    for number, plan in enumerate(plans):
        known = here[plan["kreis_ags"]][:400]
        plan["host_id"] = pick.choice(known)
        guests = set(pick.sample(known, 3)) - {plan["host_id"]}
        links += [{"event_id": plan["id"], "partner_id": guest} for guest in guests]
        plan["_number"] = number
    identities = [
        {"event_id": plan["id"], "number": f"2027-{plan.pop('_number') + 1:05}", "uid": f"{plan['id']}@bench",
         "sequence": 0}
        for plan in plans
    ]  # fmt: skip
    for table, values in ((Partner, rows), (Event, plans), (EventIdentity, identities), (EventPartner, links)):
        for first in range(0, len(values), CHUNK):
            connection.execute(insert(table), values[first : first + CHUNK])
    connection.execute(insert(Relation), [_relation(pick, here) for _number in range(RELATIONS)])
    make_triggers(engine.raw(connection), SQLModel.metadata)
    return here["15083"][0]


def _relation(pick: random.Random, here: dict[str, list[UUID]]) -> dict[str, object]:
    one, other = pick.sample(here[pick.choice(kreise()).ags], 2)
    kind = pick.choice(list(RelationKind))
    return {"id": uuid7(), "partner_id": one, "other_id": other, "kind": kind, "notes": "", **STAMP}


def measure() -> list[Row]:
    """The bars are our own: the network is read in a pool thread, the other two while a person moves in a list."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.landauf"
        moment = datetime(2027, 4, 28, 12, tzinfo=UTC)
        with Workspace.create(path, clock=lambda: moment, author="", device="") as workspace:
            busy = workspace.run("Fill", fill)
            workspace.run("Stock", stock.take_stock)
            found = workspace.ask(network.network, "15083")
            note = f"{len(found.nodes)} partners, {len(found.ties)} ties"
            return [
                Row(
                    "network of a Kreis", best(lambda: workspace.ask(network.network, "15083"), 7), 250, "ms", note=note
                ),
                Row("ties of a partner", best(lambda: workspace.ask(partner_ties.of_partner, busy), 15), 50, "ms"),
                Row(
                    "who is responsible for a Gemeinde",
                    best(lambda: workspace.ask(responsibility.responsible_for, "15083270"), 15),
                    20,
                    "ms",
                ),
            ]

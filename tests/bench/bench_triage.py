"""Triage: 200 requests against 40 people in a file of twenty years, read once and ranked."""

import random
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from domain.region.gemeinden import gemeinden
from domain.rows.requests import RequestDraft, Wish
from domain.rows.tours import Absence, HeldQualification, StaffDraft
from domain.rules.local import at_local, later
from domain.rules.triage import rank_people
from domain.store.session import Session
from domain.terms import EventKind, TimeSpan
from domain.usecases import people, requests, triage_world, vocabulary
from domain.workspace import Workspace
from tests.bench import twenty_years
from tests.bench.table import Row

REQUESTS, PEOPLE, TURNS = 200, 40, 5


def _furnish(session: Session) -> None:
    """Sixteen more people beside the 24 of the file, a qualification, and requests from everywhere."""
    pick = random.Random(7)
    licence = vocabulary.add_qualification(session, "Vortragsrecht")
    for row in vocabulary.topic_rows(session)[:6]:
        vocabulary.change_topic(session, row.id, _asking(row.draft, licence))
    for number in range(PEOPLE - twenty_years.STAFF):
        people.create(
            session,
            StaffDraft(
                f"Neue Person {number}",
                capacity_per_month=pick.choice((None, 4, 8)),
                qualifications=(HeldQualification(licence),) if number % 3 else (),
                absences=(Absence(twenty_years.TODAY, twenty_years.TODAY + timedelta(days=30)),) * (number % 4 == 0),
            ),
        )
    for number in range(REQUESTS):
        there = pick.choice(gemeinden())
        day = twenty_years.TODAY + timedelta(days=pick.randint(7, 90))
        draft = RequestDraft(
            f"Schule {number}",
            EventKind.lecture,
            topic=f"Thema {number % twenty_years.TOPICS}",
            postcode=there.postcode_seat,
            town=there.name,
            ags=there.ags,
            wishes=(Wish(day, day, 600, 690),),
        )
        requests.create(session, draft)


def _asking(draft, licence):
    from dataclasses import replace

    return replace(draft, qualification_id=licence)


def measure() -> list[Row]:
    """Rows: ranking all people for all requests, and reading what that needs; the quickest of five turns each."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.landauf"
        clock = at_local(twenty_years.TODAY, 600)
        with Workspace.create(path, clock=lambda: clock, author="", device="") as workspace:
            workspace.run("Fill", twenty_years.fill)
            workspace.run("Furnish", _furnish)
            reading, ranking = [], []
            for _turn in range(TURNS):
                begin = process_time()
                known = workspace.ask(triage_world.book)
                drafts = [row.draft for row in workspace.ask(requests.list_rows)]
                middle = process_time()
                for draft in drafts:
                    day = draft.wishes[0].first_day
                    start = at_local(day, 600)
                    ask = known.ask(draft, day, TimeSpan(start, later(start, 90)))
                    ranked = rank_people(ask, known.members, known.drives)
                    assert len(ranked) == PEOPLE
                reading.append(1_000 * (middle - begin))
                ranking.append(1_000 * (process_time() - middle))
    note = f"{REQUESTS} requests × {PEOPLE} people"
    return [
        Row("triage, people ranked for all requests", min(ranking), 200, "ms CPU", note=note),
        Row("triage, everything read once", min(reading), 200, "ms CPU", note="26,000 events"),
    ]

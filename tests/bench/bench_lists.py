"""Lists at 100,000 events and 100,000 partners: a page, all ids, and a keystroke of search.

The raw driver of the comparison is our own (sqlcipher3 without a key): the system's SQLite may be too old for our file.
"""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from uuid import UUID

from sqlmodel import SQLModel

from domain.model import Event, EventIdentity, Partner
from domain.model.columns import uuid7
from domain.region.gemeinden import gemeinden
from domain.rows.events import EventDraft, EventRow
from domain.rows.filters import EventFilter, EventOrder, PartnerFilter
from domain.rows.partners import PartnerDraft, PartnerRow
from domain.store import engine
from domain.store.connection import RawConnection, connect
from domain.store.schema import drop_triggers, make_triggers
from domain.store.session import Session
from domain.terms import BERLIN, Audience, EventKind, EventState, PartnerCategory
from domain.usecases import event_columns, event_rows, partners
from domain.workspace import Workspace
from tests.bench.table import Row

MANY, PAGE, CHUNK = 100_000, 100, 5_000
STARTS = (0, MANY // 3, MANY - PAGE)
"""Where the pages begin that are fetched: at the top, somewhere below, at the end."""


def words(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


TOPICS = words(
    "Cybersicherheit Einbruchschutz Extremismus Verkehrserziehung Zivilcourage Gewaltprävention Suchtvorbeugung"
    " Opferschutz Medienkompetenz Fahrradcodierung Enkeltrick Haustürgeschäfte Antisemitismus Verschwörungserzählungen"
    " Jugendschutz Nachbarschaftshilfe Ladendiebstahl Identitätsdiebstahl Wirtschaftsspionage Sabotageschutz"
)
FORMS = words(
    "Bürgerdialog Vortrag Fachaustausch Infostand Beratung Streife Fortbildung Sprechstunde Elternabend Projekttag"
    " Workshop Sicherheitswoche Präventionstag Podiumsgespräch"
)
NAMES = words(
    "Grundschule Gymnasium Sekundarschule Förderverein Heimatverein Feuerwehr Sportverein Ordnungsamt Kirchengemeinde"
    " Volkshochschule Seniorenbeirat Jugendclub Kleingartenverein Wohnungsgenossenschaft Bibliothek Tierschutzverein"
)
PERSONS = words("Goethe Lessing Händel Bach Luther Novalis Klopstock Fontane Winckelmann Nietzsche Feininger Francke")
STAMP = {"created_at": datetime(2027, 1, 1, tzinfo=UTC), "updated_at": datetime(2027, 1, 1, tzinfo=UTC), "version": 1}

EVENTS = """
select e.id, i.number, e.kind, e.state, e.title, e.starts_at, e.ends_at, e.all_day, e.first_day, e.last_day, e.ags,
       e.kreis_ags, e.audience, i.uid, i.sequence, e.version, e.place_kind, e.place_name, e.town,
       s.name, s.town, p.name, p.town
from event e join event_identity i on i.event_id = e.id
left join site s on s.id = e.site_id left join partner p on p.id = e.place_partner_id
where e.id in ({marks})
"""
PARTNERS = """
select id, name, category, street, postcode, town, ags, kreis_ags, phone, last_contact, version
from partner where id in ({marks})
"""


def event(number: int) -> dict[str, Any]:
    """The columns of an invented event."""
    pick, there = random.Random(number), gemeinden()[number * 7919 % len(gemeinden())]
    begin = datetime(2020, 1, 1, 8, tzinfo=UTC) + timedelta(hours=number * 7 % 70_000)
    draft = EventDraft(
        kind=list(EventKind)[number % len(EventKind)],
        title=f"{pick.choice(FORMS)} {pick.choice(TOPICS)} {number % 977}",
        state=list(EventState)[number % 6],
        starts_at=begin,
        ends_at=begin + timedelta(hours=2),
        ags=there.ags,
        postcode=there.postcode_seat,
        town=there.name,
        place_name=f"{pick.choice(NAMES)} {pick.choice(PERSONS)}",
        host_name=f"Stadt {there.name}",
    )
    return event_columns.columns_of(draft) | STAMP | {"id": uuid7()}


def partner(number: int) -> dict[str, Any]:
    """The columns of an invented partner."""
    pick, there = random.Random(-number), gemeinden()[number * 7907 % len(gemeinden())]
    draft = PartnerDraft(
        name=f"{pick.choice(NAMES)} {pick.choice(PERSONS)} {there.name} {number % 499}",
        category=list(PartnerCategory)[number % len(PartnerCategory)],
        street=f"{pick.choice(PERSONS)}straße {number % 200}",
        postcode=there.postcode_seat,
        town=there.name,
        ags=there.ags,
        phone="03496/1234",
        last_contact=date(2027, 1, 1) if number % 3 else None,
    )
    return partners.columns_of(draft) | STAMP | {"id": uuid7()}


def fill(session: Session) -> None:
    """Write all records past the triggers, which then make search anew."""
    connection = session.connection()
    drop_triggers(engine.raw(connection))
    for first in range(0, MANY, CHUNK):
        numbers = range(first, first + CHUNK)
        rows = [event(number) for number in numbers]
        connection.execute(Event.__table__.insert(), rows)  # type: ignore[attr-defined]  # every table class has it
        identities = [
            {"event_id": row["id"], "number": f"2027-{number + 1:04}", "uid": f"{row['id']}@bench", "sequence": 0}
            for number, row in zip(numbers, rows, strict=True)
        ]
        connection.execute(EventIdentity.__table__.insert(), identities)  # type: ignore[attr-defined]  # as above
        connection.execute(Partner.__table__.insert(), [partner(number) for number in numbers])  # type: ignore[attr-defined]  # as above
    make_triggers(engine.raw(connection), SQLModel.metadata)


def raw_event(line: tuple[Any, ...]) -> EventRow:
    """One line of `EVENTS` with the same types as ours, by hand."""
    name, town = {"site": line[19:21], "partner": line[21:23]}.get(line[16], line[17:19])
    moments = [
        datetime.fromisoformat(text).replace(tzinfo=UTC).astimezone(BERLIN) if text else None for text in line[5:7]
    ]
    days = [date.fromisoformat(text) if text else None for text in line[8:10]]
    return EventRow(
        UUID(line[0]),
        line[1],
        EventKind(line[2]),
        EventState(line[3]),
        line[4],
        *moments,
        bool(line[7]),
        *days,
        line[10],
        line[11],
        town,
        ", ".join(part for part in (name, town) if part),
        Audience(line[12]),
        *line[13:16],
    )


def raw_partner(line: tuple[Any, ...]) -> PartnerRow:
    """One line of `PARTNERS` with the same types as ours, by hand."""
    day = date.fromisoformat(line[9]) if line[9] else None
    return PartnerRow(UUID(line[0]), line[1], PartnerCategory(line[2]), *line[3:9], day, line[10])


def raw_page(
    connection: RawConnection, query: str, to_row: Callable[[tuple[Any, ...]], Any], ids: list[UUID]
) -> list[Any]:
    """A page as one would write it without any library."""
    marks = ",".join("?" * len(ids))
    found = {
        row.id: row for row in map(to_row, connection.execute(query.format(marks=marks), [key.hex for key in ids]))
    }
    return [found[key] for key in ids]


def best(work: Callable[[], object], rounds: int = 40) -> float:
    """The median time of some rounds in milliseconds, after warming up."""
    for _round in range(5):
        work()
    times = []
    for _round in range(rounds):
        begin = perf_counter()
        work()
        times.append((perf_counter() - begin) * 1000)
    return median(times)


def pages(
    workspace: Workspace, what: str, fetch: Callable[..., list[Any]], ids: list[UUID], raw: Callable[..., list[Any]]
) -> Row:
    """The worst ratio of our page to the hand-written one, over all depths."""
    ratios = []
    for start in STARTS:
        page = ids[start : start + PAGE]
        ours, theirs = best(lambda page=page: workspace.ask(fetch, page)), best(lambda page=page: raw(page))  # type: ignore[misc]  # bound at once
        if workspace.ask(fetch, page) != raw(page):
            raise AssertionError(what)
        ratios.append((ours / theirs, ours, theirs))
    ratio, ours, theirs = max(ratios)
    return Row(f"page of 100 {what} / raw sqlite3", ratio, 2.0, "×", note=f"{ours:.2f} ms against {theirs:.2f} ms")


def lists(workspace: Workspace) -> list[Row]:
    """Time of all ids of 100,000, by date, by title, and by a word; off the GUI thread, the bar is our own."""
    rows = []
    for what, wanted in (
        ("all ids of 100,000 events by date", EventFilter()),
        ("all ids of 100,000 events by title", EventFilter(order=EventOrder.heading)),
        ("ids of 100,000 events that hold a word", EventFilter(text="bürgerdialog köthen")),
    ):
        took = best(lambda wanted=wanted: workspace.ask(event_rows.list_ids, wanted), 5)  # type: ignore[misc]  # bound at once
        rows.append(Row(what, took, 1500, "ms"))
    took = best(lambda: workspace.ask(partners.list_ids, PartnerFilter()), 5)
    return [*rows, Row("all ids of 100,000 partners by name", took, 1500, "ms")]


TYPED = (
    *("Köthen", "koethen", "sicherheit", "Bürgerdialog Halle", "gymnasium bach", "2027-0815", "einbruch stendal"),
    *("feuerwehr", "39576", "Händelstr", "enkeltrick burg", "wernigerode", "Jugendclub Aken", "zeitz goethe 17"),
)


def keystrokes(workspace: Workspace) -> list[Row]:
    """Every beginning of what people type, over 200,000 records."""
    texts = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
    random.Random(7).shuffle(texts)
    times = []
    for text in texts * 2:
        begin = perf_counter()
        workspace.search(text)
        times.append((perf_counter() - begin) * 1000)
    p95 = quantiles(times, n=20)[-1]
    note = f"{len(times)} keystrokes over 200,000 records, worst {max(times):.1f} ms"
    return [
        Row("search keystroke, median", median(times), 2.0, "ms", note=note),
        Row("search keystroke, 95 %", p95, 15.0, "ms", note=note),
    ]


def measure() -> list[Row]:
    """Design 7: pages ≤ 2 × raw sqlite3 at any depth; search p50 2 ms, p95 15 ms."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.landauf"
        with Workspace.create(path, clock=lambda: datetime.now(UTC), author="", device="") as workspace:
            workspace.run("Fill", fill)
            raw = connect(path)
            event_ids = workspace.ask(event_rows.list_ids, EventFilter())
            partner_ids = workspace.ask(partners.list_ids, PartnerFilter())
            found = [
                pages(
                    workspace,
                    "events",
                    event_rows.fetch_rows,
                    event_ids,
                    lambda page: raw_page(raw, EVENTS, raw_event, page),
                ),
                pages(
                    workspace,
                    "partners",
                    partners.fetch_rows,
                    partner_ids,
                    lambda page: raw_page(raw, PARTNERS, raw_partner, page),
                ),
                *lists(workspace),
                *keystrokes(workspace),
            ]
            raw.close()
    return found

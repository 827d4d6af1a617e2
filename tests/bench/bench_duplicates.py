"""Possible duplicates among 15,000 partners, twenty years of the real scale: all of them, and one while it is typed."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from domain.region.gemeinden import gemeinden
from domain.rows.duplicates import Profile
from domain.rows.partners import PartnerDraft
from domain.usecases import duplicates, partners
from domain.workspace import Workspace
from tests.bench.table import Row


def words(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


MANY, KEYSTROKES = 15_000, 400
FORMS = words(
    "Heimatverein Sportverein Förderverein Kulturverein Schützenverein Kegelclub Angelverein Seniorenclub"
    " Jugendclub Bäckerei Apotheke Fahrschule Kita Tischlerei Autohaus Chor Grundschule Sekundarschule"
    " Gymnasium Feuerwehr Kirchengemeinde"
)
NAMES = words(
    "Eintracht Einheit Fortuna Sonnenschein Regenbogen Morgenrot Concordia Frohsinn Harmonie Germania"
    " Schwalbe Spatzennest Zwergenland Lindenhof Rosengarten Waldblick Goethe Lessing Händel Bach Luther"
    " Novalis Klopstock Fontane Feininger"
)
STREETS = words("Haupt Bahnhof Schul Linden Garten Ring Feld Dorf Berg Post Markt Kirch Mühlen Wald Wiesen")


def drafts() -> Iterator[PartnerDraft]:
    """Invented partners: more where more people live, few names for many, which is the hard case."""
    rng = random.Random(3)
    towns = gemeinden()
    weights = [town.population for town in towns]
    for _number in range(MANY):
        (town,) = rng.choices(towns, weights)
        year = rng.choice(("", "", f" {rng.randint(1880, 2020)}"))
        name = f"{rng.choice(FORMS)} „{rng.choice(NAMES)}“{year}{rng.choice(('', ' e. V.', f' {town.name}'))}"
        yield PartnerDraft(
            name,
            street=f"{rng.choice(STREETS)}straße {rng.randint(1, 120)}",
            postcode=rng.choice(town.postcodes),
            town=town.name,
            ags=town.ags,
            phone=f"03{rng.randint(10, 99)} {rng.randint(100_000, 999_999)}",
        )


def measure() -> list[Row]:
    """Rows: everything compared in a pool thread, cold and after a change, and a keystroke."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.landauf"
        with Workspace.create(path, clock=lambda: datetime.now(UTC), author="", device="") as workspace:
            workspace.run("Create", lambda session: [partners.create(session, draft) for draft in drafts()])
            seconds = []
            for _turn in range(2):
                begin = process_time()
                book = workspace.ask(duplicates.book)
                seconds.append(process_time() - begin)
    strokes = []
    for draft in list(drafts())[:KEYSTROKES]:
        begin = perf_counter()
        book.like(Profile(None, draft.name[: 4 + len(strokes) % 20], town=draft.town, phone=draft.phone))
        strokes.append(1_000 * (perf_counter() - begin))
    note = f"{MANY:,} partners, {len(book.pairs)} pairs"
    return [
        Row("duplicates, all, first time", seconds[0], 2, "s CPU", note=note),
        Row("duplicates, all, after a change", seconds[1], 2, "s CPU", note=note),
        Row("duplicates, one while typing, p95", quantiles(strokes, n=20)[-1], 20, "ms", note=note),
    ]

"""Importing tables: the schools of the state, and a hundred thousand partners, each in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench.table import Row

SCHOOLS, MANY = 901, 100_000
TOWNS = (("06366", "Köthen (Anhalt)"), ("39261", "Zerbst/Anhalt"), ("06108", "Halle (Saale)"), ("39576", "Stendal"))
KINDS = ("Grundschule", "Gymnasium", "Verein", "Ordnungsamt", "Feuerwehr")


def table(rows: int) -> Iterator[str]:
    """The lines of an invented CSV file of partners, none twice."""
    yield "Name;Typ;Straße;PLZ;Ort;Telefon;Web;Bemerkung\n"
    for number in range(rows):
        postcode, town = TOWNS[number % len(TOWNS)]
        kind = KINDS[number % len(KINDS)]
        yield (
            f"{kind} „Straße der Übung“ Nr. {number};{kind};Hauptstraße {number % 250} a;{postcode};{town};"
            f"03496/{number:06};http://www.beispiel-{number}.example;Ansprechzeit {number % 12} Uhr\n"
        )


def run_import(rows: int) -> dict[str, float]:
    """Seconds of a first and of a second import of that many rows, and the peak of memory in MB; in this process."""
    from domain.rows.imports import Fate
    from domain.usecases.imports import import_partners
    from domain.workspace import Workspace

    with TemporaryDirectory() as folder:
        source = Path(folder) / "partners.csv"
        with source.open("w", encoding="utf-8") as stream:
            stream.writelines(table(rows))
        with Workspace.create(
            Path(folder) / "bench.landauf", clock=lambda: datetime.now(UTC), author="", device=""
        ) as workspace:
            seconds = []
            for fate in (Fate.new, Fate.unchanged):
                begin = perf_counter()
                report = workspace.run("Import", import_partners, source)
                seconds.append(perf_counter() - begin)
                if report.count(fate) != rows:
                    raise AssertionError((fate, report.count(fate)))
    return {"first": seconds[0], "again": seconds[1], "megabytes": peak()}


def peak() -> float:
    """The most memory this process ever had, in MB (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def measure() -> list[Row]:
    """Issue 2, section 5: 901 rows in 3 s; 100,000 rows in 60 s and 400 MB."""
    few, many = (apart(rows) for rows in (SCHOOLS, MANY))
    return [
        Row("import of 901 partners", few["first"], 3.0, "s", note=f"again {few['again']:.2f} s"),
        Row("import of 100,000 partners", many["first"], 60.0, "s", note=f"again {many['again']:.1f} s"),
        Row("memory of importing 100,000 partners", many["megabytes"], 400.0, "MB", note="peak of the whole process"),
    ]


def apart(rows: int) -> dict[str, float]:
    """`run_import` in a fresh process, so that its memory is its own."""
    code = f"import json; from tests.bench.bench_import import run_import; print(json.dumps(run_import({rows})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found

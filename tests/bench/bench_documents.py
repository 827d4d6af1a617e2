"""Documents: CPU and memory of a process with only the kit, and a briefing beside fpdf2 and WeasyPrint if installed.

Every case of `CASES` is a line of the table; its rows are made here and handed over, as the program does, so that the
process that draws holds nothing but the kit. Each engine runs in a process of its own. Peers may live in an environment
of their own: `LANDAUF_PEERS` names its Python; without it this one is asked. They set the same amount of text,
untagged in fpdf2.
"""

import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from domain.rows.guests import Guest
from domain.terms import PaperLook
from tests.bench.table import Row
from tests.domain.documents import samples

ROOT = Path(__file__).resolve().parents[2]
ROUNDS, WARM_UP = 60, 5


@dataclass(frozen=True, slots=True)
class Case:
    """A document with its bar: `make` gives what it is made from, `limit` is the CPU of one in milliseconds."""

    label: str
    document: str
    make: Callable[[], object]
    limit: float
    look: PaperLook = PaperLook.normal
    rounds: int = ROUNDS


def _badges() -> object:
    people = tuple(Guest(f"Erika {number} Beispiel", f"Ordnungsamt {number % 40}") for number in range(500))
    return samples.name_badges(names=people)


CASES = (
    Case("tagged two-page briefing, warm, CPU", "briefing", samples.briefing, 30),
    Case("the same in large print", "briefing", samples.briefing, 45, PaperLook.large, 20),
    Case("tour sheet with map, code and seven stops", "tour_sheet", samples.tour_sheet, 45, rounds=20),
    Case(
        "answer to parliament, 23 schools in eight columns",
        "parliament_answer",
        samples.parliament_answer,
        90,
        rounds=8,
    ),
    Case("500 name badges on 50 pages", "name_badges", _badges, 2000, rounds=5),
)
"""What is measured; the first case is the one that memory, a hundred at once and the peers are judged by."""

OWN = """
import json, pickle, re, statistics, sys, time
from pathlib import Path
from domain.documents import render
from domain.documents.kit.theme import theme_of
from domain.i18n import language
from domain.terms import PaperLook
data, german = pickle.loads(Path({rows!r}).read_bytes()), language("de")
def run():
    return render({document!r}, data, german, theme=theme_of(PaperLook({look!r})))
"""

FPDF = """
import json, re, statistics, sys, time
from fpdf import FPDF
text = {text!r}
def run():
    pdf = FPDF(format="A4")
    pdf.add_font("Plex", "", {regular!r})
    pdf.add_font("Plex", "B", {bold!r})
    pdf.add_page()
    for line in text:
        pdf.set_font("Plex", "B" if line.startswith("#") else "", 13 if line.startswith("#") else 9.5)
        pdf.multi_cell(0, 5, line.lstrip("#"), new_x="LMARGIN", new_y="NEXT")
    with pdf.table() as table:
        for number in range(12):
            row = table.row()
            for cell in ("12.11.2026", "Bürgerdialog Innenstadt", "Bürgerdialog", "nachbereitet"):
                row.cell(cell)
    return bytes(pdf.output())
"""

WEASYPRINT = """
import json, re, statistics, sys, time
from weasyprint import HTML
text = {text!r}
def run():
    body = "".join(f"<h2>{{line[1:]}}</h2>" if line.startswith("#") else f"<p>{{line}}</p>" for line in text)
    row = ("12.11.2026", "Bürgerdialog Innenstadt", "Bürgerdialog", "nachbereitet")
    cells = "<tr>" + "".join(f"<td>{{cell}}</td>" for cell in row) + "</tr>"
    page = f"<html lang='de'><title>Briefing</title><h1>Briefing</h1>{{body}}<table>{{cells * 12}}</table></html>"
    return HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
"""

MEASURE = """
first = time.process_time(); run(); first = time.process_time() - first
for _ in range({warm_up}): run()
times = []
for _ in range({rounds}):
    start = time.process_time(); made = run(); times.append(time.process_time() - start)
# ru_maxrss would be that of the process this one was started from, if that is larger.
peak = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())
print(json.dumps({{"ms": statistics.median(times) * 1000, "first": first * 1000, "bytes": len(made),
    "mb": int(peak[1]) / 1024}}))
"""


def measure() -> list[Row]:
    """The bars of every case, and how the briefing stands to its peers."""
    measured = [_own(case) for case in CASES]
    rows = [
        Row(case.label, found["ms"], case.limit, "ms", note=f"median of {case.rounds}, {found['bytes'] / 1024:.0f} kB")
        for case, found in zip(CASES, measured, strict=True)
    ]
    own = measured[0]
    rows += [
        Row("process with only the document kit", own["mb"], 80, "MB", note="largest resident size"),
        Row("100 briefings, CPU", own["ms"] / 10, 4, "s", note=f"the first one: {own['first']:.0f} ms"),
    ]
    peers = os.environ.get("LANDAUF_PEERS", sys.executable)
    for name, program, rounds in (("fpdf2 (untagged)", FPDF, ROUNDS), ("WeasyPrint (ua-1)", WEASYPRINT, 5)):
        peer = _measured(peers, program, rounds, _peer_text())
        if peer is None:
            print(f"{name}: not installed", file=sys.stderr)
        else:
            label = f"briefing / {name}"
            note = f"{peer['ms']:.0f} ms, {peer['mb']:.0f} MB, {peer['bytes'] / 1024:.0f} kB"
            rows.append(Row(label, own["ms"] / peer["ms"], 1, "×", note=note))
    return rows


def _own(case: Case) -> dict[str, float]:
    """What a document costs in a process that gets its rows and knows nothing of the store."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows"
        path.write_bytes(pickle.dumps(case.make()))
        known = {"rows": str(path), "document": case.document, "look": case.look.value}
        found = _measured(sys.executable, OWN, case.rounds, known)
    if found is None:
        raise RuntimeError("the kit itself could not be measured")
    return found


def _peer_text() -> dict[str, object]:
    fonts = ROOT / "resources" / "fonts"
    return {
        "text": _text(),
        "regular": str(fonts / "IBMPlexSans-Regular.ttf"),
        "bold": str(fonts / "IBMPlexSans-SemiBold.ttf"),
    }


def _measured(python: str, program: str, rounds: int, known: Mapping[str, object]) -> dict[str, float] | None:
    """What the program's `run` costs; None if what it needs is not installed."""
    script = program.format(**known) + MEASURE.format(rounds=rounds, warm_up=min(WARM_UP, rounds))
    done = subprocess.run([python, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode and "ModuleNotFoundError" in done.stderr:
        return None
    if done.returncode:
        raise RuntimeError(done.stderr)
    return dict(json.loads(done.stdout))


def _text() -> list[str]:
    """About as much text as the briefing has."""
    data = samples.briefing()
    inner = data.event.internal
    notes = [] if inner is None else [inner.notes, inner.security_remarks]
    sections = [data.event.text, data.event.agenda, *notes, data.arrival, "\n".join(["Name – Rolle"] * 12)]
    return [line for number, text in enumerate(sections) for line in (f"#Abschnitt {number}", *text.split("\n"))]

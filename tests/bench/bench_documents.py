"""A tagged two-page briefing: CPU and memory of a process with only the kit, beside fpdf2 and WeasyPrint if installed.

Each engine runs in a process of its own. Peers may live in an environment of their own: `LANDAUF_PEERS` names its
Python; without it this one is asked. They set the same amount of text, untagged in fpdf2.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.bench.table import Row

ROOT = Path(__file__).resolve().parents[2]
ROUNDS, WARM_UP = 60, 5

OWN = """
import json, resource, statistics, sys, time
from domain.documents import render
from domain.i18n import language
from tests.domain.documents.samples import briefing
data, german = briefing(office=briefing().office), language("de")
def run():
    return render("briefing", data, german)
"""

FPDF = """
import json, resource, statistics, sys, time
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
import json, resource, statistics, sys, time
from weasyprint import HTML
text = {text!r}
def run():
    body = "".join(f"<h2>{{line[1:]}}</h2>" if line.startswith("#") else f"<p>{{line}}</p>" for line in text)
    row = ("12.11.2026", "Bürgerdialog Innenstadt", "Bürgerdialog", "nachbereitet")
    cells = "<tr>" + "".join(f"<td>{{cell}}</td>" for cell in row) + "</tr>"
    page = f"<html lang='de'><title>Briefing</title><h1>Briefing</h1>{{body}}<table>{{cells * 12}}</table></html>"
    return HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
"""

BADGES = """
import json, resource, statistics, sys, time
from domain.documents import render
from domain.i18n import language
from domain.rows.guests import Guest
from tests.domain.documents.samples import name_badges
people = tuple(Guest(f"Erika {{number}} Beispiel", f"Ordnungsamt {{number % 40}}") for number in range(500))
data, german = name_badges(names=people), language("de")
def run():
    return render("name_badges", data, german)
"""

MEASURE = """
first = time.process_time(); run(); first = time.process_time() - first
for _ in range({warm_up}): run()
times = []
for _ in range({rounds}):
    start = time.process_time(); made = run(); times.append(time.process_time() - start)
print(json.dumps({{"ms": statistics.median(times) * 1000, "first": first * 1000, "bytes": len(made),
    "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}}))
"""


def measure() -> list[Row]:
    """The briefing's bars, and how it stands to its peers."""
    own = _measured(sys.executable, OWN)
    if own is None:
        raise RuntimeError("the kit itself could not be measured")
    size = f"{own['bytes'] / 1024:.0f} kB"
    rows = [
        Row("tagged two-page briefing, warm, CPU", own["ms"], 30, "ms", note=f"median of {ROUNDS}, {size}"),
        Row("process with only the document kit", own["mb"], 80, "MB", note="largest resident size"),
        Row("100 briefings, CPU", own["ms"] / 10, 4, "s", note=f"the first one: {own['first']:.0f} ms"),
    ]
    badges = _measured(sys.executable, BADGES, 5)
    if badges is not None:
        note = f"{badges['bytes'] / 1024:.0f} kB, 50 pages"
        rows.append(Row("500 name badges, CPU", badges["ms"] / 1000, 2, "s", note=note))
    peers = os.environ.get("LANDAUF_PEERS", sys.executable)
    for name, program, rounds in (("fpdf2 (untagged)", FPDF, ROUNDS), ("WeasyPrint (ua-1)", WEASYPRINT, 5)):
        peer = _measured(peers, program, rounds)
        if peer is None:
            print(f"{name}: not installed", file=sys.stderr)
        else:
            label = f"briefing / {name}"
            note = f"{peer['ms']:.0f} ms, {peer['mb']:.0f} MB, {peer['bytes'] / 1024:.0f} kB"
            rows.append(Row(label, own["ms"] / peer["ms"], 1, "×", note=note))
    return rows


def _measured(python: str, program: str, rounds: int = ROUNDS) -> dict[str, float] | None:
    """What the program's `run` costs; None if what it needs is not installed."""
    fonts = ROOT / "resources" / "fonts"
    known = {
        "text": _text(),
        "regular": str(fonts / "IBMPlexSans-Regular.ttf"),
        "bold": str(fonts / "IBMPlexSans-SemiBold.ttf"),
    }
    filled = program.format(**known) if program is not OWN else program
    script = filled + MEASURE.format(rounds=rounds, warm_up=min(WARM_UP, rounds))
    done = subprocess.run([python, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode and "ModuleNotFoundError" in done.stderr:
        return None
    if done.returncode:
        raise RuntimeError(done.stderr)
    return dict(json.loads(done.stdout))


def _text() -> list[str]:
    """About as much text as the briefing has."""
    from tests.domain.documents.samples import briefing

    data = briefing()
    inner = data.event.internal
    notes = [] if inner is None else [inner.notes, inner.security_remarks]
    sections = [data.event.text, data.event.agenda, *notes, data.arrival, "\n".join(["Name – Rolle"] * 12)]
    return [line for number, text in enumerate(sections) for line in (f"#Abschnitt {number}", *text.split("\n"))]

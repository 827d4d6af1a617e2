"""What the self-test does through the command line: files, imports, plans, prints, exports."""

import contextlib
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from domain.cli import event_exports, exports
from domain.cli.main import main as command_line
from domain.i18n import AVAILABLE, N_
from gui.self_test.check import BLANK, Check, expect

WORKSPACE = "landauf-beispiel.landauf"
ENDINGS = ("ics", "xlsx", "csv", "json", "html", "vcf", "gpx", "geojson", "md", "txt")
PASSPHRASE = "Selbsttest-Kennwort"  # noqa: S105 - of a file that is deleted again at once
_PARTNERS = "Name;Art;Straße;PLZ;Ort\r\nGrundschule Am Anger;Grundschule;Anger 1;06366;Köthen (Anhalt)\r\n"
_EVENTS = "Titel;Datum;Beginn;Ende;Art;Gemeinde\r\nMarkttag;03.05.2027;09:00;12:00;Infostand;Köthen (Anhalt)\r\n"
_CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Landauf//self-test//DE\r\nBEGIN:VEVENT\r\nUID:self-test@landauf\r\n"
    "DTSTAMP:20270101T000000Z\r\nDTSTART:20270504T070000Z\r\nDTEND:20270504T090000Z\r\nSUMMARY:Besprechung\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)
_FAILED = N_("landauf {command} ended with {code}: {reason}")
_PROBLEM = {
    "name": "Selbsttest",
    "days": [{"day": 0, "date": "2027-03-01"}, {"day": 1, "date": "2027-03-02"}],
    "vehicles": [
        {
            "id": "V0", "equipment": [], "depot": 0, "open": 390, "close": 1140, "max_work": 600, "max_drive": 240,
            "days": [0, 1],
        }
    ],
    "stops": [
        {
            "id": f"S{number}", "town": "Köthen", "district": "ABI", "place": number, "kind": "school", "duration": 120,
            "prize": 900, "priority": 2, "need": [], "windows": [[0, 450, 1000], [1, 450, 1000]], "crew": None,
        }
        for number in (1, 2)
    ],
    "places": [[52.1306, 11.6289], [51.7519, 11.9709], [52.605, 11.8594]],
    "minutes": [[0, 64, 73], [64, 0, 124], [73, 124, 0]],
    "day_cost": 40,
    "fixed": [],
}  # fmt: skip


def call(*arguments: object, typed: str = "") -> str:
    """What a command prints.

    Raises:
        FailedCheckError: it ended with another code than 0.
    """
    code, said, complaint = _called(*arguments, typed=typed)
    expect(code == 0, _FAILED, command=arguments[0], code=code, reason=complaint.strip() or said[-200:])
    return said


def _called(*arguments: object, typed: str = "") -> tuple[int, str, str]:
    said, complaint = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(complaint), _typing(typed):
        code = command_line([str(argument) for argument in arguments])
    return code, said.getvalue(), complaint.getvalue()


@contextlib.contextmanager
def _typing(text: str) -> Iterator[None]:
    before, sys.stdin = sys.stdin, io.StringIO(text)
    try:
        yield
    finally:
        sys.stdin = before


def _plain_file(folder: Path) -> str:
    file = folder / "offen.landauf"
    call("init", "--file", file)
    call("check", "--file", file)
    return _imported(folder, "--file", file)


def _encrypted_file(folder: Path) -> str:
    file, typed = folder / "verschlüsselt.landauf", f"{PASSPHRASE}\n"
    call("init", "--file", file, "--encrypt", "--passphrase-stdin", typed=typed)
    expect(not file.read_bytes().startswith(b"SQLite format 3"), N_("The encrypted file is not encrypted."))
    call("check", "--file", file, "--passphrase-stdin", typed=typed)
    code, _said, _complaint = _called("info", "--file", file, "--passphrase-stdin", typed="falsch\n")
    expect(code == 1, N_("The encrypted file opens with a wrong passphrase."))
    return ""


def _imported(folder: Path, *where: object) -> str:
    table = folder / "partner.csv"
    table.write_text(_PARTNERS, "utf-8-sig")
    report = json.loads(call("import", "partners", table, "--json", *where))
    expect(report["new"] == 1 and not report["refused"], N_("The import took {new} of 1."), new=report["new"])
    events, calendar = folder / "termine.csv", folder / "kalender.ics"
    events.write_text(_EVENTS, "utf-8-sig")
    calendar.write_text(_CALENDAR, "utf-8", newline="")
    for what, source in (("events", events), ("calendar", calendar)):
        report = json.loads(call("import", what, source, "--json", *where))
        expect(report["new"] == 1, N_("The import took {new} of 1."), new=report["new"])
    return "3"


def _sample(folder: Path) -> str:
    said = call("demo", "--out", folder / "demo").splitlines()
    return str(len(said))


def _plan(folder: Path) -> str:
    problem, plan = folder / "problem.json", folder / "plan.json"
    problem.write_text(json.dumps(_PROBLEM), "utf-8")
    costs = {}
    for engine in ("exact", "search"):
        call("optimise", problem, plan, "--engine", engine, "--seconds", 2)
        made = json.loads(plan.read_text("utf-8"))
        expect(
            made["engine"] == engine and not made["unplanned"], N_("The engine {engine} left stops out."), engine=engine
        )
        costs[engine] = made["cost"]
    expect(costs["exact"] <= costs["search"], N_("The exact engine is worse than the search."))
    return ", ".join(f"{engine} {cost}" for engine, cost in costs.items())


def _documents(folder: Path) -> str:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # the package brings no types

    file, out = folder / "demo" / WORKSPACE, folder / "dokument.pdf"
    documents = json.loads(call("list", "documents", "--json", "--file", file))
    pages = 0
    for document in documents:
        call("print", document["name"], out, *document["example"], "--file", file)
        pdf = PdfDocument(out.read_bytes())
        expect(len(pdf), BLANK, name=document["name"])
        pages += len(pdf)
        pdf.close()
    return f"{len(documents) + _manuals(out)} / {pages}"


def _manuals(out: Path) -> int:
    """Print the manual in every language; how many there are."""
    for code in AVAILABLE:
        call("manual", out, "--language", code)
        expect(out.read_bytes().startswith(b"%PDF"), BLANK, name="manual")
    return len(AVAILABLE)


def _exports(folder: Path) -> str:
    kinds = [what for what in exports.KINDS if what not in event_exports.KINDS]
    written = [_written(folder, what, ending) for what in kinds for ending in ENDINGS]
    for what in kinds:
        expect(any(what == name for name, _file in filter(None, written)), N_("No format of {what} works."), what=what)
    call("publish", "--folder", _made(folder / "web"), "--file", folder / "demo" / WORKSPACE)
    expect((folder / "web" / "oeffentlich" / "alle.ics").stat().st_size, BLANK, name="alle.ics")
    return str(len(list(filter(None, written))))


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _written(folder: Path, what: str, ending: str) -> tuple[str, Path] | None:
    """The file, None if the command line says that there is no such format or that something must be named first."""
    file, out = folder / "demo" / WORKSPACE, folder / f"{what}.{ending}"
    period = ("--from", "2027-01-01", "--to", "2027-12-31")
    asked = {"annual_report": ("--year", "2027"), "parliament": period, "analysis": period, "handout": _edition(file)}
    code, said, complaint = _called("export", what, out, "--audience", "internal", "--file", file, *asked.get(what, ()))
    expect(code in {0, 2}, _FAILED, command=f"export {what} .{ending}", code=code, reason=complaint or said)
    return (what, out) if code == 0 and out.exists() else None


def _edition(file: Path) -> tuple[str, ...]:
    editions = json.loads(call("list", "handouts", "--json", "--file", file))
    first = next((edition["id"] for edition in editions if "id" in edition), None)
    return ("--edition", first) if first else ()


CHECKS = (
    Check(N_("Plain file: create, check, import"), _plain_file),
    Check(N_("Encrypted file: create, check, wrong passphrase"), _encrypted_file),
    Check(N_("Sample workspace with its files"), _sample),
    Check(N_("Planning with both engines"), _plan),
    Check(N_("Every document as PDF"), _documents),
    Check(N_("Every export in every format"), _exports),
)

"""The manual page landauf(1) out of the command line's own help: python -m scripts.man_page LANGUAGE."""

import os
import sys
from datetime import date

from domain import __version__
from domain.cli.parser import parser, subcommands
from domain.i18n import language

_WIDTH = "79"
_WORDS = {
    "en": {
        "title": "User Commands",
        "name": ("NAME", "plan tours, citizen dialogues and lectures of prevention work"),
        "description": "DESCRIPTION",
        "commands": "COMMANDS",
        "exit": (
            "EXIT STATUS",
            (("0", "done"), ("1", "refused, with one line that says why"), ("2", "wrong usage"), ("130", "broken off")),
        ),
        "files": ("FILES", "The workspace; copies of it by day lie in the folder backups beside it."),
        "test": "Opens, imports, plans, prints, exports and paints everything once and tells of each how it went.",
    },
    "de": {
        "title": "Benutzerkommandos",
        "name": ("BEZEICHNUNG", "Touren, Bürgerdialoge und Vorträge der Präventionsarbeit planen"),
        "description": "BESCHREIBUNG",
        "commands": "BEFEHLE",
        "exit": (
            "EXIT-STATUS",
            (
                ("0", "erledigt"),
                ("1", "abgelehnt, mit einer Zeile, die sagt, warum"),
                ("2", "falscher Aufruf"),
                ("130", "abgebrochen"),
            ),
        ),
        "files": ("DATEIEN", "Die Arbeitsdatei; Tagessicherungen liegen daneben im Ordner backups."),
        "test": "Öffnet, importiert, plant, druckt, exportiert und zeichnet alles einmal und sagt, wie es ausging.",
    },
}


def page(code: str, day: date) -> str:
    """The page in a language (de or en) as roff, dated `day`."""
    os.environ["COLUMNS"] = _WIDTH  # argparse breaks its lines for the width of the terminal
    tongue = language(code)
    words = _WORDS[code]
    name, summary = words["name"]
    exit_head, codes = words["exit"]
    files_head, files_text = words["files"]
    lines = [
        f'.TH LANDAUF 1 "{day.isoformat()}" "Landauf {__version__}" "{words["title"]}"',
        f'.SH "{name}"',
        rf"landauf \- {_escaped(summary)}",
        f'.SH "{words["description"]}"',
        *_verbatim(parser(tongue).format_help()),
        f'.SH "{words["commands"]}"',
    ]
    for command, made in subcommands(tongue).items():
        lines += [f'.SS "landauf {_escaped(command)}"', *_verbatim(made.format_help())]
    lines += [r'.SS "landauf self\-test"', _escaped(str(words["test"])), f'.SH "{exit_head}"']
    for value, meaning in codes:
        lines += [".TP", rf"\fB{value}\fR", _escaped(meaning)]
    lines += [f'.SH "{files_head}"', ".TP", r"\fI*.landauf\fR", _escaped(files_text)]
    return "\n".join(lines) + "\n"


def _verbatim(text: str) -> list[str]:
    return [".nf", *map(_escaped, text.strip().splitlines()), ".fi"]


def _escaped(line: str) -> str:
    """A line of text that roff takes as text: no escapes, no requests, minus signs that can be copied."""
    plain = line.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{plain}" if plain.startswith((".", "'")) else plain


if __name__ == "__main__":
    sys.stdout.write(page(sys.argv[1], date.fromisoformat(sys.argv[2])))

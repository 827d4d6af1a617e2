"""The schools of the state in December 2016 (jedeschule.de, CC0); numbers and net addresses are stand-ins.

Equal stand-ins stand for equal originals: which schools share a telephone or website is as it was.
"""

import csv
import random
from dataclasses import replace
from functools import cache
from pathlib import Path
from uuid import UUID

from domain.exchange.words import institution
from domain.rows.duplicates import Profile

TABLE = Path(__file__).parent / "schools.csv"


@cache
def schools():
    """All 901 rows as profiles."""
    with TABLE.open(encoding="utf-8", newline="") as text:
        return tuple(_profile(number, row) for number, row in enumerate(csv.DictReader(text), 1))


def _profile(number, row):
    kind = institution(row["type"])
    return Profile(
        UUID(int=number),
        row["name"],
        kind.category,
        kind.schulform,
        row["street"],
        row["postcode"],
        row["town"],
        row["ags"],
        row["phone"],
        "",
        row["website"],
    )


def mistyped(text, rng):
    """One letter left out, added, changed or swapped, not at either end."""
    at, slip = rng.randrange(1, len(text) - 1), rng.randrange(4)
    letter = rng.choice("enrist")
    if slip == 0:
        return text[:at] + text[at + 1 :]
    if slip == 1:
        return text[:at] + letter + text[at:]
    if slip == 2:
        return text[:at] + letter + text[at + 1 :]
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


SHORT = (
    ("Grundschule", "GS"),
    ("Sekundarschule", "Sek."),
    ("Gymnasium", "Gym."),
    ("Gemeinschaftsschule", "GMS"),
    ("Berufsbildende Schulen", "BbS"),
    ("Förderschule", "FöS"),
    ("straße", "str."),
    ("Straße", "Str."),
)


def shortened(text):
    """With the abbreviations people use."""
    for long, short in SHORT:
        text = text.replace(long, short)
    return text


def moved(name):
    """The first word last, without quotes."""
    first, *rest = name.replace('"', "").split()
    return " ".join([*rest, first])


def written_out(text):
    """Umlauts as on a keyboard without them."""
    for letter, pair in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        text = text.replace(letter, pair)
    return text


def every_change(rng):
    """Ways in which a second record differs, by name: each takes a profile and gives another."""
    return {
        "mistyped": lambda p: replace(p, name=mistyped(p.name, rng)),
        "abbreviated": lambda p: replace(p, name=shortened(p.name), street=shortened(p.street)),
        "words moved": lambda p: replace(p, name=moved(p.name)),
        "without umlauts": lambda p: replace(p, name=written_out(p.name), street=written_out(p.street)),
        "with the town": lambda p: replace(p, name=f"{p.name}, {p.town}"),
        "in capitals": lambda p: replace(p, name=p.name.upper(), street=p.street.upper()),
        "only name and town": lambda p: Profile(None, p.name, town=p.town),
        "only name and postcode": lambda p: Profile(None, p.name, postcode=p.postcode),
        "without school type": lambda p: replace(p, schulform=None),
        "postcode mistyped": lambda p: replace(p, postcode=mistyped(p.postcode, rng)),
        "several": lambda p: replace(p, name=mistyped(shortened(moved(p.name)), rng), phone=""),
    }


def doubled(change, offset=10_000):
    """Every school a second time, changed: the profiles, and the pairs that are true."""
    first = schools()
    second = [replace(change(p), id=UUID(int=p.id.int + offset)) for p in first]
    return [*first, *second], {frozenset((p.id, q.id)) for p, q in zip(first, second, strict=True)}


def figures(profiles, true):
    """Recall and precision of the pairs found; whatever is found of the one true pair in the original is left out."""
    from domain.rules.duplicates import DuplicateBook

    known = [p.id.int for p in schools() if p.name == "Freie Ganztagsschule Neinstedt"]
    found = {
        frozenset((pair.first.id, pair.second.id))
        for pair in DuplicateBook(profiles).pairs
        if not {pair.first.id.int % 10_000, pair.second.id.int % 10_000} <= set(known)
    }
    wanted = {pair for pair in true if not {each.int % 10_000 for each in pair} & set(known)}
    return len(found & wanted) / len(wanted), len(found & wanted) / max(1, len(found))


def main():
    """Print recall and precision of every change."""
    for name, change in every_change(random.Random(5)).items():
        recall, precision = figures(*doubled(change))
        print(f"{name:24} recall {recall:.3f}  precision {precision:.3f}")


if __name__ == "__main__":
    main()

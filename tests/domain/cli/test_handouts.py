"""Handouts on the command line: listed, exported, imported again, the supplied texts."""

import json

FILE = """---
key: probe
title: Probe
lead: Ein Vorspann.
topic: Netz
language: de
version: 1
author: Kühne
valid_until: 2028-12-31
---

## Eins

Text.
"""


def test_a_file_goes_in_is_listed_printed_and_comes_out_the_same(made, tmp_path):
    source, out = tmp_path / "probe.md", tmp_path / "out.md"
    source.write_text(FILE, encoding="utf-8")
    assert made("import", "handout", source, "--dry-run", "--json").json["new"] == 1
    assert made("list", "handouts", "--json").json == []
    assert made("import", "handout", source, "--json").json["new"] == 1
    (row,) = made("list", "handouts", "--json").json
    told = (row["handout"], row["language"], row["title"], row["version"], row["valid_until"], row["state"])
    assert told == ("probe", "de", "Probe", 1, "2028-12-31", "valid")
    assert made("export", "handout", out, "--edition", row["id"]).code == 0
    assert out.read_text(encoding="utf-8") == FILE.replace("topic: Netz", "topic:")
    assert made("import", "handout", out, "--json").json["unchanged"] == 1
    pdf = tmp_path / "out.pdf"
    assert made("print", "handout", pdf, "--edition", row["id"]).code == 0
    assert pdf.read_bytes().startswith(b"%PDF")


def test_what_cannot_be_taken_is_refused_in_one_line(made, tmp_path):
    source = tmp_path / "kein.md"
    source.write_text("Nur Text.", encoding="utf-8")
    for arguments in (("import", "handout", source), ("import", "handout", tmp_path / "fehlt.md")):
        answer = made(*arguments)
        assert answer.code == 1
        assert answer.err.count("\n") == 1
    assert made("import", "handout").code == 2
    assert made("export", "handout", tmp_path / "x.md").code == 2
    assert made("export", "handout", tmp_path / "x.md", "--edition", "7").code == 1
    assert made("print", "handout", tmp_path / "x.pdf").code == 2


def test_supplied_texts_are_put_in_once(made):
    first = made("import", "handout", "--stock", "--json")
    assert first.code == 0
    again = made("import", "handout", "--stock", "--json").json
    assert (again["new"], again["unchanged"]) == (0, json.loads(first.out)["rows"])

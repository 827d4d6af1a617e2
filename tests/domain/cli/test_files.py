"""init, info, check, backup, restore, rekey: what they do to the file, what they say, how they end."""

from pathlib import Path

import pytest

from domain.surroundings import usual_file


def test_init_makes_an_empty_workspace(landauf, tmp_path):
    answer = landauf("init")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == f"Angelegt: {tmp_path / 'a.landauf'}\n"
    assert (tmp_path / "a.landauf").is_file()


def test_init_never_touches_a_file_that_is_there(made, tmp_path):
    before = (tmp_path / "a.landauf").read_bytes()
    answer = made("init")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1
    assert (tmp_path / "a.landauf").read_bytes() == before


def test_init_makes_the_folder_it_needs(landauf, tmp_path):
    assert landauf("init", file=tmp_path / "neu" / "tief" / "b.landauf").code == 0


def test_info_counts_what_is_there(made, tmp_path):
    table = tmp_path / "p.csv"
    table.write_text("Name\nSchule A\nSchule B\n", encoding="utf-8")
    made("import", "partners", table)
    answer = made("info", "--json")
    assert answer.code == 0
    assert answer.json == {
        "file": str(tmp_path / "a.landauf"),
        "bytes": (tmp_path / "a.landauf").stat().st_size,
        "encrypted": False,
        "events": 0,
        "partners": 2,
        "open_requests": 0,
    }
    lines = made("info").out.splitlines()
    assert "Partner: 2" in lines
    assert "Verschlüsselt: nein" in lines


def test_check_finds_a_sound_file_sound(made):
    answer = made("check", "--json")
    assert (answer.code, answer.json) == (0, {"ok": True, "findings": []})
    assert made("check").out.count("\n") == 1


def test_check_names_what_is_wrong_and_ends_with_one(made, tmp_path):
    from domain.store.connection import connect

    raw = connect(tmp_path / "a.landauf")
    raw.execute("INSERT INTO search_word (rowid, fold) VALUES (7, 'nirgends')")
    raw.close()
    answer = made("check", "--json")
    assert answer.code == 1
    assert answer.json["ok"] is False
    assert answer.json["findings"]
    assert answer.err.count("\n") == 1


def test_a_backup_brings_the_workspace_back(made, tmp_path):
    table = tmp_path / "p.csv"
    table.write_text("Name\nSchule A\n", encoding="utf-8")
    made("import", "partners", table)
    copy = tmp_path / "copy.landauf-backup"
    assert made("backup", copy).code == 0
    table.write_text("Name\nSchule B\n", encoding="utf-8")
    made("import", "partners", table)
    answer = made("restore", copy)
    assert (answer.code, answer.err) == (0, "")
    assert [row["name"] for row in made("list", "partners", "--json").json] == ["Schule A"]


def test_a_backup_never_overwrites_a_file(made, tmp_path):
    out = tmp_path / "wichtig.landauf-backup"
    out.write_text("wichtig")
    answer = made("backup", out)
    assert answer.code == 1
    assert "wichtig.landauf-backup" in answer.err
    assert out.read_text() == "wichtig"


@pytest.mark.parametrize("content", [None, b"", b"Kein Landauf. " * 400])
def test_restore_refuses_what_is_no_backup_and_leaves_the_file(made, tmp_path, content):
    table = tmp_path / "p.csv"
    table.write_text("Name\nSchule A\n", encoding="utf-8")
    made("import", "partners", table)
    source = tmp_path / "falsch.landauf-backup"
    if content is not None:
        source.write_bytes(content)
    answer = made("restore", source)
    assert answer.code == 1
    assert "falsch.landauf-backup" in answer.err
    assert len(made("list", "partners", "--json").json) == 1


def test_an_encrypted_workspace_opens_with_its_passphrase_only(landauf, says):
    says("Geheimnis 1")
    assert landauf("init", "--encrypt", "--passphrase-stdin").code == 0
    says("Geheimnis 1")
    answer = landauf("info", "--json", "--passphrase-stdin")
    assert (answer.code, answer.json["encrypted"]) == (0, True)
    says("falsch")
    answer = landauf("info", "--passphrase-stdin")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1
    assert "Geheimnis" not in answer.err


def test_an_encrypted_workspace_asks_for_a_passphrase_where_nobody_is(landauf, says):
    says("Geheimnis 1")
    landauf("init", "--encrypt", "--passphrase-stdin")
    says()
    answer = landauf("info")
    assert answer.code == 2
    assert "--passphrase-stdin" in answer.err


def test_an_empty_passphrase_is_none(landauf, says, tmp_path):
    says("")
    answer = landauf("init", "--encrypt", "--passphrase-stdin")
    assert answer.code == 2
    assert not (tmp_path / "a.landauf").exists()


def test_rekey_takes_the_old_and_the_new_passphrase(landauf, says):
    says("alt")
    landauf("init", "--encrypt", "--passphrase-stdin")
    says("alt", "neu")
    assert landauf("rekey", "--passphrase-stdin").code == 0
    says("alt")
    assert landauf("info", "--passphrase-stdin").code == 1
    says("neu")
    assert landauf("info", "--passphrase-stdin").code == 0


def test_a_file_without_a_passphrase_gets_none_by_rekey(made, says):
    says("neu")
    answer = made("rekey", "--passphrase-stdin")
    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert made("info").code == 0


@pytest.mark.parametrize(
    "command",
    [
        ("info",),
        ("check",),
        ("backup", "out.landauf-backup"),
        ("restore", "in.landauf-backup"),
        ("rekey",),
        ("import", "partners", "p.csv"),
        ("list", "events"),
        ("export", "calendar", "o.ics"),
        ("print", "briefing", "o.pdf", "--event", "2027-0001"),
    ],
)
def test_a_workspace_that_is_not_there_is_named_with_the_way_out(landauf, tmp_path, command):
    (tmp_path / "in.landauf-backup").write_bytes(b"x")
    command = [str(tmp_path / part) if "." in part else part for part in command]
    answer = landauf(*command, file=tmp_path / "fehlt.landauf")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1
    assert "fehlt.landauf" in answer.err
    assert "landauf init" in answer.err
    assert not (tmp_path / "fehlt.landauf").exists()


def test_a_folder_is_no_workspace(landauf, tmp_path):
    answer = landauf("info", file=tmp_path)
    assert (answer.code, answer.err.count("\n")) == (1, 1)


def test_the_usual_file_lies_in_the_data_folder_of_the_person(landauf, private_home):
    assert landauf("init", file=None).code == 0
    assert usual_file() == private_home / ".local" / "share" / "landauf" / "landauf.landauf"
    assert usual_file().is_file()
    assert landauf("info", "--json", file=None).json["file"] == str(usual_file())


def test_the_data_folder_can_lie_elsewhere(landauf, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "daten"))
    landauf("init", file=None)
    assert (tmp_path / "daten" / "landauf" / "landauf.landauf").is_file()


@pytest.mark.parametrize(
    ("system", "variables", "folder"),
    [
        ("win32", {"APPDATA": "/c/Roaming"}, "/c/Roaming"),
        ("darwin", {}, "{home}/Library/Application Support"),
        ("linux", {"XDG_DATA_HOME": ""}, "{home}/.local/share"),
    ],
)
def test_each_system_has_its_data_folder(monkeypatch, system, variables, folder):
    monkeypatch.setattr("sys.platform", system)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert usual_file() == Path(folder.format(home=Path.home())) / "landauf" / "landauf.landauf"


def test_steps_bear_the_fixed_clock(made, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    table = tmp_path / "r.csv"
    table.write_text("Anfragende Stelle;Art;PLZ\nVerein;Vortrag;06366\n", encoding="utf-8")
    made("import", "requests", table)
    from domain.store.journal import undo_state
    from domain.store.open_file import OpenFile

    file = OpenFile(tmp_path / "a.landauf", None)
    step = file.glance(undo_state).undo
    file.close()
    assert step.at.timestamp() == 1_800_000_000
    assert (step.msgid, step.params) == ("Import requests from {file}", (("file", "r.csv"),))


@pytest.mark.parametrize("value", ["gestern", "1e9", "12.5"])
def test_a_clock_that_is_no_number_is_wrong_usage(landauf, monkeypatch, value):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    answer = landauf("info")
    assert answer.code == 2
    assert value in answer.err

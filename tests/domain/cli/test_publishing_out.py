"""landauf publish, outlet and list outlets: what they write, say and refuse."""

import pytest


@pytest.fixture
def place(tmp_path):
    made = tmp_path / "web"
    made.mkdir()
    return made


def test_an_outlet_is_entered_published_listed_and_removed(filled, place):
    assert filled("outlet", "add", "Ordner", "--folder", place).code == 0
    (entered,) = [found for found in filled("list", "outlets", "--json").json if found["name"] == "Ordner"]
    assert (entered["name"], entered["kind"], entered["audience"], entered["active"]) == (
        "Ordner", "folder", "public", True,
    )  # fmt: skip
    assert entered["waiting"] > 0
    answer = filled("publish", "--json")
    assert answer.code == 0
    (run,) = answer.json
    assert (run["outlet"], run["trouble"]) == ("Ordner", "")
    assert run["written"] >= 15
    assert [found["waiting"] for found in filled("list", "outlets", "--json").json] == [0, 0]
    assert filled("publish", "ordner", "--json").json[0]["written"] == 0
    assert filled("outlet", "remove", "Ordner").code == 0
    assert [found["name"] for found in filled("list", "outlets", "--json").json] == ["Webspace"]
    assert (place / "oeffentlich" / "alle.ics").exists()


def test_a_folder_can_be_written_without_an_outlet(filled, place):
    assert filled("publish", "--folder", place, "--no-web-page").code == 0
    assert sorted(path.suffix for path in (place / "oeffentlich").iterdir()) == [".ics"] * 15
    assert [found["name"] for found in filled("list", "outlets", "--json").json] == ["Webspace"]


def test_trouble_is_one_line_and_a_refusal(filled, place):
    filled("outlet", "add", "Weg", "--folder", place / "fehlt")
    answer = filled("publish")
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert "fehlt" in answer.err


def test_what_cannot_be_meant_is_refused(filled, place):
    assert filled("outlet", "add", "Zwei", "--folder", place, "--server", "https://x.example/").code == 2
    assert filled("outlet", "add", "Keins").code == 2
    assert filled("outlet", "add", "Offen", "--server", "http://kalender.example/").code == 1
    assert filled("publish", "Unbekannt").code == 1
    assert filled("publish", "Webspace", "--folder", place).code == 2

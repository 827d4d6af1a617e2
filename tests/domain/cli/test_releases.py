"""landauf release: numbers that count up, one line, one JSON document (docs/formats.md)."""


def test_a_release_answers_version_and_events(filled):
    answer = filled("release", "--json", "--note", "Erste")
    assert answer.code == 0
    assert answer.json == {"version": 1, "events": 7, "new": True}


def test_nothing_new_gives_the_newest_version_back(filled):
    filled("release")
    answer = filled("release", "--json")
    assert (answer.code, answer.json) == (0, {"version": 1, "events": 7, "new": False})
    assert filled("release").out == "Seit Fassung 1 hat sich nichts geändert; sie bleibt die neueste.\n"


def test_a_release_says_what_it_did_in_one_line(filled):
    assert filled("release").out == "Fassung 1 mit 7 Terminen freigegeben\n"


def test_a_note_too_long_is_refused_with_one_line(filled):
    answer = filled("release", "--note", "x" * 3000)
    assert answer.code == 1
    assert answer.err.count("\n") == 1
    assert "2000" in answer.err

"""The self-test tells of every check how it ended, and that something is broken by its exit code."""

import json

import pytest

from domain.i18n import N_
from gui.__main__ import main
from gui.self_test import run
from gui.self_test.check import Check, FailedCheckError, expect
from gui.self_test.window import CHECKS, _has_marks


def raises(folder):
    raise RuntimeError(folder.name)


def refuses(folder):
    expect(not folder.exists(), N_("{name} stays empty."), name="Beispiel")


FINE = Check(N_("Fonts"), lambda _folder: "2")
REFUSED = Check(N_("Every document as PDF"), refuses)
BROKEN = Check(N_("Planning with both engines"), raises)


@pytest.fixture
def checks(monkeypatch):
    """Lets a run make these checks instead of its own."""

    def put(*chosen):
        monkeypatch.setattr(run, "_checks", lambda: chosen)

    return put


def test_all_right_is_told_as_a_table(qapp, checks, capsys):
    checks(FINE)
    assert main(["self-test"]) == 0
    head, names, line = capsys.readouterr().out.splitlines()
    assert "Landauf" in head
    assert names.split()[0] == "Prüfung"
    assert line.startswith("Schriften")
    assert "in Ordnung" in line
    assert line.endswith("2")


def test_whatever_breaks_is_told_and_the_rest_goes_on(qapp, checks, capsys):
    checks(BROKEN, REFUSED, FINE)
    assert main(["self-test", "--json"]) == 1
    broken, refused, fine = json.loads(capsys.readouterr().out)
    assert "RuntimeError" in broken["trouble"]
    assert refused["trouble"] == "Beispiel bleibt leer."
    assert (fine["trouble"], fine["detail"]) == ("", "2")


def test_wrong_usage_is_told(capsys):
    assert main(["self-test", "--all"]) == 2
    assert main(["self-test", "--help"]) == 0
    assert "self-test" in capsys.readouterr().out


def test_resources_and_fonts_of_this_checkout_are_all_right(qapp, tmp_path):
    assert [check.run(tmp_path) for check in CHECKS] == ["", "", "18"]


def test_a_page_with_nothing_on_it_is_noticed(qapp):
    from PySide6.QtGui import QColor, QImage

    picture = QImage(200, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    assert not _has_marks(picture)
    for number in range(20):
        picture.fill(QColor("white")) if number == 0 else None
        for x in range(number * 10, number * 10 + 10):
            for y in range(100):
                picture.setPixelColor(x, y, QColor(number * 12, 0, 0))
    assert _has_marks(picture)


def test_what_is_not_right_is_a_failure():
    with pytest.raises(FailedCheckError):
        expect(0, N_("{name} stays empty."), name="x")

"""Drafts of e-mails, calendar files and announcements of single events on the command line."""

import json
from dataclasses import replace

import pytest

from domain.rows.settings import OfficeSettings
from domain.usecases import settings
from tests.builders import KOETHEN, make_event, make_partner, open_workspace
from tests.domain.cli.conftest import moment


@pytest.fixture
def told(landauf, tmp_path):
    """A workspace with an event and two partners, one without an address; gives their ids."""
    with open_workspace(tmp_path / "file", moment) as ws:
        office = OfficeSettings("Leitstelle", email="praevention@example.org", website="https://example.org/termine")
        ws.run("Office", settings.save, replace(ws.ask(settings.load), office=office))
        event = make_event(ws, "=Dialog\r\nBcc: x@example.org", ags=KOETHEN, public_text="Wort " * 200)
        ids = event, make_partner(ws, "Stadt", email="post@koethen.example"), make_partner(ws, "Ohne")
        path = ws.path
    return (lambda *arguments: landauf(*arguments, file=path)), ids


def test_drafts_are_written_and_who_has_no_address_is_told(told, tmp_path):
    landauf, (event, town, silent) = told
    people = ("--partner", town, "--partner", silent)
    answer = landauf("mail", tmp_path / "m", "--event", event, *people, "--attach", "calendar,invitation", "--json")
    assert answer.code == 0
    assert [file.name for file in (tmp_path / "m").iterdir()] == ["01 Stadt.eml"]
    assert answer.json["files"] == [str(tmp_path / "m" / "01 Stadt.eml")]
    assert answer.json["left_out"] == [
        {"partner_id": str(silent), "name": "Ohne", "reason": "Keine E-Mail-Adresse bekannt."}
    ]
    text = landauf("mail", tmp_path / "m", "--event", event, *people)
    assert "  nicht dabei: Ohne: Keine E-Mail-Adresse bekannt." in text.out


def test_subject_and_text_can_be_others(told, tmp_path):
    landauf, (event, town, _silent) = told
    (tmp_path / "t.txt").write_text("{anrede}\n\nnur ein Satz aus {institution}.", encoding="utf-8")
    own = ("--subject", "Zur Kenntnis", "--text", tmp_path / "t.txt")
    assert landauf("mail", tmp_path / "m", "--event", event, "--partner", town, *own).code == 0
    octets = (tmp_path / "m" / "01 Stadt.eml").read_bytes()
    assert b"Subject: Zur Kenntnis\r\n" in octets
    assert b"nur ein Satz aus Stadt." in octets


def test_nobody_to_write_to_is_wrong_usage(told, tmp_path):
    landauf, (event, _town, _silent) = told
    answer = landauf("mail", tmp_path / "m", "--event", event)
    assert (answer.code, answer.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("invitation", "a.ics"), 2),
        (("cancellation", "a.ics"), 1),
        (("entry", "a.csv"), 2),
        (("entry", "a.ics", "--channel", "x"), 2),
        (("calendar", "a.ics"), 2),
    ],
)
def test_what_cannot_be_written_is_refused_by_one_line(told, tmp_path, arguments, code):
    landauf, (event, *_partners) = told
    what, name, *options = arguments
    answer = landauf("export", what, tmp_path / name, "--event", event, *options)
    assert (answer.code, answer.err.count("\n")) == (code, 1)
    assert not (tmp_path / name).exists()


def test_an_invitation_is_for_the_partner_named(told, tmp_path):
    landauf, (event, town, silent) = told
    out = tmp_path / "i.ics"
    assert landauf("export", "invitation", out, "--event", event, "--partner", town).code == 0
    assert b"mailto:post@koethen.example" in out.read_bytes().replace(b"\r\n ", b"")
    answer = landauf("export", "invitation", out, "--event", event, "--partner", silent)
    assert (answer.code, "Ohne" in answer.err) == (1, True)


def test_an_announcement_fits_its_channel_and_ends_with_the_link(told, tmp_path):
    landauf, (event, *_partners) = told
    out = tmp_path / "x.txt"
    for channel, limit in (("x", 280), ("mastodon", 500), ("press", None)):
        assert landauf("export", "announcement", out, "--event", event, "--channel", channel).code == 0
        text = out.read_text(encoding="utf-8")
        assert text.endswith("\n\nhttps://example.org/termine\n")
        assert "Do 13.05.2027, 18:00" in text
        assert limit is None or len(text) <= limit + len("https://example.org/termine")


def test_geojson_of_events_is_on_the_command_line(told, tmp_path):
    landauf, _ids = told
    assert landauf("export", "events", tmp_path / "e.geojson").code == 0
    found = json.loads((tmp_path / "e.geojson").read_text(encoding="utf-8"))
    assert found["type"] == "FeatureCollection"
    assert len(found["features"]) == 1

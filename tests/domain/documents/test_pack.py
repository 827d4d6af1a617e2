"""The folder: cover, contents, marks, languages, hostile words, the shared check."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from domain.documents.kit.theme import Theme, print_saver
from domain.documents.pack import Pack, PackPart, Setting, bind_pack, code
from domain.errors import LandaufError
from domain.i18n import language
from domain.terms import Audience, PackProblem
from tests.domain.documents import samples, tagged
from tests.domain.documents.test_hostile import hostile, words

SHARED_CHECK = Path(__file__).resolve().parents[4] / "shared" / "tools" / "pdfua_check.py"
NAMES = ("invitation", "briefing", "invitee_list", "event_packing_list")


def pack(*names, **fields):
    parts = tuple(PackPart(name, getattr(samples, name)(), 3) for name in names or NAMES)
    usual = {"office": samples.OFFICE, "stand": samples.STAND, "event": samples.dialogue(Audience.internal)}
    return Pack("Sicher am Bahnhof", parts, **(usual | fields))


def bound(folder, code="de", theme=None, **options):
    return bind_pack(folder, language(code), Setting(theme or Theme(), **options))


def faults(content):
    return [fault for fault in tagged.faults(content) if not fault.endswith(" titles")]


def checked(content, path):
    path.write_bytes(content)
    run = subprocess.run([sys.executable, SHARED_CHECK, path], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("theme", [Theme(), print_saver()])
def test_a_folder_is_tagged_throughout(code, theme):
    assert faults(bound(pack(), code, theme).content) == []


@pytest.mark.parametrize("options", [{}, {"repeats": True}, {"has_cover": False, "is_duplex": False}])
def test_a_folder_passes_the_shared_check(options, tmp_path):
    if not SHARED_CHECK.is_file():
        pytest.skip("the shared checker is not beside this checkout")
    checked(bound(pack(), **options).content, tmp_path / "mappe.pdf")


def test_contents_tell_pages_copies_and_where_each_begins():
    made = bound(pack())
    cover = tagged.page_texts(made.content)[0]
    assert "Einladung zum Bürgerdialog" in cover
    assert "2 Seiten · 3 ×" in cover.replace("\xa0", " ")
    assert str(made.places[-1].first) in cover


def test_one_internal_document_marks_the_whole_folder():
    assert "Nur intern" in tagged.page_texts(bound(pack()).content)[0]
    outside = pack("invitation", event=samples.dialogue(Audience.public))
    assert "Nur intern" not in tagged.text(bound(outside).content)


def test_what_was_open_and_what_was_left_out_is_told_inside_the_house_only():
    parts = tuple(replace(part, problems=(PackProblem.agenda_missing, PackProblem.stale)) for part in pack().parts)
    left_out = (("Programme", LandaufError("Too early.")),)
    cover = tagged.page_texts(bound(replace(pack(), parts=parts, left_out=left_out)).content)[0]
    assert "Ablauf fehlt" in cover
    assert "Seit dem Druck geändert" not in cover
    assert "Too early." in cover
    outside = replace(pack("invitation"), left_out=left_out)
    assert "Too early." not in tagged.text(bound(outside).content)


def test_the_code_changes_with_any_document_and_with_nothing_else():
    assert code(pack()) == code(replace(pack(), stand=samples.STAND.replace(hour=3), version=9))
    assert code(pack()) != code(pack("invitation", "briefing"))


def test_equal_input_gives_equal_bytes():
    assert bound(pack()).content == bound(pack()).content


def test_a_folder_of_nothing_is_a_mistake():
    with pytest.raises(ValueError, match="holds a document"):
        bound(replace(pack(), parts=()))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words, words)
def test_hostile_words_do_no_harm(text, other):
    parts = tuple(PackPart(name, hostile(name, text, other), 2, text) for name in NAMES)
    office = parts[0].data.office
    folder = Pack(other, parts, office, samples.STAND, left_out=((text, LandaufError("{x}", x=other)),))
    assert faults(bound(folder).content) == []

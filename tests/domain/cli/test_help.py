"""Every command explains itself, with an example, in both languages."""

import re

import pytest

from domain.cli.parser import parser
from domain.i18n import AVAILABLE, language


def commands():
    top = parser(language("de"))
    (found,) = [action.choices for action in top._actions if action.dest == "command"]
    return sorted(found)


def test_the_contract_of_commands_is_kept():
    needed = {"init", "info", "check", "backup", "restore", "rekey", "import", "export", "print", "list", "demo"}
    assert needed <= set(commands())


WITHOUT_WORKSPACE = frozenset({"manual", "optimise"})
"""Commands that read and write files of their own."""


@pytest.mark.parametrize("code", AVAILABLE)
@pytest.mark.parametrize("command", commands())
def test_help_says_what_it_does_with_an_example(landauf, monkeypatch, code, command):
    monkeypatch.setenv("LANDAUF_LANGUAGE", code)
    with pytest.raises(SystemExit) as end:
        landauf(command, "--help", file=None)
    assert end.value.code == 0


@pytest.mark.parametrize("code", AVAILABLE)
@pytest.mark.parametrize("command", ["", *commands()])
def test_help_can_be_written_out(code, command):
    top = parser(language(code))
    (found,) = [action.choices for action in top._actions if action.dest == "command"]
    text = (found[command] if command else top).format_help()
    assert "%" not in text.replace("100 %", "")
    if command:
        assert re.search(rf"landauf {command} .*|landauf {command}", text)
        assert ("--file" in text) is (command not in WITHOUT_WORKSPACE)
        for action in found[command]._actions:
            assert action.help, action.dest
    else:
        assert all(name in text for name in found)


def test_german_is_the_language_unless_another_is_named(landauf, monkeypatch, tmp_path):
    monkeypatch.setenv("LANDAUF_LANGUAGE", "xx")
    assert "gibt keine Arbeitsdatei" in landauf("info").err or "Arbeitsdatei" in landauf("info").err
    monkeypatch.setenv("LANDAUF_LANGUAGE", "en")
    assert "There is no workspace" in landauf("info").err
